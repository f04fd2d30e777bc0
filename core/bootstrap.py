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
from core.settings import Settings, load
from core.skill import discover
from core.store.database import Database
from core.store.home import Home
from core.store.upgrade import upgrade
from core.texts import Texts, nearest
from core.understanding import Understanding

log = logging.getLogger(__name__)

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
) -> App:
    """Puts the app together; raises ConfigError with everything that is wrong with the settings."""
    faults: list[str] = []
    settings = _gather(faults, partial(load, Settings, environ)) or Settings()
    home = Home(settings.home)
    opened = [_gather(faults, partial(one.create, environ, home.path)) for one in channels]
    faults += [f"VIVA_STT: there is no {name}" for name in settings.stt if not _module("stt", name)]
    if faults:
        raise ConfigError(faults)
    by_name: dict[str, Channel] = {one.name: one for one in opened if one is not None}
    catalogue = discover(skills)
    hearing = _Hearing(environ, home, settings.stt, transcriber)
    database = Database(home.database)
    house = House(
        database=database,
        texts=Texts(LOCALES),
        catalogue=catalogue,
        understanding=Understanding(LOCALES, catalogue.intents),
        now=now,
        channels=by_name,
        transcriber=hearing,
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
    return App(home, settings, house, worker, by_name, [hearing.close])


def probes(environ: Mapping[str, str], channels: Sequence[ModuleType]) -> list[Probe]:
    """What is on, off or broken, and what it would need: `viva doctor` shows it."""
    home = Home(load(Settings, environ).home)
    found = [one.probe(environ) for one in channels]
    for capability in ("stt",):
        package = importlib.import_module(f"core.integrations.{capability}")
        for name in _providers(package):
            provider = importlib.import_module(f"{package.__name__}.{name}")
            found.append(provider.probe(environ, home.cache))
    return found


class _Hearing:
    """Speech to text, made when the first recording comes: a chat without voice starts faster."""

    def __init__(
        self,
        environ: Mapping[str, str],
        home: Home,
        names: Sequence[str],
        given: Transcriber | None,
    ) -> None:
        self._environ = environ
        self._home = home
        self._names = names
        self._made = given

    def __call__(self) -> Transcriber | None:
        """The first provider that is there."""
        for name in self._names if self._made is None else ():
            provider = _module("stt", name)
            assert provider is not None, "build has looked"
            if provider.probe(self._environ, self._home.cache).state == "on":
                self._made = provider.create(self._environ, self._home.cache)
                break
        return self._made

    async def close(self) -> None:
        """Ends its workers."""
        if self._made is not None:
            await self._made.close()


def _module(capability: str, name: str) -> Any:
    path = f"core.integrations.{capability}.{name.replace('-', '_')}"
    if not name.replace("-", "_").isidentifier() or find_spec(path) is None:
        return None
    return importlib.import_module(path)


def _providers(package: ModuleType) -> list[str]:
    return sorted(
        one.name for one in pkgutil.iter_modules(package.__path__) if not one.name.startswith("_")
    )


def _gather(faults: list[str], make: Callable[[], Any]) -> Any:
    try:
        return make()
    except ConfigError as error:
        faults.extend(error.faults)
        return None
