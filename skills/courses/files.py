"""Courses as files: read with the line of every fault, written again, or made of a document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from core.model import Page
from core.study import Course, Lesson
from core.texts import LANGUAGES

MOST_LESSONS, MOST_CARDS = 50, 50
MOST_TITLE, MOST_ABOUT, MOST_TEXT, MOST_SIDE = 100, 1_000, 20_000, 500
"""Characters of a title, of what a course is about, of a lesson, of one side of a card."""
MOST_DAYS, MOST_MINUTES = 3_650, 1_000
MOST_FILE = 2_000_000
MOST_DEPTH = 8
MOST_FAULTS = 5
WORDS_A_MINUTE = 120
NUMBERED = re.compile(r" \(\d+\)$")
"""How readers tell pieces of one section apart."""
FIELDS = ("title", "about", "subject", "language", "days", "deadline", "closed", "lessons")
OF_LESSON = ("title", "minutes", "text", "cards")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where; `what` ends the id of the message `courses-fault-...`."""

    line: int
    what: str
    values: Mapping[str, object] = field(default_factory=dict)


class Faulty(Exception):
    """A file that is no course, with the first of its faults."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults[:MOST_FAULTS])


def read(text: str, created: datetime, slug: str = "") -> Course:
    """A course out of YAML; raises Faulty."""
    reader = _Reader()
    values = reader.fields(_composed(text), FIELDS)
    title = reader.text(values, "title", MOST_TITLE, required=True)
    about = reader.text(values, "about", MOST_ABOUT)
    subject = reader.text(values, "subject", MOST_TITLE)
    language = reader.one_of(values, "language", LANGUAGES)
    days = reader.number(values, "days", MOST_DAYS)
    deadline = reader.date(values)
    closed = reader.one_of(values, "closed", ("true", "false")) == "true"
    nodes = reader.items(values, "lessons", MOST_LESSONS)
    lessons = tuple(reader.lesson(node) for node in nodes)
    if reader.faults:
        raise Faulty(sorted(reader.faults, key=lambda fault: fault.line))
    return Course(
        title, about, created, subject, language, lessons, deadline, days or None,
        slug=slug, closed=closed,
    )  # fmt: skip


def write(course: Course) -> str:
    """The course as YAML that `read` takes."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes what has several lines as people would."""

    def of_text(dumper: Any, text: str) -> Any:
        style = "|" if "\n" in text else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    Dumper.add_representer(str, of_text)
    kept: dict[str, object] = {
        name: value for name in FIELDS[:-1] if (value := getattr(course, name))
    }
    kept["lessons"] = [_plain(lesson) for lesson in course.lessons]
    return str(yaml.dump(kept, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100))


def of_pages(name: str, pages: Sequence[Page], created: datetime, language: str) -> Course | None:
    """A course whose lessons are what stands below each heading; None where there are none."""
    title, about = name.rpartition(".")[0] or name, ""
    lessons: list[Lesson] = []
    for place, page in enumerate(pages):
        heading = NUMBERED.sub("", page.label).strip()
        if not heading or heading.isdecimal():
            about = about or (page.text if not place else "")
            continue
        above, body = _below(heading, page.text)
        if not place and above:
            title = above[0]
        if lessons and lessons[-1].title == heading:
            body = f"{lessons.pop().text}\n\n{body}"
        lessons.append(Lesson(heading, body, minutes_of(body)))
    if not lessons:
        return None
    faults = [
        Fault(0, "long", {"name": one.title, "limit": MOST_TEXT})
        for one in lessons
        if len(one.text) > MOST_TEXT
    ]
    if len(lessons) > MOST_LESSONS:
        faults.append(Fault(0, "many", {"name": "lessons", "limit": MOST_LESSONS}))
    if faults:
        raise Faulty(faults)
    return Course(
        title[:MOST_TITLE], about[:MOST_ABOUT], created, language=language, lessons=tuple(lessons)
    )


def minutes_of(text: str) -> int:
    """How long it takes to read, at an easy pace."""
    return max(1, round(len(text.split()) / WORDS_A_MINUTE))


