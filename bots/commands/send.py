"""`viva send`: one message, one answer."""

import asyncio
import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bots.commands.front import Front
from bots.commands.progress import Progress
from bots.commands.terminal import attached, to_a_file
from bots.console import frames
from bots.console.client import Client, keep, named, typed
from bots.console.screen import as_json as in_json
from bots.console.who import whoever
from core.errors import UserError

MOST_AGAIN = 3
AGAIN_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be sent."""

    text: str | None
    voice: Path | None
    images: Sequence[Path]
    files: Sequence[Path]
    person: str | None
    language: str | None
    as_json: bool


async def send(front: Front, request: Request) -> int:
    """Prints the answer; returns the exit code."""
    text = typed(request.text) if request.text is not None else None
    if not (request.voice or request.images or request.files or text):
        raise UserError("text-empty")
    hello = whoever(front.environ, request.person, request.language)
    home = front.home
    home.make()
    to_a_file(home)
    voice = keep(home, request.voice) if request.voice else None
    images = tuple(keep(home, one) for one in request.images)
    files = tuple(named(home, one) for one in request.files)
    said: dict[str, Any] = {
        "id": secrets.token_hex(16),
        "text": text,
        "voice": voice,
        "images": images,
    }
    said |= {"files": files, "language": request.language}
    for again in range(MOST_AGAIN + 1):
        try:
            async with attached(front) as client:
                await client.hello(hello)
                await client.say(**said)
                async with asyncio.timeout(AGAIN_SECONDS if again else None):
                    return await _answer(client, str(said["id"]), request.as_json)
        except ConnectionError:
            # Who served us has ended. Said again it is the same message, and has the same answer.
            if again == MOST_AGAIN:
                raise
        except TimeoutError as error:  # it may have been shown at another terminal
            raise ConnectionError("no answer came") from error
    raise AssertionError("the last try returns or raises")


async def _answer(client: Client, id: str, as_json: bool) -> int:
    with Progress() as progress:
        async for frame in client.incoming():
            if frame["type"] == "working":
                progress.show(frame["stage"], frame["share"])
            elif frame["type"] == "draft":
                progress.draft(frame["text"])
            elif frame["type"] == "reply":
                mine = frame["answers"] == id
                progress.clear()
                _print(frame, as_json, mine)
                await client.seen(frame["row"])
                if mine:
                    return 2 if (frame["trace"] or {}).get("error") in BAD_INPUT else 0
    raise ConnectionError("the serving process hung up before it answered")


BAD_INPUT = frozenset(
    {
        "voice-unreadable", "voice-empty", "voice-too-large",
        "image-unreadable", "image-animated", "image-too-large", "image-too-many",
        "file-too-large", "text-too-long", "unsupported-part",
        "document-unreadable", "document-encrypted", "document-empty", "document-scanned",
        "document-unknown-kind", "document-too-large", "document-too-many",
    }
)  # fmt: skip


def _print(frame: dict[str, Any], as_json: bool, mine: bool) -> None:
    """Ours to stdout; what was waiting for this person from before, and errors, to stderr."""
    error = (frame["trace"] or {}).get("error")
    out = sys.stdout if mine and error not in BAD_INPUT else sys.stderr
    if as_json and mine and error not in BAD_INPUT:
        trace = frame["trace"] or {}
        print(in_json({**trace, "reply": frame["reply"]}), file=out)
        return
    print(frames.shown(frame), file=out)
