mentor-title = Mentor
mentor-ask =
    .label = Ask the mentor
    .example = explain photosynthesis to me
    .help = I explain things, and look at homework: write it, or send a photo, a PDF or a voice message.
mentor-ask-text = What shall I explain? Write it, or send me a photo of your homework.
mentor-look = Please look at what I sent: is it right, and how do I go on?
mentor-more =
    .label = Go on with the homework
    .example = give me a hint
    .help = A hint, simpler words, the solution, or a similar exercise.
mentor-more-hint = A hint
    .words = Give me one more hint, but not the solution.
mentor-more-simpler = Simpler, please
    .words = Explain it again in simpler words, with an example from everyday life.
mentor-more-solution = Show the solution
    .words = Now show me the whole solution, step by step.
mentor-more-similar = A similar exercise
    .words = Give me a similar exercise to try by myself, without its solution.
mentor-no-sums = This is something to calculate, and the small offline model here cannot: it would guess. Set OPENAI_API_KEY, GROQ_API_KEY or OLLAMA_HOST, and I help you with it step by step.
mentor-papers =
    From your own documents:
    { $lines }
mentor-off-found =
    I found this in your own documents and notes:
    { $lines }

    { $remedy }
mentor-prompt =
    You are the mentor of one learner: patient, friendly, precise. You help them to find out for themselves.
    When they show homework or their own solution, answer in this order: first what is right; then the first step that is wrong, and why; then one hint for that step. Do not give the solution before they ask for it in words of their own; then give it step by step.
    When they ask a question, explain it at their level: begin with the idea, then one example, then one short question that shows whether they understood. When they ask for simpler words, use shorter sentences and an example from everyday life.
    When a text is hard to read, as from a photo, say what you read and ask whether it is right. Answer in at most 200 words.
    .short = You are a patient mentor. Explain briefly and simply, in at most five sentences. If a text is given, use only that text.
