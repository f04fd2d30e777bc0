both-title = Varios deseos
both-answer =
    .label = Varios deseos a la vez
    .example = anota que el examen es el viernes y recuérdame el jueves repasar
    .help = Di dos cosas en una frase; si no estoy seguro, pregunto.
both-answer-how = Puedo entender eso como { $count } cosas o como una sola. ¿Cuál es?
    { $lines }
both-answer-line = • { $what }
both-both = Haz las dos
both-all = Hazlas todas
both-one = Es una sola
both-answer-nothing = Ahora mismo no hay nada que decidir.
