"""Sentences drawn at random from a template: no template can be written out in full."""

from random import Random

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    Permutation,
    RuleReference,
    TextChunk,
)

from core.understanding.pattern import Scope, folded_chunk


def sample(expression: Expression, scope: Scope, random: Random) -> str:
    """One sentence of the template, folded; a free text stands as `{name}`."""
    return " ".join(_draw(expression, scope, random).split())


def _draw(expression: Expression, scope: Scope, random: Random) -> str:
    match expression:
        case TextChunk():
            return folded_chunk(expression)
        case Alternative(items=items):
            return _draw(random.choice(items), scope, random)
        case Permutation(items=items):
            order = random.sample(items, len(items))
            return "".join(_draw(item, scope, random) for item in order)
        case Group(items=items):
            return "".join(_draw(item, scope, random) for item in items)
        case ListReference(list_name=name):
            values = scope.lists.get(name)
            return _draw(random.choice(values)[0], scope, random) if values else f"{{{name}}}"
        case RuleReference(rule_name=name):
            return _draw(scope.rules[name], scope, random)
    raise TypeError(type(expression).__name__)
