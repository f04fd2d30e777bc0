courses-title = Kurse
# Words that say only that a course is meant.
courses-small-words = Kurs Kurse Kurses Kursen Lehrgang
# Answers that mean: there is no deadline.
courses-no-limit-words = keine kein keinen ohne nie unbegrenzt egal überspringen keins nichts später nein
courses-none = Hier gibt es noch keine Kurse.
courses-gone = Diesen Kurs gibt es nicht mehr.
courses-unknown = Einen Kurs zu „{ $text }“ kenne ich nicht.
courses-which = Welchen Kurs meinst du?
courses-mine-none = Du bist noch in keinem Kurs. Soll ich dir zeigen, was es gibt?
courses-not-in = Du bist noch nicht in „{ $title }“.
courses-go-on = Weitermachen
courses-start = Erste Lektion anfangen
courses-look = Ansehen
courses-more = Weiterlesen
courses-done-button = Fertig
courses-next-button = Nächste Lektion
courses-cards-button = Karten zum Üben
courses-practise = Jetzt üben

courses-list =
    .label = Kurse zeigen
    .example = welche Kurse gibt es
    .mine = welche Kurse mache ich
    .help = Oder sag „meine Kurse“, dann zeige ich, wo du dabei bist.
courses-list-done =
    { $count ->
        [one] Es gibt einen Kurs:
       *[other] Es gibt { $count } Kurse:
    }
    { $lines }
courses-list-found =
    { $count ->
        [one] Diesen Kurs habe ich gefunden:
       *[other] Ich habe { $count } Kurse gefunden:
    }
    { $lines }
courses-list-more = … und { $count } weitere. Nenn mir ein Thema, dann suche ich danach.
courses-line =
    { $title } ({ $lessons ->
        [0] noch ohne Lektionen
        [one] eine Lektion, { $minutes } Min.
       *[other] { $lessons } Lektionen, { $minutes } Min.
    })
courses-mine-done =
    { $count ->
        [one] Du bist in einem Kurs:
       *[other] Du bist in { $count } Kursen:
    }
    { $lines }
courses-line-mine =
    { $title }: { $total ->
        [one] { $done } von einer Lektion geschafft
       *[other] { $done } von { $total } Lektionen geschafft
    }
courses-line-due = { $line }, fällig am { $date }
courses-line-completed = { $title }: abgeschlossen
courses-line-gone = { $title }: wird nicht mehr angeboten

courses-show =
    .label = Über einen Kurs
    .example = worum geht es im Kurs Lernen lernen
    .help = Was man dort lernt, seine Lektionen und bis wann er fertig sein soll.
courses-show-done = { $about }
courses-show-lesson = { $number }. { $title } ({ $minutes } Min.)
courses-show-empty = Er hat noch keine Lektionen.
courses-show-deadline = Fällig am { $date }.
courses-show-days =
    { $days ->
        [one] Ab der Anmeldung hast du einen Tag Zeit.
       *[other] Ab der Anmeldung hast du { $days } Tage Zeit.
    }
courses-show-yours = Du bist dabei. { $line }
courses-show-closed = Er ist geschlossen: Neu anmelden kann sich niemand.

courses-enrol =
    .label = Anmelden
    .example = melde mich für Lernen lernen an
    .help = Ich sage dir Bescheid, wenn die Frist näher rückt.
courses-enrol-done =
    Du bist dabei: „{ $title }“, { $lessons ->
        [0] noch ohne Lektionen
        [one] eine Lektion, { $minutes } Minuten
       *[other] { $lessons } Lektionen, { $minutes } Minuten
    }.
courses-enrol-due = Fällig am { $date }. Eine Woche und einen Tag vorher erinnere ich dich.
courses-enrol-already = In „{ $title }“ bist du schon.
courses-enrol-closed = „{ $title }“ ist geschlossen: Neu anmelden kann sich niemand. Frag deine Lehrkraft.

courses-leave =
    .label = Kurs verlassen
    .example = melde mich vom Kurs Lernen lernen ab
    .help = Ich frage noch einmal nach, bevor ich es tue.
courses-leave-not-in = In diesem Kurs bist du nicht.
courses-leave-sure =
    { $count ->
        [0] Soll ich dich aus „{ $title }“ nehmen?
        [one] Du hast eine Lektion von „{ $title }“ geschafft. Soll ich dich herausnehmen und das vergessen?
       *[other] Du hast { $count } Lektionen von „{ $title }“ geschafft. Soll ich dich herausnehmen und das vergessen?
    }
