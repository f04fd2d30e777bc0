language-title = Sprache
language-switch =
    .label = Sprache wechseln
    .example = sprich Englisch
    .help = Ich spreche Deutsch, Englisch, Spanisch und Russisch.
language-switch-language = In welcher Sprache wollen wir sprechen?
language-switch-done = Sehr gern: ab jetzt auf Deutsch.
language-switch-unknown = Diese Sprache spreche ich leider nicht. Ich spreche Deutsch, Englisch, Spanisch und Russisch.
