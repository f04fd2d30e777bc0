"""A language model's vendor in a process of its own: says its port, and serves until it is told."""

import asyncio
import sys

from tests.fakes.llm_server import llm_server


async def main() -> None:
    async with llm_server() as server:
        print(server.port, flush=True)
        await asyncio.to_thread(sys.stdin.readline)


if __name__ == "__main__":
    asyncio.run(main())
