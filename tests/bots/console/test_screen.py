"""What is written to a terminal does not steer it."""

import json

from bots.console.frames import shown
from bots.console.screen import as_json, plain


def test_escape_sequences_are_shown_and_not_obeyed():
    assert plain("a\x1b[2Jb\x9b31mc\r\x07\x7f") == "a\ufffd[2Jb\ufffd31mc\ufffd\ufffd\ufffd"
    for kept in ("Übung\n\t📚", "\u200fשלום"):
        assert plain(kept) == kept


def test_a_reply_and_its_buttons_are_plain():
    frame = {"reply": {"text": "\x1b]0;x\x07", "choices": [{"label": "\x1b[1m", "token": "a"}]}}

    assert "\x1b" not in shown(frame)


def test_json_stays_json():
    value = {"a\x9b": "ж\x1b\x7f\x85\n\t"}

    assert json.loads(as_json(value, indent=2)) == value
    assert not set(as_json(value)) & {"\x1b", "\x7f", "\x85", "\x9b"}
