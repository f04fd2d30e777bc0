"""`viva chat`: a conversation in the terminal, or line by line where nobody looks."""

import asyncio
import secrets
import shlex
import shutil
import sys
import textwrap
from pathlib import Path
from typing import Any

from bots.commands.front import Front
from bots.commands.progress import Progress
from bots.commands.terminal import attached, to_a_file
from bots.console import frames
from bots.console.client import Client, keep, named, typed
from bots.console.lines import lines
from bots.console.who import whoever
from core.bootstrap import LOCALES
from core.errors import UserError
from core.texts import Texts, nearest

PROMPT = "> "


async def chat(front: Front, person: str | None, language: str | None) -> int:
    """Talks until the end of the input; returns the exit code."""
    to_a_file(front.home)
    talk = Talk(front, person, language)
    while True:
        # Whoever served this terminal may end: then another does, or we do it ourselves.
        async with attached(front) as client:
            if await talk.run(client):
                return 0


class Talk:
    """What a terminal remembers: who sits there, what waits for an answer, which buttons show."""

    def __init__(self, front: Front, person: str | None, language: str | None) -> None:
        self._front = front
        self._who = whoever(front.environ, person, language)
        self._asked_language = language
        self._texts = Texts(LOCALES)
        self._language = nearest(self._who.language) or "en"
        self._choices: list[dict[str, str]] = []
        self._terminal = sys.stdin.isatty() and sys.stdout.isatty()
        self._lines = lines(PROMPT, editable=self._terminal)
        self._typing: asyncio.Future[str | None] | None = None
        self._said: dict[str, Any] | None = None
        """What waits for its answer."""
        self._moved = asyncio.Event()
        """Set when the answer has come, or the connection has gone."""
        self._lost = asyncio.Event()
        self._progress = Progress()
        self._client: Client
        if self._terminal:
            self._say_ourselves("console-welcome")

    async def run(self, client: Client) -> bool:
        """Lines in, replies out; True at the end of the input, False when the server has gone."""
        self._client = client
        self._lost.clear()
        await client.hello(self._who)
        listening = asyncio.create_task(self._listen())
        try:
            if self._said is not None:
                await self._say()  # again: it is the same message, and has the same answer
            while not self._lost.is_set():
                line = await self._line()
                if line is None:
                    return True
                if line.strip():
                    await self._take(line.strip())
        except ConnectionError:
            pass
        finally:
            self._progress.clear()
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
        return False

    async def _line(self) -> str | None:
        """The next line; empty when the connection goes first, and then it is not lost."""
        if self._typing is None:
            self._typing = asyncio.ensure_future(anext(self._lines, None))
        losing = asyncio.ensure_future(self._lost.wait())
        either: tuple[asyncio.Future[Any], ...] = (self._typing, losing)
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        losing.cancel()
        if not self._typing.done():
            return ""
        typed_line, self._typing = self._typing.result(), None
        return typed_line

    async def _say(self) -> None:
        assert self._said is not None
        self._moved.clear()
        await self._client.say(**self._said)
        await self._moved.wait()

    async def _take(self, line: str) -> None:
        try:
            what = self._meant(line)
        except UserError as error:
            self._say_ourselves(error.text_id, **error.values)
            return
        if what is None:
            return
        if "hello" in what:
            self._who = whoever(self._front.environ, what["hello"], self._asked_language)
            await self._client.hello(self._who)
            self._say_ourselves("console-as", name=self._who.person)
            return
        self._said = {"id": secrets.token_hex(16), **what}
        await self._say()

    def _meant(self, line: str) -> dict[str, Any] | None:
        """A line to what is said: a number presses a button, a slash is a command."""
        if line.isdecimal() and 0 < int(line) <= len(self._choices):
            return {"press": self._choices[int(line) - 1]["token"]}
        line = typed(line)
        if not line.startswith("/") or line == "/":
            return {"text": line}
        name, _, rest = line[1:].partition(" ")
        match name:
            case "help":
                self._say_ourselves("console-help")
                return {"command": "help", "text": rest}
            case "voice" if rest.strip():
                return {"voice": keep(self._front.home, _path(rest))}
            case "image" if rest.strip():
                return {"images": (keep(self._front.home, _path(rest)),)}
            case "file" if rest.strip():
                return {"files": (named(self._front.home, _path(rest)),)}
            case "as" if rest.strip():
                return {"hello": rest.strip()}
            case "lang" if rest.strip():
                return {"command": "language", "text": f"switch {rest.strip()}"}
            case "voice" | "image" | "file" | "as" | "lang":
                self._say_ourselves("console-help")
                return None
            case _:
                return {"command": name, "text": rest}

    async def _listen(self) -> None:
        async for frame in self._client.incoming():
            if frame["type"] == "working":
                self._progress.show(frame["stage"], frame["share"])
            elif frame["type"] == "draft":
                self._progress.draft(frame["text"])
            elif frame["type"] == "reply":
                await self._show(frame)
        self._lost.set()
        self._moved.set()

    async def _show(self, frame: dict[str, Any]) -> None:
        self._progress.clear()
        self._language = frame["language"]
        mine = self._said is not None and frame["answers"] == self._said["id"]
        print(_wrapped(frames.shown(frame)) if self._terminal else frames.shown(frame), flush=True)
        if frame["reply"]["choices"] or mine:
            self._choices = frame["reply"]["choices"]
        await self._client.seen(frame["row"])
        if mine:
            self._said = None
            self._moved.set()

    def _say_ourselves(self, text_id: str, **values: object) -> None:
        print(self._texts.format(self._language, text_id, **values), flush=True)


def _wrapped(text: str) -> str:
    """Broken between words, where a terminal would break within them."""
    width = max(20, shutil.get_terminal_size().columns)
    lines = (
        textwrap.fill(
            line, width, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
        )
        for line in text.split("\n")
    )
    return "\n".join(lines)


def _path(words: str) -> Path:
    """A file as people write it: with quotes or backslashes, or with bare spaces."""
    bare = Path(words.strip()).expanduser()
    if bare.exists():
        return bare
    try:
        return Path(" ".join(shlex.split(words))).expanduser()
    except ValueError:  # an apostrophe that is one
        return bare
