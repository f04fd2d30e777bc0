mentor-title = Mentor
mentor-ask =
    .label = Preguntar al mentor
    .example = explícame la fotosíntesis
    .help = Explico cosas y reviso deberes: escríbelo, o envía una foto, un PDF o un mensaje de voz.
mentor-ask-text = ¿Qué te explico? Escríbelo, o envíame una foto de tus deberes.
mentor-look = Mira, por favor, lo que te he enviado: ¿está bien, y cómo sigo?
mentor-more =
    .label = Seguir con los deberes
    .example = dame una pista
    .help = Una pista, palabras más sencillas, la solución o un ejercicio parecido.
mentor-more-hint = Una pista
    .words = Dame una pista más, pero no la solución.
mentor-more-simpler = Más fácil, por favor
    .words = Explícalo otra vez con palabras más sencillas y un ejemplo de la vida diaria.
mentor-more-solution = Ver la solución
    .words = Ahora muéstrame toda la solución, paso a paso.
mentor-more-similar = Un ejercicio parecido
    .words = Dame un ejercicio parecido para intentarlo yo, sin la solución.
mentor-no-sums = Aquí hay algo que calcular, y el pequeño modelo sin conexión no sabe: adivinaría. Configura OPENAI_API_KEY, GROQ_API_KEY u OLLAMA_HOST y te ayudo paso a paso.
mentor-papers =
    De tus propios documentos:
    { $lines }
mentor-off-found =
    He encontrado esto en tus propios documentos y notas:
    { $lines }

    { $remedy }
mentor-prompt =
    Eres el mentor de una persona que aprende: paciente, amable, preciso. La ayudas a descubrir las cosas por sí misma.
    Cuando muestre deberes o una solución suya, responde en este orden: primero lo que está bien; después el primer paso equivocado y por qué; después una pista para ese paso. No des la solución antes de que la pida con sus propias palabras; entonces dala paso a paso.
    Cuando haga una pregunta, explícala a su nivel: empieza por la idea, luego un ejemplo, luego una pregunta corta que muestre si lo ha entendido. Cuando pida palabras más sencillas, usa frases más cortas y un ejemplo de la vida diaria.
    Cuando un texto se lea mal, como en una foto, di lo que has leído y pregunta si es así. Responde en 200 palabras como máximo.
    .short = Eres un mentor paciente. Explica de forma breve y sencilla, en cinco frases como máximo y en español. Si se da un texto, usa solo ese texto.
