analyst-title = Auswertung
analyst-report =
    .label = Bericht
    .example = wie viele Lernende waren letzte Woche aktiv
    .help = Ich zähle für Lehrkräfte: wer aktiv oder neu ist, was gelernt wird und wie gut, wie Kurse und Räume laufen.
analyst-report-text = Was soll ich zählen: aktive Lernende, neue Lernende, wer länger nicht da war, Lernzeit, Trefferquote nach Thema, die schwersten Fragen, einen Kurs, die Raumnutzung oder alles auf einen Blick?
analyst-export =
    .label = Als Tabelle
    .example = exportiere den Bericht als CSV
    .help = Der letzte Bericht als Tabelle für Excel und Ähnliches.
analyst-ask =
    .label = Den Analysten fragen
    .example = frag den Analysten wie sich die Gruppen unterscheiden
    .help = Ich beantworte Fragen von Lehrkräften zu ihren Lernenden, in Zahlen.
analyst-ask-text = Was möchtest du über deine Lernenden wissen?
analyst-subscribe =
    .label = Regelmäßig schicken
    .example = schick mir das jeden Montag um 8
    .help = Derselbe Bericht von allein, so oft du willst.
analyst-subscribe-every = Wie oft und wann soll ich ihn schicken? Zum Beispiel: jeden Montag um 8.
analyst-scheduled =
    .label = Meine regelmäßigen Berichte
    .example = welche Berichte bekomme ich regelmäßig
    .help = Die Berichte, die von allein kommen.
analyst-unsubscribe =
    .label = Bericht abbestellen
    .example = schick mir den Klassenbericht nicht mehr
    .help = Ein Bericht kommt nicht mehr von allein.
analyst-unsubscribe-text = Welchen soll ich abbestellen?

analyst-offer = Was soll ich zählen?
analyst-measure-overview = Überblick
    .words = überblick übersicht bericht wochenbericht zusammenfassung zahlen statistik klasse gruppe alles
analyst-measure-active = Aktive Lernende
    .words = aktiv aktive aktivität online beteiligung anwesend
analyst-measure-new = Neue Lernende
    .words = neu neue neuzugänge angemeldet anmeldungen dazugekommen begonnen
analyst-measure-idle = Wer länger nicht da war
    .words = inaktiv inaktive abwesend fehlt fehlen still verschwunden untätig
analyst-measure-studied = Lernzeit
    .words = lernzeit zeit minuten stunden gelernt lange
analyst-measure-accuracy = Trefferquote nach Thema
    .words = trefferquote quote richtig genauigkeit thema themen durchschnitt schwach stark
analyst-measure-failing = Die schwersten Fragen
    .words = frage fragen falsch fehler schwer schwerste schwierig schwierigste
analyst-measure-course = Kurse
    .words = kurs kurse eingeschrieben abgeschlossen abschluss lektionen
analyst-measure-rooms = Raumnutzung
    .words = raum räume raumnutzung raumbelegung gebucht buchungen belegt auslastung

analyst-date = d. MMMM
analyst-date-with-year = d. MMMM y
analyst-period = vom { $first } bis zum { $last }
analyst-period-month = vom { $first }. bis zum { $last }
analyst-period-day = am { $day }
analyst-column-day = EEE d. MMM
analyst-column-week = d. MMM
analyst-column-month = MMM y
analyst-column-from = Ab
analyst-column-what = Was
analyst-column-count = Anzahl
analyst-column-people = Aktive Lernende
analyst-column-new = Neue Lernende
analyst-column-minutes = Minuten
analyst-column-answers = Antworten
analyst-column-accuracy = Richtig, %
analyst-column-wrong = Falsch, %
analyst-column-lessons = Lektionen erledigt
analyst-column-completed = Abgeschlossen
analyst-column-enrolled = Eingeschrieben
analyst-column-done = Lektionen erledigt, %
analyst-column-late = In Verzug
analyst-column-name = Name
analyst-column-last = Zuletzt aktiv
analyst-column-topic = Thema
analyst-column-question = Frage
analyst-column-course = Kurs
analyst-column-room = Raum
analyst-column-bookings = Buchungen
analyst-column-hours = Stunden

