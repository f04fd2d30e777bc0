"""The front door: `viva` and everything it can be told; the only room that sees skills and bots."""

import asyncio
import importlib
import pkgutil
import sys
from collections.abc import Callable, Coroutine
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, Literal, Optional

import typer

import bots
import skills
from bots.commands.front import Front
from core.errors import ConfigError, UserError, VivaError
from core.settings import environment

Loop = Callable[[], asyncio.AbstractEventLoop]

app = typer.Typer(
    name="viva", help="A learning assistant that speaks where you speak.", no_args_is_help=True,
    add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
journal = typer.Typer(help="What came in, what became of it.", no_args_is_help=True)
app.add_typer(journal, name="journal")
evaluate = typer.Typer(help="How well engines hear and read, and the mentor helps.")
app.add_typer(evaluate, name="eval", no_args_is_help=True)

Language = Annotated[Optional[str], typer.Option("--lang", help="en, es, de or ru.")]  # noqa: UP045  # typer reads it
Person = Annotated[Optional[str], typer.Option(help="Who is speaking.")]  # noqa: UP045  # typer reads it
Grouped = Literal["person", "assistant", "provider", "model", "channel", "capability", "day"]
Only = Annotated[Optional[str], typer.Option("--engine", "--provider", help="Only this one.")]  # noqa: UP045  # typer reads it
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object instead of text.")]


def front() -> Front:
    """Everything that is found by looking: settings, skills, channels."""
    found = [
        importlib.import_module(f"bots.{one.name}.channel")
        for one in sorted(pkgutil.iter_modules(bots.__path__), key=lambda one: one.name)
        if one.ispkg and _has_channel(one.name)
    ]
    return Front(environment(), skills, found)


def _has_channel(name: str) -> bool:
    return (Path(bots.__path__[0]) / name / "channel.py").is_file()


@app.command()
def chat(person: Person = None, lang: Language = None) -> None:
    """Opens a conversation in this terminal."""
    from bots.commands.chat import chat as run

    _run(run(front(), person, lang), lang)


@app.command()
def send(
    text: Annotated[Optional[str], typer.Argument(help="What you say.")] = None,  # noqa: UP045  # typer reads it
    voice: Annotated[Optional[Path], typer.Option(help="A recording.")] = None,  # noqa: UP045  # typer reads it
    image: Annotated[Optional[list[Path]], typer.Option(help="A picture; may be repeated.")] = None,  # noqa: UP045  # typer reads it
    file: Annotated[Optional[list[Path]], typer.Option(help="Any file; may be repeated.")] = None,  # noqa: UP045  # typer reads it
    person: Person = None,
    lang: Language = None,
    as_json: AsJson = False,
) -> None:
    """Sends one message and prints the one answer."""
    from bots.commands.send import Request
    from bots.commands.send import send as run

    said = Request(text, voice, image or (), file or (), person, lang, as_json)
    _run(run(front(), said), lang)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 takes a free one.", min=0, max=65535)] = 8000,
) -> None:
    """Serves every channel whose settings are there, and the terminals of this home."""
    from bots.commands.serve import new_loop
    from bots.commands.serve import serve as run

    _run(run(front(), host, port), None, new_loop)


@app.command()
def speak(
    text: Annotated[str, typer.Argument(help="What is to be said.")],
    out: Annotated[Path, typer.Option(help="Where it goes: OGG with Opus.")] = Path("speech.ogg"),
    lang: Language = None,
) -> None:
    """Says a text aloud, into a file."""
    from bots.commands.speak import speak as run

    _run(run(front(), text, lang, out), lang)


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Says what is on, what is off, and what it would need."""
    from bots.commands.doctor import doctor as run

    _run(run(front(), as_json), None)


@app.command()
def costs(
    by: Annotated[Grouped, typer.Option(help="What the lines stand for.")] = "model",
    days: Annotated[int, typer.Option(help="How many, today among them.", min=1, max=36500)] = 30,
    names: Annotated[bool, typer.Option("--names", help="Call people by their names.")] = False,
    as_json: AsJson = False,
) -> None:
    """Tells what the providers' calls have taken: tokens, money, time."""
    from bots.commands.costs import Request
    from bots.commands.costs import costs as run

    _run(run(front(), Request(by, days, names, as_json)), None)


@app.command()
def understand(
    text: Annotated[str, typer.Argument(help="A sentence; or `misses`, those we did not get.")],
    explain: Annotated[bool, typer.Option("--explain", help="Spans, template, scores.")] = False,
    lang: Language = None,
    as_json: AsJson = False,
) -> None:
    """Tells what a sentence means to us, and why."""
    from bots.commands.understand import Request
    from bots.commands.understand import understand as run

    _run(run(front(), Request(text, lang, explain, as_json)), lang)


@journal.command("list")
def journal_list(
    limit: Annotated[int, typer.Option(help="How many, the newest last.", min=1)] = 20,
    as_json: AsJson = False,
) -> None:
    """Lists messages with their state."""
    from bots.commands.journal import show_all

    _run(show_all(front(), limit, as_json), None)


@journal.command("show")
def journal_show(
    turn: Annotated[int, typer.Argument(min=1, max=2**63 - 1)], as_json: AsJson = False
) -> None:
    """Shows one turn: message, what was understood, replies and receipts."""
    from bots.commands.journal import show_one

    _run(show_one(front(), turn, as_json), None)


@evaluate.command("stt")
def eval_stt(
    engine: Only = None,
    clips: Annotated[
        Path | None, typer.Option(help="A folder of recordings, a .txt for each.")
    ] = None,  # typer reads it
    lang: Language = None,
    as_json: AsJson = False,
) -> None:
    """Measures how many words each engine hears wrong, and how fast it is."""
    from bots.evals.stt import stt as run

    _run(run(environment(), engine, clips, lang or "en", as_json=as_json), lang)


@evaluate.command("ocr")
def eval_ocr(engine: Only = None, as_json: AsJson = False) -> None:
    """Measures how many characters each engine reads wrong in pictures."""
    from bots.evals.ocr import ocr as run

    _run(run(environment(), engine, as_json=as_json), None)


@evaluate.command("mentor")
def eval_mentor(
    provider: Only = None,
    limit: Annotated[int, typer.Option(help="How many homeworks.", min=1)] = 30,
    as_json: AsJson = False,
) -> None:
    """Asks the mentor about homeworks with a known mistake; without a model checks its prompt."""
    from bots.evals.mentor import mentor as run

    _run(run(environment(), skills, provider, limit, as_json=as_json), None)


def main() -> None:
    """The `viva` command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # an old terminal shows ? for what it lacks
            stream.reconfigure(errors="replace")
    app()


def _run(work: Coroutine[Any, Any, int], language: str | None, loop: Loop | None = None) -> None:
    """Runs a command; what a person can put right is one sentence and exit code 2."""
    try:
        with asyncio.Runner(loop_factory=loop) as runner:
            code = runner.run(work)
    except KeyboardInterrupt:
        code = 130
    except ConfigError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        code = 2
    except UserError as error:
        print(_sentence(error, language), file=sys.stderr)
        code = 2
    except (VivaError, ConnectionError) as error:
        print(f"viva: {error}", file=sys.stderr)
        code = 1
    raise typer.Exit(code)


def _sentence(error: UserError, language: str | None) -> str:
    from core.bootstrap import LOCALES
    from core.texts import Texts, nearest

    spoken = nearest(language) or nearest(environment().get("LANG")) or "en"
    return Texts(LOCALES).format(spoken, error.text_id, **error.values)


if __name__ == "__main__":
    main()
