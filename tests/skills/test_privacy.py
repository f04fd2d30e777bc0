"""Privacy: what is kept is told, taken along, and erased for good, in four languages."""

import json
import re
import zipfile
from io import BytesIO

import pytest

from core.model import Text, Voice
from core.ports.transcriber import Transcript
from tests.dialog import Dialog

ASKED = re.compile(
    r"(Shall I erase everything|Lo borro todo|wirklich alles löschen|Стереть всё)\?$"
)
DONE = re.compile(r", (receipt|comprobante|Beleg|квитанция) [0-9a-f]{8}:")
KEPT = {
    "en": "Good, I keep everything as it is.",
    "es": "De acuerdo, todo se queda como está.",
    "de": "Gut, alles bleibt, wie es ist.",
    "ru": "Хорошо, всё остаётся как есть.",
}
WISHES = {
    "en": ("Delete all my data", "forget me", "please erase everything about me",
           "wipe all my personal data", "delete my account", "can you forget everything about me",
           "get rid of my data", "I want you to forget me", "remove me from your database"),
    "es": ("borra todos mis datos", "olvídame", "elimina mi cuenta", "bórrame del todo",
           "quiero que me olvides", "olvida todo lo que sabes de mí", "puedes eliminar mis datos"),
    "de": ("lösche meine Daten", "vergiss mich", "bitte lösche alles über mich",
           "kannst du alle meine Daten löschen", "ich möchte mein Konto löschen",
           "lösch bitte meinen Account", "alle meine Daten sollen weg"),
    "ru": ("удали все мои данные", "забудь всё обо мне", "удалите меня из базы",
           "хочу удалить аккаунт", "сотри всё обо мне", "забудьте меня", "удали мой профиль"),
}  # fmt: skip
NOTED = {"en": "note that tea is green", "es": "anota que el té es verde",
         "de": "notiere, dass Tee grün ist", "ru": "запиши, что чай зелёный"}  # fmt: skip
ANSWERS = {"en": ("no", "yes"), "es": ("no", "sí, bórralo todo"), "de": ("nein", "ja, lösch alles"),
           "ru": ("нет", "да, удаляй")}  # fmt: skip


def rows(dialog, sql: str):
    return dialog.app.house.database.read(sql)


@pytest.mark.parametrize("language", WISHES)
async def test_a_person_is_erased_after_their_yes(dialog, language):
    no, yes = ANSWERS[language]
    anna = dialog.speaker(language=language)
    await anna.say(NOTED[language])
    for said in WISHES[language]:
        await anna((said, ASKED), (no, KEPT[language]))
    assert rows(dialog, "SELECT count(*) FROM record WHERE kind = 'note'") == [(1,)]
    await anna((WISHES[language][0], ASKED), (yes, DONE))
    assert rows(dialog, "SELECT count(*) FROM record") == [(0,)]
    assert rows(dialog, "SELECT count(*) FROM person") == [(0,)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *(("en", said) for said in ("what do you know about me", "send me my data",
                                    "download my data", "can I get a copy of my data",
                                    "export all my data", "show me everything you know about me")),
        *(("es", said) for said in ("qué sabes de mí", "envíame mis datos", "descarga mi historial",
                                    "quiero descargar mis datos", "exporta mis datos por favor")),
        *(("de", said) for said in ("was weißt du über mich", "schick mir meine Daten",
                                    "Sichere meine Daten", "ich möchte meine Daten herunterladen",
                                    "was hast du alles über mich gespeichert")),
        *(("ru", said) for said in ("что ты обо мне знаешь", "пришли мне мои данные",
                                    "экспорт данных", "хочу скачать все мои данные",
                                    "что вы знаете обо мне")),
    ],
)  # fmt: skip
async def test_everything_can_be_had_as_a_file(dialog, language, said):
    anna = dialog.speaker(language=language)
    await anna.say(NOTED[language])
    reply = await anna.say(said)
    assert reply.file is not None, reply.text
    with zipfile.ZipFile(BytesIO(reply.file.data)) as archive:
        assert NOTED[language][-3:] in archive.read("notes.md").decode()
        assert {"README.txt", "data/person.json", "data/record.json"} <= set(archive.namelist())
        (person,) = json.loads(archive.read("data/person.json"))
        assert person["language"] == language


async def test_an_archive_holds_no_earlier_archive(dialog):
    anna = dialog.speaker()
    first = (await anna.say("send me my data")).file
    assert first is not None
    kept = rows(dialog, "SELECT max(length(body)) FROM outbox")[0][0]
    assert kept < 2_000, "a file goes from the outbox once it is delivered"
    second = (await anna.say("send me my data")).file
    assert len(second.data) < len(first.data) + 2_000


