"""What the tests of the Telegram channel share: settings with canaries in them, and deliveries."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bots.telegram.channel import TelegramChannel, create
from bots.telegram.simulator import Limits
from core.model import Message, Reply, Target
from core.ports.channel import Delivery

MENTOR, ANALYST = "1000001:canary-mentor-Zk3", "1000002:canary-analyst-Qw9"
SECRET = "webhook_secret-Canary7"
NO_LIMITS = Limits(None, None, None)
FAST = {
    "TELEGRAM_MESSAGES_PER_SECOND": "1000",
    "TELEGRAM_MESSAGES_PER_CHAT_SECOND": "1000",
    "TELEGRAM_MESSAGES_PER_GROUP_MINUTE": "1000",
}


def environ(**more: str) -> dict[str, str]:
    return {"TELEGRAM_BOT_TOKEN_MENTOR": MENTOR, "TELEGRAM_WEBHOOK_SECRET": SECRET} | more


def made(**more: str) -> TelegramChannel:
    channel = create(environ(**more), Path())
    assert channel is not None
    return channel


def delivery(chat: str = "7", text: str = "hello", number: int = 1, **reply: Any) -> Delivery:
    target = Target("telegram", "mentor", chat)
    return Delivery(number, target, Reply(text, **reply), "en")


async def accept(messages: Sequence[Message]) -> None:
    pass
