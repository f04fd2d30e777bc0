"""What Telegram refuses: parameters it cannot read, buttons it cannot carry, addresses."""

import ipaddress
import json
from typing import Any, Literal
from urllib.parse import urlsplit

from aiohttp import web

Params = dict[str, Any]
Upload = Literal["photo", "document"]
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
UPLOAD_LIMITS: dict[Upload, int] = {"photo": 10 * 2**20, "document": 50 * 2**20}
"""Bytes that a bot may send."""
CAPTION_LIMIT = 1024
"""UTF-16 units."""


class Refusal(Exception):  # an answer of the Bot API
    """`{"ok": false}` with its code and description."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


async def read_params(request: web.Request) -> Params:
    """Of the address and of a form (multipart or not) or JSON; of another type nothing."""
    params: Params = dict(request.query)
    try:
        if request.content_type == "application/json":
            read = await request.json()
            if not isinstance(read, dict):
                raise Refusal(400, "Bad Request: object expected as JSON")
            return params | read
        return params | dict(await request.post())
    except UnicodeDecodeError:
        raise Refusal(400, "Bad Request: strings must be encoded in UTF-8") from None
    except ValueError:
        raise Refusal(400, "Bad Request: can't parse the request") from None


def integer(params: Params, name: str) -> int | None:
    """A whole number, whether it came as one or in a form; None: absent or none."""
    raw = params.get(name)
    if raw is None or isinstance(raw, bool):
        return None
    try:
        return int(raw)
    except (TypeError, ValueError):
        return None


def decoded(raw: Any, name: str) -> Any:
    """A parameter of a structured type: JSON inside a form, itself inside JSON."""
    if not isinstance(raw, str):
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        raise Refusal(400, f"Bad Request: can't parse {name} JSON object") from None


def read_markup(raw: Any) -> dict[str, Any] | None:
    """An inline keyboard that Telegram would take."""
    markup: dict[str, Any] | None = decoded(raw, "reply keyboard markup")
    for row in (markup or {}).get("inline_keyboard", []):
        for button in row:
            if not str(button.get("text", "")).strip():
                raise Refusal(400, "Bad Request: inline keyboard button text must be non-empty")
            if not 1 <= len(str(button.get("callback_data", "")).encode()) <= 64:
                raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
    return markup


def read_upload(params: Params, kind: Upload) -> dict[str, Any]:
    """A file of a form that Telegram would take: its fields, and its bytes as `data`."""
    field = params.get(kind)
    if isinstance(field, str) and field.startswith("attach://"):
        field = params.get(field.removeprefix("attach://"))
    if not isinstance(field, web.FileField):
        raise Refusal(400, f"Bad Request: there is no {kind} in the request")
    data = field.file.read()
    if not data:
        raise Refusal(400, "Bad Request: file must be non-empty")
    if len(data) > UPLOAD_LIMITS[kind]:
        raise Refusal(413, "Request Entity Too Large")
    if len(str(params.get("caption", "")).encode("utf-16-le")) > 2 * CAPTION_LIMIT:
        raise Refusal(400, "Bad Request: message caption is too long")
    if kind == "document":
        kept = {"file_name": field.filename, "mime_type": field.content_type}
        return {**kept, "file_size": len(data), "data": data}
    if not data.startswith((PNG, JPEG)):
        raise Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED")
    size = {"width": 1, "height": 1}
    if data.startswith(PNG):
        width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise Refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
        size = {"width": width, "height": height}
    return {**size, "file_size": len(data), "data": data}


def is_loopback(url: str) -> bool:
    """Whether an address is of this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
