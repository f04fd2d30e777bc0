"""A Reply becomes parameters of sendMessage and its kin: pure, plain text, in pieces that Telegram
takes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.model import Attachment, Choice, Reply, Target

TEXT_LIMIT = 4096
"""UTF-16 units in one message."""
CAPTION_LIMIT = 1024
"""The same under a picture or a file."""
TOKEN_LIMIT = 64
"""Bytes of UTF-8 in one button."""
BUTTON_LIMIT = 100
"""Buttons under one message."""
SHORT_LABEL = 20
"""Characters up to which two buttons stand side by side."""

# Where a piece may end, best first: paragraph, line, sentence, word.
_ENDS = ("\n\n", "\n", (". ", "! ", "? ", "… ", "; "), " ")


def fits(choice: Choice) -> bool:
    """Whether Telegram can carry this choice as a button."""
    try:
        size = len(choice.token.encode())
    except UnicodeEncodeError:  # half a surrogate pair
        return False
    return bool(choice.label.strip()) and 0 < size <= TOKEN_LIMIT


def render(reply: Reply, target: Target) -> list[dict[str, Any]]:
    """The messages to send, in order; none where the reply has nothing to read.

    No parse mode: whatever stands in the text is text. No link previews: Telegram would fetch an
    address that somebody had planted. The buttons stand under the last piece; a choice that does
    not fit into a button is a line to be typed.
    """
    choices = [choice for choice in reply.choices if fits(choice)][:BUTTON_LIMIT]
    lines = [f"• {choice.label}" for choice in reply.choices if choice not in choices]
    text = "\n".join([_encodable(reply.text).rstrip(), *map(_encodable, lines)])
    chat, _, thread = target.conversation.partition(":")
    where: dict[str, Any] = {"chat_id": int(chat) if chat.removeprefix("-").isdecimal() else chat}
    if thread.isdecimal():
        where["message_thread_id"] = int(thread)
    common = {**where, "link_preview_options": {"is_disabled": True}}
    pieces = [*_attached(reply), *({"text": piece} for piece in split(text))]
    if len(pieces) > 1 and "text" not in pieces[-2] and units(pieces[-1]["text"]) <= CAPTION_LIMIT:
        pieces[-2:] = [{**pieces[-2], "caption": pieces[-1]["text"]}]
    if choices and pieces:
        pieces[-1]["reply_markup"] = {"inline_keyboard": _rows(choices)}
    return [{**common, **piece} if "text" in piece else {**where, **piece} for piece in pieces]


def _attached(reply: Reply) -> Iterator[dict[str, Any]]:
    """A message for each; a short text becomes the caption of the last of them."""
    if reply.image is not None:
        yield {"photo": reply.image}
    if reply.file is not None:
        yield {"document": reply.file}


def method(piece: Mapping[str, Any]) -> str:
    """The one that sends such a piece."""
    kinds = {"photo": "sendPhoto", "document": "sendDocument"}
    return next((called for kind, called in kinds.items() if kind in piece), "sendMessage")


def uploads(params: Mapping[str, Any]) -> dict[str, Attachment]:
    """Those of a call's parameters that are files."""
    return {name: one for name, one in params.items() if isinstance(one, Attachment)}


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, limit: int = TEXT_LIMIT) -> Iterator[str]:
    """Pieces of at most `limit` units, cut where a reader would, never inside a grapheme.

    Only white space at a cut is dropped. A grapheme longer than the limit is no reading matter
    and is cut between its code points.
    """
    text = text.strip()
    while units(text) > limit:
        end = _end(text, limit)
        piece, text = text[:end].rstrip(), text[end:].lstrip()
        if piece:
            yield piece
    if text:
        yield text


def _end(text: str, limit: int) -> int:
    bounds = _bounds(text, limit)
    longest = max(bounds)
    for ends in _ENDS:
        for mark in (ends,) if isinstance(ends, str) else ends:
            at = text.rfind(mark, longest // 2, longest + len(mark))
            # The cut lies before the white space, which is dropped, and behind the full stop.
            end = at + len(mark.rstrip())
            if at > 0 and end in bounds:
                return end
    return longest


def _bounds(text: str, limit: int) -> set[int]:
    """Where graphemes end within the limit, as indexes; at least one."""
    import regex  # type: ignore[import-untyped]  # here: 30 ms, and long answers are rare

    bounds: set[int] = set()
    left = limit
    for found in regex.finditer(r"\X", text[: limit + 1]):
        left -= units(found.group())
        if left < 0:
            break
        bounds.add(found.end())
    if bounds:
        return bounds
    end = left = 0
    for character in text:
        left += units(character)
        if left > limit:
            break
        end += 1
    return {max(end, 1)}


def _encodable(text: str) -> str:
    """The text with half surrogate pairs replaced, which no JSON can carry."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _rows(choices: Sequence[Choice]) -> list[list[dict[str, str]]]:
    buttons = [
        {"text": _encodable(choice.label), "callback_data": choice.token} for choice in choices
    ]
    wide = any(len(choice.label) > SHORT_LABEL for choice in choices)
    step = 1 if wide else 2
    return [buttons[start : start + step] for start in range(0, len(buttons), step)]
