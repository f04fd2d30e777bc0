help-title = Ayuda
help-welcome = ¡Hola! Soy tu asistente de estudio. Guardo tus notas y te recuerdo las cosas a su hora; escríbeme o mándame un mensaje de voz. ¿Por dónde empezamos?
    .speech = ¡Hola! Soy tu asistente de estudio. Guardo tus notas y te recuerdo las cosas a su hora. ¿Por dónde empezamos?
help-all =
    Esto es lo que puedes decirme:

    { $lines }
    .speech = Puedes decir, por ejemplo: recuérdame mañana a las nueve llamar a Ana. O bien: anota que el examen es el viernes. O bien: cuáles son mis recordatorios.
help-topic =
    { $skill }

    { $lines }
help-line = • { $label }: «{ $example }»

help-show =
    .label = ¿Qué puedo decir?
    .example = qué puedes hacer
    .help = Muestra todo lo que puedes decirme.
help-start =
    .label = Hola
