"""What the fake server can do wrong, and the kind of error that each has to become."""

from core.errors import IntegrationError, RateLimited, Rejected, Unavailable
from core.ports.llm import ContextTooLong, QuotaSpent, WrongModel

FAULTS: dict[str, type[IntegrationError]] = {
    "429": RateLimited,
    "429-after": RateLimited,
    "429-date": RateLimited,
    "500": Unavailable,
    "502": Unavailable,
    "503": Unavailable,
    "reset": Unavailable,
    "cut": Unavailable,
    "mute": Unavailable,
    "stall": Unavailable,
    "drip": Unavailable,
    "truncated": Unavailable,
    "garbage": Unavailable,
    "middle": Unavailable,
    "endless": Unavailable,
    "html": Unavailable,
    "empty": Unavailable,
    "list": Unavailable,
    "bomb": Unavailable,
    "error-body": Unavailable,
    "decommissioned": WrongModel,
    "quota": QuotaSpent,
    "long": ContextTooLong,
    "bad": Rejected,
}
SLOW = {"mute", "stall", "drip"}
"""These end with the deadline and not before."""
WHY = {"endless": "without an end", "mute": "before the deadline"}
