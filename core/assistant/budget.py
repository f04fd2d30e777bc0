"""A person's budget of the day, around what an assistant asks of a model."""

from collections.abc import Iterable

from core.ports.llm import LanguageModel
from core.skill import Context


def check(ctx: Context, model: LanguageModel) -> None:
    """Raises UserError(budget-spent) where a model that costs something may not be asked now."""
    if ctx.ledger is None or model.abilities.small_offline or ctx.ledger.is_free(model.name):
        return
    ctx.ledger.check(ctx.person.id, ctx.zone)


def warning(ctx: Context, asked: Iterable[str]) -> str:
    """A sentence where this very turn has used up most of the day's budget, or where the providers
    that were asked cost nothing because it is used up."""
    if ctx.ledger is None:
        return ""
    spent = ctx.ledger.is_spent(ctx.person.id, ctx.zone)
    if spent and all(map(ctx.ledger.is_free, asked)):
        left = ctx.ledger.left(ctx.person.id, ctx.zone)
        return ctx.text("budget-used-up", **left.words)
    crossed = ctx.ledger.warning(ctx.person.id, ctx.zone, ctx.work.owner)
    return ctx.text("budget-warning", **crossed.words) if crossed else ""