courses-leave-yes = Ja, nimm mich raus
courses-leave-no = Nein, ich bleibe
courses-leave-kept = Gut, du bleibst in „{ $title }“.
courses-leave-done = Du bist nicht mehr in „{ $title }“.

courses-lesson =
    .label = Nächste Lektion
    .example = nächste Lektion
    .help = Oder nenn eine: „starte Lektion zwei von Lernen lernen“.
courses-lesson-done =
    { $title }
    Lektion { $number } von { $total }: { $lesson }{ $pieces ->
        [one] { "" }
       *[other] { " " }(Teil { $piece } von { $pieces })
    }

    { $text }
courses-lesson-empty = „{ $title }“ hat noch keine Lektionen.
courses-lesson-all-done = Du hast alle Lektionen von „{ $title }“ geschafft.
courses-lesson-no-such =
    { $total ->
        [one] „{ $title }“ hat nur eine Lektion.
       *[other] „{ $title }“ hat { $total } Lektionen. Sag mir eine Zahl von 1 bis { $total }.
    }

courses-done =
    .label = Lektion fertig
    .example = ich bin mit der Lektion fertig
    .help = Ich halte es fest und sage dir, was als Nächstes kommt.
courses-done-done =
    Geschafft: Lektion { $number }, „{ $lesson }“.
    { $title }: { $total ->
        [one] { $done } von einer Lektion geschafft
       *[other] { $done } von { $total } Lektionen geschafft
    }.
courses-done-already = „{ $lesson }“ hattest du schon geschafft.
courses-completed = Du hast „{ $title }“ abgeschlossen. Herzlichen Glückwunsch!

courses-progress =
    .label = Wie weit bin ich?
    .example = wie weit bin ich im Kurs Lernen lernen
    .help = Was geschafft ist und was noch fehlt.
courses-progress-left = Noch etwa { $minutes } Minuten. Als Nächstes kommt Lektion { $number }: { $lesson }.

courses-cards =
    .label = Karten zum Kurs
    .example = mach Karten aus dieser Lektion
    .help = Aus den Fragen wird ein Stapel zum Abfragen.
courses-cards-none = In diesem Teil von „{ $title }“ gibt es keine Fragen.
courses-cards-done =
    { $count ->
        [one] Eine Karte liegt jetzt in deinem Stapel „{ $title }“.
       *[other] { $count } Karten liegen jetzt in deinem Stapel „{ $title }“.
    }
courses-cards-already = Diese Karten liegen schon in deinem Stapel „{ $title }“.

courses-due =
    .label = Meine Fristen
    .example = welche Fristen habe ich
    .help = Eine Woche und einen Tag vorher erinnere ich dich auch daran.
courses-due-none = Keiner deiner Kurse hat eine Frist. Lass dir Zeit.
courses-due-nowhere = Du bist in keinem Kurs, der noch offen ist, also gibt es keine Frist.
courses-due-done =
    { $count ->
        [one] Du hast eine Frist:
       *[other] Du hast { $count } Fristen:
    }
    { $lines }
courses-due-one = „{ $title }“ ist am { $date } fällig.
courses-due-days =
    { $days ->
        [one] Für „{ $title }“ hast du ab der Anmeldung einen Tag Zeit.
       *[other] Für „{ $title }“ hast du ab der Anmeldung { $days } Tage Zeit.
    }
courses-due-free = „{ $title }“ hat keine Frist. Lass dir Zeit.
courses-due-soon =
    „{ $title }“ ist { $days ->
        [0] heute
        [1] morgen
        [7] in einer Woche
       *[other] in { $days } Tagen
    } fällig, { $date }. { $total ->
        [one] { $done } von einer Lektion ist geschafft.
       *[other] { $done } von { $total } Lektionen sind geschafft.
    }
courses-due-moved = Deine Lehrkraft hat eine Frist geändert: „{ $title }“ ist jetzt am { $date } fällig.
courses-due-lifted = Deine Lehrkraft hat die Frist von „{ $title }“ aufgehoben. Lass dir Zeit.

courses-certificate =
    .label = Mein Zertifikat
    .example = gib mir mein Zertifikat
    .help = Für jeden Kurs, den du abgeschlossen hast.
