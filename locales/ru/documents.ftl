documents-title = Документы
documents-read =
    .label = Что я прочитал
    .example = прочитай мой документ
    .help = Пришлите файл (PDF, Word, PowerPoint, Markdown, HTML, EPUB) или длинную запись.
documents-read-done = { $lines }
documents-told-document =
    Прочитано: «{ $title }», { $total ->
        [one] { $total } страница
        [few] { $total } страницы
       *[many] { $total } страниц
    }. Спрашивайте.
documents-told-recording =
    Прослушано: «{ $title }», { $total ->
        [one] { $total } минута
        [few] { $total } минуты
       *[many] { $total } минут
    }. Спрашивайте.
documents-unread =
    { $count ->
        [one] { $count } страница — картинка, а читать картинки здесь нечем.
        [few] { $count } страницы — картинки, а читать картинки здесь нечем.
       *[many] { $count } страниц — картинки, а читать картинки здесь нечем.
    }
documents-cut-short = Это больше, чем я могу прочесть за раз, поэтому конца не хватает.
documents-summary = О чём это?
documents-cards = Сделать карточки
documents-none = Ваших документов у меня ещё нет. Пришлите документ, и можно будет спрашивать о нём.
documents-document = Документ, { $when }
documents-recording = Запись, { $when }
documents-find =
    .label = Искать в моих документах
    .example = что говорится в моих документах об осмосе
    .help = Покажу отрывки и их страницы.
documents-find-text = Что искать в ваших документах?
documents-find-none = О «{ $text }» в ваших документах ничего не нашлось.
documents-find-done =
    { $count ->
        [one] Нашёлся { $count } отрывок:
        [few] Нашлось { $count } отрывка:
       *[many] Нашлось { $count } отрывков:
    }
    { $lines }
documents-quote =
    { $where }:
    «{ $text }»
documents-list =
    .label = Показать мои документы
    .example = покажи мои документы
    .help = Сначала самые новые.
documents-list-done =
    { $count ->
        [one] У вас { $count } документ:
        [few] У вас { $count } документа:
       *[many] У вас { $count } документов:
    }
    { $lines }
documents-line-document =
    { $title } ({ $total ->
        [one] { $total } страница
        [few] { $total } страницы
       *[many] { $total } страниц
    })
documents-line-recording =
    { $title } ({ $total ->
        [one] { $total } минута
        [few] { $total } минуты
       *[many] { $total } минут
    })
documents-delete =
    .label = Удалить документ
    .example = удали документ об осмосе
    .help = Забуду всё, что в нём прочитано.
documents-delete-text = Какой документ забыть?
documents-delete-which = Какой из них забыть?
documents-delete-done = Забыт вместе со всем прочитанным: { $title }
documents-gone = Этого документа уже нет.
