progress-title = Fortschritt
progress-show =
    .label = Wie stehe ich da?
    .example = wie läuft es bei mir
    .help = Deine Serie, deine Antworten und deine Zeit, starke und schwache Themen, deine Ziele.
progress-show-none = Es gibt noch nichts zu zählen. Beantworte ein paar Fragen oder mach eine Lektion, dann zeige ich dir, wie du vorankommst.
progress-show-done = { $lines }
progress-line = { $name }: { $figures }.
progress-then = Letzte Woche bis zum selben Tag: { $figures }.
progress-nothing = noch nichts
progress-answers =
    { $count ->
        [one] eine Antwort
       *[other] { $count } Antworten
    }
progress-right = { $percent } % richtig
progress-minutes =
    { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }
progress-hours =
    { $hours ->
        [one] eine Stunde
       *[other] { $hours } Stunden
    }
progress-hours-minutes = { $hours } { $minutes }
progress-streak =
    { $count ->
        [one] Du hast heute gelernt: der erste Tag einer neuen Serie.
       *[other] Du hast { $count } Tage in Folge gelernt.
    }
progress-streak-open =
    { $count ->
        [one] Gestern hast du gelernt. Noch eine Antwort heute, und es sind zwei Tage in Folge.
       *[other] Du hast { $count } Tage in Folge gelernt. Heute steht noch aus.
    }
progress-streak-none = Im Moment hast du keine Serie. Eine Antwort heute, und eine neue beginnt.
progress-strong = Dein stärkstes Thema: { $topic }, { $percent } % richtig.
progress-weak = Braucht Übung: { $topic }, { $percent } % richtig.
progress-due =
    { $count ->
        [one] Eine Karte ist fällig.
       *[other] { $count } Karten sind fällig.
    }
progress-due-many = Mehr als { $count } Karten sind fällig.
progress-accuracy =
    { $count ->
        [one] { $name }: { $percent } % richtig, bei einer Antwort.
       *[other] { $name }: { $percent } % von { $count } Antworten waren richtig.
    }
progress-topics-done =
    Nach Themen, das schwächste zuerst:
    { $lines }
progress-topic = { $topic }: { $percent } % von { $count } Antworten richtig
progress-topics-none = Das kann ich noch nicht sagen: Ich brauche mindestens fünf Antworten zu einem Thema.
progress-this-week = Diese Woche
progress-last-week = Letzte Woche
progress-today = Heute
progress-yesterday = Gestern
progress-this-month = Dieser Monat
# How a day is written under its bar, in the letters of CLDR.
progress-day-pattern = d. MMM
progress-weekday-pattern = EEE
progress-month-pattern = LLLL y
progress-chart =
    .label = Diagramm zeigen
    .example = zeig mir ein Diagramm für diesen Monat
    .help = Für eine Woche, einen Monat oder eine andere Zeit; „dunkle Diagramme“ für dunkle Bildschirme.
progress-chart-empty = { $name }: Da gibt es noch nichts zu zeichnen.
progress-chart-off = Hier kann ich nicht zeichnen: „viva doctor“ sagt, was fehlt.
progress-chart-dark = Ab jetzt zeichne ich für einen dunklen Bildschirm.
progress-chart-light = Ab jetzt zeichne ich für einen hellen Bildschirm.
progress-chart-min = min
progress-chart-time = Lernzeit
progress-chart-answers = Antworten
progress-chart-right = Richtige Antworten
progress-chart-topics = Richtige Antworten nach Themen
progress-goal =
    .label = Ziel setzen
    .example = mein Ziel sind 20 Minuten am Tag
    .help = Minuten, Antworten und Tage zähle ich mit; jedes andere Ziel merke ich mir in deinen Worten.
