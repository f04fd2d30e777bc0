"""What the fake server can do wrong, and the kind of error that each has to become."""

import traceback
from collections.abc import Collection, Mapping

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


def is_told_well(
    error: IntegrationError,
    fault: str,
    system: str,
    *,
    seconds: float,
    deadline: float,
    logged: str,
    secrets: Collection[str],
    kinds: Mapping[str, type[IntegrationError]] = FAULTS,
    why: Mapping[str, str] = WHY,
) -> None:
    """What every provider owes: the kind, its name, in time, the wait a vendor asks for, and not
    one of the secrets in any place where somebody could read it."""
    assert type(error) is kinds[fault]
    assert error.system == system
    assert seconds < deadline + 0.5
    assert fault not in SLOW or seconds > deadline * 0.75
    if fault == "429-date":
        assert error.retry_after is not None
        assert error.retry_after > 10_000_000
    elif fault.startswith("429"):
        assert error.retry_after == (7 if fault == "429-after" else None)
    assert why.get(fault, "") in str(error)
    told = "".join(traceback.format_exception(error)) + repr(error) + logged
    assert not [secret for secret in secrets if secret in told]
