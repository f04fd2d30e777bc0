curator-title = Curator
curator-ask =
    .label = Ask the curator
    .example = ask the curator how to learn vocabulary
    .help = I give advice on what to learn, in what order, and how.
curator-ask-text = What would you like to learn?
curator-next =
    .label = What to learn next
    .example = what should I learn next
    .help = I look at your cards, courses, deadlines and goals, and name one next step with its reason.
curator-next-words = What should I learn next, and how shall I begin?
curator-plan =
    .label = Plan my week
    .example = plan my week
    .help = I spread cards and lessons over the days, around what is booked, and keep some days free.
curator-plan-words = Make me a plan for the next seven days.
curator-off-next = Next: { $what }. { $why }
curator-off-plan =
    Your plan for the next seven days:
    { $lines }
curator-or = Or instead:
curator-coming = Coming up:
curator-now =
    { $named ->
        [yes] You keep this time free for “{ $title }”, until { $until }.
       *[no] You keep this time free for studying, until { $until }.
    }
curator-streak =
    { $days ->
       *[other] You have studied { $days } days in a row: today keeps it up.
    }
curator-session = studying
curator-decks = {" "}({ $titles })
curator-cards =
    { $count ->
        [one] one card to repeat{ $decks }
       *[other] { $count } cards to repeat{ $decks }
    }
curator-why-cards = They are due: now they take the least effort to keep.
curator-why-new = They are new, and wait for their first time.
curator-round = go on with your round “{ $title }”
curator-why-round =
    { $left ->
        [one] One card is left.
       *[other] { $left } cards are left.
    }
curator-lesson =
    { $named ->
        [yes] “{ $title }”, lesson { $number }: { $lesson }
       *[no] “{ $title }”, lesson { $number }
    }
curator-why-course = You are in the middle of this course.
curator-why-late = Its deadline was { $date }.
curator-why-deadline =
    { $left ->
        [-1] Its deadline is { $date }.
        [one] It is the last lesson, and the deadline is { $date }.
       *[other] { $left } lessons are left until { $date }.
    }
curator-weak = practise “{ $title }”
curator-why-weak = Only { $percent } % of your answers there were right lately.
curator-why-paper = You gave it to me to read, and have not learned from it yet.
curator-why-note = You wanted to keep it in mind.
curator-why-goal = It serves your goal: { $goal }.
curator-goal = your goal: { $goal }
curator-minutes = { $minutes } minutes in the week are about { $each } on each of { $days } days
curator-go-round = Go on with the round
curator-go-cards = Repeat the cards
curator-go-lesson = Open the lesson
curator-go-weak = Practise “{ $title }”
curator-go-paper = Make cards of it
curator-nothing = I know of nothing that is due, and you have no cards, courses, documents or notes here yet. Take a course or a ready-made deck, set a reminder for your exam, or send me what you have to learn.
curator-free = free
curator-paper =
    { $total ->
        [one] read “{ $title }” (one page)
       *[other] read “{ $title }” ({ $total } pages)
    }
curator-note = your note: { $text }
curator-prompt =
    You are the curator of one learner: you help them to choose what to learn next, and to plan their week. What they have to do stands in the data: the steps, best first, with their reasons; cards that are due, courses with their deadlines, sessions and reminders with their times, goals, documents, notes.
    Keep every time that is given, put nothing before today, and leave room for rest. Plan short sessions of 25 to 50 minutes, hard things first, and repeat what was learned after one and after three days.
    Say for each step which document or note it comes from, by its title. If you know too little, ask one question. Offer to set a reminder when that helps. Answer in at most 200 words.
    .short = You plan the week of a learner. Be brief, and use only the data that is given.
