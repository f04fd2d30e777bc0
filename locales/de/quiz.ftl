quiz-title = Abfragen
quiz-start =
    .label = Frag mich ab
    .example = frag mich zu Biologie ab
    .help = Ich frage, was du gerade zu vergessen drohst, und komme später darauf zurück.
quiz-start-done =
    { $count ->
        [one] { $title }: eine Frage.
       *[other] { $title }: { $count } Fragen.
    }
quiz-start-aside =
    { $left ->
        [one] „{ $title }“ wartet so lange, dort fehlt noch eine Frage.
       *[other] „{ $title }“ wartet so lange, dort fehlen noch { $left } Fragen.
    }
quiz-start-none = Du hast noch keine Karten zum Üben. Nimm einen meiner Beispielstapel, oder lass mich aus deinen Notizen und Dateien Karten machen.
quiz-start-unknown = Zu „{ $topic }“ habe ich keine Karten. Ich kann dich etwas anderes fragen oder neue Karten machen.
quiz-start-left = In Ordnung. Schöne Pause!
quiz-everything = Gemischte Karten
quiz-ahead = Es ist nichts fällig, gut gemacht! { $when }: nächste Runde. Wollen wir trotzdem schon üben?
quiz-ahead-yes = Ja, los
quiz-ahead-no = Nein, später
quiz-which =
    { $left ->
        [one] Wir sind noch bei „{ $title }“, eine Frage fehlt. Machen wir damit weiter, oder fangen wir neu an?
       *[other] Wir sind noch bei „{ $title }“, { $left } Fragen fehlen. Machen wir damit weiter, oder fangen wir neu an?
    }
quiz-which-old = Weitermachen
quiz-which-new = Neu anfangen
quiz-ask = { $number }/{ $total }  { $question }
    .speech = { $question }
quiz-answer =
    .label = Antworten
quiz-options-label = Auswahl
quiz-options =
    Eines davon:
    { $lines }
    .speech = Ist es eines davon: { $spoken }?
quiz-hint =
    .label = Tipp
quiz-hint-own = Ein Tipp: { $hint }
quiz-hint-words = Es beginnt so: „{ $start }“ ({ $count } Wörter)
    .speech = Es beginnt so: { $start }
quiz-hint-letters =
    { $count ->
        [one] Es ist ein einziges Zeichen.
       *[other] Es beginnt so: { $start } ({ $count } Zeichen)
    }
    .speech = Es beginnt mit { $start } und hat { $count } Zeichen.
quiz-skip =
    .label = Weiß ich nicht
quiz-right =
    .label = Das war richtig
quiz-right-said =
    { $variant ->
        [0] Richtig!
        [1] Genau.
        [2] Ja, sehr gut!
       *[3] Stimmt.
    }
quiz-right-told =
    { $variant ->
        [0] Richtig: { $answer }
        [1] Genau: { $answer }
        [2] Ja! { $answer }
       *[3] Stimmt: { $answer }
    }
quiz-close = Fast! Es ist: { $answer }
quiz-missed =
    { $variant ->
        [0] Diesmal nicht. Es ist: { $answer }
        [1] Das ist es nicht. Die Antwort ist: { $answer }
        [2] Die war knifflig. Es ist: { $answer }
       *[3] Nicht ganz. Die Antwort ist: { $answer }
    }
quiz-unknown =
    { $variant ->
        [0] Kein Problem. Es ist: { $answer }
        [1] Jetzt weißt du es: { $answer }
        [2] Nicht schlimm, dafür üben wir ja. Es ist: { $answer }
       *[3] Macht nichts. Die Antwort ist: { $answer }
    }
quiz-once-more =
    { $variant ->
        [0] Nicht ganz. Versuch es noch einmal!
        [1] Noch nicht, du hast einen zweiten Versuch.
        [2] Hm, das ist es nicht. Noch ein Versuch!
       *[3] Denk in Ruhe nach und versuch es noch einmal.
    }
