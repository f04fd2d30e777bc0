"""The one gate to a skill, for words, buttons, commands and models alike."""

from collections.abc import AsyncGenerator, Awaitable, Mapping
from contextlib import aclosing
from dataclasses import replace
from typing import Any, get_args

from core.errors import UserError
from core.model import Number, Reply, Role
from core.skill.context import Catalogue, Context
from core.skill.declare import IntentSpec, SlotType
from core.skill.profile import keep

RANKS: tuple[Role, ...] = get_args(Role)


async def invoke(
    catalogue: Catalogue, name: str, slots: Mapping[str, object], context: Context
) -> Reply:
    """Checks the slots, asks for what is missing, and calls the skill.

    What is no slot of the intent is dropped: slots may come from outside. Raises UserError where
    there is no such intent (an old button).
    """
    spec = catalogue.intent(name)
    if spec is None:
        raise UserError("button-stale")
    if not may(context.person.role, spec.role):
        raise UserError("not-allowed", role=spec.role)
    if spec.effect == "outside" and context.outside.stays(context.person.id):
        raise UserError("minor-outside")
    given = _accepted(spec, slots)
    context.intent, context.slots = name, given
    context.work.question(None)  # answered, or left for something else
    for slot in spec.slots:
        if slot.required and given.get(slot.name) is None:
            return context.ask(slot.name)
    reply = await _answered(spec.handler(context, **given), context)
    if not isinstance(reply, Reply):
        raise TypeError(f"{name} returned {type(reply).__name__} instead of a Reply")
    if context.work.noted:  # what nobody asked for is said where they studied last
        await keep(context, target=context.target)
    if reply.listen or context.work.session.question is None:
        return reply
    return replace(reply, listen=True)


def may(role: Role, needed: Role) -> bool:
    """Whether somebody of that role may do what needs the other."""
    return RANKS.index(role) >= RANKS.index(needed)


async def _answered(answer: Awaitable[Any] | AsyncGenerator[Any, None], context: Context) -> object:
    """What a handler returns, or the last that it yields; what comes before is shown meanwhile."""
    if isinstance(answer, Awaitable):
        return await answer
    said = ""
    async with aclosing(answer) as pieces:
        async for piece in pieces:
            if not isinstance(piece, str):
                return piece
            said += piece
            context.draft(said)
    return None


def _accepted(spec: IntentSpec, slots: Mapping[str, object]) -> dict[str, object]:
    given: dict[str, object] = {}
    for slot in spec.slots:
        value = slots.get(slot.name)
        if value is not None:
            value = _fitted(slot, value)
        if value is not None:
            given[slot.name] = value
        elif not slot.required:
            given[slot.name] = slot.default
    return given


def _fitted(slot: SlotType, value: object) -> object | None:
    """The value as the parameter's type; a button's words may be a number."""
    if isinstance(value, slot.kinds):
        return value
    if isinstance(value, str) and Number in slot.kinds and value.isdecimal():
        return Number(int(value))
    return None
