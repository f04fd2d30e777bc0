analyst-title = Аналитик
analyst-report =
    .label = Отчёт
    .example = сколько учеников было активно на прошлой неделе
    .help = Считаю для преподавателей: кто занимается, кто новый, что и насколько успешно учат, как дела с курсами и комнатами.
analyst-report-text = Что посчитать: активных учеников, новых учеников, кто давно не занимался, время занятий, точность по темам, самые трудные вопросы, курс, загрузку комнат или всё сразу?
analyst-export =
    .label = Таблицей
    .example = выгрузи отчёт в csv
    .help = Последний отчёт в виде таблицы, которую откроет Excel.
analyst-ask =
    .label = Спросить аналитика
    .example = спроси аналитика чем отличаются группы
    .help = Отвечаю преподавателям на вопросы об учениках — в цифрах.
analyst-ask-text = Что вы хотите узнать о своих учениках?
analyst-subscribe =
    .label = Присылать регулярно
    .example = присылай мне это каждый понедельник в 8
    .help = Тот же отчёт сам, так часто, как нужно.
analyst-subscribe-every = Как часто и во сколько присылать? Например: каждый понедельник в 8.
analyst-scheduled =
    .label = Мои регулярные отчёты
    .example = какие отчёты я получаю регулярно
    .help = Отчёты, которые приходят сами.
analyst-unsubscribe =
    .label = Отключить отчёт
    .example = больше не присылай отчёт по классу
    .help = Отчёт больше не будет приходить сам.
analyst-unsubscribe-text = Какой из них отключить?

analyst-offer = Что посчитать?
analyst-measure-overview = Сводка
    .words = сводка отчёт обзор итоги цифры статистика класс группа всё
analyst-measure-active = Активные ученики
    .words = активный активные активность активно посещаемость участие
analyst-measure-new = Новые ученики
    .words = новый новые новички новенькие регистрации пришли начали
analyst-measure-idle = Кто давно не занимался
    .words = неактивные неактивен пропал пропали отсутствует давно бросил молчит
analyst-measure-studied = Время занятий
    .words = время минуты минут часы часов занимались занятий учились
analyst-measure-accuracy = Точность по темам
    .words = точность верно правильно правильных тема темам темы средняя слабые успеваемость
analyst-measure-failing = Самые трудные вопросы
    .words = вопрос вопросы ошибки ошибок ошибаются трудные сложные неверно неправильно
analyst-measure-course = Курсы
    .words = курс курсы курсу курсам записано записались прошли завершили уроки
analyst-measure-rooms = Загрузка комнат
    .words = комната комнаты комнат загрузка брони бронирования занятость аудитории

analyst-date = d MMMM
analyst-date-with-year = d MMMM y 'г'.
analyst-period = с { $first } по { $last }
analyst-period-month = с { $first } по { $last }
analyst-period-day = { $day }
analyst-column-day = EEE d MMM
analyst-column-week = d MMM
analyst-column-month = LLL y
analyst-column-from = С
analyst-column-what = Что
analyst-column-count = Сколько
analyst-column-people = Активные ученики
analyst-column-new = Новые ученики
analyst-column-minutes = Минуты
analyst-column-answers = Ответы
analyst-column-accuracy = Верно, %
analyst-column-wrong = Неверно, %
analyst-column-lessons = Пройдено уроков
analyst-column-completed = Завершили
analyst-column-enrolled = Записаны
analyst-column-done = Пройдено уроков, %
analyst-column-late = Опаздывают
analyst-column-name = Ученик
analyst-column-last = Последнее занятие
analyst-column-topic = Тема
analyst-column-question = Вопрос
analyst-column-course = Курс
analyst-column-room = Комната
analyst-column-bookings = Брони
analyst-column-hours = Часы

analyst-overview =
    { $people ->
        [0] Никто не занимался { $period }.
        [one] Занимался { $people } ученик { $period }.
        [few] Занимались { $people } ученика { $period }.
       *[other] Занимались { $people } учеников { $period }.
    }
analyst-active =
    { $people ->
        [0] Никто не занимался { $period }
        [one] { $people } ученик занимался { $period }
        [few] { $people } ученика занимались { $period }
       *[other] { $people } учеников занимались { $period }
    }; { $before ->
        [0] за такое же время до этого — никто.
       *[other] за такое же время до этого — { $before }.
    }
analyst-new =
    { $people ->
        [0] Новых учеников нет { $period }
        [one] Начал заниматься { $people } новый ученик { $period }
        [few] Начали заниматься { $people } новых ученика { $period }
       *[other] Начали заниматься { $people } новых учеников { $period }
    }; всего { $total }.
analyst-studied =
    { $people ->
        [0] Никто не занимался { $period }.
        [one] { $people } ученик занимался { $minutes } мин { $period } и ответил на { $answers ->
            [one] { $answers } вопрос.
            [few] { $answers } вопроса.
           *[other] { $answers } вопросов.
        }
       *[other] { $people } { $people ->
            [few] ученика
           *[other] учеников
        } вместе занимались { $minutes } мин { $period } и ответили на { $answers ->
            [one] { $answers } вопрос.
            [few] { $answers } вопроса.
           *[other] { $answers } вопросов.
        }
    }
analyst-studied-line =
    { $minutes } мин · { $answers ->
        [one] { $answers } ответ
        [few] { $answers } ответа
       *[other] { $answers } ответов
    }
analyst-idle =
    { $people ->
        [0] Никто не пропал { $period }.
        [one] Не занимался { $people } ученик { $period }.
        [few] Не занимались { $people } ученика { $period }.
       *[other] Не занимались { $people } учеников { $period }.
    }
