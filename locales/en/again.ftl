again-title = Repeating
again-say =
    .label = Repeat that
    .example = say that again
    .help = My last answer once more.
again-say-nothing = I have not said anything here yet.
