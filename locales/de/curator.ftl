curator-title = Lernberater
curator-ask =
    .label = Den Lernberater fragen
    .example = berate mich zum Vokabellernen
    .help = Ich berate dich, was du lernen kannst, in welcher Reihenfolge und wie.
curator-ask-text = Was möchtest du lernen?
curator-next =
    .label = Was als Nächstes lernen
    .example = was soll ich als nächstes lernen
    .help = Ich schaue in deine Erinnerungen, Unterlagen und Notizen und nenne den nächsten Schritt.
curator-next-words = Was soll ich als Nächstes lernen, und wie fange ich an?
curator-plan =
    .label = Meine Woche planen
    .example = plane meine Woche
    .help = Ich verteile deine Unterlagen auf die Tage zwischen dem, was ansteht.
curator-plan-words = Mach mir einen Plan für die nächsten sieben Tage.
curator-off-next =
    Das kommt als Nächstes:
    { $lines }
curator-off-plan =
    Dein Plan für die nächsten sieben Tage:
    { $lines }
curator-nothing = Soweit ich weiß, steht nichts an, und du hast hier noch keine Unterlagen oder Notizen. Setz eine Erinnerung für deine Prüfung, oder schick mir, was du lernen musst.
curator-free = frei
curator-paper =
    { $total ->
        [one] „{ $title }“ lesen (eine Seite)
       *[other] „{ $title }“ lesen ({ $total } Seiten)
    }
curator-note = deine Notiz: { $text }
curator-prompt =
    Du bist der Lernberater eines lernenden Menschen: Du hilfst ihm zu wählen, was er als Nächstes lernt, und seine Woche zu planen. Was er zu tun hat, steht in den Daten: Erinnerungen mit ihren Zeiten, Unterlagen, Notizen.
    Halte jede gegebene Zeit ein, setz nichts vor heute, und lass Raum zum Ausruhen. Plane kurze Einheiten von 25 bis 50 Minuten, das Schwere zuerst, und wiederhole Gelerntes nach einem und nach drei Tagen.
    Sag zu jedem Schritt, aus welcher Unterlage oder Notiz er kommt, mit ihrem Titel. Wenn du zu wenig weißt, stell eine Frage. Biete eine Erinnerung an, wo es hilft. Antworte in höchstens 200 Wörtern.
    .short = Du planst die Woche eines lernenden Menschen. Fass dich kurz, und nutze nur die gegebenen Daten.
