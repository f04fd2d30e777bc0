courses-title = Cursos
# Words that say only that a course is meant.
courses-small-words = curso cursos cursillo
# Answers that mean: there is no deadline.
courses-no-limit-words = ninguno ninguna sin nunca ilimitado saltar omitir nada luego no
courses-none = Aquí todavía no hay cursos.
courses-gone = Este curso ya no existe.
courses-unknown = No conozco ningún curso sobre «{ $text }».
courses-which = ¿A qué curso te refieres?
courses-mine-none = Todavía no estás en ningún curso. ¿Te enseño los que hay?
courses-not-in = Todavía no estás en «{ $title }».
courses-go-on = Seguir
courses-start = Empezar la primera lección
courses-look = Verlo
courses-more = Seguir leyendo
courses-done-button = Hecha
courses-next-button = Siguiente lección
courses-cards-button = Tarjetas para practicar
courses-practise = Practicar ahora

courses-list =
    .label = Ver los cursos
    .example = qué cursos hay
    .mine = en qué cursos estoy
    .help = O di «mis cursos» y te enseño los tuyos.
courses-list-done =
    { $count ->
        [one] Hay un curso:
       *[other] Hay { $count } cursos:
    }
    { $lines }
courses-list-found =
    { $count ->
        [one] He encontrado este curso:
       *[other] He encontrado { $count } cursos:
    }
    { $lines }
courses-list-more = … y { $count } más. Dime un tema y lo busco.
courses-line =
    { $title } ({ $lessons ->
        [0] todavía sin lecciones
        [one] una lección, { $minutes } min
       *[other] { $lessons } lecciones, { $minutes } min
    })
courses-mine-done =
    { $count ->
        [one] Estás en un curso:
       *[other] Estás en { $count } cursos:
    }
    { $lines }
courses-line-mine =
    { $title }: { $total ->
        [one] { $done } de una lección hecha
       *[other] { $done } de { $total } lecciones hechas
    }
courses-line-due = { $line }, hasta el { $date }
courses-line-completed = { $title }: completado
courses-line-gone = { $title }: ya no se ofrece

courses-show =
    .label = Sobre un curso
    .example = de qué trata el curso Aprender a aprender
    .help = Qué se aprende, sus lecciones y hasta cuándo hay tiempo.
courses-show-done = { $about }
courses-show-lesson = { $number }. { $title } ({ $minutes } min)
courses-show-empty = Todavía no tiene lecciones.
courses-show-deadline = Hay tiempo hasta el { $date }.
courses-show-days =
    { $days ->
        [one] Tienes un día desde que te inscribes.
       *[other] Tienes { $days } días desde que te inscribes.
    }
courses-show-yours = Estás en él. { $line }
courses-show-closed = Está cerrado: no admite más inscripciones.

courses-enrol =
    .label = Inscribirme
    .example = apúntame al curso Aprender a aprender
    .help = Te aviso cuando se acerque la fecha límite.
courses-enrol-done =
    Te he inscrito en «{ $title }»: { $lessons ->
        [0] todavía sin lecciones
        [one] una lección, { $minutes } minutos
       *[other] { $lessons } lecciones, { $minutes } minutos
    }.
courses-enrol-due = Tienes hasta el { $date }. Te lo recuerdo una semana y un día antes.
courses-enrol-already = Ya estabas en «{ $title }».
courses-enrol-closed = «{ $title }» está cerrado: no admite más inscripciones. Habla con tu profe.

courses-leave =
    .label = Dejar un curso
    .example = quiero dejar el curso Aprender a aprender
    .help = Te pregunto una vez más antes de hacerlo.
courses-leave-not-in = No estás en este curso.
courses-leave-sure =
    { $count ->
        [0] ¿Te saco de «{ $title }»?
        [one] Has hecho una lección de «{ $title }». ¿Te saco y olvido lo que has hecho?
       *[other] Has hecho { $count } lecciones de «{ $title }». ¿Te saco y olvido lo que has hecho?
    }
courses-leave-yes = Sí, sácame
courses-leave-no = No, me quedo
courses-leave-kept = De acuerdo, sigues en «{ $title }».
courses-leave-done = Ya no estás en «{ $title }».

courses-lesson =
    .label = Siguiente lección
    .example = siguiente lección
    .help = O di cuál: «empieza la lección dos de Aprender a aprender».
courses-lesson-done =
    { $title }
    Lección { $number } de { $total }: { $lesson }{ $pieces ->
        [one] { "" }
       *[other] { " " }(parte { $piece } de { $pieces })
    }

    { $text }
courses-lesson-empty = «{ $title }» todavía no tiene lecciones.
courses-lesson-all-done = Has hecho todas las lecciones de «{ $title }».
courses-lesson-no-such =
    { $total ->
        [one] «{ $title }» solo tiene una lección.
       *[other] «{ $title }» tiene { $total } lecciones. Dime un número del 1 al { $total }.
    }

courses-done =
    .label = Lección hecha
    .example = he terminado la lección
    .help = La cuento y te digo qué viene después.
