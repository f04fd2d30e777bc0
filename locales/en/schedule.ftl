# Words before the name of a room that belong to it: “in the library”.
schedule-before-room = in at the a an our room called on into to of
# Words by which a room is meant, though none of that name is known.
schedule-room-words = room library lab laboratory hall classroom auditorium desk seat
schedule-seat-words = seats seat places people chairs students
# What any booking could be called.
schedule-general = session sessions lesson lessons class classes booking bookings appointment appointments meeting event events slot study calendar schedule reservation room it one block
schedule-all-words = all every series whole everything
schedule-one-words = one only just once single this next
# What “plan …” leaves before and behind the title itself.
schedule-tidy =
    .dropped = ^(?:an?|the|some|of|for|to|my|me|with|about|in|at|on)\s+(?=\w)|\s+(?:in|to|into|on|at|for|the|my|a|calendar|schedule|timetable)$|^(?:a|for|in|at|on|to|it|me|time|something)$
    .room = ^(?:the|a|an|new|study|called|named)\s+(?=\w)|^room\s+(?=[^\W\d])|[,;]?\s+(?:with|for|has|and|it|is|now|seats|from|open|opens)$
schedule-title = Schedule
schedule-untitled = Study session
schedule-week =
    .label = Show my schedule
    .example = what's on this week
    .help = Your sessions and rooms, day by day.
schedule-week-done =
    Your schedule:
    { $lines }
schedule-week-none = Nothing is booked in the next seven days.
schedule-week-none-then = { $days }: nothing is booked.
schedule-week-reminders =
    { $count ->
        [one] And one reminder.
       *[other] And { $count } reminders.
    }
schedule-week-more =
    { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }
schedule-book =
    .label = Book a time
    .example = plan two hours of maths on Saturday morning
    .again = book the library tomorrow from 3 to 5
    .help = Study time for yourself, or a room; once, or every week.
schedule-book-when = When shall it be?
schedule-clock = At what time?
schedule-zone = So that the time is right: in which city are you? Or tell me what time it is where you are.
schedule-zone-unknown = I do not know this place. Please name a large city near you, or something like “UTC+3”.
schedule-impossible = “{ $said }”: there is no such time. When shall it be?
schedule-past = { $past } has already passed. When shall it be?
schedule-often = That is too often for me: I can repeat something daily, weekly or monthly. When shall it be?
schedule-never = There is no such day any more. When shall it be?
schedule-length = A booking lasts from { $minutes } minutes to { $hours } hours. Please ask me again with another length.
schedule-book-done = { $when }: { $what }. It is in your calendar.
schedule-book-room = { $when }: { $what }. The room is yours.
schedule-book-again = I repeat it { $every }.
schedule-book-usual = One hour, since you named no end.
schedule-book-yours = On your clock: { $when }.
schedule-book-lost = Already taken, so without you: { $days }.
schedule-book-clash = Mind: at that time you also have “{ $what }”.
schedule-book-own = Without a room
schedule-book-room-which = { $when }: these rooms are free. Which one shall I book?
schedule-cancel-this = Cancel it
schedule-closed = { $when }: { $room } is closed then, it opens at { $opens } and closes at { $closes }. Which other time shall I take?
schedule-taken = { $when }: { $room } is already taken. Which other time shall I take?
schedule-seats =
    { $count ->
        [one] { $room } (one seat)
       *[other] { $room } ({ $count } seats)
    }
schedule-room-line = { $room }, open { $opens }–{ $closes }
schedule-rooms =
    .label = Show the rooms
    .example = which rooms are there
    .help = With their seats and hours.
schedule-rooms-done =
    { $count ->
        [one] There is one room:
       *[other] There are { $count } rooms:
    }
    { $lines }
schedule-rooms-none = There are no rooms here yet: a teacher adds them, with “add a room Library with 6 seats”. You can have the time in your calendar all the same.
schedule-rooms-none-yet = There are no rooms here yet: a teacher adds them, with “add a room Library with 6 seats”. Study time of your own needs none.
schedule-rooms-yours = There are no rooms yet. Add one: “add a room Library with 6 seats, open 8 to 20”.
schedule-room-unknown =
    I know no such room. Which one do you mean?
    { $lines }
schedule-room-none = There is no room “{ $room }”.
schedule-open =
    .label = Add a room
    .example = add a room Library with 6 seats, open 8 to 20
    .help = For teachers: everybody can then book it. The same words change it.
