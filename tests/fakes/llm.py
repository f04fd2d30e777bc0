"""A LanguageModel scripted by data, for whoever asks a model and needs none."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence

from core.errors import VivaError
from core.ports.llm import Abilities, Ask, Final, Finish, Piece, TextDelta, ToolCall, Usage

Step = str | ToolCall | VivaError | float | Final
"""Words to say, a tool to call, what to raise, or seconds of silence."""
Script = Sequence[Step] | Callable[[Ask], Sequence[Step]]


class FakeLanguageModel:
    """Answers the first ask with the first script, and so on; one too many fails the test.

    A text comes word by word, as from a vendor. A script may end in its own `Final`; else one is
    made. `asks` are the asks that came, `closed_early` how many streams were left before the end.
    """

    def __init__(
        self,
        *scripts: Script,
        name: str = "fake",
        abilities: Abilities | None = None,
        usage: Usage | None = None,
    ) -> None:
        self.name = name
        self.abilities = abilities or Abilities(images=True)
        self.scripts = list(scripts)
        self.usage = usage or Usage(10, 5)
        self.asks: list[Ask] = []
        self.closed_early = 0
        self.closed = False

    async def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """What the script says."""
        self.asks.append(request)
        assert self.scripts, f"{self.name} was asked once more than its script knows"
        script = self.scripts.pop(0)
        steps = script(request) if callable(script) else script
        finish: Finish = "tool_calls" if any(isinstance(one, ToolCall) for one in steps) else "stop"
        last = Final(finish, self.usage, self.name, "scripted", self.abilities.small_offline)
        try:
            for step in steps:
                match step:
                    case VivaError():
                        raise step
                    case float():
                        await asyncio.sleep(step)
                    case str():
                        for word in _words(step):
                            await asyncio.sleep(0)
                            yield TextDelta(word)
                    case Final():
                        last = step
                    case ToolCall():
                        yield step
        except (GeneratorExit, asyncio.CancelledError):
            self.closed_early += 1
            raise
        yield last

    async def close(self) -> None:
        """Nothing to end; `closed` says that it was asked."""
        self.closed = True


def _words(text: str) -> list[str]:
    """As tokens are: each word with the space before it."""
    first, *rest = text.split(" ")
    return [word for word in (first, *(f" {one}" for one in rest)) if word]
