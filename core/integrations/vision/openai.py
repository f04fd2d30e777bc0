"""Sight at OpenAI, or at any server that speaks as OpenAI does."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from core.errors import ConfigError
from core.integrations._images import lacking
from core.integrations._looking import Looker
from core.integrations._openai import NAME, WHICH, Account, Api, OpenAI
from core.ports.probe import Probe
from core.settings import load, setting

LANGUAGES = ("en", "es", "de", "ru")


@dataclass(frozen=True, slots=True)
class Settings(Account):
    """Which model, and by which of the two ways."""

    model: str = setting("VIVA_VISION_OPENAI_MODEL", "gpt-6-luna")
    api: Api = setting("VIVA_VISION_OPENAI_API", "responses", WHICH)


def create(environ: Mapping[str, str], cache: Path) -> Looker:
    """The provider; nothing is imported or opened yet. Raises `ConfigError` without a key."""
    settings = load(Settings, environ)
    settings.check()
    return Looker(OpenAI(settings, settings.model, settings.api), settings.model)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key, the SDK where it is wanted, and what opens pictures; asks nobody."""
    try:
        settings = load(Settings, environ)
    except ConfigError as error:
        return Probe(NAME, "vision", "broken", (), str(error))
    sdk = settings.api == "responses" and find_spec("openai") is None
    needs = settings.needs + (("openai",) if sdk else ()) + lacking()
    if needs:
        return Probe(NAME, "vision", "off", needs, "reads pictures and says what they show")
    return Probe(NAME, "vision", "on", (), f"{settings.model}, {settings.api}")
