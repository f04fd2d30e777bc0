costs-title = Расходы
costs-show =
    .label = Сколько я потратил?
    .example = сколько я потратил
    .help = Расскажу, во что обошлись языковые модели и сколько осталось от бюджета.
costs-show-none =
    За последние 30 дней языковые модели вам не понадобились, так что вы ничего не потратили.
    { $budget }
costs-show-done =
    Сегодня: { $today }
    Последние 7 дней: { $week }
    Последние 30 дней: { $month }
    { $budget }
costs-tokens =
    { $tokens ->
        [one] { $tokens } токен
        [few] { $tokens } токена
       *[many] { $tokens } токенов
    }
costs-sum =
    { $kind ->
        [nothing] ничего
        [free] { costs-tokens }, бесплатно
        [small] { costs-tokens }, меньше цента
        [partly] { costs-tokens }, { NUMBER($usd, style: "currency", currency: "USD") } и ещё что-то, чего цену я не знаю
        [unknown] { costs-tokens }; сколько они стоят, я не знаю
       *[known] { costs-tokens }, { NUMBER($usd, style: "currency", currency: "USD") }
    }
costs-budget-none = Дневного бюджета у вас нет, поэтому ничего не отключится.
costs-budget =
    { $unit ->
        [usd] Из сегодняшнего бюджета ({ NUMBER($budget, style: "currency", currency: "USD") }) осталось { NUMBER($left, style: "currency", currency: "USD") }.
       *[tokens] Из сегодняшнего бюджета (токенов: { NUMBER($budget, maximumFractionDigits: 0) }) осталось { NUMBER($left, maximumFractionDigits: 0) }.
    } Он обновится в { $until }.
