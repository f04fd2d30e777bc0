notes-title = Notes
notes-save =
    .label = Save a note
    .example = note that the exam is on Friday
    .help = I keep it word for word.
notes-save-text = What shall I note?
notes-save-done = Saved: { $text }
notes-find =
    .label = Find a note
    .example = what did I write about the exam
    .help = I look for your words in all your notes.
notes-find-text = What is the note about?
notes-find-none = I found no note about “{ $text }”.
notes-find-done =
    { $count ->
        [one] I found this note:
       *[other] I found { $count } notes:
    }
    { $lines }
notes-list =
    .label = Show my notes
    .example = show my notes
    .help = The newest ones first.
notes-list-none = You have no notes yet.
notes-list-done =
    { $count ->
        [one] You have one note:
       *[other] You have { $count } notes:
    }
    { $lines }
notes-list-more =
    { $count ->
        [one] Your newest note:
       *[other] Your newest { $count } notes:
    }
    { $lines }
notes-delete =
    .label = Delete a note
    .example = delete the note about the exam
    .help = If several fit, I ask which one.
notes-delete-text = Which note shall I delete?
notes-delete-which =
    Which note do you mean?
    { $lines }
notes-delete-done = Deleted: { $text }
notes-delete-gone = This note is already gone.
