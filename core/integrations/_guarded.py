"""Providers behind the gateway: each keeps its port, and every call goes the gateway's way."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any, Literal, TypeVar

from core.errors import ConfigError, Unavailable
from core.integrations._guarded_llm import OF_AN_IMAGE, GuardedModel, tokens
from core.ports.caller import caller
from core.ports.embedder import Embedder, Vector
from core.ports.meter import Charge
from core.ports.synthesiser import Speech, Synthesiser
from core.ports.transcriber import (
    Heard,
    Keep,
    Progress,
    Transcriber,
    Transcript,
    anew,
    silent,
    unheard,
)
from core.ports.vision import Sight, Vision
from core.resilience import Attempt, Gateway, Quota
from core.settings import load, setting

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the settings `VIVA_<CAPABILITY>_<PROVIDER>_...` allow."""

    rpm: int | None = setting("RPM", None, "Give requests a minute.")
    tpm: int | None = setting("TPM", None, "Give tokens a minute.")
    apart: bool = setting(
        "KEYS_APART", False, "Give true where the keys are of different projects."
    )


def guarded(gateway: Gateway, environ: Mapping[str, str], capability: str, provider: Any) -> Any:
    """The provider behind the gateway, or itself where its capability has no limits to keep.

    `at_once` of a provider says how many calls its engine takes at the same time, and
    `credential(assistant)` names the key that a call will use. Raises `ConfigError`.
    """
    quota, apart = limits(environ, capability, provider.name, getattr(provider, "at_once", None))
    if capability == "llm":
        return GuardedModel(provider, gateway, quota, apart=apart)
    kinds: dict[str, Callable[[Any, _Calls], Any]] = {
        "stt": GuardedTranscriber,
        "vision": GuardedVision,
        "tts": GuardedSynthesiser,
        "embeddings": GuardedEmbedder,
    }
    if capability not in kinds:
        return provider
    return kinds[capability](provider, _Calls(capability, provider, gateway, quota, apart))


def limits(
    environ: Mapping[str, str], capability: str, name: str, at_once: int | None = None
) -> tuple[Quota, bool]:
    """What the settings allow a provider, and whether each of its keys is allowed so much; raises
    `ConfigError`."""
    prefix = f"VIVA_{capability}_{name}_".upper().replace("-", "_")
    own = {key.removeprefix(prefix): environ[key] for key in environ if key.startswith(prefix)}
    try:
        found = load(Limits, own)
    except ConfigError as error:
        raise ConfigError([f"{prefix}{fault}" for fault in error.faults]) from None
    given = {"RPM": found.rpm, "TPM": found.tpm}
    if faults := [
        f"{prefix}{it}: Give a number above 0."
        for it, many in given.items()
        if many is not None and many < 1
    ]:
        raise ConfigError(faults)
    return Quota(found.rpm, found.tpm, at_once=at_once), found.apart


class _Calls:
    """The calls of one provider that come back whole; equal ones at the same time are one."""

    def __init__(
        self, capability: str, provider: Any, gateway: Gateway, quota: Quota, apart: bool
    ) -> None:
        self.name: str = provider.name
        self.capability = capability
        self.model: str = getattr(provider, "model", "")
        self._credential: Callable[[str], str] = getattr(provider, "credential", lambda _: "")
        self._gateway = gateway
        self._quota = quota
        self._apart = apart

    async def call(
        self,
        work: Callable[[Attempt, Progress], Awaitable[R]],
        told: Callable[[R], Charge],
        *,
        same: Hashable = None,
        progress: Progress = silent,
        takes: int = 0,
    ) -> R:
        """`same` is all that the result depends on; None: it is nobody else's."""
        who = caller()
        credential = self._credential(who.assistant)
        group = f"{self.capability}/{self.name}/{credential}" if self._apart else ""
        way = self._gateway.way(
            self.capability, self.name, credential,
            model=self.model, quota=self._quota, group=group,
        )  # fmt: skip

        async def go(tell: Progress) -> R:
            return await way.call(lambda attempt: work(attempt, tell), told, tokens=takes)

        left = who.deadline - self._gateway.clock()
        try:
            async with asyncio.timeout(None if left == inf else left):
                if same is None:
                    return await go(progress)
                # Who is in more of a hurry does not wait with those who are not.
                key = (self.capability, self.name, credential, who.priority, same)
                return await self._gateway.flights.share(key, go, progress)
        except TimeoutError as error:
            raise Unavailable(self.name, "no result before the deadline") from error

    def charge(self, **amounts: Any) -> Charge:
        """For the ledger."""
        return Charge(self.capability, self.name, self.model, **amounts)


