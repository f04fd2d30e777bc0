confirm-title = Propuestas
confirm-answer =
    .label = Responder a una propuesta
    .example = acepto tu propuesta
    .help = Lo que propone un asistente solo se hace con tu propio sí, dentro de un día.
confirm-answer-answer = ¿Lo hago?
confirm-offer = Haría esto:
    • { $what }
confirm-yes = Sí, hazlo
confirm-no = No, déjalo
confirm-dropped = De acuerdo, lo dejo: { $what }
confirm-was-yes = Esto ya está hecho, y no lo hago dos veces: { $what }
confirm-was-no = Esto ya lo hemos dejado: { $what }
confirm-gone = Nada espera esta respuesta: es demasiado antigua, o era de otra persona.
confirm-nothing = No hay ninguna propuesta que espere tu respuesta.
confirm-by-hand = Para eso necesito tu propio sí, sin imagen ni archivo. Pulsa el botón o escríbelo, por favor.
