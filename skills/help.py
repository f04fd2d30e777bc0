"""What one can say here, in the person's own words."""

from collections.abc import Sequence

from core.model import Choice, Reply
from core.skill import Context, IntentSpec, intent, invoke
from core.skill.profile import profile
from core.store.terms import terms

WELCOME = "welcome.start"
FIRST_STEPS = ("reminders.create", "notes.save", "help.show")
EXAMPLES = (
    ("quiz.start", "example"),
    ("decks.make", "example"),
    ("courses.list", "example"),
    ("schedule.week", "example"),
    ("notes.save", "example"),
    ("reminders.create", "again"),
    ("mentor.ask", "example"),
)
"""The most useful ones, as attributes of the intents' messages."""
TOPICS = ("quiz", "decks", "courses", "schedule", "progress", "notes", "reminders", "mentor")
"""What people need first; the others stand behind one more button."""
HIDDEN = ("help", "undo", "session", "welcome", "again", "both", "fix", "confirm")
"""Talk about the talk itself: it is found by asking about it, and needs no button."""
MORE = "more"


@intent("help.show")
async def show(ctx: Context, topic: str | None = None) -> Reply:
    """A handful of examples, and buttons for the first topics; with a topic all that it does."""
    by_skill: dict[str, list[IntentSpec]] = {}
    for spec in ctx.catalogue.intents:
        if _about(ctx, spec.name, "example"):
            by_skill.setdefault(spec.skill, []).append(spec)
    others = [one for one in by_skill if one not in (*TOPICS, *HIDDEN)]
    if topic == MORE:
        return ctx.reply("help-more", choices=_topics(ctx, others))
    wanted = _skill(ctx, topic, by_skill) if topic else None
    if wanted:
        lines = [_explained(ctx, spec) for spec in by_skill[wanted]]
        return ctx.reply("help-topic", skill=_title(ctx, wanted), lines="\n".join(lines))
    known = {spec.name for spec in ctx.catalogue.intents}
    said = [_about(ctx, name, attribute) for name, attribute in EXAMPLES if name in known]
    lines = [ctx.text("help-example", example=one) for one in said if one]
    topics = _topics(ctx, [one for one in TOPICS if one in by_skill])
    if others:
        topics.append(Choice(ctx.text("help-more-button"), "help.show", {"topic": MORE}))
    return ctx.reply("help-all", choices=topics, lines="\n".join(lines))


@intent("help.start", effect="write")
async def start(ctx: Context, about: str | None = None) -> Reply:
    """Greets somebody new, and offers three things to begin with; short where it is small talk."""
    if about == "who":
        return ctx.reply("help-who")
    if about == "mood":
        return ctx.reply("help-mood")
    if ctx.catalogue.intent(WELCOME) and (await profile(ctx)).welcomed != "done":
        return await invoke(ctx.catalogue, WELCOME, {}, ctx)  # we have not met properly yet
    offered = [ctx.button(name) for name in FIRST_STEPS if ctx.catalogue.intent(name)]
    return ctx.reply("help-welcome", choices=offered)


def _topics(ctx: Context, skills: Sequence[str]) -> list[Choice]:
    return [Choice(_title(ctx, skill), "help.show", {"topic": skill}) for skill in skills]


def _skill(ctx: Context, topic: str, skills: dict[str, list[IntentSpec]]) -> str | None:
    """The skill whose name or title shares a word with the topic."""
    said = set(terms(topic, ctx.language))
    for skill in skills:
        if topic == skill or said & set(terms(_title(ctx, skill), ctx.language)):
            return skill
    return None


def _title(ctx: Context, skill: str) -> str:
    """As the locales call it, else its own name."""
    try:
        return ctx.text(f"{skill}-title")
    except KeyError:
        return skill.replace("_", " ").capitalize()


def _explained(ctx: Context, spec: IntentSpec) -> str:
    label = _about(ctx, spec.name, "label") or spec.verb.replace("_", " ").capitalize()
    line = ctx.text("help-line", label=label, example=_about(ctx, spec.name, "example"))
    return f"{line}\n{_about(ctx, spec.name, 'help') or ''}".rstrip()


def _about(ctx: Context, name: str, attribute: str) -> str | None:
    return ctx.texts.attribute(ctx.language, name.replace(".", "-"), attribute)
