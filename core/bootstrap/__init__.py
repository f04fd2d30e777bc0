"""The only place where ports meet providers: settings in, a running app out."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from getpass import getuser
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from core.bootstrap.providers import CAPABILITIES, Providers, gather
from core.errors import ConfigError, Unavailable
from core.integrations import _redis
from core.integrations._guarded import guarded
from core.journal import Inbox, Jobs, Outbox
from core.model import Receipt, Role
from core.pipeline import House
from core.pipeline.worker import Worker
from core.ports.caller import caller
from core.ports.channel import Channel, Delivery
from core.ports.clock import Now, Sleep, system_now, system_sleep
from core.ports.meter import unmetered
from core.ports.probe import Probe
from core.resilience import Gateway
from core.settings import Settings, load
from core.skill import discover
from core.skill.feeds import Addresses
from core.skill.ticks import set_missing
from core.store.codec import decode
from core.store.database import Database
from core.store.home import Home
from core.store.keys import Keys
from core.store.ledger import Ledger
from core.store.ledger import create as open_ledger
from core.store.meaning import MeaningIndex
from core.store.upgrade import upgrade
from core.texts import LANGUAGES, Texts, nearest
from core.understanding import Understanding

log = logging.getLogger(__name__)

PROFILE = "SELECT body FROM record WHERE scope = ? AND kind = 'profile'"
LOCALES = Path(__file__).resolve().parents[2] / "locales"


@dataclass(slots=True)
class App:
    """Everything that runs; the caller holds the lock of the home."""

    home: Home
    settings: Settings
    house: House
    worker: Worker
    channels: Mapping[str, Channel]
    meaning: MeaningIndex | None = None
    _closing: list[Callable[[], Any]] = field(default_factory=list)

    async def start(self) -> None:
        """Database, then worker, then the channels, which may bring messages at once."""
        upgrade(self.home.database)
        self.house.database.open()
        if self.meaning is not None:
            await self.meaning.start()
        await set_missing(self.house.database, self.house.catalogue.ticks, self.house.now())
        await self.worker.start()
        for channel in self.channels.values():
            await channel.start(self.worker.accept)

    async def stop(self) -> None:
        """The worker first, that its last replies leave; the rest is taken up at the next start."""
        await self.worker.stop()
        for channel in self.channels.values():
            await channel.stop()
        if self.meaning is not None:
            await self.meaning.stop()
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
    **given: Any,
) -> App:
    """Puts the app together; raises ConfigError with everything that is wrong with the settings.

    `given` are providers by their capability (`stt=`, `llm=`), in place of those of the settings.
    """
    faults, made = _made(environ, channels, now, given)
    if faults:
        raise ConfigError(faults)
    settings, home, by_name, database, ledger, gateway, providers, keys = made
    catalogue = discover(skills)
    stays = partial(_stays, settings, database)
    meaning = _meaning(providers, database, sleep, stays)
    house = House(
        database=database,
        texts=Texts(LOCALES),
        catalogue=catalogue,
        understanding=Understanding(LOCALES, catalogue.intents, cache=home.cache / "sentences"),
        now=now,
        channels=by_name,
        transcriber=partial(_chosen, providers, ledger, stays, "stt"),
        vision=partial(_chosen, providers, ledger, stays, "vision"),
        reader=partial(providers, "documents"),
        minds=partial(_chosen, providers, ledger, stays, "llm"),
        ledger=ledger,
        meaning=meaning,
        roles=_roles(settings),
        drawers=partial(providers, "drawing"),
        stays=stays,
        vendors=providers.vendors,
        addresses=Addresses(keys, settings.public_url),
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
    closing = [providers.close, gateway.close]
    return App(home, settings, house, worker, by_name, meaning, closing)


class _Made(NamedTuple):
    """What is made of the settings; nothing of it is open yet."""

    settings: Settings
    home: Home
    channels: Mapping[str, Channel]
    database: Database
    ledger: Any
    gateway: Gateway
    providers: Providers
    keys: Any


def _made(
    environ: Mapping[str, str], channels: Sequence[ModuleType], now: Now, given: Mapping[str, Any]
) -> tuple[list[str], _Made]:
    """All faults of the settings, and what can be made all the same."""
    faults: list[str] = []
    settings = gather(faults, partial(load, Settings, environ)) or Settings()
    if settings.language and nearest(settings.language) is None:
        faults.append(f"VIVA_LANGUAGE: we do not speak that; there are: {', '.join(LANGUAGES)}")
    home = Home(settings.home)
    opened = [gather(faults, partial(one.create, environ, home.path)) for one in channels]
    database = Database(home.database)
    ledger = gather(faults, partial(open_ledger, environ, database, now))
    redis = gather(faults, partial(_redis.create, environ))
    gateway = Gateway(meter=ledger.note if ledger else unmetered, scripts=redis)
    guard = partial(guarded, gateway, environ)
    providers = Providers(environ, home.cache, settings, guard, given)
    faults += providers.faults()
    keys = gather(faults, partial(_keys, settings, home))
    by_name = {one.name: one for one in opened if one is not None}
    return faults, _Made(settings, home, by_name, database, ledger, gateway, providers, keys)


def _keys(settings: Settings, home: Home) -> Keys:
    given = settings.secret_key.reveal() if settings.secret_key else ""
    return Keys([one.strip() for one in given.split(",") if one.strip()], home.secret)


def _chosen(
    providers: Providers,
    ledger: Ledger,
    stays: Callable[[str], bool],
    capability: str,
    language: str | None = None,
) -> Any | None:
    """Those that are on; for somebody whose budget of the day is spent, those that cost nothing;
    for somebody of whom nothing may leave the house, those in it."""
    who = caller()
    local = who.inside or stays(who.person_id)
    everybody = providers(capability, language, local=local)
    if everybody is None or not ledger.is_spent(who.person_id, who.zone):
        return everybody
    free = providers(capability, language, only=ledger.is_free, local=local)
    if free is None and capability == "llm":
        return everybody  # whoever asks it hears why not, or does without
    if free is None:
        ledger.check(who.person_id, who.zone)
    return free


def _roles(settings: Settings) -> dict[str, Role]:
    """Who opens the console's socket owns everything behind it anyway."""
    admins = settings.admins
    if not admins:
        with suppress(KeyError, OSError):  # a container's user without a name
            admins = (f"console:{getuser()}",)
    roles: dict[str, Role] = dict.fromkeys(settings.teachers, "teacher")
    return {**roles, **dict.fromkeys(admins, "admin")}


