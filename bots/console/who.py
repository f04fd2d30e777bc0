"""Who sits at this terminal, as the machine tells it: user, language, time zone."""

import getpass
import os
from collections.abc import Mapping
from pathlib import Path

from bots.console.frames import Hello
from core.errors import UserError
from core.model import known_zone
from core.texts import nearest

LOCALTIME = Path("/etc/localtime")


def whoever(environ: Mapping[str, str], person: str | None, language: str | None) -> Hello:
    """A named person, or else the one who is logged in; UserError where we lack the language."""
    if language is not None and nearest(language) is None:
        raise UserError("option-language", language=language[:16])
    return Hello(
        person=person or _user(),
        name=person,
        language=language or environ.get("LC_ALL") or environ.get("LANG"),
        zone=system_zone(environ),
    )


def system_zone(environ: Mapping[str, str]) -> str | None:
    """The IANA name of the machine's zone, where it has one."""
    named = environ.get("TZ", "")  # "Europe/Berlin", or a file: ":/etc/localtime"
    zone = known_zone(named.lstrip(":").rpartition("zoneinfo/")[2])
    if zone is not None and "/" in zone:
        return zone
    try:
        place = str(LOCALTIME.readlink())
    except OSError:
        return None
    return known_zone(place.partition("zoneinfo/")[2])


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return str(os.getuid())
