"""Takes out of a sentence what could tell who said it, and leaves how it was said."""

import re
from collections.abc import Set as AbstractSet

from core.understanding.folding import fold

NAME = "{name}"
NUMBER = "{number}"
ADDRESS = "{address}"

_ADDRESS = re.compile(r"(?:\w+://|www\.)\S+|\S+@\S+|(?<!\w)@\w+|\S+\.\w{2,}/\S*", re.UNICODE)
_NUMBER = re.compile(r"\+?\d[\d\s().,:/-]*\d|\d")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?…]\s+|[\n\"«„“¿¡]\s*)$")


def scrubbed(text: str, known: AbstractSet[str], name: str | None = None) -> str:
    """The sentence with numbers, addresses and names replaced.

    `known`: the language's own words, folded: what begins with a capital amid a sentence and is
    none of them may be somebody's name. `name`: the person's own, wherever it stands.
    """
    text = _ADDRESS.sub(ADDRESS, text)
    text = _NUMBER.sub(NUMBER, text)
    own = {fold(word).strip() for word in _WORD.findall(name or "")}

    def replaced(found: re.Match[str]) -> str:
        word = found.group()
        if text[found.start() - 1 : found.start()] == "{":
            return word
        folded = fold(word).strip()
        begins = bool(_BEGINS.search(text[: found.start()]))
        capital = word[:1].isupper() and not begins and len(word) > 1
        return NAME if folded in own or (capital and folded not in known) else word

    return _WORD.sub(replaced, text)
