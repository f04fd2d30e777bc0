"""What a person remembers: when a card is to be asked again, as fsrs reckons it."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Literal

from core.study import Card

if TYPE_CHECKING:
    from fsrs import Scheduler

Rating = Literal["again", "hard", "good", "easy"]
State = Literal["learning", "review", "relearning"]
STATES: dict[int, State] = {1: "learning", 2: "review", 3: "relearning"}
"""By fsrs' own numbers."""


def reviewed(card: Card, rating: Rating, now: datetime) -> Card:
    """The card after an answer at `now` (aware): its next time, and what is known of the memory."""
    import fsrs

    numbers: dict[str, int] = {state: number for number, state in STATES.items()}
    known = fsrs.Card(
        card_id=0,  # else it waits for one of its own
        state=fsrs.State(numbers.get(card.state, 1)),  # a new one is learnt
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due,
        last_review=card.asked,
    )
    after, _ = _scheduler().review_card(
        known, fsrs.Rating[rating.capitalize()], now.astimezone(UTC)
    )
    missed = rating == "again"
    return replace(
        card,
        due=after.due,
        state=STATES[after.state.value],
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        asked=now,
        right=card.right + (not missed),
        wrong=card.wrong + missed,
    )


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)  # a turn that is run again comes to the same
