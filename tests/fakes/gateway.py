"""A gateway whose charges are seen, and whose time is the loop's."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from core.integrations._guarded import guarded
from core.ports.meter import Charge
from core.resilience import Gateway
from tests.virtual_loop import now


@dataclass
class House:
    """`hasty`: no wait between two tries is really waited for."""

    charges: list[Charge] = field(default_factory=list)
    hasty: bool = False

    def __post_init__(self) -> None:
        sleep = (lambda _: asyncio.sleep(0)) if self.hasty else asyncio.sleep
        self.gateway = Gateway(meter=self.note, chance=lambda: 0.5, clock=now, sleep=sleep)

    async def note(self, charge: Charge) -> None:
        self.charges.append(charge)

    def guard(self, provider: object, capability: str = "llm", **settings: object) -> Any:
        """The provider behind the gateway; a setting is given as `ONE_RPM=3`."""
        prefix = f"VIVA_{capability.upper()}_"
        environ = {f"{prefix}{name}": str(value) for name, value in settings.items()}
        return guarded(self.gateway, environ, capability, provider)

    @property
    def errors(self) -> list[str]:
        return [one.error for one in self.charges]
