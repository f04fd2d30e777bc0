"""What the parts of a message are to us, however the platform calls them."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Document, Image, Message, Voice

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp")
SOUNDS = (".ogg", ".oga", ".opus", ".mp3", ".m4a", ".wav", ".flac", ".aac", ".amr", ".webm",
          ".mp4", ".mov", ".mkv", ".avi")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that came with a message; `name` is empty where it has none."""

    ref: str
    name: str = ""


def recordings(message: Message) -> Sequence[Piece]:
    """Voice notes, and files of sound or moving pictures."""
    return _all(message, Voice, ("audio/", "video/"), SOUNDS)


def pictures(message: Message) -> Sequence[Piece]:
    """Photos, and files of pictures."""
    return _all(message, Image, ("image/",), PICTURES)


def documents(message: Message) -> Sequence[Piece]:
    """All other files."""
    if not any(isinstance(part, Document) for part in message.parts):
        return ()
    taken = {one.ref for one in (*recordings(message), *pictures(message))}
    return [
        Piece(part.ref, part.name)
        for part in message.parts
        if isinstance(part, Document) and part.ref not in taken
    ]


def _all(
    message: Message,
    kind: type[Voice | Image],
    media_types: tuple[str, ...],
    endings: tuple[str, ...],
) -> Sequence[Piece]:
    found: list[Piece] = []
    for part in message.parts:
        if isinstance(part, kind):
            found.append(Piece(part.ref))
        elif isinstance(part, Document):
            told = (part.media_type or "").casefold()
            # The name decides only where the platform says no more than "some bytes".
            vague = told in {"", "application/octet-stream"}
            if told.startswith(media_types) or (vague and part.name.casefold().endswith(endings)):
                found.append(Piece(part.ref, part.name))
    return found
