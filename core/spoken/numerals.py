"""Numbers in words, agreeing as far as what stands around them tells."""

import re
from decimal import Decimal
from typing import Any

from core.spoken.lexicon import Forms, Lexicon

LONGEST = 15
"""Digits of a number that is said as one; longer ones are said digit by digit."""
PRECISE = 4
"""Digits behind the point that Russian still calls hundredths and so on."""


class Numerals:
    """Of one language. Genders are m, f and n; cases are n, g, d, a, i and p, as num2words has
    them, and matter in Russian only."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words
        self._language = words.language

    def cardinal(
        self, number: int, gender: str = "m", case: str = "n", *, before: bool = False
    ) -> str:
        """`before` says that a noun of that gender follows."""
        if abs(number) >= 10**LONGEST:
            return self.digits(str(number))
        if self._language == "ru":
            return _call(number, "ru", gender=gender, case=case, animate=False)
        said = _call(number, self._language).replace(",", "")
        if self._language == "de" and before and number == 1:
            return "eine" if gender == "f" else "ein"
        if self._language == "es":
            said = _spanish(said, gender if before else "")
        return said

    def ordinal(self, number: int, gender: str = "m", case: str = "n") -> str:
        """In German without its last letter: "dritte"."""
        if number >= 10**LONGEST:
            return self.digits(str(number))
        if self._language == "ru":
            plural = gender == "p"
            return _call(
                number, "ru", to="ordinal", gender="m" if plural else gender, case=case,
                plural=plural,
            )  # fmt: skip
        said = _call(number, self._language, to="ordinal")
        if self._language == "es" and gender == "f":
            said = re.sub(r"o\b", "a", said)
        return said

    def year(self, number: int) -> str:
        """As years are said: "nineteen ninety-nine"."""
        if self._language in {"en", "de"}:
            return _call(number, self._language, to="year")
        return self.cardinal(number)

    def decimal(self, whole: str, part: str) -> str:
        """Digits before and behind the point."""
        if self._language == "ru" and len(part) <= PRECISE and len(whole) <= LONGEST:
            return _call(Decimal(f"{whole}.{part}"), "ru")
        said = self.digits(whole) if len(whole) > LONGEST else self.cardinal(int(whole))
        return f"{said} {self._words.phrases['point']} {self.digits(part)}"

    def digits(self, written: str) -> str:
        """One by one."""
        return " ".join(_call(int(one), self._language) for one in written if one.isdecimal())

    def form(self, number: int | None, forms: Forms) -> str:
        """Of a gender and forms the one that goes with the number; None: with a broken one."""
        if len(forms) == 3:
            return forms[1 if number == 1 else 2]
        if number is None:
            return forms[2]
        one, few = number % 10 == 1, number % 10 in {2, 3, 4}
        teens = number % 100 // 10 == 1
        return forms[3 if teens or not (one or few) else 1 if one else 2]


def _call(number: int | Decimal, language: str, **how: Any) -> str:
    from num2words import num2words  # a tenth of a second: only who says a number

    return str(num2words(number, lang=language, **how))


def _spanish(said: str, gender: str) -> str:
    """Has "uno" cut or bent before a noun, and always before "mil"."""
    said = re.sub(r"veintiuno(?= mil)", "veintiún", said)
    said = re.sub(r"uno(?= mil)", "un", said)
    if gender == "f":
        return re.sub(r"uno$", "una", re.sub(r"ientos\b", "ientas", said))
    if gender:
        said = re.sub(r"veintiuno$", "veintiún", said)
        return re.sub(r"uno$", "un", said)
    return said
