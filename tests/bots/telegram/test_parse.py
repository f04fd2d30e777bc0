"""Updates of every kind become the right Messages, and nothing from outside makes parse raise."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.telegram.parse import Me, parse
from core.model import Command, Document, Image, Message, Press, Text, Voice

PAYLOADS = {path.stem: path for path in (Path(__file__).parent / "payloads").glob("*.json")}
ME = Me(1000001, "school_mentor_bot")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

TAKEN = {
    "text": (Text("Напомни мне завтра в девять повторить главу три 📚"),),
    "start": (Command("start"),),
    "start_payload": (Command("start", "course_7"),),
    "help": (Command("help"),),
    "voice": (Voice("mentor/AwACAgIAAxkBAAIv1", 16218, "audio/ogg", 4),),
    "voice_caption": (
        Voice("mentor/AwACAgIAAxkBAAIv2", 16218, "audio/ogg", 4),
        Text("my pronunciation"),
    ),
    "audio": (Voice("mentor/AwACAgIAAxkBAAIa1", 2880512, "audio/mpeg", 180),),
    "video_note": (Voice("mentor/AwACAgIAAxkBAAIn1", 402100, "video/mp4", 6),),
    "photo": (Image("mentor/AwACAgIAAxkBAAIp3", 151200, "image/jpeg"), Text("is this right?")),
    "document": (Document("mentor/AwACAgIAAxkBAAId1", "home work.pdf", 90210, "application/pdf"),),
    "press": (Press("reminders.create?text=ch3"),),
    "press_old_message": (Press("notes.list"),),
    "group_mention": (Text("explain eigenvalues"),),
    "group_command": (Command("notes", "algebra"),),
    "group_reply": (Text("yes please"),),
    "topic": (Text("what is due?"),),
}


def read(name: str) -> bytes:
    return PAYLOADS[name].read_bytes()


def one(name: str, me: Me = ME) -> Message:
    (message,) = parse(read(name), "mentor", me, lambda: NOW)
    return message


def update(**message: Any) -> dict[str, Any]:
    usual = {
        "chat": {"id": 5, "type": "private"},
        "from": {"id": 5, "is_bot": False, "first_name": "A"},
        "date": 1764000000,
    }
    return {"update_id": 1, "message": usual | message}


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_every_payload_is_what_it_should_be(name: str) -> None:
    parts = [message.parts for message in parse(read(name), "mentor", ME)]
    assert parts == ([TAKEN[name]] if name in TAKEN else [])


def test_envelope() -> None:
    message = one("text")
    assert message.target.key == "telegram:mentor:501"
    assert (message.sender.id, message.sender.name) == ("501", "Ana Ruiz")
    assert message.sender.language == "es-MX"
    assert message.at == datetime.fromtimestamp(1764000000, UTC)
    assert message.key == f"telegram:mentor:{json.loads(read('text'))['update_id']}"


def test_a_mapping_is_the_same_as_its_bytes() -> None:
    assert parse(json.loads(read("photo")), "mentor", ME) == [one("photo")]


def test_a_press_happens_now() -> None:
    assert one("press_old_message").at == NOW
    assert one("press").at == NOW


def test_topics_are_conversations_of_their_own_and_threads_of_replies_are_not() -> None:
    assert one("topic").target.conversation == "-1009876543210:17"
    assert one("group_reply").target.conversation == "-1001234567890"


@pytest.mark.parametrize("name", ["group_mention", "group_command"])
def test_until_the_name_is_known_every_bot_is_us(name: str) -> None:
    assert one(name, Me(1000001)).parts == TAKEN[name] or name == "group_mention"
    assert parse(read(name), "mentor", Me(1000001, "another_bot")) == []


def test_a_bare_command_in_a_group_is_for_every_bot() -> None:
    group = {"id": -5, "type": "group"}
    (message,) = parse(update(chat=group, text="/notes algebra"), "mentor", ME)
    assert message.parts == (Command("notes", "algebra"),)
    assert message.target.conversation == "-5"


def test_a_reply_to_somebody_else_is_none_of_ours() -> None:
    assert parse(read("group_reply"), "mentor", Me(1000002, "another_bot")) == []


def test_a_name_behind_an_emoji_is_found_by_its_utf16_offset() -> None:
    group = {"id": -5, "type": "supergroup"}
    text = "👍👍 @school_mentor_bot"
    entity = {"type": "mention", "offset": 5, "length": 18}
    (message,) = parse(update(chat=group, text=text, entities=[entity]), "mentor", ME)
    assert message.parts == (Text("👍👍"),)
    shifted = entity | {"offset": 3}
    assert parse(update(chat=group, text=text, entities=[shifted]), "mentor", ME) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("/Note@anybody  buy milk ", Command("note", "buy milk")),
        ("/note\nbuy milk", Command("note", "buy milk")),
        ("/usr/bin is a folder", Text("/usr/bin is a folder")),
        ("/", Text("/")),
        ("/ note", Text("/ note")),
        ("a /note", Text("a /note")),
        ("nul\x00byte", Text("nulbyte")),
    ],
)
def test_commands_and_what_looks_like_one(text: str, part: object) -> None:
    (message,) = parse(update(text=text), "mentor", ME)
    assert message.parts == (part,)


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/", "document"),
        ("..", "document"),
        ("", "document"),
        ("a\x00b\n.pdf", "ab.pdf"),
    ],
)
def test_a_file_name_is_never_a_path(given_name: str, kept: str) -> None:
    (message,) = parse(update(document={"file_id": "f", "file_name": given_name}), "mentor", ME)
    assert message.parts == (Document("mentor/f", kept),)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b'{"update_id":NaN}',
        b'{"update_id":1e400}',
        b'{"update_id":' + b"9" * 5000 + b"}",
        b'{"update_id":1,"message":{"text":"\\ud800"}}',
        b'{"update_id":1,"x":' + b"[" * 100_000,
        b'{"update_id":1,"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a":' * 100_000,
        b'"' + b"a" * 1_000_000,
        json.dumps(update(text="t", date=10**30)).encode(),
        json.dumps(update(text="t", date=-1)).encode(),
        json.dumps(update(text="t", chat={"id": 2**70})).encode(),
        json.dumps(update(text="t") | {"update_id": "1"}).encode(),
        json.dumps(update(text=["t"])).encode(),
    ],
)
def test_what_is_no_update_is_nothing(raw: bytes) -> None:
    assert parse(raw, "mentor", ME) == []


KEYS = st.sampled_from(
    [
        "update_id",
        "message",
        "callback_query",
        "chat",
        "from",
        "id",
        "type",
        "date",
        "text",
        "caption",
        "entities",
        "offset",
        "length",
        "user",
        "photo",
        "voice",
        "audio",
        "document",
        "file_id",
        "file_name",
        "file_size",
        "duration",
        "data",
        "is_bot",
        "first_name",
        "reply_to_message",
        "message_thread_id",
        "is_topic_message",
        "mime_type",
    ]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["private", "supergroup", "mention", "text_mention", "/a@b c", "@x_bot"])
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


def grafts(name: str) -> list[tuple[str, ...]]:
    """The paths of everything in a payload."""
    found: list[tuple[str, ...]] = []

    def walk(node: Any, path: tuple[str, ...]) -> None:
        found.append(path)
        if isinstance(node, dict):
            for key, value in node.items():
                walk(value, (*path, key))

    walk(json.loads(read(name)), ())
    return found[1:]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_never_raises_on_bytes(raw: bytes) -> None:
    assert isinstance(parse(raw, "mentor", ME), list)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS | st.integers(), JSON, max_size=5))
def test_never_raises_on_mappings(mapping: dict[str, object]) -> None:
    assert isinstance(parse(mapping, "mentor", ME), list)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_never_raises_on_a_real_update_with_one_thing_changed(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(TAKEN)))
    *above, last = data.draw(st.sampled_from(grafts(name)))
    tree = json.loads(read(name))
    node = tree
    for key in above:
        node = node[key]
    node[last] = data.draw(JSON)
    for message in parse(json.dumps(tree).encode(), "mentor", ME):
        assert message.parts
        assert message.at.tzinfo is UTC


@pytest.fixture(scope="module")
def update_type() -> Any:
    types = pytest.importorskip("aiogram.types", reason="aiogram is not installed")
    return types.Update


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_every_payload_is_real_to_the_sdk(name: str, update_type: Any) -> None:
    parsed = update_type.model_validate_json(read(name))
    assert parsed.event is not None
    assert not set(parsed.model_extra or {})
