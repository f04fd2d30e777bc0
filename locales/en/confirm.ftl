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
confirm-dropped = All right, I leave it: { $what }
confirm-was-yes = This is done already, and I do not do it twice: { $what }
confirm-was-no = We have left this already: { $what }
confirm-gone = Nothing waits for this answer: it is too old, or it was somebody else's.
confirm-nothing = There is no suggestion that waits for your answer.
confirm-by-hand = For that I need your own yes, without a picture or file. Please press the button, or write it.
