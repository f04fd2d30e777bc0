"""The loop: a model is asked, calls what it may, and is asked again, until it has its answer.

Whatever it was talked into by what it read, this file is the bound of what comes of it: only tools
that the assistant has are called, only reading is done at once, and only clean text goes out.
"""

import secrets
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from core.assistant import budget, circling, memory, proposals, thread
from core.assistant.assistants import Assistant
from core.assistant.citations import brackets
from core.assistant.links import addresses
from core.assistant.outgoing import Outgoing
from core.assistant.pictures import fetched
from core.assistant.prompt import (
    PER_TOKEN,
    Data,
    fenced,
    fitted,
    message,
    pseudonym,
    system,
    version,
)
from core.assistant.toolbox import Toolbox
from core.assistant.tools import described, tools
from core.errors import UserError
from core.model import Choice, Reply
from core.ports.caller import acting
from core.ports.llm import (
    Ask,
    AssistantMessage,
    ChatMessage,
    ContextTooLong,
    Final,
    LanguageModel,
    TextDelta,
    ToolCall,
    ToolMessage,
    Usage,
    UserMessage,
)
from core.skill import Context
from core.study import Exchange, Thread

MOST_STEPS = 6
"""Answers of the model in one turn; for the last one it has no tools."""
MOST_CALLS = 8
"""Of one answer."""
DATA, RESULT = 12_000, 2_000
"""Tokens of what is shown with a question, and of what a tool gives."""
SMALL_DATA, SMALL_ANSWER = 1_200, 300
"""Tokens, for a model that reads a hundred of them a second and takes four thousand. It is shown
nothing of what was said before: it would say that again."""
ANSWER = 2_048
PATIENCE = 90.0
"""Seconds for one answer."""
STRIDE = 32
"""Characters that come between two drafts."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a model, as it is kept for a second run of the turn."""

    text: str
    calls: tuple[ToolCall, ...]
    final: Final


async def run(
    ctx: Context,
    assistant: Assistant,
    model: LanguageModel,
    said: str,
    data: Sequence[Data],
    choices: Sequence[Choice],
) -> Reply:
    """See `core.assistant.converse`."""
    past = await thread.thread_of(ctx, assistant.name)
    talk = _Talk(ctx, assistant, model, said, fitted(data, DATA), past)
    return await talk.run(choices)


