# Was das Haus selbst sagt: um die Fähigkeiten herum, wenn etwas schiefgeht, und in der Konsole.

not-understood = Das habe ich nicht verstanden. Sag „Hilfe“, und ich zeige dir, was ich kann.
not-understood-suggest = Ich bin nicht sicher, was du meinst. Ist es eines davon?
question-left = Lassen wir die Frage. Sag mir einfach wieder Bescheid, wenn du möchtest.

heard = Ich habe gehört: „{ $text }“
heard-nothing = In dieser Aufnahme konnte ich keine Worte hören. Sag es bitte noch einmal, etwas näher am Mikrofon.
heard-unsure = Ich habe „{ $text }“ gehört, bin aber nicht sicher. Sag es bitte noch einmal, oder schreib es mir.
voice-unreadable = Diese Aufnahme kann ich nicht öffnen. Nimm sie bitte noch einmal auf.
voice-empty = Diese Aufnahme ist leer. Nimm sie bitte noch einmal auf.
voice-too-large = Diese Aufnahme ist zu groß: Ich nehme bis zu { $limit_mb } MB. Schick bitte eine kürzere.
voice-cut-short = Das Ende deiner Aufnahme fehlt, vielleicht habe ich nicht alles gehört.
voice-off = Zuhören kann ich noch nicht: Hier ist keine Spracherkennung installiert. Schreib mir bitte; „viva doctor“ sagt, was fehlt.
voice-stays = Deine Aufnahmen bleiben im Haus, wie du wolltest, und hier kann sie niemand hören. Schreib mir bitte, oder sag: „Du darfst meine Stimme an den Sprachdienst schicken“.
voice-minor = Deine Aufnahmen dürfen das Haus nicht verlassen, und hier kann sie niemand hören. Schreib mir bitte.
minor-outside = Dafür müsste ich jemandem außerhalb schreiben, und das tue ich nicht für Leute unter 16. Frag bitte deine Lehrerin, deinen Lehrer oder deine Eltern.
speech-too-long = Das ist zu lang, um es auf einmal vorzulesen: Ich kann bis zu { $limit } Zeichen sprechen.

read = Ich habe gelesen: „{ $text }“
read-nothing = Auf diesem Bild habe ich keine Worte gefunden, und was ein Bild zeigt, kann ich noch nicht sagen. Schreib mir bitte, worum es geht.
image-only-read = (Ich konnte nur die Worte auf dem Bild lesen: Was es zeigt, kann ich hier nicht sehen.)
speech-off = Sprechen kann ich noch nicht: Hier ist keine Stimme installiert. „viva doctor“ sagt, was fehlt.
image-unreadable = Dieses Bild kann ich nicht öffnen. Ich lese JPEG, PNG, WebP, GIF und BMP; schick es bitte noch einmal so.
image-animated = Dieses Bild bewegt sich, und ich kann nur stehende lesen. Schick bitte ein Foto oder einen Bildschirmausschnitt.
image-too-large = Dieses Bild ist zu groß: Ich nehme bis zu { $limit_megapixels } Megapixel. Schick bitte ein kleineres.
image-too-many = Das sind zu viele Bilder auf einmal: Ich nehme bis zu { $limit }. Schick sie bitte in Teilen.
image-off = Bilder lesen kann ich noch nicht: Hier ist nichts dafür installiert. Schreib mir bitte; „viva doctor“ sagt, was fehlt.
image-no-russian = Kyrillische Schrift kann ich auf Bildern hier nicht lesen, nur lateinische. Schreib mir bitte, was da steht; „viva doctor“ sagt, was fehlt.
image-cut-short = Auf dem Bild stand mehr, als ich auf einmal lesen kann; etwas fehlt also.

speaker = Stimme { $number }
document-unreadable = Dieses Dokument kann ich nicht öffnen. Schick es bitte noch einmal, oder als PDF.
document-encrypted = Dieses Dokument ist mit einem Passwort gesperrt. Schick es bitte ohne.
document-empty = In diesem Dokument habe ich keinen Text gefunden.
document-scanned = Die Seiten dieses Dokuments sind Bilder, und Bilder kann ich hier nicht lesen. „viva doctor“ sagt, was fehlt.
document-unknown-kind = Diese Art von Datei kann ich nicht lesen ({ $name }). Ich lese PDF, Word, PowerPoint, Markdown, HTML, EPUB und Text.
document-too-large = Dieses Dokument ist zu groß: Ich nehme bis zu { $limit_mb } MB. Schick es bitte in Teilen.
document-too-many = Das sind zu viele Dokumente auf einmal: Ich nehme bis zu { $limit }. Schick sie bitte in Teilen.
document-off = Dokumente lesen kann ich noch nicht: Hier ist nichts dafür installiert. „viva doctor“ sagt, was fehlt.

