"""Language models at OpenAI by its Responses API, or at any server that speaks as OpenAI does."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from core.errors import ConfigError
from core.integrations._openai import NAME, WHICH, Account, Api, OpenAI
from core.ports.probe import Probe
from core.settings import load, setting


@dataclass(frozen=True, slots=True)
class Settings(Account):
    """Which model, and by which of the two ways."""

    model: str = setting("VIVA_LLM_OPENAI_MODEL", "gpt-6-luna")
    api: Api = setting("VIVA_LLM_OPENAI_API", "responses", WHICH)


def create(environ: Mapping[str, str], cache: Path) -> OpenAI:
    """The model; nothing is imported or opened yet. Raises `ConfigError` without a key."""
    settings = load(Settings, environ)
    settings.check()
    return OpenAI(settings, settings.model, settings.api)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key, and the SDK where it is wanted; asks nobody."""
    try:
        settings = load(Settings, environ)
    except ConfigError as error:
        return Probe(NAME, "llm", "broken", (), str(error))
    sdk = settings.api == "responses" and find_spec("openai") is None
    needs = settings.needs + (("openai",) if sdk else ())
    detail = ", ".join(filter(None, (settings.model, settings.api, settings.shared)))
    return Probe(NAME, "llm", "off" if needs else "on", needs, detail)
