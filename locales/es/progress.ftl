progress-title = Progreso
progress-show =
    .label = ¿Cómo voy?
    .example = cómo voy
    .help = Tu racha, tus respuestas y tu tiempo, tus temas fuertes y flojos, tus metas.
progress-show-none = Todavía no hay nada que contar. Responde a unas preguntas o haz una lección, y te enseñaré cómo vas.
progress-show-done = { $lines }
progress-line = { $name }: { $figures }.
progress-then = La semana pasada hasta el mismo día: { $figures }.
progress-nothing = nada todavía
progress-answers =
    { $count ->
        [one] una respuesta
       *[other] { $count } respuestas
    }
progress-right = { $percent } % de aciertos
progress-minutes =
    { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }
progress-hours =
    { $hours ->
        [one] una hora
       *[other] { $hours } horas
    }
progress-hours-minutes = { $hours } y { $minutes }
progress-streak =
    { $count ->
        [one] Hoy has estudiado: es el primer día de una nueva racha.
       *[other] Llevas { $count } días seguidos estudiando.
    }
progress-streak-open =
    { $count ->
        [one] Ayer estudiaste. Una respuesta hoy, y serán dos días seguidos.
       *[other] Llevas { $count } días seguidos estudiando. Falta el de hoy.
    }
progress-streak-none = Ahora mismo no tienes ninguna racha. Una respuesta hoy, y empieza otra.
progress-strong = Tu tema más fuerte: { $topic }, { $percent } % de aciertos.
progress-weak = Necesita práctica: { $topic }, { $percent } % de aciertos.
progress-due =
    { $count ->
        [one] Te toca repasar una tarjeta.
       *[other] Te toca repasar { $count } tarjetas.
    }
progress-due-many = Te toca repasar más de { $count } tarjetas.
progress-accuracy =
    { $count ->
        [one] { $name }: { $percent } % de aciertos, con una respuesta.
       *[other] { $name }: { $percent } % de aciertos en { $count } respuestas.
    }
progress-topics-done =
    Por temas, del más flojo al más fuerte:
    { $lines }
progress-topic = { $topic }: { $percent } % de aciertos en { $count } respuestas
progress-topics-none = Aún no puedo decirlo: necesito al menos cinco respuestas de un tema.
progress-this-week = Esta semana
progress-last-week = La semana pasada
progress-today = Hoy
progress-yesterday = Ayer
progress-this-month = Este mes
# How a day is written under its bar, in the letters of CLDR.
progress-day-pattern = d MMM
progress-weekday-pattern = EEE
progress-month-pattern = LLLL 'de' y
progress-chart =
    .label = Ver un gráfico
    .example = muéstrame un gráfico de este mes
    .help = De una semana, un mes o el tiempo que digas; «gráficos oscuros» si tu pantalla es oscura.
progress-chart-empty = { $name }: todavía no hay nada que dibujar.
progress-chart-off = Aquí no puedo dibujar: «viva doctor» dice qué falta.
progress-chart-dark = A partir de ahora dibujo para una pantalla oscura.
progress-chart-light = A partir de ahora dibujo para una pantalla clara.
progress-chart-min = min
progress-chart-time = Tiempo de estudio
progress-chart-answers = Respuestas
progress-chart-right = Aciertos
progress-chart-topics = Aciertos por tema
progress-goal =
    .label = Fijar una meta
    .example = mi meta son 20 minutos al día
    .help = Cuento minutos, respuestas y días; cualquier otra meta la guardo con tus palabras.
