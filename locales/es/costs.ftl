costs-title = Gastos
costs-show =
    .label = ¿Cuánto he gastado?
    .example = cuánto he gastado
    .help = Te digo cuánto han costado los modelos de lenguaje y cuánto queda de tu presupuesto.
costs-show-none =
    No has usado ningún modelo de lenguaje en los últimos 30 días, así que no has gastado nada.
    { $budget }
costs-show-done =
    Hoy: { $today }
    Últimos 7 días: { $week }
    Últimos 30 días: { $month }
    { $budget }
costs-tokens =
    { $tokens ->
        [one] { $tokens } token
       *[other] { $tokens } tokens
    }
costs-sum =
    { $kind ->
        [nothing] nada
        [free] { costs-tokens }, gratis
        [small] { costs-tokens }, menos de un centavo
        [partly] { costs-tokens }, { NUMBER($usd, style: "currency", currency: "USD") } y algo cuyo precio no conozco
        [unknown] { costs-tokens }; no sé cuánto cuestan
       *[known] { costs-tokens }, { NUMBER($usd, style: "currency", currency: "USD") }
    }
costs-budget-none = No tienes presupuesto diario, así que nada se interrumpe.
costs-budget =
    { $unit ->
        [usd] Del presupuesto de hoy, { NUMBER($budget, style: "currency", currency: "USD") }, te quedan { NUMBER($left, style: "currency", currency: "USD") }.
       *[tokens] Del presupuesto de hoy, { NUMBER($budget, maximumFractionDigits: 0) } tokens, te quedan { NUMBER($left, maximumFractionDigits: 0) }.
    } Se renueva a las { $until }.
