# Was „erinnere mich daran, … zu …“ vom Satz übrig lässt: „Anna anzurufen“ wird „Anna anrufen“.
reminders-tidy =
    .dropped = ^(?:daran|dass ich|dass|an) (?=\w)|\bzu (?=\w+n$)|(?:(?<=\ban)|(?<=\bab)|(?<=\bein)|(?<=\bauf)|(?<=\baus)|(?<=\bvor)|(?<=\bmit)|(?<=\bzu)|(?<=\bnach)|(?<=\bdurch)|(?<=\bweg)|(?<=\bzurück)|(?<=\bfertig)|(?<=\bteil)|(?<=\bvorbei)|(?<=\bherunter))zu(?=\w+n$)
reminders-title = Erinnerungen
reminders-create =
    .label = Erinnerung stellen
    .example = erinnere mich morgen um neun daran, Anna anzurufen
    .again = erinnere mich jeden Montag um sechs ans Laufen
    .help = Einmal oder immer wieder: „jeden Montag um sechs“.
reminders-create-text = Woran soll ich dich erinnern?
reminders-create-when = Wann soll ich dich erinnern?
reminders-create-zone = Damit ich pünktlich bin: In welcher Stadt bist du? Oder sag mir, wie spät es bei dir ist.
reminders-create-zone-unknown = Diesen Ort kenne ich nicht. Nenn mir bitte eine große Stadt in der Nähe, oder etwas wie „UTC+3“.
reminders-create-clock = Um wie viel Uhr soll ich dich heute erinnern?
reminders-create-past = { $past } ist schon vorbei. Wann soll ich dich erinnern?
reminders-create-never = Bis { $date } gibt es keinen solchen Tag. Wann soll ich dich erinnern?
reminders-impossible = „{ $said }“: So eine Zeit gibt es nicht. Wann soll ich dich erinnern?
reminders-create-done = { $when }: { $text }.
reminders-create-morning = { $when }: { $text }. Du hast keine Uhrzeit genannt, darum habe ich den Morgen genommen.
reminders-create-again = { $when }: { $text }. Ich wiederhole es { $every }.
reminders-create-again-morning = { $when }: { $text }. Ich wiederhole es { $every }. Du hast keine Uhrzeit genannt, darum habe ich den Morgen genommen.
reminders-due = Erinnerung: { $text }
reminders-due-late =
    Erinnerung: { $text }
    Entschuldige, ich bin spät dran. Fällig war sie am { $date }, { $time }.
reminders-later =
    .label = Später erinnern
    .example = erinnere mich später daran, Anna anzurufen
    .help = Ich schlage dir ein paar Zeiten vor.
reminders-later-hour = In einer Stunde
reminders-later-evening = Heute Abend
reminders-later-morning = Morgen früh
reminders-list =
    .label = Erinnerungen zeigen
    .example = was sind meine Erinnerungen
    .help = Die nächsten zuerst.
reminders-list-none = Du hast keine Erinnerungen.
reminders-list-none-then = Für diese Zeit hast du keine Erinnerungen.
reminders-list-done =
    { $count ->
        [one] Du hast eine Erinnerung:
       *[other] Du hast { $count } Erinnerungen:
    }
    { $lines }
reminders-list-more =
    { $count ->
        [one] … und noch eine.
       *[other] … und noch { $count }.
    }
reminders-line = { $when }: { $text }
reminders-line-again = { $when }: { $text } ({ $every })
reminders-delete =
    .label = Erinnerung löschen
    .example = lösche die Erinnerung an die Prüfung
    .help = Nach ihren Worten, ihrer Zeit oder ihrer Nummer in der Liste.
reminders-delete-text =
    Welche Erinnerung soll ich löschen?
    { $lines }
reminders-delete-none = So eine Erinnerung habe ich nicht gefunden.
reminders-delete-no-such =
    { $count ->
        [one] Eine Erinnerung mit dieser Nummer gibt es nicht: Du hast nur eine.
       *[other] Eine Erinnerung mit dieser Nummer gibt es nicht: Du hast { $count }.
    }
reminders-delete-done = Gelöscht: { $text }
reminders-delete-gone = Diese Erinnerung gibt es nicht mehr.
reminders-clear =
    .label = Alle Erinnerungen löschen
    .example = lösche alle meine Erinnerungen
    .help = Ich frage noch einmal nach, bevor ich es tue.
reminders-clear-sure =
    { $count ->
        [one] Du hast eine Erinnerung. Soll ich sie wirklich löschen?
       *[other] Du hast { $count } Erinnerungen. Soll ich wirklich alle löschen?
    }
reminders-clear-yes =
    { $count ->
        [one] Ja, löschen
       *[other] Ja, alle löschen
    }
reminders-clear-no =
    { $count ->
        [one] Nein, behalten
       *[other] Nein, alle behalten
    }
reminders-clear-kept =
    { $count ->
        [one] Gut, sie bleibt.
       *[other] Gut, sie bleiben.
    }
reminders-clear-done =
    { $count ->
        [one] Erledigt: Deine Erinnerung ist gelöscht, deine Liste ist leer.
       *[other] Erledigt: Alle { $count } Erinnerungen sind gelöscht, deine Liste ist leer.
    }
reminders-every-minute =
    { $every ->
        [1] jede Minute
       *[other] alle { $every } Minuten
    }
reminders-every-hour =
    { $every ->
        [1] jede Stunde
       *[other] alle { $every } Stunden
    }
reminders-every-day =
    { $every ->
        [1] jeden Tag
        [2] jeden zweiten Tag
       *[other] alle { $every } Tage
    }
reminders-every-week =
    { $every ->
        [1] jeden { $days }
       *[other] alle { $every } Wochen am { $days }
    }
reminders-every-month =
    { $every ->
        [1] am { reminders-nth } jedes Monats
       *[other] alle { $every } Monate am { reminders-nth } des Monats
    }
reminders-nth = { $day }.
reminders-every-year =
    { $every ->
        [1] jedes Jahr am { $date }
       *[other] alle { $every } Jahre am { $date }
    }
reminders-every-month-end =
    { $every ->
        [1] am letzten Tag jedes Monats
       *[other] alle { $every } Monate am letzten Tag
    }
reminders-every-nth =
    { $every ->
        [1] am { $which } { $days } jedes Monats
       *[other] alle { $every } Monate am { $which } { $days }
    }
reminders-which =
    { $nth ->
        [1] ersten
        [2] zweiten
        [3] dritten
        [4] vierten
        [5] fünften
       *[other] letzten
    }
reminders-date = d. MMMM
reminders-date-with-year = d. MMMM y
reminders-every-at = { $every } um { $times }
reminders-every-until = { $every } bis einschließlich { $date }
reminders-every-workday = jeden Werktag von Montag bis Freitag
reminders-weekday-0 = Montag
reminders-weekday-1 = Dienstag
reminders-weekday-2 = Mittwoch
reminders-weekday-3 = Donnerstag
reminders-weekday-4 = Freitag
reminders-weekday-5 = Samstag
reminders-weekday-6 = Sonntag