class GuardedTranscriber:
    """A Transcriber."""

    def __init__(self, transcriber: Transcriber, calls: _Calls) -> None:
        self.name = transcriber.name
        self._transcriber = transcriber
        self._calls = calls

    async def transcribe(
        self,
        recording: bytes,
        *,
        language: str | None = None,
        hotwords: str | None = None,
        hurried: bool = True,
        words: bool = False,
        speakers: bool = False,
        progress: Progress = silent,
        keep: Keep = anew,
        heard: Heard = unheard,
    ) -> Transcript:
        """As the port says. Each stretch of a long recording waits for its turn."""

        async def work(attempt: Attempt, tell: Progress) -> Transcript:
            return await self._transcriber.transcribe(
                recording, language=language, hotwords=hotwords, hurried=hurried, words=words,
                speakers=speakers, progress=tell, keep=_in_turn(attempt, keep), heard=heard,
            )  # fmt: skip

        alone = keep is not anew or heard is not unheard
        same = None if alone else (recording, language, hotwords, hurried, words, speakers)
        return await self._calls.call(
            work,
            lambda made: self._calls.charge(seconds=made.seconds),
            same=same,
            progress=progress,
        )

    async def close(self) -> None:
        """Closes the transcriber."""
        await self._transcriber.close()


def _in_turn(attempt: Attempt, keep: Keep) -> Keep:
    """The first stretch goes with the attempt, each further one is a call of its own."""
    begun = False

    async def kept(number: int, work: Callable[[], Awaitable[Transcript]]) -> Transcript:
        async def in_turn() -> Transcript:
            nonlocal begun
            if begun:
                await attempt.renew()
            begun = True
            return await work()

        return await keep(number, in_turn)

    return kept


class GuardedVision:
    """A Vision."""

    def __init__(self, vision: Vision, calls: _Calls) -> None:
        self.name = vision.name
        self.looks = vision.looks
        self._vision = vision
        self._calls = calls

    async def see(
        self,
        images: Sequence[bytes],
        *,
        question: str | None = None,
        language: str | None = None,
        progress: Progress = silent,
    ) -> Sight:
        """As the port says."""

        async def work(attempt: Attempt, tell: Progress) -> Sight:
            return await self._vision.see(
                images, question=question, language=language, progress=tell
            )

        takes = OF_AN_IMAGE * len(images) + tokens(question or "") if self.looks else 0

        def told(sight: Sight) -> Charge:
            if not self.looks:
                return self._calls.charge()
            used = sight.usage
            if used is None:
                said = tokens(sight.text + sight.shown)
                return self._calls.charge(input_tokens=takes, output_tokens=said, estimated=True)
            return self._calls.charge(
                input_tokens=used.input_tokens,
                output_tokens=used.output_tokens,
                cached_tokens=used.cached_tokens,
            )

        same = (tuple(images), question, language)
        return await self._calls.call(work, told, same=same, progress=progress, takes=takes)

    async def close(self) -> None:
        """Closes the vision."""
        await self._vision.close()


class GuardedSynthesiser:
    """A Synthesiser."""

    def __init__(self, synthesiser: Synthesiser, calls: _Calls) -> None:
        self.name = synthesiser.name
        self._synthesiser = synthesiser
        self._calls = calls

    async def synthesise(
        self, text: str, *, language: str = "en", progress: Progress = silent
    ) -> Speech:
        """As the port says."""

        async def work(attempt: Attempt, tell: Progress) -> Speech:
            return await self._synthesiser.synthesise(text, language=language, progress=tell)

        def told(speech: Speech) -> Charge:
            return self._calls.charge(characters=len(text))

        return await self._calls.call(work, told, same=(text, language), progress=progress)

    async def close(self) -> None:
        """Closes the synthesiser."""
        await self._synthesiser.close()


class GuardedEmbedder:
    """An Embedder; what else its provider tells of its vectors can be read here too."""

    def __init__(self, embedder: Embedder, calls: _Calls) -> None:
        self.name = embedder.name
        self.model = embedder.model
        self._embedder = embedder
        self._calls = calls

    async def embed(
        self, texts: Sequence[str], *, role: Literal["kept", "asked"] = "kept"
    ) -> list[Vector]:
        """As the port says. No vendor's count comes through the port: tokens are estimated."""
        takes = sum(map(tokens, texts))

        async def work(attempt: Attempt, tell: Progress) -> list[Vector]:
            return await self._embedder.embed(texts, role=role)

        def told(vectors: list[Vector]) -> Charge:
            return self._calls.charge(input_tokens=takes, estimated=True)

        return await self._calls.call(work, told, same=(tuple(texts), role), takes=takes)

    async def close(self) -> None:
        """Closes the embedder."""
        await self._embedder.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._embedder, name)
