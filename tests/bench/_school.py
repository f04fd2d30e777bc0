"""A house with as many intents as wanted: its own skills first, then made-up ones.

The made-up vocabulary: five intents to a noun, with 29 templates and three rules in the manner of
our own notes. All skills have the same verbs and turns of phrase; only the noun tells them apart.
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

VOCABULARY = (
    "made-up skills have five intents and 29 templates in the manner of our notes, the same verbs"
    " and phrases in all of them and a noun of their own"
)
ONSETS, VOWELS, CODAS = "bdfgklmprstv", "aeiou", "nrlsk"

SENTENCES = {
    "add": (
        (
            "<polite> (make|take|create|add|leave|start|save|write) [me] (a|another|an|the)"
            " [new|quick|short] {noun} [that|about|saying|of|with|on|for] {{text}}"
        ),
        "<polite> (add|put|save|write|enter) {{text}} (to|in|into|among) my {noun}s",
        "<polite> (add|put|save|write) (to|in|into) my {noun}s [that] {{text}}",
        "[new|quick] {noun} {{text}}",
        "(i want|i'd like|i need) to (make|take|save|write|add) a {noun} [about|for] {{text}}",
    ),
    "show": (
        "<show> [all] [of] (my|the) [saved|latest|recent|last] {noun}s",
        "[my|all|all my|latest|recent|last] {noun}s",
        "(what|which) {noun}s (do i have|have i got|are there|did i make|have i made|are saved)",
        "what are my {noun}s",
        "(do i have|have i got|are there) any {noun}s",
        "(go|run|take me) through my {noun}s",
        "i (want|need|would like) to (see|read|review|hear) [all] my {noun}s",
        "how many {noun}s do i have",
    ),
    "find": (
        (
            "<polite> (find|search for|look up|look for|open|get|bring up|fetch|read) [me]"
            " (my|the|a|any|all|that) [of my] {noun}[s] (about|on|for|with|regarding|of|where)"
            " {{text}}"
        ),
        "<polite> (search|look|check|go) [in|through] my {noun}s (for|about) {{text}}",
        "<polite> (find|search for|look for|look up) {{text}} (in|among) my {noun}s",
        "what do my {noun}s say (about|on) {{text}}",
        "what was (that|the|my) {noun} (about|on) {{text}}",
        "[my] {noun}[s] (about|on|regarding) {{text}}",
        "which [of my] {noun}[s] (mention|mentions|talk about|is about|are about) {{text}}",
        "where is my {noun} (about|on|with) {{text}}",
    ),
    "delete": (
        (
            "<polite> <remove> (the|my|that|this|a) [old|last] {noun}[s] (about|on|with|that"
            " says|saying|regarding|for|of) {{text}}"
        ),
        "<polite> <remove> {{text}} from my {noun}s",
        "<polite> take {{text}} (out of|off) my {noun}s",
        (
            "i (don't|do not|no longer) need (the|my|that) {noun} (about|on|with|for) {{text}} [any"
            " more|anymore]"
        ),
        "<remove> {noun} {{text}}",
    ),
    "plan": (
        (
            "<polite> (plan|schedule|book|arrange) (a|an|the|my|another) [new] {noun}"
            " (for|with|about|on) {{text}}"
        ),
        (
            "(i want|i'd like|i need) to (plan|schedule|book) (a|an|the) {noun} (for|with|about)"
            " {{text}}"
        ),
        "when (can|could|shall) i (have|do|take) (a|the|my) {noun} (for|with|about) {{text}}",
    ),
}  # fmt: skip
RULES = {
    "polite": "[please|can you|could you|would you|will you|can you please|could you please]",
    "show": "<polite> (show|list|read|give|tell|let me see|display|open|bring up|print) [me] [out]",
    "remove": "(delete|remove|erase|drop|discard|throw away|get rid of|scratch|bin|trash|wipe)",
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
        return [SAID[verb].format(noun=one) for one in self.nouns[::step][:nouns] for verb in verbs]


def _write(folder: Path, one: str, verbs: Sequence[str]) -> None:
    lines, texts = ["language: en", "intents:"], []
    for verb in verbs:
        lines += [f"  {one}.{verb}:", "    data:", "      - sentences:"]
        lines += [f'          - "{text.format(noun=one)}"' for text in SENTENCES[verb]]
        texts.append(f"{one}-{verb}-done = {REPLIES[verb]}")
    lines += ["expansion_rules:", *(f'  {name}: "{rule}"' for name, rule in RULES.items())]
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
