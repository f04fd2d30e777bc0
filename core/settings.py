"""Settings from the environment and `.env`: each part its own, all faults told at once."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, TypeVar, get_type_hints
from urllib.parse import urlsplit

import msgspec

from core.errors import ConfigError

S = TypeVar("S")
NONE = "none"
"""A list with nothing in it; an empty setting is one that is not set."""


class Secret(str):
    """A string that never shows itself in a log, a traceback or `repr`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"

    __str__ = __repr__

    def reveal(self) -> str:
        """The value itself, for the one place that sends it."""
        return str.__getitem__(self, slice(None))


class Address(str):
    """A URL of a server."""

    __slots__ = ()


TOLD = (int, float, Address, Address | None)
"""Of these an error says what is wrong, and not what was given."""


def setting(name: str, default: Any = MISSING, needs: str = "") -> Any:
    """A field read from the environment variable `name`; `needs` says in words what to give."""
    metadata = {"env": name, "needs": needs}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def load(cls: type[S], environ: Mapping[str, str]) -> S:
    """Reads a dataclass of `setting` fields; raises ConfigError with every fault in it."""
    found: dict[str, Any] = {}
    faults: list[str] = []
    hints = get_type_hints(cls)
    for one in fields(cls):  # type: ignore[arg-type]  # every settings class is a dataclass
        name = one.metadata["env"]
        raw = environ.get(name, "").strip()
        if not raw:
            if one.default is MISSING:
                faults.append(f"{name} is not set: {one.metadata['needs']}")
            continue
        try:
            found[one.name] = _convert(raw, hints[one.name])
        except (msgspec.ValidationError, ValueError) as error:
            # The value itself may be a secret: say what was wrong, not what it was.
            said = str(error) if hints[one.name] in TOLD else "not valid"
            faults.append(f"{name}: {said}. {one.metadata['needs']}".strip())
    if faults:
        raise ConfigError(faults)
    return cls(**found)


def _convert(raw: str, kind: Any) -> Any:
    if kind in (Secret, Secret | None):
        return Secret(raw)
    if kind in (Address, Address | None):
        return _address(raw)
    if kind in (Path, Path | None):
        return Path(raw).expanduser()
    if kind == tuple[str, ...]:
        words = tuple(word.strip() for word in raw.split(",") if word.strip())
        return () if words == (NONE,) else words
    return msgspec.convert(raw, kind, strict=False)


def _address(raw: str) -> Address:
    with suppress(ValueError):  # of urlsplit: a bracket without its other, a port that is none
        parts = urlsplit(raw)
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return Address(raw)
    raise ValueError("not valid, give a URL as https://host:port")


def environment(folder: Path | None = None) -> dict[str, str]:
    """The process's environment over the `.env` of the working folder."""
    dotenv = (folder or Path.cwd()) / ".env"
    if not dotenv.is_file():
        return dict(os.environ)
    from dotenv import dotenv_values  # only where there is such a file: it costs 20 ms

    kept = {key: value for key, value in dotenv_values(dotenv).items() if value is not None}
    return {**kept, **os.environ}


@dataclass(frozen=True, slots=True)
class Settings:
    """Ourselves; a channel or provider declares its own beside itself."""

    home: Path = setting("VIVA_HOME", Path(".viva"))
    public_url: str | None = setting("VIVA_PUBLIC_URL", None)
    secret_key: Secret | None = setting("VIVA_SECRET_KEY", None)
    """Several, with commas between, newest first; none: one is made in the home."""
    llm: tuple[str, ...] = setting("VIVA_LLM", ("openai", "groq", "ollama", "embedded"))
    """Providers in order, here and below: one without its key or package is left out."""
    stt: tuple[str, ...] = setting("VIVA_STT", ("groq", "openai", "faster-whisper"))
    vision: tuple[str, ...] = setting(
        "VIVA_VISION", ("openai", "groq", "ollama", "rapidocr", "tesseract")
    )
    documents: tuple[str, ...] = setting("VIVA_DOCUMENTS", ("local",))
    tts: tuple[str, ...] = setting("VIVA_TTS", ("openai", "groq", "piper", "espeak"))
    embeddings: tuple[str, ...] = setting("VIVA_EMBEDDINGS", ())
    """None unless asked for: what a person keeps would leave the house."""
    vectors: tuple[str, ...] = setting("VIVA_VECTORS", ("qdrant", "qdrant-edge"))
    drawing: tuple[str, ...] = setting("VIVA_DRAWING", ("matplotlib",))
    admins: tuple[str, ...] = setting("VIVA_ADMINS", ())
    """Accounts as `channel:id`; none named: who owns this machine, at its console."""
    teachers: tuple[str, ...] = setting("VIVA_TEACHERS", ())
    minors: Literal["all"] | None = setting("VIVA_MINORS", None, "Give all, or nothing.")
    """All: of nobody does anything leave the house."""
    language: str | None = setting("VIVA_LANGUAGE", None)
    """The language of whoever says nothing about theirs; default: the system's, else English."""
