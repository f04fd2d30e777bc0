fix-title = Korrekturen
fix-said =
    .label = Gehörtes korrigieren
    .example = nein, ich sagte Biologie
    .help = Sag mir, was du wirklich gesagt hast: Ich tue das stattdessen und höre es beim nächsten Mal richtig.
fix-said-text = Was hast du wirklich gesagt?
fix-said-nothing = Ich weiß nicht, was ich zu „{ $text }“ korrigieren soll. Sag es bitte ganz.
fix-list =
    .label = Meine Korrekturen zeigen
    .example = zeig mir meine Korrekturen
    .help = Die Wörter, die ich zu hören gelernt habe.
fix-list-none = Ich habe noch keine Korrekturen gelernt.
fix-list-line = • „{ $heard }“ → „{ $said }“
fix-list-done =
    { $count ->
        [one] Eine Korrektur habe ich gelernt:
       *[other] { $count } Korrekturen habe ich gelernt:
    }
    { $lines }
fix-forget =
    .label = Meine Korrekturen vergessen
    .example = vergiss meine Korrekturen
    .help = Von da an nehme ich deine Wörter, wie ich sie höre.
fix-forget-done =
    { $count ->
        [one] Vergessen: eine Korrektur.
       *[other] Vergessen: { $count } Korrekturen.
    }
