again-title = Repetir
again-say =
    .label = Repetir
    .example = repite eso
    .help = Mi última respuesta otra vez.
again-say-nothing = Todavía no he dicho nada aquí.
