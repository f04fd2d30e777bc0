name-title = Имя
name-set =
    .label = Назвать своё имя
    .example = меня зовут Анна
    .help = Так и буду вас называть.
name-set-name = Как вас называть?
name-set-done = Приятно познакомиться, { $name }!
name-set-odd = На имя это не похоже. Скажите, например: «меня зовут Анна».
name-show =
    .label = Как меня зовут?
    .example = как меня зовут
    .help = Скажу, как я вас называю.
name-show-done = Вас зовут { $name }.
name-show-unknown = Я пока не знаю вашего имени. Как вас называть?
# Words that are no part of a name; what a name ends before, as a pattern.
name-set-none = позже потом завтра сегодня сейчас скоро когда если снова никогда всегда не в на к после до тут здесь устал устала
name-set-ends = [,;.!?]\s| (?:и|а|но|из)(?= (?-i:[а-яё]))| (?:пожалуйста|спасибо)$
