session-title = Conversation
session-cancel =
    .label = Cancel
    .example = cancel
    .help = Leaves a question of mine unanswered.
session-cancel-done = All right, we leave it.
session-cancel-nothing = All right. There was nothing to cancel.
