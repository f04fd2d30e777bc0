"""What we sign with: one secret of the house, and of it a key of its own for each purpose."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from core.errors import ConfigError

FEWEST_CHARACTERS = 16
"""Of a secret: fewer can be tried out."""


class Keys:
    """Signs with the newest secret; what was signed with any of them is ours."""

    def __init__(self, given: Sequence[str], path: Path) -> None:
        """`given` are those of the settings, the newest first; without any the one in `path` is
        taken, which is made when it is first needed. Raises ConfigError."""
        if any(len(one) < FEWEST_CHARACTERS for one in given):
            wanted = f"give at least {FEWEST_CHARACTERS} characters, newest first, with commas"
            raise ConfigError([f"VIVA_SECRET_KEY: too short, {wanted} between"])
        self._secrets = [one.encode() for one in given]
        self._path = path

    def sign(self, purpose: str, data: bytes) -> bytes:
        """32 bytes that nobody else can make."""
        return _signed(self._known()[0], purpose, data)

    def is_ours(self, purpose: str, data: bytes, signature: bytes) -> bool:
        """Whether it was made for that; takes as long whatever is wrong with it."""
        made = [_signed(one, purpose, data) for one in self._known()]
        return sum([hmac.compare_digest(one, signature) for one in made]) > 0

    def _known(self) -> Sequence[bytes]:
        if not self._secrets:
            self._secrets = [_kept(self._path)]
        return self._secrets


def _kept(path: Path) -> bytes:
    """The secret in the file; made, for its owner only, where there is none."""
    try:
        if not path.exists():
            fresh = path.with_suffix(f".{os.getpid()}")
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_urlsafe(32).encode())
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)  # all of it, or nothing
        found = path.read_bytes().strip()
    except OSError as error:
        raise ConfigError([f"VIVA_SECRET_KEY: {path} cannot be used ({error.strerror})"]) from error
    if len(found) < FEWEST_CHARACTERS:
        raise ConfigError([f"VIVA_SECRET_KEY: {path} holds too short a secret, remove it"])
    return found


def _signed(secret: bytes, purpose: str, data: bytes) -> bytes:
    own = hmac.digest(secret, purpose.encode(), hashlib.sha256)
    return hmac.digest(own, data, hashlib.sha256)
