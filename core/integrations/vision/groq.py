"""Sight at Groq, by a model of its that takes pictures."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.integrations._groq import NAME, Account, Groq
from core.integrations._images import lacking
from core.integrations._looking import Looker
from core.ports.probe import Probe
from core.settings import load, setting

LANGUAGES = ("en", "es", "de", "ru")
MOST = 5
"""Pictures that Groq takes at once."""


@dataclass(frozen=True, slots=True)
class Settings(Account):
    """The model's name is today's: what Groq switches off is replaced by a setting."""

    model: str = setting("VIVA_VISION_GROQ_MODEL", "qwen/qwen3.6-27b")


def create(environ: Mapping[str, str], cache: Path) -> Looker:
    """The provider; nothing is opened yet. Raises `ConfigError` without a key."""
    settings = load(Settings, environ)
    return Looker(Groq(settings, settings.model, settings.model), settings.model, most=MOST)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key, and what opens pictures; asks nobody."""
    keyed = bool(environ.get("GROQ_API_KEY", "").strip())
    needs = (() if keyed else ("GROQ_API_KEY",)) + lacking()
    if needs:
        return Probe(NAME, "vision", "off", needs, "reads pictures and says what they show")
    return Probe(NAME, "vision", "on", (), load(Settings, environ).model)
