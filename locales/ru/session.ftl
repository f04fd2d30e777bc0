session-title = Разговор
session-cancel =
    .label = Отмена
    .example = отмена
    .help = Оставляет мой вопрос без ответа.
session-cancel-done = Хорошо, оставим это.
session-cancel-nothing = Хорошо. Отменять было нечего.
