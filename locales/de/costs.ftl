costs-title = Kosten
costs-show =
    .label = Was habe ich ausgegeben?
    .example = was habe ich ausgegeben
    .help = Ich sage dir, was die Sprachmodelle gekostet haben und was von deinem Budget übrig ist.
costs-show-none =
    Du hast in den letzten 30 Tagen kein Sprachmodell benutzt und also nichts ausgegeben.
    { $budget }
costs-show-done =
    Heute: { $today }
    Letzte 7 Tage: { $week }
    Letzte 30 Tage: { $month }
    { $budget }
costs-tokens =
    { $tokens ->
        [one] { $tokens } Token
       *[other] { $tokens } Tokens
    }
costs-sum =
    { $kind ->
        [nothing] nichts
        [free] { costs-tokens }, kostenlos
        [small] { costs-tokens }, weniger als ein Cent
        [partly] { costs-tokens }, { NUMBER($usd, style: "currency", currency: "USD") } und etwas, dessen Preis ich nicht kenne
        [unknown] { costs-tokens }; was sie kosten, weiß ich nicht
       *[known] { costs-tokens }, { NUMBER($usd, style: "currency", currency: "USD") }
    }
costs-budget-none = Du hast kein Tagesbudget: Es wird nichts gesperrt.
costs-budget =
    { $unit ->
        [usd] Vom heutigen Budget, { NUMBER($budget, style: "currency", currency: "USD") }, hast du noch { NUMBER($left, style: "currency", currency: "USD") }.
       *[tokens] Vom heutigen Budget, { NUMBER($budget, maximumFractionDigits: 0) } Tokens, hast du noch { NUMBER($left, maximumFractionDigits: 0) }.
    } Um { $until } Uhr beginnt es von vorn.
