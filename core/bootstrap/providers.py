"""The providers of each capability: found by their files, chosen by settings, made when needed."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from core.errors import ConfigError
from core.integrations._guarded import limits
from core.ports.probe import Probe, Vendor
from core.settings import Settings

CAPABILITIES = ("llm", "stt", "vision", "documents", "tts", "embeddings", "vectors", "drawing")
"""Each is a folder of providers, chosen in order by `VIVA_<NAME>`."""
PEOPLES = ("llm", "stt", "vision", "tts", "embeddings")
"""Those that are given people's words, voices and pictures."""


class Providers:
    """Those that the settings name; `given` are a test's, in place of all of a capability.

    A provider is made when it is first needed: a chat without voice starts faster.
    """

    def __init__(
        self,
        environ: Mapping[str, str],
        cache: Path,
        settings: Settings,
        guard: Callable[[str, Any], Any] = lambda _, provider: provider,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        self._environ = environ
        self._cache = cache
        self._settings = settings
        self._guard = guard
        self._given = {name: one for name, one in (given or {}).items() if one is not None}
        self._made: dict[tuple[str, str], Any] = {}
        self._in_turn: dict[tuple[str, ...], Any] = {}
        self._chosen: dict[tuple[str, str | None, bool, bool], Any] = {}

    def faults(self) -> list[str]:
        """What the settings name and nobody has written, and what is set wrong of the rest."""
        found = (self._absent(each) or self._misset(each) for each in CAPABILITIES)
        return list(dict.fromkeys(fault for faults in found for fault in faults))

    def probes(self, *capabilities: str) -> list[Probe]:
        """Every provider there is, or those of these capabilities, whether chosen or not."""
        found: list[Probe] = []
        for capability in capabilities or CAPABILITIES:
            broken = self._absent(capability)
            found += [Probe(capability, capability, "broken", (), fault) for fault in broken]
            modules = (_module(capability, name) for name in _names(capability))
            found += [self._probe(capability, one) for one in modules]
        return found

    def __call__(
        self,
        capability: str,
        language: str | None = None,
        only: Callable[[str], bool] | None = None,
        local: bool = False,
    ) -> Any | None:
        """Those of the capability that are on, as one; of several, those first that know the
        language. None where none is on. `only` says of a name whether it may be among them;
        `local`: none through whom anything would leave the house."""
        if capability in self._given:
            given = self._given[capability]
            return None if local and getattr(given, "outside", False) else given
        key = (capability, language, only is None, local)
        if key not in self._chosen:
            on = [
                one
                for one in self._on(capability)
                if (only is None or only(one.NAME)) and (not local or self._is_local(one))
            ]
            if not on:
                return None
            on.sort(key=lambda one: language not in getattr(one, "LANGUAGES", (language,)))
            self._chosen[key] = self._joined(capability, on)
        return self._chosen[key]

    def vendors(self) -> list[Vendor]:
        """Who is asked, in their order, and whether anything leaves the house by it."""
        return [
            Vendor(capability, one.NAME, self._is_local(one))
            for capability in PEOPLES
            for one in self._on(capability)
        ]

    def _is_local(self, module: Any) -> bool:
        """As it says itself: by `LOCAL`, or `is_local(environ)` where that depends."""
        told = getattr(module, "is_local", None)
        return bool(told(self._environ) if told else getattr(module, "LOCAL", False))

    async def close(self) -> None:
        """Ends whatever was made."""
        for made in (*self._given.values(), *self._made.values()):
            await made.close()

    def _probe(self, capability: str, module: Any) -> Probe:
        try:
            found: Probe = module.probe(self._environ, self._cache)
        except ConfigError as error:
            return Probe(module.NAME, capability, "broken", (), "; ".join(error.faults))
        return found

    def _on(self, capability: str) -> list[Any]:
        names: Sequence[str] = getattr(self._settings, capability)
        found = [_module(capability, name) for name in names]
        return [one for one in found if self._probe(capability, one).state == "on"]

    def _joined(self, capability: str, modules: Sequence[Any]) -> Any:
        made = [self._make(capability, one) for one in modules]
        if len(made) == 1:
            return made[0]
        order = (capability, *(one.NAME for one in modules))
        if order not in self._in_turn:
            self._in_turn[order] = _joined(capability, made)
        return self._in_turn[order]

    def _make(self, capability: str, module: Any) -> Any:
        key = (capability, module.NAME)
        if key not in self._made:
            made = module.create(self._environ, self._cache)
            self._made[key] = self._guard(capability, made)
        return self._made[key]

    def _absent(self, capability: str) -> list[str]:
        known = ", ".join(name.replace("_", "-") for name in _names(capability))
        return [
            f"VIVA_{capability.upper()}: there is no {name}; there are: {known}"
            for name in getattr(self._settings, capability)
            if _module(capability, name) is None
        ]

    def _misset(self, capability: str) -> list[str]:
        """A provider that is only off has no fault."""
        faults: list[str] = []
        for name in getattr(self._settings, capability):
            module = _module(capability, name)
            if self._probe(capability, module).state == "broken":
                gather(faults, partial(module.create, self._environ, self._cache))
            gather(faults, partial(limits, self._environ, capability, name))
        return faults


def gather(faults: list[str], make: Callable[[], Any]) -> Any:
    """What is made; None where it cannot be, and why is added to the faults."""
    try:
        return make()
    except ConfigError as error:
        faults.extend(error.faults)
        return None


def _joined(capability: str, made: Sequence[Any]) -> Any:
    from core.integrations import _fallback, _in_turn

    kinds: dict[str, Callable[[Sequence[Any]], Any]] = {
        "llm": _fallback.Fallback,
        "stt": _in_turn.Hearing,
        "vision": _in_turn.Sights,
        "tts": _in_turn.Voices,
    }
    # Vectors of two models cannot be compared, nor two stores of them: there the first counts.
    return kinds[capability](made) if capability in kinds else made[0]


def _module(capability: str, name: str) -> Any:
    path = f"core.integrations.{capability}.{name.replace('-', '_')}"
    if not name.replace("-", "_").isidentifier() or find_spec(path) is None:
        return None
    return importlib.import_module(path)


def _names(capability: str) -> list[str]:
    package = importlib.import_module(f"core.integrations.{capability}")
    return sorted(
        one.name for one in pkgutil.iter_modules(package.__path__) if not one.name.startswith("_")
    )
