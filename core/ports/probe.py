"""What `viva doctor` is told of a channel or provider, without starting it."""

from dataclasses import dataclass
from typing import Literal

State = Literal["on", "off", "broken"]


@dataclass(frozen=True, slots=True)
class Vendor:
    """Somebody whom the house asks."""

    capability: str
    name: str
    local: bool
    """Whether nothing leaves the house by it."""


@dataclass(frozen=True, slots=True)
class Probe:
    """`off`: something is missing, `needs` says what. `broken`: it is there and will not work."""

    name: str
    capability: str
    state: State
    needs: tuple[str, ...] = ()
    """Packages to install, settings to give."""
    detail: str = ""
    """One sentence; holds no secret."""
