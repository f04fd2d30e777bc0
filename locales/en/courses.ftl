courses-title = Courses
# Words that say only that a course is meant.
courses-small-words = course courses class training
# Answers that mean: there is no deadline.
courses-no-limit-words = none skip nope no nothing later without never unlimited open whenever
courses-none = There are no courses here yet.
courses-gone = This course is no longer there.
courses-unknown = I know no course about “{ $text }”.
courses-which = Which course do you mean?
courses-mine-none = You are not in any course yet. Shall I show you what there is?
courses-not-in = You are not in “{ $title }” yet.
courses-go-on = Go on
courses-start = Start the first lesson
courses-look = Look at it
courses-more = Read on
courses-done-button = Done
courses-next-button = Next lesson
courses-cards-button = Cards to practise
courses-practise = Practise now

courses-list =
    .label = Show the courses
    .example = what courses are there
    .mine = which courses am I taking
    .help = Or say “my courses” for those that you are in.
courses-list-done =
    { $count ->
        [one] There is one course:
       *[other] There are { $count } courses:
    }
    { $lines }
courses-list-found =
    { $count ->
        [one] I found this course:
       *[other] I found { $count } courses:
    }
    { $lines }
courses-list-more = … and { $count } more. Tell me a subject, and I look for it.
courses-line =
    { $title } ({ $lessons ->
        [0] no lessons yet
        [one] one lesson, { $minutes } min
       *[other] { $lessons } lessons, { $minutes } min
    })
courses-mine-done =
    { $count ->
        [one] You are in one course:
       *[other] You are in { $count } courses:
    }
    { $lines }
courses-line-mine =
    { $title }: { $total ->
        [one] { $done } of one lesson done
       *[other] { $done } of { $total } lessons done
    }
courses-line-due = { $line }, due { $date }
courses-line-completed = { $title }: completed
courses-line-gone = { $title }: no longer offered

courses-show =
    .label = About a course
    .example = what is the course Learn how to learn about
    .help = What it teaches, its lessons, and by when it is to be done.
courses-show-done = { $about }
courses-show-lesson = { $number }. { $title } ({ $minutes } min)
courses-show-empty = It has no lessons yet.
courses-show-deadline = Due { $date }.
courses-show-days =
    { $days ->
        [one] You have one day from the day you enrol.
       *[other] You have { $days } days from the day you enrol.
    }
courses-show-yours = You are in it. { $line }
courses-show-closed = It is closed: nobody new can enrol.

courses-enrol =
    .label = Enrol
    .example = enrol me in Learn how to learn
    .help = I tell you when its deadline comes near.
courses-enrol-done =
    You are in: “{ $title }”, { $lessons ->
        [0] still without lessons
        [one] one lesson, { $minutes } minutes
       *[other] { $lessons } lessons, { $minutes } minutes
    }.
courses-enrol-due = It is due { $date }. I will remind you a week and a day before.
courses-enrol-already = You are in “{ $title }” already.
courses-enrol-closed = “{ $title }” is closed: nobody new can enrol. Ask your teacher.

courses-leave =
    .label = Leave a course
    .example = leave the course Learn how to learn
    .help = I ask you once more before I do it.
courses-leave-not-in = You are not in this course.
courses-leave-sure =
    { $count ->
        [0] Shall I take you out of “{ $title }”?
        [one] You have done one lesson of “{ $title }”. Shall I take you out, and forget it?
       *[other] You have done { $count } lessons of “{ $title }”. Shall I take you out, and forget them?
    }
courses-leave-yes = Yes, take me out
courses-leave-no = No, I stay
courses-leave-kept = All right, you stay in “{ $title }”.
courses-leave-done = You are out of “{ $title }”.

courses-lesson =
    .label = Next lesson
    .example = next lesson
    .help = Or name one: “start lesson two of Learn how to learn”.
courses-lesson-done =
    { $title }
    Lesson { $number } of { $total }: { $lesson }{ $pieces ->
        [one] { "" }
       *[other] { " " }(part { $piece } of { $pieces })
    }

    { $text }
courses-lesson-empty = “{ $title }” has no lessons yet.
courses-lesson-all-done = You have done all lessons of “{ $title }”.
courses-lesson-no-such =
    { $total ->
        [one] “{ $title }” has only one lesson.
       *[other] “{ $title }” has { $total } lessons. Tell me a number from 1 to { $total }.
    }

