"""What of a model's words goes out to the person, whole or while they still come."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from core.assistant.citations import checked
from core.assistant.links import reduced

FENCE = re.compile(r"</?data [0-9a-f]{4,}[^>\n]{0,40}>?")
"""What we put around data, where a model repeats it."""
UNFINISHED = re.compile(r"\[[^\[\]\n]{0,300}(?:\](?:\([^)\n]{0,2000})?)?$")
"""A bracket at the end that may become a citation or a link."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The last thing that a text passes; whatever the model was talked into, it stands here."""

    given: Collection[str]
    """Addresses that may stand."""
    hosts: Collection[str]
    """Of our own house: their addresses may stand, too."""
    shown: set[str]
    """Citations that may stand: what a tool shows comes to them."""
    removed: str
    """In place of an address that may not."""

    _lines: dict[str, str] = field(default_factory=dict)
    """Each as it was cleaned: a text under way is mostly what it was a moment ago."""

    def clean(self, text: str) -> str:
        """Without addresses and citations that nobody gave."""
        lines = FENCE.sub("", text).split("\n")
        for line in lines:
            if line not in self._lines:
                cited = checked(line, self.shown)
                self._lines[line] = reduced(cited, self.given, self.hosts, self.removed)
        return "\n".join(self._lines[line] for line in lines).strip()

    def begun(self, text: str) -> str:
        """As much of a text under way as what comes next cannot change, cleaned."""
        found: re.Match[str] | None
        while found := UNFINISHED.search(text := _words(text), max(len(text) - 2500, 0)):
            text = text[: found.start()]
        return self.clean(text)


def _words(text: str) -> str:
    """Without a last word that may not be whole."""
    return text[: max(text.rfind(" "), text.rfind("\n")) + 1]
