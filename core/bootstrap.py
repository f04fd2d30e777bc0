"""The only place where ports meet providers: settings in, a running app out."""

import importlib
import logging
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from core.errors import ConfigError, Unavailable
from core.journal import Inbox, Jobs, Outbox
from core.model import Receipt
from core.pipeline import House
from core.pipeline.worker import Worker
from core.ports.channel import Channel, Delivery
from core.ports.clock import Now, Sleep, system_now, system_sleep
from core.ports.probe import Probe
from core.ports.transcriber import Transcriber
from core.ports.vision import Vision
from core.settings import Settings, load
from core.skill import discover
from core.store.database import Database
from core.store.home import Home
from core.store.upgrade import upgrade
from core.texts import Texts, nearest
from core.understanding import Understanding

log = logging.getLogger(__name__)

CAPABILITIES = ("stt", "vision")
"""Those that the pipeline uses: each is a folder of providers, chosen in order by `VIVA_<NAME>`."""
LOCALES = Path(__file__).resolve().parent.parent / "locales"


@dataclass(slots=True)
class App:
    """Everything that runs; the caller holds the lock of the home."""

    home: Home
    settings: Settings
    house: House
    worker: Worker
    channels: Mapping[str, Channel]
    _closing: list[Callable[[], Any]] = field(default_factory=list)

    async def start(self) -> None:
        """Database, then worker, then the channels, which may bring messages at once."""
        upgrade(self.home.database)
        self.house.database.open()
        await self.worker.start()
        for channel in self.channels.values():
            await channel.start(self.worker.accept)

    async def stop(self) -> None:
        """The worker first, that its last replies leave; the rest is taken up at the next start."""
        await self.worker.stop()
        for channel in self.channels.values():
            await channel.stop()
        for close in self._closing:
            await close()
        await self.house.database.close()


def build(
    environ: Mapping[str, str],
    skills: ModuleType,
    channels: Sequence[ModuleType],
    *,
    now: Now = system_now,
    sleep: Sleep = system_sleep,
    transcriber: Transcriber | None = None,
    vision: Vision | None = None,
) -> App:
    """Puts the app together; raises ConfigError with everything that is wrong with the settings."""
    faults: list[str] = []
    settings = _gather(faults, partial(load, Settings, environ)) or Settings()
    home = Home(settings.home)
    opened = [_gather(faults, partial(one.create, environ, home.path)) for one in channels]
    for capability in CAPABILITIES:
        faults += _absent(capability, settings) or _misset(capability, settings, environ)
    if faults:
        raise ConfigError(faults)
    by_name: dict[str, Channel] = {one.name: one for one in opened if one is not None}
    catalogue = discover(skills)
    hearing = _FirstOn("stt", environ, home.cache, settings.stt, transcriber)
    sight = _FirstOn("vision", environ, home.cache, settings.vision, vision)
    database = Database(home.database)
    house = House(
        database=database,
        texts=Texts(LOCALES),
        catalogue=catalogue,
        understanding=Understanding(LOCALES, catalogue.intents),
        now=now,
        channels=by_name,
        transcriber=hearing,
        vision=sight,
        language=nearest(settings.language) or nearest(environ.get("LANG")) or "en",
    )
    inbox = Inbox(database, now)
    jobs = Jobs(database, now, inbox.owner)

    async def deliver(delivery: Delivery) -> Receipt:
        channel = by_name.get(delivery.target.channel)
        if channel is None:  # switched off since: the answer waits until it is on again
            raise Unavailable(delivery.target.channel, "this channel is off", retry_after=3600)
        return await channel.deliver(delivery)

    worker = Worker(house, inbox, jobs, Outbox(database, deliver, now, sleep), sleep)
    return App(home, settings, house, worker, by_name, [hearing.close, sight.close])


def probes(environ: Mapping[str, str], channels: Sequence[ModuleType]) -> list[Probe]:
    """What is on, off or broken, and what it would need: `viva doctor` shows it."""
    settings = load(Settings, environ)
    found = [one.probe(environ) for one in channels]
    for capability in CAPABILITIES:
        absent = _absent(capability, settings)
        found += [Probe(capability, capability, "broken", (), fault) for fault in absent]
        for name in _providers(capability):
            provider = _module(capability, name)
            found.append(provider.probe(environ, Home(settings.home).cache))
    return found


def _absent(capability: str, settings: Settings) -> list[str]:
    """What the settings name and nobody has written."""
    chosen: tuple[str, ...] = getattr(settings, capability)
    known = ", ".join(name.replace("_", "-") for name in _providers(capability))
    return [
        f"VIVA_{capability.upper()}: there is no {name}; there are: {known}"
        for name in chosen
        if _module(capability, name) is None
    ]


def _misset(capability: str, settings: Settings, environ: Mapping[str, str]) -> list[str]:
    """The faults in the settings of the chosen providers; a provider that is only off has none."""
    faults: list[str] = []
    cache = Home(settings.home).cache
    for name in getattr(settings, capability):
        provider = _module(capability, name)
        if provider.probe(environ, cache).state == "broken":
            _gather(faults, partial(provider.create, environ, cache))
    return faults


class _FirstOn:
    """The provider of a capability, made when it is first needed: a chat without voice starts
    faster. `given` takes the place of all of them."""

    def __init__(
        self, capability: str, environ: Mapping[str, str], cache: Path, names: Sequence[str],
        given: Any = None,
    ) -> None:  # fmt: skip
        self._capability = capability
        self._environ = environ
        self._cache = cache
        self._names = names
        self._given = given
        self._made: dict[str, Any] = {}
        self._chosen: dict[str | None, Any] = {}

    def __call__(self, language: str | None = None) -> Any | None:
        """The first provider that is on; of several the first that knows the language."""
        if self._given is not None:
            return self._given
        if language not in self._chosen:
            found = [_module(self._capability, name) for name in self._names]
            on = [one for one in found if one.probe(self._environ, self._cache).state == "on"]
            if not on:
                return None
            best = next((one for one in on if language in one.LANGUAGES), on[0])
            if best.NAME not in self._made:
                self._made[best.NAME] = best.create(self._environ, self._cache)
            self._chosen[language] = self._made[best.NAME]
        return self._chosen[language]

    async def close(self) -> None:
        """Ends their workers."""
        for made in [self._given] if self._given is not None else self._made.values():
            await made.close()


def _module(capability: str, name: str) -> Any:
    path = f"core.integrations.{capability}.{name.replace('-', '_')}"
    if not name.replace("-", "_").isidentifier() or find_spec(path) is None:
        return None
    return importlib.import_module(path)


def _providers(capability: str) -> list[str]:
    package = importlib.import_module(f"core.integrations.{capability}")
    return sorted(
        one.name for one in pkgutil.iter_modules(package.__path__) if not one.name.startswith("_")
    )


def _gather(faults: list[str], make: Callable[[], Any]) -> Any:
    try:
        return make()
    except ConfigError as error:
        faults.extend(error.faults)
        return None
