"""`viva eval mentor`: thirty homeworks, asked of the mentor as a pupil would."""

import json
import re
import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from types import ModuleType

from bots.commands.progress import Progress
from bots.evals.engines import probes
from bots.evals.homework import Homework, homeworks, phrases
from bots.evals.judging import Verdict, judged
from bots.evals.lesson import Lesson, lesson
from bots.evals.score import bar
from core.ports.llm import Abilities, Ask, Final, Piece, TextDelta, Usage, UserMessage
from core.settings import Settings, load

SMALL = "embedded"
"""Is asked where it is named, and not because there is nobody else: it would fail them all."""
GOOD = 0.8
"""Share of homeworks from which a mentor does a thing well."""


@dataclass(slots=True)
class Listener:
    """A LanguageModel that keeps what it is asked, and knows nothing."""

    name: str = "listener"
    abilities: Abilities = field(default_factory=Abilities)
    asks: list[Ask] = field(default_factory=list)

    async def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """A word, so that there is an answer."""
        self.asks.append(request)
        yield TextDelta("…")
        yield Final("stop", Usage(), self.name, self.name)

    async def close(self) -> None:
        """Nothing is open."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one homework: the verdict on an answer, or the code of why there is none."""

    homework: Homework
    verdict: Verdict | None
    answer: str = ""
    failed: str = ""
    seconds: float = 0.0


async def mentor(
    environ: Mapping[str, str], skills: ModuleType, provider: str | None, limit: int, *,
    as_json: bool,
) -> int:  # fmt: skip
    """Asks and prints, or checks the prompt where nobody can be asked; the exit code."""
    chosen = spread(homeworks())[:limit]
    found = probes(environ, "llm", provider)
    wanted = (provider,) if provider else load(Settings, environ).llm
    able = {one.name for one in found if one.state == "on"} - ({SMALL} - {provider})
    asked = [name for name in wanted if name in able]
    if not asked:
        needs = {one.name: list(one.needs) for one in found if one.state != "on"}
        small = any(one.name == SMALL and one.state == "on" for one in found)
        checked = await _checked(environ, skills, chosen, needs, small=small, as_json=as_json)
        return checked or bool(provider)
    with Progress() as progress:
        async with lesson({**environ, "VIVA_LLM": ",".join(asked)}, skills) as house:
            results = []
            for number, one in enumerate(chosen):
                progress.show(one.id, number / len(chosen))
                results.append(await answered(house, one))
    return show(results, ", ".join(asked), as_json=as_json)


def spread(all_of: Sequence[Homework]) -> list[Homework]:
    """One of each subject, then another of each: a few of them are of every kind."""
    places = [
        (place, one)
        for _, group in groupby(all_of, key=lambda one: one.subject)
        for place, one in enumerate(group)
    ]
    return [one for _, one in sorted(places, key=lambda each: each[0])]


async def answered(house: Lesson, homework: Homework) -> Result:
    """The mentor's first answer, and the verdict on it."""
    began = time.perf_counter()
    try:
        delivery = await house.ask(homework)
    except TimeoutError:
        return Result(homework, None, failed="timeout")
    took = time.perf_counter() - began
    text, error = delivery.reply.text, (delivery.trace or {}).get("error")
    if error:
        return Result(homework, None, text, str(error), took)
    return Result(homework, judged(homework, text), text, "", took)


def show(results: Sequence[Result], who: str, *, as_json: bool) -> int:
    """Prints the results; 1 where an answer is missing, or one of the three is too seldom done."""
    verdicts = [one.verdict for one in results if one.verdict]
    shares = {
        name: sum(getattr(one, name) for one in verdicts) / max(1, len(results))
        for name in ("named", "hinted", "kept")
    }
    if as_json:
        rows = [
            {
                "id": one.homework.id, "subject": one.homework.subject,
                "language": one.homework.language, "wrong": one.homework.wrong,
                "verdict": one.verdict and asdict(one.verdict), "failed": one.failed,
                "seconds": round(one.seconds, 2), "answer": one.answer,
            }
            for one in results
        ]  # fmt: skip
        print(json.dumps({"asked": who, "shares": shares, "homeworks": rows}, ensure_ascii=False))
    else:
        _draw(results, who, shares)
    return int(len(verdicts) < len(results) or min(shares.values()) < GOOD)


def _draw(results: Sequence[Result], who: str, shares: Mapping[str, float]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in ("homework", "", "step", "named", "hint first", "kept back"):
        table.add_column(head, justify="left" if head == "homework" else "center")
    table.add_column("s", justify="right")
    for one in results:
        made = one.verdict
        signs = (
            ["✓" if each else "✗" for each in (made.named, made.hinted, made.kept)] if made else []
        )
        step = str(one.homework.wrong or "-")
        cells = [*signs, f"{one.seconds:.1f}"] if signs else [one.failed]
        table.add_row(one.homework.id, one.homework.language, step, *cells)
    console = Console()
    console.print(table)
    says = {
        "named": "names the first wrong step, or that there is none",
        "hinted": "hints before any solution",
        "kept": "keeps the solution back",
    }
    for name, share in shares.items():
        console.print(f"{bar(share)} {share:4.0%} {says[name]}", highlight=False)
    console.print(f"asked: {who}", highlight=False)


async def _checked(
    environ: Mapping[str, str], skills: ModuleType, chosen: Sequence[Homework],
    needs: Mapping[str, Sequence[str]], *, small: bool, as_json: bool,
) -> int:  # fmt: skip
    """Prints what is wrong with what a model would be asked; 1 where anything is."""
    listener = Listener()
    faults: dict[str, list[str]] = {}
    async with lesson(environ, skills, llm=listener) as house:
        for one in chosen:
            listener.asks.clear()
            await house.ask(one)
            if found := check_prompt(listener.asks, one):
                faults[one.id] = found
    if as_json:
        whole = {"asked": None, "prompts": len(chosen), "faults": faults, "off": needs}
        print(json.dumps(whole, ensure_ascii=False))
        return int(bool(faults))
    alone = f"Only a small offline model is on, which `--provider {SMALL}` asks"
    print(f"{alone if small else 'No language model is on'}; only the prompt was checked.")
    for name, lacking in needs.items():
        print(f"  {name} needs {', '.join(lacking)}" if lacking else f"  {name} is off")
    print(f"{len(chosen) - len(faults)} of {len(chosen)} prompts carry all that they should.")
    for homework, found in faults.items():
        print(f"  {homework}: {'; '.join(found)}")
    return int(bool(faults))


def check_prompt(asks: Sequence[Ask], homework: Homework) -> list[str]:
    """What is wrong with what a model would be asked about it: nothing of the homework may be
    missing, nor stand among our own words, and these must want a hint first."""
    if not asks:
        return ["no model is asked"]
    last = asks[0].messages[-1]
    told = _plain(last.text) if isinstance(last, UserMessage) else ""
    own = _plain(asks[0].system)
    parts = {"task": homework.task, "rubric": homework.rubric, "source": homework.source}
    parts |= {f"step {number}": step for number, step in enumerate(homework.work, 1)}
    faults = [f"{name} is missing" for name, part in parts.items() if _plain(part) not in told]
    faults += [
        f"{name} stands in the system prompt"
        for name, part in parts.items()
        if part and _plain(part) in own
    ]
    if homework.source and not re.search(
        rf"<data [^>]*> .*{re.escape(_plain(homework.source))}", told
    ):
        faults.append("source is not fenced")
    if not re.search(phrases(homework.language)["hint"], own.casefold()):
        faults.append("the system prompt says nothing of hints")
    return faults


def _plain(text: str) -> str:
    return " ".join(text.split())