courses-certificate-not-in = In diesem Kurs warst du nicht, also gibt es kein Zertifikat.
courses-certificate-early = Das Zertifikat gibt es, wenn alle Lektionen geschafft sind. { $line }
courses-certificate-name = Welcher Name soll auf dem Zertifikat stehen?
courses-certificate-name-odd = Das ist zu lang für einen Namen. Welcher Name soll auf dem Zertifikat stehen?
courses-certificate-done = Hier ist dein Zertifikat, { $name }: „{ $title }“.
courses-paper-heading = Zertifikat
courses-paper-body = hat den folgenden Kurs abgeschlossen
courses-paper-footer =
    { $lessons ->
        [one] eine Lektion
       *[other] { $lessons } Lektionen
    }, { $minutes } Minuten

courses-create =
    .label = Kurs anlegen
    .example = lege einen Kurs Chemie für Anfänger an
    .help = Für Lehrkräfte. Was fehlt, frage ich nach.
courses-create-title = Wie soll der Kurs heißen?
courses-create-about = Worum geht es in „{ $title }“? Ein, zwei Sätze genügen.
courses-create-limit = Bis wann soll man fertig sein? Zum Beispiel „30 Tage“ ab der Anmeldung oder „bis zum 1. Juni“.
courses-create-exists = Einen Kurs „{ $title }“ gibt es schon. Nimm einen anderen Namen, oder sag „bearbeite den Kurs { $title }“.
courses-create-done =
    Angelegt: „{ $title }“
    { $about }
    Frist: { $limit }
    Jetzt fehlt eine Lektion: „neue Lektion für { $title }: ihr Name“.
courses-title-long = Das ist zu lang für einen Namen: Mehr als { $limit } Zeichen dürfen es nicht sein. Gib mir bitte einen kürzeren.
courses-limit-unclear = Ich brauche eine Zeit, die noch kommt: „30 Tage“, „bis zum 1. Juni“ oder „keine“.
courses-limit-date = { $date }
courses-limit-days =
    { $days ->
        [one] ein Tag ab der Anmeldung
       *[other] { $days } Tage ab der Anmeldung
    }
courses-limit-none = keine
courses-no-limit-button = Keine Frist

courses-addlesson =
    .label = Lektion hinzufügen
    .example = neue Lektion für Chemie: Atome
    .help = Für Lehrkräfte. Schick den Text als Nachricht oder als Dokument.
courses-addlesson-button = Lektion hinzufügen
courses-addlesson-more = Noch eine Lektion
courses-addlesson-title = Wie heißt die neue Lektion von „{ $course }“?
courses-addlesson-text = Schick mir den Text von „{ $lesson }“.
courses-addlesson-full = „{ $title }“ ist voll: Mehr als { $limit } Lektionen hat ein Kurs nicht.
courses-addlesson-long = Dieser Text hat { $count } Zeichen, eine Lektion darf höchstens { $limit } haben. Schick bitte einen kürzeren.
courses-addlesson-done =
    Zu „{ $title }“ hinzugefügt: Lektion { $number }, „{ $lesson }“ (etwa { $minutes } Min.)
    { $text }

courses-edit =
    .label = Kurs bearbeiten
    .example = bearbeite den Kurs Chemie
    .help = Für Lehrkräfte. Name, Beschreibung, Frist, offen oder geschlossen.
courses-edit-what = Was soll ich an „{ $title }“ ändern?
courses-edit-rename-button = Den Namen
courses-edit-about-button = Die Beschreibung
courses-edit-deadline-button = Die Frist
courses-edit-close-button = Schließen
courses-edit-open-button = Wieder öffnen
courses-edit-rename = Wie soll „{ $title }“ heißen?
courses-edit-rename-done = Umbenannt: „{ $before }“ heißt jetzt „{ $title }“.
courses-edit-about = Worum geht es in „{ $title }“?
courses-edit-about-done = Geändert: In „{ $title }“ geht es jetzt um Folgendes: { $about }
courses-edit-deadline = Bis wann soll man mit „{ $title }“ fertig sein? Zum Beispiel „30 Tage“ ab der Anmeldung oder „bis zum 1. Juni“.
courses-edit-deadline-done = Frist von „{ $title }“: { $limit }. Wer dabei ist, erfährt es am Morgen.
courses-edit-closed = Geschlossen: Für „{ $title }“ kann sich niemand mehr neu anmelden.
courses-edit-opened = Wieder offen: Für „{ $title }“ können sich alle anmelden.

