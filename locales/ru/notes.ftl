notes-title = Заметки
notes-save =
    .label = Записать заметку
    .example = запиши, что экзамен в пятницу
    .help = Сохраню слово в слово.
notes-save-text = Что записать?
notes-save-done = Записано: { $text }
notes-find =
    .label = Найти заметку
    .example = найди заметку про экзамен
    .help = Поищу ваши слова во всех заметках.
notes-find-text = О чём эта заметка?
notes-find-none = Заметки по словам «{ $text }» не нашлось.
notes-find-done =
    { $count ->
        [1] Нашлась вот эта заметка:
        [one] Нашлась { $count } заметка:
        [few] Нашлось { $count } заметки:
       *[many] Нашлось { $count } заметок:
    }
    { $lines }
notes-list =
    .label = Показать заметки
    .example = покажи мои заметки
    .help = Сначала самые новые.
notes-list-none = Заметок пока нет.
notes-list-done =
    { $count ->
        [one] У вас { $count } заметка:
        [few] У вас { $count } заметки:
       *[many] У вас { $count } заметок:
    }
    { $lines }
notes-list-more =
    { $count ->
        [one] Самая новая { $count } заметка:
        [few] Самые новые { $count } заметки:
       *[many] Самые новые { $count } заметок:
    }
    { $lines }
notes-delete =
    .label = Удалить заметку
    .example = удали заметку про экзамен
    .help = Если подходят несколько, спрошу, какую.
notes-delete-text = Какую заметку удалить?
notes-delete-which =
    Какую заметку вы имеете в виду?
    { $lines }
notes-delete-done = Удалено: { $text }
notes-delete-gone = Этой заметки уже нет.
