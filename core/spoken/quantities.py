"""Numbers with what belongs to them: units, money, ranges, fractions, powers, years, ordinals."""

import re
from collections.abc import Mapping

from core.spoken.lexicon import Forms, Lexicon, alternatives
from core.spoken.moments import Moments, Rule, word_before
from core.spoken.numerals import LONGEST, Numerals

NEXT = re.compile(r"\s([^\W\d_]+)")
MINUS = r"(?P<minus>(?<![\w)])[-−])?"
DOT = r"(?:\.(?=\s+[^\W\d_A-ZÄÖÜА-Я]|,))?"
"""The dot of an abbreviation that does not end its sentence."""
YEARS = range(1100, 2100)
PHONE = re.compile(r"(?<![\w.,])(?:\+\d|0\d)[\d ()/-]{6,18}\d(?![\w/]|[.,-]\d)")
VERSION = re.compile(r"(?<![\d.,])\d+(?:\.\d+){2,}(?![\d])")
POWER = re.compile(r"\^(?:\{([^{}]{1,40})\}|\(([^()]{1,40})\)|([-−]?\w+))")
ANY_DOT = r"\.?"
NUMBERED = r"(?<![\w.,])(?P<number>\d{1,4})\.(?=\s+[^\W\d_])"
DECADE = r"(?<![\d.,])(?:(1[1-9]\d0|20\d0)|(?:'|(?<=the )|(?<=die ))([2-9]0)){ending}\b"
FRACTION = r"(?<![\w/.,])(?:(\d{1,4}) )?(\d{1,4})\s?[/⁄]\s?(\d{1,4})(?![\w/]|[.,]\d)"
RATIO = r"(?<![\w:.,])(\d{1,4}):(\d{1,4})(?![\w:]|[.,]\d)"


