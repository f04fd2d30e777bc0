"""What is kept of a sentence that was not understood does not tell who said it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.scrub import scrubbed

KNOWN = frozenset({"i", "ich", "mathe", "mum", "friday", "notiz"})


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Tell Anna Schmidt to call", "Tell {name} {name} to call"),
        ("ring +49 170 1234567 at 5", "ring {number} at {number}"),
        ("mail a.b+c@example.org now", "mail {address} now"),
        ("open https://example.org/x?q=1", "open {address}"),
        ("ask @somebody", "ask {address}"),
        ("call Mum on Friday", "call Mum on Friday"),
        ("Ich lerne Mathe mit Peter", "Ich lerne Mathe mit {name}"),
        ("напиши Ивану завтра", "напиши {name} завтра"),
        ("Go on. Recite my notes", "Go on. Recite my notes"),
        ("¿Qué dice Lucía de esto?", "¿Qué dice {name} de esto?"),
        ("i am bob and I like it", "i am {name} and I like it"),
        ("card 4111 1111 1111 1111", "card {number}"),
    ],
)
def test_names_numbers_and_addresses_go(said: str, kept: str) -> None:
    assert scrubbed(said, KNOWN, "Bob Meyer") == kept


@given(st.text(max_size=200))
def test_it_never_fails_and_leaves_no_digit(said: str) -> None:
    kept = scrubbed(said, KNOWN, "Bob")
    assert not any("0" <= sign <= "9" for sign in kept)
    assert scrubbed(kept, KNOWN, "Bob") == kept
