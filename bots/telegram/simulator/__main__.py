"""The simulator as a program."""

import argparse
import asyncio
import sys
from pathlib import Path

from bots.telegram import simulator
from bots.telegram.simulator import TOKEN, Limits, Simulator

HOW = """
In another terminal:
  export TELEGRAM_BASE_URL={url} TELEGRAM_BOT_TOKEN_MENTOR={token}
  export TELEGRAM_WEBHOOK_SECRET=secret VIVA_PUBLIC_URL=http://127.0.0.1:8000
  make serve
Then somebody writes to the bot:
  curl {url}/simulator/text -d '{{"chat": 7, "text": "remind me in one minute to rest"}}'
What it answers is a line of the ledger (--ledger FILE).
"""


async def _serve(arguments: argparse.Namespace) -> None:
    tokens = {token: f"bot{index}_bot" for index, token in enumerate(arguments.token or [TOKEN])}
    limits = Limits(None, None, None) if arguments.no_limits else Limits()
    bot_api = Simulator(tokens, arguments.ledger, limits, any_chat=True)
    url = await bot_api.start(arguments.port)
    print(url, flush=True)
    print(HOW.format(url=url, token=next(iter(tokens))), file=sys.stderr, flush=True)
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
