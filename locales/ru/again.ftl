again-title = Повтор
again-say =
    .label = Повторить
    .example = повтори ещё раз
    .help = Мой последний ответ ещё раз.
again-say-nothing = Я здесь ещё ничего не говорил.
