name-title = Name
name-set =
    .label = Deinen Namen sagen
    .example = ich heiße Anna
    .help = So nenne ich dich dann.
name-set-name = Wie soll ich dich nennen?
name-set-done = Freut mich, { $name }!
name-set-odd = Das sieht mir nicht nach einem Namen aus. Sag zum Beispiel: „ich heiße Anna“.
name-show =
    .label = Wie heiße ich?
    .example = wie heiße ich
    .help = Ich sage dir, wie ich dich nenne.
name-show-done = Du heißt { $name }.
name-show-unknown = Deinen Namen kenne ich noch nicht. Wie soll ich dich nennen?
# Words that are no part of a name; what a name ends before, as a pattern.
name-set-none = später morgen heute jetzt nachher gleich bald wenn falls wieder nie immer nicht um am im auf zurück an ist bin müde hier
name-set-ends = [,;.!?]\s| (?:und|aber|aus)(?= (?-i:[a-zäöü]))| (?:bitte|danke)$
