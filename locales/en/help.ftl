help-title = Help
help-welcome = Hello! I am your learning assistant. I keep your notes and remind you at the right time; write to me or send me a voice message. What shall we begin with?
    .speech = Hello! I am your learning assistant. I keep your notes and remind you at the right time. What shall we begin with?
help-all =
    This is what you can say to me:

    { $lines }
    .speech = You can say, for example: remind me tomorrow at nine to call Anna. Or: note that the exam is on Friday. Or: what are my reminders?
help-topic =
    { $skill }

    { $lines }
help-line = • { $label }: “{ $example }”

help-show =
    .label = What can I say?
    .example = what can you do
    .help = Shows everything you can say to me.
help-start =
    .label = Hello
