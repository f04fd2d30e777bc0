"""E-books to chapters, in the order in which they are read."""

import posixpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.integrations._documents_package import Package

MOST = 2_000
"""Chapters."""
FONTS = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
"""What may be encrypted in a book that everybody can read."""


class Encrypted(Exception):
    """It is sold for one reader only."""


def read(package: "Package") -> tuple[str, list[str]]:
    """The title and the parts in which the chapters are; empty for one that is not there."""
    ciphers = package.elements("META-INF/encryption.xml", "EncryptionMethod")
    if any(one.get("Algorithm") not in FONTS for _, one, _ in ciphers):
        raise Encrypted
    plan = package.elements("META-INF/container.xml", "rootfile")[0][1]["full-path"]
    folder = posixpath.dirname(plan)
    title = ""
    parts: dict[str, str] = {}
    chapters: list[str] = []
    for tag, told, text in package.elements(plan, "title", "item", "itemref"):
        if tag == "title":
            title = title or text
        elif tag == "item" and "nav" not in told.get("properties", "").split():
            parts[told.get("id", "")] = package.resolve(folder, told.get("href", ""))
        elif tag == "itemref" and len(chapters) < MOST:
            name = parts.get(told.get("idref", ""), "")
            chapters.append(name if name in package.names else "")
    return title, chapters
