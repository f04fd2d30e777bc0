courses-title = Курсы
# Words that say only that a course is meant.
courses-small-words = курс курсы курса курсе курсов
# Answers that mean: there is no deadline.
courses-no-limit-words = без никакой бессрочно нет никогда неважно пропустить пропусти никакого никаких не потом
courses-none = Курсов здесь пока нет.
courses-gone = Этого курса уже нет.
courses-unknown = Курса по словам «{ $text }» не нашлось.
courses-which = Какой курс вы имеете в виду?
courses-mine-none = Вы пока не записаны ни на один курс. Показать, какие есть?
courses-not-in = Вы ещё не записаны на курс «{ $title }».
courses-go-on = Продолжить
courses-start = Начать первый урок
courses-look = Посмотреть
courses-more = Читать дальше
courses-done-button = Готово
courses-next-button = Следующий урок
courses-cards-button = Карточки для повторения
courses-practise = Повторить сейчас

courses-list =
    .label = Показать курсы
    .example = какие есть курсы
    .mine = на какие курсы я записан
    .help = Или скажите «мои курсы», и я покажу ваши.
courses-list-done =
    { $count ->
        [one] Есть { $count } курс:
        [few] Есть { $count } курса:
       *[many] Есть { $count } курсов:
    }
    { $lines }
courses-list-found =
    { $count ->
        [1] Нашёлся вот этот курс:
        [one] Нашёлся { $count } курс:
        [few] Нашлось { $count } курса:
       *[many] Нашлось { $count } курсов:
    }
    { $lines }
courses-list-more = … и ещё { $count }. Назовите тему, и я поищу.
courses-line =
    { $title } ({ $lessons ->
        [0] уроков пока нет
        [one] { $lessons } урок, { $minutes } мин
        [few] { $lessons } урока, { $minutes } мин
       *[many] { $lessons } уроков, { $minutes } мин
    })
courses-mine-done =
    { $count ->
        [one] Вы записаны на { $count } курс:
        [few] Вы записаны на { $count } курса:
       *[many] Вы записаны на { $count } курсов:
    }
    { $lines }
courses-line-mine =
    { $title }: { $total ->
        [one] пройдено { $done } из { $total } урока
       *[many] пройдено { $done } из { $total } уроков
    }
courses-line-due = { $line }, срок: { $date }
courses-line-completed = { $title }: пройден
courses-line-gone = { $title }: больше не ведётся

courses-show =
    .label = О курсе
    .example = о чём курс «Как учиться»
    .help = Чему он учит, какие в нём уроки и до какого срока его пройти.
courses-show-done = { $about }
courses-show-lesson = { $number }. { $title } ({ $minutes } мин)
courses-show-empty = Уроков в нём пока нет.
courses-show-deadline = Срок: { $date }.
courses-show-days =
    { $days ->
        [one] На него даётся { $days } день со дня записи.
        [few] На него даётся { $days } дня со дня записи.
       *[many] На него даётся { $days } дней со дня записи.
    }
courses-show-yours = Вы на него записаны. { $line }
courses-show-closed = Запись закрыта.

courses-enrol =
    .label = Записаться
    .example = запиши меня на курс «Как учиться»
    .help = Напомню, когда подойдёт срок.
courses-enrol-done =
    Вы записаны: «{ $title }», { $lessons ->
        [0] уроков пока нет
        [one] { $lessons } урок, { $minutes } мин
        [few] { $lessons } урока, { $minutes } мин
       *[many] { $lessons } уроков, { $minutes } мин
    }.
courses-enrol-due = Срок: { $date }. Напомню за неделю и за день.
courses-enrol-already = Вы уже записаны на курс «{ $title }».
courses-enrol-closed = Запись на курс «{ $title }» закрыта. Спросите у преподавателя.

courses-leave =
    .label = Уйти с курса
    .example = отпиши меня от курса «Как учиться»
    .help = Сначала ещё раз спрошу.
