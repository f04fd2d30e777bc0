help-title = Ayuda
help-welcome = ¡Hola! Soy tu asistente de estudio. Guardo tus notas, te recuerdo las cosas a su hora, leo tus documentos y te ayudo con los deberes; escríbeme, o mándame un mensaje de voz, una imagen o un archivo. ¿Por dónde empezamos?
    .speech = ¡Hola! Soy tu asistente de estudio. Guardo tus notas y te recuerdo las cosas a su hora. ¿Por dónde empezamos?
help-all =
    Escríbelo o dilo sin más, por ejemplo:

    { $lines }

    También puedes mandarme un mensaje de voz, una imagen o un documento. Pregunta lo que quieras con «ayuda con …», o elige:
    .speech = Puedes decir, por ejemplo: recuérdame mañana a las nueve llamar a Ana. O bien: anota que el examen es el viernes. O bien: cuáles son mis recordatorios.
help-example = • «{ $example }»
help-topic =
    { $skill }

    { $lines }
help-line = • { $label }: «{ $example }»

help-show =
    .label = ¿Qué puedo decir?
    .example = qué puedes hacer
    .help = Muestra algunos ejemplos, y todo sobre un tema.
help-start =
    .label = Hola
help-who = Soy tu asistente de estudio: guardo tus notas y te recuerdo las cosas a su hora. Di «ayuda» para ver algunos ejemplos.
help-mood = ¡Muy bien, gracias! ¿Qué puedo hacer por ti?
help-more = Y además puedo ayudarte con:
help-more-button = Más
