"""A house with as many intents as wanted: its own skills first, then made-up ones.

The made-up vocabulary: five intents to a noun, each with two or three templates. The verbs (add,
show, find, delete, plan) are those of all skills; only the noun tells a skill from the others.
"""

import shutil
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import skills
from core.bootstrap import LOCALES
from core.model import Moment, Reply
from core.skill import Catalogue, Context, discover, intent
from core.texts import Texts
from core.understanding import Understanding

VOCABULARY = "made-up intents share their verbs (add, show, find, delete, plan), nouns are distinct"
ONSETS, VOWELS, CODAS = "b d f g k l m p r s t v".split(), "a e i o u".split(), "n r l s k".split()

SENTENCES = {
    "add": (
        "[please] (add|put|save) {{text}} (to|in|into) my {noun}s",
        "[a] new {noun} (called|named) {{text}}",
    ),
    "show": (
        "[please] (show|list|give) [me] [all] [of] my {noun}s",
        "(what|which) {noun}s do i have",
        "[my] {noun}s",
    ),
    "find": (
        "[please] (find|look for|search for) {{text}} (in|among) my {noun}s",
        "what do my {noun}s say about {{text}}",
    ),
    "delete": (
        "[please] (delete|remove|drop) {{text}} from my {noun}s",
        "[please] (delete|remove|drop) the {noun} (about|called) {{text}}",
    ),
    "plan": (
        "[please] (plan|schedule|book) (a|the|my) {noun} (for|with|about) {{text}}",
        "[new] {noun} (for|with|about) {{text}}",
    ),
}
SAID = {
    "add": "please add two loaves of bread to my {noun}s",
    "show": "show me all my {noun}s",
    "find": "what do my {noun}s say about the exam",
    "delete": "remove the second chapter from my {noun}s",
    "plan": "schedule a {noun} with the new teacher",
}
REPLIES = {
    "add": "Saved: { $text }",
    "show": "You have no { $noun } yet.",
    "find": "I found nothing about “{ $text }”.",
    "delete": "Deleted: { $text }",
    "plan": "{ $when }: { $text }",
}


def noun(number: int) -> str:
    """A word of its own for each number: `bakedan`."""
    word = ""
    for _ in range(3):
        number, onset = divmod(number, len(ONSETS))
        word += ONSETS[onset] + VOWELS[(number + onset) % len(VOWELS)]
    return word + CODAS[number % len(CODAS)]


class School:
    """Catalogue, texts and understanding in English, with the locale files in `folder`."""

    def __init__(self, folder: Path, intents: int, *, own: bool = True) -> None:
        english = folder / "en"
        english.mkdir(parents=True)
        self.catalogue = discover(skills) if own else Catalogue()
        self.own = len(self.catalogue.intents)
        house = ("core.ftl", "times.yaml", "understanding.yaml")
        for path in (LOCALES / "en").iterdir():
            if own or path.name in house:
                shutil.copy(path, english)
        self.nouns = [noun(number) for number in range(-(-(intents - self.own) // len(SAID)))]
        left = intents - self.own
        for one in self.nouns:
            verbs = list(SAID)[:left]
            left -= len(verbs)
            _write(english, one, verbs)
            self.catalogue.add(_declared(one, verbs))
        self.texts = Texts(folder)
        self.understanding = Understanding(folder, self.catalogue.intents, ("en",))

    @property
    def note(self) -> str:
        """What it is made of, for a row."""
        made = len(self.catalogue.intents) - self.own
        return f"{self.own} intents of our own and {made} made up; {VOCABULARY}"

    def sentences(self, *verbs: str, nouns: int = 3) -> list[str]:
        """What somebody says about nouns spread evenly over those there are."""
        step = max(len(self.nouns) // nouns, 1)
        return [
            SAID[verb].format(noun=one) for one in self.nouns[::step][:nouns] for verb in verbs
        ]


def _write(folder: Path, one: str, verbs: Sequence[str]) -> None:
    lines, texts = ["language: en", "intents:"], []
    for verb in verbs:
        lines += [f"  {one}.{verb}:", "    data:", "      - sentences:"]
        lines += [f'          - "{text.format(noun=one)}"' for text in SENTENCES[verb]]
        texts.append(f"{one}-{verb}-done = {REPLIES[verb]}")
    lines += ["lists:", "  text:", "    wildcard: true"]
    (folder / f"{one}.yaml").write_text("\n".join(lines), encoding="utf-8")
    (folder / f"{one}.ftl").write_text("\n".join(texts) + "\n", encoding="utf-8")


def _declared(one: str, verbs: Sequence[str]) -> list[Any]:
    async def show(ctx: Context) -> Reply:
        return ctx.reply(f"{one}-show-done", noun=one)

    async def plan(ctx: Context, text: str, when: Moment | None = None) -> Reply:
        said = ctx.when(when.at) if when else "?"
        return ctx.reply(f"{one}-plan-done", text=text, when=said)

    def about(verb: str) -> Callable[[Context, str], Awaitable[Reply]]:
        async def answer(ctx: Context, text: str) -> Reply:
            return ctx.reply(f"{one}-{verb}-done", text=text)

        return answer

    doors = {"show": show, "plan": plan}
    marked = [intent(f"{one}.{verb}")(doors.get(verb) or about(verb)) for verb in verbs]  # type: ignore[type-var]
    return [spec for function in marked for spec in function.__viva__]  # type: ignore[attr-defined]
