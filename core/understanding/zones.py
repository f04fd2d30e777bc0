"""Time zones in words: "Europe/Berlin", "UTC+3", "I live in Munich", "it's 10:30 here"."""

import re
import unicodedata
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from core.model import Moment, Number
from core.store.terms import terms

if TYPE_CHECKING:
    from core.understanding.times import Times

MOST_CHARACTERS = 200
"""Of a text that is looked at: a place is not a letter."""
TRAILING = (
    "time timezone zone now here right today please hora ahora aquí zeit uhr jetzt hier gerade"
    " bitte время времени сейчас здесь тут пожалуйста"
)
"""Words that may stand behind a place."""
AFTERNOON = re.compile(r"\bp\.?\s?m\b|tarde|noche|nachmittag|abend|вечер|\bдня\b")
MORNING = re.compile(r"\ba\.?\s?m\b|mañana|morgens|früh|утра|ночи")
IANA = re.compile(r"[a-z]+(?:/[a-z0-9_+-]+)+")
OFFSET = re.compile(r"(?:\b(?:utc|gmt)\s*|^)([+−-])\s*(\d{1,2})(?::?(\d{2}))?\b")
WORLD = re.compile(r"\b(?:utc|gmt|zulu)\b(?!\s*[+−-])")
CLOCK = re.compile(
    r"\b(\d{1,2})(?:[:.h](\d{2})\b"
    r"|\s*(?:uhr|час\w*|o'?clock|[ap]\.?m\b|h\b|de la|abends|morgens|утра|дня|вечера|ночи)"
    r"(?:\s*(\d{1,2})\b)?)"
)
DIGITAL = re.compile(r"\d:\d")
HOME = {
    "en": timedelta(hours=-8),
    "es": timedelta(hours=-8),
    "de": timedelta(hours=-4),
    "ru": timedelta(hours=2),
}
"""Where "half past ten" is told apart from the other half of the day: from there twelve hours east
most of a language's people live."""
LOCALES = Path(__file__).resolve().parents[2] / "locales"
WEST, EAST = timedelta(hours=-10), timedelta(hours=14)
"""A clock reading is told apart within one day: from Hawaii to New Zealand's summer."""


def find_zone(text: str, language: str, now_utc: datetime) -> str | None:
    """The IANA zone a person means, or None; `now_utc` is aware.

    A named zone or place comes before an offset, and an offset before a clock reading.
    """
    said = text.casefold()[:MOST_CHARACTERS]
    return (
        _named(said)
        or _placed(said)
        or _offset(said, now_utc)
        or _told(said, language, now_utc)
        or _read_off(said, now_utc)
    )


def place(zone: str, language: str) -> str:
    """A zone for people: its city in their language, or "UTC+3"."""
    if zone.startswith("Etc/GMT"):
        hours = -int(zone.removeprefix("Etc/GMT") or 0)
        return f"UTC{hours:+d}" if hours else "UTC"
    if "/" not in zone:
        return zone
    from babel import Locale  # 70 ms: only who is told a place

    city = Locale(language).time_zones.get(zone, {}).get("city")
    return str(city or zone.rpartition("/")[2].replace("_", " "))


def _named(said: str) -> str | None:
    for found in IANA.finditer(said):
        zone = _zones().get(found[0])
        if zone:
            return zone
    return None


def _placed(said: str) -> str | None:
    for part in re.split(r"[,;.()]\s", said):
        words = _folded(part).split()
        while words and words[-1] in _trailing():
            words.pop()
        # "in the north of New York": the longest end of it that is a place.
        for start in range(len(words)):
            zone = _places().get(" ".join(words[start:]))
            if zone:
                return zone
    return None


def _offset(said: str, now: datetime) -> str | None:
    found = OFFSET.search(said)
    if found is None:
        return "UTC" if WORLD.search(said) else None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return _with_offset(timedelta(minutes=minutes if found[1] == "+" else -minutes), now)


def _told(said: str, language: str, now_utc: datetime) -> str | None:
    """From what the person's clock shows, in words: "half past ten"."""
    grammar = _times(language)
    if grammar is None or DIGITAL.search(said):
        return None
    now = now_utc.replace(tzinfo=None)
    clocks = [one for one in grammar.find(said, now) if isinstance(one.value, Moment)]
    if len(clocks) != 1 or not _names_an_hour(said[clocks[0].start : clocks[0].end], grammar, now):
        return None
    clock = clocks[0].value
    if not isinstance(clock, Moment) or clock.dated or clock.relative:
        return None
    shown = clock.at.hour * 60 + clock.at.minute
    if clock.vague:  # either half of the day
        return _from_clock(shown, now_utc, HOME.get(language, WEST), timedelta(hours=12))
    return _from_clock(shown, now_utc)


def _names_an_hour(said: str, grammar: "Times", now: datetime) -> bool:
    """Whether there is a number in it: "in the evening" tells nothing."""
    found = (one for word in said.split() for one in grammar.find(word, now))
    return any(isinstance(one.value, Number) for one in found)


def _read_off(said: str, now_utc: datetime) -> str | None:
    """From what it shows in digits: "10:30", "22h"."""
    found = CLOCK.search(said)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if hour < 12 and AFTERNOON.search(said):
        hour += 12
    elif hour == 12 and MORNING.search(said):
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return _from_clock(hour * 60 + minute, now_utc)


def _from_clock(
    shown: int, now_utc: datetime, first: timedelta = WEST, turn: timedelta = timedelta(days=1)
) -> str | None:
    """From the minutes of the day that a clock shows which goes round in a `turn`.

    To the quarter of an hour; of all the offsets it can mean, the one at `first` or east of it.
    """
    utc = now_utc.hour * 60 + now_utc.minute
    offset = timedelta(minutes=round((shown - utc) / 15) * 15)
    return _with_offset(first + (offset - first) % turn, now_utc)


def _with_offset(offset: timedelta, now: datetime) -> str | None:
    hours, rest = divmod(offset, timedelta(hours=1))
    if timedelta(hours=-12) <= offset <= EAST and not rest:
        # POSIX counts to the west: what everybody calls UTC+3 is Etc/GMT-3.
        return f"Etc/GMT{-hours:+d}" if hours else "UTC"
    zones = sorted(set(_places().values()))
    return next((one for one in zones if now.astimezone(ZoneInfo(one)).utcoffset() == offset), None)


def _folded(text: str) -> str:
    """Without case, accents and endings: "в Нижнем Новгороде" and "Нижний Новгород" meet."""
    text = text.casefold().replace("ё", "е").replace("й", "\0").replace("ß", "ss")
    bare = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign)).replace("\0", "й")
    words = re.findall(r"\w+", bare)
    return " ".join(terms(word, "ru")[0] if word[0] > "\u0400" else word for word in words)


@lru_cache(maxsize=4)
def _times(language: str) -> "Times | None":
    """The language's grammar of times, where there is one."""
    from core.understanding.times import Times  # 20 ms: only who tells the time

    path = LOCALES / language / "times.yaml"
    return Times.load(path) if path.is_file() else None


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Folded names to zones; of two places with one name the better known."""
    found: dict[str, str] = {}
    table = files("core.understanding").joinpath("places.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        zone, _, names = line.partition("\t")
        for name in names.split("|") if names else ():
            found.setdefault(_folded(name), zone)
    return found


@lru_cache(maxsize=1)
def _trailing() -> frozenset[str]:
    return frozenset(_folded(TRAILING).split())


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """Every IANA zone of the system, by its name in small letters."""
    return {zone.casefold(): zone for zone in available_timezones()}
