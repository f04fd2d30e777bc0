"""The worker where the database fails it: nothing due is lost, and it ends when it is told to."""

import asyncio
import sqlite3
import time
from datetime import timedelta

import pytest

from core.errors import Unavailable
from core.model import Message, Sender, Target, Text
from tests.dialog import Dialog, dialog

__all__ = ["dialog"]


async def turn(dialog, times, seconds=61):
    """Lets the clock run without waiting for anything to be done."""
    for _ in range(times):
        dialog.clock.leap(dialog.clock.now() + timedelta(seconds=seconds))
        await asyncio.sleep(0.01)


async def refused(*_, **__):
    raise Unavailable("database", "full")


async def reminded(dialog):
    """How often it was said, once it was."""
    said = 0
    async with asyncio.timeout(30):
        while not said:
            await turn(dialog, 1)
            said = sum("Reminder: swim" in one.reply.text for one in dialog.channel.delivered)
    return said


async def test_a_reminder_outlasts_a_full_disk(dialog, monkeypatch):
    await dialog.speaker().say("remind me in 1 minute to swim")
    with monkeypatch.context() as full:
        full.setattr("core.journal.work.Work.commit", refused)
        await turn(dialog, 40)  # longer than a handler that fails is tried

    assert await reminded(dialog) == 1


async def test_a_job_whose_return_is_refused_too_is_taken_up_again(dialog, monkeypatch):
    await dialog.speaker().say("remind me in 1 minute to swim")
    with monkeypatch.context() as full:
        full.setattr("core.journal.work.Work.commit", refused)
        full.setattr(dialog.app.worker._jobs, "postpone", refused)
        await turn(dialog, 3)

    assert await reminded(dialog) == 1


async def test_the_clock_goes_on_whatever_it_met(dialog, monkeypatch):
    await dialog.speaker().say("remind me in 1 minute to swim")

    async def broken(limit):
        raise sqlite3.DatabaseError

    with monkeypatch.context() as meeting:
        meeting.setattr(dialog.app.worker._inbox, "claim", broken)
        await turn(dialog, 3)

    assert await reminded(dialog) == 1


@pytest.fixture
def hasty(monkeypatch):
    monkeypatch.setattr("core.journal.outbox.LAST_SENDING", 0.1)
    monkeypatch.setattr("core.journal.outbox.LAST_MARKING", 0.1)


async def test_it_ends_though_the_disk_is_full(tmp_path, hasty, monkeypatch):
    one = Dialog(tmp_path)
    await one.start()
    message = Message(
        Target("dialog", "home", "anna"), Sender("anna"), "1", (Text("hello"),), one.clock.now()
    )
    await one.app.worker.accept([message])
    with monkeypatch.context() as full:
        full.setattr(one.app.worker._outbox, "_mark", lambda *_: asyncio.Event().wait())
        while not one.channel.delivered:
            await asyncio.sleep(0.01)
        began = time.monotonic()
        await one.app.stop()

    assert time.monotonic() - began < 5


async def test_what_comes_at_the_end_is_left_to_the_next_process(tmp_path, hasty):
    one = Dialog(tmp_path)
    await one.start()
    accept = one.app.worker.accept
    await one.app.worker.stop()
    message = Message(
        Target("dialog", "home", "anna"), Sender("anna"), "1", (Text("hello"),), one.clock.now()
    )
    await accept([message])
    await one.app.stop()

    assert one.channel.delivered == []

    await one.start()
    await one.app.worker.idle()
    async with asyncio.timeout(30):
        while not one.channel.delivered:
            await asyncio.sleep(0.01)
    await one.app.stop()

    assert len(one.channel.delivered) == 1
