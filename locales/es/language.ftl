language-title = Idioma
language-switch =
    .label = Cambiar de idioma
    .example = habla en inglés
    .help = Hablo español, inglés, alemán y ruso.
language-switch-language = ¿En qué idioma quieres que hablemos?
language-switch-done = Con mucho gusto: a partir de ahora, en español.
language-switch-unknown = Ese idioma, por desgracia, no lo hablo. Hablo español, inglés, alemán y ruso.