courses-done-done =
    Hecha: lección { $number }, «{ $lesson }».
    { $title }: { $total ->
        [one] { $done } de una lección hecha
       *[other] { $done } de { $total } lecciones hechas
    }.
courses-done-already = «{ $lesson }» ya la tenías hecha.
courses-completed = Has completado «{ $title }». ¡Enhorabuena!

courses-progress =
    .label = ¿Cómo voy?
    .example = cómo voy en el curso Aprender a aprender
    .help = Lo que has hecho y lo que te falta.
courses-progress-left = Te quedan unos { $minutes } minutos. Ahora viene la lección { $number }: { $lesson }.

courses-cards =
    .label = Tarjetas de un curso
    .example = haz tarjetas de esta lección
    .help = Con sus preguntas hago un mazo para que practiques.
courses-cards-none = En esta parte de «{ $title }» no hay preguntas.
courses-cards-done =
    { $count ->
        [one] Ya hay una tarjeta en tu mazo «{ $title }».
       *[other] Ya hay { $count } tarjetas en tu mazo «{ $title }».
    }
courses-cards-already = Estas tarjetas ya están en tu mazo «{ $title }».

courses-due =
    .label = Mis plazos
    .example = qué plazos tengo
    .help = Además te los recuerdo una semana y un día antes.
courses-due-none = Ninguno de tus cursos tiene plazo. Tómate tu tiempo.
courses-due-nowhere = No tienes ningún curso sin terminar, así que no hay plazos.
courses-due-done =
    { $count ->
        [one] Tienes un plazo:
       *[other] Tienes { $count } plazos:
    }
    { $lines }
courses-due-one = Para «{ $title }» tienes hasta el { $date }.
courses-due-days =
    { $days ->
        [one] Para «{ $title }» tienes un día desde que te inscribes.
       *[other] Para «{ $title }» tienes { $days } días desde que te inscribes.
    }
courses-due-free = «{ $title }» no tiene plazo. Tómate tu tiempo.
courses-due-soon =
    El plazo de «{ $title }» termina { $days ->
        [0] hoy
        [1] mañana
        [7] dentro de una semana
       *[other] dentro de { $days } días
    }, { $date }. { $total ->
        [one] Llevas { $done } de una lección.
       *[other] Llevas { $done } de { $total } lecciones.
    }
courses-due-moved = Tu profe ha cambiado un plazo: para «{ $title }» tienes ahora hasta el { $date }.
courses-due-lifted = Tu profe ha quitado el plazo de «{ $title }». Tómate tu tiempo.

courses-certificate =
    .label = Mi certificado
    .example = dame mi certificado
    .help = Para cada curso que hayas completado.
courses-certificate-not-in = No estabas en este curso, así que no hay certificado.
courses-certificate-early = El certificado llega cuando hayas hecho todas las lecciones. { $line }
courses-certificate-name = ¿Qué nombre pongo en el certificado?
courses-certificate-name-odd = Es demasiado largo para un nombre. ¿Qué nombre pongo en el certificado?
courses-certificate-done = Aquí tienes tu certificado, { $name }: «{ $title }».
courses-paper-heading = Certificado
courses-paper-body = ha completado el curso
courses-paper-footer =
    { $lessons ->
        [one] una lección
       *[other] { $lessons } lecciones
    }, { $minutes } minutos

courses-create =
    .label = Crear un curso
    .example = crea un curso llamado Química para principiantes
    .help = Para docentes. Te pregunto lo que falte.
courses-create-title = ¿Cómo se llama el curso?
courses-create-about = ¿De qué trata «{ $title }»? Con una o dos frases basta.
courses-create-limit = ¿Hasta cuándo hay tiempo? Por ejemplo «30 días» desde la inscripción o «hasta el 1 de junio».
courses-create-exists = Ya hay un curso «{ $title }». Elige otro nombre o di «edita el curso { $title }».
courses-create-done =
    Creado: «{ $title }»
    { $about }
    Plazo: { $limit }
    Ahora añade una lección: «añade una lección a { $title }: su nombre».
courses-title-long = Es demasiado largo para un nombre: puede tener hasta { $limit } caracteres. Dame uno más corto.
courses-limit-unclear = Necesito una fecha que esté por venir: «30 días», «hasta el 1 de junio» o «ninguno».
courses-limit-date = { $date }
courses-limit-days =
    { $days ->
        [one] un día desde la inscripción
       *[other] { $days } días desde la inscripción
    }
courses-limit-none = ninguno
courses-no-limit-button = Sin plazo

courses-addlesson =
    .label = Añadir una lección
    .example = añade una lección a Química: Átomos
    .help = Para docentes. Envía el texto en un mensaje o en un documento.
courses-addlesson-button = Añadir una lección
courses-addlesson-more = Añadir otra lección
courses-addlesson-title = ¿Cómo se llama la nueva lección de «{ $course }»?
courses-addlesson-text = Envíame el texto de «{ $lesson }».
courses-addlesson-full = «{ $title }» está lleno: un curso puede tener hasta { $limit } lecciones.
courses-addlesson-long = Este texto tiene { $count } caracteres, y una lección puede tener hasta { $limit }. Envíame uno más corto.
courses-addlesson-done =
    Añadida a «{ $title }»: lección { $number }, «{ $lesson }» (unos { $minutes } min)
    { $text }