async def test_who_was_erased_is_a_stranger(dialog):
    anna = await dialog(
        ("my name is Anna", "Nice to meet you, Anna!"),
        ("delete everything about me", ASKED),
        ("[Yes, erase everything]", DONE),
        ("what's my name", re.compile("^I do not know your name yet")),
        ("show my notes", "You have no notes yet."),
    )
    assert rows(dialog, "SELECT count(*) FROM person") == [(1,)]
    assert anna.id == "anna"


async def test_only_an_own_and_present_yes_erases(dialog):
    anna = dialog.speaker()
    await anna(("note that tea is green", "Saved: tea is green"))
    await anna(("delete everything about me", ASKED))
    button = anna.choices
    await anna(("cancel", "All right, we leave it."))
    anna.choices = button
    await anna(("[Yes, erase everything]", ASKED))  # an old button asks anew
    await dialog.wait(days=2)
    await anna(("yes", ASKED), ("yes, but first tell me what all of this means for me", ASKED))
    assert rows(dialog, "SELECT count(*) FROM record WHERE kind = 'note'") == [(1,)]


async def test_a_repeated_delivery_after_an_erasure_does_nothing(dialog):
    anna = dialog.speaker()
    await anna(("note that tea is green", "Saved: tea is green"))
    before = dialog._sent
    await anna(("delete everything about me", ASKED), ("yes", DONE))
    told = len(dialog.channel.delivered)
    dialog._sent = before - 1
    await dialog.send(anna, Text("note that tea is green"))
    assert len(dialog.channel.delivered) == told
    assert rows(dialog, "SELECT count(*) FROM person") == [(0,)]


async def test_jobs_and_deliveries_go_with_their_person(dialog):
    anna, bert = dialog.speaker("anna"), dialog.speaker("bert")
    await anna(("remind me tomorrow at nine to call mum", re.compile("call mum")))
    await bert(("remind me tomorrow at nine to feed the cat", re.compile("feed the cat")))
    await anna(("delete everything about me", ASKED), ("yes", DONE))
    said = await dialog.wait(days=2)
    assert [text for text in said if "mum" in text] == []
    assert [text for text in said if "feed the cat" in text] != []
    await bert(("what do you know about me", re.compile("^Here is everything")))


class Ears:
    """A speech recognition that would be somebody else's."""

    name = "far"

    def __init__(self, *, outside: bool) -> None:
        self.outside = outside
        self.heard: list[bytes] = []

    async def transcribe(self, recording: bytes, **asked: object) -> Transcript:
        self.heard.append(recording)
        return Transcript("note that tea is green", "en", 0.9, 2.0)

    async def close(self) -> None:
        pass


@pytest.fixture
async def far(tmp_path):
    """A house whose speech recognition is outside."""
    ears = Ears(outside=True)
    dialog = Dialog(tmp_path, given={"stt": ears})
    await dialog.start()
    dialog.channel.files["tea"] = b"tea"
    yield dialog, ears
    await dialog.app.stop()


async def test_a_recording_leaves_only_after_a_yes_and_is_heard_then(far):
    dialog, ears = far
    anna = dialog.speaker()
    asked = await anna.send(Voice("tea"))
    assert asked.text.startswith("I would have to send your recording out of this house")
    assert list(anna.choices) == ["Yes", "No"]
    assert ears.heard == []
    heard = await anna.say("[Yes]")
    assert heard.text == "I heard: “note that tea is green”\nSaved: tea is green"
    assert ears.heard == [b"tea"]
    assert (await anna.send(Voice("tea"))).text.startswith("I heard")  # asked once


@pytest.mark.parametrize("yes", ["yes", "ok, go ahead"])
async def test_the_yes_may_be_typed(far, yes):
    dialog, _ears = far
    anna = dialog.speaker()
    await anna.send(Voice("tea"))
    await anna((yes, re.compile("Saved: tea is green")))


async def test_a_no_keeps_recordings_at_home_until_it_is_taken_back(far):
    dialog, ears = far
    anna = dialog.speaker()
    await anna.send(Voice("tea"))
    await anna(("[No]", re.compile("^Noted: your recordings stay in this house")))
    assert (await anna.send(Voice("tea"))).text.startswith("Your recordings stay in this house")
    assert ears.heard == []
    await anna(("you may send my voice to the speech service", re.compile("^Noted: from now on")))
    await anna.send(Voice("tea"))
    assert ears.heard == [b"tea"]


