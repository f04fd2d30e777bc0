"""A vendor's `audio/transcriptions`, as OpenAI has it: a recording is posted, its words come back.

A recording that the vendor takes is sent as it came. What is long, too large, damaged or of another
kind is sent as FLAC, a stretch at a time.
"""

import asyncio
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from core.errors import Rejected
from core.integrations import _hearing
from core.integrations._decode import RATE, Decoder, Stretch
from core.integrations._hearing import Asked, Part
from core.integrations._http import Http
from core.integrations._recordings import MEDIA, flac, kind
from core.integrations._speakers import Speakers, turns
from core.integrations._spoken import can_tell, sound, spoken
from core.integrations._transcription import Answer, Model, parse, transcript
from core.integrations._translated import translated
from core.ports.transcriber import (
    Heard,
    Keep,
    Progress,
    Transcript,
    anew,
    silent,
    unheard,
)
from core.settings import Secret

PATH = "audio/transcriptions"
LARGEST = 25_000_000
"""Bytes of a file that every account may send."""
SECONDS, EACH = 30.0, 0.3
"""How long one request may take: so much, and so much for each second of sound."""
SHORTEST = 0.1
"""Seconds of sound under which vendors refuse."""
TURN = 30.0
"""Seconds sent at once of a talk, where the model tells no times."""


class TranscriptionApi:
    """A Transcriber. `seconds` is how long a request may take beside the length of its sound."""

    def __init__(
        self,
        name: str,
        base_url: str,
        key: Secret | None,
        model: str,
        cache: Path,
        *,
        decoder: Decoder | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self.name = name
        self.model = model
        self._knows = Model(model)
        self._headers = {"authorization": f"Bearer {key.reveal()}"} if key else {}
        self._http = Http(name, f"{base_url.rstrip('/')}/", stall=float("inf"))
        self._decoder = decoder or Decoder()
        self._speakers = Speakers(cache)
        self._seconds = seconds

    async def transcribe(
        self,
        recording: bytes,
        *,
        language: str | None = None,
        hotwords: str | None = None,
        hurried: bool = True,
        words: bool = False,
        speakers: bool = False,
        progress: Progress = silent,
        keep: Keep = anew,
        heard: Heard = unheard,
    ) -> Transcript:
        """As the port says; `hurried` makes no difference."""

        async def listen(part: Part) -> Transcript:
            with translated(self.name):
                return await self._listen(part, recording)

        asked = Asked(language, hotwords, hurried, words, speakers)
        return await _hearing.hear(
            self._decoder, self._speakers, recording, asked, listen,
            progress=progress, keep=keep, heard=heard,
        )  # fmt: skip

    async def close(self) -> None:
        """Ends the decoder, closes connections."""
        await self._decoder.close()
        await self._http.close()

    async def _listen(self, part: Part, recording: bytes) -> Transcript:
        stretch = part.stretch
        if not await asyncio.to_thread(_speaks, stretch):
            return Transcript("", None, 0.0, stretch.seconds, stretch.cut_short)
        part.progress("transcribing", 0.0)
        pieces = [(stretch.start, stretch.end)]
        if not self._knows.times and part.asked.words:
            pieces = turns(part.voices, TURN) or pieces
        said: list[Transcript] = []
        for number, (start, end) in enumerate(pieces, 1):
            came = recording if part.alone and len(pieces) == 1 else b""
            answer = await self._piece(came, stretch, start, end, part.asked)
            one = transcript(answer, part, start, end)
            for segment in one.segments:
                part.heard(segment)
            said.append(one)
            part.progress("transcribing", number / len(pieces))
        whole = _hearing.joined(said, [it for one in said for it in one.segments], stretch)
        return replace(whole, seconds=stretch.seconds)

    async def _piece(
        self, came: bytes, stretch: Stretch, start: float, end: float, asked: Asked
    ) -> Answer:
        """`came` is the recording as it came, where it is no more than this piece."""
        ending = kind(came)
        if ending and len(came) <= LARGEST and not stretch.cut_short:
            try:
                return await self._ask(came, ending, asked, end - start)
            except Rejected as error:
                if type(error) is not Rejected:
                    raise
                # We could open it, so perhaps it is only of a kind that the vendor cannot.
        sent = await asyncio.to_thread(_cut, stretch, start, end)
        return await self._ask(sent, "flac", asked, end - start)

    async def _ask(self, sent: bytes, ending: str, asked: Asked, seconds: float) -> Answer:
        at = asyncio.get_running_loop().time() + self._seconds + EACH * seconds
        file = (f"recording.{ending}", sent, MEDIA[ending])
        form = self._knows.form(asked)
        raw = await self._http.upload(PATH, form, file, self._headers, at)
        return parse(self.name, raw)


def missing() -> tuple[str, ...]:
    """The packages that it needs beside a key; cheap, and nothing is imported."""
    return tuple(name for name in ("av",) if find_spec(name) is None)


def _speaks(stretch: Stretch) -> bool:
    """Whether it is worth sending; of silence Whisper makes "You", or a web address."""
    if stretch.seconds < SHORTEST:
        return False
    return not can_tell() or bool(spoken(sound(stretch.samples)))


def _cut(stretch: Stretch, start: float, end: float) -> bytes:
    first, last = (int((moment - stretch.start) * RATE) * 2 for moment in (start, end))
    return flac(stretch.samples[first:last])
