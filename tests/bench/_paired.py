"""What a row of the bench is: figures of ours and a rival's, round by round, and a budget."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

Run = Callable[[], int]
"""Does its work once; returns how many units it did."""


@dataclass(frozen=True, slots=True)
class Row:
    """One budget, measured."""

    name: str
    unit: str
    ours: Sequence[float]
    """One figure a round."""
    rival: Sequence[float]
    """The same round's figure of the rival; empty for an absolute budget."""
    against: str
    budget: float
    """Of the ratio, or of `ours` where there is no rival."""
    goal: float
    at_least: bool = False
    """Whether more is better."""
    inverse: bool = False
    """Whether the ratio is rival / ours: "so many times as fast"."""
    notes: Sequence[str] = field(default=())

    @property
    def judged(self) -> list[float]:
        """What is held against the budget, a figure a round."""
        if not self.rival:
            return list(self.ours)
        pairs = zip(self.ours, self.rival, strict=True)
        return [theirs / mine if self.inverse else mine / theirs for mine, theirs in pairs]

    def meets(self, limit: float) -> bool:
        """Whether the median round keeps within a limit."""
        middle = median(self.judged)
        return middle >= limit if self.at_least else middle <= limit

    @property
    def verdict(self) -> str:
        """`goal`, `ok` or `missed`."""
        return "goal" if self.meets(self.goal) else "ok" if self.meets(self.budget) else "missed"


def cpu_microseconds(run: Run) -> float:
    """CPU of this process, all threads, per unit."""
    gc.collect()
    started = time.process_time()
    units = run()
    return (time.process_time() - started) * 1e6 / units


def interleaved(
    ours: Callable[[], float], rival: Callable[[], float], rounds: int = 7
) -> tuple[list[float], list[float]]:
    """Measures both alternately, the first to go changing each round, after one round unheeded."""
    ours(), rival()
    mine: list[float] = []
    theirs: list[float] = []
    for number in range(rounds):
        order = [(ours, mine), (rival, theirs)]
        for measure, figures in order if number % 2 else order[::-1]:
            figures.append(measure())
    return mine, theirs
