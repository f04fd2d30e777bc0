language-title = Language
language-switch =
    .label = Change the language
    .example = speak Spanish
    .help = I speak English, Spanish, German and Russian.
language-switch-language = Which language shall we speak?
language-switch-done = With pleasure: from now on in English.
language-switch-unknown = I am afraid I do not speak that one. I speak English, Spanish, German and Russian.
