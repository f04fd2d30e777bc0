"""The inside of a worker: a script whose process may be killed, and that can open nothing.

It is given seconds of CPU a job, bytes of address space, and the path of a script with `rehearse()`
and `answer(job, *arguments) -> (verdict, body)`. Frames, big-endian. In: length (4 bytes), job.
Out: once `READY`; then for each job a verdict (1 byte; `u` where `answer` raised), length (4
bytes), body. It ends when its input does. It imports nothing of ours, so that it starts in a tenth
of a second.
"""

import os
import resource
import runpy
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO

READY = b"R"
Answer = Callable[[bytes], tuple[bytes, bytes | bytearray]]


def confine(max_bytes_of_memory: int) -> None:
    """From here on: no new file or socket, not one byte written to disk, a fixed address space."""
    for limit, most in (
        (resource.RLIMIT_AS, max_bytes_of_memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS knows no RLIMIT_AS
            resource.setrlimit(limit, (most, most))


def allow_cpu(seconds: int) -> None:
    """So much from now on, then the process is killed."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def serve(requests: BinaryIO, replies: BinaryIO, answer: Answer, cpu_seconds: int) -> None:
    """One job after the other, until there are no more."""
    replies.write(READY)
    replies.flush()
    while len(head := requests.read(4)) == 4:
        (size,) = struct.unpack("!I", head)
        job = requests.read(size)
        if len(job) < size:
            return
        allow_cpu(cpu_seconds)
        body: bytes | bytearray = b""
        try:
            verdict, body = answer(job)
        except Exception:  # noqa: BLE001  # whatever a hostile file makes of the library
            verdict = b"u"
        replies.write(struct.pack("!cI", verdict, len(body)))
        replies.write(body)
        replies.flush()


def main() -> None:
    """Imports and rehearses while it still may, then serves."""
    cpu_seconds, memory, script, *arguments = sys.argv[1:]
    # Whatever a library prints goes to stderr: stdout carries frames only.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    task = runpy.run_path(script)
    task["rehearse"]()
    confine(int(memory))
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, out, lambda job: task["answer"](job, *arguments), int(cpu_seconds))


if __name__ == "__main__":
    main()
