"""Marked-up text to plain lines: Markdown, HTML, LaTeX, tables, code and what chats write."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from core.spoken.lexicon import Words

LONGEST = 20_000
"""Characters that are looked at: nobody hears the end of more."""
FIRST, SECOND, NUMERO = "\ue000", "\ue001", "\ue002"
"""Stand for º, ª and №, which would otherwise become letters, or a heading."""
KEPT = str.maketrans(
    {
        "º": FIRST, "ª": SECOND, "№": NUMERO, "™": "", "®": "", "©": "", "…": ". ", "⁄": "/",
        "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "∕": "/", "∙": "·", "⋅": "·", "∗": "*",
        **{sign: f"^{digit}" for digit, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}, "ⁿ": "^n",
    }
)  # fmt: skip
RUN = re.compile(r"([^\w])\1{4,}")
"""Nobody hears a hundred strokes, and a pattern should not have to look at them."""
VULGAR = re.compile(r"(\d?)([¼-¾⅐-⅞])")
FENCE = re.compile(r"(?ms)^[ \t>]*(`{3,}|~{3,}).*?(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)")
BLOCK = re.compile(r"(?is)<!--.*?(?:-->|\Z)|<(script|style|pre)\b.*?(?:</\1\s*>|\Z)")
BREAK = re.compile(r"(?i)<(?:/?(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote)|br|hr)\b[^<>]{0,500}>")
SLACK = re.compile(r"<([@#!])[^<>|\s]{1,100}(?:\|([^<>]{0,200}))?>")
LABELLED = re.compile(r"<((?:https?|mailto|tel|tg|slack)[^<>|\s]{1,2000})(?:\|([^<>]{0,500}))?>")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<![^<>]{0,500}>|<\?[^<>]{0,500}\?>")
IMAGE = re.compile(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,2000}[^()]{0,300}\)")
LINK = re.compile(
    r"\[([^\[\]]{1,500})\]"
    r"(?:\([^()]{0,2500}(?:\([^()]{0,300}\)[^()]{0,300})?\)|\[[^\[\]]{0,100}\])"
)
DEFINED = re.compile(r"(?m)^[ \t]*\[[^\[\]]{1,100}\]:[ \t]*\S+.*$")
FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]|\[\^[^\[\]]{1,40}\]|【[^【】]{0,100}】")
SHORTCODE = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?!\w)")
RULE = re.compile(r"[ \t>]*(?:(?:[-*_=][ \t]*){3,}|(?:\|?[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*)")
LEAD = re.compile(r"[ \t]*(?:(?:>|#{1,6}(?=\s)|[-*+•▪◦‣·–—](?=\s)|\[[ xX]\](?=\s))[ \t]*)+")
NUMBERED = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")
LATEX = (
    (re.compile(r"\\(?:d|t)?frac\{([^{}]{1,100})\}\{([^{}]{1,100})\}"), r"(\1)/(\2)"),
    (re.compile(r"\\sqrt\{([^{}]{1,100})\}"), r"√(\1)"),
    (re.compile(r"\\(?:text|mathrm|mathbf|operatorname)\{([^{}]{0,200})\}"), r"\1"),
    (re.compile(r"\\(?:cdot|times|ast)(?![A-Za-z])"), "×"),
    (re.compile(r"\\div(?![A-Za-z])"), "÷"),
    (re.compile(r"\\pm(?![A-Za-z])"), "±"),
    (re.compile(r"\\(?:leq?|leqslant)(?![A-Za-z])"), "≤"),
    (re.compile(r"\\(?:geq?|geqslant)(?![A-Za-z])"), "≥"),
    (re.compile(r"\\(?:neq?)(?![A-Za-z])"), "≠"),
    (re.compile(r"\\approx(?![A-Za-z])"), "≈"),
    (re.compile(r"\\infty(?![A-Za-z])"), "∞"),
    (re.compile(r"\\pi(?![A-Za-z])"), "π"),
    (re.compile(r"\\sum(?![A-Za-z])"), "∑"),
    (re.compile(r"\\int(?![A-Za-z])"), "∫"),
    (re.compile(r"\\(?:to|rightarrow|Rightarrow|implies)(?![A-Za-z])"), ", "),
    (re.compile(r"\\(?:left|right|big|Big|quad|displaystyle)(?![A-Za-z])"), ""),
    (re.compile(r"\\[()\[\],;:!]|\$\$"), " "),
    (re.compile(r"\$(?=[^$\n]{0,200}[\\^=_{])([^$\n]{1,200})\$"), r"\1"),
    (re.compile(r"\\([A-Za-z]{2,20})"), r"\1"),
)
ALONE = re.compile(r"\(([\w.]{1,12})\)/\(([\w.]{1,12})\)")
ENDS = ".!?:。！？"


def lines(text: str, phrases: Words) -> list[str]:
    """One line for each paragraph, heading, item or row of a table; no markup is left in them,
    though signs, numbers and addresses are."""
    text = _normal(text[:LONGEST])
    text = FENCE.sub(f"\n\n{phrases['code']}\n\n", text)
    text = BLOCK.sub(lambda it: f"\n{phrases['code']}\n" if it[1] == "pre" else " ", text)
    text = _linked(text)
    for _ in range(3):  # a tag may be left of two
        text = TAG.sub(" ", BREAK.sub("\n", text))
    text = SHORTCODE.sub(" ", text)
    for pattern, instead in LATEX:
        text = pattern.sub(instead, text)
    text = ALONE.sub(r"\1/\2", text)
    return [_inline(line) for line in _joined(list(_plain(text.split("\n"))))]


def _normal(text: str) -> str:
    """Without what cannot be seen or said, entities and compatibility letters resolved."""
    for _ in range(3):
        text = unescape(text)
    text = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text)
    text = RUN.sub(r"\1\1\1\1", text)
    text = "".join(one for one in text if one in "\n\t" or unicodedata.category(one) not in UNSEEN)
    text = VULGAR.sub(lambda it: f"{it[1]} {unicodedata.normalize('NFKC', it[2])}", text)
    return unicodedata.normalize("NFKC", text.translate(KEPT)).translate(KEPT)


UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn"}


def _linked(text: str) -> str:
    """Links by their words, addresses by themselves."""
    text = SLACK.sub(lambda it: it[2] or " ", text)
    text = LABELLED.sub(lambda it: it[2] or f" {it[1]} ", text)
    text = DEFINED.sub("", text)
    text = IMAGE.sub(r"\1", text)
    for _ in range(2):  # a picture may be a link
        text = LINK.sub(r"\1", text)
    return FOOTNOTE.sub("", text)


def _plain(raw: list[str]) -> Iterator[str]:
    """Lines without what leads them in; "" between paragraphs."""
    heads: list[str] = []
    for position, line in enumerate(raw):
        if RULE.fullmatch(line):
            continue
        cells = _cells(line)
        if not cells:
            heads = []
            bare = LEAD.match(line)
            rest = line[bare.end() :] if bare else line
            number = NUMBERED.match(rest)
            said = f"{number[1]}: {rest[number.end() :]}" if number else rest
            # An item is a sentence of its own, whatever letter it begins with.
            yield from ("", said.strip()) if bare or number else (said.strip(),)
        elif (
            not heads
            and position + 1 < len(raw)
            and "-" in raw[position + 1]
            and RULE.fullmatch(raw[position + 1])
        ):
            heads = cells
        else:
            named = [
                f"{head}: {cell}" if head else cell
                for head, cell in zip(heads + [""] * len(cells), cells, strict=False)
                if cell
            ]
            yield from ("", "; ".join(named) if heads else ", ".join(filter(None, cells)), "")


def _cells(line: str) -> list[str]:
    """Of a row of a table; empty where it is none."""
    bare = line.strip()
    if bare.count("|") < 2 or not (bare.startswith("|") and bare.endswith("|")):
        return []
    return [one.strip() for one in bare[1:-1].split("|")]


def _joined(raw: list[str]) -> Iterator[str]:
    """A line that goes on in the next is one with it: that begins small, this has no end."""
    made = ""
    for line in raw:
        goes_on = made and line and line[0].islower() and made[-1] not in ENDS
        if goes_on:
            made += f" {line}"
            continue
        if made:
            yield made
        made = line
    if made:
        yield made


def _inline(line: str) -> str:
    """Without the marks of emphasis and code; those of multiplication stay."""
    line = re.sub(r"(?<=[\d)])\s?\*\s?(?=[\d(a-z])", "×", line)
    line = re.sub(r"(?<=\d)(?<!\b0)\s?[xх]\s?(?=\d)", "×", line)
    line = re.sub(r"(?<=\b[a-z])\s?\*\s?(?=[\d(]|[a-z]\b)", "×", line)
    line = re.sub(r"[*`]+|~~|\|\|", "", line)
    return re.sub(r"(?<!\w)_+|_+(?!\w)", "", line).replace("|", ", ")
