"""`viva speak`: says a text aloud, into a file that any player opens."""

import asyncio
import sys
from pathlib import Path

from bots.commands.front import Front
from bots.commands.progress import Progress
from core.bootstrap import open_providers
from core.errors import ConfigError, UserError
from core.spoken import spoken
from core.texts import nearest

SUFFIXES = (".ogg", ".oga", ".opus", "")


async def speak(front: Front, text: str, language: str | None, out: Path) -> int:
    """Writes OGG with Opus; prints where, how long it is and who spoke; returns the exit code."""
    if language is not None and nearest(language) is None:
        raise UserError("option-language", language=language[:16])
    if out.suffix.lower() not in SUFFIXES:
        raise ConfigError([f"{out}: this writes OGG with Opus, so name it .ogg"])
    told = nearest(language) or nearest(front.environ.get("LANG")) or "en"
    providers = open_providers(front.environ)
    try:
        voice = providers("tts", told)
        if voice is None:
            raise UserError("speech-off")
        with Progress() as progress:
            speech = await voice.synthesise(
                spoken(text, told), language=told, progress=progress.show
            )
    finally:
        await providers.close()
    try:
        await asyncio.to_thread(out.write_bytes, speech.audio)
    except OSError as error:
        print(f"viva: {out}: {error.strerror}", file=sys.stderr)
        return 2
    print(f"{out}: {speech.seconds:.1f} s, {voice.name}")
    return 0