courses-edit =
    .label = Editar un curso
    .example = edita el curso Química
    .help = Para docentes. Nombre, descripción, plazo, abierto o cerrado.
courses-edit-what = ¿Qué cambio en «{ $title }»?
courses-edit-rename-button = El nombre
courses-edit-about-button = La descripción
courses-edit-deadline-button = El plazo
courses-edit-close-button = Cerrarlo
courses-edit-open-button = Abrirlo otra vez
courses-edit-rename = ¿Cómo se va a llamar «{ $title }»?
courses-edit-rename-done = Hecho: «{ $before }» se llama ahora «{ $title }».
courses-edit-about = ¿De qué trata «{ $title }»?
courses-edit-about-done = Hecho: «{ $title }» trata ahora de esto: { $about }
courses-edit-deadline = ¿Hasta cuándo hay tiempo para «{ $title }»? Por ejemplo «30 días» desde la inscripción o «hasta el 1 de junio».
courses-edit-deadline-done = Plazo de «{ $title }»: { $limit }. Quien esté en él lo sabrá por la mañana.
courses-edit-closed = Cerrado: ya nadie puede inscribirse en «{ $title }».
courses-edit-opened = Abierto otra vez: todos pueden inscribirse en «{ $title }».

courses-remove =
    .label = Borrar un curso
    .example = borra el curso Química
    .help = Para docentes. Quien esté en él conserva lo que ha hecho.
courses-remove-sure =
    { $count ->
        [0] ¿De verdad borro «{ $title }»?
        [one] «{ $title }» tiene una lección. ¿De verdad lo borro?
       *[other] «{ $title }» tiene { $count } lecciones. ¿De verdad lo borro?
    }
courses-remove-yes = Sí, bórralo
courses-remove-no = No, déjalo
courses-remove-kept = De acuerdo, «{ $title }» se queda.
courses-remove-done = Borrado: «{ $title }». Quien estaba en él conserva lo que ha hecho.

courses-import =
    .label = Importar un curso
    .example = importa este curso
    .help = Para docentes. Envía con estas palabras un archivo YAML o un documento cuyos títulos se conviertan en lecciones.
courses-import-nothing = Envíame el archivo junto con las palabras «importa este curso»: YAML o un documento cuyos títulos se conviertan en lecciones.
courses-import-no-headings = No encuentro títulos en «{ $name }». Cada título se convierte en una lección: pon uno a cada lección y envíalo otra vez.
courses-import-faults =
    { $count ->
        [one] Todavía no puedo aceptar este curso. Corrige esto y envíalo otra vez:
       *[other] Todavía no puedo aceptar este curso. Corrige estos puntos y envíalo otra vez:
    }
    { $lines }
courses-import-done =
    Importado: «{ $title }», { $count ->
        [0] sin lecciones
        [one] una lección, { $minutes } min
       *[other] { $count } lecciones, { $minutes } min
    }
    { $lines }
courses-import-again =
    Sustituido por tu archivo: «{ $title }», { $count ->
        [0] sin lecciones
        [one] una lección, { $minutes } min
       *[other] { $count } lecciones, { $minutes } min
    }
    { $lines }
courses-fault-line = Línea { $line }: { $what }
courses-fault-broken = esto no es YAML válido. Quizá falle una comilla, unos dos puntos o la sangría.
courses-fault-alias = no se permiten anclas ni alias (& y *). Escríbelo entero.
courses-fault-deep = hay demasiados niveles para un curso.
courses-fault-fields = aquí deberían ir campos con valores: { $known }.
courses-fault-unknown = no conozco el campo «{ $name }». Hay estos: { $known }.
courses-fault-twice = el campo «{ $name }» aparece dos veces.
courses-fault-text = «{ $name }» debería ser un texto.
courses-fault-missing = falta «{ $name }».
courses-fault-long = «{ $name }» es demasiado largo: hasta { $limit } caracteres.
courses-fault-number = «{ $name }» debería ser un número entero del 1 al { $limit }.
courses-fault-choice = «{ $name }» debería ser uno de estos: { $known }.
courses-fault-date = «{ $name }» debería ser una fecha como 2027-06-01.
courses-fault-list = «{ $name }» debería ser una lista: cada elemento empieza con «-».
courses-fault-many = «{ $name }» tiene demasiados elementos: hasta { $limit }.
courses-fault-card = una tarjeta es una pregunta y una respuesta: [pregunta, respuesta]. Si el texto lleva coma, ponlo entre comillas.

courses-export =
    .label = Exportar un curso
    .example = exporta el curso Química
    .help = Para docentes. Un archivo para cambiarlo e importarlo otra vez.
courses-export-done = Aquí tienes «{ $title }» en un archivo. Cámbialo como quieras y envíamelo con las palabras «importa este curso».
