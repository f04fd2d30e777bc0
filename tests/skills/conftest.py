"""The fixture of every dialog."""

from tests.dialog import dialog

__all__ = ["dialog"]
