fix-title = Correcciones
fix-said =
    .label = Corregir lo que oí
    .example = no, dije biología
    .help = Dime lo que dijiste de verdad: lo hago en su lugar y la próxima vez lo oigo bien.
fix-said-text = ¿Qué dijiste de verdad?
fix-said-nothing = No sé qué debo corregir por «{ $text }». Dilo entero, por favor.
fix-list =
    .label = Ver mis correcciones
    .example = muéstrame mis correcciones
    .help = Las palabras que he aprendido a oír.
fix-list-none = No he aprendido ninguna corrección.
fix-list-line = • «{ $heard }» → «{ $said }»
fix-list-done =
    { $count ->
        [one] He aprendido una corrección:
       *[other] He aprendido { $count } correcciones:
    }
    { $lines }
fix-forget =
    .label = Olvidar mis correcciones
    .example = olvida mis correcciones
    .help = Desde entonces tomo tus palabras como las oigo.
fix-forget-done =
    { $count ->
        [one] Olvidada: una corrección.
       *[other] Olvidadas: { $count } correcciones.
    }
