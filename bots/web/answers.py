"""What the web answers where there is nothing more to say: made once."""

from bots.web.server import Event

Answer = tuple[Event, Event]

RETRY_AFTER_SECONDS = 5


def _answer(status: int, body: bytes, *headers: tuple[bytes, bytes]) -> Answer:
    head = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        *headers,
    ]
    return (
        {"type": "http.response.start", "status": status, "headers": head},
        {"type": "http.response.body", "body": body},
    )


# Where a body is left unread the connection must not be used again.
_CLOSE = (b"connection", b"close")
_RETRY = (b"retry-after", str(RETRY_AFTER_SECONDS).encode())
OK = _answer(200, b"{}")
UNAUTHORISED = _answer(401, b'{"error":"unauthorised"}')
NOT_FOUND = _answer(404, b'{"error":"not found"}', _CLOSE)
NOT_POST = _answer(405, b'{"error":"method not allowed"}', (b"allow", b"POST"), _CLOSE)
NOT_GET = _answer(405, b'{"error":"method not allowed"}', (b"allow", b"GET, HEAD"), _CLOSE)
TOO_SLOW = _answer(408, b'{"error":"timeout"}', _CLOSE)
TOO_LARGE = _answer(413, b'{"error":"too large"}', _CLOSE)
NOT_JSON = _answer(415, b'{"error":"application/json only"}', _CLOSE)
TOO_MANY = _answer(429, b'{"error":"too many requests"}', (b"retry-after", b"60"), _CLOSE)
UNAVAILABLE = _answer(503, b'{"error":"unavailable"}', _RETRY)
READY = _answer(200, b'{"ready":true}')
NOT_READY = _answer(503, b'{"ready":false}', _RETRY)