class Quantities:
    """The rules of one language, in the order in which they are applied."""

    def __init__(self, words: Lexicon, numerals: Numerals, moments: Moments) -> None:
        self._words = words
        self._numerals = numerals
        self._moments = moments
        points = r"\." if words.decimal == "." else r"[.,]"
        grouped = rf"\d{{1,3}}(?:{re.escape(words.thousands)}\d{{3}})+(?!\d)"
        number = rf"(?:{grouped}(?:{points}\d+)?|\d+(?:{points}\d+)?)"
        amount = rf"(?P<num>{number})"
        # German nouns are no sign of a new sentence.
        dot = ANY_DOT if words.language == "de" else DOT
        magnitude = rf"(?:\s?(?P<mag>{alternatives([*words.magnitudes])})(?!\w){dot})"
        unit = rf"(?P<unit>{alternatives([*words.units])})(?!\w){DOT}"
        coin = rf"(?P<coin>{alternatives([*words.currencies])})(?!\w){DOT}"
        sign = rf"(?P<sign>{alternatives([one for one in words.currencies if not one.isalpha()])})"
        ends = rf"(?P<a>{number})\s?[–—-]\s?(?P<b>{number})(?!\s*[=+*/×÷^]|[\w-])"
        years = "|".join(map(re.escape, words.year_before)) or "(?!)"
        clear = r"(?<![\d.,])"
        patterns = [
            (rf"{clear}(?P<year>[12]\d{{3}})\s?(?P<word>{years})(?!\w)", self._year_word),
            (r"(?<![\w.,-])(?P<year>[12]\d{3})(?![\w%€$£°]|[.,:/-]\d)", self._year),
            (_ordinal(words), self._ordinal),
            (rf"(?<![\w.,^-]){sign}?{ends}(?:\s?(?:{unit}|{coin}))?", self._range),
            (rf"{MINUS}{sign}\s?{amount}{magnitude}?(?!\d)", self._money),
            (rf"{MINUS}{clear}{amount}{magnitude.replace(DOT, ANY_DOT)}?\s?{coin}", self._money),
            (FRACTION, self._fraction),
            (RATIO, self._ratio),
            (r"(?<=\d)\s?/\s?(?=\d)", self._over),
            (rf"{MINUS}{clear}{amount}{magnitude}(?:\s?{unit})?", self._counted),
            (rf"{MINUS}{clear}{amount}\s?{unit}", self._counted),
            (rf"{MINUS}{amount}", self._plain),
        ]
        if words.ordinal_after:
            patterns.insert(3, (NUMBERED, self._ordinal_after))
        self.rules: list[Rule] = [
            (VERSION, self._version),
            *((re.compile(pattern), said) for pattern, said in patterns),
        ]

    def phone(self, match: re.Match[str]) -> str:
        """Digit by digit, in the groups in which it is written."""
        groups = re.findall(r"\d+", match[0])
        if sum(map(len, groups)) < 8:
            return match[0]
        plus = f"{self._words.signs['+']} " if match[0].startswith("+") else ""
        return plus + ", ".join(self._numerals.digits(one) for one in groups)

    def power(self, match: re.Match[str]) -> str:
        """Says "squared", "cubed" or "to the power of"."""
        words = self._words.phrases
        exponent = next(one for one in match.groups() if one)
        named = {"2": words["squared"], "3": words["cubed"]}.get(exponent)
        return f" {named or words['power'] + ' ' + exponent} "

    def _parsed(self, written: str) -> tuple[str, str]:
        """Digits before and behind the point."""
        thousands, decimal = self._words.thousands, self._words.decimal
        if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:[.,]\d+)?", written):
            written = written.replace(thousands, "")
        whole, _, part = written.replace(decimal, ".").partition(".")
        return whole, part

    def _said(self, match: re.Match[str], written: str, gender: str, case: str, *,
              before: bool) -> str:  # fmt: skip
        whole, part = self._parsed(written)
        if part:
            said = self._numerals.decimal(whole, part)
        elif len(whole) > LONGEST or (len(whole) > 1 and whole.startswith("0")):
            said = self._numerals.digits(whole)
        else:
            said = self._numerals.cardinal(int(whole), gender, case, before=before)
        minus = "minus" in match.re.groupindex and match["minus"]
        return f"{self._words.phrases['minus']} {said}" if minus else said

    def _value(self, written: str) -> int | None:
        whole, part = self._parsed(written)
        return None if part else int(whole[-LONGEST:])

    def _counted(self, match: re.Match[str]) -> str:
        """A number with a magnitude, a unit or both."""
        words = self._words
        written = match["mag"] if "mag" in match.re.groupindex else None
        magnitude = _looked_up(words.magnitudes, written)
        unit = _looked_up(words.units, match["unit"])
        case = self._moments.case_before(match)
        return _spaced(match, self._amount(match, match["num"], magnitude, unit, case))

    def _amount(self, match: re.Match[str], written: str, magnitude: Forms | None,
                unit: Forms | None, case: str) -> str:  # fmt: skip
        counted = magnitude or unit
        assert counted is not None
        value = self._value(written)
        said = [self._said(match, written, counted[0], case, before=True)]
        said.append(self._moments.counted(value, counted, case))
        if magnitude and unit:
            said.append(unit[-1])  # of millions, genitive and plural
        return " ".join(said)

    def _money(self, match: re.Match[str]) -> str:
        words = self._words
        groups = match.groupdict()
        main, small = _coins(words.currencies[groups.get("sign") or groups["coin"]])
        magnitude = _looked_up(words.magnitudes, match["mag"])
        case = self._moments.case_before(match)
        whole, part = self._parsed(match["num"])
        if magnitude or len(part) != 2:
            return _spaced(match, self._amount(match, match["num"], magnitude, main, case))
        said = self._amount(match, whole, None, main, case)
        if int(part):
            gender = "f" if words.language == "ru" and small[1].endswith("а") else small[0]
            rest = self._numerals.cardinal(int(part), gender, before=True)
            rest += f" {self._numerals.form(int(part), small)}"
            said = words.money.format(main=said, rest=rest)
        return _spaced(match, said)

    def _range(self, match: re.Match[str]) -> str:
        words, numerals = self._words, self._numerals
        (a, a_part), (b, b_part) = self._parsed(match["a"]), self._parsed(match["b"])
        if float(f"{a}.{a_part or 0}") >= float(f"{b}.{b_part or 0}") or b.startswith("0"):
            return match[0].replace("-", " , ").replace("–", " , ").replace("—", " , ")
        case = "g" if words.cases else "n"
        unit = _looked_up(words.units, match["unit"])
        if coin := match["sign"] or match["coin"]:
            unit, _ = _coins(words.currencies[coin])
        gender = unit[0] if unit else "m"
        years = not (unit or a_part or b_part) and int(a) in YEARS and int(b) in YEARS
        if years and not words.cases:
            said = [numerals.year(int(a)), numerals.year(int(b))]
        else:
            said = [self._said(match, match[one], gender, case, before=bool(unit)) for one in "ab"]
        text = words.phrases["range"].format(a=said[0], b=said[1])
        return f"{text} {unit[-1]}" if unit else text

    def _fraction(self, match: re.Match[str]) -> str:
        whole, top, bottom = match[1], int(match[2]), int(match[3])
        words, numerals = self._words, self._numerals
        gender = "f" if words.language == "ru" else "m"
        forms = words.fractions.get(bottom)
        if forms is None or not 0 < top < bottom:
            over = words.phrases["over"].format(
                a=numerals.cardinal(top), b=numerals.cardinal(bottom)
            )
            return f"{numerals.cardinal(int(whole))} {over}" if whole else over
        part = f"{numerals.cardinal(top, gender, before=True)} {forms[top > 1]}"
        if not whole:
            return part
        if (top, bottom) == (1, 2):
            said = numerals.cardinal(int(whole), gender, before=True)
            return words.phrases["half"].format(n=said)
        return f"{numerals.cardinal(int(whole), gender)} {words.phrases['and']} {part}"

    def _ratio(self, match: re.Match[str]) -> str:
        a, b = (int(one) for one in match.groups())
        return self._words.phrases["ratio"].format(
            a=self._numerals.cardinal(a), b=self._numerals.cardinal(b, case="d")
        )

    def _over(self, match: re.Match[str]) -> str:
        """A stroke between numbers that are no plain fraction."""
        return self._words.phrases["over"].partition("{a}")[2].partition("{b}")[0]

    def _version(self, match: re.Match[str]) -> str:
        whole, part = self._parsed(match[0])
        if not part and whole.isdecimal():  # 1.234.567
            return self._plain(match)
        said = [self._said(match, one, "m", "n", before=False) for one in match[0].split(".")]
        return _spaced(match, f" {self._words.phrases['dot']} ".join(said))

    def _year_word(self, match: re.Match[str]) -> str:
        word = match["word"]
        case = self._words.year_before[word]
        before = word_before(match)
        said = self._words.year_words[word]
        if word == "году" and before in {"к", "ко", "по"}:
            case = "d"
        elif word == "г." and before in {"в", "во"}:
            case, said = "p", self._words.year_words["году"]
        return f"{self._numerals.ordinal(int(match['year']), 'm', case)} {said}"

    def _year(self, match: re.Match[str]) -> str:
        """Four digits that are a year: always so in German, in English behind some words."""
        year, language = int(match["year"]), self._words.language
        known = language == "de" or word_before(match) in self._words.year_after
        return self._numerals.year(year) if known and year in YEARS else match[0]

    def _ordinal(self, match: re.Match[str]) -> str:
        gender, case = self._words.ordinal_endings[match["ending"]]
        found = NEXT.match(match.string, match.end())
        if gender == "n" and found and found[1].endswith("ы"):
            gender = "p"
        return self._numerals.ordinal(int(match["number"]), gender, case)

    def _ordinal_after(self, match: re.Match[str]) -> str:
        ending = self._words.ordinal_after.get(word_before(match))
        if ending is None:
            return match[0]
        return self._numerals.ordinal(int(match["number"])) + ending

    def decade(self, match: re.Match[str]) -> str:
        """Says "the 1990s", or "die 90er"."""
        said = self._numerals.year(int(match[1] or match[2]))
        if self._words.language == "en" and said.endswith("y"):
            return f"{said[:-1]}ies"
        return said + self._words.decade

    def _plain(self, match: re.Match[str]) -> str:
        written = match["num"] if "num" in match.re.groupindex else match[0]
        found = NEXT.match(match.string, match.end())
        next_word = found[1] if found else ""
        case = self._moments.case_before(match)
        gender = self._gender(next_word, self._value(written) or 0, case)
        before = bool(gender)
        return _spaced(match, self._said(match, written, gender or "m", case, before=before))

    def _gender(self, next_word: str, value: int, case: str) -> str:
        """Of the noun that follows, by its looks; empty where none does."""
        words = self._words
        if not (words.noun and next_word and re.match(words.noun, next_word)):
            return ""
        patterns = {"f": words.feminine, "n": words.neuter}
        if words.feminine_few and (case == "g" or value % 10 in {2, 3, 4}):
            patterns = {"f": words.feminine_few}
        looks = (one for one, like in patterns.items() if like and re.match(like, next_word))
        return next(looks, "m")


def _ordinal(words: Lexicon) -> str:
    """A pattern of "21st" and the like, as the language writes them."""
    if not words.ordinal:
        return "(?!)"
    number = r"(?<![\w.,])(?P<number>\d{1,9})"
    ending = f"(?P<ending>{alternatives([*words.ordinal_endings])})"
    return words.ordinal.replace("{number}", number).replace("{ending}", ending) + r"(?!\w)"


def _coins(forms: Forms) -> tuple[Forms, Forms]:
    """The forms of a currency, and those of its hundredth."""
    size = len(forms) // 2
    return forms[: size + 1], (forms[0], *forms[size + 1 :])


def _looked_up(table: Mapping[str, Forms], written: str | None) -> Forms | None:
    """What is there for a word that may have lost a blank."""
    if not written:
        return None
    squeezed = "".join(written.split())
    return next((one for name, one in table.items() if name.replace(" ", "") == squeezed), None)


def _spaced(match: re.Match[str], said: str) -> str:
    """With a blank where a letter stands right beside it: "3x"."""
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    after = match.string[match.end() : match.end() + 1]
    return (" " if before.isalnum() else "") + said + (" " if after.isalnum() else "")