async def test_another_recording_is_no_yes_and_both_wait(far):
    dialog, ears = far
    anna = dialog.speaker()
    await anna.send(Voice("tea"))
    dialog.channel.files["more"] = b"more"
    assert (await anna.send(Voice("more"))).text.startswith("I would have to send")
    assert ears.heard == []
    await anna.say("[Yes]")
    assert ears.heard == [b"tea", b"more"]


async def test_ears_of_the_house_need_no_consent(tmp_path):
    ears = Ears(outside=False)
    dialog = Dialog(tmp_path, given={"stt": ears})
    await dialog.start()
    dialog.channel.files["tea"] = b"tea"
    assert (await dialog.speaker().send(Voice("tea"))).text.startswith("I heard")
    await dialog.app.stop()


async def test_nothing_of_a_minor_leaves_the_house(far):
    dialog, ears = far
    anna = await dialog(("I am 12", re.compile("nothing of yours leaves this house")))
    assert (await anna.send(Voice("tea"))).text.startswith("I may not send your recordings")
    await anna(
        ("you may send my voice to the speech service", re.compile("^Recordings of minors never")),
        ("privacy", re.compile("You are in the mode for minors")),
        ("I'm 16 years old", re.compile("^Noted: you are 16 or older")),
    )
    assert (await anna.send(Voice("tea"))).text.startswith("I would have to send")
    assert ears.heard == []


async def test_a_house_may_be_for_minors_alone(tmp_path):
    dialog = Dialog(
        tmp_path,
        given={"stt": Ears(outside=True)},
        settings={"VIVA_LLM": "none", "VIVA_MINORS": "all"},
    )
    await dialog.start()
    dialog.channel.files["tea"] = b"tea"
    anna = dialog.speaker()
    assert (await anna.send(Voice("tea"))).text.startswith("I may not send your recordings")
    await anna(("I am 30", "Noted. Nothing changes by that here."))
    await dialog.app.stop()


@pytest.mark.parametrize(
    ("language", "said", "answer"),
    [
        ("en", "I'm under 16", "Thank you for telling me."),
        ("en", "I'm 14 years old", "Thank you for telling me."),
        ("en", "I am 150", "I did not get your age."),
        ("es", "tengo 12 años", "Gracias por decírmelo."),
        ("es", "soy menor de edad", "Gracias por decírmelo."),
        ("de", "Ich bin 12 Jahre alt", "Danke, dass du es mir sagst."),
        ("de", "ich bin minderjährig", "Danke, dass du es mir sagst."),
        ("ru", "мне 12 лет", "Спасибо, что сказали."),
        ("ru", "мне тринадцать", "Спасибо, что сказали."),
        ("ru", "я ещё ребёнок", "Спасибо, что сказали."),
        ("en", "you may keep sentences you did not understand", "Thank you! I keep sentences"),
        ("de", "du darfst Sätze behalten, die du nicht verstehst", "Danke! Ich behalte Sätze"),
        ("es", "no guardes las frases que no entiendes", "Anotado: no guardo las frases"),
        ("ru", "не сохраняй непонятые фразы", "Отмечено: непонятые фразы я не храню."),
        ("de", "behalte meine Stimme hier", "Notiert: Deine Aufnahmen bleiben"),
        ("ru", "не отправляй мой голос никому", "Отмечено: ваши записи остаются"),
        ("es", "no envíes mis audios a nadie", "Anotado: tus grabaciones se quedan"),
        ("en", "where does my data go", "This is what I keep of you"),
        ("de", "wer kann meine Nachrichten lesen?", "Das hebe ich von dir auf"),
        ("es", "¿qué haces con mis datos?", "Esto es lo que guardo de ti"),
        ("ru", "какие данные обо мне вы храните?", "Вот что я храню о вас"),
    ],
)
async def test_consents_and_ages(dialog, language, said, answer):
    reply = await dialog.speaker(language=language).say(said)
    assert reply.text.startswith(answer), reply.text


async def test_a_picture_or_a_voice_cannot_erase(tmp_path):
    ears = Ears(outside=False)
    dialog = Dialog(tmp_path, given={"stt": ears})
    await dialog.start()
    anna = dialog.speaker()
    await anna(("note that tea is green", "Saved: tea is green"))
    await anna(("delete everything about me", ASKED))
    ears.transcribe = said("yes")  # type: ignore[method-assign]  # heard from now on
    dialog.channel.files["yes"] = b"yes"
    reply = await anna.send(Voice("yes"))
    assert "For this I need your own yes" in reply.text
    assert rows(dialog, "SELECT count(*) FROM person") == [(1,)]
    await anna(("yes", DONE))
    await dialog.app.stop()


def said(words: str):
    async def transcribe(recording: bytes, **asked: object) -> Transcript:
        return Transcript(words, "en", 0.9, 1.0)

    return transcribe
