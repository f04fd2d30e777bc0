"""As much of JSON Schema as it takes to hold a value against an OpenAPI description."""

from typing import Any

KINDS: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def faults(schema: dict[str, Any], value: Any, schemas: dict[str, Any], at: str = "") -> list[str]:
    """What is wrong with `value`, each with its path; `schemas` is what a $ref leads to."""
    if "$ref" in schema:
        return faults(schemas[schema["$ref"].rpartition("/")[2]], value, schemas, at)
    if value is None and schema.get("nullable"):
        return []
    found = [one for each in schema.get("allOf", ()) for one in faults(each, value, schemas, at)]
    for key in ("anyOf", "oneOf"):
        tried = [faults(one, value, schemas, at) for one in schema.get(key, ())]
        if tried and all(tried):
            found += [f"{at}: none of {len(tried)} forms, nearest: {min(tried, key=len)}"]
    kinds = KINDS.get(schema.get("type", ""), ())
    if kinds and (not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds)):
        return [*found, f"{at}: {type(value).__name__} is no {schema['type']}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value!r} is none of {schema['enum']}")
    if isinstance(value, dict):
        found += _members(schema, value, schemas, at)
    if isinstance(value, list) and "items" in schema:
        for number, one in enumerate(value):
            found += faults(schema["items"], one, schemas, f"{at}[{number}]")
    return found


def _members(
    schema: dict[str, Any], value: dict[str, Any], schemas: dict[str, Any], at: str
) -> list[str]:
    known = schema.get("properties", {})
    found = [f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value]
    for name, one in value.items():
        if name in known:
            found += faults(known[name], one, schemas, f"{at}.{name}")
        elif schema.get("additionalProperties") is False:
            found.append(f"{at}.{name} is not known")
    return found
