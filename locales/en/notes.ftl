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
notes-delete-text =
    Which note shall I delete?
    { $lines }
notes-delete-which =
    Which note do you mean?
    { $lines }
notes-delete-done = Deleted: { $text }
notes-delete-gone = This note is already gone.
notes-delete-no-such =
    { $count ->
        [one] There is no note with that number: you have only one.
       *[other] There is no note with that number: you have { $count }.
    }
notes-clear =
    .label = Delete all notes
    .example = delete all my notes
    .help = I ask you once more before I do it.
notes-clear-sure =
    { $count ->
        [one] You have one note. Shall I really delete it?
       *[other] You have { $count } notes. Shall I really delete all of them?
    }
notes-clear-yes =
    { $count ->
        [one] Yes, delete it
       *[other] Yes, delete them
    }
notes-clear-no =
    { $count ->
        [one] No, keep it
       *[other] No, keep them
    }
notes-clear-kept =
    { $count ->
        [one] All right, I keep it.
       *[other] All right, I keep them.
    }
notes-clear-done =
    { $count ->
        [one] Done: your note is deleted, and your notebook is empty.
       *[other] Done: all { $count } notes are deleted, and your notebook is empty.
    }
