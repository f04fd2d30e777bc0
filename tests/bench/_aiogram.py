"""The rival of turns and ingress: aiogram with one handler behind an async filter."""

from typing import Any

TOKEN = "42:made-up"
SECRET = "made-up-secret"


def dispatcher() -> Any:
    """The filter is async because aiogram hands any other to a thread; the handler does nothing."""
    from aiogram import Dispatcher
    from aiogram.types import Message

    made = Dispatcher()

    async def has_text(message: Message) -> bool:
        return message.text is not None

    async def handler(message: Message) -> None:
        pass

    made.message.register(handler, has_text)
    return made


def bot() -> Any:
    """A bot that never calls anybody."""
    from aiogram import Bot

    return Bot(TOKEN)
