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
notes-delete-text =
    Какую заметку удалить?
    { $lines }
notes-delete-which =
    Какую заметку вы имеете в виду?
    { $lines }
notes-delete-done = Удалено: { $text }
notes-delete-gone = Этой заметки уже нет.
notes-delete-no-such =
    { $count ->
        [one] Заметки с таким номером нет: у вас { $count } заметка.
        [few] Заметки с таким номером нет: у вас { $count } заметки.
       *[many] Заметки с таким номером нет: у вас { $count } заметок.
    }
notes-clear =
    .label = Удалить все заметки
    .example = удали все заметки
    .help = Сначала ещё раз спрошу.
notes-clear-sure =
    { $count ->
        [1] У вас { $count } заметка. Точно удалить её?
        [one] У вас { $count } заметка. Точно удалить все?
        [few] У вас { $count } заметки. Точно удалить все?
       *[many] У вас { $count } заметок. Точно удалить все?
    }
notes-clear-yes =
    { $count ->
        [1] Да, удалить
       *[other] Да, удалить все
    }
notes-clear-no =
    { $count ->
        [1] Нет, оставить
       *[other] Нет, оставить все
    }
notes-clear-kept =
    { $count ->
        [1] Хорошо, пусть остаётся.
       *[other] Хорошо, оставлю.
    }
notes-clear-done =
    { $count ->
        [1] Готово: заметка удалена, заметок больше нет.
        [one] Готово: удалена { $count } заметка, заметок больше нет.
        [few] Готово: удалены все { $count } заметки, заметок больше нет.
       *[many] Готово: удалены все { $count } заметок, заметок больше нет.
    }
