"""Sight by a model of an Ollama server, here or elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from core.integrations._images import lacking
from core.integrations._looking import Looker
from core.integrations._ollama import NAME, Account, Ollama, abilities, base_url, is_own, listens
from core.ports.probe import Probe
from core.settings import load, setting

LANGUAGES = ("en", "es", "de", "ru")
MOST = 4
"""Pictures at once: each takes up to 1,800 tokens of the context."""
LONGEST_SIDE = 1344
SECONDS = 180.0
"""It may have to load its model first, and has no farm of graphics cards."""


@dataclass(frozen=True, slots=True)
class Settings(Account):
    """Which of its models."""

    model: str = setting("VIVA_VISION_OLLAMA_MODEL", "qwen3-vl:4b")
    """It must have been pulled, and take pictures."""
    context: int = setting("VIVA_VISION_OLLAMA_CONTEXT", 16_384, "Give a number of tokens.")


def create(environ: Mapping[str, str], cache: Path) -> Looker:
    """The provider; nothing is opened yet."""
    settings = load(Settings, environ)
    model = Ollama(settings, settings.model, settings.context)
    return Looker(model, settings.model, most=MOST, longest_side=LONGEST_SIDE, seconds=SECONDS)


def is_local(environ: Mapping[str, str]) -> bool:
    """By where its server stands."""
    return is_own(environ, load(Settings, environ).model)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """On where the server has the model and the model takes pictures; it is asked, briefly."""
    settings = load(Settings, environ)
    url = base_url(settings.host)
    named = bool(environ.get("OLLAMA_HOST", "").strip())
    if not named and not listens():
        return Probe(NAME, "vision", "off", ("OLLAMA_HOST",), f"nothing listens at {url}")
    able = abilities(settings, settings.model)
    # One that does not answer at once may do so later: it was named, so it is asked.
    needs: tuple[str, ...] = ()
    if able is not None and "vision" not in able:
        needs = ("VIVA_VISION_OLLAMA_MODEL",) if able else (f"ollama pull {settings.model}",)
    needs += lacking()
    shown = f"{settings.model} at {urlsplit(url).netloc}"
    return Probe(NAME, "vision", "off" if needs else "on", needs, shown)
