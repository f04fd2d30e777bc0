"""`viva understand`: what a sentence means to us and why, and the sentences we did not get."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bots.commands.front import Front
from bots.console.screen import as_json as in_json
from bots.console.screen import plain
from core.bootstrap import LOCALES
from core.errors import ConfigError, UserError
from core.skill import discover
from core.store.codec import decode, wrap
from core.store.database import connect
from core.store.upgrade import newest, present
from core.texts import nearest
from core.understanding import Understanding, Understood

MISSES = "misses"
KEPT = "SELECT body FROM record WHERE kind = 'miss' ORDER BY seq"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for."""

    text: str
    language: str | None
    explain: bool
    as_json: bool


async def understand(front: Front, request: Request) -> int:
    """Prints what is understood; 1 where nothing is."""
    if request.text.strip().casefold() == MISSES:
        return _print_misses(front, request)
    if not request.text.strip():
        raise UserError("text-empty")
    if request.language and nearest(request.language) is None:
        raise UserError("option-language", language=request.language[:16])
    language = nearest(request.language or front.environ.get("LANG")) or "en"
    understanding = Understanding(LOCALES, discover(front.skills).intents)
    understood = understanding.understand(
        request.text, language, datetime.now().astimezone().replace(tzinfo=None)
    )
    if request.as_json:
        print(in_json(_plain(understood)))
    else:
        for line in _lines(request.text, understood, explain=request.explain):
            print(plain(line))
    return 0 if understood.intent else 1


def _plain(found: Understood) -> dict[str, Any]:
    intent = found.intent
    return {
        "language": found.language,
        "intent": intent and {**asdict(intent), "slots": wrap(intent.slots)},
        "spans": [
            {"start": one.start, "end": one.end, **wrap({"value": one.value})}
            for one in found.spans
        ],
        "score": found.score and found.score._asdict(),
        "near": [{"intent": name, "likeness": round(score, 3)} for name, score in found.near],
        "suggestions": list(found.suggestions),
    }


def _lines(text: str, found: Understood, *, explain: bool) -> Iterator[str]:
    intent = found.intent
    if intent is None:
        yield f"{found.language}  not understood"
    else:
        yield f"{found.language}  {intent.name}  confidence {intent.confidence:.2f}"
        for name, value in intent.slots.items():
            yield f"    {name} = {value!r}"
    if not explain:
        if not intent and found.suggestions:
            yield f"    offered: {', '.join(found.suggestions)}"
        return
    for span in found.spans:
        yield f"  span      {text[span.start : span.end]!r} = {span.value!r}"
    if (score := found.score) is not None:
        yield f"  template  {score.template}"
        own = f"{score.literal} literal, {score.span} span"
        yield f"  score     {own}, {score.free} free characters"
        if score.repaired:
            yield f"  repaired  {', '.join(score.repaired)}"
    for name, likeness in found.near:
        mark = "offered" if name in found.suggestions else ""
        yield f"  near      {likeness:.2f}  {name}  {mark}".rstrip()


def _print_misses(front: Front, request: Request) -> int:
    kept = _misses(front)
    counted = Counter((one["language"], one["text"]) for one in kept)
    wanted = nearest(request.language) if request.language else None
    rows = [
        {"language": language, "text": text, "people": count}
        for (language, text), count in counted.most_common()
        if wanted in (None, language)
    ]
    if request.as_json:
        print(in_json({"misses": rows}))
        return 0
    for row in rows:
        print(plain(f"{row['language']}  {row['people']:>3} x  {row['text']}"))
    if not rows:
        print("no misses are kept: people agree to it by saying that their sentences may be kept")
    return 0


def _misses(front: Front) -> Sequence[dict[str, Any]]:
    path = front.home.database
    found = present(path)
    if found is None:
        raise ConfigError([f"{path} is not there yet: nothing has been said"])
    if found != newest():
        raise ConfigError([f"{path} is of another version: start `viva chat` once, then ask again"])
    with closing(connect(path)) as connection:
        return [decode(body) for (body,) in connection.execute(KEPT)]
