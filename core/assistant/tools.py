"""The house's intents as tools of a model: what it may call, and its arguments as slots."""

from collections.abc import Collection, Mapping
from typing import Any

from core.model import Impossible, Moment, Number, Recurrence
from core.ports.llm import Tool
from core.skill import Context, IntentSpec, SlotType
from core.skill.gate import may

LONGEST_TEXT = 4_000
"""Characters of one argument."""


class Unfit(Exception):
    """Arguments that cannot be used; its words are for the model."""


def tools(ctx: Context, grants: Collection[str]) -> dict[str, IntentSpec]:
    """What a model may call, by the tool's name: all that only reads, and what is granted.

    Never what destroys, nor another assistant, nor what nobody is helped to say, nor what the
    person may not do.
    """
    assistants = {one.skill for one in ctx.catalogue.intents if one.verb == "ask"}
    return {
        one.name.replace(".", "__"): one
        for one in ctx.catalogue.intents
        if one.suggest
        and (one.skill not in assistants or (one.name in grants and one.verb != "ask"))
        and may(ctx.person.role, one.role)
        and (one.effect == "read" or one.name in grants)
        and _about(ctx, one, "help")
    }


def described(ctx: Context, name: str, spec: IntentSpec) -> Tool:
    """A tool as the model is told of it, in the words that help people."""
    shown = [slot for slot in spec.slots if _is_shown(ctx, spec, slot)]
    help_line, example = _about(ctx, spec, "help"), _about(ctx, spec, "example")
    return Tool(
        name,
        f"{_about(ctx, spec, 'label')}. {help_line} (“{example}”)",
        {
            "type": "object",
            "properties": {slot.name: _schema(ctx, spec, slot) for slot in shown},
            "required": [slot.name for slot in shown if slot.required],
            "additionalProperties": False,
        },
    )


def slots(ctx: Context, spec: IntentSpec, arguments: Mapping[str, Any]) -> dict[str, object]:
    """The arguments as slots: a time is read by our own grammar, in the language of the turn.

    Raises `Unfit` for one that is missing, too long or no such time.
    """
    found: dict[str, object] = {}
    for slot in spec.slots:
        given = arguments.get(slot.name) if _is_shown(ctx, spec, slot) else None
        if given is None or given == "":
            if slot.required:
                raise Unfit(f"{slot.name} is missing: ask the person for it.")
            continue
        if not isinstance(given, str | int | float) or isinstance(given, bool):
            raise Unfit(f"{slot.name} must be a text.")
        text = str(given).strip()
        if len(text) > LONGEST_TEXT:
            raise Unfit(f"{slot.name} is longer than {LONGEST_TEXT} characters.")
        found[slot.name] = text if slot.is_text else _span(ctx, slot, text)
    return found


def summary(ctx: Context, spec: IntentSpec, given: Mapping[str, object], said: Any) -> str:
    """What would be done, in plain words: the intent's label, and everything that it is given."""
    parts = [_in_words(ctx, value, str(said.get(name, ""))) for name, value in given.items()]
    label = _about(ctx, spec, "label") or spec.name
    return f"{label}: {' · '.join(parts)}" if parts else label


def _in_words(ctx: Context, value: object, said: str) -> str:
    match value:
        case str():
            return ctx.text("assistant-quote", text=value)
        case Moment(at=at, clocked=clocked):
            return ctx.when(at) if clocked else ctx.texts.day(ctx.language, at.date(), at.date())
        case Number(value=number):
            return str(number)
        case _:
            return ctx.text("assistant-quote", text=said)


def _span(ctx: Context, slot: SlotType, text: str) -> object:
    fit = [one for one in ctx.spans(text) if isinstance(one.value, slot.kinds)]
    best = next((one.value for one in fit if not isinstance(one.value, Impossible)), None)
    if best is None:
        raise Unfit(f"{slot.name}: “{text[:80]}” is not understood; say it as people do.")
    # A recurrence is shown in the words that were said: more words may not hide in them.
    if isinstance(best, Recurrence) and len(text) > max(one.end - one.start for one in fit) + 10:
        raise Unfit(f"{slot.name}: say only how often, and nothing else.")
    return best


def _is_shown(ctx: Context, spec: IntentSpec, slot: SlotType) -> bool:
    """What may be asked of a person; the rest is for buttons of ours."""
    return slot.required or not slot.is_text or _question(ctx, spec, slot) is not None


def _schema(ctx: Context, spec: IntentSpec, slot: SlotType) -> dict[str, Any]:
    question = _question(ctx, spec, slot)
    hint = "" if slot.is_text else ctx.text("assistant-in-words")
    about = " ".join(one for one in (question, hint) if one)
    return {"type": "string", "description": about} if about else {"type": "string"}


def _question(ctx: Context, spec: IntentSpec, slot: SlotType) -> str | None:
    """What a person would be asked for it; empty where it needs values, None: it never is."""
    try:
        return ctx.text(f"{spec.name.replace('.', '-')}-{slot.name}")
    except KeyError:
        return None
    except ValueError:
        return ""


def _about(ctx: Context, spec: IntentSpec, attribute: str) -> str | None:
    return ctx.texts.attribute(ctx.language, spec.name.replace(".", "-"), attribute)
