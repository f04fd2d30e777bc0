"""`viva doctor`: every channel and provider, and what it would need."""

import json
from dataclasses import asdict

from bots.commands.front import Front
from core.bootstrap import probes

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
    return 1 if any(one.state == "broken" for one in found) else 0
