both-title = Mehrere Wünsche
both-answer =
    .label = Mehrere Wünsche auf einmal
    .example = notiere, dass die Prüfung am Freitag ist, und erinnere mich am Donnerstag ans Lernen
    .help = Sag zwei Dinge in einem Satz; bin ich unsicher, frage ich nach.
both-answer-how = Das kann ich als { $count } Dinge verstehen oder als eines. Was meinst du?
    { $lines }
both-answer-line = • { $what }
both-both = Mach beides
both-all = Mach alles einzeln
both-one = Nur eines
both-answer-nothing = Im Moment gibt es nichts zu entscheiden.
