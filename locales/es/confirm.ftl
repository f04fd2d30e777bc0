confirm-title = Propuestas
confirm-answer =
    .label = Responder a una propuesta
    .example = acepto tu propuesta
    .help = Lo que propone un asistente solo se hace si tú dices que sí, en el plazo de un día.
confirm-answer-answer = ¿Lo hago?
confirm-offer = Haría esto:
    • { $what }
confirm-yes = Sí, hazlo
confirm-no = No, déjalo
confirm-dropped = De acuerdo, lo dejo: { $what }
confirm-was-yes = Esto ya está hecho y no lo haré dos veces: { $what }
confirm-was-no = Esto ya lo habíamos descartado: { $what }
confirm-gone = Esta respuesta ya no hace falta: llega demasiado tarde o era para otra persona.
confirm-nothing = No hay ninguna propuesta pendiente de tu respuesta.
confirm-by-hand = Para eso necesito un sí tuyo, sin imagen ni archivo. Pulsa el botón o escríbelo, por favor.
