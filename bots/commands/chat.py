"""`viva chat`: a conversation in the terminal, or line by line where nobody looks."""

import asyncio
import sys
from pathlib import Path
from typing import Any

from bots.commands.front import Front
from bots.commands.progress import Progress
from bots.commands.terminal import attached
from bots.console import frames
from bots.console.client import Client, keep, typed
from bots.console.lines import lines
from bots.console.who import whoever
from core.bootstrap import LOCALES
from core.errors import UserError
from core.texts import Texts, nearest

PROMPT = "> "


async def chat(front: Front, person: str | None, language: str | None) -> int:
    """Talks until the end of the input; returns the exit code."""
    whoever(front.environ, person, language)  # a wrong language is told before anything starts
    async with attached(front) as client:
        return await Talk(front, client, person, language).run()


class Talk:
    """What a terminal remembers: who sits there, what waits for an answer, which buttons show."""

    def __init__(
        self, front: Front, client: Client, person: str | None, language: str | None
    ) -> None:
        self._front = front
        self._client = client
        self._person = person
        self._texts = Texts(LOCALES)
        self._asked_language = language
        self._language = nearest(language or front.environ.get("LANG")) or "en"
        self._choices: list[dict[str, str]] = []
        self._waiting: str | None = None
        self._answered = asyncio.Event()
        self._terminal = sys.stdin.isatty()
        self._progress = Progress()
        self._lost = False

    async def run(self) -> int:
        """Lines in, replies out."""
        await self._hello()
        listening = asyncio.create_task(self._listen())
        if self._terminal:
            self._say_ourselves("console-welcome")
        try:
            self._prompt()
            async for line in lines():
                if line.strip():
                    await self._take(line.strip())
                if self._lost:
                    break
                self._prompt()
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
        return 1 if self._lost else 0

    def _prompt(self) -> None:
        if self._terminal:
            sys.stdout.write(PROMPT)
            sys.stdout.flush()

    async def _take(self, line: str) -> None:
        try:
            what = self._meant(line)
        except UserError as error:
            self._say_ourselves(error.text_id, **error.values)
            return
        if what is None:
            return
        if "hello" in what:
            self._person = what["hello"]
            await self._hello()
            self._say_ourselves("console-as", name=self._person)
            return
        self._answered.clear()
        self._waiting = await self._client.say(**what)
        await self._answered.wait()

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
            case "voice":
                return {"voice": keep(self._front.home, Path(rest.strip()).expanduser())}
            case "as" if rest.strip():
                return {"hello": rest.strip()}
            case "lang":
                return {"command": "language", "text": f"switch {rest.strip()}"}
            case _:
                return {"command": name, "text": rest}

    async def _listen(self) -> None:
        async for frame in self._client.incoming():
            if frame["type"] == "working":
                self._progress.show(frame["stage"], frame["share"])
            elif frame["type"] == "reply":
                await self._show(frame)
        self._lost = True
        self._answered.set()
        self._say_ourselves("console-lost")

    async def _show(self, frame: dict[str, Any]) -> None:
        self._progress.clear()
        self._language = frame["language"]
        mine = self._waiting is not None and frame["answers"] == self._waiting
        if self._terminal and not mine:
            sys.stdout.write("\r\033[K")
        print(frames.shown(frame), flush=True)
        if frame["reply"]["choices"] or mine:
            self._choices = frame["reply"]["choices"]
        await self._client.seen(frame["row"])
        if mine:
            self._waiting = None
            self._answered.set()
        elif self._waiting is None:
            self._prompt()

    async def _hello(self) -> None:
        await self._client.hello(whoever(self._front.environ, self._person, self._asked_language))

    def _say_ourselves(self, text_id: str, **values: object) -> None:
        print(self._texts.format(self._language, text_id, **values), flush=True)
