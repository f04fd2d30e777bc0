"""Decks written in YAML: a title with cards, a list of cards, or questions with their answers."""

from collections.abc import Iterator, Mapping
from typing import Any

from skills.decks.lines import split_card
from skills.decks.parsed import FIELDS, Columns, Fault, Parsed

DEEPEST = 8


def parse_yaml(text: str, words: Columns) -> Parsed:
    """Every scalar is taken as it is written: a `no` or a `1.10` is nobody's truth or number."""
    found = Parsed()
    root, fault = _composed(text)
    cards: Any = root
    if isinstance(root, dict):
        fields = {_kind(name, words): (line, value) for (line, name), value in root.items()}
        found.title, found.language = (_said(fields.get(one)) for one in ("title", "language"))
        if "cards" in fields:
            cards = fields["cards"][1]
    for line, value in _items(cards):
        _take(found, line, value, words)
    if fault is not None:
        found.fault(fault.line, fault.why)
    return found


def _items(cards: Any) -> Iterator[tuple[int, Any]]:
    """Each card with the line it begins in."""
    if isinstance(cards, dict):
        for (line, name), value in cards.items():
            yield line, (name, value)
    elif isinstance(cards, list):
        yield from cards


def _take(found: Parsed, line: int, value: Any, words: Columns) -> None:
    match value:
        case str():
            found.take(line, *(split_card(value) or (value, "")))
        case (str() as front, str() as back):
            if _kind(front, words) not in {"title", "language", "deck"}:
                found.take(line, front, back)
        case (str() as front, list() as backs):
            answers = [one for _, one in backs if isinstance(one, str)]
            found.take(line, front, "".join(answers[:1]), accepted=answers[1:])
        case list():
            cells = [one if isinstance(one, str) else "" for _, one in value]
            found.take(line, *(*cells, "", "")[:2])
        case dict():
            _take_fields(found, line, value, words)
        case _:
            found.fault(line, "unreadable")


def _take_fields(
    found: Parsed, line: int, value: Mapping[tuple[int, str], Any], words: Columns
) -> None:
    fields = {_kind(name, words): (at, one) for (at, name), one in value.items()}
    if len(value) == 1 and not fields.keys() & set(FIELDS):
        ((_, front), back), *_ = value.items()
        _take(found, line, (front, back), words)
        return
    front, back, hint, tags = (_said(fields.get(one)) for one in ("front", "back", "hint", "tags"))
    found.take(line, front, back, hint=hint, tags=tags, accepted=_several(fields.get("accepted")))


def _kind(name: str, words: Columns) -> str:
    return words.get(" ".join(name.casefold().split()), name)


def _said(value: tuple[int, Any] | None) -> str:
    return " ".join(_several(value)) if value else ""


def _several(value: tuple[int, Any] | None) -> list[str]:
    one = value[1] if value else ""
    if isinstance(one, list):
        return [item for _, item in one if isinstance(item, str)]
    return [one] if isinstance(one, str) and one else []


def _composed(text: str) -> tuple[Any, Fault | None]:
    """Plain values: str, [(line, value)], {(line, key): value}, and where it goes wrong.

    Built of events: nothing is made of a tag, and an alias, by which a small file says a huge one,
    is refused. What stands before the fault is kept.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    stack: list[_Open] = [_Open(False, 1)]
    fault: Fault | None = None
    try:
        for event in yaml.parse(text, Loader=loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            match event:
                case yaml.AliasEvent():
                    fault = Fault(line, "aliases")
                    break
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    stack.append(_Open(isinstance(event, yaml.MappingStartEvent), line))
                    if len(stack) > DEEPEST:
                        fault = Fault(line, "unreadable")
                        break
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    done = stack.pop()
                    stack[-1].add(done.line, done.made)
                case yaml.ScalarEvent(value=value):
                    stack[-1].add(line, value)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        fault = Fault(mark.line + 1 if mark else 1, "unreadable")
    if fault and len(stack) > 2 and isinstance(stack[-2].made, list):
        stack.pop()  # the card in which it goes wrong
    while len(stack) > 1:
        done = stack.pop()
        stack[-1].add(done.line, done.made)
    documents = [one for _, one in stack[0].made]
    return (documents[0] if documents else None), fault


class _Open:
    """A list or a mapping that is being read."""

    def __init__(self, mapping: bool, line: int) -> None:
        self.line = line
        self.made: Any = {} if mapping else []
        self._key: tuple[int, str] | None = None

    def add(self, line: int, value: Any) -> None:
        """The next item; of a mapping, its key and then its value."""
        if isinstance(self.made, list):
            self.made.append((line, value))
        elif self._key is None:
            self._key = (line, value if isinstance(value, str) else "")
        else:
            self.made[self._key] = value
            self._key = None
