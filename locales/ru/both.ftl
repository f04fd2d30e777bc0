both-title = Несколько просьб
both-answer =
    .label = Несколько просьб сразу
    .example = запиши, что экзамен в пятницу, и напомни в четверг повторить
    .help = Можно сказать две вещи одним предложением; если не уверен, я переспрошу.
both-answer-how = Это можно понять как { $count ->
        [one] { $count } просьбу
        [few] { $count } просьбы
       *[other] { $count } просьб
    } или как одну. Как правильно?
    { $lines }
both-answer-line = • { $what }
both-both = И то и другое
both-all = Всё по отдельности
both-one = Это одно
both-answer-nothing = Сейчас решать нечего.
