"""Words to an intent: times and numbers first, then the skills' sentences, in four languages."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from core.model import Intent, Span
from core.skill.declare import IntentSpec
from core.understanding.folding import fold
from core.understanding.followups import MOST_WORDS
from core.understanding.followups import SPECS as FOLLOWUPS
from core.understanding.phrases import Phrases
from core.understanding.scrub import scrubbed

if TYPE_CHECKING:
    from core.understanding.clauses import Several
    from core.understanding.language import Language, Reading
    from core.understanding.sentences import Sentences

LANGUAGES = ("en", "es", "de", "ru")
MOST_CHARACTERS = 2_000
"""Of a sentence; a longer text is no wish of anybody's and is not matched."""
REPAIRED = 0.8
"""Confidence where mistyped words were put right."""
FEWEST_WAYS = 12
"""To say an intent, that differ in their content words."""
ENOUGH_TO_GUESS = 500
"""Characters that tell the language."""
ENOUGH_TO_SWITCH = 4
"""Votes for another language than the person's: two for each small word and each letter."""

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-zA-Z\u00c0-\u024f]")


class Times(Protocol):
    """The grammar of times of one language."""

    def find(self, text: str, now: datetime) -> Sequence[Span]:
        """What stands in the text, in its order; `now` is naive local wall time."""


class Score(NamedTuple):
    """Why a template was taken: the characters of its own, of spans and of free text."""

    template: str
    literal: int
    span: int
    free: int
    repaired: tuple[str, ...] = ()
    """The words that were read for mistyped ones."""


class Understood(NamedTuple):
    """What a text means; without an intent it was not understood."""

    intent: Intent | None
    spans: tuple[Span, ...]
    """Offsets are those of the text in NFC."""
    language: str
    """The language it was understood in, else the likeliest."""
    suggestions: tuple[str, ...] = ()
    """At most two intents that come near, never one that destroys."""
    score: Score | None = None
    near: tuple[tuple[str, float], ...] = ()
    """Where nothing matched: the nearest intents, offered or not, and their likeness."""


class _PerLanguage(dict[str, tuple[Span, ...]]):
    """The spans of one text, found once in each language that asks."""

    def __init__(self, find: Callable[[str], tuple[Span, ...]]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, code: str) -> tuple[Span, ...]:
        found = self[code] = self._find(code)
        return found


