"""Cards without any model: sentences of a text that say something, each with its term left out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.store.terms import terms
from core.texts import LANGUAGES, Texts
from skills.decks.parsed import Entry
from skills.decks.sentences import Sentence, sentences
from skills.decks.tables import BLANK

MOST = 20
PER_ANSWER = 2
"""Cards with one and the same answer."""
LEAST = 3.0
"""Points below which a word is none to be asked for."""
LETTERS = 4
"""Of the shortest word that is asked for."""
ALIKE = 0.7
"""The part of their words that two sentences share which say the same."""
TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,\u00a0]\d+)*(?:\s?%)?")
CLOSING = ")]}»”“’\"',.;:!?…"


@dataclass(frozen=True, slots=True)
class Tongue:
    """What is known of a language's words, from its locale."""

    code: str
    small: frozenset[str]
    """Words that are everywhere: articles, prepositions, conjunctions, auxiliary verbs."""
    plain: frozenset[str]
    """Nouns that say too little to be asked for, and words that only look like nouns."""
    openers: frozenset[str]
    """Which point back, early in a sentence, at what is not shown: "it", "these"."""
    links: frozenset[str]
    """The same as its first word: "however", "their"."""
    talk: frozenset[str]
    """By which somebody speaks to somebody: "we", "you", "see"."""
    copulas: frozenset[str]
    """Between a term and what it is."""
    articles: frozenset[str]
    """Behind which a noun stands."""
    endings: tuple[str, ...]
    """Of learned nouns."""
    others: tuple[str, ...]
    """Of adjectives, adverbs and verbs: no noun is looked for there."""
    abbreviations: frozenset[str]
    """Behind which a full stop ends no sentence."""

    @staticmethod
    def of(texts: Texts, code: str) -> "Tongue":
        """Its lists of words; `-` stands where a language has none."""

        def said(name: str) -> tuple[str, ...]:
            words = texts.format(code, f"decks-cloze-{name}").replace("_", " ").split()
            return tuple(word for word in words if word != "-")

        sets = ("small", "plain", "openers", "links", "talk", "copulas", "articles")
        small, plain, openers, links, talk, copulas, articles = (
            frozenset(said(one)) for one in sets
        )
        return Tongue(
            code, small, plain, openers, links, talk, copulas, articles,
            said("endings"), said("others"), frozenset(said("abbreviations")),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage, and how it is cited."""

    text: str
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A word that could be left out of a sentence."""

    sentence: Sentence
    cited: str
    place: int
    """Of its piece."""
    start: int
    end: int
    points: float

    @property
    def word(self) -> str:
        """The answer."""
        return self.sentence.text[self.start : self.end]


def language_of(texts: Texts, text: str, default: str) -> str:
    """The language whose small words are the most frequent in it."""
    said = Counter(re.findall(r"\w+", text[:20_000].casefold()))
    count = {code: sum(said[word] for word in Tongue.of(texts, code).small) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: (count[code], code == default))
    return best if count[best] else default


def cloze(pieces: Sequence[Piece], tongue: Tongue, most: int = MOST) -> list[Entry]:
    """At most so many cards, in the order of the text: the best of it, from all over it."""
    counted = Counter(
        term for one in pieces for word in TOKEN.findall(one.text) for term in _stem(word, tongue)
    )
    best: list[Gap] = []
    for place, one in enumerate(pieces):
        headings: set[str] = set()
        for sentence in sentences(one.text, tongue.abbreviations):
            if sentence.heading:
                headings = {term for word in TOKEN.findall(sentence.text)
                            for term in _stem(word, tongue)}  # fmt: skip
            elif _is_whole(sentence.text, tongue):
                gaps = _gaps(sentence, one.cited, place, tongue, counted, headings)
                best += sorted(gaps, key=lambda gap: -gap.points)[:2]
    return [_entry(gap) for gap in _chosen(best, tongue, most)]


def _is_whole(text: str, tongue: Tongue) -> bool:
    """Whether a sentence can stand alone, and tells something."""
    words = [word.casefold() for word in TOKEN.findall(text)]
    if not (5 <= len(words) <= 32 and 32 <= len(text) <= 260 and text.endswith(".")):
        return False
    if not text[0].isupper() or sum(word.islower() for word in TOKEN.findall(text)) < 2:
        return False
    if set(words[:3]) & tongue.openers or words[0] in tongue.links:
        return False
    if set(words) & tongue.talk or re.search(r"https?:|www\.|@|[<>{}\[\]|=/\\]|_|\.\.|…", text):
        return False
    letters = sum(sign.isalpha() or sign == " " for sign in text)
    upper = sum(word.isupper() and len(word) > 1 for word in TOKEN.findall(text))
    even = text.count("(") == text.count(")") and text.count('"') % 2 == 0
    return even and letters >= 0.8 * len(text) and 3 * upper < len(words)


def _gaps(
    sentence: Sentence, cited: str, place: int, tongue: Tongue, counted: Counter[str],
    headings: set[str],
) -> Iterator[Gap]:  # fmt: skip
    text, tokens = sentence.text, list(TOKEN.finditer(sentence.text))
    said = Counter(term for one in tokens for term in _stem(one[0], tongue))
    for at, one in enumerate(tokens):
        stems = _stem(one[0], tongue)
        if any(said[term] > 1 for term in stems):
            continue  # it would be told beside its own gap
        times = max((counted[term] for term in stems), default=0)
        points = _points([token[0] for token in tokens], at, text[one.end() :], tongue, times)
        if points <= 0:
            continue
        points += 1.0 * (2 <= times <= 8) + 1.5 * bool(stems & headings)
        points -= 0.5 * (len(tokens) > 22) + 0.3 * (len(tokens) < 6)
        if points >= LEAST:
            yield Gap(sentence, cited, place, one.start(), one.end(), points)


def _points(
    words: Sequence[str], at: int, behind: str, tongue: Tongue, times: int
) -> float:  # fmt: skip
    """How good a word, said so many times in all, is to be asked for; 0: not at all."""
    word, low = words[at], words[at].casefold()
    if word[0].isdigit():
        return _points_of_number(words, at, tongue)
    known = tongue.small | tongue.plain | tongue.openers | tongue.links | tongue.copulas
    learned = low.endswith(tongue.endings)
    if len(word) < LETTERS or low in known or (not learned and low.endswith(tongue.others)):
        return 0.0
    after = words[at + 1] if at + 1 < len(words) else ""
    if word[0].isupper() and after[:1].isupper() and behind[0] == " ":
        return 0.0  # of a name the last word is asked for
    follows = after.casefold()
    opens = at == 0 or (at == 1 and words[0].casefold() in tongue.articles)
    defined = opens and (follows in tongue.copulas or behind.startswith((" — ", " – ")))
    if at == 0 and not (defined and (learned or times > 1)):
        return 0.0  # whatever it is, a sentence begins with a capital
    if not defined and not learned and not _is_noun(words, at, behind, tongue):
        return 0.0
    points = 2.0 + 2.5 * defined + 1.5 * learned + min(len(word) - LETTERS, 8) * 0.2
    if word[0].isupper() and at > 0 and tongue.code != "de":
        points += 1.0
    # What a sentence begins with is known before it is read; its end is the better place.
    return points + (0.3 if at > 2 else 0.0)


def _points_of_number(words: Sequence[str], at: int, tongue: Tongue) -> float:
    word, before = words[at], words[at - 1]
    if at == 0 or (before[0].isupper() and len(before) < 9 and len(word) < 3):
        return 0.0  # "Figure 3", "Kapitel 2"
    if len(word) == 4 and word.isdecimal():
        return 3.8 if before.casefold() in tongue.small else 3.4
    return 3.2 if len(word) >= 2 else 2.6


def _is_noun(words: Sequence[str], at: int, behind: str, tongue: Tongue) -> bool:
    """By simple means: German writes it large, Spanish has it behind an article, English and
    Russian at the end of its phrase; and everybody writes names large."""
    if words[at][0].isupper():
        return True
    before = words[at - 1].casefold()
    if tongue.code in ("de", "es"):
        return tongue.code == "es" and before in tongue.articles
    follows = words[at + 1].casefold() if at + 1 < len(words) else ""
    ends = not behind.strip() or behind[0] in CLOSING or follows in tongue.small
    near = {one.casefold() for one in words[max(at - 3, 0) : at]}
    return ends and (not tongue.articles or bool(near & tongue.articles))


def _chosen(gaps: Iterable[Gap], tongue: Tongue, most: int) -> list[Gap]:
    """The best, one of a sentence, no two that say the same, and from every piece before twice
    from one."""
    taken: list[Gap] = []
    answers: Counter[str] = Counter()
    bags: list[frozenset[str]] = []
    pieces: Counter[int] = Counter()
    waiting = sorted(gaps, key=lambda gap: (-gap.points, gap.place, gap.start))
    for turn in range(1, most + 1):
        for gap in waiting:
            if len(taken) >= most:
                break
            answer = " ".join(sorted(_stem(gap.word, tongue)))
            if pieces[gap.place] >= turn or answers[answer] >= PER_ANSWER:
                continue
            bag = frozenset(terms(gap.sentence.text, tongue.code))
            if any(len(bag & one) > ALIKE * min(len(bag), len(one)) for one in bags):
                continue
            taken.append(gap)
            bags.append(bag)
            answers[answer] += 1
            pieces[gap.place] += 1
    return sorted(taken, key=lambda gap: (gap.place, gap.sentence.number))


def _entry(gap: Gap) -> Entry:
    text = gap.sentence.text
    front = f"{text[: gap.start]}{BLANK}{text[gap.end :]}"
    return Entry(front, gap.word, cited=gap.cited)


def _stem(word: str, tongue: Tongue) -> set[str]:
    return set(terms(word, tongue.code))
