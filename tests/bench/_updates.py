"""Telegram updates as they come over the wire, about a thousand bytes each."""

import json

DATE = 1_795_168_800
"""18 November 2026, 10:00 UTC: a Wednesday."""


def update(number: int, text: str, chat: int = 501) -> bytes:
    """A message in a private chat that quotes another, with what Telegram sends along unasked."""
    person = {
        "id": chat, "is_bot": False, "first_name": "Anna", "last_name": "Ruiz",
        "username": "anna_ruiz_at_school", "language_code": "en", "is_premium": True,
    }  # fmt: skip
    place = {
        "id": chat, "first_name": "Anna", "last_name": "Ruiz",
        "username": "anna_ruiz_at_school", "type": "private",
    }  # fmt: skip
    bot = {"id": 42, "is_bot": True, "first_name": "Mentor", "username": "mentor_of_a_school_bot"}
    quoted = {
        "message_id": number - 1, "from": bot, "chat": place, "date": DATE - 60,
        "text": "Saved: the exam is on Friday, and chapter three is what it is about. What else?",
    }  # fmt: skip
    message = {
        "message_id": number, "from": person, "chat": place, "date": DATE, "text": text,
        "reply_to_message": quoted, "link_preview_options": {"is_disabled": True},
    }  # fmt: skip
    return json.dumps({"update_id": number, "message": message}).encode()