courses-done =
    .label = Lesson done
    .example = I finished the lesson
    .help = I count it, and tell you what comes next.
courses-done-done =
    Done: lesson { $number }, “{ $lesson }”.
    { $title }: { $total ->
        [one] { $done } of one lesson done
       *[other] { $done } of { $total } lessons done
    }.
courses-done-already = You had done “{ $lesson }” already.
courses-completed = You have completed “{ $title }”. Congratulations!

courses-progress =
    .label = How far am I?
    .example = how far am I in the course Learn how to learn
    .help = What is done, and what is left.
courses-progress-left = About { $minutes } minutes to go. Next is lesson { $number }: { $lesson }.

courses-cards =
    .label = Cards of a course
    .example = make cards of this lesson
    .help = I make a deck of its questions, for your quizzes.
courses-cards-none = There are no questions in this part of “{ $title }”.
courses-cards-done =
    { $count ->
        [one] One card is in your deck “{ $title }” now.
       *[other] { $count } cards are in your deck “{ $title }” now.
    }
courses-cards-already = These cards are in your deck “{ $title }” already.

courses-due =
    .label = My deadlines
    .example = what deadlines do I have
    .help = I also remind you a week and a day before.
courses-due-none = None of your courses has a deadline. Take your time.
courses-due-nowhere = You are in no course that is still to be done, so there is no deadline.
courses-due-done =
    { $count ->
        [one] You have one deadline:
       *[other] You have { $count } deadlines:
    }
    { $lines }
courses-due-one = “{ $title }” is due { $date }.
courses-due-days =
    { $days ->
        [one] “{ $title }” gives you one day from the day you enrol.
       *[other] “{ $title }” gives you { $days } days from the day you enrol.
    }
courses-due-free = “{ $title }” has no deadline. Take your time.
courses-due-soon =
    “{ $title }” is due { $days ->
        [0] today
        [1] tomorrow
        [7] in a week
       *[other] in { $days } days
    }, { $date }. { $total ->
        [one] { $done } of one lesson is done.
       *[other] { $done } of { $total } lessons are done.
    }
courses-due-moved = Your teacher has changed a deadline: “{ $title }” is now due { $date }.
courses-due-lifted = Your teacher has lifted the deadline of “{ $title }”. Take your time.

courses-certificate =
    .label = My certificate
    .example = give me my certificate
    .help = For every course that you have completed.
courses-certificate-not-in = You were not in this course, so there is no certificate.
courses-certificate-early = There will be a certificate when all lessons are done. { $line }
courses-certificate-name = What name shall stand on the certificate?
courses-certificate-name-odd = That is too long for a name. What name shall stand on the certificate?
courses-certificate-done = Here is your certificate, { $name }: “{ $title }”.
courses-paper-heading = Certificate
courses-paper-body = has completed the course
courses-paper-footer =
    { $lessons ->
        [one] one lesson
       *[other] { $lessons } lessons
    }, { $minutes } minutes

courses-create =
    .label = Create a course
    .example = create a course Chemistry for beginners
    .help = For teachers. I ask for what is missing.
courses-create-title = What is the course called?
courses-create-about = What is “{ $title }” about? One or two sentences.
courses-create-limit = By when is it to be done? For example “30 days” from the day one enrols, or “by 1 June”.
courses-create-exists = There is a course “{ $title }” already. Choose another name, or say “edit the course { $title }”.
courses-create-done =
    Created: “{ $title }”
    { $about }
    Deadline: { $limit }
    Now add a lesson: “add a lesson to { $title }: its name”.
courses-title-long = That is too long for a name: it may have up to { $limit } characters. Please give me a shorter one.
courses-limit-unclear = I need a time that is still to come: “30 days”, “by 1 June”, or “none”.
courses-limit-date = { $date }
courses-limit-days =
    { $days ->
        [one] one day from the day one enrols
       *[other] { $days } days from the day one enrols
    }
courses-limit-none = none
courses-no-limit-button = No deadline

courses-addlesson =
    .label = Add a lesson
    .example = add a lesson to Chemistry: Atoms
    .help = For teachers. Send the text as a message or as a document.
