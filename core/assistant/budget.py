"""A person's budget of the day, around what an assistant asks of a model."""

from core.ports.llm import LanguageModel
from core.skill import Context


def check(ctx: Context, model: LanguageModel) -> None:
    """Raises UserError(budget-spent) where a model that costs something may not be asked now."""
    if ctx.ledger is None or model.abilities.small_offline or ctx.ledger.is_free(model.name):
        return
    ctx.ledger.check(ctx.person.id, ctx.zone)


def warning(ctx: Context) -> str:
    """A sentence where this very turn has used up most of the day's budget; else nothing."""
    left = ctx.ledger.warning(ctx.person.id, ctx.zone, ctx.work.owner) if ctx.ledger else None
    return ctx.text("budget-warning", **left.words) if left else ""
