"""One of several processes that call the same far end, as fast as their common budget lets them."""

import asyncio
import json
import logging
import sys
from typing import Any

from core.integrations._redis import Redis
from core.ports.caller import Priority, acting
from core.ports.meter import Charge
from core.resilience import Attempt, Gateway, Quota, Way
from core.settings import Secret


async def main(plan: dict[str, Any]) -> None:
    scripts = Redis(Secret(plan["url"]), plan["slow"])
    gateway = Gateway(scripts=scripts)
    quota = Quota(plan["requests"], plan.get("tokens"), plan["seconds"])
    way = gateway.way("llm", "far", quota=quota)
    with acting(priority=Priority.LOW):
        async with asyncio.TaskGroup() as group:
            for _ in range(plan["callers"]):
                group.create_task(keep_calling(way, plan))


async def keep_calling(way: Way, plan: dict[str, Any]) -> None:
    """Each call says which process it is of, and is answered with the tokens that it took."""
    reader, writer = await asyncio.open_connection("127.0.0.1", plan["far"])

    async def work(attempt: Attempt) -> Charge:
        writer.write(f"{plan['name']}\n".encode())
        told = await reader.readline()
        attempt.arrived()
        return Charge("llm", "far", "m", output_tokens=int(told))

    while True:
        await way.call(work, lambda charge: charge, tokens=plan["estimate"])


if __name__ == "__main__":
    logging.basicConfig(format="%(message)s")
    asyncio.run(main(json.loads(sys.argv[1])))
