# Wörter vor dem Namen eines Raums, die zu ihm gehören: „in der Bibliothek“.
schedule-before-room = in im ins an am der die das den dem des einen einem raum unsere unserer namens zum zur auf
# Wörter, mit denen ein Raum gemeint ist, auch wenn keiner so heißt.
schedule-room-words = raum räume zimmer bibliothek bücherei labor saal hörsaal klassenzimmer aula lernraum gruppenraum besprechungsraum
schedule-seat-words = plätze plätzen platz sitzplätze sitzplätzen sitze sitzen leute personen stühle stühlen
# Wie jede Buchung heißen könnte.
schedule-general = termin termine stunde stunden lerneinheit lerneinheiten lernzeit lernzeiten buchung buchungen sitzung sitzungen besprechung kalender reservierung raum einheit unterricht lernen es
schedule-all-words = alle alles allen ganze serie reihe sämtliche
schedule-one-words = nur einen eine eines diesen diese dieses einmal nächsten nächste
# Was „plane …“ vor und hinter dem Titel übrig lässt.
schedule-tidy =
    .dropped = ^(?:eine?[nmrs]?|der|die|das|den|dem|etwas|für|zum|zur|mein|meine|meinen|mit|mir|mich|uns|in|im|am|auf|beim|bei|zu)\s+(?=\w)|\s+(?:in|im|am|auf|für|den|die|das|ein|an|kalender|stundenplan)$|^(?:ein|eine|einen|für|in|am|auf|zum|zur|es|mir|mich|zeit|etwas)$
    .room = ^(?:der|die|das|den|einen|ein|neuer|neuen|lernraum|namens)\s+(?=\w)|^raum\s+(?=[^\W\d])|[,;]?\s+(?:mit|für|hat|und|ist|jetzt|plätze|von|offen|geöffnet)$
schedule-title = Kalender
schedule-untitled = Lernzeit
schedule-week =
    .label = Meinen Kalender zeigen
    .example = was steht diese Woche an
    .help = Deine Termine und Räume, Tag für Tag.
schedule-week-done =
    Dein Kalender:
    { $lines }
schedule-week-none = In den nächsten sieben Tagen ist nichts gebucht.
schedule-week-none-then = { $days }: nichts gebucht.
schedule-week-reminders =
    { $count ->
        [one] Dazu eine Erinnerung.
       *[other] Dazu { $count } Erinnerungen.
    }
schedule-week-more =
    { $count ->
        [one] … und noch einer.
       *[other] … und noch { $count }.
    }
schedule-book =
    .label = Zeit buchen
    .example = plane zwei Stunden Mathe am Samstagvormittag
    .again = buche die Bibliothek morgen von 15 bis 17 Uhr
    .help = Lernzeit für dich oder einen Raum; einmal oder jede Woche.
schedule-book-when = Wann soll es sein?
schedule-clock = Um wie viel Uhr?
schedule-zone = Damit die Zeit stimmt: In welcher Stadt bist du? Oder sag mir, wie spät es bei dir ist.
schedule-zone-unknown = Diesen Ort kenne ich nicht. Nenn mir bitte eine große Stadt in deiner Nähe oder so etwas wie „UTC+3“.
schedule-impossible = „{ $said }“: So eine Zeit gibt es nicht. Wann soll es sein?
schedule-past = { $past } ist schon vorbei. Wann soll es sein?
schedule-often = Das ist mir zu oft: Ich kann etwas täglich, wöchentlich oder monatlich wiederholen. Wann soll es sein?
schedule-never = So einen Tag gibt es nicht mehr. Wann soll es sein?
schedule-length = Eine Buchung dauert { $minutes } Minuten bis { $hours } Stunden. Sag es mir bitte noch einmal mit einer anderen Dauer.
schedule-book-done = { $when }: { $what }. Steht in deinem Kalender.
schedule-book-room = { $when }: { $what }. Der Raum gehört dir.
schedule-book-again = Ich wiederhole es { $every }.
schedule-book-usual = Eine Stunde, da du kein Ende genannt hast.
schedule-book-yours = Auf deiner Uhr: { $when }.
schedule-book-lost = Schon vergeben und deshalb ohne dich: { $days }.
schedule-book-clash = Achtung: Zu dieser Zeit hast du auch „{ $what }“.
schedule-book-own = Ohne Raum
schedule-book-room-which = { $when }: Diese Räume sind frei. Welchen soll ich buchen?
schedule-cancel-this = Absagen
schedule-closed = { $when }: { $room } ist dann zu, offen ist von { $opens } bis { $closes } Uhr. Welche andere Zeit soll ich nehmen?
schedule-taken = { $when }: { $room } ist schon vergeben. Welche andere Zeit soll ich nehmen?
schedule-seats =
    { $count ->
        [one] { $room } (ein Platz)
       *[other] { $room } ({ $count } Plätze)
    }