quiz-right-none = Es gibt noch keine Antwort, die ich ändern könnte.
quiz-right-yes = Ja, sie zählt als richtig: { $answer }
quiz-right-no = Nein, sie zählt als Fehler. Die Antwort ist: { $answer } Wenn du dasselbe gemeint hast, sag „ich hatte recht“.
quiz-right-open = Noch nicht: Die Frage ist noch offen.
quiz-right-done = Gut, das zählt: { $answer }
quiz-aside = Zurück zur Abfrage: { $question }
quiz-doubt = Ist das deine Antwort: „{ $said }“?
quiz-doubt-yes = Ja, ist sie
quiz-doubt-no = Nein
quiz-moved-on = Wir sind inzwischen weiter. Die Frage ist jetzt:
quiz-none-open = Es läuft gerade keine Abfrage. Wollen wir eine anfangen?
quiz-continue =
    .label = Abfrage fortsetzen
    .example = mach mit der Abfrage weiter
    .help = Wir machen da weiter, wo wir aufgehört haben, auch Tage später oder auf einem anderen Gerät.
quiz-continue-done =
    { $left ->
        [one] { $title }: noch eine Frage.
       *[other] { $title }: noch { $left } Fragen.
    }
quiz-stop =
    .label = Aufhören
quiz-stop-done =
    { $answered ->
        [0] Gut, wir hören hier auf. Sag „weiter“, wann immer du magst.
        [one]
            { $right ->
                [0] Gut, wir hören hier auf, { quiz-stop-left }. Sag „weiter“, wann immer du magst.
               *[other] Gut, wir hören hier auf: eine Antwort, und die war richtig; { quiz-stop-left }. Sag „weiter“, wann immer du magst.
            }
       *[other] Gut, wir hören hier auf: { $right } von { $answered } richtig, { quiz-stop-left }. Sag „weiter“, wann immer du magst.
    }
quiz-stop-left =
    { $left ->
        [one] eine fehlt noch
       *[other] { $left } fehlen noch
    }
quiz-again =
    .label = Fehler noch einmal üben
quiz-again-none = In der letzten Abfrage war alles richtig. Machen wir noch eine?
quiz-missed-none = Beim letzten Mal war nichts falsch.
quiz-due =
    .label = Was ist fällig
    .example = wie viele Karten sind fällig
    .help = Ich zähle, was auf dich wartet.
quiz-due-none = Gerade ist nichts fällig. { $when }: nächste Runde.
quiz-due-done =
    { $due ->
        [0] Es ist nichts fällig.
        [one] Eine Karte ist fällig.
       *[other] { $due } Karten sind fällig.
    }
quiz-due-new =
    { $new ->
        [one] Dazu kommt eine neue.
       *[other] Dazu kommen { $new } neue.
    }
quiz-finished =
    { $total ->
        [one] Das war’s: { $right } von einer richtig.
       *[other] Das war’s: { $right } von { $total } richtig.
    }
quiz-finished-missed =
    { $count ->
        [one] Die saß noch nicht:
       *[other] Die saßen noch nicht:
    }
    { $lines }
quiz-soon =
    { $minutes ->
        [0] Jetzt gleich
        [one] In einer Minute
       *[other] In { $minutes } Minuten
    }
