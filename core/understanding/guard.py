"""Keeps what changes something from acting on a question or on the opposite of a wish."""

from collections.abc import Iterable

from core.skill.declare import IntentSpec
from core.understanding.phrases import Phrases
from core.understanding.sentences import Match


def refuses(match: Match, text: str, phrases: Phrases) -> bool:
    """Whether a wish to change something is denied or only asked about in its free words.

    What a template says itself ("don't let me forget {text}") is meant as it stands.
    """
    if match.template.spec.effect == "read" or not (opening := match.opening):
        return False
    if match.leads and opposes(opening, phrases):
        return True
    if phrases.denial.match(opening):
        return True
    elsewhere = phrases.elsewhere.get(match.template.spec.skill)
    if elsewhere and elsewhere.search(f" {opening}"):
        return True
    asked = text.rstrip().endswith("?") and ":" not in text
    return asked and phrases.asking.match(opening) is not None


def opposes(folded: str, phrases: Phrases) -> bool:
    """Whether a folded sentence begins as a denial or as a question whether something is so."""
    return bool(phrases.negation.match(folded) or phrases.question.match(folded))


def rests_on(match: Match, repaired: Iterable[str]) -> bool:
    """Whether nothing but repaired words and free ones is in a sentence: a guess at both."""
    text, (start, end) = match.folded.text, match.window
    own: list[str] = []
    for (_, value), place in zip(match.template.pattern.captures, match.groups, strict=True):
        if value is None and place[0] >= 0:
            own += text[start : place[0]].split()
            start = place[1]
    own += text[start:end].split()
    return bool(match.free) and set(own) <= set(repaired)


def may_offer(spec: IntentSpec, opposed: bool) -> bool:
    """Whether an intent may be a button for somebody who was not understood."""
    return spec.suggest and not (opposed and spec.effect != "read")
