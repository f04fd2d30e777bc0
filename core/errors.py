"""The errors of this house: each has a code, and only UserError carries words for the person."""


class VivaError(Exception):
    """Base of all our errors; `code` is what a person and a log line may both be shown."""

    code = "internal"


class ConfigError(VivaError):
    """Settings that stop start-up; `faults` lists every one of them at once, as plain sentences."""

    code = "config"

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


class UserError(VivaError):
    """Something the person can put right; `text_id` and `args` name a message in the locales."""

    def __init__(self, text_id: str, /, **values: object) -> None:
        super().__init__(text_id)
        self.code = text_id
        self.text_id = text_id
        self.values = values


class StageError(VivaError):
    """A stage of the pipeline that could not do its work."""

    def __init__(self, stage: str, why: str) -> None:
        super().__init__(f"{stage}: {why}")
        self.code = f"{stage}-failed"
        self.stage = stage


class Conflict(VivaError):
    """What was read has changed before it was written back: the turn is run again."""

    code = "conflict"


class LostLease(VivaError):
    """Somebody else has taken this work over: whatever was made of it here is dropped."""

    code = "lost-lease"


class IntegrationError(VivaError):
    """A vendor or engine failed; `retry_after` is in seconds."""

    code = "integration"
    retryable = False

    def __init__(self, system: str, why: str, retry_after: float | None = None) -> None:
        super().__init__(f"{system}: {why}")
        self.system = system
        self.retry_after = retry_after


class RateLimited(IntegrationError):
    """Too many calls; try again after `retry_after`."""

    code = "rate-limited"
    retryable = True


class Unavailable(IntegrationError):
    """Down, unreachable or not installed at the moment."""

    code = "unavailable"
    retryable = True


class Unauthorised(IntegrationError):
    """The credential is missing, wrong or revoked."""

    code = "unauthorised"


class Rejected(IntegrationError):
    """The vendor understood the call and refuses it: the same call will be refused again."""

    code = "rejected"


class UnknownOutcome(VivaError):
    """An outside call was begun before we died, and nothing tells whether it went through."""

    code = "unknown-outcome"


def whereabouts(error: BaseException) -> str:
    """The error's type and the line of ours it came from: its words may be a person's, and a log
    line must not hold those."""
    step, line = error.__traceback__, "?"
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if any(f"/{room}/" in name for room in ("bots", "skills", "core")):
            line = f"{name.rpartition('/')[2]}:{step.tb_lineno}"
        step = step.tb_next
    return f"{type(error).__name__} at {line}"
