"""What is meant by free words: one of the measures, a course, a topic."""

from collections.abc import Iterable, Mapping
from typing import get_args

from core.skill import Context
from core.skill.keywords import keywords
from core.store.counting import Shared
from core.store.terms import stumps, terms
from core.study import Course, Measure

MEASURES: tuple[Measure, ...] = get_args(Measure)
FIRST: tuple[Measure, ...] = ("overview", "active", "idle", "failing", "course")
"""What is offered to whoever has not said what."""
MOST_COURSES = 1_000


def measure_of(name: str | None) -> Measure | None:
    """The measure of that name; a name may come from outside."""
    return next((one for one in MEASURES if one == name), None)


def nearest(ctx: Context, text: str) -> list[Measure]:
    """The measures that most of the words speak of; several where they are equally near."""
    said = set(terms(text, ctx.language))
    hits = {one: len(said & _words(ctx, one)) for one in MEASURES}
    most = max(hits.values())
    return [one for one in MEASURES if hits[one] == most] if most else []


def _words(ctx: Context, measure: Measure) -> set[str]:
    words = ctx.texts.attribute(ctx.language, f"analyst-measure-{measure}", "words") or ""
    return set(terms(words, ctx.language))


async def catalogue(ctx: Context) -> Mapping[str, tuple[str, int]]:
    """Every course of the workspace that teachers made or anybody is in, by what enrolments call
    it: its title and its number of lessons, 0 where nobody knows."""
    found = {one.course: (one.title, 0) for one in await ctx.aggregate().enrolments()}
    kept = await ctx.records(Course).list(limit=MOST_COURSES)
    teachers = {
        one.slug or one.id: (one.title, len(one.lessons)) for one in kept if not one.removed
    }
    return found | teachers


async def courses(ctx: Context, text: str) -> list[tuple[str, str]]:
    """The courses that the words may mean, by key and title: one where it is sure."""
    known = [(key, title) for key, (title, _) in (await catalogue(ctx)).items()]
    exact = [one for one in known if one[1].casefold() == text.strip().casefold()]
    return exact or [one for one in known if _bears(ctx, text, one[1])]


def about(ctx: Context, text: str, found: Iterable[Shared]) -> list[Shared]:
    """Those of the topics that the words mean."""
    return [one for one in found if _bears(ctx, text, one.text)]


def _bears(ctx: Context, said: str, title: str) -> bool:
    """Whether all words that carry the meaning stand in the title, in some form."""
    wanted, have = set(terms(keywords(ctx, said), ctx.language)), set(terms(title, ctx.language))
    forms = have.union(*map(stumps, have))
    return all(one in forms or not have.isdisjoint(stumps(one)) for one in wanted)
