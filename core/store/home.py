"""`VIVA_HOME`: the folder of everything we keep, and the lock of the one process that serves it."""

import fcntl
import os
from pathlib import Path

from core.errors import ConfigError

LONGEST_SOCKET_PATH = 107
"""Bytes, of Linux's sockaddr_un; macOS takes 103."""


class Home:
    """Paths below the home, made with access for its owner only."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    def make(self) -> None:
        """Creates what is missing."""
        for folder in (self.path, self.media, self.cache):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.path / "viva.db"

    @property
    def media(self) -> Path:
        """Recordings and files that came over the console, by their hash."""
        return self.path / "media"

    @property
    def cache(self) -> Path:
        """What can be made again: model weights."""
        return self.path / "cache"

    @property
    def socket(self) -> Path:
        """Where the serving process listens for terminals."""
        return self.path / "console.sock"

    def lock(self) -> int | None:
        """Takes the lock, which dies with the process; None where another process has it."""
        self.make()
        handle = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        return handle

    @property
    def address(self) -> str:
        """The socket's path as the system takes it: at most 107 bytes, so relative if it must."""
        absolute = str(self.socket)
        if len(os.fsencode(absolute)) <= LONGEST_SOCKET_PATH:
            return absolute
        relative = os.path.relpath(absolute)
        if len(os.fsencode(relative)) <= LONGEST_SOCKET_PATH:
            return relative
        raise ConfigError([f"VIVA_HOME: {self.path} is too long a path for a socket"])
