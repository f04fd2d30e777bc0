"""Sentences to intents: what is taken, what is cut out of it, and what is not acted on."""

import re
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from core.model import Duration, Moment, Number, Recurrence, Span, Value
from core.skill.declare import IntentSpec, SlotType
from core.understanding import Understanding, Understood

SENTENCES = Path(__file__).parent / "sentences"
NOW = datetime(2026, 11, 18, 10)
NINE = Moment(datetime(2026, 11, 19, 9))
FRIDAY = Moment(datetime(2026, 11, 20), clocked=False)
WEEKLY = Recurrence("week", weekdays=(0,))

SAID: dict[str, Value] = {
    r"tomorrow at nine|morgen um neun|завтра в девять": NINE,
    r"(on )?Friday": FRIDAY,
    r"every Monday|jeden Montag": WEEKLY,
    r"\b(three|drei|3)\b": Number(3),
    r"for an hour": Duration(3600),
}


class ScriptedTimes:
    """A grammar of times that knows a handful of phrases."""

    def find(self, text: str, now: datetime) -> Sequence[Span]:
        """The phrases of SAID, where they stand."""
        found = [
            Span(*place.span(), value)
            for said, value in SAID.items()
            for place in re.finditer(said, text)
        ]
        return sorted(found, key=lambda span: span.start)


class ApartTimes:
    """Finds a day and a clock time that stand apart: two spans of one value."""

    def find(self, text: str, now: datetime) -> Sequence[Span]:
        """Tomorrow, and at nine."""
        places = re.finditer("tomorrow|at nine", text)
        return [Span(*place.span(), NINE) for place in places]


async def _nothing(_context: object) -> None:
    """Stands where a skill's function would."""


def spec(name: str, *slots: SlotType, effect: str = "read", suggest: bool = True) -> IntentSpec:
    """An intent as a skill would declare it."""
    return IntentSpec(name, slots, effect, _nothing, suggest)  # type: ignore[arg-type]


TEXT = SlotType("text", (str,), True)
PERHAPS_TEXT = SlotType("text", (str,), False)
WHEN = SlotType("when", (Moment, Recurrence), True)
SPECS = (
    spec("notes.save", TEXT, effect="write"),
    spec("notes.find", TEXT),
    spec("notes.delete", PERHAPS_TEXT, effect="write", suggest=False),
    spec("reminders.create", TEXT, WHEN, effect="write"),
    spec("reminders.list"),
    spec("reminders.delete", PERHAPS_TEXT, SlotType("which", (Number,), False), effect="write"),
    spec("language.switch", SlotType("language", (str,), True), effect="write"),
)


def fresh(folder: Path = SENTENCES, specs: Sequence[IntentSpec] = SPECS) -> Understanding:
    """Nothing read yet."""
    return Understanding(folder, specs, ("en", "de", "ru"), lambda _: ScriptedTimes())


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    """Shared: reading is slow, understanding leaves no trace."""
    return fresh()


def slots(found: Understood) -> dict[str, object]:
    """What was understood, or nothing."""
    return dict(found.intent.slots) if found.intent else {}


@pytest.mark.parametrize(
    ("language", "said", "intent", "filled"),
    [
        ("en", "remind me tomorrow at nine to revise chapter three", "reminders.create",
         {"text": "revise chapter three", "when": NINE}),
        ("de", "erinnere mich morgen um neun daran, Kapitel drei zu wiederholen",
         "reminders.create", {"text": "Kapitel drei zu wiederholen", "when": NINE}),
        ("ru", "Напомни завтра в девять повторить третью главу", "reminders.create",
         {"text": "повторить третью главу", "when": NINE}),
        ("en", "Remind me every Monday to water the plants!", "reminders.create",
         {"text": "water the plants", "when": WEEKLY}),
        ("en", "tomorrow at nine remind me of the exam", "reminders.create",
         {"text": "the exam", "when": NINE}),
        ("en", "remind me of the exam, tomorrow at nine, in room 5", "reminders.create",
         {"text": "the exam in room 5", "when": NINE}),
        ("en", "remind me tomorrow at nine", "reminders.create", {"when": NINE}),
        ("en", "Remind me to call Zoë O’Neil", "reminders.create", {"text": "call Zoë O’Neil"}),
        ("en", "note that the exam is on Friday", "notes.save",
         {"text": "the exam is on Friday"}),
        ("en", "Note: buy milk (2 l), eggs & C++ books.", "notes.save",
         {"text": "buy milk (2 l), eggs & C++ books"}),
        ("en", "note “Carpe diem”", "notes.save", {"text": "Carpe diem"}),
        ("en", "REMEMBER  that\n Anna's number is 12", "notes.save",
         {"text": "Anna's number is 12"}),
        ("en", "take a note", "notes.save", {}),
        ("en", "Show me the notes about photosynthesis?", "notes.find",
         {"text": "photosynthesis"}),
        ("en", "hey, could you please show me my note on cells, thanks", "notes.find",
         {"text": "cells"}),
        ("en", "kindly delete the note about cells", "notes.delete", {"text": "cells"}),
        ("en", "delete reminder 3", "reminders.delete", {"which": Number(3)}),
        ("en", "delete the reminder about chapter three", "reminders.delete",
         {"text": "chapter three"}),
        ("en", "what's today coming up", "reminders.list", {}),
        ("en", "let’s switch to Castilian Spanish from now on", "language.switch",
         {"language": "es"}),
        ("en", "speak Russian", "language.switch", {"language": "russian"}),
        ("de", "mach ne Notiz uber Zellen", "notes.save", {"text": "Zellen"}),
        ("de", "SCHREIBE MIR „Größe prüfen“ AUF", "notes.save", {"text": "Größe prüfen"}),
        ("ru", "напомни еще раз про экзамен", "reminders.create", {"text": "экзамен"}),
        ("ru", "говори по-немецки", "language.switch", {"language": "de"}),
        ("ru", "говори со мной по немецки, пожалуйста", "language.switch", {"language": "de"}),
    ],
)  # fmt: skip
def test_intent_and_slots(
    understanding: Understanding, language: str, said: str, intent: str, filled: dict[str, object]
) -> None:
    found = understanding.understand(said, language, NOW)

    assert found.intent is not None, found.near
    assert found.intent.name == intent
    assert slots(found) == filled
    assert found.language == language
    assert found.intent.confidence == 1.0