schedule-open-text = What is the room called?
schedule-open-done = Added: { $room }. Everybody can book it now.
schedule-open-changed = Changed: { $room }.
schedule-open-hours = These hours do not work: a room opens and closes on the same day, at full hours. Please say it again, as in “open 8 to 20”.
schedule-open-many = There are { $count } rooms already, and I cannot keep more.
schedule-open-seats = A room has from 1 to 999 seats. Please say it again.
schedule-close =
    .label = Remove a room
    .example = remove the room Library
    .help = For teachers. Where it is booked, I ask you once more.
schedule-close-text = Which room shall I remove?
schedule-close-sure =
    { $count ->
        [one] { $room } is booked once more. Shall I really remove it?
       *[other] { $room } is booked { $count } more times. Shall I really remove it?
    }
schedule-close-yes = Yes, remove it
schedule-close-no = No, keep it
schedule-close-kept = All right, { $room } stays.
schedule-close-done = Removed: { $room }.
schedule-free =
    .label = Find a free time
    .example = is the library free tomorrow at 3
    .help = Of a room, of any room, or of yours.
schedule-free-yes = { $when }: { $room } is free.
schedule-part = .
    .morning = \b(?:morning)\b
    .afternoon = \b(?:afternoon)\b
    .evening = \b(?:evening|tonight|night)\b
schedule-free-no = { $when }: { $room } is taken.
schedule-free-closed = { $when }: { $room } is closed. It is open from { $opens } to { $closes }.
schedule-free-rooms =
    { $when }: free are
    { $lines }
schedule-free-none = { $when }: no room is free.
schedule-free-book = Book { $room }
schedule-free-unknown =
    I know no such room. There are:
    { $lines }
schedule-free-full = { $days }: nothing is free any more.
schedule-free-gaps =
    Free:
    { $lines }
schedule-free-you = { $when }: you have nothing booked.
schedule-free-busy =
    You have this then:
    { $lines }
schedule-free-gaps-you =
    You are free:
    { $lines }
schedule-free-full-you = { $days }: you have no free time left.
schedule-which =
    Which one do you mean?
    { $lines }
schedule-none-such = I found no such booking.
schedule-one-or-all = It is a series. Only this one ({ $what }), or all of them?
schedule-only-one = Only this one
schedule-all-of-them = All of them
schedule-move =
    .label = Move a booking
    .example = move my maths session to Friday at 4
    .help = To another time, or “an hour later”. If several fit, I ask which one.
schedule-move-when = To what time shall I move “{ $what }”?
schedule-move-done = Moved. { $when }: { $what }.
schedule-move-never = I cannot move this series to other days. Please cancel it and book it anew.
schedule-cancel =
    .label = Cancel a booking
    .example = cancel my maths session on Saturday
    .help = If several fit, I ask which one.
schedule-cancel-done = Cancelled: { $what }. { $when } is free again.
schedule-cancel-all = Cancelled: { $what }, { $every }.
schedule-cancel-gone = This booking is already gone.
schedule-room-gone = This room is no longer there.
schedule-remind =
    .label = Remind me before a session
    .example = remind me 10 minutes before my maths session
    .help = Each time, where it is a series.
schedule-remind-ten = Remind me { $minutes } minutes before
schedule-remind-done =
    { $minutes ->
        [one] I will remind you one minute before: { $what }. { $when }.
       *[other] I will remind you { $minutes } minutes before: { $what }. { $when }.
    }
schedule-remind-hours = I can remind you from one minute to { $hours } hours before.
schedule-remind-late = It begins too soon for that.
schedule-soon =
    { $minutes ->
        [one] In one minute: { $what }, { $times }.
       *[other] In { $minutes } minutes: { $what }, { $times }.
    }
schedule-lost-later =
    On some days of your series the room is taken by others, so these do not take place:
    { $lines }
schedule-export =
    .label = Send me my calendar
    .example = send me my calendar as a file
    .help = An .ics file that every calendar opens.
schedule-export-done =
    { $count ->
        [one] Here is your calendar with one booking. Open the file with your calendar app.
       *[other] Here is your calendar with { $count } bookings. Open the file with your calendar app.
    }
schedule-subscribe =
    .label = Calendar link
    .example = give me a link to my calendar
    .help = Your calendar app fetches your schedule by itself.
schedule-subscribe-done =
    Add this address to your calendar app as a subscription:
    { $address }
    Whoever knows it can see your schedule, so keep it to yourself.
    .speech = Here is the address of your calendar. Keep it to yourself.
schedule-subscribe-fresh =
    Here is a new address, the old one no longer works:
    { $address }
    Whoever knows it can see your schedule, so keep it to yourself.
    .speech = Here is a new address of your calendar. The old one no longer works.
schedule-subscribe-new = New link
schedule-subscribe-off = I cannot be reached from outside yet, so there is no link: whoever runs me has to set VIVA_PUBLIC_URL. You can have your calendar as a file.
