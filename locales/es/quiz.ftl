quiz-title = Preguntas
quiz-start =
    .label = Pregúntame
    .example = pregúntame sobre biología
    .help = Te pregunto lo que estás a punto de olvidar, y más adelante vuelvo a ello.
quiz-start-done =
    { $count ->
        [one] { $title }: una pregunta.
       *[other] { $title }: { $count } preguntas.
    }
quiz-start-aside =
    { $left ->
        [one] «{ $title }» te espera, con una pregunta pendiente.
       *[other] «{ $title }» te espera, con { $left } preguntas pendientes.
    }
quiz-start-none = Todavía no tienes tarjetas para practicar. Toma una de mis colecciones de muestra, o deja que haga tarjetas con tus notas y archivos.
quiz-start-unknown = No tengo tarjetas sobre «{ $topic }». Puedo preguntarte otra cosa o hacer tarjetas nuevas.
quiz-start-left = De acuerdo. ¡Que descanses!
quiz-everything = Tarjetas mezcladas
quiz-ahead = No toca repasar nada, ¡bien hecho! { $when }: próximo repaso. ¿Practicamos igualmente?
quiz-ahead-yes = Sí, vamos
quiz-ahead-no = No, luego
quiz-which =
    { $left ->
        [one] Aún estamos con «{ $title }», y queda una pregunta. ¿Seguimos con eso o empezamos de nuevo?
       *[other] Aún estamos con «{ $title }», y quedan { $left } preguntas. ¿Seguimos con eso o empezamos de nuevo?
    }
quiz-which-old = Seguir
quiz-which-new = Empezar de nuevo
quiz-ask = { $number }/{ $total }  { $question }
    .speech = { $question }
quiz-answer =
    .label = Responder
quiz-options-label = Opciones
quiz-options =
    Una de estas:
    { $lines }
    .speech = ¿Es una de estas: { $spoken }?
quiz-hint =
    .label = Pista
quiz-hint-own = Una pista: { $hint }
quiz-hint-words = Empieza así: «{ $start }» ({ $count } palabras)
    .speech = Empieza así: { $start }
quiz-hint-letters =
    { $count ->
        [one] Es un solo carácter.
       *[other] Empieza así: { $start } ({ $count } caracteres)
    }
    .speech = Empieza por { $start } y tiene { $count } caracteres.
quiz-skip =
    .label = No lo sé
quiz-right =
    .label = Estaba bien
quiz-right-said =
    { $variant ->
        [0] ¡Correcto!
        [1] Exacto.
        [2] ¡Sí, muy bien!
       *[3] Eso es.
    }
quiz-right-told =
    { $variant ->
        [0] Correcto: { $answer }
        [1] Exacto: { $answer }
        [2] ¡Sí! { $answer }
       *[3] Eso es: { $answer }
    }
quiz-close = ¡Casi! Es: { $answer }
quiz-missed =
    { $variant ->
        [0] Esta vez no. Es: { $answer }
        [1] No es eso. La respuesta es: { $answer }
        [2] Era difícil. Es: { $answer }
       *[3] No del todo. La respuesta es: { $answer }
    }
quiz-unknown =
    { $variant ->
        [0] No pasa nada. Es: { $answer }
        [1] Ahora ya lo sabes: { $answer }
        [2] Tranquilo, para eso practicamos. Es: { $answer }
       *[3] No importa. La respuesta es: { $answer }
    }
quiz-once-more =
    { $variant ->
        [0] No del todo. ¡Prueba otra vez!
        [1] Aún no, tienes otro intento.
        [2] Mmm, no es eso. ¡Una vez más!
       *[3] Piénsalo con calma y prueba de nuevo.
    }
quiz-right-none = Aún no hay ninguna respuesta que pueda cambiar.
quiz-right-yes = Sí, cuenta como correcta: { $answer }
quiz-right-no = No, cuenta como fallo. La respuesta es: { $answer } Si querías decir lo mismo, di «tenía razón».
quiz-right-open = Todavía no: la pregunta sigue abierta.
quiz-right-done = De acuerdo, cuenta: { $answer }
quiz-aside = Volvamos a las preguntas: { $question }
quiz-doubt = ¿Es esa tu respuesta: «{ $said }»?
quiz-doubt-yes = Sí, es esa
quiz-doubt-no = No
quiz-moved-on = Ya hemos avanzado. La pregunta de ahora:
quiz-none-open = No hay ninguna ronda abierta. ¿Empezamos una?
quiz-continue =
    .label = Seguir con las preguntas
    .example = sigamos con las preguntas
    .help = Seguimos donde lo dejamos, aunque pasen días o cambies de dispositivo.
quiz-continue-done =
    { $left ->
        [one] { $title }: queda una pregunta.
       *[other] { $title }: quedan { $left } preguntas.
    }
quiz-stop =
    .label = Parar
quiz-stop-done =
    { $answered ->
        [0] De acuerdo, paramos aquí. Di «seguimos» cuando quieras.
        [one]
            { $right ->
                [0] De acuerdo, paramos aquí; { quiz-stop-left }. Di «seguimos» cuando quieras.
               *[other] De acuerdo, paramos aquí: una respuesta y correcta; { quiz-stop-left }. Di «seguimos» cuando quieras.
            }
       *[other] De acuerdo, paramos aquí: { $right } de { $answered } correctas, { quiz-stop-left }. Di «seguimos» cuando quieras.
    }
