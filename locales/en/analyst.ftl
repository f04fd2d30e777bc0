analyst-title = Analyst
analyst-report =
    .label = Report
    .example = how many learners were active last week
    .help = I count for teachers: who is active or new, what is learned and how well, how courses and rooms are doing.
analyst-report-text = What shall I count: active learners, new learners, learners who have gone quiet, study time, accuracy by topic, questions that fail most, a course, room use, or all of it at a glance?
analyst-export =
    .label = As a table
    .example = export the report as csv
    .help = The last report as a table that a spreadsheet opens.
analyst-ask =
    .label = Ask the analyst
    .example = ask the analyst how the exam groups compare
    .help = I answer teachers' questions about their learners, in numbers.
analyst-ask-text = What would you like to know about your learners?
analyst-subscribe =
    .label = Send it regularly
    .example = send me this report every Monday at 8
    .help = The same report by itself, as often as you like.
analyst-subscribe-every = How often shall I send it, and when? For example: every Monday at 8.
analyst-scheduled =
    .label = My regular reports
    .example = which reports do I get regularly
    .help = The reports that come by themselves.
analyst-unsubscribe =
    .label = End a regular report
    .example = stop sending me the class report
    .help = A report no longer comes by itself.
analyst-unsubscribe-text = Which of them shall I end?

analyst-offer = What shall I count?
analyst-measure-overview = Overview
    .words = overview report summary glance everything figures numbers statistics week weekly class group
analyst-measure-active = Active learners
    .words = active activity online engaged present participate
analyst-measure-new = New learners
    .words = new newcomers joined join signed registered begun started
analyst-measure-idle = Who has gone quiet
    .words = inactive idle quiet absent missing away silent lost dropped
analyst-measure-studied = Study time
    .words = time minutes hours studied study studying long spent
analyst-measure-accuracy = Accuracy by topic
    .words = accuracy accurate right correct topic topics score average weak strong
analyst-measure-failing = Questions that fail most
    .words = question questions fail failing wrong mistakes errors hardest difficult missed
analyst-measure-course = Courses
    .words = course courses enrolled enrolment completion completed lessons
analyst-measure-rooms = Room use
    .words = room rooms booked bookings used occupied

analyst-date = d MMMM
analyst-date-with-year = d MMMM y
analyst-period = from { $first } to { $last }
analyst-period-month = from { $first } to { $last }
analyst-period-day = on { $day }
analyst-column-day = EEE d MMM
analyst-column-week = d MMM
analyst-column-month = MMM y
analyst-column-from = From
analyst-column-what = What
analyst-column-count = Count
analyst-column-people = Active learners
analyst-column-new = New learners
analyst-column-minutes = Minutes
analyst-column-answers = Answers
analyst-column-accuracy = Right, %
analyst-column-wrong = Wrong, %
analyst-column-lessons = Lessons done
analyst-column-completed = Completed
analyst-column-enrolled = Enrolled
analyst-column-done = Lessons done, %
analyst-column-late = Late
analyst-column-name = Learner
analyst-column-last = Last active
analyst-column-topic = Topic
analyst-column-question = Question
analyst-column-course = Course
analyst-column-room = Room
analyst-column-bookings = Bookings
analyst-column-hours = Hours

analyst-overview =
    { $people ->
        [0] Nobody studied { $period }.
        [one] One learner studied { $period }.
       *[other] { $people } learners studied { $period }.
    }
analyst-active =
    { $people ->
        [0] Nobody was active { $period }
        [one] One learner was active { $period }
       *[other] { $people } learners were active { $period }
    }; { $before ->
        [0] in the same time before, nobody was.
       *[other] in the same time before, it was { $before }.
    }
analyst-new =
    { $people ->
        [0] Nobody new began { $period }
        [one] One new learner began { $period }
       *[other] { $people } new learners began { $period }
    }; { $total ->
        [one] one has begun in all.
       *[other] { $total } have begun in all.
    }
analyst-studied =
    { $people ->
        [0] Nobody studied { $period }.
        [one] One learner studied { $minutes } min { $period } and answered { $answers ->
            [one] one question.
           *[other] { $answers } questions.
        }
       *[other] { $people } learners studied { $minutes } min in all { $period } and answered { $answers ->
            [one] one question.
           *[other] { $answers } questions.
        }
    }
analyst-studied-line =
    { $minutes } min · { $answers ->
        [one] 1 answer
       *[other] { $answers } answers
    }
