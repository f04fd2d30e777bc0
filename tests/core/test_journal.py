"""The journal: kept before it is acknowledged, done in order, done once."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.errors import LostLease, Unauthorised, Unavailable, UnknownOutcome
from core.journal import Inbox, Jobs, Outbox, Work
from core.model import Event, Message, Receipt, Reply, Sender, Target, Text
from core.store import people
from core.store.codec import decode_message, encode_message
from core.store.database import Database
from tests.clock import START, VirtualClock, settle
from tests.databases import fresh

HERE = Target("telegram", "mentor", "7")
ROW = "INSERT INTO message(key, conversation, body, received) VALUES (?, 1, 1, 1)"


@pytest.fixture
async def database(tmp_path):
    database = Database(fresh(tmp_path / "viva.db"))
    database.open()
    yield database
    await database.close()


@pytest.fixture
def clock():
    return VirtualClock()


@pytest.fixture
def inbox(database, clock):
    return Inbox(database, clock.now)


def said(text, id="1", target=HERE):
    sender = Sender("7", "Anna", "en")
    return Message(target, sender, id, (Text(text),), datetime(2026, 11, 18, 10, tzinfo=UTC))


def work_on(database, claim):
    known = people.find(database, claim.message) or people.newcomer(claim.message, "en")
    return Work(database, f"turn/{claim.id}", known, known.person)


async def answer(database, inbox, claim, text="ok"):
    work = work_on(database, claim)
    work.say(claim.message.target, Reply(text))
    return await work.commit(inbox.owner, claim, START.timestamp())


def test_a_message_survives_being_written_down():
    message = said("remind me, ¿vale? Ёж")

    assert message == decode_message(encode_message(message))


async def test_redelivery_changes_nothing(inbox):
    first = await inbox.accept([said("hi")], lease=True)

    assert len(first) == 1
    assert await inbox.accept([said("hi")], lease=True) == []
    assert await inbox.accept([said("hi"), said("hi")], lease=True) == []


async def test_a_conversation_is_answered_one_by_one_and_in_order(database, inbox):
    (claim,) = await inbox.accept([said("a", "1")], lease=True)

    assert await inbox.accept([said("b", "2"), said("c", "3")], lease=True) == []
    assert await inbox.claim(9) == []

    second = (await answer(database, inbox, claim)).next
    third = (await answer(database, inbox, second)).next
    order = [one.message.parts[0].text for one in (claim, second, third)]

    assert order == ["a", "b", "c"]
    assert (await answer(database, inbox, third)).next is None

    (claim,) = await inbox.accept([said("d", "4")], lease=True)

    assert claim.message.parts[0].text == "d"


async def test_without_a_free_slot_it_waits_to_be_claimed(inbox):
    assert await inbox.accept([said("a")], lease=False) == []

    (claim,) = await inbox.claim(9)

    assert claim.message.parts[0].text == "a"


async def test_after_a_crash_the_oldest_comes_again_and_the_dead_cannot_commit(
    database, inbox, clock
):
    (claim,) = await inbox.accept([said("a", "1"), said("b", "2")], lease=True)
    heir = Inbox(database, clock.now)
    waiting = await heir.recover()
    (again,) = await heir.claim(9)

    assert waiting == 2
    assert (claim.id, 1) == (again.id, again.tries)

    with pytest.raises(LostLease):
        await answer(database, inbox, claim)

    assert database.read("SELECT * FROM outbox") == []

    await answer(database, heir, again)

    assert len(database.read("SELECT * FROM outbox")) == 1


async def test_what_was_only_near_a_message_that_kills_is_not_set_aside_with_it(
    database, inbox, clock
):
    chats = [Target("telegram", "mentor", str(chat)) for chat in range(5)]
    for number, chat in enumerate(chats):
        await inbox.accept([said(f"{number}", str(number), chat)], lease=True)
    answered: list[tuple[str, int]] = []
    deadly, crashes = chats[1].key, 0

    while len(answered) < 5:
        heir = Inbox(database, clock.now)
        await heir.recover()
        alive = True
        while alive and len(answered) < 5:
            claims = await heir.claim(9)
            alive = all(one.conversation != deadly or one.tries == 5 for one in claims)
            crashes += not alive
            for claim in claims if alive else ():
                answered.append((claim.conversation, claim.tries))
                await answer(database, heir, claim)
            await clock.advance(0.5)

    assert crashes == 4
    assert dict(answered) == {chat.key: 5 if chat.key == deadly else 2 for chat in chats}
    assert answered[-1][0] == deadly


async def test_a_failing_part_takes_nothing_else_of_its_group_with_it(database):
    def bad(connection):
        connection.execute(
            "INSERT INTO message(key, conversation, body, received) VALUES (1,1,1,1)"
        )
        raise LostLease("x")

    def good(connection):
        connection.execute(
            "INSERT INTO message(key, conversation, body, received) VALUES (2,2,2,2)"
        )

    results = await asyncio.gather(
        database.write(good), database.write(bad), return_exceptions=True
    )

    assert isinstance(results[1], LostLease)
    assert database.read("SELECT key FROM message") == [("2",)]


class Post:
    """A channel that notes what it delivers, and refuses as often as it is told to."""

    def __init__(self, refuse=()):
        self.sent = []
        self.refuse = dict(refuse)

    async def __call__(self, delivery):
        left = self.refuse.get(delivery.reply.text, 0)
        if left:
            self.refuse[delivery.reply.text] = left - 1
            raise Unavailable("post", "closed", retry_after=10)
        self.sent.append((delivery.target.conversation, delivery.reply.text, delivery.again))
        return Receipt("sent")


async def replies(database, inbox, *texts, target=HERE):
    for text in texts:
        (claim,) = await inbox.accept([said("?", f"{target.key}{text}", target)], lease=True)
        yield (await answer(database, inbox, claim, text)).rows


async def test_what_cannot_be_delivered_holds_up_its_own_target_only(database, inbox, clock):
    post = Post({"one": 2})
    outbox = Outbox(database, post, clock.now, clock.sleep)
    other = Target("telegram", "mentor", "8")
    async for rows in replies(database, inbox, "one", "two"):
        outbox.send(rows)
    async for rows in replies(database, inbox, "three", target=other):
        outbox.send(rows)
    await settle()

    assert post.sent == [("8", "three", False)]

    await clock.advance(60)
    await outbox.idle()

    assert post.sent[1:] == [("7", "one", False), ("7", "two", False)]
    assert database.read("SELECT id FROM outbox WHERE state = 'due'") == []


async def test_what_has_no_receipt_is_sent_after_a_restart_and_marked_as_perhaps_again(
    database, inbox, clock
):
    async for _ in replies(database, inbox, "one", "two"):
        pass
    post = Post()
    outbox = Outbox(database, post, clock.now, clock.sleep)
    await outbox.recover()
    await outbox.idle()

    assert post.sent == [("7", "one", True), ("7", "two", True)]
    assert await outbox.recover() == 0


async def test_an_old_answer_is_given_up_not_tried_for_ever(database, inbox, clock):
    post = Post({"one": 10**9})
    outbox = Outbox(database, post, clock.now, clock.sleep)
    async for rows in replies(database, inbox, "one"):
        outbox.send([type(row)(row.delivery, clock.now().timestamp()) for row in rows])
    post.refuse["one"] = 1
    await settle()
    clock._at += timedelta(days=4)
    post.refuse["one"] = 1
    await clock.advance(60)
    await outbox.idle()

    assert database.read("SELECT state FROM outbox") == [("failed",)]


def event(key, due, name="bell"):
    return Event(name, key, {"n": 1}, due, target=HERE)


async def scheduled(database, inbox, *events, id="1"):
    (claim,) = await inbox.accept([said("?", id)], lease=True)
    work = work_on(database, claim)
    for one in events:
        work.schedule(one)
    await work.commit(inbox.owner, claim, 0.0)


async def test_a_job_is_claimed_when_it_is_due_and_once(database, inbox, clock):
    jobs = Jobs(database, clock.now, inbox.owner)
    due = clock.now() + timedelta(hours=1)
    await scheduled(database, inbox, event("a", due))

    assert due.timestamp() == jobs.next_due()
    assert await jobs.claim() == []

    await clock.advance(3600)
    (job,) = await jobs.claim()

    assert event("a", due) == job.event
    assert await jobs.claim() == []
    assert jobs.next_due() is None


async def test_the_same_key_replaces_and_takes_it_from_whoever_is_at_it(database, inbox, clock):
    jobs = Jobs(database, clock.now, inbox.owner)
    await scheduled(database, inbox, event("a", clock.now()))
    (job,) = await jobs.claim()
    await scheduled(database, inbox, event("a", clock.now() + timedelta(hours=1)), id="2")
    await jobs.drop(job)

    assert len(database.read("SELECT * FROM job")) == 1


async def test_an_event_with_two_handlers_becomes_one_job_for_each(database, inbox, clock):
    jobs = Jobs(database, clock.now, inbox.owner)
    await scheduled(database, inbox, event("a", clock.now()))
    (job,) = await jobs.claim()
    await jobs.fan_out(job, ["x", "y"])

    assert {"x", "y"} == {one.subscriber for one in await jobs.claim()}


async def test_an_event_raised_again_replaces_what_its_handlers_are_at(database, inbox, clock):
    jobs = Jobs(database, clock.now, inbox.owner)
    for number in (1, 2):
        again = replace(event("a", clock.now()), payload={"n": number})
        await scheduled(database, inbox, again, id=str(number))
        (job,) = await jobs.claim()
        await jobs.fan_out(job, ["x", "y"])
        found = await jobs.claim()

    assert [one.event.payload["n"] for one in found] == [2, 2]


async def test_once_is_once_over_a_restart(database, inbox):
    (claim,) = await inbox.accept([said("a")], lease=True)
    calls = []

    async def call():
        calls.append(1)
        return {"n": len(calls)}

    work = work_on(database, claim)

    assert await work.once("pay", {"sum": 3}, call) == {"n": 1}
    assert await work_on(database, claim).once("pay", {"sum": 3}, call) == {"n": 1}
    assert await work.once("pay", {"sum": 4}, call) == {"n": 2}


async def test_what_was_begun_and_not_finished_is_not_done_again_but_told(database, inbox):
    (claim,) = await inbox.accept([said("a")], lease=True)

    async def dies():
        raise ConnectionError

    async def fine():
        return 1

    work = work_on(database, claim)
    with pytest.raises(ConnectionError):
        await work.once("pay", 3, dies)
    with pytest.raises(UnknownOutcome):
        await work.once("pay", 3, fine)
    with pytest.raises(ConnectionError):
        await work.once("hear", 3, dies, repeatable=True)

    assert await work.once("hear", 3, fine, repeatable=True) == 1


async def test_a_row_that_cannot_be_read_holds_up_nobody(database, inbox):
    await inbox.accept([said("a", "1"), said("b", "2")], lease=False)
    other = Target("telegram", "mentor", "8")
    await inbox.accept([said("c", "3", other)], lease=False)
    await database.write(
        lambda connection: connection.execute(
            "UPDATE message SET body = x'7b7d' WHERE id IN (1, 3)"
        )
    )
    (claim,) = await inbox.claim(9)

    assert claim.message.parts[0].text == "b"
    assert await inbox.claim(9) == []
    assert (await answer(database, inbox, claim)).next is None
    assert database.read("SELECT id, state FROM message ORDER BY id") == [
        (1, "broken"),
        (2, "done"),
        (3, "broken"),
    ]

    (fresh_claim,) = await inbox.accept([said("d", "4", other)], lease=True)

    assert fresh_claim.message.parts[0].text == "d"


async def test_a_wrong_token_costs_no_answer(database, inbox, clock):
    post = Post()
    refused = [Unauthorised("telegram", "token")]

    async def deliver(delivery):
        if refused:
            raise refused.pop()
        return await post(delivery)

    outbox = Outbox(database, deliver, clock.now, clock.sleep)
    async for rows in replies(database, inbox, "one"):
        outbox.send(rows)
    await clock.advance(60)
    await outbox.idle()

    assert post.sent == [("7", "one", False)]