def _below(heading: str, text: str) -> tuple[list[str], str]:
    """The headings above the last one of a section, and what stands below it."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if " ".join(line.split()) == heading:
            above = [one.strip() for one in lines[:place] if one.strip()]
            return above, "\n".join(lines[place + 1 :]).strip()
    return [], text.strip()


def _plain(lesson: Lesson) -> dict[str, object]:
    made: dict[str, object] = {"title": lesson.title}
    if lesson.minutes:
        made["minutes"] = lesson.minutes
    made["text"] = lesson.text
    if lesson.cards:
        made["cards"] = [list(card) for card in lesson.cards]
    return made


def _composed(text: str) -> Any:
    """The nodes of a YAML text; without what makes little text large or deep."""
    import yaml

    if len(text) > MOST_FILE:
        raise Faulty([Fault(1, "long", {"name": "file", "limit": MOST_FILE})])
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            opens = isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent)
            depth += opens
            depth -= isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise Faulty([Fault(_line(event.start_mark), "alias")])
            if depth > MOST_DEPTH:
                raise Faulty([Fault(_line(event.start_mark), "deep")])
        return yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        where = _line(error.problem_mark or error.context_mark)
        raise Faulty([Fault(where, "broken")]) from None
    except yaml.YAMLError:  # signs that no text has
        raise Faulty([Fault(1, "broken")]) from None


def _line(mark: Any) -> int:
    return mark.line + 1 if mark is not None else 1


class _Reader:
    """Takes values out of nodes, and gathers what is wrong with them."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, node: Any, what: str, **values: object) -> None:
        """Notes one; lines are counted from 1."""
        self.faults.append(Fault(_line(node and node.start_mark), what, values))

    def fields(self, node: Any, known: Sequence[str]) -> dict[str, Any]:
        """The values of a mapping by their names; `""` holds the mapping itself. Else nothing."""
        import yaml

        if not isinstance(node, yaml.MappingNode):
            self.fault(node, "fields", known=", ".join(known))
            return {}
        found: dict[str, Any] = {"": node}
        for name, value in node.value:
            said = name.value if isinstance(name, yaml.ScalarNode) else ""
            if said not in known:
                self.fault(name, "unknown", name=said[:40], known=", ".join(known))
            elif said in found:
                self.fault(name, "twice", name=said)
            else:
                found[said] = value
        return found

    def text(
        self, values: Mapping[str, Any], name: str, most: int, *, required: bool = False
    ) -> str:
        """What stands there as it stands there, without blanks around it."""
        import yaml

        node = values.get(name)
        if node is not None and not isinstance(node, yaml.ScalarNode):
            self.fault(node, "text", name=name)
            return ""
        said = node.value.strip() if node is not None else ""
        if node is not None and node.tag == "tag:yaml.org,2002:null":
            said = ""
        if required and not said and values:
            self.fault(node or values[""], "missing", name=name)
        if len(said) > most:
            self.fault(node, "long", name=name, limit=most)
        return said

    def number(self, values: Mapping[str, Any], name: str, most: int) -> int:
        """A whole number from 1; 0 where there is none."""
        said = self.text(values, name, MOST_TITLE)
        if not said:
            return 0
        if not (said.isascii() and said.isdecimal() and 1 <= int(said) <= most):
            self.fault(values[name], "number", name=name, limit=most)
            return 0
        return int(said)

    def one_of(self, values: Mapping[str, Any], name: str, known: Sequence[str]) -> str:
        """One of the known words, or none."""
        said = self.text(values, name, MOST_TITLE)
        if said and said not in known:
            self.fault(values[name], "choice", name=name, known=", ".join(known))
        return said

    def date(self, values: Mapping[str, Any]) -> date | None:
        """A deadline as `2026-12-24`."""
        said = self.text(values, "deadline", MOST_TITLE)
        if not said:
            return None
        try:
            return date.fromisoformat(said)
        except ValueError:
            self.fault(values["deadline"], "date", name="deadline")
            return None

    def items(self, values: Mapping[str, Any], name: str, most: int) -> list[Any]:
        """The nodes of a list."""
        import yaml

        node = values.get(name)
        if node is None or getattr(node, "tag", "") == "tag:yaml.org,2002:null":
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, "list", name=name)
            return []
        if len(node.value) > most:
            self.fault(node.value[most], "many", name=name, limit=most)
        return list(node.value[:most])

    def lesson(self, node: Any) -> Lesson:
        """One of them; its minutes are reckoned where nobody says them."""
        values = self.fields(node, OF_LESSON)
        title = self.text(values, "title", MOST_TITLE, required=True)
        text = self.text(values, "text", MOST_TEXT, required=True)
        minutes = self.number(values, "minutes", MOST_MINUTES) or minutes_of(text)
        return Lesson(title, text, minutes, tuple(self._cards(values)))

    def _cards(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        import yaml

        for node in self.items(values, "cards", MOST_CARDS):
            sides = node.value if isinstance(node, yaml.SequenceNode) else ()
            said = [side.value.strip() for side in sides if isinstance(side, yaml.ScalarNode)]
            if len(sides) != 2 or len(said) != 2 or not all(said):
                self.fault(node, "card")
            elif max(map(len, said)) > MOST_SIDE:
                self.fault(node, "long", name="cards", limit=MOST_SIDE)
            else:
                yield said[0], said[1]
