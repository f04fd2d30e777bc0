"""Pictures for a model that looks at them itself."""

from collections.abc import Sequence

from core.errors import IntegrationError, UserError
from core.ports.llm import Image
from core.skill import Context

MOST = 4
LARGEST = 4_000_000
"""Bytes: what every vendor takes, encoded as text, in one request of some pictures."""
KINDS = ((b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"))


async def fetched(ctx: Context, refs: Sequence[str]) -> tuple[Image, ...]:
    """Those that are still there and that a model takes: the words in the others are read."""
    found: list[Image] = []
    left = LARGEST
    for ref in refs[:MOST]:
        try:
            data = await ctx.fetch(ref)
        except (UserError, IntegrationError):
            continue
        kind = _media_type(data)
        if kind is not None and len(data) <= left:
            found.append(Image(data, kind))
            left -= len(data)
    return tuple(found)


def _media_type(data: bytes) -> str | None:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for sign, kind in KINDS if data.startswith(sign)), None)
