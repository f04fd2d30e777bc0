"""One language as we understand it: exactly, then mistyped, then only nearly."""

import gc
import logging
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from random import Random
from typing import NamedTuple

from core.model import Span
from core.skill.declare import IntentSpec
from core.understanding.folding import Folded
from core.understanding.guard import may_offer, opposes, refuses, rests_on
from core.understanding.hearing import Hearing, Sounds
from core.understanding.kept import Kept
from core.understanding.repair import Repair
from core.understanding.samples import sample
from core.understanding.sentences import Match, Sentences
from core.understanding.suggestions import LEAST, MOST, Suggestions

log = logging.getLogger(__name__)

SAMPLES_PER_TEMPLATE = 8
MOST_SAMPLES = 4_000
MOST_READ = 32
"""Languages that are remembered: more than one house has only in tests."""


_READ: dict[tuple[Path, tuple[IntentSpec, ...]], "Language"] = {}


class Reading(NamedTuple):
    """A match, and the words that were read for mistyped ones."""

    match: Match
    repaired: tuple[str, ...] = ()


class Language:
    """The sentences of all skills in one language."""

    def __init__(
        self, folder: Path, specs: Sequence[IntentSpec], cache: Path | None = None
    ) -> None:
        self.folder = folder
        self._kept = Kept(cache, folder, specs)
        self.sentences = Sentences(folder, specs, self._kept)
        for fault in self.sentences.book.faults:
            log.warning("sentences are left out: %s", fault)
        self._specs = {spec.name: spec for spec in specs}

    @staticmethod
    def read(folder: Path, specs: tuple[IntentSpec, ...], cache: Path | None = None) -> "Language":
        """The same one for all who ask: its files are read once in a process."""
        known = _READ.get((folder, specs))
        if known is None:
            if len(_READ) >= MOST_READ:
                _READ.clear()
            collecting = gc.isenabled()
            gc.disable()  # thousands of small objects, and none of them garbage
            try:
                known = _READ[folder, specs] = Language(folder, specs, cache)
            finally:
                if collecting:
                    gc.enable()
        return known

    def exact(self, text: str, spans: Sequence[Span]) -> Reading | None:
        """What the text (NFC) is word for word."""
        return self._allowed(self.sentences.match(text, spans), text)

    def repaired(self, text: str, spans: Sequence[Span]) -> Reading | None:
        """What it is when mistyped words are read as the nearest ones of our templates."""
        if self._opposed(text):
            return None
        best: Reading | None = None
        for correction in self._repair.corrections(Folded.of(text)):
            found = self._allowed(self.sentences.match(text, spans, correction.words), text)
            if found is None or not (correction.sure or found.match.template.spec.suggest):
                continue
            if not found.match.span and rests_on(found.match, correction.words.values()):
                continue
            if best is None or found.match.rank > best.match.rank:
                best = Reading(found.match, tuple(correction.words.values()))
        return best

    def heard(self, text: str, find: Callable[[str], Sequence[Span]]) -> Reading | None:
        """What it is when it was spoken, and some of its words were heard for others."""
        if self._opposed(text):
            return None
        for reading in self._hearing.readings(text):
            found = self._allowed(self.sentences.match(reading, find(reading)), reading)
            if found is not None and found.match.template.spec.suggest:
                return Reading(found.match, tuple(reading.split()))
        return None

    def near(self, text: str) -> list[tuple[str, float]]:
        """The intents whose sentences look most alike, and how much (0 to 1)."""
        return self._suggestions.near(Folded.of(text).text)

    def offers(
        self, near: Sequence[tuple[str, float]], text: str, spans: Sequence[Span]
    ) -> tuple[str, ...]:
        """Those of them that may be offered as buttons to somebody who was not understood."""
        # What matches and was not understood was refused.
        opposed = self._opposed(text) or self.sentences.match(text, spans) is not None
        names = (name for name, likeness in near if likeness >= LEAST)
        return tuple(name for name in names if may_offer(self._specs[name], opposed))[:MOST]

    def samples(
        self, per_template: int, seed: int = 0, *, timeless: bool = False
    ) -> list[tuple[str, str]]:
        """Intent and sentence, drawn at random, the same for each seed; `timeless` ones mean it
        without a time or a number in them."""
        random = Random(seed)  # noqa: S311 - samples, not secrets
        return [
            (one.spec.name, sample(one.expression, one.scope, random))
            for one in self.sentences.templates
            if not (timeless and one.needs)
            for _ in range(per_template)
        ]

    def _allowed(self, match: Match | None, text: str) -> Reading | None:
        if match is None or refuses(match, text, self.sentences.phrases):
            return None
        return Reading(match)

    def _opposed(self, text: str) -> bool:
        folded = Folded.of(text).text
        start, _ = self.sentences.phrases.core(folded)
        return opposes(folded[start:], self.sentences.phrases)

    @cached_property
    def _drawn(self) -> list[tuple[str, str]]:
        known: list[tuple[str, str]] | None = self._kept.read("drawn", list[tuple[str, str]])
        if known is None:
            known = self._draw()
            self._kept.write("drawn", known)
        return known

    def _draw(self) -> list[tuple[str, str]]:
        most = MOST_SAMPLES // max(len(self.sentences.templates), 1)
        drawn = self.samples(min(SAMPLES_PER_TEMPLATE, max(most, 1)))
        return [
            (intent, " ".join(word for word in said.split() if not word.startswith("{")))
            for intent, said in drawn
        ]

    @cached_property
    def _repair(self) -> Repair:
        drawn = {word for _, said in self._drawn for word in said.split()}
        return Repair(drawn | self.sentences.vocabulary)

    @cached_property
    def _hearing(self) -> Hearing:
        return Hearing(Sounds.read(self.folder), self._repair.known)

    @cached_property
    def _suggestions(self) -> Suggestions:
        return Suggestions(self._drawn)
