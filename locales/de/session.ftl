session-title = Gespräch
session-cancel =
    .label = Abbrechen
    .example = abbrechen
    .help = Lässt eine Frage von mir offen.
session-cancel-done = Gut, lassen wir es.
session-cancel-nothing = Alles gut. Es gab nichts abzubrechen.