courses-leave-not-in = На этот курс вы не записаны.
courses-leave-sure =
    { $count ->
        [0] Отписать вас от курса «{ $title }»?
        [one] В курсе «{ $title }» у вас пройден { $count } урок. Отписать вас и забыть об этом?
        [few] В курсе «{ $title }» у вас пройдено { $count } урока. Отписать вас и забыть об этом?
       *[many] В курсе «{ $title }» у вас пройдено { $count } уроков. Отписать вас и забыть об этом?
    }
courses-leave-yes = Да, отписать
courses-leave-no = Нет, остаюсь
courses-leave-kept = Хорошо, вы остаётесь на курсе «{ $title }».
courses-leave-done = Вы больше не записаны на курс «{ $title }».

courses-lesson =
    .label = Следующий урок
    .example = следующий урок
    .help = Или назовите урок: «начни урок два из курса Как учиться».
courses-lesson-done =
    { $title }
    Урок { $number } из { $total }: { $lesson }{ $pieces ->
        [1] { "" }
       *[other] { " " }(часть { $piece } из { $pieces })
    }

    { $text }
courses-lesson-empty = В курсе «{ $title }» пока нет уроков.
courses-lesson-all-done = Все уроки курса «{ $title }» пройдены.
courses-lesson-no-such =
    { $total ->
        [1] В курсе «{ $title }» только один урок.
        [one] В курсе «{ $title }» { $total } урок. Назовите число от 1 до { $total }.
        [few] В курсе «{ $title }» { $total } урока. Назовите число от 1 до { $total }.
       *[many] В курсе «{ $title }» { $total } уроков. Назовите число от 1 до { $total }.
    }

courses-done =
    .label = Урок пройден
    .example = урок пройден
    .help = Отмечу и скажу, что дальше.
courses-done-done =
    Готово: урок { $number }, «{ $lesson }».
    { $title }: { $total ->
        [one] пройдено { $done } из { $total } урока
       *[many] пройдено { $done } из { $total } уроков
    }.
courses-done-already = Урок «{ $lesson }» уже был пройден.
courses-completed = Курс «{ $title }» пройден. Поздравляю!

courses-progress =
    .label = Сколько пройдено?
    .example = сколько мне осталось в курсе «Как учиться»
    .help = Что уже пройдено и что осталось.
courses-progress-left = Осталось примерно { $minutes } мин. Дальше урок { $number }: { $lesson }.

courses-cards =
    .label = Карточки курса
    .example = сделай карточки по этому уроку
    .help = Соберу его вопросы в колоду для повторения.
courses-cards-none = В этой части курса «{ $title }» вопросов нет.
courses-cards-done =
    { $count ->
        [one] В колоде «{ $title }» прибавилась { $count } карточка.
        [few] В колоде «{ $title }» прибавилось { $count } карточки.
       *[many] В колоде «{ $title }» прибавилось { $count } карточек.
    }
courses-cards-already = Эти карточки уже есть в колоде «{ $title }».

courses-due =
    .label = Мои сроки
    .example = какие у меня дедлайны
    .help = А ещё напомню за неделю и за день.
courses-due-none = Ни у одного из ваших курсов нет срока. Не торопитесь.
courses-due-nowhere = Незаконченных курсов у вас нет, поэтому и сроков нет.
courses-due-done =
    { $count ->
        [one] У вас { $count } срок:
        [few] У вас { $count } срока:
       *[many] У вас { $count } сроков:
    }
    { $lines }
courses-due-one = Срок курса «{ $title }»: { $date }.
courses-due-days =
    { $days ->
        [one] На курс «{ $title }» даётся { $days } день со дня записи.
        [few] На курс «{ $title }» даётся { $days } дня со дня записи.
       *[many] На курс «{ $title }» даётся { $days } дней со дня записи.
    }
courses-due-free = У курса «{ $title }» нет срока. Не торопитесь.
courses-due-soon =
    Срок курса «{ $title }» наступает { $days ->
        [0] сегодня
        [1] завтра
        [7] через неделю
        [one] через { $days } день
        [few] через { $days } дня
       *[many] через { $days } дней
    }: { $date }. { $total ->
        [one] Пройдено { $done } из { $total } урока.
       *[many] Пройдено { $done } из { $total } уроков.
    }
