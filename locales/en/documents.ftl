documents-title = Documents
documents-read =
    .label = What I have read
    .example = read my document
    .help = Send me a PDF, Word, PowerPoint, Markdown, HTML or EPUB file, or a long recording.
documents-read-done = { $lines }
documents-told-document =
    I have read “{ $title }”: { $total ->
        [one] one page
       *[other] { $total } pages
    }. Ask me about it.
documents-told-recording =
    I have listened to “{ $title }”: { $total ->
        [one] one minute
       *[other] { $total } minutes
    }. Ask me about it.
documents-unread =
    { $count ->
        [one] One page is a picture, and I cannot read pictures here.
       *[other] { $count } pages are pictures, and I cannot read pictures here.
    }
documents-cut-short = It was longer than I can take, so its end is missing.
documents-summary = What is it about?
documents-cards = Make cards
documents-none = I have no documents of yours yet. Send me one, and you can ask me about it.
documents-document = Document, { $when }
documents-recording = Recording, { $when }
documents-find =
    .label = Search my documents
    .example = what do my documents say about osmosis
    .help = I show the passages with their pages.
documents-find-text = What shall I look for in your documents?
documents-find-none = I found nothing about “{ $text }” in your documents.
documents-find-done =
    { $count ->
        [one] I found this passage:
       *[other] I found { $count } passages:
    }
    { $lines }
documents-quote =
    { $where }:
    “{ $text }”
documents-list =
    .label = Show my documents
    .example = show my documents
    .help = The newest ones first.
documents-list-done =
    { $count ->
        [one] You have one document:
       *[other] You have { $count } documents:
    }
    { $lines }
documents-line-document =
    { $title } ({ $total ->
        [one] one page
       *[other] { $total } pages
    })
documents-line-recording =
    { $title } ({ $total ->
        [one] one minute
       *[other] { $total } minutes
    })
documents-delete =
    .label = Delete a document
    .example = delete the document about osmosis
    .help = I forget all that I have read in it.
documents-delete-text = Which document shall I forget?
documents-delete-which = Which of these shall I forget?
documents-delete-done = Forgotten, with all that I had read in it: { $title }
documents-gone = This document is no longer there.
