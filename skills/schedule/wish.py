"""What somebody wants to book, as far as they have said it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta

from core.errors import UserError
from core.model import Duration, Impossible, Moment, Period, Recurrence
from core.skill import Context
from skills.schedule.times import Said, Wanted, day_of, day_said, wanted

ANY = "any"
"""A room is wanted, whichever."""
OWN = "own"
"""None is wanted, whatever the words."""
NOW = "now"
FARTHEST = timedelta(days=3650)
"""How far away what a button says of a time can be."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The slots of `schedule.book`."""

    text: str | None = None
    hours: Period | None = None
    every: Recurrence | None = None
    when: Said | None = None
    length: Duration | None = None
    room: str | None = None
    """An id, a name, `any` or `own`."""
    day: str | None = None
    """That was told before its clock time, in ISO's letters."""
    at: str | None = None
    """A begin as UTC has it, of a button; or `now`."""
    mins: str | None = None
    """How long, of a button."""
    zone: str | None = None
    """Words for it."""
    said: str | None = None
    """The sentence, to be read again when the zone is known."""

    @property
    def slots(self) -> dict[str, object]:
        """What has been said of them."""
        pairs = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {name: value for name, value in pairs if value is not None}

    def over(self, slots: Mapping[str, object]) -> "Wish":
        """With what is in the slots, where nothing is said here."""
        known = {one.name for one in fields(self)}
        return Wish(**{**{k: v for k, v in slots.items() if k in known}, **self.slots})  # type: ignore[arg-type]

    def timeless(self, day: date | None = None, every: Recurrence | None = None) -> "Wish":
        """Without its time, which is asked for anew, but for what is known of it."""
        bare = replace(self, hours=None, when=None, at=None, zone=None, said=None)
        return replace(bare, day=day.isoformat() if day else None, every=every)

    def read_again(self, ctx: Context) -> "Wish":
        """Its times as the sentence says them where the person really is."""
        found: dict[str, object] = {}
        for value in (one.value for one in ctx.spans(self.said or "")):
            if isinstance(value, Period):
                found.setdefault("hours", value)
            elif isinstance(value, Recurrence):
                found.setdefault("every", value)
            elif isinstance(value, Moment | Impossible):
                found.setdefault("when", value)
        # What was asked for meanwhile stands in no sentence.
        return replace(self, zone=None, said=None, **found)  # type: ignore[arg-type]

    def time(self, ctx: Context) -> Wanted | str:
        """What was said of the time; or why it is none."""
        if self.at is not None:
            start = read_instant(self.at, ctx)
            length = self.length or _minutes(self.mins)
            span = timedelta(seconds=length.seconds) if length else None
            return Wanted(start, span, instant=start) if start else "when"
        length = self.length or _minutes(self.mins)
        return wanted(ctx, self.when, self.hours, self.every, length, self._day)

    @property
    def told_day(self) -> date | None:
        """The day of it, where its clock time is not known yet."""
        return day_of(self.when) or self._day

    @property
    def _day(self) -> date | None:
        return day_said(self.day)


def read_instant(said: str, ctx: Context) -> datetime | None:
    """The aware time of a button; None where it is none."""
    if said == NOW:
        return ctx.now.replace(second=0, microsecond=0)
    try:
        at = datetime.strptime(said, "%Y%m%d%H%M").replace(tzinfo=UTC)
    except ValueError:  # buttons come from outside
        return None
    if abs(at - ctx.now) > FARTHEST:  # so do those that no calendar can hold
        raise UserError("button-stale")
    return at


def _minutes(said: str | None) -> Duration | None:
    return Duration(int(said[:4]) * 60) if said and said.isascii() and said.isdecimal() else None
