"""Telegram updates as they come over the wire."""

import json
from typing import Any

DATE = 1_795_168_800
"""18 November 2026, 10:00 UTC: a Wednesday."""


def update(number: int, text: str, chat: int = 501, *, plain: bool = False) -> bytes:
    """A private message in answer to one of ours that bears two buttons, about 910 bytes; `plain`:
    in answer to none, about 370."""
    person = {
        "id": chat, "is_bot": False, "first_name": "Anna", "last_name": "Ruiz",
        "username": "anna_ruiz_at_school", "language_code": "en",
    }  # fmt: skip
    place = {
        "id": chat, "first_name": "Anna", "last_name": "Ruiz",
        "username": "anna_ruiz_at_school", "type": "private",
    }  # fmt: skip
    message: dict[str, Any] = {
        "message_id": number, "from": person, "chat": place, "date": DATE, "text": text,
    }  # fmt: skip
    if not plain:
        bot = {"id": 42, "is_bot": True, "first_name": "Mentor", "username": "mentor_school_bot"}
        buttons = [
            {"text": "Save a note", "callback_data": "notes.save"},
            {"text": "Show my notes", "callback_data": "notes.list"},
        ]
        message["reply_to_message"] = {
            "message_id": number - 1, "from": bot, "chat": place, "date": DATE - 60,
            "text": "Saved: the exam is on Friday, and chapter three is what it is about. And now?",
            "reply_markup": {"inline_keyboard": [buttons]},
        }  # fmt: skip
    return json.dumps({"update_id": number, "message": message}).encode()
