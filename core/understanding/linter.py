"""What is wrong with the sentences of the locales: found by a test, never by a person."""

import re
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from core.skill.declare import IntentSpec
from core.understanding.followups import SKILL as FOLLOWUPS
from core.understanding.language import Language
from core.understanding.pattern import TemplateError
from core.understanding.phrases import read_yaml
from core.understanding.samples import sample
from core.understanding.templates import Template

DRAWN_PER_TEMPLATE = 40
LONGEST_REGEX = 60_000
MOST_FREE_TEXTS = 2
"""In one template: each one more costs a hostile sentence a further square."""
SOME_WORDS = "lorem ipsum"

_FREE_TEXT = re.compile(r"\{\w+\}")


def faults(
    languages: Mapping[str, Language], specs: Sequence[IntentSpec], fewest: int
) -> list[str]:
    """Plain sentences, one for each fault; every template of every language is compiled."""
    found: list[str] = []
    for code, language in languages.items():
        found += language.sentences.book.faults
        found += _unknown_files(language, specs)
        found += _silent(code, language, specs)
        broken = [f"{code}: {fault}" for fault in _of_templates(language)]
        found += broken or (
            f"{code}: {fault}" for fault in (*_few(language, fewest), *_astray(language))
        )
    return found


def _silent(code: str, language: Language, specs: Sequence[IntentSpec]) -> Iterable[str]:
    spoken = {template.spec.name for template in language.sentences.templates}
    return (f"{code}: nothing means {spec.name}" for spec in specs if spec.name not in spoken)


def _few(language: Language, fewest: int) -> Iterable[str]:
    """Intents that can be said in too few ways: brackets and small words make no other way."""
    small = language.sentences.phrases.function_words
    ways: dict[str, set[frozenset[str]]] = {}
    for template in language.sentences.templates:
        random = Random(0)  # noqa: S311  # samples, not secrets
        for _ in range(DRAWN_PER_TEMPLATE):
            said = sample(template.expression, template.scope, random, bare=True)
            content = frozenset(_FREE_TEXT.sub("", said).split()) - small
            ways.setdefault(template.spec.name, set()).add(content)
    for name, found in ways.items():
        if len(found) < fewest:
            yield f"{name} can be said in {len(found)} ways only, {fewest} are wanted"


def _of_templates(language: Language) -> Iterable[str]:
    for template in language.sentences.templates:
        where = f"{template.spec.name}: {template.text!r}"
        try:
            pattern = template.pattern
        except TemplateError as error:
            yield f"{where}: {error}"
            continue
        if len(pattern.regex.pattern) > LONGEST_REGEX:
            yield f"{where}: too many ways to say it, split it"
        if pattern.regex.match(" "):
            yield f"{where}: matches nothing at all"
        yield from (f"{where}: {fault}" for fault in _of_slots(template))


def _of_slots(template: Template) -> Iterable[str]:
    captured = dict.fromkeys(slot for slot, _ in template.pattern.captures)
    for name in dict.fromkeys((*captured, *template.slots)):
        slot = template.spec.slot(name)
        if slot is None or not slot.is_text:
            yield f"no text parameter takes {{{name}}}"
    free = {slot for slot, value in template.pattern.captures if value is None}
    if len(free) > MOST_FREE_TEXTS:
        yield f"more than {MOST_FREE_TEXTS} free texts"


def _astray(language: Language) -> Iterable[str]:
    """Sentences that two intents have, or that are taken for another intent than their own."""
    seen: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for intent, said in language.samples(DRAWN_PER_TEMPLATE, timeless=True):
        first = seen.setdefault(said, intent)
        reading = language.exact(_FREE_TEXT.sub(SOME_WORDS, said), ())
        taken = reading.match.template.spec.name if reading else "nothing"
        other, fault = (first, "is also in") if first != intent else (taken, "is taken for")
        if other != intent and (intent, other) not in told:
            told.add((intent, other))
            yield f"{said!r} of {intent} {fault} {other}"


def _unknown_files(language: Language, specs: Sequence[IntentSpec]) -> Iterable[str]:
    skills = {spec.skill for spec in specs} | {FOLLOWUPS}
    for path in sorted(language.folder.glob("*.yaml")):
        data = read_yaml(path)
        if path.stem not in skills and isinstance(data, dict) and "intents" in data:
            yield f"{path.parent.name}/{path.name}: there is no skill {path.stem}"
