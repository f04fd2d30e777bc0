"""Language models at Groq, by chat completions."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.integrations._groq import NAME, Account, Groq
from core.ports.probe import Probe
from core.settings import load, setting


@dataclass(frozen=True, slots=True)
class Settings(Account):
    """Model names are today's: what Groq switches off is replaced by a setting."""

    model: str = setting("VIVA_LLM_GROQ_MODEL", "openai/gpt-oss-120b")
    images_model: str = setting("VIVA_LLM_GROQ_IMAGES_MODEL", "qwen/qwen3.6-27b")
    """Which one is asked where there are pictures."""


def create(environ: Mapping[str, str], cache: Path) -> Groq:
    """The model; nothing is opened yet. Raises `ConfigError` without a key."""
    settings = load(Settings, environ)
    return Groq(settings, settings.model, settings.images_model)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key; asks nobody."""
    if not environ.get("GROQ_API_KEY", "").strip():
        return Probe(NAME, "llm", "off", ("GROQ_API_KEY",))
    settings = load(Settings, environ)
    return Probe(NAME, "llm", "on", (), f"{settings.model}, {settings.images_model} for pictures")
