"""Citations: a place in a person's own papers, which stands only where it was really shown."""

import re
from collections.abc import Collection

from core.skill import Context

BRACKET = re.compile(r"[ \t]?\[([^\[\]\n]{1,200})\]")
PLACE = re.compile(
    r"(?:pp?\.|p[aá]gs?\.|s\.|с\.|стр\.|page|página|seite|страница) ?[^,;]{1,40}", re.IGNORECASE
)
"""A page, as each of our languages writes it."""
LONGEST_TITLE = 80


def citation(ctx: Context, title: str, page: str) -> str:
    """As it is shown to the model, and as it is written: "[Biology.pdf, p. 3]"."""
    title = " ".join(re.sub(r"[\[\]<>|]", " ", title).split())[:LONGEST_TITLE]
    page = " ".join(re.sub(r"[\[\]<>|]", " ", page).split())[:LONGEST_TITLE]
    if page.isdecimal():
        return ctx.text("assistant-citation", title=title, page=page)
    return f"[{title}, {page}]" if page else f"[{title}]"


def brackets(text: str) -> set[str]:
    """Whatever in a text may be a citation."""
    return {found.group().strip() for found in BRACKET.finditer(text)}


def checked(text: str, shown: Collection[str]) -> str:
    """The text without citations of what was not shown."""
    known = {_folded(one.strip("[]")) for one in shown}
    titles = {one.rpartition(", ")[0] or one for one in known}

    def keep(found: re.Match[str]) -> str:
        places = [_folded(one) for one in found.group(1).split(";")]
        if all(any(one == all_of or all_of.endswith(f", {one}") for all_of in known)
               for one in places):  # fmt: skip
            return found.group()
        title, _, place = places[0].rpartition(", ")
        cites = title in titles or places[0] in titles or PLACE.fullmatch(place)
        return "" if cites else found.group()

    return BRACKET.sub(keep, text)


def _folded(citation: str) -> str:
    return " ".join(citation.casefold().split())
