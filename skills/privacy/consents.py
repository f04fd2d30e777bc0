"""What a person has agreed to: that recordings go out, that sentences are kept; and their age."""

from core.model import Choice, Duration, Number, Reply
from core.skill import Context, intent
from core.skill.keywords import agreed
from core.skill.profile import keep, profile
from core.study import Miss

OF_AGE = 16
"""From which on somebody agrees for themselves."""
OLDEST = 120
MOST_KEPT = 1_000
YEAR = 365 * 24 * 3600
"""Seconds: "12 years" is a length of time to our grammar."""


@intent("privacy.voice", effect="write", suggest=False)
async def voice(ctx: Context, answer: str | None = None, held: str | None = None) -> Reply:
    """Whether recordings may go to a vendor.

    `held`: a recording that waits for the answer; after a yes the pipeline hears it itself.
    """
    if ctx.outside.stays(ctx.person.id):
        return ctx.reply("privacy-voice-minor")
    allowed = agreed(ctx, answer) if answer else None
    if allowed is None:
        text_id = "privacy-voice-held" if held else "privacy-voice-answer"
        return ctx.ask("answer", text_id, choices=_choices(ctx), patient=True, names=_names(ctx))
    await keep(ctx, voice_outside=allowed)
    return ctx.reply("privacy-voice-yes" if allowed else "privacy-voice-no", names=_names(ctx))


@intent("privacy.misses", effect="write", suggest=False)
async def misses(ctx: Context, answer: str | None = None) -> Reply:
    """Whether sentences that nobody understood may be kept."""
    allowed = agreed(ctx, answer) if answer else None
    if allowed is None:
        return ctx.ask("answer", choices=_choices(ctx))
    await keep(ctx, misses_kept=allowed)
    if not allowed:
        kept = ctx.records(Miss)
        for one in await kept.list(limit=MOST_KEPT):
            await kept.remove(one.id)
    return ctx.reply("privacy-misses-yes" if allowed else "privacy-misses-no")


@intent("privacy.minor", effect="write", suggest=False)
async def minor(
    ctx: Context, age: Number | Duration | None = None, young: str | None = None
) -> Reply:
    """Takes what somebody says of their age: below sixteen nothing of theirs leaves the house.

    `young`: that they are so, whatever the number says ("I am under 16").
    """
    said = agreed(ctx, young) if young else None
    years = age.seconds // YEAR if isinstance(age, Duration) else int(age.value) if age else 0
    if said is None and age is None:
        return ctx.reply("not-understood")
    if said is None and not 0 < years <= OLDEST:
        return ctx.reply("privacy-minor-odd")
    is_minor = years < OF_AGE if said is None else said
    before = (await profile(ctx)).minor
    await keep(ctx, minor=is_minor)
    if is_minor:
        return ctx.reply("privacy-minor-on")
    if ctx.outside.stays("") or not before:  # the whole house is so, or nothing changes
        return ctx.reply("privacy-minor-same")
    return ctx.reply("privacy-minor-off")


def _choices(ctx: Context) -> list[Choice]:
    return [
        Choice(ctx.text(f"privacy-{word}"), ctx.intent, {"answer": word}) for word in ("yes", "no")
    ]


def _names(ctx: Context) -> str:
    """Whom a recording would go to."""
    vendors = (one for one in ctx.outside.vendors() if one.capability == "stt" and not one.local)
    return ", ".join(one.name for one in vendors) or "–"
