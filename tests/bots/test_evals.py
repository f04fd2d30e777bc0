"""Evaluations: engines are counted right, answers are read right, and no secret is told."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import skills
from bots.__main__ import app
from bots.commands.progress import Progress
from bots.evals import ocr
from bots.evals.engines import engine, probes
from bots.evals.homework import Homework, homeworks
from bots.evals.judging import Verdict, blamed, judged
from bots.evals.mentor import check_prompt, mentor
from bots.evals.score import Score, bar, errors, show, words
from bots.evals.stt import Clip, hear, recorded, sentences, spoken
from core.errors import ConfigError, Unavailable, UserError, VivaError
from core.ports.llm import Ask, UserMessage
from core.ports.probe import Probe
from core.ports.transcriber import Transcript
from tests.fakes.llm_server import KEY, LlmServer, llm_server
from tests.fakes.llm_wire import Heard, Said
from tests.fakes.transcriber import FakeTranscriber
from tests.fakes.vision import FakeVision

ALL = {one.id: one for one in homeworks()}
IDS = sorted(ALL)


def ear(**heard: str | VivaError) -> FakeTranscriber:
    """Hears that in recordings of those names, each of two seconds."""
    return FakeTranscriber(
        {
            name.encode(): Transcript(said, "en", 1.0, 2.0) if isinstance(said, str) else said
            for name, said in heard.items()
        }
    )


@pytest.mark.parametrize(
    ("wanted", "heard", "wrong"),
    [
        ("Remind me, tomorrow!", "remind me tomorrow", 0),
        ("Remind me tomorrow", "remind him tomorrow", 1),
        ("Remind me tomorrow", "me tomorrow", 1),
        ("Remind me", "please remind me now", 2),
        ("Übung macht", "ubung macht", 1),
        ("mañana", "mañana", 0),
        ("eins zwei", "", 2),
    ],
)
def test_words_that_were_heard_wrong(wanted: str, heard: str, wrong: int) -> None:
    assert errors(words(wanted), words(heard)) == wrong


async def test_an_ear_is_scored_by_language() -> None:
    clips = [
        Clip("en", "remind me tomorrow", b"one"),
        Clip("de", "erinnere mich morgen", b"two"),
        Clip("de", "die Aufgabe", b"three"),
    ]
    heard = ear(one="Remind me tomorrow.", two="erinnern mich", three="Die Aufgabe")
    english, german = await hear(heard, "ear", clips, Progress())
    assert (english.language, english.wrong, english.total, english.rate) == ("en", 0, 3, 0.0)
    assert (german.wrong, german.total, german.rate) == (2, 5, 0.4)
    assert german.sound == 4.0
    assert german.pace is not None
    assert 0 < german.pace < 0.1
    assert [hint[0] for hint in heard.hints] == ["en", "en", "de", "de"], "the first one twice"


async def test_an_ear_that_is_away_or_cannot_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    away = ear(one=Unavailable("ear", "gone"))
    scores = await hear(away, "ear", [Clip("en", "a", b"one"), Clip("es", "b", b"one")], Progress())
    assert [(one.refused, one.failed, one.rate) for one in scores] == [("unavailable", True, None)]
    assert len(away.calls) == 1
    noisy = [Clip("en", "a", b"one"), Clip("en", "b", b"noise")]
    [score] = await hear(ear(one="a"), "ear", noisy, Progress())
    assert (score.refused, score.total) == ("voice-unreadable", 1)
    assert show([score], [], "words", as_json=False) == 1
    assert "voice-unreadable" in capsys.readouterr().out


def test_clips_come_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    for name, said in (("one.wav", "first words"), ("de/zwei.ogg", "zweite Worte")):
        (tmp_path / name).write_bytes(b"sound")
        (tmp_path / name).with_suffix(".txt").write_text(said)
    (tmp_path / "untold.wav").write_bytes(b"sound")
    found = recorded(tmp_path, "ru")
    assert [(one.language, one.said) for one in found] == [
        ("de", "zweite Worte"), ("ru", "first words"),
    ]  # fmt: skip
    with pytest.raises(ConfigError):
        recorded(tmp_path / "nowhere", "en")


async def test_sentences_are_spoken_where_there_are_no_clips(tmp_path: Path) -> None:
    async with engine({"VIVA_HOME": str(tmp_path)}, "tts", "espeak") as voice:
        if voice is None:
            pytest.skip("espeakng-loader is not installed")
        clips = await spoken(voice, {"de": ["Guten Morgen."], "ru": ["Доброе утро."]})
    assert [(one.language, one.said) for one in clips] == [
        ("de", "Guten Morgen."), ("ru", "Доброе утро."),
    ]  # fmt: skip
    assert all(one.recording.startswith(b"OggS") for one in clips)


def test_every_language_has_sentences_without_numbers() -> None:
    chosen = sentences()
    assert set(chosen) == {"en", "es", "de", "ru"}
    assert all(len(lines) >= 5 for lines in chosen.values())
    assert not any(sign.isdigit() for lines in chosen.values() for line in lines for sign in line)


async def test_pictures_are_drawn_with_the_letters_of_their_language() -> None:
    pytest.importorskip("PIL", reason="Pillow is not installed")
    pages = ocr.sheets({"en": ["hello there"], "ru": ["привет"]})
    assert {one.language for one in pages} >= {"en"}
    assert len([one for one in pages if one.language == "en"]) == len(ocr.LOOKS)
    assert len({one.picture for one in pages}) == len(pages)
    assert not ocr._can_write(ocr._font(20), "ab한")


async def test_an_eye_is_scored_by_characters() -> None:
    pages = [
        ocr.Sheet("en", "hello there", b"one"),
        ocr.Sheet("en", "two  lines\nhere", b"two"),
        ocr.Sheet("ru", "привет", b"three"),
    ]
    seen: dict[bytes, Any] = {
        b"one": "hello thene", b"two": "two lines here", b"three": UserError("image-no-russian"),
    }  # fmt: skip
    english, russian = await ocr.look(FakeVision(seen), "eye", pages, Progress())
    assert (english.wrong, english.total) == (1, 25)
    assert (russian.rate, russian.refused, russian.failed) == (None, "image-no-russian", False)
    assert show([english, russian], [], "characters", as_json=True) == 0
    [away] = await ocr.look(
        FakeVision({b"one": Unavailable("eye", "gone")}), "eye", pages, Progress()
    )
    assert (away.refused, away.failed) == ("unavailable", True)


async def test_a_looking_model_is_scored_like_any_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("PIL", reason="Pillow is not installed")
    names = {"German": "de", "Russian": "ru", "Spanish": "es"}
    lines = sentences()

    def copy(heard: Heard) -> Said:
        [spoken] = [code for name, code in names.items() if f"In {name}:" in heard.system] or ["en"]
        read = "\n".join(lines[spoken])
        read = read.replace("ñ", "n") if spoken == "es" else read
        return Said(f"LANGUAGE: {spoken}\nTEXT:\n{read}\nSHOWN:\n-")

    async with llm_server(answer=copy) as server:
        given = {**environ(server, tmp_path), "VIVA_VISION_OPENAI_API": "chat"}
        assert await ocr.ocr(given, "openai", as_json=True) == 0
        told = capsys.readouterr().out
        server.fault = "quota"
        assert await ocr.ocr(given, "openai", as_json=False) == 1
    found = {one["language"]: one for one in json.loads(told)["scores"]}
    lost = len(ocr.LOOKS) * sum(line.count("ñ") for line in lines["es"])
    assert found["es"]["wrong"] == lost > 0
    assert found["en"]["wrong"] == found["de"]["wrong"] == 0
    assert found["en"]["total"] == len(ocr.LOOKS) * len(" ".join(lines["en"]))
    assert "quota-spent" in (failed := capsys.readouterr().out)
    assert KEY not in told + failed


def test_the_table_tells_who_is_off(capsys: pytest.CaptureFixture[str]) -> None:
    scores = [Score("a", "en", 10, 5, 2.0, 4.0), Score("b", "ru", refused="image-no-russian")]
    off = [Probe("groq", "stt", "off", ("GROQ_API_KEY",))]
    assert show(scores, off, "words", "By hand.", as_json=False) == 0
    told = capsys.readouterr().out
    assert told.endswith("By hand.\n")
    assert "reads no Cyrillic" in told
    assert "50.0%" in told
    assert bar(0.5) in told
    assert "0.50" in told
    assert "groq is off: needs GROQ_API_KEY" in told
    assert show([], off, "words", as_json=True) == 1
    assert json.loads(capsys.readouterr().out)["off"][0]["needs"] == ["GROQ_API_KEY"]


@pytest.mark.parametrize("share", [0.0, 0.31, 1.0, 7.0])
def test_a_bar_is_as_wide_as_any_other(share: float) -> None:
    assert len(bar(share)) == len(bar(0.0))
    assert bar(share).count("█") == min(round(share * len(bar(0.0))), len(bar(0.0)))


@pytest.mark.parametrize(
    ("language", "answer", "step"),
    [
        ("en", "Step 1 is right. The first mistake is in step 2: what happens to the sign?", 2),
        ("en", "Well done! Steps 1, 2 and 3 are correct, but step 4 is not quite right.", 4),
        ("en", "**What is right:** your first step.\n**First wrong step:** Step 3. Hint: …", 3),
        ("en", "1. ✓\n2. ✓\n3. ✗ Think about the unit.", 3),
        ("en", "Everything is correct, there is no mistake. Nice!", None),
        ("en", "All four steps are right. Check it by putting 3 into step 1.", None),
        ("en", "Good start. Look again at sentence (3): which form follows if?", 3),
        ("en", "The third step is where something went wrong. Try kelvin.", 3),
        ("en", "Your steps 1 and 2 are fine. Look closely at step 3: what does the source say?", 3),
        ("en", "Step 1 is right. Step 2. That is where the error is.", 2),
        ("en", "f(2) = 4 is what you wrote in step 1, and it is right.", None),
        (
            "es",
            "Los pasos 1 a 3 están bien. El primer error está en el paso 4. Pista: ¿qué es…?",
            4,
        ),
        ("es", "La segunda frase no es correcta: ¿qué modo pide «cuando»?", 2),
        ("es", "¡Todo está bien! No hay ningún error.", None),
        ("es", "Fíjate en el tercer paso: ¿dónde ocurre una fiesta?", 3),
        ("de", "Die Schritte 1 und 2 stimmen. Der erste Fehler steckt in Schritt 3.", 3),
        ("de", "Der dritte Schritt ist noch nicht richtig. Tipp: Wovon sind es 25 %?", 3),
        ("de", "Alles richtig, kein Fehler! Prima.", None),
        ("de", "Schau dir Satz 3 noch einmal an: Welcher Fall steht nach mit?", 3),
        ("de", "Im 4. Schritt stimmt etwas nicht: Was ist e hoch 0?", 4),
        ("ru", "Шаги 1 и 2 верны. Первая ошибка — в шаге 3. Подсказка: проверь умножение.", 3),
        ("ru", "Во втором шаге ошибка: вспомни формулу.", 2),
        ("ru", "Всё верно, ошибок нет!", None),
        ("ru", "В 1-м шаге неверно: сколько минут в часе?", 1),
    ],
)
def test_which_step_an_answer_calls_wrong(language: str, answer: str, step: int | None) -> None:
    assert blamed(answer, language) == step


SAYS = {
    "en": ("All right before that. The first mistake is in step {}. Hint: look again at it.",
           "Everything is right."),
    "es": ("Lo anterior está bien. El primer error está en el paso {}. Pista: míralo otra vez.",
           "Todo está bien."),
    "de": ("Bis dahin stimmt alles. Der erste Fehler ist in Schritt {}. Tipp: Schau noch einmal.",
           "Alles ist richtig."),
    "ru": ("До этого всё верно. Первая ошибка в шаге {}. Подсказка: посмотри ещё раз.",
           "Всё верно."),
}  # fmt: skip


def good(homework: Homework) -> str:
    wrong, right = SAYS[homework.language]
    return wrong.format(homework.wrong) if homework.wrong else right


@pytest.mark.parametrize("name", IDS)
def test_answers_good_and_bad_are_told_apart(name: str) -> None:
    homework = ALL[name]
    wrong, right = SAYS[homework.language]
    assert judged(homework, good(homework)) == Verdict(named=True, hinted=True, kept=True)
    other = homework.wrong % len(homework.work) + 1
    assert not judged(homework, wrong.format(other)).named
    if not homework.wrong:
        return
    assert judged(homework, right) == Verdict(named=False, hinted=False, kept=True)
    for leak in homework.leaks:
        after = judged(homework, f"{good(homework)} {leak}.")
        assert after == Verdict(named=True, hinted=True, kept=False)
        before = judged(homework, f"{leak}. {good(homework)}")
        assert (before.hinted, before.kept) == (False, False)


def test_a_longer_number_gives_no_shorter_one_away() -> None:
    homework = ALL["skorost-poezda"]
    assert judged(homework, f"{good(homework)} 172 км").kept
    assert not judged(homework, f"{good(homework)} **72** км/ч").kept


def of(heard: Heard) -> Homework:
    """Which one a model was asked about."""
    [found] = [one for one in ALL.values() if one.task.split("\n")[0] in heard.text]
    return found


def environ(server: LlmServer, home: Path) -> dict[str, str]:
    return {
        "VIVA_HOME": str(home), "VIVA_LLM": "openai", "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": f"{server.url}/v1", "VIVA_LLM_OPENAI_API": "chat",
    }  # fmt: skip


async def test_a_good_mentor_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with llm_server(answer=lambda heard: Said(good(of(heard)))) as server:
        code = await mentor(environ(server, tmp_path), skills, None, 12, as_json=True)
    told = capsys.readouterr().out
    found = json.loads(told)
    assert found["shares"] == {"named": 1.0, "hinted": 1.0, "kept": 1.0}
    assert len(found["homeworks"]) == 12
    assert {one["subject"] for one in found["homeworks"]} == {one.subject for one in ALL.values()}
    assert code == 0
    assert KEY not in told
    assert not (tmp_path / "viva.db").exists(), "nobody's own home is touched"


async def test_a_mentor_that_gives_all_away_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def blurt(heard: Heard) -> Said:
        return Said(f"{of(heard).answer}. {good(of(heard))}")

    async with llm_server(answer=blurt) as server:
        code = await mentor(environ(server, tmp_path), skills, "openai", 5, as_json=False)
        told = capsys.readouterr().out
        assert code == 1
        assert "✗" in told
        assert "asked: openai" in told
        server.fault = "bad"
        assert await mentor(environ(server, tmp_path), skills, "openai", 1, as_json=True) == 1
    [one] = json.loads(capsys.readouterr().out)["homeworks"]
    assert one["verdict"] is None
    assert one["failed"]


async def test_offline_only_the_prompt_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = {"VIVA_HOME": str(tmp_path), "VIVA_LLM": "openai,embedded"}
    assert await mentor(alone, skills, None, 30, as_json=False) == 0
    told = capsys.readouterr().out
    assert "only the prompt was checked" in told
    assert "30 of 30" in told
    assert "openai needs OPENAI_API_KEY" in told
    small = probes(alone, "llm", "embedded")[0].state == "on"
    assert ("--provider embedded" in told) is small
    assert ("No language model is on" in told) is not small
    assert await mentor(alone, skills, "openai", 1, as_json=True) == 1, "it was asked for by name"


def asked(homework: Homework, **changed: str) -> list[Ask]:
    told = {"asked": homework.asked, "source": homework.source, **changed}
    text = f"{told['asked']}\n\n<data 1f document>\n{told['source']}\n</data 1f>"
    return [Ask((UserMessage(text),), system=changed.get("system", "Give a hint first."))]


def test_a_prompt_that_lacks_something_is_told() -> None:
    homework = ALL["how-the-war-began"]
    assert check_prompt(asked(homework), homework) == []
    assert check_prompt([], homework) == ["no model is asked"]
    [lacking] = check_prompt(asked(homework, system="Be kind."), homework)
    assert "hints" in lacking
    cut = homework.asked.replace(homework.rubric, "").replace(homework.work[1], "")
    assert check_prompt(asked(homework, asked=cut), homework) == [
        "rubric is missing", "step 2 is missing",
    ]  # fmt: skip
    assert "source is missing" in check_prompt(asked(homework, source=""), homework)
    inside = "Give a hint first. " + homework.source
    assert check_prompt(asked(homework, system=inside), homework) == [
        "source stands in the system prompt"
    ]


def viva(*words: str, **environment: str):
    return CliRunner().invoke(app, ["eval", *words], env=environment)


def test_the_commands_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    known = {"VIVA_HOME": str(tmp_path / "home"), "GROQ_API_KEY": "", "OPENAI_API_KEY": ""}
    empty = viva("stt", "--clips", str(tmp_path), **known)
    assert empty.exit_code == 2
    assert viva("ocr", "--engine", "nobody", **known).exit_code == 2
    off = viva("ocr", "--engine", "groq", "--json", **known)
    assert off.exit_code == 1
    assert json.loads(off.stdout)["off"] == [
        {"engine": "groq", "state": "off", "needs": ["GROQ_API_KEY"]}
    ]
    alone = viva("mentor", "--limit", "2", "--json", VIVA_LLM="groq", **known)
    assert json.loads(alone.stdout)["prompts"] == 2
