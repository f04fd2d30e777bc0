progress-title = Progress
progress-show =
    .label = How am I doing?
    .example = how am I doing
    .help = Your streak, your answers and your time, your strong and weak topics, your goals.
progress-show-none = There is nothing to count yet. Answer a few questions or do a lesson, and I will show you how you are doing.
progress-show-done = { $lines }
progress-line = { $name }: { $figures }.
progress-then = By the same day last week: { $figures }.
progress-nothing = nothing yet
progress-answers =
    { $count ->
        [one] one answer
       *[other] { $count } answers
    }
progress-right = { $percent }% right
progress-minutes =
    { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }
progress-hours =
    { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }
progress-hours-minutes = { $hours } { $minutes }
progress-streak =
    { $count ->
        [one] You have studied today: the first day of a new streak.
       *[other] You have studied { $count } days in a row.
    }
progress-streak-open =
    { $count ->
        [one] You studied yesterday. One answer today, and it is two days in a row.
       *[other] You have studied { $count } days in a row. Today is still to come.
    }
progress-streak-none = You have no streak at the moment. One answer today, and a new one begins.
progress-strong = Your strongest topic: { $topic }, { $percent }% right.
progress-weak = Needs practice: { $topic }, { $percent }% right.
progress-due =
    { $count ->
        [one] One card is due.
       *[other] { $count } cards are due.
    }
progress-due-many = More than { $count } cards are due.
progress-accuracy =
    { $count ->
        [one] { $name }: { $percent }% right, with one answer.
       *[other] { $name }: { $percent }% of { $count } answers were right.
    }
progress-topics-done =
    By topic, the weakest first:
    { $lines }
progress-topic = { $topic }: { $percent }% of { $count } answers right
progress-topics-none = I cannot tell yet: I need at least five answers on a topic.
progress-this-week = This week
progress-last-week = Last week
progress-today = Today
progress-yesterday = Yesterday
progress-this-month = This month
# How a day is written under its bar, in the letters of CLDR.
progress-day-pattern = d MMM
progress-weekday-pattern = EEE
progress-month-pattern = LLLL y
progress-chart =
    .label = Show a chart
    .example = show me a chart of this month
    .help = A week, a month or any other time; “dark mode charts” if your screen is dark.
progress-chart-empty = { $name }: there is nothing to draw yet.
progress-chart-off = I cannot draw here: “viva doctor” says what is missing.
progress-chart-dark = From now on I draw for a dark screen.
progress-chart-light = From now on I draw for a light screen.
progress-chart-min = min
progress-chart-time = Study time
progress-chart-answers = Answers
progress-chart-right = Right answers
progress-chart-topics = Right answers by topic
progress-goal =
    .label = Set a goal
    .example = my goal is 20 minutes a day
    .help = I count minutes, answers and days; every other goal I keep in your words.
progress-goal-text = What would you like to reach? For example “20 minutes a day”, “100 cards a week” or “pass the B2 exam by June”.
# How a goal is read: regular expressions.
progress-goal-read =
    .day = \b(?:a|per|each|every|in a) day\b|\bdaily\b
    .week = \b(?:a|per|each|every|in a) week\b|\bweekly\b
    .answers = \b(?:flash)?cards?\b|\bquestions?\b|\banswers?\b|\bwords?\b
    .times = \b(?:times|days?)\b
    .studying = \b(?:study|learn|practi[cs]e|revise|something)\b
    .by = \b(?:by|before|until|till) (\w+)
    .carrier = ^(?:please )?(?:i(?: want| would like|['’]d like| plan| aim| intend| hope)(?: to)?|my (?:new |study |learning |daily |weekly )*(?:goal|aim|target)(?: is| should be| will be|:)(?: to)?|(?:set|add|save|note) (?:me |myself )?(?:a |my |the )?(?:new |study |daily |weekly )*(?:goal|target)(?: of| to|:)?|(?:new )?goal:?)\s+
progress-goal-kept = Your goal: { $text }. I cannot count it, but I will keep it in sight for you.
progress-goal-kept-by = Your goal: { $text }. I will keep the day in sight: { $date }.
progress-goal-counted = Your goal: { $goal } ({ $state }).
progress-goal-line = { $goal }: { $state }
progress-each-day = { $amount } a day
progress-each-week = { $amount } a week
progress-amount-answers =
    { $count ->
        [one] one answer
       *[other] { $count } answers
    }
progress-amount-days =
    { $count ->
        [one] one day
       *[other] { $count } days
    }
progress-state-today = today { $count } of { $amount }
progress-state-week = this week { $count } of { $amount }
progress-state-reached = { $state }, reached
progress-state-days =
    { $count ->
        [0] today is the day
        [one] one day left
       *[other] { $count } days left
    }
progress-goals =
    .label = My goals
    .example = what are my goals
    .help = All of them, and how far you are.
progress-goals-none = You have not set a goal yet.
progress-goals-done =
    { $count ->
        [one] Your goal:
       *[other] Your { $count } goals:
    }
    { $lines }
progress-drop =
    .label = Delete a goal
    .example = delete my goal of 20 minutes a day
    .help = By its words or its number in the list.
progress-drop-text =
    Which goal shall I delete?
    { $lines }
progress-drop-done = Deleted: { $text }
progress-drop-gone = This goal is already gone.
progress-weekly =
    .label = Weekly summary
    .example = no more weekly summaries
    .help = On Sunday evening I sum up your week, unless you do not want it.
progress-weekly-on = All right: on Sunday evenings I sum up your week here.
progress-weekly-off = All right, no more weekly summaries. Ask me “how am I doing” whenever you like.
progress-weekly-again = Start them again
progress-weekly-stop = No more summaries
progress-weekly-idle = You have not studied this week. A few minutes are enough to begin again.
progress-weekly-days =
    { $count ->
        [one] You studied on one day.
       *[other] You studied on { $count } days.
    }
progress-weekly-done =
    Your week:
    { $lines }
progress-quiet =
    .label = Quiet hours
    .example = don't write to me between 10 pm and 8 am
    .help = In these hours I send nothing that you did not ask for.
progress-quiet-done = From { $start } to { $end } I will send you nothing that you did not ask for. Your own reminders still come.
progress-quiet-now = Your quiet hours are from { $start } to { $end }. To change them, say for example “don't write to me between 10 pm and 8 am”.
progress-quiet-off = You have no quiet hours: I may write to you at any time.
# Words with which the end of the quiet hours is named.
progress-quiet-before = before until till
