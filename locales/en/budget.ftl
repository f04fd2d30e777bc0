# What is said around a day's budget; the skill `costs` shows it when it is asked.

budget-spent =
    { $unit ->
        [usd] Your budget for today is spent: { NUMBER($budget, style: "currency", currency: "USD") }.
       *[tokens] Your budget for today is spent: { NUMBER($budget, maximumFractionDigits: 0) } tokens.
    } It starts afresh at { $until }. Notes, reminders and everything else that needs no language model keep working as usual.
budget-warning = You have used { $percent } % of today's budget. It starts afresh at { $until }.
budget-used-up = Your budget for today is used up; until { $until } only models that cost nothing answer.
