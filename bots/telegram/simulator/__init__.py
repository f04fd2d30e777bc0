"""The other side of the Bot API on loopback: it refuses what Telegram refuses, for tests and trial.

`python -m bots.telegram.simulator --ledger sent.jsonl` prints its address; a person is played with
`POST /simulator/text {"chat": 7, "text": "hello"}`, likewise `press`, `voice`, `fault`.
"""

from bots.telegram.simulator.server import TOKEN, Fault, Limits, Simulator

__all__ = ["TOKEN", "Fault", "Limits", "Simulator"]
