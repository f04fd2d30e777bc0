"""The simulator as a program."""

import argparse
import asyncio
from pathlib import Path

from bots.telegram import simulator
from bots.telegram.simulator import TOKEN, Limits, Simulator


async def _serve(arguments: argparse.Namespace) -> None:
    tokens = {token: f"bot{index}_bot" for index, token in enumerate(arguments.token or [TOKEN])}
    limits = Limits(None, None, None) if arguments.no_limits else Limits()
    bot_api = Simulator(tokens, arguments.ledger, limits, any_chat=True)
    print(await bot_api.start(arguments.port), flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        await bot_api.stop()


def main() -> None:
    """The program."""
    parser = argparse.ArgumentParser(
        prog="python -m bots.telegram.simulator", description=simulator.__doc__
    )
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--ledger", type=Path, help="a line of JSON for each message sent")
    parser.add_argument("--token", action="append", help="of a bot; may be given again")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429 by itself")
    try:
        asyncio.run(_serve(parser.parse_args()))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
