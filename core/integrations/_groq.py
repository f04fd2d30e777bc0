"""Groq's chat completions as a LanguageModel, for whoever asks one there."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

from core.integrations import _chat
from core.integrations._http import Http, until
from core.ports.llm import Abilities, Ask, Piece, UserMessage
from core.settings import Address, Secret, setting

NAME = "groq"


@dataclass(frozen=True, slots=True)
class Account:
    """What every provider at Groq asks for."""

    api_key: Secret = setting("GROQ_API_KEY", needs="Give a key of console.groq.com.")
    base_url: Address = setting("GROQ_BASE_URL", "https://api.groq.com")
    """The root, as Groq's own client takes it: /openai/v1 is added."""


class Groq:
    """A LanguageModel."""

    name = NAME

    def __init__(self, account: Account, model: str, images_model: str) -> None:
        self._key = account.api_key
        self.model = model
        self._images_model = images_model
        root = account.base_url.rstrip("/").removesuffix("/openai/v1")
        self._http = Http(NAME, f"{root}/openai/v1/")

    @property
    def abilities(self) -> Abilities:
        """Pictures go to a model of their own."""
        return Abilities(images=bool(self._images_model))

    def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """As the port says."""
        at = asyncio.get_running_loop().time() + request.deadline
        headers = {"authorization": f"Bearer {self._key.reveal()}"}
        if request.idempotency_key:
            headers["idempotency-key"] = request.idempotency_key
        model = self._fit(request)
        lines = self._http.lines(_chat.PATH, _body(request, model), headers, at)
        return until(at, NAME, _chat.pieces(NAME, model, lines))

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.close()

    def _fit(self, request: Ask) -> str:
        shown = any(isinstance(one, UserMessage) and one.images for one in request.messages)
        return self._images_model if shown else self.model


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
