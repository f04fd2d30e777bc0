"""Several providers of one capability as one: where one is away, the next is asked."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Generic, TypeVar

from core.errors import IntegrationError, Rejected
from core.ports.caller import acting
from core.ports.synthesiser import Speech, Synthesiser
from core.ports.transcriber import Transcriber, Transcript
from core.ports.vision import Sight, Vision

log = logging.getLogger(__name__)

PATIENCE = 3.0
"""Seconds that a call may have to wait for its turn, where there is a next."""

P = TypeVar("P", bound=Transcriber | Vision | Synthesiser)
R = TypeVar("R")


async def in_turn(providers: Sequence[P], call: Callable[[P], Awaitable[R]]) -> R:
    """What the first of them answers that can; the last one's error where none can.

    What is wrong with the person's own file (`UserError`) would be wrong for the next one too.
    """
    *others, last = providers
    for one in others:
        try:
            with acting(patience=PATIENCE):
                return await call(one)
        except IntegrationError as error:
            if type(error) is Rejected:
                raise
            log.warning("%s failed: %s", one.name, error.code)
    return await call(last)


class _InTurn(Generic[P]):
    """What the three below share: they are one provider of a port, and made of several."""

    def __init__(self, providers: Sequence[P]) -> None:
        self._providers = providers
        self.name = providers[0].name

    async def close(self) -> None:
        """Closes all of them."""
        for one in self._providers:
            await one.close()


class Hearing(_InTurn[Transcriber]):
    """A Transcriber of Transcribers."""

    async def transcribe(self, recording: bytes, **asked: Any) -> Transcript:
        """As the port says."""
        return await in_turn(self._providers, lambda one: one.transcribe(recording, **asked))


class Sights(_InTurn[Vision]):
    """A Vision of Visions."""

    @property
    def looks(self) -> bool:
        """Whether the first does; the Sight tells of who really saw it."""
        return self._providers[0].looks

    async def see(self, images: Sequence[bytes], **asked: Any) -> Sight:
        """As the port says."""
        return await in_turn(self._providers, lambda one: one.see(images, **asked))


class Voices(_InTurn[Synthesiser]):
    """A Synthesiser of Synthesisers."""

    async def synthesise(self, text: str, **asked: Any) -> Speech:
        """As the port says."""
        return await in_turn(self._providers, lambda one: one.synthesise(text, **asked))