quiz-finished-next = { $when }: nächste Runde.
# Was man um eine Antwort herum sagt, mit Kommas dazwischen.
quiz-words =
    .articles = der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines
    .leads = ich glaube, ich glaube das ist, ich glaube es ist, ich glaube es war, ich glaube das war, ich denke, ich denke es ist, ich denke das ist, ich würde sagen, ich würde sagen es ist, ich tippe auf, ich sage, ich vermute, das ist, das sind, das war, es ist, es sind, es war, ist es, ist das, die antwort ist, die antwort lautet, meine antwort ist, antwort, vielleicht, wahrscheinlich, bestimmt, das müsste, das dürfte, das könnte, das heißt, es heißt, man nennt es, also, äh, ähm, hm, na, ja, das bedeutet, es bedeutet, ich bin sicher es ist, natürlich
    .trails = glaube ich, denke ich, vermute ich, würde ich sagen, oder, oder nicht, nicht wahr, vielleicht, bitte, sein, natürlich, oder so
    .unknown = ich weiß nicht, ich weiß es nicht, weiß ich nicht, weiß nicht, weiss nicht, das weiß ich nicht, keine ahnung, ich habe keine ahnung, ich hab keine ahnung, hab keine ahnung, null ahnung, kein plan, keinen plan, ich bin mir nicht sicher, bin nicht sicher, vergessen, ich habe es vergessen, hab ich vergessen, fällt mir nicht ein, ich komme nicht drauf, komm nicht drauf, weiter, nächste, nächste frage, überspringen, überspring die, passe, ich passe, ich gebe auf, sag es mir, sag mir die antwort, was ist die antwort, wie lautet die antwort
    .joints = und, sowie
    .doubts = nicht, kein, keine, keinen, nein, nie, oder, ohne, weder, noch
    .units = % prozent, ° grad, c celsius, km kilometer kilometern, m meter metern, cm zentimeter zentimetern, mm millimeter millimetern, kg kilo kilogramm, g gramm, l liter litern, s sekunde sekunden, min minute minuten, h stunde stunden, € euro euros, £ pfund, v volt, w watt, j joule, n newton
    .equals = ist, sind, =, gleich, ergibt, macht, gibt
# By which something is wished for in the middle of a round, however it is said around it.
quiz-wishes =
    .stop = stopp, stop, pause, aufhören, aufhörn, hör auf, hören wir auf, später weiter, weiter später, morgen weiter, ein andermal, ein anderes mal, gut sein, genug, reicht, mir reicht's, reicht mir, schluss, feierabend, beenden, beende, abbrechen, abbruch, brich ab, ich bin fertig, bin durch, keine lust mehr, kann nicht mehr, mag nicht mehr, will nicht mehr, muss los, muss weg, muss gehen, nicht mehr weiter, unterbrechen, müde
    .hint = tipp, tipps, tip, hinweis, hinweise, hilfe, hilfestellung, hilf mir, anfangsbuchstabe, anfangsbuchstaben, erster buchstabe, ersten buchstaben, erste buchstabe, womit fängt, wie fängt, eselsbrücke, denkanstoß
    .skip = sag's mir, sags mir, sag es mir, sag's einfach, sags einfach, sag es einfach, sag mir die, verrat's mir, verrats mir, verrat es mir, verrate es, verrate mir, lös auf, löse auf, auflösen, auflösung, was ist es, was wäre richtig, wie heißt es, gib auf, gebe auf, geb auf, keine ahnung, weiß nicht, weiß ich nicht, weiß es nicht, weiss nicht, überspringen, überspring, nächste frage, nächste karte, die nächste, kein plan, keinen plan, keinen schimmer, vergessen, fällt mir nicht ein
    .right = hatte recht, habe recht, hab recht, lag richtig, war richtig, war doch richtig, ist richtig, ist doch richtig, stimmt doch, stimmte doch, hat gestimmt, das stimmt, hatte das richtig, hatte ich richtig, hatte ich doch richtig, hab das richtig, hab ich richtig, habe ich richtig, habe es richtig, habs richtig, hab's richtig, richtig geschrieben, richtig getippt, richtig gesagt, auch richtig, zählt auch, gilt auch, dasselbe, das gleiche, das selbe, tippfehler, vertippt, verschrieben, hab ich doch gesagt, habe ich doch gesagt, hab ich geschrieben, habe ich geschrieben, meinte ich
    .continue = wiederhole, wiederhol, wiederholen, nochmal die frage, noch mal die frage, die frage noch mal, die frage nochmal, frage wiederholen, wie war die frage, was war die frage, sag das noch mal, sag das nochmal, nicht verstanden, nicht gehört, mach weiter, weitermachen