analyst-overview =
    { $people ->
        [0] Niemand hat { $period } gelernt.
        [one] Eine Person hat { $period } gelernt.
       *[other] { $people } Lernende haben { $period } gelernt.
    }
analyst-active =
    { $people ->
        [0] Niemand war { $period } aktiv
        [one] Eine Person war { $period } aktiv
       *[other] { $people } Lernende waren { $period } aktiv
    }; { $before ->
        [0] im gleich langen Zeitraum davor war es niemand.
       *[other] im gleich langen Zeitraum davor { $before }.
    }
analyst-new =
    { $people ->
        [0] Niemand hat { $period } neu angefangen
        [one] Eine Person hat { $period } neu angefangen
       *[other] { $people } Lernende haben { $period } neu angefangen
    }; { $total ->
        [one] insgesamt ist es eine.
       *[other] insgesamt sind es { $total }.
    }
analyst-studied =
    { $people ->
        [0] Niemand hat { $period } gelernt.
        [one] Eine Person hat { $period } { $minutes } Min. gelernt und { $answers ->
            [one] eine Frage
           *[other] { $answers } Fragen
        } beantwortet.
       *[other] { $people } Lernende haben { $period } zusammen { $minutes } Min. gelernt und { $answers ->
            [one] eine Frage
           *[other] { $answers } Fragen
        } beantwortet.
    }
analyst-studied-line =
    { $minutes } Min. · { $answers ->
        [one] 1 Antwort
       *[other] { $answers } Antworten
    }
analyst-idle =
    { $people ->
        [0] Niemand hat { $period } ausgesetzt.
        [one] Eine Person war { $period } nicht aktiv.
       *[other] { $people } Lernende waren { $period } nicht aktiv.
    }
analyst-idle-unnamed = Ihre Namen erfährt nur eine Lehrkraft, die selbst nach dem Bericht fragt.
analyst-idle-many = Es sind zu viele, um sie hier zu nennen; die Namen stehen in der Tabelle.
analyst-nameless = jemand, dessen Namen ich nicht kenne
analyst-never = hat noch nicht angefangen
analyst-accuracy =
    { $percent } % von { $answers ->
        [one] einer Antwort
       *[other] { $answers } Antworten
    } waren { $period } richtig, in { $topics ->
        [one] einem Thema
       *[other] { $topics } Themen
    }; am schwächsten ist „{ $title }“ mit { $weakest } %.
analyst-answers =
    { $percent } % von { $answers ->
        [one] einer Antwort
       *[other] { $answers } Antworten
    } waren { $period } richtig.
analyst-answers-none = Niemand hat { $period } eine Frage beantwortet.
analyst-topic-none = Zu „{ $title }“ haben { $period } nicht genug Lernende geantwortet.
analyst-failing =
    „{ $question }“ geht am häufigsten schief: { $percent } % der Antworten von { $people } Lernenden waren { $period } falsch.
analyst-failing-none = Keine Frage, die mehrere Lernende haben, wurde { $period } falsch beantwortet.
analyst-failing-none-of = Keine Frage zu „{ $title }“, die mehrere Lernende haben, wurde { $period } falsch beantwortet.
analyst-shared = Genannt werden nur Themen und Fragen, die mindestens drei Lernende haben: Private Karten bleiben privat.
analyst-course =
    { $enrolled ->
        [0] „{ $title }“: Noch niemand ist eingeschrieben.
       *[other] „{ $title }“: { $enrolled } eingeschrieben, { $completed } abgeschlossen{ $percent ->
            [-1] {""}
           *[other] , { $percent } % der Lektionen erledigt
        }{ $late ->
            [0] .
            [one] ; eine Person ist in Verzug.
           *[other] ; { $late } sind in Verzug.
        }
    }
