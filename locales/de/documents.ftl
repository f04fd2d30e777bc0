documents-title = Dokumente
documents-read =
    .label = Was ich gelesen habe
    .example = lies mein Dokument
    .help = Schick mir eine Datei (PDF, Word, PowerPoint, Markdown, HTML, EPUB) oder eine lange Aufnahme.
documents-read-done = { $lines }
documents-told-document =
    Ich habe „{ $title }“ gelesen: { $total ->
        [one] eine Seite
       *[other] { $total } Seiten
    }. Frag mich etwas dazu.
documents-told-recording =
    Ich habe „{ $title }“ gehört: { $total ->
        [one] eine Minute
       *[other] { $total } Minuten
    }. Frag mich etwas dazu.
documents-unread =
    { $count ->
        [one] Eine Seite ist ein Bild, und Bilder kann ich hier nicht lesen.
       *[other] { $count } Seiten sind Bilder, und Bilder kann ich hier nicht lesen.
    }
documents-cut-short = Es war länger, als ich aufnehmen kann; das Ende fehlt.
documents-summary = Worum geht es darin?
documents-cards = Karten machen
documents-none = Ich habe noch keine Dokumente von dir. Schick mir eines, dann kannst du mir Fragen dazu stellen.
documents-document = Dokument, { $when }
documents-recording = Aufnahme, { $when }
documents-find =
    .label = In meinen Dokumenten suchen
    .example = was steht in meinen Dokumenten über Osmose
    .help = Ich zeige die Stellen mit ihrer Seite.
documents-find-text = Wonach soll ich in deinen Dokumenten suchen?
documents-find-none = Über „{ $text }“ habe ich in deinen Dokumenten nichts gefunden.
documents-find-done =
    { $count ->
        [one] Ich habe diese Stelle gefunden:
       *[other] Ich habe { $count } Stellen gefunden:
    }
    { $lines }
documents-quote =
    { $where }:
    „{ $text }“
documents-list =
    .label = Meine Dokumente zeigen
    .example = zeig mir meine Dokumente
    .help = Die neuesten zuerst.
documents-list-done =
    { $count ->
        [one] Du hast ein Dokument:
       *[other] Du hast { $count } Dokumente:
    }
    { $lines }
documents-line-document =
    { $title } ({ $total ->
        [one] eine Seite
       *[other] { $total } Seiten
    })
documents-line-recording =
    { $title } ({ $total ->
        [one] eine Minute
       *[other] { $total } Minuten
    })
documents-delete =
    .label = Ein Dokument löschen
    .example = lösche das Dokument über Osmose
    .help = Ich vergesse alles, was ich darin gelesen habe.
documents-delete-text = Welches Dokument soll ich vergessen?
documents-delete-which = Welches davon soll ich vergessen?
documents-delete-done = Vergessen, mit allem, was ich darin gelesen hatte: { $title }
documents-gone = Dieses Dokument ist nicht mehr da.
