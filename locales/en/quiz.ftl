quiz-title = Quizzes
quiz-start =
    .label = Quiz me
    .example = quiz me on biology
    .help = I ask what you are about to forget, and come back to it later.
quiz-start-done =
    { $count ->
        [one] { $title }: one question.
       *[other] { $title }: { $count } questions.
    }
quiz-start-aside =
    { $left ->
        [one] “{ $title }” waits for you, with one question to go.
       *[other] “{ $title }” waits for you, with { $left } questions to go.
    }
quiz-start-none = You have no cards to practise yet. Take one of my sample decks, or let me make cards from your notes and files.
quiz-start-unknown = I have no cards about “{ $topic }”. I can ask you something else, or make new cards.
quiz-start-left = All right. Enjoy your break!
quiz-everything = Mixed cards
quiz-ahead = Nothing is due, well done! Next time: { $when }. Shall we practise ahead all the same?
quiz-ahead-yes = Yes, let's go
quiz-ahead-no = No, later
quiz-which =
    { $left ->
        [one] We are still at “{ $title }”, with one question to go. Shall we go on with it, or start anew?
       *[other] We are still at “{ $title }”, with { $left } questions to go. Shall we go on with it, or start anew?
    }
quiz-which-old = Go on
quiz-which-new = Start anew
quiz-ask = { $number }/{ $total }  { $question }
    .speech = { $question }
quiz-answer =
    .label = Answer
quiz-options-label = Choices
quiz-options =
    One of these:
    { $lines }
    .speech = Is it one of these: { $spoken }?
quiz-hint =
    .label = Hint
quiz-hint-own = A hint: { $hint }
quiz-hint-words = It begins: “{ $start }” ({ $count } words)
    .speech = It begins: { $start }
quiz-hint-letters =
    { $count ->
        [one] It is a single character.
       *[other] It begins like this: { $start } ({ $count } characters)
    }
    .speech = It begins with { $start } and has { $count } characters.
quiz-skip =
    .label = I don't know
quiz-right =
    .label = I was right
quiz-right-said =
    { $variant ->
        [0] Right!
        [1] Exactly.
        [2] Yes, well done!
       *[3] That's it.
    }
quiz-right-told =
    { $variant ->
        [0] Right: { $answer }
        [1] Exactly: { $answer }
        [2] Yes! { $answer }
       *[3] That's it: { $answer }
    }
quiz-close = Almost! It is: { $answer }
quiz-missed =
    { $variant ->
        [0] Not this time. It is: { $answer }
        [1] That's not it. The answer is: { $answer }
        [2] A tricky one. It is: { $answer }
       *[3] Not quite. The answer is: { $answer }
    }
quiz-unknown =
    { $variant ->
        [0] No problem. It is: { $answer }
        [1] Now you will: { $answer }
        [2] That's fine. The answer is: { $answer }
       *[3] Never mind. It is: { $answer }
    }
quiz-once-more =
    { $variant ->
        [0] Not quite. Try once more!
        [1] Not yet, you have another try.
        [2] Hmm, that's not it. One more go!
       *[3] Close your eyes, think again!
    }
quiz-right-none = There is no answer yet that I could change.
quiz-right-yes = Yes, it counts as right: { $answer }
quiz-right-no = No, it counts as missed. The answer is: { $answer } If you meant the same, say “I was right”.
quiz-right-open = Not yet: the question is still open.
quiz-right-done = All right, it counts: { $answer }
quiz-aside = Back to our quiz: { $question }
quiz-doubt = Is that your answer: “{ $said }”?
quiz-doubt-yes = Yes, it is
quiz-doubt-no = No
quiz-moved-on = We have gone on since then. The question now:
quiz-none-open = No quiz is open. Shall we start one?
quiz-continue =
    .label = Continue the quiz
    .example = continue the quiz
    .help = We go on where we stopped, even days later or on another device.
quiz-continue-done =
    { $left ->
        [one] { $title }: one question to go.
       *[other] { $title }: { $left } questions to go.
    }
quiz-stop =
    .label = Stop
quiz-stop-done =
    { $answered ->
        [0] All right, we stop here. Say “continue” whenever you like.
        [one]
            { $right ->
                [0] All right, we stop here, with { quiz-stop-left }. Say “continue” whenever you like.
               *[other] All right, we stop here: { $right } of one right, { quiz-stop-left }. Say “continue” whenever you like.
            }
       *[other] All right, we stop here: { $right } of { $answered } right, { quiz-stop-left }. Say “continue” whenever you like.
    }
