# What “remind me to …” leaves before the text itself.
reminders-tidy =
    .dropped = ^(?:to|that|of|about) (?=\w)
reminders-title = Reminders
reminders-create =
    .label = Set a reminder
    .example = remind me tomorrow at nine to call Anna
    .again = remind me every Monday at six to go running
    .help = Once, or again and again: “every Monday at six”.
reminders-create-text = What shall I remind you of?
reminders-create-when = When shall I remind you?
reminders-create-zone = So that I am on time: in which city are you? Or tell me what time it is where you are.
reminders-create-zone-unknown = I do not know this place. Please name a large city near you, or something like “UTC+3”.
reminders-create-clock = At what time today shall I remind you?
reminders-create-past = { $past } has already passed. When shall I remind you?
reminders-create-never = Until { $date } there is no such day. When shall I remind you?
reminders-impossible = “{ $said }”: there is no such time. When shall I remind you?
reminders-create-done = { $when }: { $text }.
reminders-create-morning = { $when }: { $text }. You named no time, so I took the morning.
reminders-create-again = { $when }: { $text }. I shall repeat it { $every }.
reminders-create-again-morning = { $when }: { $text }. I shall repeat it { $every }. You named no time, so I took the morning.
reminders-due = Reminder: { $text }
reminders-due-late =
    Reminder: { $text }
    Sorry, I am late. It was due: { $date }, { $time }.
reminders-later =
    .label = Remind me later
    .example = remind me later to call Anna
    .help = I offer you some times.
reminders-later-hour = In an hour
reminders-later-evening = This evening
reminders-later-morning = Tomorrow morning
reminders-list =
    .label = Show my reminders
    .example = what are my reminders
    .help = The next ones first.
reminders-list-none = You have no reminders.
reminders-list-none-then = You have no reminders for that time.
reminders-list-done =
    { $count ->
        [one] You have one reminder:
       *[other] You have { $count } reminders:
    }
    { $lines }
reminders-list-more =
    { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }
reminders-line = { $when }: { $text }
reminders-line-again = { $when }: { $text } ({ $every })
reminders-delete =
    .label = Delete a reminder
    .example = cancel the reminder about the exam
    .help = By its words, its time or its number in the list.
reminders-delete-text =
    Which reminder shall I delete?
    { $lines }
reminders-delete-none = I found no such reminder.
reminders-delete-no-such =
    { $count ->
        [one] There is no reminder with that number: you have only one.
       *[other] There is no reminder with that number: you have { $count }.
    }
reminders-delete-done = Deleted: { $text }
reminders-delete-gone = This reminder is already gone.
reminders-clear =
    .label = Delete all reminders
    .example = delete all my reminders
    .help = I ask you once more before I do it.
reminders-clear-sure =
    { $count ->
        [one] You have one reminder. Shall I really delete it?
       *[other] You have { $count } reminders. Shall I really delete all of them?
    }
reminders-clear-yes =
    { $count ->
        [one] Yes, delete it
       *[other] Yes, delete them
    }
reminders-clear-no =
    { $count ->
        [one] No, keep it
       *[other] No, keep them
    }
reminders-clear-kept =
    { $count ->
        [one] All right, I keep it.
       *[other] All right, I keep them.
    }
reminders-clear-done =
    { $count ->
        [one] Done: your reminder is deleted, and your list is empty.
       *[other] Done: all { $count } reminders are deleted, and your list is empty.
    }
reminders-every-minute =
    { $every ->
        [1] every minute
       *[other] every { $every } minutes
    }
reminders-every-hour =
    { $every ->
        [1] every hour
       *[other] every { $every } hours
    }
reminders-every-day =
    { $every ->
        [1] every day
        [2] every other day
       *[other] every { $every } days
    }
reminders-every-week =
    { $every ->
        [1] every { $days }
        [2] every other week on { $days }
       *[other] every { $every } weeks on { $days }
    }
reminders-every-month =
    { $every ->
        [1] every month on the { reminders-nth }
       *[other] every { $every } months on the { reminders-nth }
    }
reminders-nth =
    { $day ->
        [1] 1st
        [2] 2nd
        [3] 3rd
        [21] 21st
        [22] 22nd
        [23] 23rd
        [31] 31st
       *[other] { $day }th
    }
reminders-every-year =
    { $every ->
        [1] every year on { $date }
       *[other] every { $every } years on { $date }
    }
reminders-every-month-end =
    { $every ->
        [1] on the last day of every month
       *[other] every { $every } months on the last day
    }
reminders-every-nth =
    { $every ->
        [1] on the { $which } { $days } of every month
       *[other] every { $every } months on the { $which } { $days }
    }
reminders-which =
    { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
       *[other] last
    }
reminders-date = d MMMM
reminders-date-with-year = d MMMM y
reminders-every-at = { $every } at { $times }
reminders-every-until = { $every } until { $date }
reminders-every-workday = every weekday
reminders-weekday-0 = Monday
reminders-weekday-1 = Tuesday
reminders-weekday-2 = Wednesday
reminders-weekday-3 = Thursday
reminders-weekday-4 = Friday
reminders-weekday-5 = Saturday
reminders-weekday-6 = Sunday
