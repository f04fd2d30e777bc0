help-title = Help
help-welcome = Hello! I am your learning assistant. I keep your notes, remind you at the right time, read your documents and help with homework; write to me, or send me a voice message, a picture or a file. What shall we begin with?
    .speech = Hello! I am your learning assistant. I keep your notes and remind you at the right time. What shall we begin with?
help-all =
    Just write or say it, for example:

    { $lines }

    You can also send me a voice message, a picture or a document. Ask about anything with “help with …”, or choose:
    .speech = You can say, for example: remind me tomorrow at nine to call Anna. Or: note that the exam is on Friday. Or: what are my reminders?
help-example = • “{ $example }”
help-topic =
    { $skill }

    { $lines }
help-line = • { $label }: “{ $example }”

help-show =
    .label = What can I say?
    .example = what can you do
    .help = Shows some examples, and everything about one topic.
help-start =
    .label = Hello
help-who = I am your learning assistant: I keep your notes and remind you at the right time. Say “help” to see some examples.
help-mood = Very well, thank you! What can I do for you?
help-more = What else I can help with:
help-more-button = More
