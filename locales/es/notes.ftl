notes-title = Notas
notes-save =
    .label = Guardar una nota
    .example = anota que el examen es el viernes
    .help = La guardo palabra por palabra.
notes-save-text = ¿Qué quieres que anote?
notes-save-done = Guardado: { $text }
notes-find =
    .label = Buscar una nota
    .example = qué anoté sobre el examen
    .help = Busco tus palabras en todas tus notas.
notes-find-text = ¿De qué trata la nota?
notes-find-none = No he encontrado ninguna nota sobre «{ $text }».
notes-find-done =
    { $count ->
        [one] He encontrado esta nota:
       *[other] He encontrado { $count } notas:
    }
    { $lines }
notes-list =
    .label = Ver mis notas
    .example = muéstrame mis notas
    .help = Primero las más recientes.
notes-list-none = Todavía no tienes notas.
notes-list-done =
    { $count ->
        [one] Tienes una nota:
       *[other] Tienes { $count } notas:
    }
    { $lines }
notes-list-more =
    { $count ->
        [one] Tu nota más reciente:
       *[other] Tus { $count } notas más recientes:
    }
    { $lines }
notes-delete =
    .label = Borrar una nota
    .example = borra la nota sobre el examen
    .help = Si hay varias posibles, te pregunto cuál.
notes-delete-text =
    ¿Qué nota quieres que borre?
    { $lines }
notes-delete-which =
    ¿A qué nota te refieres?
    { $lines }
notes-delete-done = Borrado: { $text }
notes-delete-gone = Esta nota ya no existe.
notes-delete-no-such =
    { $count ->
        [one] No hay ninguna nota con ese número: solo tienes una.
       *[other] No hay ninguna nota con ese número: tienes { $count }.
    }
notes-clear =
    .label = Borrar todas las notas
    .example = borra todas mis notas
    .help = Te pregunto una vez más antes de hacerlo.
notes-clear-sure =
    { $count ->
        [one] Tienes una nota. ¿De verdad quieres que la borre?
       *[other] Tienes { $count } notas. ¿De verdad quieres que las borre todas?
    }
notes-clear-yes =
    { $count ->
        [one] Sí, bórrala
       *[other] Sí, bórralas
    }
notes-clear-no =
    { $count ->
        [one] No, déjala
       *[other] No, déjalas
    }
notes-clear-kept =
    { $count ->
        [one] De acuerdo, se queda.
       *[other] De acuerdo, se quedan.
    }
notes-clear-done =
    { $count ->
        [one] Listo: he borrado tu nota y tu cuaderno está vacío.
       *[other] Listo: he borrado tus { $count } notas y tu cuaderno está vacío.
    }
