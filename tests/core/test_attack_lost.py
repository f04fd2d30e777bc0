"""What could be lost or waited for in vain: second recordings, an embedder that never answers."""

import asyncio
from time import perf_counter

from core.model import Document, Voice
from core.ports.transcriber import Transcript
from tests.dialog import dialog
from tests.fakes.transcriber import FakeTranscriber
from tests.school import quiet_school

__all__ = ["dialog"]

SAID = {
    b"one": Transcript("note that leaves are green", "en", 0.9, 2.0),
    b"two": Transcript("and that stems are brown", "en", 0.9, 2.0),
    b"lecture": Transcript("osmosis is slow", "en", 0.9, 1260.0),
    b"other": Transcript("mitosis is quick", "en", 0.9, 1260.0),
}


async def _open(dialog):
    dialog.given["stt"] = FakeTranscriber(SAID)
    dialog.channel.files |= {name.decode(): name for name in SAID}
    await dialog.app.stop()
    await dialog.start()
    return dialog.speaker()


async def test_every_recording_of_a_message_is_heard(dialog):
    anna = await _open(dialog)
    reply = await anna.send(Voice("one"), Voice("two"))
    assert reply.text.endswith("Saved: leaves are green and that stems are brown")
    reply = await anna.send(Document("lecture", "Monday.ogg"), Document("other", "Tuesday.ogg"))
    assert "Monday.ogg" in reply.text
    assert "Tuesday.ogg" in reply.text
    assert "Tuesday.ogg" in (await anna.say("what do my documents say about mitosis")).text


async def test_too_many_recordings_are_told(dialog):
    anna = await _open(dialog)
    assert (await anna.send(*[Voice("one")] * 11)).text.startswith("These are too many")


async def test_an_embedder_that_never_answers_is_waited_for_once(tmp_path):
    async with quiet_school(tmp_path) as school:
        school.patience = 0.5
        await school.start()
        await school.keep("osmosis is slow")
        await school.caught_up()
        school.embedder.gate = asyncio.Event()
        began = perf_counter()
        for _ in range(5):
            assert await school.found("osmosis") == ["osmosis is slow"]
        assert perf_counter() - began < 1.5