analyst-idle-unnamed = Имена увидит только преподаватель, который сам попросит отчёт.
analyst-idle-many = Их слишком много, чтобы назвать здесь; имена — в таблице.
analyst-nameless = кто-то, чьего имени я не знаю
analyst-never = ещё не начинал(а)
analyst-accuracy =
    Верно { $percent } % { $answers ->
        [one] из { $answers } ответа
       *[other] из { $answers } ответов
    } { $period }, { $topics ->
        [one] { $topics } тема
        [few] { $topics } темы
       *[other] { $topics } тем
    }; слабее всего «{ $title }» — { $weakest } %.
analyst-answers =
    Верно { $percent } % { $answers ->
        [one] из { $answers } ответа
       *[other] из { $answers } ответов
    } { $period }.
analyst-answers-none = Никто не отвечал на вопросы { $period }.
analyst-topic-none = По теме «{ $title }» отвечало слишком мало учеников { $period }.
analyst-failing =
    Чаще всего ошибаются здесь: «{ $question }» — { $percent } % неверных ответов { $period } у { $people ->
        [one] { $people } ученика
       *[other] { $people } учеников
    }.
analyst-failing-none = Ни в одном вопросе, который есть у нескольких учеников, не ошибались { $period }.
analyst-failing-none-of = Ни в одном вопросе по теме «{ $title }», который есть у нескольких учеников, не ошибались { $period }.
analyst-shared = Показаны только темы и вопросы, которые есть хотя бы у трёх учеников: личные карточки остаются личными.
analyst-course =
    { $enrolled ->
        [0] «{ $title }»: пока никто не записан.
       *[other] «{ $title }»: { $enrolled ->
            [one] { $enrolled } записан
           *[other] { $enrolled } записаны
        }, { $completed ->
            [one] { $completed } завершил курс
           *[other] { $completed } завершили курс
        }{ $percent ->
            [-1] {""}
           *[other] , пройдено { $percent } % уроков
        }{ $late ->
            [0] .
            [one] ; { $late } опаздывает.
           *[other] ; { $late } опаздывают.
        }
    }
analyst-courses =
    { $courses ->
        [one] { $courses } курс
        [few] { $courses } курса
       *[other] { $courses } курсов
    }, { $enrolled ->
        [one] { $enrolled } запись.
        [few] { $enrolled } записи.
       *[other] { $enrolled } записей.
    }
analyst-course-none = Курсов с учениками пока нет.
analyst-course-unknown = Не знаю курса «{ $title }», на который кто-то записан. Спросите «как дела с курсами», чтобы увидеть все.
analyst-course-which = Какой курс вы имеете в виду?
analyst-rooms =
    { $bookings ->
        [0] Ни одной брони { $period }.
        [one] { $bookings } бронь { $period }, всего { $hours } ч.
        [few] { $bookings } брони { $period }, всего { $hours } ч.
       *[other] { $bookings } броней { $period }, всего { $hours } ч.
    }
analyst-room-line = { $bookings } × · { $hours } ч
analyst-rooms-none = Комнат здесь пока нет.
analyst-room-gone = комната, которой больше нет
analyst-more = … остальное — в таблице.

analyst-export-done =
    { $sentence } { $count ->
        [one] Вот таблица, { $count } строка.
        [few] Вот таблица, { $count } строки.
       *[other] Вот таблица, { $count } строк.
    }
analyst-export-none = В этом отчёте нечего выгружать в таблицу.
analyst-subscribe-done = { $what }, { $rhythm }. Следующий: { $when }
analyst-subscribe-often = Не чаще раза в день, пожалуйста. Как часто и во сколько присылать?
analyst-subscribe-never = Такое время никогда не наступит. Как часто и во сколько присылать?
analyst-subscribe-full = Вы уже получаете { $count } отчётов. Сначала отключите один: «больше не присылай отчёт по классу».
analyst-scheduled-none = Сам не приходит ни один отчёт. Скажите после отчёта «присылай это каждый понедельник в 8».
analyst-scheduled-done =
    { $count ->
        [one] Вы регулярно получаете { $count } отчёт:
        [few] Вы регулярно получаете { $count } отчёта:
       *[other] Вы регулярно получаете { $count } отчётов:
    }
    { $lines }
analyst-scheduled-line = { $what }, { $rhythm }, следующий: { $when }
analyst-unsubscribe-done = Отключено: { $what }
analyst-unsubscribe-all =
    { $count ->
        [1] Отчёт больше не придёт.
        [one] Отчёты больше не придут ({ $count }).
        [few] Отчёты больше не придут ({ $count }).
       *[other] Отчёты больше не придут ({ $count }).
    }
analyst-unsubscribe-gone = Этот отчёт уже отключён.
analyst-unsubscribe-no-such =
    { $count ->
        [1] Вы получаете только один отчёт.
        [one] Вы получаете только { $count } отчёт.
        [few] Вы получаете только { $count } отчёта.
       *[other] Вы получаете только { $count } отчётов.
    }
analyst-due-stop = Больше не присылать
analyst-due-ended = «{ $what }» больше не придёт: это только для преподавателей.

analyst-prompt =
    Вы аналитик преподавателя или администратора учебного места. Вы отвечаете на вопросы об учениках цифрами, и каждая цифра взята из инструмента отчётов, а не из головы.
    Сначала одной простой фразой скажите то, о чём спросили; затем не больше пяти коротких строк. Назовите период. Скажите, чего цифра не показывает: малое число ответов мало что доказывает. Если подходящего отчёта нет, скажите, какие есть. Имён учеников вам не называют; не угадывайте их. Отвечайте не длиннее 150 слов.
    .short = Вы отвечаете на вопрос преподавателя цифрами и только по данным, которые даны. Будьте кратки.
