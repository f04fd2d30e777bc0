analyst-title = Analista
analyst-report =
    .label = Informe
    .example = cuántos alumnos estuvieron activos la semana pasada
    .help = Hago cuentas para docentes: quién está activo o es nuevo, qué se aprende y qué tal, cómo van los cursos y las salas.
analyst-report-text = ¿Qué cuento: alumnos activos, alumnos nuevos, quién lleva tiempo sin aparecer, tiempo de estudio, aciertos por tema, las preguntas que más fallan, un curso, el uso de las salas o todo de un vistazo?
analyst-export =
    .label = En una tabla
    .example = exporta el informe como csv
    .help = El último informe como tabla, para abrirlo en una hoja de cálculo.
analyst-ask =
    .label = Preguntar al analista
    .example = pregúntale al analista en qué se diferencian los grupos
    .help = Respondo con cifras a las preguntas de los docentes sobre sus alumnos.
analyst-ask-text = ¿Qué te gustaría saber de tus alumnos?
analyst-subscribe =
    .label = Enviar con regularidad
    .example = mándame esto cada lunes a las 8
    .help = El mismo informe, él solo, tan a menudo como quieras.
analyst-subscribe-every = ¿Cada cuánto te lo mando, y a qué hora? Por ejemplo: cada lunes a las 8.
analyst-scheduled =
    .label = Mis informes periódicos
    .example = qué informes recibo periódicamente
    .help = Los informes que llegan solos.
analyst-unsubscribe =
    .label = Cancelar un informe
    .example = deja de mandarme el informe de la clase
    .help = Un informe deja de llegar solo.
analyst-unsubscribe-text = ¿Cuál cancelo?

analyst-offer = ¿Qué cuento?
analyst-measure-overview = Resumen
    .words = resumen informe reporte cifras números estadísticas clase grupo todo vistazo
analyst-measure-active = Alumnos activos
    .words = activo activos actividad participación conectados
analyst-measure-new = Alumnos nuevos
    .words = nuevo nuevos apuntado registrados altas inscripciones empezado
analyst-measure-idle = Quién lleva tiempo sin aparecer
    .words = inactivo inactivos ausente ausentes desaparecido falta callado
analyst-measure-studied = Tiempo de estudio
    .words = tiempo minutos horas estudiado estudio
analyst-measure-accuracy = Aciertos por tema
    .words = acierto aciertos precisión correctas tema temas media promedio flojo fuerte
analyst-measure-failing = Preguntas que más fallan
    .words = pregunta preguntas fallan fallo fallos errores difícil difíciles
analyst-measure-course = Cursos
    .words = curso cursos inscritos matriculados completado terminado lecciones
analyst-measure-rooms = Uso de las salas
    .words = sala salas reservas reservadas ocupación ocupadas aulas

analyst-date = d 'de' MMMM
analyst-date-with-year = d 'de' MMMM 'de' y
analyst-period = del { $first } al { $last }
analyst-period-month = del { $first } al { $last }
analyst-period-day = el { $day }
analyst-column-day = EEE d MMM
analyst-column-week = d MMM
analyst-column-month = MMM y
analyst-column-from = Desde
analyst-column-what = Qué
analyst-column-count = Cuánto
analyst-column-people = Alumnos activos
analyst-column-new = Alumnos nuevos
analyst-column-minutes = Minutos
analyst-column-answers = Respuestas
analyst-column-accuracy = Aciertos, %
analyst-column-wrong = Fallos, %
analyst-column-lessons = Lecciones hechas
analyst-column-completed = Terminados
analyst-column-enrolled = Inscritos
analyst-column-done = Lecciones hechas, %
analyst-column-late = Con retraso
analyst-column-name = Alumno
analyst-column-last = Última actividad
analyst-column-topic = Tema
analyst-column-question = Pregunta
analyst-column-course = Curso
analyst-column-room = Sala
analyst-column-bookings = Reservas
analyst-column-hours = Horas

analyst-overview =
    { $people ->
        [0] Nadie estudió { $period }.
        [one] Un alumno estudió { $period }.
       *[other] { $people } alumnos estudiaron { $period }.
    }
analyst-active =
    { $people ->
        [0] Nadie estuvo activo { $period }
        [one] Un alumno estuvo activo { $period }
       *[other] { $people } alumnos estuvieron activos { $period }
    }; { $before ->
        [0] en el mismo tiempo anterior, nadie.
       *[other] en el mismo tiempo anterior, { $before }.
    }
analyst-new =
    { $people ->
        [0] Nadie empezó { $period }
        [one] Un alumno nuevo empezó { $period }
       *[other] { $people } alumnos nuevos empezaron { $period }
    }; { $total ->
        [one] en total hay uno.
       *[other] en total hay { $total }.
    }
analyst-studied =
    { $people ->
        [0] Nadie estudió { $period }.
        [one] Un alumno estudió { $minutes } min { $period } y respondió { $answers ->
            [one] una pregunta.
           *[other] { $answers } preguntas.
        }
       *[other] { $people } alumnos estudiaron en total { $minutes } min { $period } y respondieron { $answers ->
            [one] una pregunta.
           *[other] { $answers } preguntas.
        }
    }
analyst-studied-line =
    { $minutes } min · { $answers ->
        [one] 1 respuesta
       *[other] { $answers } respuestas
    }
