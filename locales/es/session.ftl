session-title = Conversación
session-cancel =
    .label = Cancelar
    .example = cancelar
    .help = Deja sin responder una pregunta mía.
session-cancel-done = De acuerdo, lo dejamos.
session-cancel-nothing = De acuerdo. No había nada que cancelar.
