"""Replies become messages that Telegram takes: plain, whole, in pieces of at most 4096 units."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.telegram.render import TEXT_LIMIT, fits, render, split, units
from core.model import Choice, Reply, Target

CHAT = Target("telegram", "mentor", "7")
FAMILY = "👨‍👩‍👧‍👦"
FLAG = "🇪🇸"


def texts(text: str) -> list[str]:
    return [piece["text"] for piece in render(Reply(text), CHAT)]


def bare(text: str) -> str:
    return "".join(text.split())


def test_plain_text_without_previews() -> None:
    text = "Saved: <b>a</b> *b* [c](https://example.org/?leak=1)"
    assert render(Reply(text), CHAT) == [
        {"chat_id": 7, "text": text, "link_preview_options": {"is_disabled": True}}
    ]


def test_what_was_heard_stands_in_the_text_already() -> None:
    reply = Reply("I heard: hello\nHello!", heard="hello")
    assert [piece["text"] for piece in render(reply, CHAT)] == ["I heard: hello\nHello!"]


@pytest.mark.parametrize(
    ("conversation", "where"),
    [
        ("-100123:17", {"chat_id": -100123, "message_thread_id": 17}),
        ("-100123", {"chat_id": -100123}),
        ("@somebody", {"chat_id": "@somebody"}),
        ("", {"chat_id": ""}),
        ("--5:x", {"chat_id": "--5"}),
    ],
)
def test_where_it_goes(conversation: str, where: dict[str, Any]) -> None:
    (piece,) = render(Reply("a"), Target("telegram", "mentor", conversation))
    rest = {"text": "a", "link_preview_options": {"is_disabled": True}}
    assert piece == where | rest


def test_buttons_stand_under_the_last_piece_only() -> None:
    choices = (Choice("Yes", "quiz.yes", {"id": "4"}), Choice("No", "quiz.no"))
    first, last = render(Reply("word " * 1000, choices=choices), CHAT)
    assert "reply_markup" not in first
    assert last["reply_markup"] == {
        "inline_keyboard": [
            [
                {"text": "Yes", "callback_data": "quiz.yes?id=4"},
                {"text": "No", "callback_data": "quiz.no"},
            ]
        ]
    }


def test_long_labels_have_a_row_each() -> None:
    choices = (Choice("A rather long label it is", "a.b"), Choice("No", "a.c"))
    (piece,) = render(Reply("?", choices=choices), CHAT)
    assert [len(row) for row in piece["reply_markup"]["inline_keyboard"]] == [1, 1]


@pytest.mark.parametrize(
    ("choice", "yes"),
    [
        (Choice("a", "a" * 64), True),
        (Choice("a", "a" * 65), False),
        (Choice("a", "я" * 32), True),
        (Choice("a", "я" * 33), False),
        (Choice("a", "a.b", {"t": "b" * 58}), True),
        (Choice("a", "a.b", {"t": "b" * 59}), False),
        (Choice(" ", "a.b"), False),
        (Choice("a", ""), False),
        (Choice("a", "a.b", {"t": "\ud800"}), False),
    ],
)
def test_what_a_button_can_carry(choice: Choice, yes: bool) -> None:
    assert fits(choice) is yes


def test_a_choice_that_does_not_fit_is_a_line_to_type() -> None:
    choices = (Choice("Long", "a" * 65), Choice("Short", "a.b"))
    (piece,) = render(Reply("Which?", choices=choices), CHAT)
    assert piece["text"] == "Which?\n• Long"
    assert piece["reply_markup"]["inline_keyboard"] == [[{"text": "Short", "callback_data": "a.b"}]]


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_nothing_to_read_is_nothing_to_send(text: str) -> None:
    assert render(Reply(text, choices=(Choice("a", "a.b"),)), CHAT) == []


@pytest.mark.parametrize(
    ("length", "pieces"),
    [(1, 1), (4095, 1), (4096, 1), (4097, 2), (40_000, 10), (1_000_000, 245)],
)
def test_lengths(length: int, pieces: int) -> None:
    parts = texts("a" * length)
    assert len(parts) == pieces
    assert "".join(parts) == "a" * length


def test_the_limit_counts_utf16_units() -> None:
    assert units("a😀я") == 4
    assert [units(part) for part in texts("😀" * 2049)] == [4096, 2]


@pytest.mark.parametrize("cluster", [FAMILY, FLAG, "e\u0301", "각", "👍🏽", "क्षि", "1️⃣", "ก็"])
@pytest.mark.parametrize("shift", range(12))
def test_no_cut_inside_a_cluster(cluster: str, shift: int) -> None:
    before = "x" * (4085 + shift)
    first, second = texts(before + cluster * 12 + "y" * 100)
    assert first + second == before + cluster * 12 + "y" * 100
    assert (len(first) - len(before)) % len(cluster) == 0


@pytest.mark.parametrize(
    ("first", "gap", "second"),
    [
        ("First. " * 400, "\n\n", "Second. " * 250),
        ("First " * 500, "\n", "second " * 250),
        ("It is so" * 400 + ".", " ", "Then" * 300),
        ("word" * 800, " ", "word" * 500),
    ],
)
def test_cuts_where_a_reader_would(first: str, gap: str, second: str) -> None:
    assert texts(first.strip() + gap + second.strip()) == [first.strip(), second.strip()]


def test_a_cluster_beyond_the_limit_is_cut_all_the_same() -> None:
    zalgo = "a" + "\u0301" * 9000
    parts = texts(zalgo)
    assert "".join(parts) == zalgo
    assert max(map(units, parts)) <= TEXT_LIMIT


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.text(max_size=30)
        | st.sampled_from(["\n\n", "\n", ". ", " ", FAMILY, FLAG, "é", "\u200d", "\u0301", "😀"]),
        max_size=60,
    ).map("".join),
    st.integers(2, 40),
)
def test_pieces_are_short_enough_and_lose_nothing_but_white_space(text: str, limit: int) -> None:
    parts = list(split(text, limit))
    assert all(0 < units(part) <= limit for part in parts)
    assert bare("".join(parts)) == bare(text)


NASTY = [
    "\u202egnol",
    "a\x00b",
    "\ud800",
    "\udc00\ud800",
    "\ud83d\ude00",
    "".join(map(chr, range(0xE0020, 0xE0030))),
    "<script>alert(1)</script>",
    "*_`[](){}~>#+-=|.!",
    "<a href='tg://user?id=1'>x</a>",
    "@everybody /start #tag https://example.org",
    "\x1b[31mred",
]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_can_be_sent_and_stays_text(text: str) -> None:
    choices = (Choice(text, "a.b"),) if text.strip() else ()
    (piece,) = render(Reply(f"a{text}z", choices=choices), CHAT)
    json.dumps(piece, ensure_ascii=False).encode()
    assert "parse_mode" not in piece
    assert "entities" not in piece
    if all(unicodedata.category(character) != "Cs" for character in text):
        assert piece["text"] == f"a{text}z"
    else:
        assert piece["text"].startswith("a")
        assert piece["text"].endswith("z")
