"""What may be written to a terminal: words of strangers must not steer it."""

import json

_CONTROLS = [code for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"]
_PLAIN = dict.fromkeys(_CONTROLS, "�")
_ESCAPED = {code: f"\\u{code:04x}" for code in _CONTROLS}


def plain(text: str) -> str:
    """The text with control characters replaced, escape sequences thus shown and not obeyed."""
    return text.translate(_PLAIN)


def as_json(value: object, indent: int | None = None) -> str:
    """JSON with letters as they are and every control character escaped."""
    return json.dumps(value, ensure_ascii=False, indent=indent).translate(_ESCAPED)
