confirm-title = Suggestions
confirm-answer =
    .label = Answer a suggestion
    .example = carry out the suggestion
    .help = What an assistant suggests is done only after your own yes, within a day.
confirm-answer-answer = Shall I do it?
confirm-offer = I would do this:
    • { $what }
confirm-yes = Yes, do it
confirm-no = No, leave it
confirm-dropped = All right, I'll leave that: { $what }
confirm-was-yes = That is already done, and I won't do it twice: { $what }
confirm-was-no = We have already dropped this: { $what }
confirm-gone = Nothing is waiting for this answer: it is too old, or it was meant for somebody else.
confirm-nothing = No suggestion is waiting for your answer.
confirm-by-hand = For that I need your own yes, without a picture or file. Please press the button, or write it.
