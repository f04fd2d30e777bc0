"""A progress bar for long work, on stderr and only where a person looks at it."""

import sys
from typing import Any, Self


class Progress:
    """Imported and drawn when something long begins, gone when it ends."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        """Nothing is shown yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Takes the bar away."""
        self.clear()

    def show(self, what: str, share: float | None) -> None:
        """Draws or moves the bar."""
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task(what, total=1.0)
        total = None if share is None else 1.0
        self._bar.update(self._task, description=what, completed=share or 0.0, total=total)

    def clear(self) -> None:
        """Takes the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
