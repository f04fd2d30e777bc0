help-title = Hilfe
help-welcome = Hallo! Ich bin dein Lernassistent. Ich bewahre deine Notizen auf, erinnere dich zur rechten Zeit, lese deine Dokumente und helfe bei den Hausaufgaben; schreib mir, oder schick mir eine Sprachnachricht, ein Bild oder eine Datei. Womit fangen wir an?
    .speech = Hallo! Ich bin dein Lernassistent. Ich bewahre deine Notizen auf und erinnere dich zur rechten Zeit. Womit fangen wir an?
help-all =
    Schreib oder sag es einfach, zum Beispiel:

    { $lines }

    Du kannst mir auch eine Sprachnachricht, ein Bild oder ein Dokument schicken. Frag nach allem mit „Hilfe zu …“, oder wähle aus:
    .speech = Du kannst zum Beispiel sagen: Erinnere mich morgen um neun daran, Anna anzurufen. Oder: Notiere, dass die Prüfung am Freitag ist. Oder: Was sind meine Erinnerungen?
help-example = • „{ $example }“
help-topic =
    { $skill }

    { $lines }
help-line = • { $label }: „{ $example }“

help-show =
    .label = Was kann ich sagen?
    .example = was kannst du
    .help = Zeigt ein paar Beispiele, und alles zu einem Thema.
help-start =
    .label = Hallo
help-who = Ich bin dein Lernassistent: Ich bewahre deine Notizen auf und erinnere dich zur rechten Zeit. Sag „Hilfe“, und ich zeige dir ein paar Beispiele.
help-mood = Sehr gut, danke! Was kann ich für dich tun?
help-more = Und dabei helfe ich auch:
help-more-button = Mehr
