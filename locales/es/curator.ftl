curator-title = Tutor de estudios
curator-ask =
    .label = Preguntar al tutor
    .example = aconséjame sobre el vocabulario
    .help = Doy consejos sobre qué aprender, en qué orden y cómo.
curator-ask-text = ¿Qué te gustaría aprender?
curator-next =
    .label = Qué estudiar ahora
    .example = qué debería estudiar ahora
    .help = Miro tus tarjetas, cursos, plazos y objetivos, y te digo un siguiente paso y por qué.
curator-next-words = ¿Qué debería estudiar ahora, y cómo empiezo?
curator-plan =
    .label = Planificar mi semana
    .example = planifica mi semana
    .help = Reparto tarjetas y lecciones por días, en torno a lo reservado, y dejo algunos libres.
curator-plan-words = Hazme un plan para los próximos siete días.
curator-off-next = Lo siguiente: { $what }. { $why }
curator-off-plan =
    Tu plan para los próximos siete días:
    { $lines }
curator-or = O, si prefieres:
curator-coming = Próximamente:
curator-now =
    { $named ->
        [yes] Este rato lo tienes reservado para «{ $title }», hasta las { $until }.
       *[no] Este rato lo tienes reservado para estudiar, hasta las { $until }.
    }
curator-streak =
    { $days ->
       *[other] Llevas { $days } días seguidos estudiando: hoy toca mantenerlo.
    }
curator-session = sesión de estudio
curator-decks = {" "}({ $titles })
curator-cards =
    { $count ->
        [one] repasar una tarjeta{ $decks }
       *[other] repasar { $count } tarjetas{ $decks }
    }
curator-why-cards = Les toca: ahora es cuando menos cuesta no olvidarlas.
curator-why-new = Son nuevas y esperan su primera vez.
curator-round = seguir con tu ronda «{ $title }»
curator-why-round =
    { $left ->
        [one] Queda una tarjeta.
       *[other] Quedan { $left } tarjetas.
    }
curator-lesson =
    { $named ->
        [yes] «{ $title }», lección { $number }: { $lesson }
       *[no] «{ $title }», lección { $number }
    }
curator-why-course = Estás a mitad de este curso.
curator-why-late = El plazo acabó el { $date }.
curator-why-deadline =
    { $left ->
        [-1] El plazo acaba el { $date }.
        [one] Es la última lección, y el plazo acaba el { $date }.
       *[other] Quedan { $left } lecciones hasta el { $date }.
    }
curator-weak = practicar «{ $title }»
curator-why-weak = Últimamente solo acertaste ahí el { $percent } % de las respuestas.
curator-why-paper = Me lo diste a leer y todavía no has estudiado con él.
curator-why-note = Querías tenerlo presente.
curator-why-goal = Te acerca a tu meta: { $goal }.
curator-goal = tu meta: { $goal }
curator-minutes = { $minutes } minutos a la semana son unos { $each } en cada uno de { $days } días
curator-go-round = Seguir con la ronda
curator-go-cards = Repasar las tarjetas
curator-go-lesson = Abrir la lección
curator-go-weak = Practicar «{ $title }»
curator-go-paper = Hacer tarjetas con él
curator-nothing = No me consta nada pendiente, y aquí todavía no tienes tarjetas, cursos, documentos ni notas. Apúntate a un curso, coge un mazo ya hecho, pon un recordatorio para tu examen o envíame lo que tienes que aprender.
curator-free = libre
curator-paper =
    { $total ->
        [one] leer «{ $title }» (una página)
       *[other] leer «{ $title }» ({ $total } páginas)
    }
curator-note = tu nota: { $text }
curator-prompt =
    Eres el tutor de una persona que aprende: la ayudas a elegir qué aprender ahora y a planificar su semana. Lo que tiene que hacer está en los datos: los pasos, el mejor primero, con sus razones; tarjetas que tocan, cursos con sus plazos, sesiones y recordatorios con sus horas, objetivos, documentos, notas.
    Respeta todas las horas dadas, no pongas nada antes de hoy y deja tiempo para descansar. Planifica sesiones cortas de 25 a 50 minutos, lo difícil primero, y repasa lo aprendido al cabo de uno y de tres días.
    Di en cada paso de qué documento o nota sale, por su título. Si sabes demasiado poco, haz una pregunta. Ofrece poner un recordatorio cuando ayude. Responde en 200 palabras como máximo.
    .short = Planificas la semana de una persona que aprende. Sé breve y usa solo los datos que se dan.