analyst-idle =
    { $people ->
        [0] Nadie ha faltado { $period }.
        [one] Un alumno no ha estado activo { $period }.
       *[other] { $people } alumnos no han estado activos { $period }.
    }
analyst-idle-unnamed = Sus nombres solo los ve el docente que pide el informe él mismo.
analyst-idle-many = Son demasiados para nombrarlos aquí; los nombres están en la tabla.
analyst-nameless = alguien cuyo nombre no conozco
analyst-never = todavía no ha empezado
analyst-accuracy =
    El { $percent } % de { $answers ->
        [one] una respuesta fue correcta
       *[other] { $answers } respuestas fueron correctas
    } { $period }, en { $topics ->
        [one] un tema
       *[other] { $topics } temas
    }; el más flojo es «{ $title }», con un { $weakest } %.
analyst-answers =
    El { $percent } % de { $answers ->
        [one] una respuesta fue correcta { $period }.
       *[other] { $answers } respuestas fueron correctas { $period }.
    }
analyst-answers-none = Nadie respondió ninguna pregunta { $period }.
analyst-topic-none = Sobre «{ $title }» no respondieron bastantes alumnos { $period }.
analyst-failing =
    La que más falla es «{ $question }»: el { $percent } % de las respuestas de { $people } alumnos fueron incorrectas { $period }.
analyst-failing-none = No se falló { $period } ninguna pregunta que tengan varios alumnos.
analyst-failing-none-of = No se falló { $period } ninguna pregunta sobre «{ $title }» que tengan varios alumnos.
analyst-shared = Solo se muestran temas y preguntas que tienen al menos tres alumnos: las tarjetas privadas siguen siendo privadas.
analyst-course =
    { $enrolled ->
        [0] «{ $title }»: todavía no hay nadie inscrito.
       *[other] «{ $title }»: { $enrolled } { $enrolled ->
            [one] inscrito
           *[other] inscritos
        }, { $completed ->
            [one] 1 lo ha terminado
           *[other] { $completed } lo han terminado
        }{ $percent ->
            [-1] {""}
           *[other] , { $percent } % de las lecciones hechas
        }{ $late ->
            [0] .
            [one] ; uno va con retraso.
           *[other] ; { $late } van con retraso.
        }
    }
analyst-courses =
    { $courses ->
        [one] Un curso
       *[other] { $courses } cursos
    }, { $enrolled ->
        [one] una inscripción.
       *[other] { $enrolled } inscripciones.
    }
analyst-course-none = Todavía no hay cursos con alumnos.
analyst-course-unknown = No conozco ningún curso «{ $title }» en el que haya alguien. Pregunta «cómo van los cursos» para verlos todos.
analyst-course-which = ¿Qué curso dices?
analyst-rooms =
    { $bookings ->
        [0] No hay ninguna sala reservada { $period }.
        [one] Una reserva { $period }, { $hours } h en total.
       *[other] { $bookings } reservas { $period }, { $hours } h en total.
    }
analyst-room-line = { $bookings } × · { $hours } h
analyst-rooms-none = Aquí todavía no hay salas.
analyst-room-gone = una sala que ya no existe
analyst-more = … el resto está en la tabla.

analyst-export-done =
    { $sentence } { $count ->
        [one] Aquí tienes la tabla, una línea.
       *[other] Aquí tienes la tabla, { $count } líneas.
    }
analyst-export-none = En este informe no hay nada que poner en una tabla.
analyst-subscribe-done = { $what }, { $rhythm }. El próximo: { $when }
analyst-subscribe-often = Como mucho una vez al día, por favor. ¿Cada cuánto te lo mando, y a qué hora?
analyst-subscribe-never = Ese momento no llega nunca. ¿Cada cuánto te lo mando, y a qué hora?
analyst-subscribe-full = Ya recibes { $count } informes. Cancela antes uno: «deja de mandarme el informe de la clase».
analyst-scheduled-none = No te llega ningún informe solo. Después de ver uno, di «mándame esto cada lunes a las 8».
analyst-scheduled-done =
    { $count ->
        [one] Recibes un informe periódico:
       *[other] Recibes { $count } informes periódicos:
    }
    { $lines }
analyst-scheduled-line = { $what }, { $rhythm }, el próximo: { $when }
analyst-unsubscribe-done = Cancelado: { $what }
analyst-unsubscribe-all =
    { $count ->
        [one] El informe ya no te llegará.
       *[other] Los { $count } informes ya no te llegarán.
    }
analyst-unsubscribe-gone = Este informe ya está cancelado.
analyst-unsubscribe-no-such =
    { $count ->
        [one] Solo recibes un informe.
       *[other] Solo recibes { $count } informes.
    }
analyst-due-stop = No me lo mandes más
analyst-due-ended = «{ $what }» ya no te llegará: es solo para docentes.

analyst-prompt =
    Eres el analista de un docente o responsable de un lugar de estudio. Respondes con cifras a preguntas sobre sus alumnos, y cada cifra sale de la herramienta de informes: nunca de tu cabeza.
    Di primero, en una frase sencilla, lo que se preguntó; después, cinco líneas cortas como mucho. Nombra el periodo. Di lo que una cifra no muestra: pocas respuestas prueban poco. Si no hay informe que sirva, di cuáles hay. No se te dicen nombres de alumnos; no los adivines. Responde en 150 palabras como máximo.
    .short = Respondes a la pregunta de un docente con cifras, y solo con los datos que se dan. Sé breve.
