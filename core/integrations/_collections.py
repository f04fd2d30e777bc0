"""How Qdrant keeps points of ours: one collection a model and size, and nobody's words."""

import re
from uuid import NAMESPACE_OID, uuid5

from core.ports.vectors import Point

UNFIT = re.compile(r"[^A-Za-z0-9.-]+")


def collection(model: str, size: int | str) -> str:
    """The collection of that model's vectors of `size` numbers; `"*"` makes a pattern of it."""
    return f"{UNFIT.sub('-', model)}_{size}"


def point_id(kind: str, id: str) -> str:
    """A UUID, since Qdrant takes no other names: the same for the same record."""
    return str(uuid5(NAMESPACE_OID, f"{kind}/{id}"))


def payload(point: Point) -> dict[str, object]:
    """What is kept beside the vector."""
    return {
        "kind": point.kind,
        "id": point.id,
        "scope": point.scope,
        "revision": point.revision,
    }
