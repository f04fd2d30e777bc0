"""A Telegram update becomes Messages: pure, without the SDK, and without raising on any bytes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bots.telegram.updates import Entity, Post, Update, User, decode
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
from core.ports.clock import Now, system_now

CHANNEL = "telegram"

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?\s*", re.DOTALL)
_NOT_A_NAME = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Me:
    """The bot itself, to tell what in a group is said to it."""

    id: int | None = None
    username: str | None = None
    """Without the @; None until Telegram has told us: then every `...bot` counts as us, since
    what we refuse is gone for good."""

    def is_called(self, username: str) -> bool:
        """Whether that @name, without the @, is ours."""
        name = username.lower()
        return name == self.username.lower() if self.username else name.endswith("bot")


NOBODY = Me()


def parse(
    update: bytes | Mapping[str, object], bot: str, me: Me = NOBODY, now: Now = system_now
) -> list[Message]:
    """An update to `bot` (mentor, analyst, traffic) -> none or one Message; never raises.

    A file's `ref` is `<bot>/<file_id>`, since a file id means something to its own bot only.
    """
    read = decode(update)
    return messages(read, bot, me, now) if read is not None else []


def messages(update: Update, bot: str, me: Me = NOBODY, now: Now = system_now) -> list[Message]:
    """The same from a decoded update."""
    if update.message is not None:
        post, sender = update.message, update.message.sender
        parts = _parts(post, bot, me)
    elif update.callback_query is not None and update.callback_query.message is not None:
        post, sender = update.callback_query.message, update.callback_query.sender
        token = _clean(update.callback_query.data or "")
        parts = [Press(token)] if token else []
    else:
        return []
    if not parts or sender is None or sender.is_bot:
        return []
    # A press bears no time but that of the message above it, which may be months old.
    at = datetime.fromtimestamp(post.date, UTC) if update.message else now()
    return [
        Message(
            target=Target(CHANNEL, bot, _conversation(post)),
            sender=_sender(sender),
            external_id=str(update.update_id),
            parts=tuple(parts),
            at=at,
        )
    ]


def _conversation(post: Post) -> str:
    # Plain replies in supergroups bear a thread id too, and cannot be answered into it.
    if post.is_topic_message and post.message_thread_id is not None:
        return f"{post.chat.id}:{post.message_thread_id}"
    return str(post.chat.id)


def _sender(user: User) -> Sender:
    name = _clean(f"{user.first_name} {user.last_name}").strip()
    return Sender(id=str(user.id), name=name or None, language=user.language_code or None)


def _parts(post: Post, bot: str, me: Me) -> list[Part]:
    words = _clean(post.text if post.text is not None else post.caption or "")
    command = _COMMAND.fullmatch(words) if post.text is not None else None
    if post.chat.type != "private":
        entities = post.entities if post.text is not None else post.caption_entities
        called = _mentions(words, entities, me)
        addressed = me.is_called(command[2]) if command and command[2] else bool(command)
        if not (addressed or called or _answers(post, me)):
            return []
        words = _without(words, called)
        command = command if addressed else None
    if command:
        return [Command(command[1].lower(), (command[3] or "").strip())]
    parts = _files(post, bot)
    if words.strip():
        parts.append(Text(words))
    return parts


def _clean(text: str) -> str:
    """Without NUL, which databases refuse: the update would come again for a day."""
    return text.replace("\x00", "") if "\x00" in text else text


def _files(post: Post, bot: str) -> list[Part]:
    parts: list[Part] = []
    for sound, usual in (
        (post.voice, "audio/ogg"),
        (post.audio, "audio/mpeg"),
        (post.video_note, "video/mp4"),
    ):
        if sound is not None:
            media_type = sound.mime_type or usual
            ref = f"{bot}/{sound.file_id}"
            parts.append(Voice(ref, sound.file_size, media_type, sound.duration))
    if post.photo:
        largest = post.photo[-1]  # Telegram lists the sizes from small to large
        parts.append(Image(f"{bot}/{largest.file_id}", largest.file_size, "image/jpeg"))
    if post.document is not None:
        file = post.document
        name = re.split(r"[/\\]", file.file_name or "")[-1]
        name = _NOT_A_NAME.sub("", name).strip(". ") or "document"
        parts.append(Document(f"{bot}/{file.file_id}", name, file.file_size, file.mime_type))
    return parts


def _answers(post: Post, me: Me) -> bool:
    answered = post.reply_to_message.sender if post.reply_to_message else None
    return answered is not None and me.id is not None and answered.id == me.id


def _mentions(words: str, entities: list[Entity], me: Me) -> list[str]:
    """The stretches of the words that call the bot."""
    if not entities:
        return []
    units = words.encode("utf-16-le", "surrogatepass")
    called: list[str] = []
    for entity in entities:
        end = entity.offset + entity.length
        stretch = units[entity.offset * 2 : end * 2].decode("utf-16-le", "replace")
        by_name = entity.type == "mention" and me.is_called(stretch.removeprefix("@"))
        by_link = entity.type == "text_mention" and entity.user is not None
        if by_name or (by_link and entity.user is not None and entity.user.id == me.id):
            called.append(stretch)
    return called


def _without(words: str, called: list[str]) -> str:
    """The words without the bot's name before or behind them; amid them it has a meaning."""
    for name in called:
        words = words.strip()
        if name and words.startswith(name):
            words = words[len(name) :].lstrip(" ,:;-\n")
        elif name and words.endswith(name):
            words = words[: -len(name)].rstrip(" ,")
    return words