quiz-stop-left = { $left } to go
quiz-again =
    .label = Practise the missed ones
quiz-again-none = You missed nothing in your last quiz. Shall we do another one?
quiz-missed-none = You missed nothing in your last quiz.
quiz-due =
    .label = What is due
    .example = how many cards are due
    .help = I count what is waiting for you.
quiz-due-none = Nothing is due now. Next time: { $when }.
quiz-due-done =
    { $due ->
        [0] Nothing is due.
        [one] One card is due.
       *[other] { $due } cards are due.
    }
quiz-due-new =
    { $new ->
        [one] One more is new.
       *[other] { $new } more are new.
    }
quiz-finished =
    { $total ->
        [one] That was it: { $right } of one right.
       *[other] That was it: { $right } of { $total } right.
    }
quiz-finished-missed =
    { $count ->
        [one] This one you missed:
       *[other] These you missed:
    }
    { $lines }
quiz-soon =
    { $minutes ->
        [0] now
        [one] in a minute
       *[other] in { $minutes } minutes
    }
quiz-finished-next = Next time: { $when }.
# What people say around an answer, with commas between: a quiz looks behind it.
quiz-words =
    .articles = a, an, the
    .leads = i think, i think it is, i think it's, i think it was, i think that's, i'd say, i would say, i guess, i guess it's, i believe, i believe it's, it is, it's, it was, that is, that's, that would be, this is, is it, they are, they're, he is, she is, he was, she was, the answer is, my answer is, answer, maybe, perhaps, probably, it could be, could it be, it must be, it might be, is that, well, um, uh, so, oh, okay, hmm, let me think, yes, it means, it's called, it is called, that means, i'm sure it's, i'm pretty sure it's, of course
    .trails = i think, i guess, i believe, right, isn't it, maybe, please, of course, i suppose, or something
    .unknown = i don't know, i dont know, don't know, dunno, i do not know, no idea, i have no idea, not sure, i'm not sure, no clue, i have no clue, i forgot, i forget, i've forgotten, i can't remember, i don't remember, can't remember, skip, skip it, skip this, skip this one, pass, next, next one, next question, i give up, i'm stuck, beats me, tell me, tell me the answer, show me the answer, what is it, what's the answer
    .joints = and, plus, &
    .doubts = not, no, or, isn't, don't, doesn't, never, neither, nor, without, non
    .units = % percent pct, ° degree degrees, c celsius, f fahrenheit, k kelvin, km kilometre kilometres kilometer kilometers, m metre metres meter meters, cm centimetre centimetres centimeter centimeters, mm millimetre millimetres millimeter millimeters, kg kilo kilos kilogram kilograms, g gram grams, l litre litres liter liters, s sec second seconds, min minute minutes, h hr hour hours, € euro euros, $ dollar dollars, £ pound pounds, v volt volts, w watt watts, j joule joules, n newton newtons
    .equals = is, =, equals, makes, are, gives
# By which something is wished for in the middle of a round, however it is said around it.
quiz-wishes =
    .stop = stop, stopping, a break, break, pause, im done, i'm done, i am done, i'm finished, im finished, quit, quitting, enough, call it a day, exit, gotta go, have to go, need to go, must go, got to go, no more, another time, go on later, continue later, later please, tired, no time, can't any more, leave it there, end here
    .hint = hint, hints, clue, clues, nudge, first letter, first letters, starts with, start with, begins with, begin with, help me, bit of help, some help, little help, help please, help plz
    .skip = just tell me, tell me, tell it, the answer please, what is it, what's the answer, whats the answer, show it, show me the answer, give it up, give up, skip, pass, next question, next one, next card, don't know, dont know, no idea, no clue, can't remember, cant remember, forgot, not a clue
    .right = i was right, was right, was correct, i typed it right, typed it right, typed it correctly, wrote it right, wrote it correctly, spelled it right, spelt it right, i had it right, had it right, had that right, got it right, got that right, is right too, is also right, is correct too, is also correct, that's right, thats right, that's correct, thats correct, that is right, that is correct, count that, same thing, typo, i said that, i wrote that, i meant that, what i said, what i wrote, what i typed, should count
    .continue = repeat, say it again, say that again, once more, the question again, question please, what was the question, come again, read it again, didn't catch, didnt catch, go on, carry on
