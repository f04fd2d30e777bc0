"""What a skill is made of: its doors, its context, the gate before it, and how it is found."""

from core.skill.catalogue import Catalogue, discover
from core.skill.context import Context
from core.skill.declare import IntentSpec, SlotType, Subscription, every, feed, intent, on
from core.skill.gate import invoke

__all__ = [
    "Catalogue",
    "Context",
    "IntentSpec",
    "SlotType",
    "Subscription",
    "discover",
    "every",
    "feed",
    "intent",
    "invoke",
    "on",
]
