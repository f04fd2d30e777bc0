"""The file that a person gets of everything: to be read by people, and all of it by programs."""

import csv
import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

MOST_BYTES = 20_000_000
"""Of the file: what messengers take."""
RISKY = "=+-@\t\r"
"""What begins with one of these, a spreadsheet takes for a formula."""
COLUMNS: Mapping[str, Sequence[str]] = {
    "card": ("front", "back", "hint", "tags", "due", "state", "right", "wrong"),
    "reminder": ("text", "wall", "due"),
    "enrolment": ("title", "begun", "deadline", "completed"),
    "booking": ("title", "start", "end", "zone", "place"),
}
"""Kinds that are also given as tables: `card` -> cards.csv."""

Tables = Mapping[str, Sequence[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip, and what did not fit into it."""

    data: bytes
    rows: int
    left: tuple[str, ...] = ()


def build(
    tables: Tables, files: Mapping[str, Path], words: Mapping[str, str], most: int = MOST_BYTES
) -> Archive:
    """The archive; it blocks. `words` are `readme`, and the reasons why something was left out."""
    written = io.BytesIO()
    left: list[str] = []
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:

        def put(name: str, data: bytes) -> None:
            if written.tell() + len(zlib.compress(data)) > most:
                left.append(name)
            else:
                archive.writestr(name, data)

        for name, data in _readable(tables["record"]).items():
            put(name, data)
        for name in sorted(tables, key=lambda one: len(msgspec.json.encode(tables[one]))):
            rows = [_without_files(row) for row in tables[name]]
            put(f"data/{name}.json", msgspec.json.format(msgspec.json.encode(rows), indent=2))
        for ref, path in sorted(files.items(), key=lambda one: one[1].stat().st_size):
            put(f"media/{ref}", path.read_bytes())
        why = [f"{words['left']} {name}" for name in left]
        told = "\n\n".join([words["readme"], words["left-media"], *why])
        archive.writestr("README.txt", told + "\n")
    return Archive(written.getvalue(), sum(map(len, tables.values())), tuple(left))


def _readable(records: Sequence[dict[str, Any]]) -> dict[str, bytes]:
    """What people look for first."""
    made = {}
    notes = [one["body"] for one in records if one["kind"] == "note"]
    if notes:
        lines = (f"- {one['created'][:10]}: {one['text']}\n" for one in notes)
        made["notes.md"] = "".join(lines).encode()
    for kind, columns in COLUMNS.items():
        bodies = [one["body"] for one in records if one["kind"] == kind]
        if bodies:
            made[f"{kind}s.csv"] = _table(columns, bodies)
    return made


def _table(columns: Sequence[str], bodies: Sequence[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for body in bodies:
        cells = ("" if (value := body.get(name)) is None else str(value) for name in columns)
        writer.writerow(f"'{cell}" if cell[:1] and cell[0] in RISKY else cell for cell in cells)
    return text.getvalue().encode("utf-8-sig")  # or a spreadsheet takes it for Latin-1


def _without_files(row: dict[str, Any]) -> dict[str, Any]:
    """An answer without the file that went out with it: an archive would hold all those before."""
    body = row.get("body")
    if not (isinstance(body, list) and len(body) > 1 and isinstance(body[1], dict)):
        return row
    reply = {
        name: {**part, "data": ""} if name in ("file", "image") and part else part
        for name, part in body[1].items()
    }
    return {**row, "body": [body[0], reply, *body[2:]]}
