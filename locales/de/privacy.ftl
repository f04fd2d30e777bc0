privacy-title = Datenschutz
privacy-yes = Ja
privacy-no = Nein
privacy-kind = • { $kind ->
    [note] Notizen
    [reminder] Erinnerungen
    [deck] Kartenstapel
    [card] Karten
    [enrolment] Kurse, in denen du bist
    [booking] Buchungen
    [material] Dokumente und Aufnahmen
    [thread] Gespräche mit Assistenten
    [fact] Einträge zu deinem Fortschritt
    [message] Nachrichten
   *[other] Andere Einträge
}: { $count }
privacy-vendor = • { $what ->
    [llm] Fragen an die Assistenten
    [stt] Aufnahmen, zum Hören
    [vision] Bilder, zum Ansehen
    [tts] Antworten, zum Vorlesen
   *[other] Was du aufhebst, zum Finden nach der Bedeutung
}: { $names }
privacy-show =
    .label = Datenschutz
    .example = welche Daten speicherst du über mich
    .help = Was ich über dich speichere, und wohin es geht.
privacy-show-nothing = noch nichts
privacy-show-kept =
    Das hebe ich von dir auf:
    { $lines }
privacy-show-inside = Nichts davon verlässt dieses Haus: Alles, was du sagst, wird hier verstanden.
privacy-show-outside =
    Es liegt alles in diesem Haus. Um dir zu antworten, schicke ich manches davon vielleicht an:
    { $lines }
privacy-show-minor = Für dich gilt der Modus für Minderjährige: Nichts von dir verlässt dieses Haus.
privacy-show-voice = { $allowed ->
    [yes] Deine Aufnahmen dürfen zum Hören hinaus. Wenn du das ändern willst, sag: „Behalte meine Stimme hier“.
   *[no] Deine Aufnahmen bleiben hier. Wenn du das ändern willst, sag: „Du darfst meine Stimme an den Sprachdienst schicken“.
}
privacy-show-misses = { $allowed ->
    [yes] Sätze, die ich nicht verstanden habe, darf ich behalten, ohne Namen und Zahlen.
   *[no] Sätze, die ich nicht verstanden habe, behalte ich nicht.
}
privacy-show-rights = Du kannst alles haben („schick mir meine Daten“) oder löschen lassen („lösche alles über mich“).
privacy-show-speech = Was du mir gibst, bleibt in diesem Haus. Sag: „Schick mir meine Daten“, wenn du alles haben willst, oder: „Lösche alles über mich“.
privacy-export =
    .label = Meine Daten schicken
    .example = schick mir meine Daten
    .help = Alles, was ich über dich gespeichert habe, in einer Datei.
privacy-export-done = Das ist alles, was ich über dich gespeichert habe: { $rows ->
        [one] ein Eintrag
       *[other] { $rows } Einträge
    }, lesbar für dich und für Programme. Die README.txt darin erklärt es.
privacy-export-cut =
    Das habe ich über dich gespeichert. Es war mehr, als in eine Datei passt, darum fehlt: { $left }
    README.txt darin erklärt es; den Rest kann dir geben, wer dieses Haus betreibt.
privacy-export-not-here = Hier lesen andere mit. Frag mich noch einmal, wo wir allein sind, dann bekommst du alles sofort.
privacy-export-nothing = Ich habe noch nichts von dir.
privacy-readme =
    Das ist alles, was dein Lernassistent über dich gespeichert hat.

    notes.md und die .csv-Dateien sind zum Lesen: Notizen, Karten, Erinnerungen, Kurse, Buchungen.
    Der Ordner „data“ enthält jede Zeile jeder Tabelle als JSON, für Programme: wer du bist (person, identity), was du aufhebst (record), was du gesagt hast und was dir geantwortet wurde (message, outbox), was noch kommt (job), was du getan hast (fact) und was deine Fragen gekostet haben (charge).
    Der Ordner „media“ enthält Aufnahmen, Bilder und Dateien von dir, die bei uns liegen.