analyst-idle =
    { $people ->
        [0] Nobody has been away { $period }.
        [one] One learner has not been active { $period }.
       *[other] { $people } learners have not been active { $period }.
    }
analyst-idle-unnamed = Their names are told to a teacher only, who asks for the report itself.
analyst-idle-many = These are too many to name here; their names are in the table.
analyst-nameless = somebody whose name I do not know
analyst-never = has not begun yet
analyst-accuracy =
    { $percent } % of { $answers ->
        [one] one answer was right
       *[other] { $answers } answers were right
    } { $period }, in { $topics ->
        [one] one topic
       *[other] { $topics } topics
    }; the weakest is “{ $title }” with { $weakest } %.
analyst-answers =
    { $percent } % of { $answers ->
        [one] one answer was right { $period }.
       *[other] { $answers } answers were right { $period }.
    }
analyst-answers-none = Nobody answered a question { $period }.
analyst-topic-none = Nothing was answered { $period } about “{ $title }” by enough learners.
analyst-failing =
    “{ $question }” fails most: { $percent } % of the answers were wrong { $period }, of { $people } learners.
analyst-failing-none = No question that several learners share was answered wrong { $period }.
analyst-failing-none-of = No question about “{ $title }” that several learners share was answered wrong { $period }.
analyst-shared = Told are only topics and questions that at least three learners share: private cards stay private.
analyst-course =
    { $enrolled ->
        [0] “{ $title }”: nobody is enrolled yet.
       *[other] “{ $title }”: { $enrolled } enrolled, { $completed } completed{ $percent ->
            [-1] {""}
           *[other] , { $percent } % of the lessons done
        }{ $late ->
            [0] .
            [one] ; one is late.
           *[other] ; { $late } are late.
        }
    }
analyst-courses =
    { $courses ->
        [one] One course
       *[other] { $courses } courses
    }, { $enrolled ->
        [one] one enrolment.
       *[other] { $enrolled } enrolments.
    }
analyst-course-none = There are no courses with learners yet.
analyst-course-unknown = I know of no course “{ $title }” that somebody is in. Ask “how are the courses going” to see them all.
analyst-course-which = Which course do you mean?
analyst-rooms =
    { $bookings ->
        [0] No room was booked { $period }.
        [one] One booking { $period }, { $hours } h in all.
       *[other] { $bookings } bookings { $period }, { $hours } h in all.
    }
analyst-room-line = { $bookings } × · { $hours } h
analyst-rooms-none = There are no rooms here yet.
analyst-room-gone = a room that is gone
analyst-more = … the rest is in the table.

analyst-export-done =
    { $sentence } { $count ->
        [one] Here is the table, one line.
       *[other] Here is the table, { $count } lines.
    }
analyst-export-none = There is nothing in this report to put into a table.
analyst-subscribe-done = { $what }, { $rhythm }. The next one: { $when }
analyst-subscribe-often = At most once a day, please. How often shall I send it, and when?
analyst-subscribe-never = That time never comes. How often shall I send it, and when?
analyst-subscribe-full = You get { $count } reports already. End one of them first: “stop sending me the class report”.
analyst-scheduled-none = No report comes by itself. Say “send me this every Monday at 8” after one.
analyst-scheduled-done =
    { $count ->
        [one] You get one report regularly:
       *[other] You get { $count } reports regularly:
    }
    { $lines }
analyst-scheduled-line = { $what }, { $rhythm }, next: { $when }
analyst-unsubscribe-done = Ended: { $what }
analyst-unsubscribe-all =
    { $count ->
        [one] The report no longer comes.
       *[other] All { $count } reports no longer come.
    }
analyst-unsubscribe-gone = This report has been ended already.
analyst-unsubscribe-no-such =
    { $count ->
        [one] You get one report only.
       *[other] You get { $count } reports only.
    }
analyst-due-stop = No more of these
analyst-due-ended = “{ $what }” no longer comes: it is for teachers only.

analyst-prompt =
    You are the analyst of a teacher or an admin of a place of learning. You answer questions about their learners in numbers, and every number comes from the tool for reports: never from your head.
    Say first, in one plain sentence, what was asked; then at most five short lines. Name the period. Say what a figure does not show: few answers prove little. Where no report fits, say which ones there are. You are told no names of learners; do not guess any. Answer in at most 150 words.
    .short = You answer a teacher's question in numbers, and only from the data that is given. Be brief.