def _stays(settings: Settings, database: Database, person_id: str) -> bool:
    """Whether that person is a minor: by the settings, or since they have said so."""
    if settings.minors == "all":
        return True
    rows = database.read(PROFILE, (f"p_{person_id}",)) if person_id else []
    return any(decode(body).get("minor") for (body,) in rows)  # older databases may hold two


def _meaning(
    providers: Providers, database: Database, sleep: Sleep, stays: Callable[[str], bool]
) -> MeaningIndex | None:
    own = providers("embeddings", local=True)
    embedder = own if stays("") else providers("embeddings")
    if embedder is None:
        return None
    vectors = providers("vectors")
    if vectors is None:
        return None
    watched = stays if own is None or embedder is not own else _nobody
    return MeaningIndex(database, embedder, vectors, sleep=sleep, stays=watched)


def _nobody(person_id: str) -> bool:
    """With an embedder of the house nobody needs to be watched over."""
    return False


def open_providers(environ: Mapping[str, str]) -> Providers:
    """The providers alone, for whoever needs no app; to be closed in the end."""
    settings = load(Settings, environ)
    gateway = Gateway()
    guard = partial(guarded, gateway, environ)
    providers = Providers(environ, Home(settings.home).cache, settings, guard)
    if faults := providers.faults():
        raise ConfigError(faults)
    return providers


def probes(environ: Mapping[str, str], channels: Sequence[ModuleType]) -> list[Probe]:
    """What is on, off or broken, and what it would need: `viva doctor` shows it.

    What else stops the start comes first, as `settings`.
    """
    faults, made = _made(environ, channels, system_now, {})
    found = [one.probe(environ) for one in channels] + made.providers.probes()
    broken = [one.detail for one in found if one.state == "broken"]
    stops = [
        Probe("settings", "settings", "broken", (), fault)
        for fault in faults
        if not any(fault in detail for detail in broken)
    ]
    return stops + _chosen_or_not(found, made.settings)


def _chosen_or_not(found: Sequence[Probe], settings: Settings) -> list[Probe]:
    """Says of those that are on whether they are asked, and where nobody is."""
    told = []
    for capability, group in groupby(found, key=lambda one: one.capability):
        listed = list(group)
        wanted: Sequence[str] = getattr(settings, capability, ())
        chosen = {name.replace("_", "-") for name in wanted}
        if chosen and not any(one.state == "on" and one.name in chosen for one in listed):
            nobody = f"nobody is on; VIVA_{capability.upper()} asks for {', '.join(wanted)}"
            told.append(Probe(capability, capability, "off", (), nobody))
        for one in listed:
            unasked = one.state == "on" and capability in CAPABILITIES and one.name not in chosen
            remark = f"not chosen: VIVA_{capability.upper()}"
            detail = ", ".join(filter(None, (remark, one.detail)))
            told.append(replace(one, detail=detail) if unasked else one)
    return told