when-today = Heute, { $date }, { $time }
when-tomorrow = Morgen, { $date }, { $time }
when-after-tomorrow = Übermorgen, { $date }, { $time }
when-other-day = { $date }, { $time }

# Wörter, die eine Suche weglässt.
small-words = der die das den dem des ein eine einen einem einer eines dieser diese dieses mein meine meinen meinem meiner dein deine ich du er sie es wir ihr mir mich und oder aber nicht von vom zu zum zur in im an am auf für mit über bei aus nach dass ist sind war hat habe etwas alles sache notiz notizen erinnerung erinnerungen was welche welcher welches warum wieso wie wer wo wann erkläre erklär sag bedeutet

# Worte der Zustimmung und der Ablehnung: In jeder Sprache wird jedes verstanden.
yes-words = ja jawohl jo jup klar sicher gern gerne doch unbedingt löschen lösche lösch mach tu_es tu_das leg_los
no-words = nein nee nö nicht niemals nie nichts kein keine keinesfalls behalten lass_es
# Was bei einem Ja stehen kann, ohne etwas anderes zu sagen.
agreeing-words = bitte es sie alles das alle ich bin mir da ganz sicher natürlich auf jeden fall will möchte kannst du ruhig schon danke den die dem meine mein wirklich notizen erinnerungen daten konto stapel kurs weg damit

error-internal = Entschuldige, bei mir ist etwas schiefgegangen. Versuch es bitte gleich noch einmal. (Code: { $code })
error-unavailable = Etwas, das ich dafür brauche, erreiche ich gerade nicht. Versuch es bitte in ein paar Minuten noch einmal.
error-unknown-outcome = Ich wurde unterbrochen und weiß nicht, ob es geklappt hat. Schau bitte nach, bevor du mich noch einmal bittest.
text-too-long = Dieser Text ist zu lang für mich: Ich lese bis zu { $limit } Zeichen auf einmal. Schick ihn bitte in Teilen.
text-empty = Darin sind keine Worte. Schreib oder sag bitte etwas.
unsupported-part = Ich kann Texte, Bilder und Dokumente lesen und Aufnahmen hören; mit dieser Art Nachricht kann ich noch nichts anfangen.
button-stale = Dieser Knopf ist zu alt. Frag mich bitte noch einmal.
command-unknown = Den Befehl „{ $name }“ kenne ich nicht. Sag „Hilfe“, und ich zeige dir, was ich kann.
option-language = Ich spreche Englisch (en), Spanisch (es), Deutsch (de) und Russisch (ru), aber nicht „{ $language }“.
file-missing = Die Datei „{ $name }“ gibt es nicht.
file-gone = Diese Datei ist nicht mehr da. Schick sie bitte noch einmal.
file-too-large = Diese Datei ist zu groß: Ich nehme bis zu { $limit } MB.
turn-unknown = Im Journal steht kein Vorgang { $turn }.

console-welcome = Hallo! Schreib mir, oder sag „Hilfe“. Strg-D beendet das Gespräch.
console-help =
    /voice DATEI  schickt eine Aufnahme
    /image DATEI  schickt ein Bild
    /file DATEI   schickt ein Dokument oder eine andere Datei
    /lang de      spricht eine andere Sprache: en, es, de, ru
    /as NAME      spricht als jemand anderes
    1, 2, 3 …     drückt einen Knopf
    Strg-D        beendet das Gespräch
console-as = Du sprichst jetzt als { $name }.
console-lost = Die Verbindung zum Assistenten ist weg. Was du geschickt hast, ist aufgehoben.

# How a day is written, in the letters of CLDR; the second where the year is not near.
day-pattern = EEEE, d. MMMM
day-pattern-with-year = EEEE, d. MMMM y

not-allowed = { $role ->
    [admin] Das dürfen nur diejenigen, die diesen Assistenten betreiben.
   *[teacher] Das dürfen nur Lehrkräfte.
 }
