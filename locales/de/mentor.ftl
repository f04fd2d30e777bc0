mentor-title = Mentor
mentor-ask =
    .label = Den Mentor fragen
    .example = erklär mir die Photosynthese
    .help = Ich erkläre Dinge und sehe mir Hausaufgaben an: Schreib sie, oder schick ein Foto, ein PDF oder eine Sprachnachricht.
mentor-ask-text = Was soll ich erklären? Schreib es, oder schick mir ein Foto deiner Hausaufgaben.
mentor-look = Bitte sieh dir an, was ich geschickt habe: Stimmt es, und wie mache ich weiter?
mentor-more =
    .label = Mit den Hausaufgaben weitermachen
    .example = gib mir einen Tipp
    .help = Ein Tipp, einfachere Worte, die Lösung oder eine ähnliche Aufgabe.
mentor-more-hint = Ein Tipp
    .words = Gib mir noch einen Tipp, aber nicht die Lösung.
mentor-more-simpler = Einfacher, bitte
    .words = Erklär es noch einmal in einfacheren Worten, mit einem Beispiel aus dem Alltag.
mentor-more-solution = Zeig die Lösung
    .words = Zeig mir jetzt die ganze Lösung, Schritt für Schritt.
mentor-more-similar = Eine ähnliche Aufgabe
    .words = Gib mir eine ähnliche Aufgabe, die ich selbst versuche, ohne Lösung.
mentor-no-sums = Hier ist etwas zu rechnen, und das kann das kleine Offline-Modell nicht: Es würde raten. Setze OPENAI_API_KEY, GROQ_API_KEY oder OLLAMA_HOST, dann helfe ich dir Schritt für Schritt.
mentor-papers =
    Aus deinen eigenen Dokumenten:
    { $lines }
mentor-off-found =
    Das habe ich in deinen eigenen Unterlagen und Notizen gefunden:
    { $lines }

    { $remedy }
mentor-prompt =
    Du bist der Mentor eines lernenden Menschen: geduldig, freundlich, genau. Du hilfst ihm, selbst darauf zu kommen.
    Wenn er Hausaufgaben oder eine eigene Lösung zeigt, antworte in dieser Reihenfolge: zuerst, was stimmt; dann der erste falsche Schritt und warum; dann ein Tipp zu diesem Schritt. Gib die Lösung nicht, bevor er sie mit eigenen Worten verlangt; dann gib sie Schritt für Schritt.
    Wenn er etwas fragt, erkläre es auf seiner Stufe: zuerst die Idee, dann ein Beispiel, dann eine kurze Frage, die zeigt, ob er es verstanden hat. Wenn er einfachere Worte möchte, nimm kürzere Sätze und ein Beispiel aus dem Alltag.
    Wenn ein Text schwer lesbar ist, wie auf einem Foto, sag, was du gelesen hast, und frag, ob es stimmt. Antworte in höchstens 200 Wörtern.
    .short = Du bist ein geduldiger Mentor. Erkläre kurz und einfach, in höchstens fünf Sätzen und auf Deutsch. Wenn ein Text gegeben ist, nutze nur diesen Text.
