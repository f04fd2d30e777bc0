"""What every test stands on: the network is this machine, and nothing else."""

import errno
import ipaddress
import socket
import sys
from collections.abc import Iterator

import pytest

_attempts: list[str] = []


def _name(host: object) -> str:
    """A host as the socket module is given it; empty: any, or this machine."""
    return host.decode() if isinstance(host, bytes) else str(host or "")


def _is_here(name: str) -> bool:
    """Whether a host is this machine."""
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return name in {"", "localhost"} or name.endswith(".localhost")


def _stay_here(event: str, values: tuple[object, ...]) -> None:
    """Refuses, as a machine without a network does, whatever would leave it."""
    if event == "socket.getaddrinfo" and not _is_here(name := _name(values[0])):
        # The name that can never be is how a test asks for one that is not found.
        if not name.endswith(".invalid"):
            _attempts.append(f"{event} {name}")
        raise socket.gaierror(socket.EAI_NONAME, f"the tests' network is this machine: {name}")
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = values[1]
        # A path is a unix socket, and None is a socket that was connected before.
        if isinstance(address, tuple) and not _is_here(name := _name(address[0])):
            _attempts.append(f"{event} {name}:{address[1]}")
            raise OSError(errno.ENETUNREACH, f"the tests' network is this machine: {name}")


# An audit hook sees what a patched socket class would miss, and cannot be undone by a test.
sys.addaudithook(_stay_here)


@pytest.fixture(autouse=True)
def network_off() -> Iterator[list[str]]:
    """Fails a test that reached beyond this machine, even where the refusal was swallowed."""
    _attempts.clear()
    yield _attempts
    assert not _attempts, f"reached beyond this machine: {_attempts}"
