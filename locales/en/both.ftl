both-title = Several wishes
both-answer =
    .label = Several wishes at once
    .example = note that the exam is on Friday and remind me on Thursday to revise
    .help = Say two things in one sentence; where I am not sure, I ask.
both-answer-how = I could take that as { $count } things, or as one. Which is it?
    { $lines }
both-answer-line = • { $what }
both-both = Do both
both-all = Do all of them
both-one = Only one thing
both-answer-nothing = There is nothing to decide at the moment.