def test_of_two_times_the_longer_is_the_wish_and_the_other_stays(
    understanding: Understanding,
) -> None:
    found = understanding.understand(
        "remind me to prepare for the exam on Friday tomorrow at nine", "en", NOW
    )

    assert slots(found) == {"text": "prepare for the exam on Friday", "when": NINE}


def test_a_day_and_a_clock_time_said_apart_are_taken_out_together() -> None:
    understanding = Understanding(SENTENCES, SPECS, ("en",), lambda _: ApartTimes())

    found = understanding.understand("remind me tomorrow to revise at nine", "en", NOW)

    assert slots(found) == {"text": "revise", "when": NINE}


def test_a_span_of_no_wanted_type_stays_in_the_words(understanding: Understanding) -> None:
    found = understanding.understand("remind me to rest for an hour", "en", NOW)

    assert slots(found) == {"text": "rest for an hour"}
    assert [span.value for span in found.spans] == [Duration(3600)]


def test_decomposed_accents_are_the_same_words(understanding: Understanding) -> None:
    found = understanding.understand("lo\u0308sche die Notiz u\u0308ber A\u0308pfel", "de", NOW)

    assert slots(found) == {"text": "Äpfel"}


def test_plain_says_whether_there_were_free_words(understanding: Understanding) -> None:
    plain = understanding.understand("show my reminders", "en", NOW).intent
    free = understanding.understand("note milk", "en", NOW).intent

    assert plain is not None
    assert plain.plain
    assert free is not None
    assert not free.plain


def test_score_explains_the_choice(understanding: Understanding) -> None:
    score = understanding.understand("remind me tomorrow at nine to rest", "en", NOW).score

    assert score is not None
    assert score.template == "remind me [(to|of|about|that)] {text}"
    assert (score.literal, score.span, score.free) == (13, 16, 4)


@pytest.mark.parametrize(
    ("person", "said", "language", "intent"),
    [
        ("en", "erinnere mich an die Prüfung", "de", "reminders.create"),
        ("de", "show me my notes about cells", "en", "notes.find"),
        ("en", "покажи мои напоминания", "ru", "reminders.list"),
        ("ru", "lösche die Notiz", "de", "notes.delete"),
        ("xx", "show my reminders", "en", "reminders.list"),
    ],
)
def test_another_language_is_understood_and_said(
    person: str, said: str, language: str, intent: str
) -> None:
    found = fresh().understand(said, person, NOW)

    assert found.intent is not None
    assert (found.language, found.intent.name) == (language, intent)