courses-due-moved = Преподаватель изменил срок: курс «{ $title }» теперь нужно пройти к этому дню: { $date }.
courses-due-lifted = Преподаватель снял срок с курса «{ $title }». Не торопитесь.

courses-certificate =
    .label = Мой сертификат
    .example = дай мне мой сертификат
    .help = За каждый пройденный курс.
courses-certificate-not-in = На этот курс вы не были записаны, поэтому и сертификата нет.
courses-certificate-early = Сертификат будет, когда пройдены все уроки. { $line }
courses-certificate-name = Какое имя указать в сертификате?
courses-certificate-name-odd = Для имени это слишком длинно. Какое имя указать в сертификате?
courses-certificate-done = Вот ваш сертификат, { $name }: «{ $title }».
courses-paper-heading = Сертификат
courses-paper-body = об успешном прохождении курса
courses-paper-footer =
    { $lessons ->
        [one] { $lessons } урок
        [few] { $lessons } урока
       *[many] { $lessons } уроков
    }, { $minutes } мин

courses-create =
    .label = Создать курс
    .example = создай курс «Химия для начинающих»
    .help = Для преподавателей. Чего не хватает, спрошу.
courses-create-title = Как называется курс?
courses-create-about = О чём курс «{ $title }»? Хватит одного-двух предложений.
courses-create-limit = К какому сроку его нужно пройти? Например, «30 дней» со дня записи или «до 1 июня».
courses-create-exists = Курс «{ $title }» уже есть. Выберите другое название или скажите «измени курс { $title }».
courses-create-done =
    Создан курс «{ $title }»
    { $about }
    Срок: { $limit }
    Теперь добавьте урок: «добавь урок в курс { $title }: название».
courses-title-long = Для названия это слишком длинно: можно до { $limit } знаков. Дайте покороче.
courses-limit-unclear = Нужен срок, который ещё впереди: «30 дней», «до 1 июня» или «без срока».
courses-limit-date = { $date }
courses-limit-days =
    { $days ->
        [one] { $days } день со дня записи
        [few] { $days } дня со дня записи
       *[many] { $days } дней со дня записи
    }
courses-limit-none = нет
courses-no-limit-button = Без срока

courses-addlesson =
    .label = Добавить урок
    .example = добавь урок в курс Химия: Атомы
    .help = Для преподавателей. Пришлите текст сообщением или документом.
courses-addlesson-button = Добавить урок
courses-addlesson-more = Добавить ещё урок
courses-addlesson-title = Как называется новый урок курса «{ $course }»?
courses-addlesson-text = Пришлите текст урока «{ $lesson }».
courses-addlesson-full = Курс «{ $title }» полон: больше { $limit } уроков в курсе не бывает.
courses-addlesson-long = Знаков в этом тексте: { $count }, а в уроке может быть не больше { $limit }. Пришлите текст покороче.
courses-addlesson-done =
    Добавлен в курс «{ $title }»: урок { $number }, «{ $lesson }» (около { $minutes } мин)
    { $text }

courses-edit =
    .label = Изменить курс
    .example = измени курс Химия
    .help = Для преподавателей. Название, описание, срок, открыт или закрыт.
courses-edit-what = Что изменить в курсе «{ $title }»?
courses-edit-rename-button = Название
courses-edit-about-button = Описание
courses-edit-deadline-button = Срок
courses-edit-close-button = Закрыть запись
courses-edit-open-button = Открыть запись
courses-edit-rename = Как теперь назвать курс «{ $title }»?
courses-edit-rename-done = Переименовано: «{ $before }» теперь называется «{ $title }».
courses-edit-about = О чём курс «{ $title }»?
courses-edit-about-done = Описание курса «{ $title }» теперь такое: { $about }
courses-edit-deadline = К какому сроку нужно пройти курс «{ $title }»? Например, «30 дней» со дня записи или «до 1 июня».
courses-edit-deadline-done = Срок курса «{ $title }»: { $limit }. Кто на него записан, узнает утром.
courses-edit-closed = Запись на курс «{ $title }» закрыта.
courses-edit-opened = Запись на курс «{ $title }» снова открыта.