@dataclass(slots=True)
class _Talk:
    """One turn of an assistant."""

    ctx: Context
    assistant: Assistant
    model: LanguageModel
    said: str
    data: list[Data]
    past: Thread
    tools: Toolbox = field(init=False)
    small: bool = field(init=False)
    out: Outgoing = field(init=False)
    boundary: str = field(default_factory=lambda: secrets.token_hex(8))
    later: list[ChatMessage] = field(default_factory=list)
    """What came after the person's words: the model's calls, and what became of them."""
    results: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    finals: list[Final] = field(default_factory=list)

    def __post_init__(self) -> None:
        """What the model may do, and what of its words may go out."""
        self.small = self.model.abilities.small_offline
        usable = self.model.abilities.tools and not self.small
        specs = tools(self.ctx, self.assistant.grants) if usable else {}
        own_words = "\n".join((self.said, *(one.said for one in self.past.exchanges)))
        before = [data for one in self.past.exchanges for data in thread.shown(one)]
        cited = {one.cited for one in (*self.data, *before) if one.cited}
        removed = self.ctx.text("assistant-link-removed")
        self.out = Outgoing(addresses(own_words), self.assistant.hosts, cited, removed)
        self.tools = Toolbox(self.ctx, self.assistant.name, specs, self.out)

    async def run(self, choices: Sequence[Choice]) -> Reply:
        """Steps until there is an answer, or something that waits for the person's yes."""
        for step in range(1, MOST_STEPS + 1):
            answer = await self._answer(step)
            self.finals.append(answer.final)
            if answer.text.strip():
                self.texts.append(answer.text.strip())
            calls = answer.calls[:MOST_CALLS]
            if not calls or step == MOST_STEPS:
                break
            before = len(self.tools.proposed)
            self.later.append(AssistantMessage(answer.text, calls))
            for call in calls:
                await self._call(call)
            if len(self.tools.proposed) - before == len(calls):
                break  # there is nothing left to say before the person has answered
        return await self._reply(choices)

    async def _answer(self, step: int) -> Answer:
        """The model's, or what it was when this turn ran before.

        The thread, the hour and who is asked are no part of the request: they change while we are
        down, and the answer to this question stays one.
        """
        prompt = version(self.ctx, self.assistant.name, small=False)
        refs = [source.ref for source in self.ctx.sources]
        request = [prompt, self.said, refs, self.results]

        async def ask() -> Answer:
            # The step before may have used up what the person may spend: what is free goes on.
            self.model = self.ctx.model or self.model
            self.small |= self.model.abilities.small_offline
            budget.check(self.ctx, self.model)
            with acting(assistant=self.assistant.name):
                try:
                    return await self._streamed(await self._ask(step))
                except ContextTooLong as error:
                    if self.small:
                        raise UserError("assistant-too-long") from error
                    self.small = True
                    return await ask()

        key = f"{self.assistant.name}/{step}"
        return await self.ctx.once(key, request, ask, kind=Answer, repeatable=True)

    async def _ask(self, step: int) -> Ask:
        if self.small:
            return await self._made(step, small=True)
        made = await self._made(step, small=False)
        return replace(made, small=await self._made(step, small=True))

    async def _made(self, step: int, *, small: bool) -> Ask:
        offered = {} if small or step == MOST_STEPS else self.tools.specs
        return Ask(
            (*await self._messages(small=small), *(() if small else self.later)),
            system=system(self.ctx, self.assistant.name, self.boundary, small=small),
            tools=tuple(described(self.ctx, name, spec) for name, spec in offered.items()),
            max_tokens=SMALL_ANSWER if small else ANSWER,
            deadline=PATIENCE,
            # Of this very ask: the boundary makes another of it in another run.
            idempotency_key=f"{self.ctx.work.owner}/{step}/{self.boundary}/{small:d}",
            user=pseudonym(self.ctx),
            assistant=self.assistant.name,
            language=self.ctx.language,
        )

    async def _messages(self, *, small: bool) -> list[ChatMessage]:
        """What was said before, and what is said now; pictures go with the last that had any."""
        exchanges = () if small else thread.recent(self.past.exchanges, thread.BUDGET)
        looks = self.model.abilities.images and not small
        refs = [tuple(one.pictures) for one in exchanges] + [self._pictures()]
        shown = max((place for place, some in enumerate(refs) if some), default=-1)
        images = await fetched(self.ctx, refs[shown]) if looks and shown >= 0 else ()
        found: list[ChatMessage] = []
        for place, one in enumerate(exchanges):
            words = message(one.said, thread.shown(one), self.boundary)
            found.append(UserMessage(words, images if place == shown else ()))
            found.append(AssistantMessage(one.answer))
        data = fitted(self.data, SMALL_DATA) if small else self.data
        if self.past.summary and not small:
            data = [Data("summary", self.past.summary), *data]
        words = message(self.said, data, self.boundary)
        found.append(UserMessage(words, images if shown == len(exchanges) else ()))
        return found

    def _pictures(self) -> tuple[str, ...]:
        return tuple(one.ref for one in self.ctx.sources if one.kind == "image")

    async def _streamed(self, request: Ask) -> Answer:
        """Its pieces together; what there is of the text is shown meanwhile."""
        text, shown = "", 0
        calls: list[ToolCall] = []
        async with aclosing(self.model.stream(request)) as pieces:
            async for piece in pieces:
                match piece:
                    case TextDelta(text=more):
                        text += more
                        if len(text) - shown >= STRIDE:
                            shown = len(text)
                            self._draft(text)
                            if self.small and (once := circling.cut(text)) is not None:
                                end = Final("stop", Usage(), self.model.name, "", self.small)
                                return Answer(once, (), end)
                    case ToolCall():
                        calls.append(piece)
                    case Final():
                        return Answer(text, tuple(calls), piece)
        raise TypeError(f"{self.model.name} ended without a Final")

    def _draft(self, text: str) -> None:
        shown = self.out.begun("\n\n".join((*self.texts, text.lstrip())))
        if shown:
            self.ctx.draft(shown)

    async def _call(self, call: ToolCall) -> None:
        """Does what may be done, and tells the model what became of it."""
        result = await self.tools.use(call)
        self.results.append(result)
        self.out.shown.update(brackets(result))
        shown = result[: int(RESULT * PER_TOKEN)]
        self.later.append(ToolMessage(call, fenced(self.boundary, "tool", shown)))

    async def _reply(self, choices: Sequence[Choice]) -> Reply:
        text = self.out.clean("\n\n".join(self.texts))
        last = self.finals[-1]
        if last.finish == "refused":
            text = self.ctx.text("assistant-refused")
        elif not text and not self.tools.proposed:
            text = self.ctx.text("assistant-speechless")
        elif last.finish == "length":
            text = f"{text}…\n\n{self.ctx.text('assistant-cut-short')}"
        told = "\n".join((text, *(one.what for one in self.tools.proposed)))
        exchange = Exchange(self.said, told, thread.kept(self.data), self._pictures())
        memory.watch(self.ctx, await thread.extend(self.ctx, self.past, exchange))
        small = any(one.small_offline for one in self.finals)
        who = [one.provider for one in self.finals]
        label = self.ctx.text("assistant-small") if small else ""
        around = [label, budget.warning(self.ctx, who)]
        text = "\n\n".join(one for one in (text, *around) if one)
        if not self.tools.proposed:
            return Reply(text, choices=tuple(choices))
        asked = proposals.offer(self.ctx, self.tools.proposed[0])
        return replace(asked, text=f"{text}\n\n{asked.text}".lstrip())
