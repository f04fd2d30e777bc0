# What is said around a day's budget; the skill `costs` shows it when it is asked.

budget-spent =
    { $unit ->
        [usd] Бюджет на сегодня исчерпан: { NUMBER($budget, style: "currency", currency: "USD") }.
       *[tokens] Бюджет на сегодня исчерпан, токенов: { NUMBER($budget, maximumFractionDigits: 0) }.
    } Он обновится в { $until }. Заметки, напоминания и всё, чему не нужна языковая модель, работают как обычно.
budget-warning = Вы израсходовали { $percent } % сегодняшнего бюджета. Он обновится в { $until }.
budget-used-up = Ваш бюджет на сегодня исчерпан; до { $until } отвечают только бесплатные модели.
