"""`viva eval stt`: how many words each engine hears wrong, and how long it takes."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bots.commands.progress import Progress
from bots.evals.engines import engine, probes
from bots.evals.score import Score, errors, show, words
from core.errors import ConfigError, IntegrationError, UserError
from core.ports.synthesiser import Synthesiser
from core.ports.transcriber import Transcriber
from core.texts import LANGUAGES

SENTENCES = Path(__file__).with_name("sentences.yaml")
VOICE = "espeak"
RECORDED = {".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav", ".webm"}


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording, and what is said in it."""

    language: str
    said: str
    recording: bytes


def sentences() -> dict[str, list[str]]:
    """Ours, by language."""
    import yaml

    kept: dict[str, list[str]] = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    return kept


def recorded(folder: Path, language: str) -> list[Clip]:
    """Recordings with what is said in a .txt of the same name; a sub-folder called en, es, de or
    ru holds that language, and `language` is spoken in the rest. Raises `ConfigError` for none."""
    found = [
        Clip(
            path.parent.name if path.parent.name in LANGUAGES else language,
            path.with_suffix(".txt").read_text(encoding="utf-8"),
            path.read_bytes(),
        )
        for path in sorted(folder.rglob("*"))
        if path.suffix in RECORDED and path.with_suffix(".txt").is_file()
    ]
    if not found:
        raise ConfigError([f"{folder}: there is no recording with a .txt of the same name"])
    return found


async def spoken(voice: Synthesiser, chosen: Mapping[str, Sequence[str]]) -> list[Clip]:
    """The sentences said by a machine: harder to hear than people, above all in Russian."""
    return [
        Clip(language, text, (await voice.synthesise(text, language=language)).audio)
        for language, texts in chosen.items()
        for text in texts
    ]


async def hear(
    ear: Transcriber, name: str, clips: Sequence[Clip], progress: Progress
) -> list[Score]:
    """One score a language. What is loaded by a first call is not timed."""
    scores: dict[str, Score] = {}
    for number, clip in enumerate(clips):
        progress.show(f"{name} {clip.language}", number / len(clips))
        score = scores.setdefault(clip.language, Score(name, clip.language))
        try:
            if not number:
                await ear.transcribe(clip.recording, language=clip.language)
            began = time.perf_counter()
            heard = await ear.transcribe(clip.recording, language=clip.language)
        except (UserError, IntegrationError) as error:
            score.refused, score.failed = error.code, True
            if isinstance(error, IntegrationError):
                break  # whoever is away for one is away for all
            continue
        score.seconds += time.perf_counter() - began
        score.sound += heard.seconds
        score.total += len(words(clip.said))
        score.wrong += errors(words(clip.said), words(heard.text))
    return list(scores.values())


async def stt(
    environ: Mapping[str, str], only: str | None, folder: Path | None, language: str, *,
    as_json: bool,
) -> int:  # fmt: skip
    """Prints a table or JSON; the exit code."""
    found = probes(environ, "stt", only)
    note = ""
    if folder is not None:
        clips = recorded(folder, language)
    else:
        note = f"Spoken by {VOICE}: engines compare by it, but people are heard better."
        async with engine(environ, "tts", VOICE) as voice:
            if voice is None:
                raise ConfigError([f"{VOICE} is off, see `viva doctor`; or name a folder: --clips"])
            clips = await spoken(voice, sentences())
    scores: list[Score] = []
    with Progress() as progress:
        for one in found:
            async with engine(environ, "stt", one.name) as ear:
                if ear is not None:
                    scores += await hear(ear, one.name, clips, progress)
    off = [one for one in found if one.state != "on"]
    return show(scores, off, "words", note, as_json=as_json)