quiz-stop-left =
    { $left ->
        [one] queda una
       *[other] quedan { $left }
    }
quiz-again =
    .label = Practicar los fallos
quiz-again-none = No fallaste nada en la última ronda. ¿Hacemos otra?
quiz-missed-none = No fallaste nada en el último test.
quiz-due =
    .label = Qué toca repasar
    .example = cuántas tarjetas me tocan hoy
    .help = Cuento lo que te espera.
quiz-due-none = Ahora no toca nada. { $when }: próximo repaso.
quiz-due-done =
    { $due ->
        [0] No toca repasar nada.
        [one] Toca repasar una tarjeta.
       *[other] Toca repasar { $due } tarjetas.
    }
quiz-due-new =
    { $new ->
        [one] Hay una más que es nueva.
       *[other] Hay { $new } más que son nuevas.
    }
quiz-finished =
    { $total ->
        [one] Eso era todo: { $right } de una correcta.
       *[other] Eso era todo: { $right } de { $total } correctas.
    }
quiz-finished-missed =
    { $count ->
        [one] Esta la fallaste:
       *[other] Estas las fallaste:
    }
    { $lines }
quiz-soon =
    { $minutes ->
        [0] Ahora mismo
        [one] Dentro de un minuto
       *[other] Dentro de { $minutes } minutos
    }
quiz-finished-next = { $when }: próximo repaso.
# Lo que se dice alrededor de una respuesta, con comas entre medias.
quiz-words =
    .articles = el, la, los, las, lo, un, una, unos, unas
    .leads = creo que, creo que es, creo que son, creo que era, creo que fue, pienso que es, diría que, yo diría que, diría que es, yo digo que, supongo que, supongo que es, me parece que es, es, son, era, fue, eso es, se llama, se llaman, la respuesta es, mi respuesta es, respuesta, quizás, quizá, tal vez, a lo mejor, puede ser, podría ser, debe ser, debe de ser, será, pues, bueno, eh, a ver, sí, significa, quiere decir, estoy seguro de que es, estoy segura de que es, claro
    .trails = creo, supongo, me parece, verdad, no es así, quizás, por favor, claro, o algo así
    .unknown = no sé, no lo sé, no la sé, ni idea, no tengo ni idea, no me acuerdo, no lo recuerdo, no recuerdo, se me olvidó, se me ha olvidado, lo he olvidado, lo olvidé, paso, siguiente, la siguiente, otra pregunta, sáltala, saltar, me rindo, ni la menor idea, no estoy seguro, no estoy segura, dime la respuesta, dímelo, cuál es la respuesta, qué sé yo, no tengo idea
    .joints = y, e, más
    .doubts = no, ni, o, u, nunca, sin, tampoco
    .units = % ciento porcentaje, ° grado grados, c celsius centígrados, km kilómetro kilómetros, m metro metros, cm centímetro centímetros, mm milímetro milímetros, kg kilo kilos kilogramo kilogramos, g gramo gramos, l litro litros, s segundo segundos, min minuto minutos, h hora horas, $ dólar dólares, £ libra libras, v voltio voltios, w vatio vatios, j julio julios
    .equals = es, son, =, igual a, da, hacen
# By which something is wished for in the middle of a round, however it is said around it.
quiz-wishes =
    .stop = para, paramos, parar, paremos, parada, pausa, un descanso, descansar, descansemos, descanso, ya basta, basta, es suficiente, suficiente, dejémoslo, lo dejamos, déjalo, dejarlo, lo dejo, me voy, me tengo que ir, tengo que irme, terminamos, terminar, terminemos, acabar, acabamos, acabemos, termino, ya no más, no más, no quiero más, sigo luego, seguimos luego, sigo después, seguimos después, más tarde, otro día, en otro momento, estoy cansado, estoy cansada, no puedo más, hasta aquí
    .hint = pista, pistas, pistita, ayuda, ayudita, ayúdame, una ayuda, primera letra, empieza por, empieza con, cómo empieza, échame una mano, un empujón
    .skip = dímelo, dime la respuesta, dime cuál es, dímela, dime ya, solo dime, la respuesta por favor, cuál es, cuál era, me rindo, ni idea, no lo sé, no sé, no me acuerdo, no lo recuerdo, se me olvidó, salta, sáltala, sáltatela, pasa, paso palabra, la siguiente, siguiente pregunta, otra pregunta
    .right = tenía razón, tengo razón, estaba bien, está bien escrito, lo escribí bien, lo he escrito bien, lo puse bien, lo había puesto bien, lo dije bien, era correcto, era correcta, es correcto, es correcta, también vale, también es correcto, es lo mismo, errata, eso dije, eso he dicho, eso puse, eso escribí, acerté, había acertado, cuéntala, cuéntamela, debería contar
    .continue = repite, repítela, repítemela, repetir, otra vez la pregunta, la pregunta otra vez, cuál era la pregunta, de nuevo la pregunta, no te he oído, no te entendí, sigamos, continúa
