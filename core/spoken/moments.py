"""Dates and clock times in words."""

import re
from collections.abc import Callable

from core.spoken.lexicon import Forms, Lexicon, alternatives
from core.spoken.numerals import Numerals

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
ISO = re.compile(
    r"(?<![\w.-])(?P<year>[12]\d{3})-(?P<month>0?[1-9]|1[0-2])-(?P<day>0?[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<time>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
)
DOTTED = re.compile(
    r"(?<![\w.,])(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\."
    r"(?:\s?(?P<year>[12]\d{3}|\d\d)(?![\w]|[.,]\d))?"
)
SLASHED = re.compile(
    r"(?<![\w/.])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>[12]\d{3}|\d\d)(?![\w/])"
)
TIME = r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![:.,]?\d)"
BEFORE = re.compile(r"([^\W\d]+\.?)\s+\Z")
"""The word before something, to agree with."""


def word_before(match: re.Match[str]) -> str:
    """In small letters; empty where there is none."""
    found = BEFORE.search(match.string, max(match.start() - 40, 0), match.start())
    return found[1].lower() if found else ""


class Moments:
    """The rules of one language, in the order in which they are applied."""

    def __init__(self, words: Lexicon, numerals: Numerals) -> None:
        self._words = words
        self._numerals = numerals
        day, year = r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)", r"(?P<year>[12]\d{3})(?!\d)"
        month = rf"(?P<month>{words.month_pattern})(?!\w)"
        date, clock = words.date, words.clock
        to_date = _filled(date.day_first, day=r"\d{1,2}", month=month, year=r"\d{4}")
        half = alternatives(list(clock.half)) or r"(?!)"
        alone, then = rf"(?<![\w:.,]){clock.before}", r"\s?[-–—]\s?"
        short = r"(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?\s?"
        dotted = rf"(?<![\w:.,])([01]?\d|2[0-3])\.([0-5]\d){clock.dotted or '(?!)'}"
        until = TIME.replace("hour", "hour2").replace("minute", "minute2")
        patterns = [
            (dotted, lambda it: f"{it[1]}:{it[2]}"),
            (rf"(?<![\w.,])(?P<first>\d{{1,2}})\.?{then}(?={to_date})", self._from),
            *(
                (r"(?<![\w.,])" + _filled(form, day=day, month=month, year=year), self._named)
                for form in filter(None, (date.day_first, date.month_first))
            ),
            (rf"{alone}{short}(?P<half>{half})(?!\w)(?P<to>{then}(?=\d))?", self._halved),
            (rf"{alone}{TIME}{clock.after}(?:{then}{until}{clock.after})?", self._clock),
        ]
        self.rules: list[Rule] = [(ISO, self._iso), (SLASHED, self._slashed)]
        if words.thousands != ",":
            self.rules.append((DOTTED, self._dotted))
        self.rules += [(re.compile(one, re.IGNORECASE), said) for one, said in patterns]

    def date(self, match: re.Match[str], day: int, month: int, year: int | None) -> str:
        """In words; what is no date stays as it is written."""
        said = self._words.date
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            return match[0]
        named = self._words.month_names[month - 1]
        text = said.said.format(day=self._day(day, word_before(match)), month=named)
        if year is None:
            return text
        return said.with_year.format(date=text, year=self._year(year))

    def time(self, hour: int, minute: int, case: str = "n") -> str:
        """A clock time in words."""
        clock = self._words.clock
        if special := clock.special.get(f"{hour}:{minute:02}"):
            return special
        part = next((said for since, said in reversed([*clock.parts.items()]) if hour >= since), "")
        if clock.parts:
            hour = hour % 12 or 12
        pattern = clock.minutes if minute >= 10 else clock.few if minute else clock.whole
        said = pattern.format(
            h=self._counted(hour, "hour", case),
            m=self._counted(minute, "minute", case),
            hour=self._unit(hour, "ч", case),
            minute=self._unit(minute, "мин", case),
        )
        bent = {**clock.one, **(clock.dative if case == "d" else {})}
        for plain, form in bent.items():
            said = re.sub(rf"\b{plain}\b", form, said)
        return f"{said} {part}".strip()

    def _counted(self, number: int, what: str, case: str) -> str:
        language = self._words.language
        if language == "es":
            return self._numerals.cardinal(number, "f" if what == "hour" else "m",
                                           before=what == "hour")  # fmt: skip
        if language == "ru":
            return self._numerals.cardinal(number, "m" if what == "hour" else "f", case)
        return self._numerals.cardinal(number, before=language == "de" and what == "hour")

    def _unit(self, number: int, name: str, case: str) -> str:
        """The word behind a number of hours, where the language has one."""
        forms = self._words.units.get(name)
        return self.counted(number, forms, case) if forms else ""

    def counted(self, number: int | None, forms: Forms, case: str) -> str:
        """The form of a unit behind a number in that case."""
        if case == "g" and number is not None and len(forms) > 3:
            return forms[2] if number % 10 == 1 and number % 100 != 11 else forms[3]
        said = self._numerals.form(number, forms)
        if case == "a" and forms[0] == "f" and said == forms[1]:
            return said.removesuffix("а") + "у"
        return said

    def case_before(self, match: re.Match[str]) -> str:
        """The case that the word before asks for."""
        return self._words.cases.get(word_before(match), "n")

    def _day(self, day: int, before: str) -> str:
        words = self._words
        if words.language == "es":
            return (
                words.date.first if day == 1 and words.date.first else self._numerals.cardinal(day)
            )
        if words.language == "ru":
            return self._numerals.ordinal(day, "n", words.date.case)
        ending = words.ordinal_after.get(before, words.date_ending)
        return self._numerals.ordinal(day) + ending

    def _year(self, year: int) -> str:
        year += 2000 if year < 100 else 0
        if self._words.language == "ru":
            return self._numerals.ordinal(year, "m", "g")
        return self._numerals.year(year)

    def _iso(self, match: re.Match[str]) -> str:
        date = self.date(match, int(match["day"]), int(match["month"]), int(match["year"]))
        return f"{date}, {match['time']}" if match["time"] else date

    def _dotted(self, match: re.Match[str]) -> str:
        if match["year"] is None:
            # "3.5." may be a number at the end of a sentence, "24.11." is none.
            sure = word_before(match) in self._words.ordinal_after
            if not sure and len(match["day"]) + len(match["month"]) < 4:
                return match[0]
            return self.date(match, int(match["day"]), int(match["month"]), None)
        return self.date(match, int(match["day"]), int(match["month"]), int(match["year"]))

    def _slashed(self, match: re.Match[str]) -> str:
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        american = self._words.date.order == "mdy" and one <= 12
        day, month = (two, one) if american or two > 12 else (one, two)
        return self.date(match, day, month, year)

    def _named(self, match: re.Match[str]) -> str:
        month = self._words.month_number(match["month"])
        year = int(match["year"]) if match["year"] else None
        return self.date(match, int(match["day"]), month, year)

    def _from(self, match: re.Match[str]) -> str:
        day = int(match["first"])
        if not 1 <= day <= 31:
            return match[0]
        before, since = word_before(match), self._words.date.since
        said = self._words.date.said.partition("{day}")[0] + self._day(day, before)
        said = f"{since} {said}" if since and before != since else said
        return f"{said} {self._to} "

    @property
    def _to(self) -> str:
        """The word between two ends."""
        return self._words.phrases["range"].partition("{a}")[2].partition("{b}")[0].strip()

    def _halved(self, match: re.Match[str]) -> str:
        """As in "9 p.m.": with its half of the day."""
        clock = self._words.clock
        written = match["half"].lower()
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        after_noon = written.startswith("p")
        to = f" {self._to} " if match["to"] else ""
        if clock.parts:
            said = self.time(hour % 12 + (12 if after_noon else 0), minute)
            morning = not after_noon and hour != 12
            return (f"{said} {clock.half.get('am', '')}" if morning else said) + to
        kind = "p. m." if after_noon else "a. m."
        return f"{self.time(hour, minute)} {clock.half.get(kind, '')}".strip() + to

    def _clock(self, match: re.Match[str]) -> str:
        hour, minute = int(match["hour"]), int(match["minute"])
        if match["hour2"] is None:
            return self.time(hour, minute, self.case_before(match))
        case = "g" if self._words.cases else "n"
        begun = self.time(hour, minute, case)
        ended = self.time(int(match["hour2"]), int(match["minute2"]), case)
        return self._words.phrases["range"].format(a=begun, b=ended)


def _filled(pattern: str, **parts: str) -> str:
    """The pattern with {day}, {month} and {year} in their places; other braces are its own."""
    for name, part in parts.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern
