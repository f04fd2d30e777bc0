"""HTML to paragraphs: what a browser without scripts would show, without going anywhere for it."""

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.integrations._documents_text import Block

SILENT = {
    "script", "style", "template", "noscript", "svg", "math", "object", "iframe", "canvas",
    "audio", "video", "select", "textarea", "button", "datalist",
}  # fmt: skip
EMPTY = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
}  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
PARAGRAPHS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header",
    "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
}  # fmt: skip
CELLS = {"td", "th"}
IN_CELLS = {"p", "div"}
LINE = -1
LINES = {"li": LINE, "tr": LINE}
ENDED_BY_NEXT = {"p", "li", "dt", "dd", "td", "th", "tr", "option"}
"""Those that need not be closed: the next of its kind begins where they end."""
UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0(\.0*)?\s*(;|!|$)"
    r"|font-size\s*:\s*0(\.0*)?(px|pt|em|rem|%)?\s*(;|!|$)",
    re.IGNORECASE,
)
BLANKS = re.compile(r"[ \t\n\r\f]+")


def read(text: str) -> tuple[str, list["Block"]]:
    """The title and the paragraphs; a row of a table is one, its cells between bars."""
    page = _Shown()
    page.feed(text)
    page.close()
    page.paragraph_ends()
    first = next((words for level, words in page.blocks if level == 1), "")
    return BLANKS.sub(" ", "".join(page.title)).strip() or first, page.blocks


class _Shown(HTMLParser):
    """Hears the tags; what is hidden or no text is left out, with all that is in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._level = 0
        self._said = False
        """Whether anything was, in this paragraph or cell."""
        self._as_it_is = 0
        self._in_title = self._in_row = False
        self._silenced = ""
        """The element that hides what comes; of its own kind so many are open in it."""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if self._silenced:
            if not _ends(self._silenced, tag):
                self._depth += tag == self._silenced
                return
            self._silenced = ""
        self._in_title = tag == "title" and not self.title
        if tag not in EMPTY and (tag in SILENT or _is_hidden(dict(attrs))):
            self._silenced, self._depth = tag, 1
        if tag == "br":
            self._words.append("\n")
        elif tag in CELLS:
            if self._said:
                self._words.append(" | ")
            self._said = False
        elif tag in HEADINGS or tag in PARAGRAPHS:
            self._begin(tag)

    def _begin(self, tag: str) -> None:
        if self._in_row and tag in IN_CELLS:
            self._words.append("\n" if self._said else "")
            return
        level = self._level if tag not in LINES and not self._said else 0
        self.paragraph_ends()
        self._level = HEADINGS.get(tag, LINES.get(tag, level))
        self._in_row = tag == "tr"
        self._as_it_is += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        if tag == "title":
            self._in_title = False
        if self._silenced:
            if tag == self._silenced:
                self._depth -= 1
                if not self._depth:
                    self._silenced = ""
        elif (tag in HEADINGS or tag in PARAGRAPHS) and not (self._in_row and tag in IN_CELLS):
            self.paragraph_ends()
            self._in_row = False
            self._as_it_is = max(0, self._as_it_is - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        """What stands in it."""
        if self._in_title:
            self.title.append(data)
        elif not self._silenced:
            self._words.append(data if self._as_it_is else BLANKS.sub(" ", data))
            self._said = self._said or not data.isspace()

    def paragraph_ends(self) -> None:
        """Keeps what was said since the last one."""
        text = "".join(self._words)
        if not self._as_it_is:
            text = "\n".join(BLANKS.sub(" ", line).strip() for line in text.split("\n"))
        text = text.strip("\n").removesuffix(" |").rstrip()
        if text.strip():
            item = self._level == LINE and not self._in_row
            self.blocks.append((self._level, f"- {text}" if item else text))
        self._words = []
        self._level = 0
        self._said = False


def _ends(open: str, tag: str) -> bool:
    """Whether an element ends where another begins, without being closed."""
    return (tag == open and open in ENDED_BY_NEXT) or (
        open == "p" and tag in PARAGRAPHS | HEADINGS.keys()
    )


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and UNSEEN.search(style))
