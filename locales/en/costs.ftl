costs-title = Costs
costs-show =
    .label = What have I spent?
    .example = what have I spent
    .help = I tell you what the language models have cost, and what is left of your budget.
costs-show-none =
    You have used no language model in the last 30 days, so you have spent nothing.
    { $budget }
costs-show-done =
    Today: { $today }
    Last 7 days: { $week }
    Last 30 days: { $month }
    { $budget }
costs-tokens =
    { $tokens ->
        [one] { $tokens } token
       *[other] { $tokens } tokens
    }
costs-sum =
    { $kind ->
        [nothing] nothing
        [free] { costs-tokens }, free of charge
        [small] { costs-tokens }, less than a cent
        [partly] { costs-tokens }, { NUMBER($usd, style: "currency", currency: "USD") } and something whose price I do not know
        [unknown] { costs-tokens }; what they cost I do not know
       *[known] { costs-tokens }, { NUMBER($usd, style: "currency", currency: "USD") }
    }
costs-budget-none = You have no daily budget, so nothing is ever cut off.
costs-budget =
    { $unit ->
        [usd] Of today's budget of { NUMBER($budget, style: "currency", currency: "USD") } you have { NUMBER($left, style: "currency", currency: "USD") } left.
       *[tokens] Of today's budget of { NUMBER($budget, maximumFractionDigits: 0) } tokens you have { NUMBER($left, maximumFractionDigits: 0) } left.
    } It starts afresh at { $until }.
