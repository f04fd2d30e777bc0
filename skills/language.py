"""The language we speak with a person."""

from core.model import Choice, Reply
from core.skill import Context, intent
from core.texts import LANGUAGES


@intent("language.switch", effect="write")
async def switch(ctx: Context, language: str | None = None) -> Reply:
    """Answers in that language from now on; says which there are where it is none of ours."""
    if language is None:
        return ctx.ask("language", choices=_choices())
    known = _known(language)
    if known is None:
        return ctx.reply("language-switch-unknown", choices=_choices())
    ctx.know(language=known)
    return ctx.reply("language-switch-done")


def _known(said: str) -> str | None:
    """A code, or a language's name in any of our languages."""
    words = said.casefold().strip(" .!?")
    if words in LANGUAGES:
        return words
    from babel import Locale  # 30 ms: only who names a language

    named = {
        str(Locale(spoken).languages[code]).casefold(): code
        for spoken in LANGUAGES
        for code in LANGUAGES
    }
    return next((code for name, code in named.items() if name in words), None)


def _choices() -> list[Choice]:
    """Each in its own words, for somebody who cannot read ours."""
    from babel import Locale

    return [
        Choice(
            str(Locale(code).get_display_name()).capitalize(), "language.switch", {"language": code}
        )
        for code in LANGUAGES
    ]
