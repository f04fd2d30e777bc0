"""Cleaning, cutting and unfolding: what holds for every text and every archive."""

import re
import unicodedata
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.integrations import _documents_package
from core.integrations._documents_package import Encrypted, Forbidden, Package, TooLarge
from core.integrations._documents_plain import decode
from core.integrations._documents_text import LABEL, LONG, clean, sections, told_apart
from tests.documents import archive

TEXT = st.text(st.characters(codec=None), max_size=200)


@given(TEXT)
def test_cleaned_is_clean(text: str) -> None:
    made = clean(text)
    assert clean(made) == made
    assert unicodedata.is_normalized("NFC", made)
    assert not [sign for sign in made if unicodedata.category(sign) == "Cs"]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufb01]|\n\n\n| \n", made)
    made.encode()


@given(st.text("aßж .,\n-\x02é", max_size=200))
def test_wrapped_lines_lose_no_letter(text: str) -> None:
    def letters(one: str) -> str:
        return "".join(filter(str.isalnum, one))

    assert letters(clean(text, wrapped=True)) == letters(text)


@given(st.lists(st.tuples(st.integers(-1, 6), st.text("ab. \n", min_size=1, max_size=6000))))
def test_sections_hold_every_word_once(blocks: list[tuple[int, str]]) -> None:
    made = list(sections(blocks))
    said = "".join("".join(text.split()) for _, text in blocks)
    assert "".join("".join(text.split()) for _, text in made) == said
    assert all(len(text) <= LONG for _, text in made)
    headings = {" ".join(text.split()) for level, text in blocks if level > 0}
    assert {label for label, _ in made} <= headings | {""}


@given(st.lists(st.text("ab( )2", min_size=1, max_size=4), max_size=60))
def test_labels_are_told_apart(labels: list[str]) -> None:
    taken: dict[str, int] = {}
    made = [told_apart(label, taken) for label in labels]
    assert len(set(made)) == len(made)
    assert all(one.startswith(label) for one, label in zip(made, labels, strict=True))


def test_a_long_label_is_cut() -> None:
    assert len(told_apart("word " * 50, {})) == LABEL


@given(st.binary(max_size=300))
def test_any_bytes_are_some_text(data: bytes) -> None:
    assert isinstance(decode(data), str)
    assert isinstance(decode(data, declaring=True), str)


def test_a_text_cut_within_a_letter_stays_what_it_was() -> None:
    assert decode("Привет".encode()[:-1]) == "Приве"
    assert decode("Привет ".encode() * 20 + b"\xff") == "Привет " * 20 + "\ufffd"


def package(parts: dict[str, bytes]) -> Package:
    return Package(archive(parts))


def test_all_parts_together_unfold_so_much_and_no_more(monkeypatch) -> None:
    monkeypatch.setattr(_documents_package, "MOST_UNFOLDED", 1_000)
    made = package({"a": bytes(500), "b": bytes(500), "c": b"x"})
    assert (len(made.part("a")), len(made.part("b"))) == (500, 500)
    with pytest.raises(TooLarge):
        made.part("c")


def test_a_part_is_measured_before_it_is_opened(monkeypatch) -> None:
    with pytest.raises(TooLarge):
        package({"a": bytes(1_000_001)}).part("a")
    assert len(package({"a": bytes(1_000_000)}).part("a")) == 1_000_000
    monkeypatch.setattr(_documents_package, "MOST_OF_A_PART", 99)
    with pytest.raises(TooLarge):
        package({"a": bytes(100)}).part("a")


def test_a_part_that_holds_more_than_it_says() -> None:
    lying = bytearray(archive({"a": b"words" * 100}))
    at = lying.rindex(b"PK\x01\x02") + 24
    lying[at : at + 4] = (5).to_bytes(4, "little")
    with pytest.raises(zipfile.BadZipFile):
        Package(bytes(lying)).part("a")


def test_so_many_entries_and_no_more(monkeypatch) -> None:
    monkeypatch.setattr(_documents_package, "MOST_ENTRIES", 2)
    package({"a": b"", "b": b""})
    with pytest.raises(TooLarge):
        package({"a": b"", "b": b"", "c": b""})


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_the_usual_packing_is_unfolded(method: int) -> None:
    with pytest.raises(TooLarge):
        Package(archive({"a": b"words"}, method)).part("a")


def test_a_locked_part() -> None:
    made = Package(archive({"a": b"words"}))
    made._zip.getinfo("a").flag_bits |= 1
    with pytest.raises(Encrypted):
        made.part("a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_document_type_in_any_encoding(encoding: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(Forbidden):
        package({"a": text.encode(encoding)}).elements("a", "a")


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("slides/one.xml", "ppt/slides/one.xml"), ("../a%20b.xml", "a b.xml"),
        ("/word/a.xml", "word/a.xml"), ("../../../../etc/passwd", "etc/passwd"),
        ("http://example.invalid/ppt/a.xml#x", "ppt/a.xml"),
    ],
)  # fmt: skip
def test_a_link_never_leaves_the_package(target: str, part: str) -> None:
    assert Package.resolve("ppt", target) == part
