"""A LanguageModel that does whatever anything in its prompt tells it: the worst that can happen."""

import json
import re
from collections.abc import AsyncGenerator
from typing import Any

from core.ports.llm import Abilities, Ask, Final, Piece, TextDelta, ToolCall, Usage

ORDER = re.compile(r"CALL (?P<tool>\S+) (?P<arguments>\{.*\})|SAY (?P<said>.+)|(?P<all>REVEAL)")


class Obedient:
    """An order is a line with `CALL tool {arguments}`, `SAY words` or `REVEAL` (says its whole
    prompt). Each is obeyed wherever it stands; in an answer to tools only those of the last."""

    name = "obedient"
    abilities = Abilities(images=True)

    def __init__(self) -> None:
        self.asks: list[Ask] = []
        self.calls: list[str] = []

    async def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """The orders of the last message of the person, or of what its tools gave."""
        self.asks.append(request)
        last = max(place for place, one in enumerate(request.messages) if not _is_tool(one))
        fresh = request.messages[-1:] if last < len(request.messages) - 1 else request.messages
        calls = 0
        for order in _orders("\n".join(one.text for one in fresh)):
            if order["tool"]:
                calls += 1
                self.calls.append(order["tool"])
                arguments: dict[str, Any] = json.loads(order["arguments"])
                yield ToolCall(f"call{len(self.calls)}", order["tool"], arguments)
                continue
            said = order["said"] or "\n".join((request.system, *(m.text for m in fresh)))
            for start in range(0, len(said), 7):
                yield TextDelta(said[start : start + 7])
            yield TextDelta(" ")
        yield Final("tool_calls" if calls else "stop", Usage(1, 1), self.name, "worst")

    async def close(self) -> None:
        """Nothing to end."""


def _is_tool(message: object) -> bool:
    return hasattr(message, "call") or bool(getattr(message, "tool_calls", ()))


def _orders(text: str) -> list[re.Match[str]]:
    return [found for line in text.splitlines() if (found := ORDER.search(line))]
