again-title = Wiederholen
again-say =
    .label = Wiederholen
    .example = sag das noch einmal
    .help = Meine letzte Antwort noch einmal.
again-say-nothing = Ich habe hier noch nichts gesagt.
