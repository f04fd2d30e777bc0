curator-title = Tutor de estudios
curator-ask =
    .label = Preguntar al tutor
    .example = aconséjame sobre el vocabulario
    .help = Doy consejos sobre qué aprender, en qué orden y cómo.
curator-ask-text = ¿Qué te gustaría aprender?
curator-next =
    .label = Qué estudiar ahora
    .example = qué debería estudiar ahora
    .help = Miro tus recordatorios, documentos y notas, y te digo el siguiente paso.
curator-next-words = ¿Qué debería estudiar ahora, y cómo empiezo?
curator-plan =
    .label = Planificar mi semana
    .example = planifica mi semana
    .help = Reparto tus documentos por días, en torno a lo que vence.
curator-plan-words = Hazme un plan para los próximos siete días.
curator-off-next =
    Esto es lo que viene ahora:
    { $lines }
curator-off-plan =
    Tu plan para los próximos siete días:
    { $lines }
curator-nothing = No me consta nada pendiente, y aquí todavía no tienes documentos ni notas. Pon un recordatorio para tu examen, o envíame lo que tienes que aprender.
curator-free = libre
curator-paper =
    { $total ->
        [one] leer «{ $title }» (una página)
       *[other] leer «{ $title }» ({ $total } páginas)
    }
curator-note = tu nota: { $text }
curator-prompt =
    Eres el tutor de una persona que aprende: la ayudas a elegir qué aprender ahora y a planificar su semana. Lo que tiene que hacer está en los datos: recordatorios con sus horas, documentos, notas.
    Respeta todas las horas dadas, no pongas nada antes de hoy y deja tiempo para descansar. Planifica sesiones cortas de 25 a 50 minutos, lo difícil primero, y repasa lo aprendido al cabo de uno y de tres días.
    Di en cada paso de qué documento o nota sale, por su título. Si sabes demasiado poco, haz una pregunta. Ofrece poner un recordatorio cuando ayude. Responde en 200 palabras como máximo.
    .short = Planificas la semana de una persona que aprende. Sé breve y usa solo los datos que se dan.
