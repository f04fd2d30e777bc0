name-title = Name
name-set =
    .label = Tell me your name
    .example = my name is Anna
    .help = I shall call you by it.
name-set-name = What shall I call you?
name-set-done = Nice to meet you, { $name }!
name-set-odd = That does not look like a name to me. Say, for example: “my name is Anna”.
name-show =
    .label = What is my name?
    .example = what's my name
    .help = Tells you what I call you.
name-show-done = Your name is { $name }.
name-show-unknown = I do not know your name yet. What shall I call you?
# Words that are no part of a name; what a name ends before, as a pattern.
name-set-none = later soon tomorrow today tonight now again when if back after before then never always not maybe the a an at in on for is am are was call calls please tired hungry ready here there sorry
name-set-ends = [,;.!?]\s| (?:and|but|from|btw|by the way|please)(?= (?-i:[a-z]))| (?:please|btw|thanks)$
