"""The rows there are, found by looking, and the measuring of one."""

import importlib
import inspect
import pkgutil
import tempfile
from pathlib import Path

from tests.bench._paired import Row

HERE = Path(__file__).parent


def rows() -> list[str]:
    """A row is a module beside this one whose name begins with a letter."""
    found = sorted(one.name for one in pkgutil.iter_modules([str(HERE)]))
    return [name for name in found if not name.startswith("_")]


def measure(name: str, *, long: bool) -> list[Row]:
    """The figures of one module; a function that takes `long` may measure more."""
    function = importlib.import_module(f"tests.bench.{name}").measure
    wants = {"long": long} if "long" in inspect.signature(function).parameters else {}
    with tempfile.TemporaryDirectory(prefix="viva-bench-") as folder:
        return list(function(Path(folder), **wants))
