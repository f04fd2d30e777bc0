"""`viva doctor`: every channel and provider, and what it would need."""

import json
import re
from dataclasses import asdict

from bots.commands.front import Front
from core.bootstrap import probes

PACKAGE = re.compile(r"[a-z][a-z0-9-]*")
"""Of what a probe needs; a setting is written in capitals, a command has spaces."""
REMEDY = """
Packages: `make chat` installs those of stt, ocr, llm, docs and speech, `make setup` all that are
pinned here; any other comes by pip."""
SIGN = {"on": "✓", "off": "·", "broken": "✗"}


async def doctor(front: Front, as_json: bool) -> int:
    """Prints the list; exit code 1 where something is broken."""
    found = probes(front.environ, front.channels)
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            print(f"{SIGN[one.state]} {one.capability:10} {one.name:15} {one.state:7} {one.detail}")
            for need in one.needs:
                print(f"{'':29}needs {need}")
        if any(PACKAGE.fullmatch(need) for one in found for need in one.needs):
            print(REMEDY)
    return 1 if any(one.state == "broken" for one in found) else 0
