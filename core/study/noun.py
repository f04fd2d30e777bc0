"""How a noun of learning is kept and found, unless it says otherwise."""

from typing import Any, ClassVar, Literal

Scope = Literal["person", "workspace"]


class Noun:
    """A frozen dataclass with an `id: str = ""`, which its collection gives when it is added.

    A field is added later only with a default.
    """

    __slots__ = ()
    kind: ClassVar[str]
    """Its name in the database: for ever."""
    version: ClassVar[int] = 1
    scope: ClassVar[Scope] = "person"
    """Whose it is: the person's, or their whole workspace's."""
    searched: ClassVar[tuple[str, ...]] = ()
    """The fields by whose words it is found."""
    due_field: ClassVar[str | None] = None
    """The field with an aware time by which it is ordered and found as due."""


def kinds() -> dict[str, type[Any]]:
    """Every noun that somebody has imported, by its name in the database."""
    # A dataclass with slots is made a second time: the later one is the one that is used.
    return {one.kind: one for one in Noun.__subclasses__()}
