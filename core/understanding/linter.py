"""What is wrong with the sentences of the locales: found by a test, never by a person."""

from collections.abc import Iterable, Mapping, Sequence

from core.skill.declare import IntentSpec
from core.understanding.language import Language
from core.understanding.pattern import TemplateError
from core.understanding.templates import Template

DRAWN_PER_TEMPLATE = 40
LONGEST_REGEX = 60_000
MOST_FREE_TEXTS = 2
"""In one template: each one more costs a hostile sentence a further square."""


def faults(languages: Mapping[str, Language], specs: Sequence[IntentSpec]) -> list[str]:
    """Plain sentences, one for each fault; every template of every language is compiled."""
    found: list[str] = []
    for code, language in languages.items():
        found += language.sentences.book.faults
        found += _silent(code, language, specs)
        broken = [f"{code}: {fault}" for fault in _of_templates(language)]
        found += broken or (f"{code}: {fault}" for fault in _doubles(language))
    return found


def _silent(code: str, language: Language, specs: Sequence[IntentSpec]) -> Iterable[str]:
    spoken = {template.spec.name for template in language.sentences.templates}
    return (f"{code}: nothing means {spec.name}" for spec in specs if spec.name not in spoken)


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


def _doubles(language: Language) -> Iterable[str]:
    seen: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for intent, said in language.samples(DRAWN_PER_TEMPLATE):
        other = seen.setdefault(said, intent)
        if other != intent and (other, intent) not in told:
            told.add((other, intent))
            yield f"{said!r} is in {other} and in {intent}"
