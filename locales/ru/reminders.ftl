# Что «напомни о том, что …» оставляет перед самим текстом.
reminders-tidy =
    .dropped = ^(?:о том,? что|о том,? чтобы|чтобы я|чтобы|что|про то,? что) (?=\w)
reminders-title = Напоминания
reminders-create =
    .label = Поставить напоминание
    .example = напомни завтра в девять позвонить Анне
    .again = напоминай каждый понедельник в шесть про пробежку
    .help = Один раз или снова и снова: «каждый понедельник в шесть».
reminders-create-text = О чём напомнить?
reminders-create-when = Когда напомнить?
reminders-create-zone = Чтобы напомнить вовремя: в каком вы городе? Или скажите, который у вас час.
reminders-create-zone-unknown = Такого места я не знаю. Назовите, пожалуйста, крупный город поблизости или скажите, например, «UTC+3».
reminders-create-clock = Во сколько сегодня напомнить?
reminders-create-past = { $past } — это уже прошло. Когда напомнить?
reminders-create-never = До { $date } такого дня нет. Когда напомнить?
reminders-impossible = «{ $said }» — такого времени не бывает. Когда напомнить?
reminders-create-done = { $when }: { $text }.
reminders-create-morning = { $when }: { $text }. Время вы не назвали, поэтому напомню утром.
reminders-create-again = { $when }: { $text }. Буду повторять { $every }.
reminders-create-again-morning = { $when }: { $text }. Буду повторять { $every }. Время вы не назвали, поэтому напомню утром.
reminders-due = Напоминаю: { $text }
reminders-due-late =
    Напоминаю: { $text }
    Простите за опоздание. Срок был: { $date }, { $time }.
reminders-later =
    .label = Напомнить позже
    .example = напомни позже позвонить Анне
    .help = Предложу несколько вариантов.
reminders-later-hour = Через час
reminders-later-evening = Сегодня вечером
reminders-later-morning = Завтра утром
reminders-list =
    .label = Показать напоминания
    .example = какие у меня напоминания
    .help = Сначала ближайшие.
reminders-list-none = Напоминаний нет.
reminders-list-none-then = На это время напоминаний нет.
reminders-list-done =
    { $count ->
        [one] У вас { $count } напоминание:
        [few] У вас { $count } напоминания:
       *[many] У вас { $count } напоминаний:
    }
    { $lines }
reminders-list-more =
    { $count ->
        [one] … и ещё { $count } напоминание.
        [few] … и ещё { $count } напоминания.
       *[many] … и ещё { $count } напоминаний.
    }
reminders-line = { $when }: { $text }
reminders-line-again = { $when }: { $text } ({ $every })
reminders-delete =
    .label = Удалить напоминание
    .example = удали напоминание про экзамен
    .help = По словам, по времени или по номеру в списке.
reminders-delete-text =
    Какое напоминание удалить?
    { $lines }
reminders-delete-none = Такого напоминания не нашлось.
reminders-delete-no-such =
    { $count ->
        [one] Напоминания с таким номером нет: у вас { $count } напоминание.
        [few] Напоминания с таким номером нет: у вас { $count } напоминания.
       *[many] Напоминания с таким номером нет: у вас { $count } напоминаний.
    }
reminders-delete-done = Удалено: { $text }
reminders-delete-gone = Этого напоминания уже нет.
reminders-clear =
    .label = Удалить все напоминания
    .example = удали все напоминания
    .help = Сначала ещё раз спрошу.
reminders-clear-sure =
    { $count ->
        [1] У вас { $count } напоминание. Точно удалить его?
        [one] У вас { $count } напоминание. Точно удалить все?
        [few] У вас { $count } напоминания. Точно удалить все?
       *[many] У вас { $count } напоминаний. Точно удалить все?
    }
reminders-clear-yes =
    { $count ->
        [1] Да, удалить
       *[other] Да, удалить все
    }
reminders-clear-no =
    { $count ->
        [1] Нет, оставить
       *[other] Нет, оставить все
    }
reminders-clear-kept =
    { $count ->
        [1] Хорошо, пусть остаётся.
       *[other] Хорошо, оставлю.
    }
reminders-clear-done =
    { $count ->
        [1] Готово: напоминание удалено, список пуст.
        [one] Готово: удалено { $count } напоминание, список пуст.
        [few] Готово: удалены все { $count } напоминания, список пуст.
       *[many] Готово: удалены все { $count } напоминаний, список пуст.
    }
reminders-every-minute =
    { $every ->
        [1] каждую минуту
        [one] каждую { $every } минуту
        [few] каждые { $every } минуты
       *[many] каждые { $every } минут
    }
reminders-every-hour =
    { $every ->
        [1] каждый час
        [one] каждый { $every } час
        [few] каждые { $every } часа
       *[many] каждые { $every } часов
    }
reminders-every-day =
    { $every ->
        [1] каждый день
        [2] через день
        [one] каждый { $every } день
        [few] каждые { $every } дня
       *[many] каждые { $every } дней
    }
reminders-every-week =
    { $every ->
        [1] по { $days }
        [one] каждую { $every } неделю по { $days }
        [few] каждые { $every } недели по { $days }
       *[many] каждые { $every } недель по { $days }
    }
reminders-every-month =
    { $every ->
        [1] каждый месяц { reminders-nth } числа
        [one] каждый { $every } месяц { reminders-nth } числа
        [few] каждые { $every } месяца { reminders-nth } числа
       *[many] каждые { $every } месяцев { reminders-nth } числа
    }
reminders-nth = { $day }-го
reminders-every-year =
    { $every ->
        [1] каждый год { $date }
        [one] каждый { $every } год { $date }
        [few] каждые { $every } года { $date }
       *[many] каждые { $every } лет { $date }
    }
reminders-every-month-end =
    { $every ->
        [1] в последний день каждого месяца
        [one] каждый { $every } месяц в последний день
        [few] каждые { $every } месяца в последний день
       *[many] каждые { $every } месяцев в последний день
    }
reminders-every-nth =
    { $every ->
        [1] по { $which } { $days } каждого месяца
        [one] каждый { $every } месяц по { $which } { $days }
        [few] каждые { $every } месяца по { $which } { $days }
       *[many] каждые { $every } месяцев по { $which } { $days }
    }
reminders-which =
    { $nth ->
        [1] первым
        [2] вторым
        [3] третьим
        [4] четвёртым
        [5] пятым
       *[other] последним
    }
reminders-date = d MMMM
reminders-date-with-year = d MMMM y 'года'
reminders-every-at = { $every } в { $times }
reminders-every-until = { $every } до { $date } включительно
reminders-every-workday = по будням
reminders-weekday-0 = понедельникам
reminders-weekday-1 = вторникам
reminders-weekday-2 = средам
reminders-weekday-3 = четвергам
reminders-weekday-4 = пятницам
reminders-weekday-5 = субботам
reminders-weekday-6 = воскресеньям
