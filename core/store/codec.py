"""Nouns to JSON bytes and back; a value that may be one of several carries the name of its type."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import datetime
from typing import Any

import msgspec

from core import model
from core.model import Message, Sender, Target

TAGGED: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        model.Text, model.Voice, model.Image, model.Document, model.Press, model.Command,
        model.Spoken, model.Moment, model.Duration, model.Period, model.Recurrence, model.Number,
        model.Impossible,
    )
}  # fmt: skip

encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


def decode(body: bytes) -> Any:
    """JSON bytes -> plain dicts, lists and scalars."""
    return _decode(body)


def encode_message(message: Message) -> bytes:
    """The message as the journal keeps it: the kinds of its parts stand beside it."""
    return encode([message, [type(part).__name__ for part in message.parts]])


def decode_message(body: bytes) -> Message:
    """The reverse; raises `msgspec.ValidationError` for what we never wrote."""
    fields, kinds = _decode(body)
    parts: tuple[model.Part, ...] = tuple(
        msgspec.convert(part, TAGGED[kind])
        for part, kind in zip(fields["parts"], kinds, strict=True)
    )
    return Message(
        target=msgspec.convert(fields["target"], Target),
        sender=msgspec.convert(fields["sender"], Sender),
        external_id=fields["external_id"],
        parts=parts,
        at=msgspec.convert(fields["at"], datetime),
        workspace=fields["workspace"],
        language=fields["language"],
    )


def wrap(slots: Mapping[str, object]) -> dict[str, object]:
    """Slots -> plain values; a span value becomes `{"type": ..., "value": ...}`."""
    return {
        name: {"type": type(value).__name__, "value": msgspec.to_builtins(value)}
        if is_dataclass(value)
        else value
        for name, value in slots.items()
    }


def unwrap(slots: Mapping[str, Any]) -> dict[str, object]:
    """The reverse of `wrap`."""
    return {
        name: msgspec.convert(value["value"], TAGGED[value["type"]])
        if isinstance(value, dict)
        else value
        for name, value in slots.items()
    }
