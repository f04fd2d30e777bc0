"""`GET /feed/<token>.ics`: a person's calendar for their other programs, under a secret address."""

import hashlib
import logging
import re
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable

from bots.web.answers import NOT_FOUND, NOT_GET, TOO_MANY, UNAVAILABLE, Answer
from bots.web.server import Event, Scope
from core.model import Attachment

log = logging.getLogger(__name__)

Read = Callable[[str], Awaitable[Attachment | None]]
"""A token to what it stands for; None where it stands for nothing."""

PREFIX = "/feed/"
TOKEN = re.compile(r"/feed/([A-Za-z0-9_-]{1,300})\.ics")
MOST, SECONDS = 30, 60.0
"""Requests for one feed in that time: calendars come a few times an hour."""
MOST_KNOWN = 1000
"""Feeds whose requests are counted: only those that there are, so that nobody fills this up."""
HEADERS = (
    (b"cache-control", b"private, max-age=300"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
)


class Feeds:
    """Answers for the paths below `/feed/`; a token stands in no log."""

    def __init__(self, read: Read, clock: Callable[[], float] = time.monotonic) -> None:
        self._read = read
        self._clock = clock
        self._logs: OrderedDict[str, deque[float]] = OrderedDict()

    async def answer(self, scope: Scope) -> Answer:
        """Everything that is no feed of somebody's, whatever it is, is not found."""
        if scope["method"] not in ("GET", "HEAD"):
            return NOT_GET
        found = TOKEN.fullmatch(scope["path"])
        if found is None:
            return NOT_FOUND
        token = found[1]
        if self._is_too_often(token):
            return TOO_MANY
        try:
            file = await self._read(token)
        except Exception as error:  # noqa: BLE001  # calendars come again
            log.error("no feed: %s", type(error).__name__)
            return UNAVAILABLE
        if file is None:
            return NOT_FOUND
        self._note(token)
        return _shown(file, scope)

    def _is_too_often(self, token: str) -> bool:
        known = self._logs.get(token, deque())
        while known and known[0] <= self._clock() - SECONDS:
            known.popleft()
        return len(known) >= MOST

    def _note(self, token: str) -> None:
        self._logs.setdefault(token, deque()).append(self._clock())
        self._logs.move_to_end(token)
        if len(self._logs) > MOST_KNOWN:
            self._logs.popitem(last=False)


def _shown(file: Attachment, scope: Scope) -> Answer:
    tag = b'"%s"' % hashlib.sha256(file.data).hexdigest()[:32].encode()
    held = b",".join(value for name, value in scope["headers"] if name.lower() == b"if-none-match")
    known = {one.strip().removeprefix(b"W/") for one in held.split(b",")}
    same = tag in known or b"*" in known
    body = b"" if same or scope["method"] == "HEAD" else file.data
    head = [(b"etag", tag), *HEADERS]
    if not same:
        head += [
            (b"content-type", f"{file.media_type}; charset=utf-8".encode()),
            (b"content-length", str(len(file.data)).encode()),
            (b"content-disposition", f'inline; filename="{file.name}"'.encode()),
        ]
    start: Event = {"type": "http.response.start", "status": 304 if same else 200, "headers": head}
    return start, {"type": "http.response.body", "body": body}
