progress-title = Успехи
progress-show =
    .label = Как мои успехи?
    .example = как мои успехи
    .help = Дни подряд, ответы и время, сильные и слабые темы, ваши цели.
progress-show-none = Считать пока нечего. Ответьте на несколько вопросов или пройдите урок, и я покажу, как у вас дела.
progress-show-done = { $lines }
progress-line = { $name }: { $figures }.
progress-then = На прошлой неделе к этому же дню: { $figures }.
progress-nothing = пока ничего
progress-answers =
    { $count ->
        [one] { $count } ответ
        [few] { $count } ответа
       *[many] { $count } ответов
    }
progress-right = { $percent } % верных
progress-minutes =
    { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }
progress-hours =
    { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
       *[many] { $hours } часов
    }
progress-hours-minutes = { $hours } { $minutes }
progress-streak =
    { $count ->
        [1] Сегодня вы занимались: это первый день новой серии.
        [one] Вы занимаетесь { $count } день подряд.
        [few] Вы занимаетесь { $count } дня подряд.
       *[many] Вы занимаетесь { $count } дней подряд.
    }
progress-streak-open =
    { $count ->
        [1] Вчера вы занимались. Один ответ сегодня — и будет два дня подряд.
        [one] Вы занимались { $count } день подряд. Сегодняшний ещё впереди.
        [few] Вы занимались { $count } дня подряд. Сегодняшний ещё впереди.
       *[many] Вы занимались { $count } дней подряд. Сегодняшний ещё впереди.
    }
progress-streak-none = Сейчас серии нет. Один ответ сегодня — и начнётся новая.
progress-strong = Самая сильная тема: { $topic }, { $percent } % верных.
progress-weak = Стоит повторить: { $topic }, { $percent } % верных.
progress-due =
    { $count ->
        [one] Пора повторить { $count } карточку.
        [few] Пора повторить { $count } карточки.
       *[many] Пора повторить { $count } карточек.
    }
progress-due-many = Пора повторить больше { $count } карточек.
progress-accuracy =
    { $count ->
        [1] { $name }: { $percent } % верных, всего один ответ.
        [one] { $name }: { $percent } % верных из { $count } ответа.
       *[other] { $name }: { $percent } % верных из { $count } ответов.
    }
progress-topics-done =
    По темам, начиная с самой слабой:
    { $lines }
progress-topic =
    { $count ->
        [one] { $topic }: { $percent } % верных из { $count } ответа
       *[other] { $topic }: { $percent } % верных из { $count } ответов
    }
progress-topics-none = Пока не могу сказать: нужно хотя бы пять ответов по одной теме.
progress-this-week = Эта неделя
progress-last-week = Прошлая неделя
progress-today = Сегодня
progress-yesterday = Вчера
progress-this-month = Этот месяц
# How a day is written under its bar, in the letters of CLDR.
progress-day-pattern = d MMM
progress-weekday-pattern = EEE
progress-month-pattern = LLLL y
progress-chart =
    .label = Показать график
    .example = покажи график прогресса за этот месяц
    .help = За неделю, месяц или любое другое время; «тёмные графики» — для тёмного экрана.
progress-chart-empty = { $name }: рисовать пока нечего.
progress-chart-off = Рисовать здесь я не могу: «viva doctor» скажет, чего не хватает.
progress-chart-dark = Теперь рисую для тёмного экрана.
progress-chart-light = Теперь рисую для светлого экрана.
progress-chart-min = мин
progress-chart-time = Время занятий
progress-chart-answers = Ответы
progress-chart-right = Верные ответы
progress-chart-topics = Верные ответы по темам
progress-goal =
    .label = Поставить цель
    .example = моя цель 20 минут в день
    .help = Минуты, ответы и дни я считаю; любую другую цель храню вашими словами.
