"""What espeak says is understood: sentences with signs and numbers, said and heard again."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.integrations._weights import missing
from core.integrations._whisper_weights import BASE
from core.integrations.stt.faster_whisper import FasterWhisper, create
from core.integrations.tts.espeak import Espeak
from core.spoken import spoken

# What this voice can carry was found by measuring, and nothing of Russian was among it.
SAID = [
    ("en", "It is 20 °C in **Berlin**."),
    ("en", "on 2026-11-24"),
    ("es", "La casa es muy grande & bonita."),
    ("de", "Das kostet 20 €."),
]

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(bool(missing(BASE)), reason="Whisper's packaged weights are not installed"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def whisper(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[FasterWhisper]:
    pytest.importorskip("espeakng_loader", reason="espeakng-loader is not installed")
    made = create({}, tmp_path_factory.mktemp("cache"))
    yield made
    await made.close()


@pytest.mark.parametrize(("language", "written"), SAID)
async def test_what_is_written_is_heard(
    whisper: FasterWhisper, language: str, written: str
) -> None:
    said = spoken(written, language)
    voice = Espeak()
    note = await voice.synthesise(said, language=language)
    await voice.close()
    heard = await whisper.transcribe(note.audio, language=language, hurried=False)
    # Whisper writes digits and signs: they are said the same way again.
    assert _words(spoken(heard.text, language)) == _words(said)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
