"""A plain line to sentences of words: nothing is left in it that cannot be said."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from core.spoken.lexicon import Lexicon, Words, alternatives, lexicon
from core.spoken.markup import FIRST, NUMERO, SECOND
from core.spoken.moments import Moments, Rule
from core.spoken.numerals import Numerals
from core.spoken.quantities import DECADE, PHONE, POWER, Quantities

ADDRESS = re.compile(
    r"(?i)(?<![a-z])(?:[a-z][a-z0-9+.-]{0,20}://|data:[\w/+.-]+[;,]|www\.)[^\s<>\"«»“”„]*"
    r"[^\s<>\"«»“”„.,:;!?)\]}'*_]"
)
SCHEME = re.compile(r"(?i)(?<![a-z])[a-z][a-z0-9+.-]{0,20}://")
EMAIL = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
HOST = re.compile(r"[^\W\d_][\w-]*(?:\.[\w-]+)+")
LONGEST_HOST = 40
LONG_CODE = re.compile(r"(?a)(?<!\w)[\w+/=-]{50,}(?!\w)")
FORMULA = "=+±×·÷≤≥≠≈~∞π∑∫"
AROUND = r"(?<=[\w)])\s*{sign}\s*(?=[\w(√π-])"
SUBTRACTION = re.compile(
    r"(?:(?<=\d)|(?<=\))|(?<=\b[a-zа-я])|(?<=\d[a-zа-я]))\s*-\s*(?=[\d(√]|[a-zа-я]\b)"
)
FUNCTION = re.compile(r"(?<![^\W_])([a-zA-Z]|sin|cos|tan|log|ln)\(([^()]{1,30})\)")
SQUARE = re.compile(r"(?<=\d)(\s?(?:[kcdm]?m|[кдс]?м))\^([23])(?!\w)")
ARROW = re.compile(r"[=<-]+>|<[-=]+|[←-⇿⟵-⟿]")
BETWEEN = re.compile(r"(?<=[^\W_])\s?/\s?(?=[^\W_])")
INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
NO_SPACE = re.compile(r"(?<=[^\W\d_A-ZА-ЯÄÖÜ])([.!?])(?=[A-ZА-ЯЁÄÖÜ][^\W\d_])")
SAID = set(" .,:!?'\"«»„“”¿¡-")


@lru_cache
def voice(language: str) -> "Voice":
    """Of one of our languages."""
    return Voice(lexicon(language))


class Voice:
    """The rules of one language put together."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words
        numerals = Numerals(words)
        moments = Moments(words, numerals)
        quantities = Quantities(words, numerals, moments)
        self._names: list[Rule] = [
            (ADDRESS, self._address),
            (SCHEME, lambda _: " "),
            (EMAIL, self._email),
            (LONG_CODE, lambda _: words.phrases["long_code"]),
        ]
        self._abbreviated: list[Rule] = [
            (_term(words.terms), lambda it: words.terms[it[0]]),
            (_written(words.abbreviations, ""), self._abbreviation),
            (_written(words.before_number, r"\s?(?=\d)"), self._before_number),
        ]
        self._numbers: list[Rule] = [(PHONE, quantities.phone), *moments.rules]
        if words.decade:
            decade = re.compile(DECADE.format(ending=words.decade))
            self._numbers.append((decade, quantities.decade))
        self._formulas: list[Rule] = [(POWER, quantities.power), *self._signs(FORMULA)]
        self._counts = quantities.rules
        self._rest = self._signs("&%‰°§#€$£₽")
        self._above = re.compile(AROUND.format(sign="([<>])"))

    def say(self, line: str) -> str:
        """Sentences; empty where there is nothing to be said."""
        line = " ".join(line.replace(NUMERO, "#").split())
        line = _applied(self._names, f" {line} ")
        line = _applied(self._abbreviated, line)
        if any(one.isdigit() for one in line):
            line = _applied(self._numbers, line)
        line = self._formula(ARROW.sub(", ", line))
        if any(one.isdigit() for one in line):
            line = line.replace(FIRST, "º").replace(SECOND, "ª")
            line = _applied(self._counts, line)
        line = _applied(self._rest, line)
        return _sentences(self._between(line))

    def _formula(self, line: str) -> str:
        words = self._words
        line = line.replace("√", f" {words.phrases['root']} ")
        line = FUNCTION.sub(rf"\1 {words.phrases['of']} \2", SQUARE.sub(r"\1\2", line))
        line = self._above.sub(lambda it: f" {words.signs[it[1]]} ", line)
        line = SUBTRACTION.sub(self._minus, line)
        return _applied(self._formulas, line)

    def _minus(self, match: re.Match[str]) -> str:
        """Between numbers it may be a range, unless the line is a formula."""
        written = match[0]
        if match.string[match.end()].isdigit() and match.string[match.start() - 1].isdigit():
            if not re.search(r"[=+×÷^≤≥≈≠]", match.string):
                return written
        elif "=" not in match.string and not written.startswith(" "):
            return written
        return f" {self._words.phrases['minus']} "

    def _between(self, line: str) -> str:
        """A stroke or a dot between words."""
        line = NO_SPACE.sub(r"\1 ", line)
        line = INITIALS.sub(lambda it: " ".join(it[0].replace(".", " ").split()) + " ", line)
        line = re.sub(r"(?<=\w)\.(?=\w)", f" {self._words.phrases['dot']} ", line)
        small = {self._words.phrases["and"], self._words.phrases["or"]}

        def stroke(match: re.Match[str]) -> str:
            before = re.search(r"\w+$", match.string[max(match.start() - 30, 0) : match.start()])
            after = re.match(r"\w+", match.string[match.end() : match.end() + 30])
            around = {before and before[0].lower(), after and after[0].lower()}
            return " " if around & small else f" {self._words.phrases['or']} "

        return BETWEEN.sub(stroke, line)

    def _signs(self, signs: str) -> list[Rule]:
        known = {one: said for one, said in self._words.signs.items() if one in signs}
        pattern = re.compile("|".join(f"{re.escape(one)}+" for one in known))
        return [(pattern, lambda it: f" {known[it[0][0]]} ")]

    def _address(self, match: re.Match[str]) -> str:
        written = match[0] if "://" in match[0] else f"//{match[0]}"
        try:
            host = (urlsplit(written).hostname or "").removeprefix("www.")
        except ValueError:
            host = ""
        if written.startswith("//data:") or len(host) > LONGEST_HOST or not HOST.fullmatch(host):
            return f" {self._words.phrases['link']} "
        return f" {self._dotted(host)} "

    def _email(self, match: re.Match[str]) -> str:
        name, _, host = match[0].removeprefix("mailto:").partition("@")
        return f" {self._dotted(name)} {self._words.phrases['at']} {self._dotted(host)} "

    def _dotted(self, name: str) -> str:
        said = f" {self._words.phrases['dot']} "
        return said.join(filter(None, name.replace("_", " ").split(".")))

    def _abbreviation(self, match: re.Match[str]) -> str:
        squeezed = "".join(match[0].split()).lower()
        said = next(
            one for name, one in self._words.abbreviations.items()
            if name.replace(" ", "").lower() == squeezed
        )  # fmt: skip
        closing = {one.replace(" ", "").lower() for one in self._words.closing}
        rest = match.string[match.end() :].strip()
        ends = squeezed in closing and (not rest or rest[0].isupper())
        return f"{said}." if ends else said

    def _before_number(self, match: re.Match[str]) -> str:
        squeezed = "".join(match[0].split()).lower()
        return next(
            f"{one} " for name, one in self._words.before_number.items()
            if name.replace(" ", "").lower() == squeezed
        )  # fmt: skip


