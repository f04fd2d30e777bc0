"""What Telegram needs to be set, and every fault in it at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bots.telegram.client import Kind
from core.errors import ConfigError
from core.settings import Secret, load, setting

OFFICIAL = "https://api.telegram.org"
_TOKEN = re.compile(r"[0-9]{1,19}:[A-Za-z0-9_-]{1,128}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_FROM_BOTFATHER = "the token that @BotFather gave"


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """The channel is on when one of the three tokens is there."""

    mentor: Secret | None = setting("TELEGRAM_BOT_TOKEN_MENTOR", None, _FROM_BOTFATHER)
    analyst: Secret | None = setting("TELEGRAM_IAE_BOT_TOKEN", None, _FROM_BOTFATHER)
    traffic: Secret | None = setting("TELEGRAM_TRAFFIC_BOT_TOKEN", None, _FROM_BOTFATHER)
    webhook_secret: Secret | None = setting(
        "TELEGRAM_WEBHOOK_SECRET", None, "1-256 of A-Z, a-z, 0-9, _ and -, known to nobody else"
    )
    client: Kind = setting(
        "TELEGRAM_CLIENT", "aiogram", "aiogram or httpx (leaner, quicker to start)"
    )
    base_url: str = setting("TELEGRAM_BASE_URL", OFFICIAL, "the address of a Bot API server")
    per_second: int = setting("TELEGRAM_MESSAGES_PER_SECOND", 30, "a bot's limit over all chats")
    per_chat_second: int = setting("TELEGRAM_MESSAGES_PER_CHAT_SECOND", 1, "the limit of one chat")
    per_group_minute: int = setting("TELEGRAM_MESSAGES_PER_GROUP_MINUTE", 20, "and of a group")
    """The defaults are Telegram's own; a Bot API server of one's own may allow more."""
    public_url: str | None = setting("VIVA_PUBLIC_URL", None, "https://, as seen from outside")

    @property
    def tokens(self) -> dict[str, Secret]:
        """Token by account, of the accounts that are on."""
        pairs = {"mentor": self.mentor, "analyst": self.analyst, "traffic": self.traffic}
        return {account: token for account, token in pairs.items() if token is not None}


def read(environ: Mapping[str, str]) -> TelegramSettings | None:
    """The settings; None where no token is set; raises ConfigError with every fault."""
    settings = load(TelegramSettings, environ)
    if not settings.tokens:
        return None
    if faults := _faults(settings):
        raise ConfigError(faults)
    return settings


def _faults(settings: TelegramSettings) -> list[str]:
    faults = []
    tokens = [token.reveal() for token in settings.tokens.values()]
    faults += [
        f"the Telegram token of {account} is not {_FROM_BOTFATHER}: digits, a colon, a key"
        for account, token in settings.tokens.items()
        if not _TOKEN.fullmatch(token.reveal())
    ]
    if len(set(tokens)) < len(tokens):
        faults.append("two Telegram bots have the same token: each needs its own")
    if settings.webhook_secret is None:
        faults.append(
            "TELEGRAM_WEBHOOK_SECRET is not set: without it anybody could speak as Telegram. "
            "Give 1-256 of A-Z, a-z, 0-9, _ and -"
        )
    elif not _SECRET.fullmatch(settings.webhook_secret.reveal()):
        faults.append("TELEGRAM_WEBHOOK_SECRET may hold 1-256 of A-Z, a-z, 0-9, _ and - only")
    if not settings.base_url.startswith(("https://", "http://")):
        faults.append("TELEGRAM_BASE_URL must begin with https:// or http://")
    if min(settings.per_second, settings.per_chat_second, settings.per_group_minute) < 1:
        faults.append("TELEGRAM_MESSAGES_PER_... must be 1 or more")
    return faults
