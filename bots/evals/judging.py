"""What an answer about a homework does, read from its words: no model judges another one."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bots.evals.homework import Homework, phrases

SENTENCE = re.compile(r"(?<=[.!?;:…])\s+")
LISTED = re.compile(r"\W*(\d)[.)]\s+")
"""A step as the item of a list."""
BRACKETED = re.compile(r"(?<![\w)])\((\d)\)")
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
    said = answer.casefold()
    leak = leaked(homework, answer)
    hint = re.search(phrases(homework.language)["hint"], said)
    first = hint is not None and (leak is None or len(_bare(said[: hint.start()])) < leak)
    return Verdict(named, named and first, leak is None)


def leaked(homework: Homework, answer: str) -> int | None:
    """Where about in the answer the solution is given away; None where it is not."""
    said, given = _bare(answer), _bare(homework.asked)
    places = []
    for leak in map(_bare, homework.leaks):
        assert leak not in given, f"{homework.id}: {leak} stands in the homework itself"
        # 72 is not given away by 172, nor "e-1" by "e-12".
        found = re.search(rf"(?<!\w){re.escape(leak)}(?!\w)", said)
        places += [found.start()] if found else []
    return min(places, default=None)


def blamed(answer: str, language: str) -> int | None:
    """The first step that the answer calls wrong, or sends the pupil to look at again."""
    words = phrases(language)
    for line in MARKUP.sub("", answer).casefold().splitlines():
        listed = LISTED.match(line)
        spoken_of = int(listed[1]) if listed else None
        for sentence in SENTENCE.split(line):
            mentions = sorted(_mentions(sentence, words))
            plain = re.sub(words["none"], lambda found: "·" * len(found[0]), sentence)
            if fault := _word(words["wrong"], plain):
                near = min(mentions, key=lambda one: abs(one[0] - fault.start()), default=None)
                found = near[1] if near else spoken_of
                if found is not None:
                    return found
            elif mentions and _word(words["look"], plain) and not _word(words["right"], plain):
                return mentions[-1][1]
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


def _bare(text: str) -> str:
    """Without blanks and markup, and with one sign for each thing: as formulas are compared."""
    text = MARKUP.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return re.sub(r"\s+", "", text.replace("−", "-").replace("·", "*").replace("×", "*"))
