privacy-title = Privacy
privacy-yes = Yes
privacy-no = No
privacy-kind = • { $kind ->
    [note] Notes
    [reminder] Reminders
    [deck] Decks of cards
    [card] Cards
    [enrolment] Courses you are in
    [booking] Bookings
    [material] Documents and recordings
    [thread] Talks with assistants
    [fact] Entries about your progress
    [message] Messages
   *[other] Other entries
}: { $count }
privacy-vendor = • { $what ->
    [llm] Questions to the assistants
    [stt] Recordings, to be heard
    [vision] Pictures, to be looked at
    [tts] Answers, to be read aloud
   *[other] What you keep, to be found by its meaning
}: { $names }
privacy-show =
    .label = Privacy
    .example = what data do you keep about me
    .help = What I keep of you, and where it goes.
privacy-show-nothing = nothing yet
privacy-show-kept =
    This is what I keep of you:
    { $lines }
privacy-show-inside = Nothing of it leaves this house: everything you say is understood here.
privacy-show-outside =
    It all lies in this house. To answer you, I may send some of it to:
    { $lines }
privacy-show-minor = You are in the mode for minors: nothing of yours leaves this house.
privacy-show-voice = { $allowed ->
    [yes] Recordings may go out to be heard. To change that, say “keep my voice here”.
   *[no] Recordings stay here. To change that, say “you may send my voice to the speech service”.
}
privacy-show-misses = { $allowed ->
    [yes] I may keep sentences that I did not understand, without names and numbers.
   *[no] I do not keep sentences that I did not understand.
}
privacy-show-rights = You can have all of it (“send me my data”), or have it erased (“delete everything about me”).
privacy-show-speech = I keep what you give me in this house. Say “send me my data” to have all of it, or “delete everything about me”.
privacy-export =
    .label = Send me my data
    .example = send me my data
    .help = Everything I keep of you, in one file.
privacy-export-done = Here is everything I keep about you: { $rows ->
        [one] one entry
       *[other] { $rows } entries
    }, in a form that you and programs can read. The README.txt inside explains it.
privacy-export-cut =
    Here is what I keep about you. It was more than one file can carry, so this was left out: { $left }
    README.txt inside explains it; whoever runs this house can give you the rest.
privacy-export-not-here = Others read along here. Ask me again where we are alone, and you get it at once.
privacy-export-nothing = I do not keep anything about you yet.
privacy-readme =
    This is everything that your learning assistant keeps about you.

    notes.md and the .csv files are for reading: notes, cards, reminders, courses, bookings.
    The folder "data" holds every row of each table, as JSON, for programs: who you are (person, identity), what you keep (record), what you said and what you were answered (message, outbox), what is to come (job), what you did (fact), and what your questions cost (charge).
    The folder "media" holds recordings, pictures and files of yours that lie with us.
privacy-left = Left out, since it would have made the file too large:
privacy-left-media = Not in here: files that lie with your messenger and not with us, and files that we sent you in earlier answers.
privacy-erase =
    .label = Delete everything about me
    .example = delete everything about me
    .help = I tell you what will go, and ask once more.
privacy-erase-sure =
    This will be gone for good, and I cannot bring it back:
    { $lines }
    Your accounts and settings go too, and I will not know you any more. If you want to keep a copy, say “send me my data” first.
    Shall I erase everything?
privacy-erase-by-hand =
    For this I need your own yes: please press the button, or type it.
    { $lines }
privacy-erase-yes = Yes, erase everything
privacy-erase-no = No, keep it
privacy-erase-kept = Good, I keep everything as it is.
privacy-erase-nothing = I do not keep anything of you, so there is nothing to erase.
privacy-erase-done =
    Done. Everything about you is erased. { $when }, receipt { $id }:
    { $lines }
    This is the last I say to you; I have already forgotten who you are. If you write again, we meet for the first time. Goodbye, and all the best!
privacy-voice =
    .label = My recordings
    .example = keep my voice here
    .help = Whether your recordings may leave this house to be heard.
privacy-voice-answer = May your recordings leave this house to be heard ({ $names })?
privacy-voice-held = I would have to send your recording out of this house to hear it, to: { $names }. May I, now and from now on? I keep it here until you answer.
privacy-voice-yes = Noted: from now on your recordings may go to { $names }. Just send me one. To take it back, say “keep my voice here”.
privacy-voice-no = Noted: your recordings stay in this house. If nobody here can hear them, just write to me.
privacy-voice-minor = Recordings of minors never leave this house, so there is nothing to allow.
privacy-misses =
    .label = Sentences I did not understand
    .example = you may keep sentences you did not understand
    .help = So that I understand you better later; without names and numbers.
privacy-misses-answer = May I keep sentences that I did not understand, without names and numbers, so that I understand more later?
privacy-misses-yes = Thank you! I keep sentences that I did not understand, without names and numbers.
privacy-misses-no = Noted: I do not keep sentences that I did not understand.
privacy-minor =
    .label = My age
    .example = I am 12
    .help = For those under 16 nothing leaves this house.
privacy-minor-on = Thank you for telling me. As you are under 16, nothing of yours leaves this house: only what runs here answers you, and I write to nobody outside. That may make my answers simpler.
privacy-minor-off = Noted: you are 16 or older, so I may ask outside services for you again.
privacy-minor-same = Noted. Nothing changes by that here.
privacy-minor-odd = I did not get your age. Say, for example: “I am 12”.
privacy-erase-what = What shall I clear? Your notes and reminders stay unless you say so.
privacy-erase-all = Everything about me
