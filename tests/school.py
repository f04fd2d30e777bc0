"""A database of two people with an index of meaning that can be stopped and started."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.model import Person
from core.store.database import Database
from core.store.meaning import MeaningIndex
from core.store.records import Records
from core.study import Note
from tests.clock import VirtualClock, settle
from tests.databases import caught_up, fresh
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.vectors import FakeVectors

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


class School:
    """Anna and Ben keep notes there."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path)
        self.embedder = FakeEmbedder()
        self.vectors: Any = FakeVectors()
        self.clock = VirtualClock()
        self.patience = 2.0
        self.index: MeaningIndex | None = None

    async def start(self) -> None:
        self.index = MeaningIndex(
            self.database,
            self.embedder,
            self.vectors,
            sleep=self.clock.sleep,
            patience=self.patience,
        )
        await self.index.start()

    async def stop(self) -> None:
        if self.index is not None:
            await self.index.stop()

    def notes(self, who: str = "anna") -> Records[Note]:
        return Records(Note, who, who, None, "en", self.database, meaning=self.index)

    async def keep(self, *texts: str, who: str = "anna") -> list[Note]:
        notes = self.notes(who)
        kept = [await notes.add(Note(text, NOW)) for text in texts]
        await self.database.write(notes.write)
        if self.index:
            self.index.wake()
        return kept

    async def change(self, note: Note, text: str | None) -> None:
        notes = self.notes()
        if text is None:
            await notes.remove(note.id)
        else:
            await notes.get(note.id)
            await notes.put(replace(note, text=text))
        await self.database.write(notes.write)

    async def caught_up(self) -> None:
        assert self.index is not None
        await caught_up(self.database, self.index)
        await settle()  # and the index waits to be woken

    async def found(self, words: str, who: str = "anna") -> list[str]:
        return [note.text for note in await self.notes(who).search(words)]

    def indexed(self, model: str = "concepts-1") -> set[str]:
        return {id for of, _, id in self.vectors.points if of == model}


def _people(connection: sqlite3.Connection) -> None:
    for who in ("anna", "ben"):
        person = Person(who)
        connection.execute(
            "INSERT INTO person(id, workspace, language, version) VALUES (?,?,?,0)",
            (person.id, person.workspace, person.language),
        )


@asynccontextmanager
async def quiet_school(folder: Path) -> AsyncIterator[School]:
    """Nobody follows yet."""
    school = School(fresh(folder / "viva.db"))
    school.database.open()
    await school.database.write(_people)
    yield school
    await school.stop()
    await school.database.close()
