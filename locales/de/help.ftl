help-title = Hilfe
help-welcome = Hallo! Ich bin dein Lernassistent. Ich bewahre deine Notizen auf und erinnere dich zur rechten Zeit; schreib mir oder schick mir eine Sprachnachricht. Womit fangen wir an?
    .speech = Hallo! Ich bin dein Lernassistent. Ich bewahre deine Notizen auf und erinnere dich zur rechten Zeit. Womit fangen wir an?
help-all =
    Das kannst du mir sagen:

    { $lines }
    .speech = Du kannst zum Beispiel sagen: Erinnere mich morgen um neun daran, Anna anzurufen. Oder: Notiere, dass die Prüfung am Freitag ist. Oder: Was sind meine Erinnerungen?
help-topic =
    { $skill }

    { $lines }
help-line = • { $label }: „{ $example }“

help-show =
    .label = Was kann ich sagen?
    .example = was kannst du
    .help = Zeigt alles, was du mir sagen kannst.
help-start =
    .label = Hallo
