"""Embeddings of an Ollama server, here or elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from core.errors import ConfigError
from core.integrations._embedding import Answer, Role, embedded, manner, post
from core.integrations._http import Http
from core.integrations._ollama import LOADING, NAME, Account, base_url, is_own, listens
from core.ports.embedder import Vector
from core.ports.probe import Probe
from core.settings import load, setting


@dataclass(frozen=True, slots=True)
class Settings(Account):
    """Which of its models."""

    model: str = setting("VIVA_EMBEDDINGS_OLLAMA_MODEL", "embeddinggemma")
    """Knows all our languages; it must have been pulled."""
    floor: float | None = setting(
        "VIVA_EMBEDDINGS_OLLAMA_FLOOR", None, "Give a cosine, as 0.4: what is below is not found."
    )


def create(environ: Mapping[str, str], cache: Path) -> "OllamaEmbedder":
    """The embedder; nothing is opened yet."""
    return OllamaEmbedder(load(Settings, environ))


def is_local(environ: Mapping[str, str]) -> bool:
    """By where its server stands."""
    return is_own(environ, load(Settings, environ).model)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """On where a host is given, or where somebody listens at the usual port of this machine."""
    try:
        settings = load(Settings, environ)
    except ConfigError as error:
        return Probe(NAME, "embeddings", "broken", (), str(error))
    url = base_url(settings.host)
    if not environ.get("OLLAMA_HOST", "").strip() and not listens():
        detail = f"nothing listens at {url}"
        return Probe(NAME, "embeddings", "off", ("OLLAMA_HOST",), detail)
    return Probe(NAME, "embeddings", "on", (), f"{settings.model} at {urlsplit(url).netloc}")


class _Vectors(Answer):
    embeddings: list[list[float]] | None = None

    def vectors(self) -> Sequence[Sequence[float]]:
        return self.embeddings or []


class OllamaEmbedder:
    """An Embedder."""

    name = NAME

    def __init__(self, settings: Settings, seconds: float = LOADING) -> None:
        self.model = settings.model
        self._manner = manner(settings.model)
        self.floor = self._manner.floor if settings.floor is None else settings.floor
        self._key = settings.api_key
        self._seconds = seconds
        self._http = Http(NAME, f"{base_url(settings.host)}/api/", stall=LOADING)

    async def embed(self, texts: Sequence[str], *, role: Role = "kept") -> list[Vector]:
        """As the port says."""
        return await embedded(NAME, self._manner, texts, role, self._ask)

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.close()

    async def _ask(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        headers = {"authorization": f"Bearer {self._key.reveal()}"} if self._key else {}
        # Models differ in what they take at once: the end of a long text is left out there.
        body = {"model": self.model, "input": texts, "truncate": True}
        answer = await post(self._http, NAME, "embed", body, headers, self._seconds, _Vectors)
        return answer.vectors()
