"""HTML to paragraphs: what a browser without scripts would show, without going anywhere for it."""

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from core.integrations._documents_text import Block

SILENT = {
    "head", "script", "style", "template", "noscript", "svg", "math", "object", "iframe", "canvas",
    "audio", "video", "select", "textarea", "button", "datalist", "-comment", "!doctype",
}  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LINE = -1
LINES = {"li": LINE, "tr": LINE}
PARAGRAPHS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header",
    "hr", "legend", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "ul", *HEADINGS, *LINES,
}  # fmt: skip
CELLS = {"td", "th"}
IN_CELLS = {"p", "div"}
UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0(\.0*)?\s*(;|!|$)"
    r"|font-size\s*:\s*0(\.0*)?(px|pt|em|rem|%)?\s*(;|!|$)",
    re.IGNORECASE,
)
BLANKS = re.compile(r"[ \t\n\r\f]+")


def read(text: str) -> tuple[str, list["Block"]]:
    """The title and the paragraphs; a row of a table is one, its cells between bars."""
    page = LexborHTMLParser(text)
    shown = _Shown()
    if page.body is not None:
        _walk(page.body, shown)
    told = page.css_first("head title")
    first = next((words for level, words in shown.blocks if level == 1), "")
    return (told.text() if told else "") or first, shown.blocks


def _walk(root: "LexborNode", shown: "_Shown") -> None:
    """Every element begins and ends, children between; without recursion, for they may be deep."""
    node = root
    while True:
        open = shown.begins(node)
        following = node.first_child if open else None
        while following is None:
            if open:
                shown.ends(node.tag or "")
            parent = node.parent
            if node.mem_id == root.mem_id or parent is None:
                return
            following = node.next
            if following is None:
                node, open = parent, True
        node = following


class _Shown:
    """Hears the elements; what is hidden or no text is left out, with all that is in it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._level = 0
        self._said = False
        """Whether anything was, in this paragraph or cell."""
        self._as_it_is = 0
        self._in_row = False

    def begins(self, node: "LexborNode") -> bool:
        """Whether what is in it is shown."""
        tag = node.tag or ""
        if tag == "-text":
            self._say(node.text_content or "")
        elif tag in SILENT or _is_hidden(node):
            return False
        elif tag == "br":
            self._words.append("\n")
        elif tag in CELLS:
            if self._said:
                self._words.append(" | ")
            self._said = False
        elif tag in PARAGRAPHS:
            self._begin(tag)
        return True

    def _begin(self, tag: str) -> None:
        if self._in_row and tag in IN_CELLS:
            self._words.append("\n" if self._said else "")
            return
        level = 0 if self._said else self._level
        self._paragraph_ends()
        self._level = HEADINGS.get(tag, LINES.get(tag, level))
        self._in_row = tag == "tr"
        self._as_it_is += tag == "pre"

    def ends(self, tag: str) -> None:
        """An element ends."""
        if tag in PARAGRAPHS and not (self._in_row and tag in IN_CELLS):
            self._paragraph_ends()
            self._in_row = False
            self._as_it_is -= tag == "pre"

    def _say(self, data: str) -> None:
        self._words.append(data if self._as_it_is else BLANKS.sub(" ", data))
        self._said = self._said or not data.isspace()

    def _paragraph_ends(self) -> None:
        level, self._level = self._level, 0
        if not self._words:
            return
        text = "".join(self._words)
        if not self._as_it_is:
            text = "\n".join(BLANKS.sub(" ", line).strip() for line in text.split("\n"))
        text = text.strip("\n").removesuffix(" |").rstrip()
        if text.strip():
            item = level == LINE and not self._in_row
            self.blocks.append((level, f"- {text}" if item else text))
        self._words = []
        self._said = False


def _is_hidden(node: "LexborNode") -> bool:
    attributes = node.attributes
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and UNSEEN.search(style))
