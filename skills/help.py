"""What one can say here, in the person's own words."""

from core.model import Choice, Reply
from core.skill import Context, IntentSpec, intent
from core.store.terms import terms

FIRST_STEPS = ("reminders.create", "notes.save", "help.show")


@intent("help.show")
async def show(ctx: Context, topic: str | None = None) -> Reply:
    """Every intent by label and example, or those of one skill in more words."""
    by_skill: dict[str, list[IntentSpec]] = {}
    for spec in ctx.catalogue.intents:
        if _about(ctx, spec, "example"):
            by_skill.setdefault(spec.skill, []).append(spec)
    skills = sorted(by_skill, key=lambda skill: -len(by_skill[skill]))
    wanted = _skill(ctx, topic, by_skill) if topic else None
    if wanted:
        lines = [_explained(ctx, spec) for spec in by_skill[wanted]]
        return ctx.reply("help-topic", skill=_title(ctx, wanted), lines="\n".join(lines))
    parts = [
        "\n".join([_title(ctx, skill), *(_line(ctx, spec) for spec in by_skill[skill])])
        for skill in skills
    ]
    topics = [
        Choice(_title(ctx, skill), "help.show", {"topic": skill})
        for skill in skills
        if len(by_skill[skill]) > 1
    ]
    return ctx.reply("help-all", choices=topics, lines="\n\n".join(parts))


@intent("help.start")
async def start(ctx: Context) -> Reply:
    """Greets somebody new, and offers three things to begin with."""
    offered = [choice for name in FIRST_STEPS if (choice := _choice(ctx, name))]
    return ctx.reply("help-welcome", choices=offered)


def _choice(ctx: Context, name: str) -> Choice | None:
    spec = next((one for one in ctx.catalogue.intents if one.name == name), None)
    label = spec and _about(ctx, spec, "label")
    return Choice(label, name) if label else None


def _skill(ctx: Context, topic: str, skills: dict[str, list[IntentSpec]]) -> str | None:
    """The skill whose name or title shares a word with the topic."""
    said = set(terms(topic, ctx.language))
    for skill in skills:
        if topic == skill or said & set(terms(_title(ctx, skill), ctx.language)):
            return skill
    return None


def _title(ctx: Context, skill: str) -> str:
    return ctx.text(f"{skill}-title")


def _line(ctx: Context, spec: IntentSpec) -> str:
    label, example = _about(ctx, spec, "label"), _about(ctx, spec, "example")
    return ctx.text("help-line", label=label, example=example)


def _explained(ctx: Context, spec: IntentSpec) -> str:
    return f"{_line(ctx, spec)}\n{_about(ctx, spec, 'help') or ''}".rstrip()


def _about(ctx: Context, spec: IntentSpec, attribute: str) -> str | None:
    return ctx.texts.attribute(ctx.language, spec.name.replace(".", "-"), attribute)
