"""What goes on meanwhile, on stderr and only where a person looks at it: a bar, or the draft."""

import sys
from typing import Any, Self

from bots.console.screen import plain

LINES = 12
"""Of a draft, its last ones: what is higher than the window cannot be taken away again."""


class Progress:
    """Imported and drawn when something long begins, gone when it ends."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None
        self._draft: Any = None

    def __enter__(self) -> Self:
        """Nothing is shown yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Takes away what is shown."""
        self.clear()

    def show(self, what: str, share: float | None) -> None:
        """Draws or moves the bar."""
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress as Bar

            self.clear()
            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task(what, total=1.0)
        total = None if share is None else 1.0
        self._bar.update(self._task, description=what, completed=share or 0.0, total=total)

    def draft(self, text: str) -> None:
        """Shows the end of an answer that is still being written."""
        if not sys.stderr.isatty():
            return
        from rich.text import Text

        if self._draft is None:
            from rich.console import Console
            from rich.live import Live

            self.clear()
            self._draft = Live(console=Console(stderr=True), transient=True, refresh_per_second=8)
            self._draft.start()
        console = self._draft.console
        shown = Text(plain(text) + " ▌", style="dim").wrap(console, console.width)
        self._draft.update(Text("\n").join(shown[-LINES:]))

    def clear(self) -> None:
        """Takes away what is shown."""
        for one in (self._bar, self._draft):
            if one is not None:
                one.stop()
        self._bar = self._draft = None