class Understanding:
    """The sentences of all skills; a language is read when it is first spoken."""

    def __init__(
        self,
        locales: Path,
        specs: Sequence[IntentSpec],
        languages: Sequence[str] = LANGUAGES,
        times: Callable[[str], Times] | None = None,
        cache: Path | None = None,
    ) -> None:
        """`locales` has a folder per language; `times` makes a language's grammar of times; what
        reading the sentences has come to is kept in `cache` for the next start."""
        self._cache = cache
        self._locales = locales
        self._specs = tuple(specs)
        self._codes = tuple(languages)
        self._make_times = times or self._read_times
        self._times: dict[str, Times] = {}
        self._languages: dict[str, Language] = {}
        self._phrases: dict[str, Phrases] = {}
        self._followups: dict[str, Sentences] = {}

    def understand(
        self, text: str, language: str, now: datetime, *, heard: bool = False
    ) -> Understood:
        """What the person wants; `now` is naive, their local wall time. `heard`: the words were
        spoken, and may have been taken for others."""
        language = language if language in self._codes else self._codes[0]
        if len(text) > MOST_CHARACTERS:
            return Understood(None, (), language)
        text = unicodedata.normalize("NFC", text)
        spans = _PerLanguage(lambda code: self.spans(text, code, now))
        if reading := self.language(language).exact(text, spans[language]):
            return _understood(reading, language, spans[language], 1.0)
        guess = self.guess_language(text, language)
        for other in self._others(text, language, guess):
            if reading := self.language(other).exact(text, spans[other]):
                return _understood(reading, other, spans[other], 1.0)
        if heard and (reading := self._heard(text, guess, now)):
            return _understood(reading, guess, spans[guess], REPAIRED)
        for one in dict.fromkeys((language, guess)):
            if reading := self.language(one).repaired(text, spans[one]):
                return _understood(reading, one, spans[one], REPAIRED)
        likeliest = self.language(guess)
        near = likeliest.near(text)
        offers = likeliest.offers(near, text, spans[guess])
        return Understood(None, spans[guess], guess, offers, near=tuple(near[:5]))

    def followup(self, text: str, language: str, now: datetime) -> Intent | None:
        """What a sentence means that goes on from an earlier one; see `followups`."""
        language = language if language in self._codes else self._codes[0]
        text = unicodedata.normalize("NFC", text)
        folded = " ".join(fold(text[:ENOUGH_TO_GUESS]).split())
        phrases = self._phrases_of(language)
        if folded.count(" ") >= MOST_WORDS or not phrases.follows.search(f"{folded} "):
            return None
        if language not in self._followups:
            # Imported here: a process that never understands a sentence does without hassil.
            from core.understanding.sentences import Sentences

            self._followups[language] = Sentences(self._locales / language, FOLLOWUPS)
        match = self._followups[language].match(text, self.spans(text, language, now))
        return match.intent(1.0) if match else None

    def several(self, text: str, whole: Understood, now: datetime) -> "Several | None":
        """The wishes in a text, where it is more than the one that it was understood as."""
        text = unicodedata.normalize("NFC", text)
        if not self._phrases_of(whole.language).may_join(text):
            return None
        from core.understanding.clauses import several

        code = whole.language

        def find(text: str, at: datetime | None = None) -> tuple[Span, ...]:
            return self.spans(text, code, at or now)

        return several(text, self.language(code), find, whole.score)

    def small_words(self, language: str) -> frozenset[str]:
        """The words of a language that are in every sentence, folded."""
        return self._phrases_of(language).function_words

    def points(self, text: str, language: str) -> bool:
        """Whether it only points at what was said before: "it", "this"."""
        return " ".join(fold(text).split()) in self._phrases_of(language).pointers

    def has_content(self, text: str, language: str) -> bool:
        """Whether more is said than small words: "and you?" is about nothing."""
        return not set(fold(text).split()) <= self.small_words(language)

    def spans(self, text: str, language: str, now: datetime) -> tuple[Span, ...]:
        """The times, durations, periods, recurrences and numbers in a text."""
        if len(text) > MOST_CHARACTERS:
            return ()
        if language not in self._times:
            self._times[language] = self._make_times(language)
        return tuple(self._times[language].find(text, now))

    def guess_language(self, text: str, default: str) -> str:
        """The language by script and small words; `default` where they do not tell."""
        text = text[:ENOUGH_TO_GUESS]
        cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
        if cyrillic > latin and "ru" in self._codes:
            return "ru"
        lower = text.lower()
        said = set(fold(text).split())
        votes: dict[str, int] = {}
        for code in self._codes:
            phrases = self._phrases_of(code)
            letters = sum(letter in lower for letter in phrases.letters)
            votes[code] = 2 * (len(said & phrases.function_words) + letters)
        if default in votes:
            votes[default] += 1
        best = max(votes, key=lambda code: votes[code])
        tied = sum(count == votes[best] for count in votes.values()) > 1
        # One small word that two languages share is no change of language.
        enough = 2 if default not in votes else ENOUGH_TO_SWITCH
        return default if tied or votes[best] < enough else best

    def scrubbed(self, text: str, language: str, name: str | None) -> str:
        """A sentence (of that language, by a person of that name) without what could tell who
        said it."""
        sentences = self.language(language).sentences
        return scrubbed(text, sentences.vocabulary | sentences.phrases.function_words, name)

    def asks(self, text: str, language: str) -> bool:
        """Whether it is a question: by its mark, or by the word that it begins with."""
        if text.rstrip().endswith("?"):
            return True
        phrases = self._phrases_of(language)
        opening = fold(text[:ENOUGH_TO_GUESS])
        return bool(phrases.asking.match(opening) or phrases.question.match(opening))

    def language(self, code: str) -> "Language":
        """One language's sentences, read when they are first needed."""
        if code not in self._languages:
            # Imported here: a process that never understands a sentence does without hassil.
            from core.understanding.language import Language

            self._languages[code] = Language.read(self._locales / code, self._specs, self._cache)
        return self._languages[code]

    def faults(self, fewest: int = FEWEST_WAYS) -> list[str]:
        """Everything that is wrong with the locales' sentences, for the linter; `fewest` ways to
        say each intent are wanted."""
        from core.understanding.linter import faults

        return faults({code: self.language(code) for code in self._codes}, self._specs, fewest)

    def _phrases_of(self, code: str) -> Phrases:
        phrases = self._phrases.get(code)
        if phrases is None:
            phrases = self._phrases[code] = Phrases.read(self._locales / code)
        return phrases

    def _heard(self, text: str, language: str, now: datetime) -> "Reading | None":
        return self.language(language).heard(text, lambda one: self.spans(one, language, now))

    def _others(self, text: str, language: str, guess: str) -> Iterable[str]:
        """The other languages the text may be in, the likeliest first."""
        script = bool(_CYRILLIC.search(text))
        for code in dict.fromkeys((guess, *self._codes)):
            if code != language and (code == "ru") == script:
                yield code

    def _read_times(self, language: str) -> Times:
        from core.understanding.times import Times

        return Times.load(self._locales / language / "times.yaml")


def _understood(
    reading: "Reading", language: str, spans: tuple[Span, ...], confidence: float
) -> Understood:
    match = reading.match
    return Understood(
        match.intent(confidence),
        spans,
        language,
        score=Score(match.template.text, match.literal, match.span, match.free, reading.repaired),
    )
