"""Language models at Groq, by chat completions."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.integrations import _chat
from core.integrations._http import Http, until
from core.ports.llm import Abilities, Ask, Piece, UserMessage
from core.ports.probe import Probe
from core.settings import Secret, load, setting

NAME = "groq"


@dataclass(frozen=True, slots=True)
class Settings:
    """Model names are today's: what Groq switches off is replaced by a setting."""

    api_key: Secret = setting("GROQ_API_KEY", needs="Give a key of console.groq.com.")
    base_url: str = setting("GROQ_BASE_URL", "https://api.groq.com")
    """The root, as Groq's own client takes it: /openai/v1 is added."""
    model: str = setting("VIVA_LLM_GROQ_MODEL", "openai/gpt-oss-120b")
    images_model: str = setting("VIVA_LLM_GROQ_IMAGES_MODEL", "qwen/qwen3.6-27b")
    """Which one is asked where there are pictures."""


def create(environ: Mapping[str, str], cache: Path) -> "Groq":
    """The model; nothing is opened yet. Raises `ConfigError` without a key."""
    return Groq(load(Settings, environ))


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key; asks nobody."""
    if not environ.get("GROQ_API_KEY", "").strip():
        return Probe(NAME, "llm", "off", ("GROQ_API_KEY",))
    settings = load(Settings, environ)
    return Probe(NAME, "llm", "on", (), f"{settings.model}, {settings.images_model} for pictures")


class Groq:
    """A LanguageModel."""

    name = NAME

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        root = settings.base_url.rstrip("/").removesuffix("/openai/v1")
        self._http = Http(NAME, f"{root}/openai/v1/")

    @property
    def abilities(self) -> Abilities:
        """Pictures go to a model of their own."""
        return Abilities(images=bool(self._settings.images_model))

    def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """As the port says."""
        at = asyncio.get_running_loop().time() + request.deadline
        headers = {"authorization": f"Bearer {self._settings.api_key.reveal()}"}
        if request.idempotency_key:
            headers["idempotency-key"] = request.idempotency_key
        model = self._model(request)
        lines = self._http.lines(_chat.PATH, _body(request, model), headers, at)
        return until(at, NAME, _chat.pieces(NAME, model, lines))

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.close()

    def _model(self, request: Ask) -> str:
        shown = any(isinstance(one, UserMessage) and one.images for one in request.messages)
        return self._settings.images_model if shown else self._settings.model


def _body(request: Ask, model: str) -> dict[str, Any]:
    made = _chat.body(request, model, limit="max_completion_tokens")
    # What the model thinks is nobody's business; each family has its own switch for it.
    if "gpt-oss" in model:
        made["include_reasoning"] = False
    elif "qwen" in model:
        made["reasoning_format"] = "hidden"
    if request.json_schema is not None:
        # Groq does not stream what has to follow a schema.
        del made["stream"], made["stream_options"]
    return made
