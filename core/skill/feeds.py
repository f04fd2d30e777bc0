"""The secret addresses of what a person's other programs fetch: made here, and read again."""

import base64
import binascii
from typing import NamedTuple

from core.store.keys import Keys

PURPOSE = "feed"
SIGNATURE = 32
"""Bytes of it, with which a token begins."""
LONGEST = 300
"""Characters of a token."""


class Opened(NamedTuple):
    """What a token says; whether its nonce is still the person's has yet to be seen."""

    feed: str
    person_id: str
    nonce: str


class Addresses:
    """Tokens carry what they are for, and a signature over it: a guessed one is refused before
    anything is looked up, so that nobody learns who there is."""

    def __init__(self, keys: Keys, public_url: str | None) -> None:
        self._keys = keys
        self._url = public_url.rstrip("/") if public_url else None

    def address(self, feed: str, person_id: str, nonce: str) -> str | None:
        """Where the person's programs find it; None where nobody has said how we are reached."""
        if self._url is None:
            return None
        return f"{self._url}/feed/{self.token(feed, person_id, nonce)}.ics"

    def token(self, feed: str, person_id: str, nonce: str) -> str:
        """Letters, digits, `-` and `_`."""
        said = f"{feed}/{person_id}/{nonce}".encode()
        return _encoded(self._keys.sign(PURPOSE, said) + said)

    def opened(self, token: str) -> Opened | None:
        """What the token says; None unless it was made here."""
        try:
            if len(token) > LONGEST or not token.isascii():
                return None
            raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        except binascii.Error:
            return None
        signature, said = raw[:SIGNATURE], raw[SIGNATURE:]
        if _encoded(raw) != token or not self._keys.is_ours(PURPOSE, said, signature):
            return None
        return Opened(*said.decode().split("/"))


def _encoded(raw: bytes) -> str:
    """In the one way that counts: base64's last letter has bits to spare."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