progress-goal-text = Чего вы хотите достичь? Например: «20 минут в день», «100 карточек в неделю» или «сдать B2 к июню».
# How a goal is read: regular expressions.
progress-goal-read =
    .day = \b(?:в|за|каждый) день\b|\bежедневно\b|\bв сутки\b
    .week = \b(?:в|за|каждую) неделю\b|\bеженедельно\b
    .answers = \bкарточ\w*|\bвопрос\w*|\bответ\w*|\bслов\w*
    .times = \b(?:раза?|дней|дня|день)\b
    .studying = \b(?:учиться|учить|заниматься|повторять|тренироваться|что-нибудь)\b
    .by = \b(?:до|к|ко) (\w+)
    .carrier = ^(?:пожалуйста )?(?:я )?(?:хочу|хотел бы|хотела бы|хочется|планирую|собираюсь|(?:моя|наша|у меня) (?:новая |учебная |ежедневная |недельная )?цель(?: —| –| -|:)?(?: это)?|(?:поставь|поставьте|запиши|запишите|добавь|добавьте|сохрани)(?: мне)?(?: новую)? цель(?: —| –| -|:)?|(?:новая )?цель(?: —| –| -|:)?)\s+
progress-goal-kept = Ваша цель: { $text }. Измерить её я не могу, но буду о ней помнить.
progress-goal-kept-by = Ваша цель: { $text }. Буду помнить о сроке: { $date }.
progress-goal-counted = Ваша цель: { $goal } ({ $state }).
progress-goal-line = { $goal }: { $state }
progress-each-day = { $amount } в день
progress-each-week = { $amount } в неделю
progress-amount-answers =
    { $count ->
        [one] { $count } ответ
        [few] { $count } ответа
       *[many] { $count } ответов
    }
progress-amount-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
progress-state-today = сегодня { $count } из { $amount }
progress-state-week = на этой неделе { $count } из { $amount }
progress-state-reached = { $state }, выполнено
progress-state-days =
    { $count ->
        [0] это сегодня
        [one] остался { $count } день
        [few] осталось { $count } дня
       *[many] осталось { $count } дней
    }
progress-goals =
    .label = Мои цели
    .example = какие у меня цели
    .help = Все цели и сколько уже сделано.
progress-goals-none = Вы ещё не поставили себе цель.
progress-goals-done =
    { $count ->
        [1] Ваша цель:
        [one] Ваша { $count } цель:
        [few] Ваши { $count } цели:
       *[many] Ваши { $count } целей:
    }
    { $lines }
progress-drop =
    .label = Удалить цель
    .example = удали цель про 20 минут
    .help = По её словам или номеру в списке.
progress-drop-text =
    Какую цель удалить?
    { $lines }
progress-drop-done = Удалено: { $text }
progress-drop-gone = Этой цели уже нет.
progress-weekly =
    .label = Итоги недели
    .example = не присылай больше итоги недели
    .help = В воскресенье вечером я подвожу итоги недели, если вы не против.
progress-weekly-on = Хорошо: по воскресеньям вечером буду подводить здесь итоги недели.
progress-weekly-off = Хорошо, итогов недели больше не будет. Спросите «как мои успехи», когда захотите.
progress-weekly-again = Присылать снова
progress-weekly-stop = Больше не присылать
progress-weekly-idle = На этой неделе вы не занимались. Чтобы начать снова, хватит и нескольких минут.
progress-weekly-days =
    { $count ->
        [one] Вы занимались { $count } день.
        [few] Вы занимались { $count } дня.
       *[many] Вы занимались { $count } дней.
    }
progress-weekly-done =
    Ваша неделя:
    { $lines }
progress-quiet =
    .label = Тихие часы
    .example = не пиши мне с 22 до 8
    .help = В это время я не присылаю ничего, о чём вы не просили.
progress-quiet-done = С { $start } до { $end } не буду присылать ничего, о чём вы не просили. Ваши напоминания всё равно придут.
progress-quiet-now = Тихие часы: с { $start } до { $end }. Чтобы изменить их, скажите, например, «не пиши мне с 22 до 8».
progress-quiet-off = Тихих часов нет: я могу писать вам в любое время.
# Words with which the end of the quiet hours is named.
progress-quiet-before = до раньше