privacy-left = Weggelassen, weil die Datei sonst zu groß geworden wäre:
privacy-left-media = Nicht dabei: Dateien, die bei deinem Messenger liegen und nicht bei uns, und Dateien, die wir dir in früheren Antworten geschickt haben.
privacy-erase =
    .label = Alles über mich löschen
    .example = lösche alles über mich
    .help = Ich sage dir, was verschwindet, und frage noch einmal nach.
privacy-erase-sure =
    Das ist dann für immer weg, und ich kann es nicht zurückholen:
    { $lines }
    Auch deine Konten und Einstellungen verschwinden, und ich kenne dich dann nicht mehr. Wenn du eine Kopie willst, sag vorher: „Schick mir meine Daten“.
    Soll ich wirklich alles löschen?
privacy-erase-by-hand =
    Dafür brauche ich dein eigenes Ja: Bitte drück den Knopf, oder tipp es.
    { $lines }
privacy-erase-yes = Ja, alles löschen
privacy-erase-no = Nein, behalten
privacy-erase-kept = Gut, alles bleibt, wie es ist.
privacy-erase-nothing = Ich habe nichts von dir, also gibt es nichts zu löschen.
privacy-erase-done =
    Erledigt. Alles über dich ist gelöscht. { $when }, Beleg { $id }:
    { $lines }
    Das ist das Letzte, was ich dir sage; wer du bist, habe ich schon vergessen. Wenn du wieder schreibst, lernen wir uns neu kennen. Mach’s gut!
privacy-voice =
    .label = Meine Aufnahmen
    .example = behalte meine Stimme hier
    .help = Ob deine Aufnahmen zum Hören das Haus verlassen dürfen.
privacy-voice-answer = Dürfen deine Aufnahmen dieses Haus verlassen, damit sie gehört werden ({ $names })?
privacy-voice-held = Um deine Aufnahme zu hören, müsste ich sie aus dem Haus schicken, an: { $names }. Darf ich das, jetzt und künftig? Bis du antwortest, bleibt sie hier.
privacy-voice-yes = Notiert: Von jetzt an dürfen deine Aufnahmen an { $names } gehen. Schick mir einfach eine. Zum Zurücknehmen sag: „Behalte meine Stimme hier“.
privacy-voice-no = Notiert: Deine Aufnahmen bleiben in diesem Haus. Wenn sie hier niemand hören kann, schreib mir einfach.
privacy-voice-minor = Aufnahmen von Minderjährigen verlassen dieses Haus nie, da gibt es nichts zu erlauben.
privacy-misses =
    .label = Unverstandene Sätze
    .example = du darfst Sätze behalten, die du nicht verstehst
    .help = Damit ich dich später besser verstehe; ohne Namen und Zahlen.
privacy-misses-answer = Darf ich Sätze behalten, die ich nicht verstanden habe, ohne Namen und Zahlen, damit ich später mehr verstehe?
privacy-misses-yes = Danke! Ich behalte Sätze, die ich nicht verstanden habe, ohne Namen und Zahlen.
privacy-misses-no = Notiert: Sätze, die ich nicht verstanden habe, behalte ich nicht.
privacy-minor =
    .label = Mein Alter
    .example = ich bin 12
    .help = Von Leuten unter 16 verlässt nichts dieses Haus.
privacy-minor-on = Danke, dass du es mir sagst. Weil du unter 16 bist, verlässt nichts von dir dieses Haus: Dir antwortet nur, was hier läuft, und ich schreibe niemandem draußen. Manche Antwort wird dadurch einfacher.
privacy-minor-off = Notiert: Du bist 16 oder älter, also darf ich wieder Dienste draußen für dich fragen.
privacy-minor-same = Notiert. Hier ändert sich dadurch nichts.
privacy-minor-odd = Dein Alter habe ich nicht verstanden. Sag zum Beispiel: „ich bin 12“.
privacy-erase-what = Was soll ich löschen? Deine Notizen und Erinnerungen bleiben, wenn du nichts anderes sagst.
privacy-erase-all = Alles über mich
