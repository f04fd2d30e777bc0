"""What a model's vendor answers instead of an answer, as one of our errors.

Of the vendor's own words only its codes are kept: messages quote keys and what people said.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from core.errors import IntegrationError, RateLimited, Rejected, Unauthorised, Unavailable
from core.ports.llm import ContextTooLong, QuotaSpent, WrongModel

CODE = re.compile(r"[A-Za-z0-9_.-]{1,64}")
QUOTA = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
GONE = {"model_not_found", "model_decommissioned", "model_not_available", "model_terms_required"}
LONG = {"context_length_exceeded", "exceed_context_size_error", "string_above_max_length"}
CONTENT = {"content_filter", "content_policy_violation", "invalid_prompt"}
SLIPS = {"tool_use_failed", "json_validate_failed"}
"""What the model made was not what was asked for; the next try may be better."""
CREDENTIAL = {"invalid_api_key", "authentication_error", "permission_error", "permission_denied"}
TOO_LONG = re.compile(
    r"context (length|size|window)|maximum context|reduce the length", re.IGNORECASE
)
UNABLE = re.compile(
    r"not support\w* (tools|image|vision|thinking)|image input is not supported"
    r"|model \S+ not found|does not exist|deprecated|decommissioned|not a multimodal model",
    re.IGNORECASE,
)


class ContentRefused(Rejected):
    """The vendor will not have this spoken of: the provider's stream makes a `Final` of it."""


def refusal(
    system: str, status: int, body: Any, headers: Mapping[str, str] | None = None
) -> IntegrationError:
    """The error for a response of `status`; 200 for one that only its body or event calls one.

    `body` is the parsed JSON, with or without the wrapping "error", or whatever came instead.
    """
    error = _error(body)
    codes, said = _codes(error), str(error.get("message") or "")
    why = " ".join([str(status), *sorted(codes)])
    wait = _retry_after(headers or {})
    if codes & CONTENT:
        return ContentRefused(system, why)
    if codes & QUOTA or status == 402:
        return QuotaSpent(system, why)
    if codes & LONG or status == 413 or TOO_LONG.search(said):
        return ContextTooLong(system, why)
    if status in {401, 403} or codes & CREDENTIAL:
        return Unauthorised(system, why)
    if status == 429 or (status == 200 and any("rate_limit" in code for code in codes)):
        return RateLimited(system, why, wait)
    if codes & GONE or status == 404 or UNABLE.search(said):
        return WrongModel(system, why)
    if status in {200, 408, 409, 425} or status >= 500 or codes & SLIPS:
        return Unavailable(system, why, wait)
    return Rejected(system, why)


def _error(body: Any) -> Mapping[str, Any]:
    found = body.get("error", body) if isinstance(body, Mapping) else body
    if isinstance(found, Mapping):
        return found
    return {"message": found} if isinstance(found, str) else {}


def _codes(error: Mapping[str, Any]) -> set[str]:
    told = (error.get("code"), error.get("type"))
    return {one for one in told if isinstance(one, str) and CODE.fullmatch(one)} - {"error"}


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds, from milliseconds, seconds or a date; None where nothing sensible is said."""
    precise, plain = headers.get("retry-after-ms"), headers.get("retry-after")
    for told, unit in ((precise, 0.001), (plain, 1.0)):
        try:
            seconds = float(told or "") * unit
        except ValueError:
            continue
        if 0 <= seconds < 86_400:
            return seconds
    try:
        until = parsedate_to_datetime(plain or "")
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max((until - datetime.now(UTC)).total_seconds(), 0.0)
