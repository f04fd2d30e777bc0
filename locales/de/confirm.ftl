confirm-title = Vorschläge
confirm-answer =
    .label = Auf einen Vorschlag antworten
    .example = ich nehme den Vorschlag an
    .help = Was ein Assistent vorschlägt, geschieht nur auf dein eigenes Ja, innerhalb eines Tages.
confirm-answer-answer = Soll ich das tun?
confirm-offer = Ich würde das tun:
    • { $what }
confirm-yes = Ja, mach das
confirm-no = Nein, lass es
confirm-dropped = In Ordnung, ich lasse es: { $what }
confirm-was-yes = Das ist schon getan, und ich tue es nicht zweimal: { $what }
confirm-was-no = Das haben wir schon gelassen: { $what }
confirm-gone = Auf diese Antwort wartet nichts: Sie ist zu alt, oder sie war für jemand anderen.
confirm-nothing = Es gibt keinen Vorschlag, der auf deine Antwort wartet.
confirm-by-hand = Dafür brauche ich dein eigenes Ja, ohne Bild und Datei. Bitte drück den Knopf, oder schreib es.