progress-goal-text = Was möchtest du erreichen? Zum Beispiel „20 Minuten am Tag“, „100 Karten pro Woche“ oder „die B2-Prüfung bis Juni bestehen“.
# How a goal is read: regular expressions.
progress-goal-read =
    .day = \b(?:am|pro|jeden|an jedem|je) tag\b|\btäglich\b|\btaeglich\b
    .week = \b(?:in der|pro|die|jede|je) woche\b|\bwöchentlich\b|\bwoechentlich\b
    .answers = \b\w*karten?\b|\bfragen?\b|\bantworten?\b|\bvokabeln?\b|\bwörter\b|\bwoerter\b
    .times = \b(?:mal|tagen?|tage)\b
    .studying = \b(?:lernen|üben|ueben|lerne|übe|wiederholen|etwas)\b
    .by = \b(?:bis|vor) (?:zum |dem )?(\w+)
    .carrier = ^(?:bitte )?(?:ich (?:will|möchte|moechte|plane|habe vor|hoffe)(?: gerne?|,)?|(?:mein|unser) (?:neues |tägliches |wöchentliches )?(?:lern|tages|wochen)?ziel(?: ist(?: es)?| sind| lautet|:),?|(?:setz|setze|leg|lege|speicher|speichere|notier|notiere)(?: mir)?(?: das| als| ein)*(?: neues)? ziel:?|(?:neues )?ziel:?)\s+
progress-goal-kept = Dein Ziel: { $text }. Zählen kann ich das nicht, aber ich behalte es für dich im Blick.
progress-goal-kept-by = Dein Ziel: { $text }. Ich behalte den Tag im Blick: { $date }.
progress-goal-counted = Dein Ziel: { $goal } ({ $state }).
progress-goal-line = { $goal }: { $state }
progress-each-day = { $amount } am Tag
progress-each-week = { $amount } pro Woche
progress-amount-answers =
    { $count ->
        [one] eine Antwort
       *[other] { $count } Antworten
    }
progress-amount-days =
    { $count ->
        [one] ein Tag
       *[other] { $count } Tage
    }
progress-state-today = heute { $count } von { $amount }
progress-state-week = diese Woche { $count } von { $amount }
progress-state-reached = { $state }, geschafft
progress-state-days =
    { $count ->
        [0] heute ist es so weit
        [one] noch ein Tag
       *[other] noch { $count } Tage
    }
progress-goals =
    .label = Meine Ziele
    .example = was sind meine Ziele
    .help = Alle deine Ziele, und wie weit du bist.
progress-goals-none = Du hast dir noch kein Ziel gesetzt.
progress-goals-done =
    { $count ->
        [one] Dein Ziel:
       *[other] Deine { $count } Ziele:
    }
    { $lines }
progress-drop =
    .label = Ziel löschen
    .example = lösche mein Ziel mit den 20 Minuten
    .help = Nach seinen Worten oder seiner Nummer in der Liste.
progress-drop-text =
    Welches Ziel soll ich löschen?
    { $lines }
progress-drop-done = Gelöscht: { $text }
progress-drop-gone = Dieses Ziel gibt es nicht mehr.
progress-weekly =
    .label = Wochenrückblick
    .example = keine Wochenrückblicke mehr
    .help = Am Sonntagabend fasse ich deine Woche zusammen, wenn du das möchtest.
progress-weekly-on = Gut: Am Sonntagabend fasse ich hier deine Woche zusammen.
progress-weekly-off = Gut, keine Wochenrückblicke mehr. Frag mich „wie stehe ich da“, wann immer du möchtest.
progress-weekly-again = Doch wieder
progress-weekly-stop = Keine Rückblicke mehr
progress-weekly-idle = Diese Woche hast du nicht gelernt. Ein paar Minuten reichen, um wieder anzufangen.
progress-weekly-days =
    { $count ->
        [one] Du hast an einem Tag gelernt.
       *[other] Du hast an { $count } Tagen gelernt.
    }
progress-weekly-done =
    Deine Woche:
    { $lines }
progress-quiet =
    .label = Ruhezeiten
    .example = schreib mir nicht zwischen 22 und 8 Uhr
    .help = In dieser Zeit schicke ich nichts, worum du nicht gebeten hast.
progress-quiet-done = Von { $start } bis { $end } Uhr schicke ich dir nichts, worum du nicht gebeten hast. Deine eigenen Erinnerungen kommen trotzdem.
progress-quiet-now = Deine Ruhezeit ist von { $start } bis { $end } Uhr. Um sie zu ändern, sag zum Beispiel „schreib mir nicht zwischen 22 und 8 Uhr“.
progress-quiet-off = Du hast keine Ruhezeiten: Ich darf dir jederzeit schreiben.
# Words with which the end of the quiet hours is named.
progress-quiet-before = vor bis
