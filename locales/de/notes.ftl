notes-title = Notizen
notes-save =
    .label = Notiz speichern
    .example = notiere, dass die Prüfung am Freitag ist
    .help = Ich behalte sie Wort für Wort.
notes-save-text = Was soll ich notieren?
notes-save-done = Gespeichert: { $text }
notes-find =
    .label = Notiz suchen
    .example = was habe ich über die Prüfung notiert
    .help = Ich suche deine Worte in allen deinen Notizen.
notes-find-text = Worum geht es in der Notiz?
notes-find-none = Ich habe keine Notiz zu „{ $text }“ gefunden.
notes-find-done =
    { $count ->
        [one] Diese Notiz habe ich gefunden:
       *[other] Ich habe { $count } Notizen gefunden:
    }
    { $lines }
notes-list =
    .label = Notizen zeigen
    .example = zeig mir meine Notizen
    .help = Die neuesten zuerst.
notes-list-none = Du hast noch keine Notizen.
notes-list-done =
    { $count ->
        [one] Du hast eine Notiz:
       *[other] Du hast { $count } Notizen:
    }
    { $lines }
notes-list-more =
    { $count ->
        [one] Deine neueste Notiz:
       *[other] Deine { $count } neuesten Notizen:
    }
    { $lines }
notes-delete =
    .label = Notiz löschen
    .example = lösche die Notiz über die Prüfung
    .help = Wenn mehrere passen, frage ich, welche.
notes-delete-text =
    Welche Notiz soll ich löschen?
    { $lines }
notes-delete-which =
    Welche Notiz meinst du?
    { $lines }
notes-delete-done = Gelöscht: { $text }
notes-delete-gone = Diese Notiz gibt es nicht mehr.
notes-delete-no-such =
    { $count ->
        [one] Eine Notiz mit dieser Nummer gibt es nicht: Du hast nur eine.
       *[other] Eine Notiz mit dieser Nummer gibt es nicht: Du hast { $count }.
    }
notes-clear =
    .label = Alle Notizen löschen
    .example = lösche alle meine Notizen
    .help = Ich frage noch einmal nach, bevor ich es tue.
notes-clear-sure =
    { $count ->
        [one] Du hast eine Notiz. Soll ich sie wirklich löschen?
       *[other] Du hast { $count } Notizen. Soll ich wirklich alle löschen?
    }
notes-clear-yes =
    { $count ->
        [one] Ja, löschen
       *[other] Ja, alle löschen
    }
notes-clear-no =
    { $count ->
        [one] Nein, behalten
       *[other] Nein, alle behalten
    }
notes-clear-kept =
    { $count ->
        [one] Gut, sie bleibt.
       *[other] Gut, sie bleiben.
    }
notes-clear-done =
    { $count ->
        [one] Erledigt: Deine Notiz ist gelöscht, dein Notizbuch ist leer.
       *[other] Erledigt: Alle { $count } Notizen sind gelöscht, dein Notizbuch ist leer.
    }
