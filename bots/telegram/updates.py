"""What we read of a Telegram update: names and types as in the Bot API, and nothing besides."""

from collections.abc import Mapping
from typing import Annotated

import msgspec

# Numbers beyond these are no Telegram ids: JSON readers elsewhere would round them.
Id = Annotated[int, msgspec.Meta(ge=-(2**53), le=2**53)]
UpdateId = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Size = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
UnixTime = Annotated[int, msgspec.Meta(ge=0, le=253_402_300_799)]
Offset = Annotated[int, msgspec.Meta(ge=0, le=2**31)]


class User(msgspec.Struct):
    """Who; only what we read of it, as in every struct here."""

    id: Id
    is_bot: bool = False
    first_name: str = ""
    last_name: str = ""
    language_code: str | None = None


class Chat(msgspec.Struct):
    """Where."""

    id: Id
    type: str = "private"


class Entity(msgspec.Struct):
    """A stretch of the text with a meaning; offset and length count UTF-16 units."""

    type: str
    offset: Offset
    length: Offset
    user: User | None = None


class File(msgspec.Struct):
    """Any file: what a kind does not have keeps its default."""

    file_id: str
    file_size: Size | None = None
    mime_type: str | None = None
    file_name: str | None = None
    duration: float | None = None


class Origin(msgspec.Struct):
    """The message that one replies to, as far as we ask."""

    sender: User | None = msgspec.field(name="from", default=None)


class Post(msgspec.Struct):
    """A message of the Bot API."""

    chat: Chat
    sender: User | None = msgspec.field(name="from", default=None)
    date: UnixTime = 0
    message_thread_id: Id | None = None
    is_topic_message: bool = False
    text: str | None = None
    caption: str | None = None
    entities: list[Entity] = []
    caption_entities: list[Entity] = []
    reply_to_message: Origin | None = None
    voice: File | None = None
    audio: File | None = None
    video_note: File | None = None
    photo: list[File] = []
    document: File | None = None


class Callback(msgspec.Struct):
    """A press of a button under a message of ours."""

    id: str
    sender: User = msgspec.field(name="from")
    message: Post | None = None
    data: str | None = None


class Update(msgspec.Struct):
    """One update; the kinds we do not take are not named and so are skipped."""

    update_id: UpdateId
    message: Post | None = None
    callback_query: Callback | None = None


_decoder = msgspec.json.Decoder(Update)


def decode(update: bytes | Mapping[str, object]) -> Update | None:
    """The update as we read it; None for whatever is none."""
    try:
        if isinstance(update, bytes):
            return _decoder.decode(update)
        return msgspec.convert(update, Update)
    except (ValueError, RecursionError):  # msgspec's errors are ValueErrors
        return None
