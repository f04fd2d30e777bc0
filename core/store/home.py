"""`VIVA_HOME`: the folder of everything we keep, and the lock of the one process that serves it."""

import fcntl
import hashlib
import os
from pathlib import Path

from core.errors import ConfigError

OPEN_FILES = Path("/proc/self/fd")
LONGEST_SOCKET_PATH = 103
"""Bytes that macOS takes; Linux takes 107."""


class Home:
    """Paths below the home, made with access for its owner only."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._folder: int | None = None

    def make(self) -> None:
        """Creates what is missing; raises ConfigError where that is not possible."""
        try:
            for folder in (self.path, self.media, self.sent, self.cache):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise self._unusable(error) from error

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.path / "viva.db"

    @property
    def media(self) -> Path:
        """Recordings and files that came over the console, by their hash."""
        return self.path / "media"

    @property
    def sent(self) -> Path:
        """Pictures and files for terminals: a folder for each person."""
        return self.path / "sent"

    def sent_to(self, person: str) -> Path:
        """The folder of whoever sits at a terminal by that name, which may hold any sign."""
        return self.sent / hashlib.sha256(person.encode()).hexdigest()[:16]

    @property
    def cache(self) -> Path:
        """What can be made again: model weights."""
        return self.path / "cache"

    @property
    def socket(self) -> Path:
        """Where the serving process listens for terminals."""
        return self.path / "console.sock"

    @property
    def secret(self) -> Path:
        """What we sign with, where the settings give nothing."""
        return self.path / "secret.key"

    def lock(self) -> int | None:
        """Takes the lock, which dies with the process; None where another process has it."""
        self.make()
        try:
            handle = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise self._unusable(error) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        return handle

    def _unusable(self, error: OSError) -> ConfigError:
        return ConfigError([f"VIVA_HOME: {self.path} cannot be used ({error.strerror})"])

    @property
    def address(self) -> str:
        """The socket's path as the system takes it: a long one goes by the open folder's number."""
        absolute = str(self.socket)
        if len(os.fsencode(absolute)) <= LONGEST_SOCKET_PATH:
            return absolute
        if not OPEN_FILES.is_dir():
            raise ConfigError([f"VIVA_HOME: {self.path} is too long a path for a socket"])
        if self._folder is None:
            self._folder = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        return str(OPEN_FILES / str(self._folder) / self.socket.name)