courses-remove =
    .label = Удалить курс
    .example = удали курс Химия
    .help = Для преподавателей. У записанных останется всё, что они прошли.
courses-remove-sure =
    { $count ->
        [0] Точно удалить курс «{ $title }»?
        [one] В курсе «{ $title }» { $count } урок. Точно удалить его?
        [few] В курсе «{ $title }» { $count } урока. Точно удалить его?
       *[many] В курсе «{ $title }» { $count } уроков. Точно удалить его?
    }
courses-remove-yes = Да, удалить
courses-remove-no = Нет, оставить
courses-remove-kept = Хорошо, курс «{ $title }» остаётся.
courses-remove-done = Удалён курс «{ $title }». У записанных осталось всё, что они прошли.

courses-import =
    .label = Импортировать курс
    .example = импортируй этот курс
    .help = Для преподавателей. Пришлите с этими словами файл YAML или документ, заголовки которого станут уроками.
courses-import-nothing = Пришлите файл вместе со словами «импортируй этот курс»: YAML или документ, заголовки которого станут уроками.
courses-import-no-headings = В файле «{ $name }» нет заголовков. Каждый заголовок становится уроком: добавьте их и пришлите файл снова.
courses-import-faults =
    { $count ->
        [1] Этот курс пока не принять. Поправьте, пожалуйста, вот это и пришлите снова:
       *[other] Этот курс пока не принять. Поправьте, пожалуйста, эти места и пришлите снова:
    }
    { $lines }
courses-import-done =
    Импортирован курс «{ $title }», { $count ->
        [0] без уроков
        [one] { $count } урок, { $minutes } мин
        [few] { $count } урока, { $minutes } мин
       *[many] { $count } уроков, { $minutes } мин
    }
    { $lines }
courses-import-again =
    Заменён вашим файлом курс «{ $title }», { $count ->
        [0] без уроков
        [one] { $count } урок, { $minutes } мин
        [few] { $count } урока, { $minutes } мин
       *[many] { $count } уроков, { $minutes } мин
    }
    { $lines }
courses-fault-line = Строка { $line }: { $what }
courses-fault-broken = это не похоже на YAML. Возможно, дело в кавычке, двоеточии или отступе.
courses-fault-alias = якоря и ссылки (& и *) не допускаются. Напишите полностью.
courses-fault-deep = слишком много уровней для курса.
courses-fault-fields = здесь должны быть поля со значениями: { $known }.
courses-fault-unknown = поле «{ $name }» мне незнакомо. Есть такие: { $known }.
courses-fault-twice = поле «{ $name }» стоит здесь дважды.
courses-fault-text = в поле «{ $name }» должен быть текст.
courses-fault-missing = не хватает поля «{ $name }».
courses-fault-long = поле «{ $name }» слишком длинное: можно до { $limit } знаков.
courses-fault-number = в поле «{ $name }» должно быть целое число от 1 до { $limit }.
courses-fault-choice = в поле «{ $name }» должно быть что-то из этого: { $known }.
courses-fault-date = в поле «{ $name }» должна быть дата вида 2027-06-01.
courses-fault-list = в поле «{ $name }» должен быть список: каждая строка начинается с «-».
courses-fault-many = в поле «{ $name }» слишком много строк: можно до { $limit }.
courses-fault-card = карточка — это вопрос и ответ: [вопрос, ответ]. Текст с запятой возьмите в кавычки.

courses-export =
    .label = Экспортировать курс
    .example = экспортируй курс Химия
    .help = Для преподавателей. Файл, который можно изменить и загрузить снова.
courses-export-done = Вот курс «{ $title }» файлом. Измените его как угодно и пришлите со словами «импортируй этот курс».