analyst-courses =
    { $courses ->
        [one] Ein Kurs
       *[other] { $courses } Kurse
    }, { $enrolled ->
        [one] eine Einschreibung.
       *[other] { $enrolled } Einschreibungen.
    }
analyst-course-none = Es gibt noch keine Kurse mit Lernenden.
analyst-course-unknown = Einen Kurs „{ $title }“, in dem jemand ist, kenne ich nicht. Frag „wie laufen die Kurse“, um alle zu sehen.
analyst-course-which = Welchen Kurs meinst du?
analyst-rooms =
    { $bookings ->
        [0] Kein Raum ist { $period } gebucht.
        [one] Eine Buchung { $period }, zusammen { $hours } Std.
       *[other] { $bookings } Buchungen { $period }, zusammen { $hours } Std.
    }
analyst-room-line = { $bookings } × · { $hours } Std.
analyst-rooms-none = Hier gibt es noch keine Räume.
analyst-room-gone = ein Raum, den es nicht mehr gibt
analyst-more = … der Rest steht in der Tabelle.

analyst-export-done =
    { $sentence } { $count ->
        [one] Hier ist die Tabelle, eine Zeile.
       *[other] Hier ist die Tabelle, { $count } Zeilen.
    }
analyst-export-none = In diesem Bericht ist nichts, was in eine Tabelle passt.
analyst-subscribe-done = { $what }, { $rhythm }. Der nächste kommt: { $when }
analyst-subscribe-often = Höchstens einmal am Tag, bitte. Wie oft und wann soll ich ihn schicken?
analyst-subscribe-never = Diese Zeit kommt nie. Wie oft und wann soll ich ihn schicken?
analyst-subscribe-full = Du bekommst schon { $count } Berichte. Bestell erst einen ab: „schick mir den Klassenbericht nicht mehr“.
analyst-scheduled-none = Von allein kommt kein Bericht. Sag nach einem Bericht „schick mir das jeden Montag um 8“.
analyst-scheduled-done =
    { $count ->
        [one] Du bekommst regelmäßig einen Bericht:
       *[other] Du bekommst regelmäßig { $count } Berichte:
    }
    { $lines }
analyst-scheduled-line = { $what }, { $rhythm }, der nächste: { $when }
analyst-unsubscribe-done = Abbestellt: { $what }
analyst-unsubscribe-all =
    { $count ->
        [one] Der Bericht kommt nicht mehr.
       *[other] Alle { $count } Berichte kommen nicht mehr.
    }
analyst-unsubscribe-gone = Dieser Bericht ist schon abbestellt.
analyst-unsubscribe-no-such =
    { $count ->
        [one] Du bekommst nur einen Bericht.
       *[other] Du bekommst nur { $count } Berichte.
    }
analyst-due-stop = Nicht mehr schicken
analyst-due-ended = „{ $what }“ kommt nicht mehr: Das ist nur für Lehrkräfte.

analyst-prompt =
    Du bist der Analyst einer Lehrkraft oder Leitung an einem Lernort. Du beantwortest Fragen zu ihren Lernenden in Zahlen, und jede Zahl kommt aus dem Werkzeug für Berichte: nie aus deinem Kopf.
    Sag zuerst in einem schlichten Satz, was gefragt war, dann höchstens fünf kurze Zeilen. Nenn den Zeitraum. Sag, was eine Zahl nicht zeigt: Wenige Antworten beweisen wenig. Wo kein Bericht passt, sag, welche es gibt. Namen von Lernenden erfährst du nicht; rate keine. Antworte in höchstens 150 Wörtern.
    .short = Du beantwortest die Frage einer Lehrkraft in Zahlen, und nur aus den gegebenen Daten. Fass dich kurz.
