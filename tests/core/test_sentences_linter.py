"""The linter of the sentences: silent about good ones, and a plain sentence for each fault."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from core.model import Span
from core.skill.declare import IntentSpec, SlotType
from core.understanding import Understanding

SENTENCES = Path(__file__).parent / "sentences"


class NoTimes:
    """A grammar that finds nothing: the linter asks for no times."""

    def find(self, text: str, now: datetime) -> Sequence[Span]:
        return ()


async def _nothing(_context: object) -> None:
    """Stands where a skill's function would."""


def spec(name: str, *texts: str) -> IntentSpec:
    slots = tuple(SlotType(text, (str,), required=False) for text in texts)
    return IntentSpec(name, slots, "read", _nothing)


def test_linter_is_silent_about_good_sentences() -> None:
    specs = [
        spec("notes.save", "text"),
        spec("notes.find", "text"),
        spec("notes.delete", "text"),
        spec("reminders.create", "text"),
        spec("reminders.list"),
        spec("reminders.delete", "text"),
        spec("language.switch", "language"),
    ]

    assert Understanding(SENTENCES, specs, ("en", "de", "ru"), lambda _: NoTimes()).faults(1) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("intents: {x.say: {data: [{sentences: ['say (it']}]}}", "Unable to find end"),
        ("intents: {x.say: {data: [{sentences: ['say {other}']}]}}", "no text parameter takes"),
        ("intents: {x.say: {data: [{sentences: ['say {text} {text}']}]}}", "side by side"),
        ("intents: {x.say: {data: [{sentences: ['say <it>']}]}}", "there is no rule <it>"),
        ("intents: {x.say: {data: [{sentences: ['[say]']}]}}", "matches nothing at all"),
        ("intents: {x.no: {data: [{sentences: ['say']}]}}", "there is no intent x.no"),
        ("intents: {x.say: {data: [{sentences: ['a'], requires_context: {}}]}}", "do not know"),
        ("intents: {x.say: {data: [{sentences: ['say {1..3:n}']}]}}", "no ranges"),
        ("{intents: {x.say: {data: [{sentences: ['a']}]}}, lists: {l: {range: {}}}}", "a list is"),
        ("intents: {x.say: {data: [{sentences: ['say'], needs: [when]}]}}", "no time or number"),
        ("intents: {}", "nothing means x.say"),
        ("{intents: {x.say: {data: [{sentences: ['<a>']}]}}, expansion_rules: {a: 'b <a>'}}",
         "contains itself"),
        (("intents: {x.say: {data: [{sentences: ['(say|tell) it']}]}, "
          "x.tell: {data: [{sentences: ['tell [me] it']}]}}"),
         "'tell it' of x.tell is also in x.say"),
        (("intents: {x.say: {data: [{sentences: ['it is {text} here']}]},"
          " x.tell: {data: [{sentences: ['it is {name} here']}]}}"),
         "is taken for"),
    ],
)  # fmt: skip
def test_linter_finds(tmp_path: Path, body: str, fault: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "x.yaml").write_text(body)
    specs = [spec("x.say", "text"), spec("x.tell", "name")]

    faults = Understanding(tmp_path, specs, ("en",), lambda _: NoTimes()).faults(1)

    assert [one for one in faults if fault in one], faults


def test_linter_finds_sentences_of_no_skill(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "y.yaml").write_text("intents: {y.say: {data: []}}")

    faults = Understanding(tmp_path, [], ("en",), lambda _: NoTimes()).faults(1)

    assert faults == ["en/y.yaml: there is no skill y"]


def test_linter_finds_what_can_be_said_in_few_ways_only(tmp_path: Path) -> None:
    """Brackets and small words make no other way; another verb does."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "x.yaml").write_text(
        "intents: {x.say: {data: [{sentences: ['(say|tell) [me] [now] it', 'tell it [again]']}]}}"
    )
    understanding = Understanding(tmp_path, [spec("x.say")], ("en",), lambda _: NoTimes())

    assert understanding.faults(2) == []
    assert understanding.faults(3) == ["en: x.say can be said in 2 ways only, 3 are wanted"]
