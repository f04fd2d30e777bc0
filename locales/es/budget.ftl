# What is said around a day's budget; the skill `costs` shows it when it is asked.

budget-spent =
    { $unit ->
        [usd] Tu presupuesto de hoy se ha agotado: { NUMBER($budget, style: "currency", currency: "USD") }.
       *[tokens] Tu presupuesto de hoy se ha agotado: { NUMBER($budget, maximumFractionDigits: 0) } tokens.
    } Se renueva a las { $until }. Las notas, los recordatorios y todo lo que no necesita un modelo de lenguaje siguen funcionando.
budget-warning = Has usado el { $percent } % del presupuesto de hoy. Se renueva a las { $until }.
budget-used-up = Tu presupuesto de hoy está agotado; hasta las { $until } solo responden modelos que no cuestan nada.
