"""A zip of XML, as Office and e-books are: its parts, with bounds on what they may unfold to."""

import io
import posixpath
import zipfile
from collections.abc import Callable
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

MOST_ENTRIES = 5_000
MOST_UNFOLDED = 64_000_000
"""Bytes of all parts that are opened."""
MOST_OF_A_PART = 32_000_000
STEEPEST = 250
"""Times a part may be larger than it is packed, if it is over a megabyte: text reaches 30."""

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]


class TooLarge(Exception):
    """A bomb, or as large as one."""


class Encrypted(Exception):
    """It opens with a password."""


class Forbidden(Exception):
    """XML that declares a document type: entities could be anything."""


class Package:
    """An archive in memory. Parts are opened by name; none is opened that nobody asks for, and an
    archive inside is a part like any other."""

    def __init__(self, document: bytes) -> None:
        if document.count(b"PK\x01\x02") > MOST_ENTRIES:
            raise TooLarge
        self._zip = zipfile.ZipFile(io.BytesIO(document))
        self.names = frozenset(self._zip.namelist())
        self._unfolded = 0

    def part(self, name: str) -> bytes:
        """The bytes of a part; raises KeyError where there is none."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise Encrypted
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise TooLarge  # the others unfold what they like before the first byte is out
        steep = info.file_size > max(1_000_000, STEEPEST * info.compress_size)
        if steep or info.file_size > MOST_OF_A_PART:
            raise TooLarge
        with self._zip.open(info) as opened:
            made = opened.read(MOST_OF_A_PART)  # no more than is declared
        self._unfolded += len(made)
        if self._unfolded > MOST_UNFOLDED:
            raise TooLarge
        return made

    def walk(self, name: str, start: Start, end: End, characters: Characters) -> None:
        """Goes through an XML part, where there is one; names come without their namespace."""
        if name not in self.names:
            return
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def begin(tag: str, attributes: dict[str, str]) -> None:
            named = {_attribute(key): value for key, value in attributes.items()}
            start(tag.rpartition(" ")[2], named)

        def refuse(*_: object) -> None:
            raise Forbidden

        parser.StartElementHandler = begin
        parser.EndElementHandler = lambda tag: end(tag.rpartition(" ")[2])
        parser.CharacterDataHandler = characters
        parser.StartDoctypeDeclHandler = refuse
        parser.Parse(self.part(name), True)

    def elements(self, name: str, *tags: str) -> list[tuple[str, dict[str, str], str]]:
        """Those of an XML part that hold text or nothing: tag, attributes, text."""
        found: list[tuple[str, dict[str, str], str]] = []
        words: list[str] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag in tags:
                words.clear()
                found.append((tag, attributes, ""))

        def end(tag: str) -> None:
            if tag in tags and found and found[-1][0] == tag:
                found[-1] = (tag, found[-1][1], "".join(words))

        self.walk(name, start, end, words.append)
        return found

    def relations(self, name: str) -> list[tuple[str, str, str]]:
        """What an Office part points at inside the package: id, kind, name of the part."""
        folder, file = posixpath.split(name)
        found = self.elements(posixpath.join(folder, "_rels", f"{file}.rels"), "Relationship")
        return [
            (
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                self.resolve(folder, target),
            )
            for _, one, _ in found
            if one.get("TargetMode") != "External" and (target := one.get("Target", ""))
        ]

    @staticmethod
    def resolve(folder: str, target: str) -> str:
        """A link inside the package -> the name of the part, without its fragment."""
        path = unquote(urlsplit(target).path)
        return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _attribute(name: str) -> str:
    """Without its namespace; one that names a relation keeps an `r:`, to differ from an id."""
    space, _, bare = name.rpartition(" ")
    return f"r:{bare}" if space.endswith("/relationships") else bare
