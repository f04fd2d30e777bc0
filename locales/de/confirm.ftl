confirm-title = Vorschläge
confirm-answer =
    .label = Auf einen Vorschlag antworten
    .example = ich nehme den Vorschlag an
    .help = Was ein Assistent vorschlägt, geschieht nur, wenn du selbst innerhalb eines Tages Ja sagst.
confirm-answer-answer = Soll ich das tun?
confirm-offer = Ich würde Folgendes tun:
    • { $what }
confirm-yes = Ja, mach das
confirm-no = Nein, lass es
confirm-dropped = In Ordnung, ich lasse es: { $what }
confirm-was-yes = Das ist schon erledigt, und ich mache es nicht zweimal: { $what }
confirm-was-no = Das haben wir schon verworfen: { $what }
confirm-gone = Auf diese Antwort wartet nichts mehr: Sie kommt zu spät, oder sie war für jemand anderen.
confirm-nothing = Gerade wartet kein Vorschlag auf deine Antwort.
confirm-by-hand = Dafür brauche ich dein eigenes Ja, ohne Bild und Datei. Bitte drück den Knopf, oder schreib es.