progress-goal-text = ¿Qué quieres conseguir? Por ejemplo, «20 minutos al día», «100 tarjetas por semana» o «aprobar el B2 antes de junio».
# How a goal is read: regular expressions.
progress-goal-read =
    .day = \b(?:al|por|cada) d[ií]a\b|\btodos los d[ií]as\b|\bdiari[oa]s?\b|\bdiariamente\b|\ba diario\b
    .week = \b(?:a la|por|cada) semana\b|\btodas las semanas\b|\bsemanal(?:es|mente)?\b
    .answers = \btarjetas?\b|\bfichas?\b|\bpreguntas?\b|\brespuestas?\b|\bpalabras?\b
    .times = \bveces\b|\bd[ií]as?\b
    .studying = \b(?:estudiar|aprender|practicar|repasar|algo)\b
    .by = \b(?:antes de|para|hasta|en) (\w+)
    .carrier = ^(?:por favor )?(?:quiero|quisiera|me gustaría|me propongo|mi (?:nuev[oa] )?(?:meta|objetivo)(?: diari[oa]| semanal| de estudio)?(?: es(?: que)?| son| será|:)|(?:ponme|pon|fija|fíjame|anota|apunta|guarda)(?: como| de| una| un| mi)*(?: nuev[oa])? (?:meta|objetivo)(?: de|:)?|(?:nuev[oa] )?(?:meta|objetivo):?)\s+
progress-goal-kept = Tu meta: { $text }. No la puedo medir, pero la tendré presente.
progress-goal-kept-by = Tu meta: { $text }. Tendré presente la fecha: { $date }.
progress-goal-counted = Tu meta: { $goal } ({ $state }).
progress-goal-line = { $goal }: { $state }
progress-each-day = { $amount } al día
progress-each-week = { $amount } por semana
progress-amount-answers =
    { $count ->
        [one] una respuesta
       *[other] { $count } respuestas
    }
progress-amount-days =
    { $count ->
        [one] un día
       *[other] { $count } días
    }
progress-state-today = hoy { $count } de { $amount }
progress-state-week = esta semana { $count } de { $amount }
progress-state-reached = { $state }, conseguido
progress-state-days =
    { $count ->
        [0] es hoy
        [one] queda un día
       *[other] quedan { $count } días
    }
progress-goals =
    .label = Mis metas
    .example = cuáles son mis metas
    .help = Todas, y cuánto llevas de cada una.
progress-goals-none = Todavía no te has fijado ninguna meta.
progress-goals-done =
    { $count ->
        [one] Tu meta:
       *[other] Tus { $count } metas:
    }
    { $lines }
progress-drop =
    .label = Borrar una meta
    .example = borra mi meta de los 20 minutos
    .help = Por sus palabras o por su número en la lista.
progress-drop-text =
    ¿Qué meta borro?
    { $lines }
progress-drop-done = Borrado: { $text }
progress-drop-gone = Esa meta ya no está.
progress-weekly =
    .label = Resumen semanal
    .example = no quiero más resúmenes semanales
    .help = El domingo por la tarde te resumo la semana, si quieres.
progress-weekly-on = De acuerdo: los domingos por la tarde te resumo aquí la semana.
progress-weekly-off = De acuerdo, no habrá más resúmenes semanales. Pregúntame «cómo voy» cuando quieras.
progress-weekly-again = Volver a recibirlos
progress-weekly-stop = No más resúmenes
progress-weekly-idle = Esta semana no has estudiado. Con unos minutos basta para volver a empezar.
progress-weekly-days =
    { $count ->
        [one] Has estudiado un día.
       *[other] Has estudiado { $count } días.
    }
progress-weekly-done =
    Tu semana:
    { $lines }
progress-quiet =
    .label = Horas de silencio
    .example = no me escribas entre las 10 de la noche y las 8 de la mañana
    .help = En esas horas no te mando nada que no hayas pedido.
progress-quiet-done = De { $start } a { $end } no te mandaré nada que no hayas pedido. Tus propios recordatorios sí llegarán.
progress-quiet-now = Tus horas de silencio son de { $start } a { $end }. Para cambiarlas, di por ejemplo «no me escribas entre las 10 de la noche y las 8 de la mañana».
progress-quiet-off = No tienes horas de silencio: puedo escribirte a cualquier hora.
# Words with which the end of the quiet hours is named.
progress-quiet-before = antes hasta
