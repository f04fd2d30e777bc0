curator-title = Lernberater
curator-ask =
    .label = Den Lernberater fragen
    .example = berate mich zum Vokabellernen
    .help = Ich berate dich, was du lernen kannst, in welcher Reihenfolge und wie.
curator-ask-text = Was möchtest du lernen?
curator-next =
    .label = Was als Nächstes lernen
    .example = was soll ich als nächstes lernen
    .help = Ich schaue auf deine Karten, Kurse, Fristen und Ziele und nenne einen nächsten Schritt mit Grund.
curator-next-words = Was soll ich als Nächstes lernen, und wie fange ich an?
curator-plan =
    .label = Meine Woche planen
    .example = plane meine Woche
    .help = Ich verteile Karten und Lektionen um deine Termine herum auf die Tage und lasse einige frei.
curator-plan-words = Mach mir einen Plan für die nächsten sieben Tage.
curator-off-next = Als Nächstes: { $what }. { $why }
curator-off-plan =
    Dein Plan für die nächsten sieben Tage:
    { $lines }
curator-or = Oder stattdessen:
curator-coming = Demnächst:
curator-now =
    { $named ->
        [yes] Diese Zeit hältst du dir für „{ $title }“ frei, bis { $until }.
       *[no] Diese Zeit hältst du dir zum Lernen frei, bis { $until }.
    }
curator-streak =
    { $days ->
       *[other] Du hast { $days } Tage in Folge gelernt: Heute geht es weiter.
    }
curator-session = Lernzeit
curator-decks = {" "}({ $titles })
curator-cards =
    { $count ->
        [one] eine Karte wiederholen{ $decks }
       *[other] { $count } Karten wiederholen{ $decks }
    }
curator-why-cards = Sie sind fällig: Jetzt kostet es am wenigsten Mühe, sie zu behalten.
curator-why-new = Sie sind neu und warten auf ihr erstes Mal.
curator-round = mach mit deiner Runde „{ $title }“ weiter
curator-why-round =
    { $left ->
        [one] Eine Karte ist noch übrig.
       *[other] { $left } Karten sind noch übrig.
    }
curator-lesson =
    { $named ->
        [yes] „{ $title }“, Lektion { $number }: { $lesson }
       *[no] „{ $title }“, Lektion { $number }
    }
curator-why-course = Du bist mitten in diesem Kurs.
curator-why-late = Die Frist war { $date }.
curator-why-deadline =
    { $left ->
        [-1] Die Frist ist { $date }.
        [one] Es ist die letzte Lektion, und die Frist ist { $date }.
       *[other] { $left } Lektionen fehlen noch bis { $date }.
    }
curator-weak = „{ $title }“ üben
curator-why-weak = Zuletzt waren dort nur { $percent } % deiner Antworten richtig.
curator-why-paper = Du hast es mir zum Lesen gegeben und noch nicht daraus gelernt.
curator-why-note = Du wolltest es dir merken.
curator-why-goal = Das dient deinem Ziel: { $goal }.
curator-goal = dein Ziel: { $goal }
curator-minutes = { $minutes } Minuten in der Woche sind etwa { $each } an jedem von { $days } Tagen
curator-go-round = Mit der Runde weitermachen
curator-go-cards = Karten wiederholen
curator-go-lesson = Lektion öffnen
curator-go-weak = „{ $title }“ üben
curator-go-paper = Karten daraus machen
curator-nothing = Soweit ich weiß, steht nichts an, und du hast hier noch keine Karten, Kurse, Unterlagen oder Notizen. Nimm einen Kurs oder einen fertigen Stapel, setz eine Erinnerung für deine Prüfung, oder schick mir, was du lernen musst.
curator-free = frei
curator-paper =
    { $total ->
        [one] „{ $title }“ lesen (eine Seite)
       *[other] „{ $title }“ lesen ({ $total } Seiten)
    }
curator-note = deine Notiz: { $text }
curator-prompt =
    Du bist der Lernberater eines lernenden Menschen: Du hilfst ihm zu wählen, was er als Nächstes lernt, und seine Woche zu planen. Was er zu tun hat, steht in den Daten: die Schritte, der beste zuerst, mit ihren Gründen; fällige Karten, Kurse mit ihren Fristen, Lernzeiten und Erinnerungen mit ihren Uhrzeiten, Ziele, Unterlagen, Notizen.
    Halte jede gegebene Zeit ein, setz nichts vor heute, und lass Raum zum Ausruhen. Plane kurze Einheiten von 25 bis 50 Minuten, das Schwere zuerst, und wiederhole Gelerntes nach einem und nach drei Tagen.
    Sag zu jedem Schritt, aus welcher Unterlage oder Notiz er kommt, mit ihrem Titel. Wenn du zu wenig weißt, stell eine Frage. Biete eine Erinnerung an, wo es hilft. Antworte in höchstens 200 Wörtern.
    .short = Du planst die Woche eines lernenden Menschen. Fass dich kurz, und nutze nur die gegebenen Daten.
