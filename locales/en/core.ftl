# What the house itself says: around the skills, when something goes wrong, and in the console.

not-understood = I did not understand that. Say “help” to see what I can do.
not-understood-suggest = I am not sure what you mean. Is it one of these?
question-left = Let us leave that question. Ask me again whenever you like.

heard = I heard: “{ $text }”
heard-nothing = I could not hear any words in that recording. Please say it again, a little closer to the microphone.
heard-unsure = I heard “{ $text }”, but I am not sure. Please say it again, or write it.
voice-unreadable = I cannot open this recording. Please record it again.
voice-empty = This recording is empty. Please record it again.
voice-too-large = This recording is too large: I can take up to { $limit_mb } MB. Please send a shorter one.
voice-cut-short = The end of your recording is missing, so I may not have heard everything.
voice-off = I cannot listen yet: no speech recognition is installed here. Please write to me; “viva doctor” says what is missing.
voice-stays = Your recordings stay in this house, as you wished, and nobody here can hear them. Please write to me, or say “you may send my voice to the speech service”.
voice-minor = I may not send your recordings out of this house, and nobody here can hear them. Please write to me.
minor-outside = That would write to somebody outside, and I do not do that for anyone under 16. Please ask a teacher or your parents.
speech-too-long = This is too long to be said aloud at once: I can say up to { $limit } characters.

read = I read: “{ $text }”
read-nothing = I could not find any words in this picture, and I cannot tell yet what a picture shows. Please write to me what it is about.
image-only-read = (I could only read the words in the picture: I cannot see here what it shows.)
speech-off = I cannot speak yet: no voice is installed here. “viva doctor” says what is missing.
image-unreadable = I cannot open this picture. I can read JPEG, PNG, WebP, GIF and BMP; please send it again as one of these.
image-animated = This picture moves, and I can only read still ones. Please send a photo or a screenshot.
image-too-large = This picture is too large: I can take up to { $limit_megapixels } megapixels. Please send a smaller one.
image-too-many = These are too many pictures at once: I can take up to { $limit }. Please send them in parts.
image-off = I cannot read pictures yet: nothing for it is installed here. Please write to me; “viva doctor” says what is missing.
image-no-russian = I cannot read Cyrillic in pictures here, only Latin letters. Please write to me what it says; “viva doctor” says what is missing.
image-cut-short = There was more in the picture than I could read at once, so something is missing.

speaker = Speaker { $number }
document-unreadable = I cannot open this document. Please send it again, or as a PDF.
document-encrypted = This document is locked with a password. Please send it without one.
document-empty = I found no text in this document.
document-scanned = The pages of this document are pictures, and I cannot read pictures here. “viva doctor” says what is missing.
document-unknown-kind = I cannot read this kind of file ({ $name }). I can read PDF, Word, PowerPoint, Markdown, HTML, EPUB and plain text.
document-too-large = This document is too large: I can take up to { $limit_mb } MB. Please send it in parts.
document-too-many = These are too many documents at once: I can take up to { $limit }. Please send them in parts.
document-off = I cannot read documents yet: nothing for it is installed here. “viva doctor” says what is missing.

when-today = Today, { $date }, { $time }
when-tomorrow = Tomorrow, { $date }, { $time }
when-after-tomorrow = The day after tomorrow, { $date }, { $time }
when-other-day = { $date }, { $time }

# Words that a search leaves out.
small-words = a an the this that these those my your his her our their it its i me you we and or but not of for to in on at by with from about into is are was were be been do does did have has had some any all thing something note notes reminder reminders what which why how who where when explain tell say says mean means

# Words that agree, and words that refuse: each is understood in every language.
yes-words = yes yeah yep yup sure ok okay definitely absolutely certainly delete proceed go_ahead go_for_it do_it do_that
no-words = no nope nah not t dont cannot never nothing keep stop leave_it
# What may stand beside a yes, and says nothing else.
agreeing-words = please it them all that this these those everything of course i am m sure really quite you can may just now then the my your thanks thank would like want to so indeed totally yes do account data notes reminders deck cards course room booking

error-internal = Sorry, something went wrong on my side. Please try again in a moment. (Code: { $code })
error-unavailable = I cannot reach something I need for this just now. Please try again in a few minutes.
error-unknown-outcome = I was interrupted and do not know whether it was done. Please check before you ask me again.
text-too-long = This text is too long for me: I can read up to { $limit } characters at once. Please send it in parts.
text-empty = There are no words in it. Please write or say something.
unsupported-part = I can read text, pictures and documents and listen to recordings; I cannot use this kind of message yet.
button-stale = This button is too old. Please ask me again.
command-unknown = I do not know the command “{ $name }”. Say “help” to see what I can do.
option-language = I speak English (en), Spanish (es), German (de) and Russian (ru), but not “{ $language }”.
file-missing = There is no file “{ $name }”.
file-gone = This file is no longer there. Please send it again.
file-too-large = This file is too large: I can take up to { $limit } MB.
turn-unknown = There is no turn { $turn } in the journal.

console-welcome = Hello! Write to me, or say “help”. Ctrl-D ends the conversation.
console-help =
    /voice FILE   sends a recording
    /image FILE   sends a picture
    /file FILE    sends a document, or any file
    /lang en      speaks another language: en, es, de, ru
    /as NAME      speaks as somebody else
    1, 2, 3 …     presses a button
    Ctrl-D        ends the conversation
console-as = You are now speaking as { $name }.
console-lost = The connection to the assistant is lost. What you have sent is kept.

# How a day is written, in the letters of CLDR; the second where the year is not near.
day-pattern = EEEE d MMMM
day-pattern-with-year = EEEE d MMMM y

not-allowed = { $role ->
    [admin] That is only for those who run this assistant.
   *[teacher] That is for teachers only.
 }
