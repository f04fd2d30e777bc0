# What is said around a day's budget; the skill `costs` shows it when it is asked.

budget-spent =
    { $unit ->
        [usd] Dein Budget für heute ist aufgebraucht: { NUMBER($budget, style: "currency", currency: "USD") }.
       *[tokens] Dein Budget für heute ist aufgebraucht: { NUMBER($budget, maximumFractionDigits: 0) } Tokens.
    } Um { $until } Uhr beginnt es von vorn. Notizen, Erinnerungen und alles andere ohne Sprachmodell funktionieren weiter wie gewohnt.
budget-warning = Du hast { $percent } % des heutigen Budgets verbraucht. Um { $until } Uhr beginnt es von vorn.
budget-used-up = Dein Budget für heute ist aufgebraucht; bis { $until } Uhr antworten nur Modelle, die nichts kosten.