schedule-room-line = { $room }, offen { $opens }–{ $closes }
schedule-rooms =
    .label = Räume zeigen
    .example = welche Räume gibt es
    .help = Mit Plätzen und Öffnungszeiten.
schedule-rooms-done =
    { $count ->
        [one] Es gibt einen Raum:
       *[other] Es gibt { $count } Räume:
    }
    { $lines }
schedule-rooms-none = Hier gibt es noch keine Räume: Lehrkräfte legen sie an, mit „neuer Raum Bibliothek mit 6 Plätzen“. Die Zeit kann trotzdem in deinen Kalender.
schedule-rooms-none-yet = Hier gibt es noch keine Räume: Lehrkräfte legen sie an, mit „neuer Raum Bibliothek mit 6 Plätzen“. Für deine eigene Lernzeit brauchst du keinen.
schedule-rooms-yours = Es gibt noch keine Räume. Leg einen an: „neuer Raum Bibliothek mit 6 Plätzen, offen von 8 bis 20 Uhr“.
schedule-room-unknown =
    So einen Raum kenne ich nicht. Welchen meinst du?
    { $lines }
schedule-room-none = Es gibt keinen Raum „{ $room }“.
schedule-open =
    .label = Raum anlegen
    .example = neuer Raum Bibliothek mit 6 Plätzen, offen von 8 bis 20 Uhr
    .help = Für Lehrkräfte: Alle können ihn dann buchen. Mit denselben Worten änderst du ihn.
schedule-open-text = Wie heißt der Raum?
schedule-open-done = Angelegt: { $room }. Alle können ihn jetzt buchen.
schedule-open-changed = Geändert: { $room }.
schedule-open-hours = Diese Zeiten gehen nicht: Ein Raum öffnet und schließt am selben Tag zur vollen Stunde. Sag es bitte noch einmal, etwa „offen von 8 bis 20 Uhr“.
schedule-open-many = Es gibt schon { $count } Räume, mehr kann ich nicht führen.
schedule-open-seats = Ein Raum hat 1 bis 999 Plätze. Sag es bitte noch einmal.
schedule-close =
    .label = Raum entfernen
    .example = entferne den Raum Bibliothek
    .help = Für Lehrkräfte. Wo er gebucht ist, frage ich noch einmal nach.
schedule-close-text = Welchen Raum soll ich entfernen?
schedule-close-sure =
    { $count ->
        [one] { $room } ist noch einmal gebucht. Soll ich ihn wirklich entfernen?
       *[other] { $room } ist noch { $count } Mal gebucht. Soll ich ihn wirklich entfernen?
    }
schedule-close-yes = Ja, entfernen
schedule-close-no = Nein, behalten
schedule-close-kept = Gut, { $room } bleibt.
schedule-close-done = Entfernt: { $room }.
schedule-free =
    .label = Freie Zeit finden
    .example = ist die Bibliothek morgen um 15 Uhr frei
    .help = Von einem Raum, von allen Räumen oder von dir.
schedule-free-yes = { $when }: { $room } ist frei.
schedule-part = .
    .morning = \b(?:morgens|vormittags?|früh|den morgen|am morgen)\b
    .afternoon = \b(?:(?:nach)?mittags?|nachmittags?)\b
    .evening = \b(?:abends?|nachts?)\b
schedule-free-no = { $when }: { $room } ist belegt.
schedule-free-closed = { $when }: { $room } ist zu. Offen ist von { $opens } bis { $closes } Uhr.
schedule-free-rooms =
    { $when }: Frei sind
    { $lines }
schedule-free-none = { $when }: Kein Raum ist frei.
schedule-free-book = { $room } buchen
schedule-free-unknown =
    So einen Raum kenne ich nicht. Es gibt:
    { $lines }