def _term(terms: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/])(?:{alternatives(list(terms))})(?![\w/+#])")


def _written(table: Words, after: str) -> re.Pattern[str]:
    """Abbreviations; what begins with a capital is written so, the rest may be."""
    found = alternatives([*table, *(one[0].upper() + one[1:] for one in table)])
    return re.compile(rf"(?<![\w.])(?:{found}){after}")


def _applied(rules: list[Rule], line: str) -> str:
    for pattern, said in rules:
        line = pattern.sub(said, line)
    return line


def _sentences(line: str) -> str:
    """Letters and the marks of sentences only, and an end to the last."""
    line = re.sub(r";\s*(\w?)", lambda it: f". {it[1].upper()}", line)
    line = re.sub(r"[()\[\]{}<>]|(?<=\s)-+(?=\s)|[–—‒―]", ", ", line.replace("…", "."))
    line = unicodedata.normalize(
        "NFC", "".join(one if one in SAID or _is_letter(one) else " " for one in line)
    )
    line = re.sub(r"(?<![^\W\d_])[-']+|[-']+(?![^\W\d_])", " ", line)
    line = re.sub(r"\s+(?=[.,:!?])", "", " ".join(line.split()))
    line = re.sub(r"([.,:!?])(?:\s*[.,:!?])+", _strongest, line)
    line = re.sub(r"([¿¡])[\s.,:!?]+", r"\1", line)
    line = re.sub(r"(?<=[,:])(?=\S)|(?<=[.!?])(?=[^\s\"'»“”])", " ", line)
    line = line.lstrip(" .,:!?-'").rstrip(" ,-¿¡")
    if not any(one.isalnum() for one in line):
        return ""
    bare = line.rstrip("\"'«»„“” ")
    return line if bare[-1:] in ".!?:" else f"{line}."


def _strongest(match: re.Match[str]) -> str:
    """Of several marks the one that matters."""
    found = [one for one in match[0] if one in ".,:!?"]
    return next((one for mark in "?!.:," for one in found if one == mark), found[0])


def _is_letter(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] == "L" or category in {"Mn", "Mc"}
