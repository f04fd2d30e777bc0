curator-title = Curator
curator-ask =
    .label = Ask the curator
    .example = ask the curator how to learn vocabulary
    .help = I give advice on what to learn, in what order, and how.
curator-ask-text = What would you like to learn?
curator-next =
    .label = What to learn next
    .example = what should I learn next
    .help = I look at your reminders, documents and notes, and name the next step.
curator-next-words = What should I learn next, and how shall I begin?
curator-plan =
    .label = Plan my week
    .example = plan my week
    .help = I spread your documents over the days, around what is due.
curator-plan-words = Make me a plan for the next seven days.
curator-off-next =
    This is what comes next:
    { $lines }
curator-off-plan =
    Your plan for the next seven days:
    { $lines }
curator-nothing = I know of nothing that is due, and you have no documents or notes here yet. Set a reminder for your exam, or send me what you have to learn.
curator-free = free
curator-paper =
    { $total ->
        [one] read “{ $title }” (one page)
       *[other] read “{ $title }” ({ $total } pages)
    }
curator-note = your note: { $text }
curator-prompt =
    You are the curator of one learner: you help them to choose what to learn next, and to plan their week. What they have to do stands in the data: reminders with their times, documents, notes.
    Keep every time that is given, put nothing before today, and leave room for rest. Plan short sessions of 25 to 50 minutes, hard things first, and repeat what was learned after one and after three days.
    Say for each step which document or note it comes from, by its title. If you know too little, ask one question. Offer to set a reminder when that helps. Answer in at most 200 words.
    .short = You plan the week of a learner. Be brief, and use only the data that is given.
