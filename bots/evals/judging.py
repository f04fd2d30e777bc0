"""What an answer about a homework does, read from its words: no model judges another one."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bots.evals.homework import Homework, phrases

SENTENCE = r"(?<=[!?;…])\s+|(?<=\.)(?<!\d\.)\s+|(?<=\d\.)\s+(?!(?:{step})\b)"
"""Where one ends: not in a German "4. Schritt"."""
LISTED = re.compile(r"\W*(\d)[.)]\s+")
"""A step as the item of a list."""
BRACKETED = re.compile(r"(?<![\w)])\((\d)\)")
NEAR = 24
"""Characters between "look" and the step that is to be looked at."""
MARKUP = re.compile(r"[*_`#$\\]")
"""Of bold letters, code and formulas."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a first answer is to do: find the step, hint at the mistake, keep the solution back."""

    named: bool
    """The first wrong step and no other; none where all are right."""
    hinted: bool
    """That it did, and gave a hint before anything that gives the solution away."""
    kept: bool


def judged(homework: Homework, answer: str) -> Verdict:
    """The verdict on an answer."""
    named = blamed(answer, homework.language) == (homework.wrong or None)
    if not homework.wrong:
        return Verdict(named, hinted=True, kept=True)
    said = _clean(answer)
    leaks = [found.start() for one in homework.leaks if (found := gives_away(one, said))]
    hint = re.search(phrases(homework.language)["hint"], said)
    first = hint is not None and hint.start() < min(leaks, default=len(said))
    return Verdict(named, named and first, not leaks)


def gives_away(leak: str, text: str) -> re.Match[str] | None:
    """Where the text says it, however it sets blanks and signs; "72" is not said by "172"."""
    tokens = re.findall(r"\w+|[^\w\s]", _clean(leak))
    pattern = re.escape(tokens[0])
    for before, token in pairwise(tokens):
        pattern += (r"\s+" if before.isalpha() and token.isalpha() else r"\s*") + re.escape(token)
    return re.search(rf"(?<!\w){pattern}(?!\w)", _clean(text))


def blamed(answer: str, language: str) -> int | None:
    """The first step that the answer calls wrong, or sends the pupil to look at again."""
    words = phrases(language)
    for line in _clean(answer).splitlines():
        listed = LISTED.match(line)
        spoken_of = int(listed[1]) if listed else None
        for sentence in re.split(SENTENCE.format(step=words["step"]), line):
            mentions = sorted(_mentions(sentence, words))
            plain = re.sub(words["none"], lambda found: "·" * len(found[0]), sentence)
            if fault := _word(words["wrong"], plain):
                near = min(mentions, key=lambda one: abs(one[0] - fault.start()), default=None)
                found = near[1] if near else spoken_of
                if found is not None:
                    return found
            elif (look := _word(words["look"], plain)) and not _word(words["right"], plain):
                close = [which for at, which in mentions if 0 <= at - look.end() <= NEAR]
                if close:
                    return close[0]
            if mentions:
                spoken_of = mentions[-1][1]
    return None


def _mentions(sentence: str, words: dict[str, str | list[str]]) -> Iterator[tuple[int, int]]:
    """Steps that a sentence speaks of: where, and which."""
    step, joined = f"(?:{words['step']})", f"(?:{words['and']})"
    several = rf"\b{step}\s+(\d(?!\d)(?:\s*{joined}\s*{step}?\s*\d(?![\d.,]\d))*)"
    for found in re.finditer(several, sentence):
        for digit in re.finditer(r"\d", found[1]):
            yield found.start(1) + digit.start(), int(digit[0])
    for found in re.finditer(rf"\b(\d)(?:\.|-?\w{{1,3}}|\.?[ºª])?\s+{step}\b", sentence):
        yield found.start(), int(found[1])
    for number, ordinal in enumerate(words["ordinals"], 1):
        for found in re.finditer(rf"\b(?:{ordinal})\s+{step}\b", sentence):
            yield found.start(), number
    for found in BRACKETED.finditer(sentence):
        yield found.start(), int(found[1])


def _word(pattern: str | list[str], text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text)


def _clean(text: str) -> str:
    """Small letters without markup, and with one sign for each thing."""
    text = MARKUP.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return text.replace("−", "-").replace("·", "*").replace("×", "*")  # as they come
