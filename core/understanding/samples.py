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


def sample(expression: Expression, scope: Scope, random: Random, *, bare: bool = False) -> str:
    """One sentence of the template, folded; a free text stands as `{name}`.

    `bare`: without what the template says in brackets, and with its lists as `{name}` too.
    """
    return " ".join(_draw(expression, scope, random, bare).split())


def _draw(expression: Expression, scope: Scope, random: Random, bare: bool) -> str:
    match expression:
        case TextChunk():
            return folded_chunk(expression)
        case Alternative(is_optional=True) if bare:
            return ""
        case Alternative(items=items):
            return _draw(random.choice(items), scope, random, bare)
        case Permutation(items=items):
            order = random.sample(items, len(items))
            return "".join(_draw(item, scope, random, bare) for item in order)
        case Group(items=items):
            return "".join(_draw(item, scope, random, bare) for item in items)
        case ListReference(list_name=name):
            values = None if bare else scope.lists.get(name)
            return _draw(random.choice(values)[0], scope, random, bare) if values else f"{{{name}}}"
        case RuleReference(rule_name=name):
            return _draw(scope.rules[name], scope, random, bare)
    raise TypeError(type(expression).__name__)
