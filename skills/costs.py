"""What the models have cost a person, and what is left of their day's budget."""

from datetime import datetime, time, timedelta

from core.model import Reply, instant
from core.skill import Context, intent
from core.store.ledger import Left
from core.store.prices import NANO
from core.store.totals import Total

CENT = NANO // 100
PERIODS = {"today": 1, "week": 7, "month": 30}
"""Days, today among them."""


@intent("costs.show")
async def show(ctx: Context) -> Reply:
    """Tokens and money of today, the last 7 and the last 30 days, and the budget."""
    assert ctx.ledger is not None, "every house keeps books"
    spent = {name: ctx.ledger.total(ctx.person.id, _since(ctx, PERIODS[name])) for name in PERIODS}
    budget = _budget(ctx, ctx.ledger.left(ctx.person.id, ctx.zone))
    if not spent["month"].calls:
        return ctx.reply("costs-show-none", budget=budget)
    today, week, month = (ctx.text("costs-sum", **_values(spent[name])) for name in PERIODS)
    return ctx.reply("costs-show-done", today=today, week=week, month=month, budget=budget)


def _since(ctx: Context, days: int) -> float:
    first = ctx.local.date() - timedelta(days=days - 1)
    return instant(datetime.combine(first, time()), ctx.zone).timestamp()


def _values(one: Total) -> dict[str, object]:
    tokens = one.input_tokens + one.output_tokens
    if one.unpriced:
        kind = "partly" if one.nanos else "unknown"
    elif one.nanos:
        kind = "known" if one.nanos >= CENT else "small"
    else:
        kind = "free" if tokens else "nothing"
    return {"kind": kind, "tokens": tokens, "usd": one.nanos / NANO}


def _budget(ctx: Context, left: Left) -> str:
    if not left.is_limited:
        return ctx.text("costs-budget-none")
    return ctx.text("costs-budget", **left.words)
