fix-title = Corrections
fix-said =
    .label = Correct what I heard
    .example = no, I said biology
    .help = Tell me what you really said: I do that instead, and hear it right the next time.
fix-said-text = What did you really say?
fix-said-nothing = I do not know what to correct to “{ $text }”. Please say it whole.
fix-list =
    .label = Show my corrections
    .example = show my corrections
    .help = The words that I have learned to hear.
fix-list-none = I have learned no corrections.
fix-list-line = • “{ $heard }” → “{ $said }”
fix-list-done =
    { $count ->
        [one] One correction I have learned:
       *[other] { $count } corrections I have learned:
    }
    { $lines }
fix-forget =
    .label = Forget my corrections
    .example = forget my corrections
    .help = From then on I take your words as I hear them.
fix-forget-done =
    { $count ->
        [one] Forgotten: one correction.
       *[other] Forgotten: { $count } corrections.
    }
