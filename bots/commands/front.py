"""How a command gets at the running app: it serves the home itself, or finds who does."""

import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import ModuleType

from core.bootstrap import App, build
from core.settings import Settings, load
from core.store.home import Home


@dataclass(frozen=True, slots=True)
class Front:
    """What the front door knows and the commands do not: the environment, skills and channels."""

    environ: Mapping[str, str]
    skills: ModuleType
    channels: Sequence[ModuleType]

    @property
    def home(self) -> Home:
        """The home that the settings name; raises ConfigError."""
        return Home(load(Settings, self.environ).home)

    @asynccontextmanager
    async def serving(self, *names: str) -> AsyncIterator[App | None]:
        """The app, started, while the lock is ours; None where another process serves the home.

        `names` are the channels to switch on; none: all of them.
        """
        lock = self.home.lock()
        if lock is None:
            yield None
            return
        wanted = [one for one in self.channels if not names or one.__name__.split(".")[1] in names]
        app = build(self.environ, self.skills, wanted)
        try:
            await app.start()
            yield app
        finally:
            try:
                await app.stop()
            finally:
                os.close(lock)