schedule-free-full = { $days }: Da ist nichts mehr frei.
schedule-free-gaps =
    Frei:
    { $lines }
schedule-free-you = { $when }: Da hast du nichts gebucht.
schedule-free-busy =
    Da hast du:
    { $lines }
schedule-free-gaps-you =
    Da hast du Zeit:
    { $lines }
schedule-free-full-you = { $days }: Da hast du keine freie Zeit mehr.
schedule-which =
    Welchen Termin meinst du?
    { $lines }
schedule-none-such = So eine Buchung habe ich nicht gefunden.
schedule-one-or-all = Das ist eine Serie. Nur dieser Termin ({ $what }) oder alle?
schedule-only-one = Nur dieser
schedule-all-of-them = Alle
schedule-move =
    .label = Termin verschieben
    .example = verschiebe meine Mathestunde auf Freitag um 16 Uhr
    .help = Auf eine andere Zeit oder „eine Stunde später“. Passen mehrere, frage ich nach.
schedule-move-when = Auf wann soll ich „{ $what }“ verschieben?
schedule-move-done = Verschoben. { $when }: { $what }.
schedule-move-never = Diese Serie kann ich nicht auf andere Tage legen. Sag sie bitte ab und buche sie neu.
schedule-cancel =
    .label = Termin absagen
    .example = storniere meine Mathestunde am Samstag
    .help = Passen mehrere, frage ich nach.
schedule-cancel-done = Abgesagt: { $what }. { $when } ist wieder frei.
schedule-cancel-all = Abgesagt: { $what }, { $every }.
schedule-cancel-gone = Diese Buchung gibt es nicht mehr.
schedule-room-gone = Diesen Raum gibt es nicht mehr.
schedule-remind =
    .label = Vor dem Termin erinnern
    .example = erinnere mich vor meiner Lerneinheit
    .help = Bei einer Serie jedes Mal.
schedule-remind-ten = { $minutes } Minuten vorher erinnern
schedule-remind-done =
    { $minutes ->
        [one] Ich erinnere dich eine Minute vorher: { $what }. { $when }.
       *[other] Ich erinnere dich { $minutes } Minuten vorher: { $what }. { $when }.
    }
schedule-remind-hours = Ich kann dich eine Minute bis { $hours } Stunden vorher erinnern.
schedule-remind-late = Dafür beginnt es zu bald.
schedule-soon =
    { $minutes ->
        [one] In einer Minute: { $what }, { $times }.
       *[other] In { $minutes } Minuten: { $what }, { $times }.
    }
schedule-lost-later =
    An einigen Tagen deiner Serie ist der Raum an andere vergeben, da fällt sie aus:
    { $lines }
schedule-export =
    .label = Kalender schicken
    .example = schick mir meinen Kalender als Datei
    .help = Eine .ics-Datei, die jeder Kalender öffnet.
schedule-export-done =
    { $count ->
        [one] Hier ist dein Kalender mit einer Buchung. Öffne die Datei mit deiner Kalender-App.
       *[other] Hier ist dein Kalender mit { $count } Buchungen. Öffne die Datei mit deiner Kalender-App.
    }
schedule-subscribe =
    .label = Kalenderlink
    .example = gib mir einen Link zu meinem Kalender
    .help = Deine Kalender-App holt deine Termine von selbst.
schedule-subscribe-done =
    Füge diese Adresse in deiner Kalender-App als Abo hinzu:
    { $address }
    Wer sie kennt, sieht deine Termine. Behalt sie also für dich.
    .speech = Hier ist die Adresse deines Kalenders. Behalt sie für dich.
schedule-subscribe-fresh =
    Hier ist eine neue Adresse, die alte gilt nicht mehr:
    { $address }
    Wer sie kennt, sieht deine Termine. Behalt sie also für dich.
    .speech = Hier ist eine neue Adresse deines Kalenders. Die alte gilt nicht mehr.
schedule-subscribe-new = Neuer Link
schedule-subscribe-off = Ich bin von außen noch nicht erreichbar, deshalb gibt es keinen Link: Wer mich betreibt, muss VIVA_PUBLIC_URL setzen. Als Datei kannst du deinen Kalender haben.
