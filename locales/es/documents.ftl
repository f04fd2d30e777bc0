documents-title = Documentos
documents-read =
    .label = Lo que he leído
    .example = lee mi documento
    .help = Envíame un PDF, Word, PowerPoint, Markdown, HTML o EPUB, o una grabación larga.
documents-read-done = { $lines }
documents-told-document =
    He leído «{ $title }»: { $total ->
        [one] una página
       *[other] { $total } páginas
    }. Pregúntame lo que quieras.
documents-told-recording =
    He escuchado «{ $title }»: { $total ->
        [one] un minuto
       *[other] { $total } minutos
    }. Pregúntame lo que quieras.
documents-unread =
    { $count ->
        [one] Una página es una imagen, y aquí no puedo leer imágenes.
       *[other] { $count } páginas son imágenes, y aquí no puedo leer imágenes.
    }
documents-cut-short = Era más largo de lo que admito, así que falta el final.
documents-summary = ¿De qué trata?
documents-cards = Hacer tarjetas
documents-none = Todavía no tengo documentos tuyos. Envíame uno y podrás preguntarme sobre él.
documents-document = Documento, { $when }
documents-recording = Grabación, { $when }
documents-find =
    .label = Buscar en mis documentos
    .example = qué dicen mis documentos sobre la ósmosis
    .help = Te muestro los pasajes con su página.
documents-find-text = ¿Qué busco en tus documentos?
documents-find-none = No he encontrado nada sobre «{ $text }» en tus documentos.
documents-find-done =
    { $count ->
        [one] He encontrado este pasaje:
       *[other] He encontrado { $count } pasajes:
    }
    { $lines }
documents-quote =
    { $where }:
    «{ $text }»
documents-list =
    .label = Ver mis documentos
    .example = muéstrame mis documentos
    .help = Primero los más nuevos.
documents-list-done =
    { $count ->
        [one] Tienes un documento:
       *[other] Tienes { $count } documentos:
    }
    { $lines }
documents-line-document =
    { $title } ({ $total ->
        [one] una página
       *[other] { $total } páginas
    })
documents-line-recording =
    { $title } ({ $total ->
        [one] un minuto
       *[other] { $total } minutos
    })
documents-delete =
    .label = Borrar un documento
    .example = borra el documento sobre la ósmosis
    .help = Olvido todo lo que he leído en él.
documents-delete-text = ¿Qué documento olvido?
documents-delete-which = ¿Cuál de estos olvido?
documents-delete-done = Olvidado, con todo lo que había leído en él: { $title }
documents-gone = Este documento ya no está.
