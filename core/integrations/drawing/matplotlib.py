"""Charts and certificates drawn on this machine by matplotlib, one at a time."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

from core.integrations._drawing_sheet import ready
from core.integrations._translated import translated
from core.model import Certificate, Chart
from core.ports.probe import Probe

NAME = "matplotlib"


def create(environ: Mapping[str, str], cache: Path) -> "Matplotlib":
    """The drawer; nothing is loaded yet."""
    return Matplotlib(cache)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether it is installed; loads nothing."""
    needs = () if find_spec(NAME) else (NAME,)
    return Probe(NAME, "drawing", "off" if needs else "on", needs, "charts and certificates")


class Matplotlib:
    """A Drawer with one thread; pictures wait for each other."""

    name = NAME

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=NAME)

    async def chart(self, chart: Chart, *, dark: bool = False) -> bytes:
        """As the port says: 1000 pixels wide, and 600 high unless many bars lie in it."""

        def draw() -> bytes:
            from core.integrations import _drawing_chart

            return _drawing_chart.draw(chart, dark=dark)

        return await self._in_turn(draw)

    async def certificate(self, certificate: Certificate) -> bytes:
        """As the port says: A4, lying."""

        def draw() -> bytes:
            from core.integrations import _drawing_certificate

            return _drawing_certificate.draw(certificate)

        return await self._in_turn(draw)

    async def close(self) -> None:
        """Draws no more; safe to call twice."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _in_turn(self, draw: Callable[[], bytes]) -> bytes:
        def work() -> bytes:
            with ready(self._cache):
                return draw()

        with translated(NAME):
            return await asyncio.wrap_future(self._thread.submit(work))
