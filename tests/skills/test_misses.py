"""Sentences that were not understood: kept by consent, scrubbed, bounded, and listed."""

import json
import sqlite3

import skills
from bots.commands.front import Front
from bots.commands.understand import Request, understand
from core.pipeline.misses import MOST
from core.study import Miss

KEPT = "SELECT body FROM record WHERE kind = 'miss' ORDER BY seq"


def kept(dialog) -> list[str]:
    with sqlite3.connect(dialog.home / "viva.db") as connection:
        return [json.loads(body)["text"] for (body,) in connection.execute(KEPT)]


async def test_nothing_is_kept_of_who_has_not_agreed(dialog):
    anna = dialog.speaker()
    await anna.say("frobnicate the quux with Peter")
    assert kept(dialog) == []


async def test_what_is_kept_does_not_tell_who_said_it(dialog):
    anna = dialog.speaker(name="Anna Schmidt")
    await anna.say("you may keep the sentences you did not understand")
    await anna.say("frobnicate the quux with Peter at 555 1234")
    await anna.say("frobnicate the quux with Paula at 555 9876")
    await anna.say("anna wants a quux, mail a@b.example")
    await anna.say("frobnicate " + "quux " * 60)  # a text, and no wish
    assert kept(dialog) == [
        "frobnicate the quux with {name} at {number}",
        "{name} wants a quux, mail {address}",
    ]


async def test_they_are_bounded(dialog):
    anna = dialog.speaker()
    await anna.say("you may keep the sentences you did not understand")
    await anna.say("quux zero")
    work = dialog.app.house.database
    row = json.dumps({"text": "x", "language": "en", "created": "2026-11-18T10:00:00Z"})
    (person, scope), *_ = work.read("SELECT person_id, scope FROM record WHERE kind = 'miss'")
    insert = (
        "INSERT INTO record(kind, id, scope, person_id, schema_version, revision, body, terms)"
        " VALUES ('miss', ?, ?, ?, 1, 1, ?, '')"
    )
    rows = [(f"m{n}", scope, person, row.encode()) for n in range(MOST - 1)]
    await work.write(lambda connection: connection.executemany(insert, rows).rowcount)
    await anna.say("quux of the last one")
    texts = kept(dialog)
    assert (len(texts), texts[-1]) == (MOST, "quux of the last one")
    assert "quux zero" not in texts
    assert Miss.kind == "miss"


async def test_they_are_listed_for_the_next_phrasing(dialog, capsys):
    for name in ("anna", "bert"):
        speaker = dialog.speaker(name)
        await speaker.say("you may keep the sentences you did not understand")
        await speaker.say("frobnicate the quux")
    await dialog.speaker("bert").say("quuxify everything")
    front = Front({"VIVA_HOME": str(dialog.home)}, skills, ())
    assert await understand(front, Request("misses", None, explain=False, as_json=True)) == 0
    assert json.loads(capsys.readouterr().out)["misses"] == [
        {"language": "en", "text": "frobnicate the quux", "people": 2},
        {"language": "en", "text": "quuxify everything", "people": 1},
    ]
    await understand(front, Request("misses", "de", explain=False, as_json=False))
    assert "no misses are kept" in capsys.readouterr().out


async def test_a_sentence_is_explained(capsys):
    front = Front({}, skills, ())
    said = "remind me tomorrow at nine to call mum"
    assert await understand(front, Request(said, "en", explain=True, as_json=False)) == 0
    out = capsys.readouterr().out
    for part in ("reminders.create", "'tomorrow at nine'", "template  ", "score     ", "call mum"):
        assert part in out
    assert await understand(front, Request("frobnicate", "en", explain=True, as_json=False)) == 1
    assert "not understood" in capsys.readouterr().out
