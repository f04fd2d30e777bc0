"""The providers of one capability, each for itself: those that are on, and why others are not."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from core.bootstrap.providers import Providers
from core.errors import ConfigError
from core.ports.probe import Probe
from core.settings import Settings, load
from core.store.home import Home


def probes(environ: Mapping[str, str], capability: str, only: str | None) -> list[Probe]:
    """Of all providers of the capability, or of the one that is named. Raises `ConfigError` where
    there is none of that name."""
    found = _providers(environ, capability, only).probes(capability)
    if faults := [one.detail for one in found if only and one.name == capability]:
        raise ConfigError(faults)
    return [one for one in found if only is None or one.name == only]


@asynccontextmanager
async def engine(environ: Mapping[str, str], capability: str, name: str) -> AsyncIterator[Any]:
    """The provider of that name and no other; closed in the end. None where it is off."""
    providers = _providers(environ, capability, name)
    try:
        yield providers(capability)
    finally:
        await providers.close()


def _providers(environ: Mapping[str, str], capability: str, only: str | None) -> Providers:
    asked = {f"VIVA_{capability.upper()}": only} if only else {}
    settings = load(Settings, {**environ, **asked})
    return Providers(environ, Home(settings.home).cache, settings)
