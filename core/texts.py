"""What we say, from the locales: Fluent messages, and times in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from textwrap import shorten
from threading import Lock
from typing import Any

LANGUAGES = ("en", "es", "de", "ru")
"""The languages of the house; the first is the one that always knows a word."""
LONGEST_VALUE = 1 << 20
"""Characters that may be put into a message."""


def nearest(tag: str | None) -> str | None:
    """The language of ours that an IETF tag or locale name means: `es-MX` is `es`."""
    if not tag:
        return None
    base = tag.replace("_", "-").partition("-")[0].casefold()
    return base if base in LANGUAGES else None


def shortened(text: str, most: int, end: str = "…") -> str:
    """In one line of at most that many characters, cut between words; within one only where it
    begins with a longer one, as file names and addresses are."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = shorten(line, most, placeholder=end)
    return line[: most - len(end)] + end if kept == end.strip() != line else kept


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What Fluent formats; most is text with strings in it, which it takes long to put together."""

    text_id: str
    bundle: Any
    pattern: Any
    parts: Sequence[tuple[str, bool]] | None
    """Each with whether it is the name of a value; None: there is more to it."""

    def format(self, values: Mapping[str, object]) -> str:
        """The text; ValueError for a value that is missing or too long."""
        said: list[str] = []
        for part, is_name in self.parts or ():
            value = values.get(part) if is_name else part
            if not isinstance(value, str) or len(value) > LONGEST_VALUE:
                break
            said.append(value)
        else:
            if self.parts is not None:
                return "".join(said)
        text, errors = self.bundle.format_pattern(self.pattern, values)
        if errors:
            raise ValueError(f"{self.text_id}: {errors[0]}")
        return str(text)


def _parts(pattern: Any) -> Sequence[tuple[str, bool]] | None:
    from fluent.syntax import ast

    parts: list[tuple[str, bool]] = []
    for element in getattr(pattern, "elements", [pattern]):  # of one element it is itself that
        if isinstance(element, ast.TextElement):
            parts.append((element.value, False))
        elif isinstance(getattr(element, "expression", None), ast.VariableReference):
            parts.append((element.expression.id.name, True))
        else:
            return None
    return parts


class Texts:
    """The messages of all languages; a file is parsed when one of its messages is first needed."""

    def __init__(self, locales: Path) -> None:
        self._locales = locales
        self._bundles: dict[str, Any] = {}
        self._loaded: set[Path] = set()
        self._reading = Lock()
        self._ready: dict[tuple[str, str], Any] = {}
        self._messages: dict[tuple[str, str], _Pattern] = {}
        self._attributes: dict[tuple[str, str, str], _Pattern | None] = {}

    def format(self, language: str, text_id: str, /, **values: object) -> str:
        """The message in that language, else in English; raises KeyError where nobody has it."""
        pattern = self._messages.get((language, text_id))
        if pattern is None:
            pattern = self._messages[language, text_id] = self._message(language, text_id)
        return pattern.format(values)

    def attribute(self, language: str, text_id: str, name: str, /, **values: object) -> str | None:
        """An attribute of a message, or None."""
        key = (language, text_id, name)
        if key not in self._attributes:
            self._attributes[key] = self._attribute(language, text_id, name)
        pattern = self._attributes[key]
        return pattern.format(values) if pattern else None

    def when(self, language: str, at: datetime, now: datetime) -> str:
        """A naive local time as seen from `now`: "Tomorrow, Monday 23 November, 09:00"."""
        days = (at.date() - now.date()).days
        near = {0: "when-today", 1: "when-tomorrow", 2: "when-after-tomorrow"}
        return self.format(
            language,
            near.get(days, "when-other-day"),
            date=self.day(language, at.date(), now.date()),
            time=self.clock(at),
        )

    def day(self, language: str, at: date, today: date) -> str:
        """A date in words; the year is said when it is not near."""
        near = abs(at - today) < timedelta(days=300)
        pattern = self.format(language, "day-pattern" if near else "day-pattern-with-year")
        return _date_in_words(language, pattern, at)

    @staticmethod
    def clock(at: datetime) -> str:
        """A clock time in digits."""
        return f"{at.hour:02}:{at.minute:02}"

    def _message(self, language: str, text_id: str) -> "_Pattern":
        for tongue in (language, LANGUAGES[0]):
            bundle = self._bundle(tongue, text_id)
            if bundle.has_message(text_id):
                pattern = bundle.get_message(text_id).value
                if pattern is not None:
                    return _Pattern(text_id, bundle, pattern, _parts(pattern))
        raise KeyError(text_id)

    def _attribute(self, language: str, text_id: str, name: str) -> "_Pattern | None":
        for tongue in (language, LANGUAGES[0]):
            bundle = self._bundle(tongue, text_id)
            if bundle.has_message(text_id):
                pattern = bundle.get_message(text_id).attributes.get(name)
                return _Pattern(text_id, bundle, pattern, _parts(pattern)) if pattern else None
        return None

    def _bundle(self, language: str, text_id: str) -> Any:
        """The language's bundle, the file of this message read."""
        owner = text_id.partition("-")[0]
        bundle = self._ready.get((language, owner))
        if bundle is None:
            with self._reading:  # a thread's as well as the loop's
                bundle = self._ready[language, owner] = self._read(language, owner)
        return bundle

    def _read(self, language: str, owner: str) -> Any:
        from fluent.runtime import FluentBundle, FluentResource, resolver

        # Its bound is against strangers' messages; ours hold whole notes and lists of them.
        resolver.MAX_PART_LENGTH = LONGEST_VALUE
        if language not in self._bundles:
            self._bundles[language] = FluentBundle([language], use_isolating=False)
        bundle, file = self._bundles[language], self._file(language, owner)
        if file not in self._loaded:
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
            self._loaded.add(file)
        return bundle

    def _file(self, language: str, owner: str) -> Path:
        """A skill's messages begin with its name; all others are the house's own."""
        own = self._locales / language / f"{owner}.ftl"
        return own if own.is_file() else self._locales / language / "core.ftl"


@lru_cache(maxsize=512)
def _date_in_words(language: str, pattern: str, day: date) -> str:
    from babel.dates import format_date  # 30 ms: only who says a date

    return str(format_date(day, pattern, locale=language))
