"""Embeddings at OpenAI, or at any server that speaks as OpenAI does."""

from array import array
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core.errors import ConfigError, Unavailable
from core.integrations._embedding import Answer, Role, embedded, manner, post
from core.integrations._http import Http
from core.integrations._openai import NAME, Account
from core.ports.caller import caller
from core.ports.embedder import Vector
from core.ports.probe import Probe
from core.settings import load, setting

SECONDS = 30.0
"""For a batch."""


@dataclass(frozen=True, slots=True)
class Settings(Account):
    """Which of its models."""

    model: str = setting("VIVA_EMBEDDINGS_OPENAI_MODEL", "text-embedding-3-small")
    floor: float | None = setting(
        "VIVA_EMBEDDINGS_OPENAI_FLOOR", None, "Give a cosine, as 0.3: what is below is not found."
    )

    def whose(self, assistant: str) -> str:
        """The assistant whose key is used: the index is nobody's and takes any."""
        asked = (assistant, "mentor", "curator", "analyst")
        return next((one for one in asked if self.key(one)), assistant)


def create(environ: Mapping[str, str], cache: Path) -> "OpenAIEmbedder":
    """The embedder; nothing is opened yet. Raises `ConfigError` without a key."""
    settings = load(Settings, environ)
    settings.check()
    return OpenAIEmbedder(settings)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key; asks nobody."""
    try:
        settings = load(Settings, environ)
    except ConfigError as error:
        return Probe(NAME, "embeddings", "broken", (), str(error))
    needs = settings.needs
    return Probe(NAME, "embeddings", "off" if needs else "on", needs, settings.model)


class _One(msgspec.Struct):
    index: int
    embedding: str | list[float]
    """As base64 of 32-bit floats, or as numbers from servers that know no other way."""


class _Vectors(Answer):
    data: list[_One] | None = None

    def vectors(self) -> Sequence[Sequence[float]]:
        ordered = sorted(self.data or [], key=lambda one: one.index)
        return [_numbers(one.embedding) for one in ordered]


class OpenAIEmbedder:
    """An Embedder."""

    name = NAME

    def __init__(self, settings: Settings, seconds: float = SECONDS) -> None:
        self.model = settings.model
        self._manner = manner(settings.model)
        self.floor = self._manner.floor if settings.floor is None else settings.floor
        self._settings = settings
        self._seconds = seconds
        self._http = Http(NAME, f"{settings.base_url.rstrip('/')}/")

    async def embed(self, texts: Sequence[str], *, role: Role = "kept") -> list[Vector]:
        """As the port says."""
        return await embedded(NAME, self._manner, texts, role, self._ask)

    def credential(self, assistant: str) -> str:
        """A name for the key that is used for this assistant."""
        return self._settings.credential(self._settings.whose(assistant))

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.close()

    async def _ask(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        key = self._settings.key(self._settings.whose(caller().assistant))
        headers = {"authorization": f"Bearer {key.reveal()}"} if key else {}
        body = {"model": self.model, "input": texts, "encoding_format": "base64"}
        answer = await post(self._http, NAME, "embeddings", body, headers, self._seconds, _Vectors)
        return answer.vectors()


def _numbers(told: str | list[float]) -> Sequence[float]:
    if not isinstance(told, str):
        return told
    try:
        return array("f", b64decode(told, validate=True))
    except ValueError as error:
        raise Unavailable(NAME, "an answer that is not what was agreed") from error
