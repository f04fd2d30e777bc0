"""What people say in the kill run: a seeded mix in four languages, each with a mark of its own."""

import random
import string
from collections.abc import Iterator
from dataclasses import dataclass

# `sort` of the message and how often, then its words; {} is where mark and words stand.
SHARES = {"note": 30, "reminder": 25, "missing": 10, "find": 10, "list": 10, "help": 5, "noise": 10}
PHRASES: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "note": ("note: {}", "please write down {}", "/notes save {}"),
        "reminder": ("remind me in 2 hours to {}",),
        "missing": ("find my notes about {}",),
        "find": ("what did I write about {}",),
        "list": ("show my notes", "what are my reminders", "/notes"),
        "help": ("help", "/start"),
    },
    "es": {
        "note": ("apunta que {}",),
        "reminder": ("recuérdame en 2 horas {}",),
        "missing": ("busca mis notas sobre {}",),
        "find": ("busca mis notas sobre {}",),
        "list": ("mis notas",),
        "help": ("ayuda",),
    },
    "de": {
        "note": ("Notiere {}",),
        "reminder": ("Erinnere mich in 2 Stunden an {}",),
        "missing": ("suche meine Notizen über {}",),
        "find": ("suche meine Notizen über {}",),
        "list": ("meine Erinnerungen",),
        "help": ("Hilfe",),
    },
    "ru": {
        "note": ("запиши что {}",),
        "reminder": ("напомни мне через 2 часа {}",),
        "missing": ("найди заметки про {}",),
        "find": ("найди заметки про {}",),
        "list": ("мои заметки",),
        "help": ("помощь",),
    },
}
TALE = ("amber", "basalt", "cedar", "delta", "ember", "fjord", "garnet", "heather", "indigo")
ANOTHER = 0.6
"""How often the next message is from another chat; else somebody types on without waiting."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message; `mark` is a word that stands in no other."""

    chat: int
    language: str
    sort: str
    mark: str
    text: str


def conversation(rng: random.Random, messages: int, chats: int) -> Iterator[Said]:
    """So many messages over so many chats; a chat keeps its language, most speak English."""
    tongues = {
        chat: rng.choices(list(PHRASES), (70, 10, 10, 10))[0] for chat in range(1000, 1000 + chats)
    }
    noted: dict[int, str] = {}
    chat = next(iter(tongues))
    for number in range(messages):
        if rng.random() < ANOTHER:
            chat = rng.choice(list(tongues))
        sort = rng.choices(list(SHARES), list(SHARES.values()))[0]
        mark = _mark(number)
        if sort == "note":
            noted[chat] = mark
        if sort == "find" and chat not in noted:
            sort = "list"
        about = noted[chat] if sort == "find" else mark
        yield Said(chat, tongues[chat], sort, mark, _text(rng, tongues[chat], sort, about))


def _text(rng: random.Random, language: str, sort: str, mark: str) -> str:
    if sort == "noise":
        return "".join(rng.choices("bcdfgxz", k=9))
    words = {"note": f"{mark} {rng.choice(TALE)}", "reminder": f"{rng.choice(TALE)} {mark}"}
    return rng.choice(PHRASES[language][sort]).format(words.get(sort, mark))


def _mark(number: int) -> str:
    letters = ""
    for _ in range(4):
        number, letter = divmod(number, 26)
        letters += string.ascii_lowercase[letter]
    return f"zq{letters}"