courses-remove =
    .label = Kurs löschen
    .example = lösche den Kurs Chemie
    .help = Für Lehrkräfte. Wer dabei ist, behält, was geschafft ist.
courses-remove-sure =
    { $count ->
        [0] Soll ich „{ $title }“ wirklich löschen?
        [one] „{ $title }“ hat eine Lektion. Soll ich den Kurs wirklich löschen?
       *[other] „{ $title }“ hat { $count } Lektionen. Soll ich den Kurs wirklich löschen?
    }
courses-remove-yes = Ja, löschen
courses-remove-no = Nein, behalten
courses-remove-kept = Gut, „{ $title }“ bleibt.
courses-remove-done = Gelöscht: „{ $title }“. Wer dabei war, behält, was geschafft ist.

courses-import =
    .label = Kurs importieren
    .example = importiere diesen Kurs
    .help = Für Lehrkräfte. Schick mit diesen Worten eine YAML-Datei oder ein Dokument, dessen Überschriften zu Lektionen werden.
courses-import-nothing = Schick mir die Datei zusammen mit den Worten „importiere diesen Kurs“: YAML oder ein Dokument, dessen Überschriften zu Lektionen werden.
courses-import-no-headings = In „{ $name }“ finde ich keine Überschriften. Aus jeder wird eine Lektion: Gib also jeder Lektion eine und schick es noch einmal.
courses-import-faults =
    { $count ->
        [one] Diesen Kurs kann ich noch nicht nehmen. Bring das bitte in Ordnung und schick ihn noch einmal:
       *[other] Diesen Kurs kann ich noch nicht nehmen. Bring diese Stellen bitte in Ordnung und schick ihn noch einmal:
    }
    { $lines }
courses-import-done =
    Importiert: „{ $title }“, { $count ->
        [0] ohne Lektionen
        [one] eine Lektion, { $minutes } Min.
       *[other] { $count } Lektionen, { $minutes } Min.
    }
    { $lines }
courses-import-again =
    Durch deine Datei ersetzt: „{ $title }“, { $count ->
        [0] ohne Lektionen
        [one] eine Lektion, { $minutes } Min.
       *[other] { $count } Lektionen, { $minutes } Min.
    }
    { $lines }
courses-fault-line = Zeile { $line }: { $what }
courses-fault-broken = Das ist kein gültiges YAML. Vielleicht stimmt ein Anführungszeichen, ein Doppelpunkt oder die Einrückung nicht.
courses-fault-alias = Anker und Verweise (& und *) sind nicht erlaubt. Schreib es bitte aus.
courses-fault-deep = Das ist für einen Kurs zu tief verschachtelt.
courses-fault-fields = Hier sollten Felder mit Werten stehen: { $known }.
courses-fault-unknown = Das Feld „{ $name }“ kenne ich nicht. Es gibt: { $known }.
courses-fault-twice = Das Feld „{ $name }“ steht hier zweimal.
courses-fault-text = „{ $name }“ sollte ein Text sein.
courses-fault-missing = „{ $name }“ fehlt.
courses-fault-long = „{ $name }“ ist zu lang: höchstens { $limit } Zeichen.
courses-fault-number = „{ $name }“ sollte eine ganze Zahl von 1 bis { $limit } sein.
courses-fault-choice = „{ $name }“ sollte eines davon sein: { $known }.
courses-fault-date = „{ $name }“ sollte ein Datum wie 2027-06-01 sein.
courses-fault-list = „{ $name }“ sollte eine Liste sein: Jeder Eintrag beginnt mit „-“.
courses-fault-many = „{ $name }“ hat zu viele Einträge: höchstens { $limit }.
courses-fault-card = Eine Karte besteht aus Frage und Antwort: [Frage, Antwort]. Ein Text mit Komma gehört in Anführungszeichen.

courses-export =
    .label = Kurs exportieren
    .example = exportiere den Kurs Chemie
    .help = Für Lehrkräfte. Eine Datei zum Ändern und Wiedereinlesen.
courses-export-done = Hier ist „{ $title }“ als Datei. Ändere sie, wie du magst, und schick sie mit den Worten „importiere diesen Kurs“ zurück.