@pytest.mark.parametrize(
    ("language", "said", "intent", "filled", "words"),
    [
        ("en", "remnid me to buy mlik", "reminders.create", {"text": "buy mlik"}, "remind"),
        ("en", "show me my remidners", "reminders.list", {}, "reminders"),
        ("de", "loesche die Notiz über Zellen", "notes.delete", {"text": "Zellen"}, "losche"),
        ("ru", "покажы мои напомнания", "reminders.list", {}, "покажи"),
        ("en", "remnd me tomorrow at nine to rest", "reminders.create",
         {"text": "rest", "when": NINE}, "remind"),
    ],
)  # fmt: skip
def test_typing_mistakes(
    understanding: Understanding,
    language: str,
    said: str,
    intent: str,
    filled: dict[str, object],
    words: str,
) -> None:
    found = understanding.understand(said, language, NOW)

    assert found.intent is not None
    assert (found.intent.name, slots(found)) == (intent, filled)
    assert found.intent.confidence < 1
    assert found.score is not None
    assert words in found.score.repaired


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "don't remind me to buy milk"),
        ("en", "dont remnid me to buy milk"),
        ("en", "please do not note that I was late"),
        ("en", "do you remember that I have an exam?"),
        ("en", "did you note my number?"),
        ("en", "note what she said?"),
        ("en", "no milk goes into my notes"),
        ("de", "erinnere mich nicht an die Prüfung"),
        ("de", "bitte notiere nicht dass ich zu spät war"),
        ("ru", "не напоминай мне про экзамен"),
        ("ru", "не надо удали заметку"),
        ("ru", "помнишь про экзамен?"),
    ],
)
def test_a_denial_or_a_question_changes_nothing(
    understanding: Understanding, language: str, said: str
) -> None:
    found = understanding.understand(said, language, NOW)

    assert found.intent is None, found.intent
    writes = {one.name for one in SPECS if one.effect != "read"}
    assert not writes.intersection(found.suggestions)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("don't let me forget the milk", "the milk"),
        ("remind me not to forget the milk", "not to forget the milk"),
        ("can you remind me to buy milk?", "buy milk"),
        ("note: what is a monad?", "what is a monad"),
    ],
)
def test_a_wish_with_a_denial_or_question_inside_stands(
    understanding: Understanding, said: str, text: str
) -> None:
    assert slots(understanding.understand(said, "en", NOW)) == {"text": text}


def test_suggestions_are_near_and_never_destroy(understanding: Understanding) -> None:
    found = understanding.understand("the reminders that I have, which ones", "en", NOW)
    erase = understanding.understand("erase those notes on biology now", "en", NOW)
    nonsense = understanding.understand("qwzx vbnp", "en", NOW)

    assert found.intent is None
    assert found.suggestions[0] == "reminders.list"
    assert "notes.delete" in dict(erase.near)
    assert "notes.delete" not in erase.suggestions
    assert len(erase.suggestions) <= 2
    assert nonsense.suggestions == ()


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("what is the capital of France", "en"),
        ("ich weiß nicht, was das ist", "de"),
        ("что это такое", "ru"),
        ("Photosynthese", "en"),
        ("ok", "en"),
        ("", "en"),
    ],
)
def test_guess_language(understanding: Understanding, said: str, language: str) -> None:
    assert understanding.guess_language(said, "en") == language


def test_a_word_of_two_languages_leaves_the_default(understanding: Understanding) -> None:
    assert understanding.guess_language("was", "de") == "de"
    assert understanding.guess_language("die", "en") == "en"  # one word is not enough to switch
    assert understanding.guess_language("hm", "ru") == "ru"


def test_languages_are_read_when_they_are_spoken() -> None:
    understanding = fresh()
    assert understanding._languages == {}

    understanding.understand("note milk", "en", NOW)

    assert list(understanding._languages) == ["en"]


@pytest.mark.parametrize(
    "said",
    [
        "a" * 2_000,
        "remind me to " * 150,
        "note " + "goes into my " * 150,
        " " * 2_000,
        "note" + " " * 1_990 + "x",
        "([{<" * 500,
        "please " * 280,
        "please " * 280 + "remind me",
        "'" * 2_000,
        "\u0301" * 2_000,
        "show me the notes about " * 80,
    ],
)
def test_hostile_sentences_are_quick(understanding: Understanding, said: str) -> None:
    understanding.understand(said, "en", NOW)

    # The CPU of this thread, the best of three: the machine may be busy.
    took = min(_cpu(understanding, said) for _ in range(3))

    assert took < 0.02


@pytest.mark.parametrize("said", ["a b " * 10_000, " " * 10_000, "(" * 40_000])
def test_a_text_too_long_is_not_understood(understanding: Understanding, said: str) -> None:
    found = understanding.understand(said, "en", NOW)

    assert found == Understood(None, (), "en")
    assert understanding.spans(said, "en", NOW) == ()
    assert _cpu(understanding, said) < 0.02


def _cpu(understanding: Understanding, said: str) -> float:
    began = time.thread_time()
    understanding.understand(said, "en", NOW)
    return time.thread_time() - began


def test_some_sentences_mean_something_only_with_a_time(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "reminders.yaml").write_text(
        "intents: {reminders.create: {data: [{needs: [when], sentences: ['{text} please']}]}}\n"
        "lists: {text: {wildcard: true}}"
    )
    found = Understanding(tmp_path, SPECS[3:4], ("en",), lambda _: ScriptedTimes())

    assert found.faults(1) == []
    assert found.understand("yoga please", "en", NOW).intent is None
    assert slots(found.understand("yoga tomorrow at nine please", "en", NOW)) == {
        "text": "yoga",
        "when": NINE,
    }
