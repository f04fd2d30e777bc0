"""Everything the skills declare, found by looking into their folder: there is no list to keep."""

import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from types import ModuleType

from core.skill.declare import Feed, IntentSpec, Subscription


@dataclass(slots=True)
class Catalogue:
    """The declarations, by name."""

    intents: list[IntentSpec] = field(default_factory=list)
    subscriptions: dict[str, list[Subscription]] = field(default_factory=dict)
    feeds: dict[str, Feed] = field(default_factory=dict)
    _by_name: dict[str, IntentSpec] = field(default_factory=dict)

    def add(self, declared: Iterable[object]) -> None:
        """Takes declarations in; two intents of one name are a mistake of the programmer."""
        for one in declared:
            if isinstance(one, IntentSpec):
                if one.name in self._by_name:
                    raise ValueError(f"the intent {one.name} is declared twice")
                self._by_name[one.name] = one
                self.intents.append(one)
            elif isinstance(one, Subscription):
                self.subscriptions.setdefault(one.event, []).append(one)
            elif isinstance(one, Feed):
                if one.name in self.feeds:
                    raise ValueError(f"the feed {one.name} is declared twice")
                self.feeds[one.name] = one

    def intent(self, name: str) -> IntentSpec | None:
        """The intent of that name, if there is one."""
        return self._by_name.get(name)

    def of_skill(self, skill: str) -> Sequence[IntentSpec]:
        """The intents of one skill, in the order of their declaration."""
        return [spec for spec in self.intents if spec.skill == skill]

    @property
    def ticks(self) -> Sequence[Subscription]:
        """What the clock raises for each person."""
        return [one for found in self.subscriptions.values() for one in found if one.every]

    def of_verb(self, verb: str) -> Sequence[IntentSpec]:
        """The intents of that verb, whatever their skill."""
        return [spec for spec in self.intents if spec.verb == verb]


def discover(package: ModuleType) -> Catalogue:
    """Imports every module of the package and gathers what its functions declare."""
    catalogue = Catalogue()
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda one: one.name):
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        for value in vars(module).values():
            if getattr(value, "__module__", "").startswith(module.__name__):
                catalogue.add(getattr(value, "__viva__", ()))
    return catalogue
