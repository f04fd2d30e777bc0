"""What terminal and server say to each other, one JSON object a line; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from bots.console.screen import plain
from core.model import (
    Command,
    Document,
    Image,
    Message,
    Part,
    Press,
    Sender,
    Target,
    Text,
    Voice,
)
from core.ports.channel import Delivery

NAME = "console"
LONGEST_LINE = 1 << 20
"""Bytes of one frame."""
LONGEST_NAME = 60
"""Characters of a file's name: its end tells what it is."""


class Hello(msgspec.Struct, tag="hello", tag_field="type"):
    """Who sits at the terminal; said first, and again by `/as`."""

    person: str
    name: str | None = None
    language: str | None = None
    zone: str | None = None


class Say(msgspec.Struct, tag="say", tag_field="type"):
    """One message; `id` makes it this one and no other."""

    id: str
    text: str | None = None
    voice: str | None = None
    images: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """Each its ref and its name."""
    press: str | None = None
    command: str | None = None
    language: str | None = None


class Seen(msgspec.Struct, tag="seen", tag_field="type"):
    """The terminal has shown the reply of that outbox row."""

    row: int


Frame = Hello | Say | Seen
_decoder = msgspec.json.Decoder(Frame)
_encoder = msgspec.json.Encoder()


def read(line: bytes) -> Frame:
    """A line of a terminal; raises `msgspec.ValidationError` for anything else."""
    frame: Frame = _decoder.decode(line)
    return frame


def write(frame: object) -> bytes:
    """A frame as a line."""
    return _encoder.encode(frame) + b"\n"


def parse(say: Say, hello: Hello) -> Message:
    """What was said, by whom, as a Message."""
    parts: list[Part] = []
    if say.press is not None:
        parts.append(Press(say.press))
    if say.command is not None:
        parts.append(Command(say.command, say.text or ""))
    elif say.text is not None:
        parts.append(Text(say.text))
    if say.voice is not None:
        parts.append(Voice(say.voice))
    parts += [Image(ref) for ref in say.images]
    parts += [Document(ref, name) for ref, name in say.files]
    return Message(
        target=Target(NAME, "main", hello.person),
        sender=Sender(hello.person, hello.name, hello.language, hello.zone),
        external_id=say.id,
        parts=tuple(parts),
        at=datetime.now(UTC),
        language=say.language,
    )


def render(delivery: Delivery, kept: Sequence[Mapping[str, str]] = ()) -> dict[str, Any]:
    """A reply as the terminal gets it; `kept` says where its picture and its file lie."""
    choices = [{"label": choice.label, "token": choice.token} for choice in delivery.reply.choices]
    bare = replace(delivery.reply, image=None, file=None)
    prefix = f"{NAME}:main:"
    answers = delivery.message_key
    return {
        "type": "reply",
        "row": delivery.id,
        "answers": answers.removeprefix(prefix) if answers else None,
        "again": delivery.again,
        "language": delivery.language,
        "reply": {**asdict(bare), "choices": choices, "files": list(kept)},
        "trace": delivery.trace,
    }


def working(stage: str, share: float | None) -> Mapping[str, Any]:
    """That something long is going on."""
    return {"type": "working", "stage": stage, "share": share}


def draft(text: str) -> Mapping[str, Any]:
    """All that there is until now of an answer under way."""
    return {"type": "draft", "text": text}


def shown(frame: Mapping[str, Any]) -> str:
    """A reply as lines of text that a terminal can take; its buttons are numbered."""
    reply = frame["reply"]
    lines = [reply["text"]]
    lines += [f"  {one['name']}: {one['path']}" for one in reply.get("files", ())]
    lines += [f"  {number}) {one['label']}" for number, one in enumerate(reply["choices"], 1)]
    return plain("\n".join(lines))


def file_name(row: int, name: str) -> str:
    """A file of that outbox row as it may be called on any disk; a name of ours, maybe with words
    of theirs in it."""
    kept = "".join(sign for sign in name if sign.isalnum() or sign in " .-_()").strip(" .")
    return f"{row}-{kept[-LONGEST_NAME:] or 'file'}"
