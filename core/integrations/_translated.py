"""The one door where the exceptions of an engine in our own process become ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from core.errors import IntegrationError, Unavailable, VivaError


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Errors of ours pass; a missing package is Unavailable, all else an IntegrationError."""
    try:
        yield
    except VivaError:
        raise
    except ImportError as error:
        raise Unavailable(name, f"not installed: {error.name}") from error
    except Exception as error:
        raise IntegrationError(name, f"{type(error).__name__}: {error}"[:300]) from error
