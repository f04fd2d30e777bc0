"""Language models of an Ollama server, here or elsewhere, by its own API."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from core.integrations._ollama import NAME, Account, Ollama, base_url, is_own, listens
from core.ports.probe import Probe
from core.settings import load, setting


@dataclass(frozen=True, slots=True)
class Settings(Account):
    """Which of its models."""

    model: str = setting("VIVA_LLM_OLLAMA_MODEL", "qwen3-vl:4b")
    """Takes pictures and tools; it must have been pulled."""
    context: int = setting("VIVA_LLM_OLLAMA_CONTEXT", 8192, "Give a number of tokens.")
    """Ollama's own default is small and cuts long threads without a word."""


def create(environ: Mapping[str, str], cache: Path) -> Ollama:
    """The model; nothing is opened yet."""
    settings = load(Settings, environ)
    return Ollama(settings, settings.model, settings.context)


def is_local(environ: Mapping[str, str]) -> bool:
    """By where its server stands."""
    return is_own(environ, load(Settings, environ).model)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """On where a host is given, or where somebody listens at the usual port of this machine."""
    settings = load(Settings, environ)
    url = base_url(settings.host)
    if not environ.get("OLLAMA_HOST", "").strip() and not listens():
        return Probe(NAME, "llm", "off", ("OLLAMA_HOST",), f"nothing listens at {url}")
    return Probe(NAME, "llm", "on", (), f"{settings.model} at {urlsplit(url).netloc}")