courses-addlesson-button = Add a lesson
courses-addlesson-more = Add another lesson
courses-addlesson-title = What is the new lesson of “{ $course }” called?
courses-addlesson-text = Send me the text of “{ $lesson }”.
courses-addlesson-full = “{ $title }” is full: a course may have up to { $limit } lessons.
courses-addlesson-long = This text has { $count } characters, and a lesson may have up to { $limit }. Please send a shorter one.
courses-addlesson-done =
    Added to “{ $title }”: lesson { $number }, “{ $lesson }” (about { $minutes } min)
    { $text }

courses-edit =
    .label = Edit a course
    .example = edit the course Chemistry
    .help = For teachers. Name, description, deadline, open or closed.
courses-edit-what = What shall I change in “{ $title }”?
courses-edit-rename-button = Its name
courses-edit-about-button = Its description
courses-edit-deadline-button = Its deadline
courses-edit-close-button = Close it
courses-edit-open-button = Open it again
courses-edit-rename = What shall “{ $title }” be called?
courses-edit-rename-done = Renamed: “{ $before }” is now “{ $title }”.
courses-edit-about = What is “{ $title }” about?
courses-edit-about-done = Changed: “{ $title }” is about this now: { $about }
courses-edit-deadline = By when is “{ $title }” to be done? For example “30 days” from the day one enrols, or “by 1 June”.
courses-edit-deadline-done = Deadline of “{ $title }”: { $limit }. Whoever is in it hears of it in the morning.
courses-edit-closed = Closed: nobody new can enrol in “{ $title }”.
courses-edit-opened = Open again: everybody can enrol in “{ $title }”.

courses-remove =
    .label = Remove a course
    .example = delete the course Chemistry
    .help = For teachers. Whoever is in it keeps what they have done.
courses-remove-sure =
    { $count ->
        [0] Shall I really delete “{ $title }”?
        [one] “{ $title }” has one lesson. Shall I really delete it?
       *[other] “{ $title }” has { $count } lessons. Shall I really delete it?
    }
courses-remove-yes = Yes, delete it
courses-remove-no = No, keep it
courses-remove-kept = All right, “{ $title }” stays.
courses-remove-done = Deleted: “{ $title }”. Whoever was in it keeps what they have done.

courses-import =
    .label = Import a course
    .example = import this course
    .help = For teachers. Send a YAML file, or a document whose headings become lessons, with these words.
courses-import-nothing = Send me the file together with the words “import this course”: YAML, or a document whose headings become lessons.
courses-import-no-headings = I find no headings in “{ $name }”. Each heading becomes a lesson, so give every lesson one and send it again.
courses-import-faults =
    { $count ->
        [one] I cannot take this course yet. Please put this right and send it again:
       *[other] I cannot take this course yet. Please put these right and send it again:
    }
    { $lines }
courses-import-done =
    Imported: “{ $title }”, { $count ->
        [0] without lessons
        [one] one lesson, { $minutes } min
       *[other] { $count } lessons, { $minutes } min
    }
    { $lines }
courses-import-again =
    Replaced by your file: “{ $title }”, { $count ->
        [0] without lessons
        [one] one lesson, { $minutes } min
       *[other] { $count } lessons, { $minutes } min
    }
    { $lines }
courses-fault-line = Line { $line }: { $what }
courses-fault-broken = this is not valid YAML. Perhaps a quote, a colon or the indentation is wrong.
courses-fault-alias = anchors and aliases (& and *) are not allowed. Please write it out.
courses-fault-deep = this is nested too deeply for a course.
courses-fault-fields = here should be fields with values: { $known }.
courses-fault-unknown = I do not know the field “{ $name }”. There are: { $known }.
courses-fault-twice = the field “{ $name }” stands here twice.
courses-fault-text = “{ $name }” should be a text.
courses-fault-missing = “{ $name }” is missing.
courses-fault-long = “{ $name }” is too long: up to { $limit } characters.
courses-fault-number = “{ $name }” should be a whole number from 1 to { $limit }.
courses-fault-choice = “{ $name }” should be one of these: { $known }.
courses-fault-date = “{ $name }” should be a date like 2027-06-01.
courses-fault-list = “{ $name }” should be a list: each entry begins with “-”.
courses-fault-many = “{ $name }” has too many entries: up to { $limit }.
courses-fault-card = a card is a question and an answer: [question, answer]. Put a text with a comma in quotes.

courses-export =
    .label = Export a course
    .example = export the course Chemistry
    .help = For teachers. A file to change and to import again.
courses-export-done = Here is “{ $title }” as a file. Change it as you like, and send it back with the words “import this course”.
