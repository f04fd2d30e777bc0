"""Addresses in what a model says: only those that the person or our own house gave stay."""

import re
from collections.abc import Callable, Collection

DOT = "[.\u3002\uff0e\uff61]"
"""What browsers take for a dot in the name of a host."""
ENDINGS = (
    "com|org|net|edu|gov|biz|io|ai|dev|co|us|uk|eu|de|ru|es|fr|nl|pl|ch|se|fi|"
    "cz|ua|by|kz|su|рф|tk|ml|ga|cf|gq|xyz|top|site|online|store|shop|club|live|click|cloud|"
    "icu|vip|blog|news|tv|cc|gg|gl|ly|la|ws|pw|cn|jp|br|mx|ar|au|ca|test|example|local|"
    r"xn--[a-z0-9-]+"
)
"""Of hosts that a chat makes a link of by itself; endings of files are not among them."""
METHODS = "info|app|page|work|link|to|in|at|it|me|no|sh"
"""Those that are also called in a program: `logging.info(...)` is no host."""
LABEL = r"[\w-]{1,63}"
ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]{0,20}:[/\\]{2}\S+"
    r"|\b(?:mailto|tel|sms|tg|javascript|data|vbscript|file|intent|magnet|skype|whatsapp):\S+"
    rf"|\bwww{DOT}\S+"
    rf"|(?<![\w@])(?:{LABEL}{DOT}){{1,8}}(?:{ENDINGS}|(?:{METHODS})(?!\())\b(?!{DOT}?\w)(?:[:/?#\\]\S*)?"
    rf"|(?<![\w@])(?:{LABEL}{DOT}){{1,8}}[^\W\d_]{{2,24}}(?::\d+)?[/\\?#]\S+"
    r"|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?[/\\?#]\S*"
    r"|(?<![\w:/\\])//\w\S+",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"!?\[([^\]\n]{0,300})\]\([ \t]{0,9}<?([^\s)>]{1,2000})>?(?:[ \t][^)\n]{0,300})?\)"
)
"""A link or a picture in Markdown."""
UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Signs that part an address for us and not for whoever shows it, or turn it round."""
BEHIND = ".,;:!?)]}>\"'»”’…*_`|"
"""What ends a sentence or a bracket, and no address."""


def addresses(text: str) -> set[str]:
    """The addresses in a text, in the form in which they are compared."""
    return {_plain(found.group()) for found in ADDRESS.finditer(UNSEEN.sub("", text))}


def reduced(text: str, given: Collection[str], hosts: Collection[str], removed: str) -> str:
    """The text with `removed` in place of every address that is neither in `given` (as `addresses`
    found it) nor on one of `hosts`, which are those of our own house."""

    def allowed(address: str) -> bool:
        plain = _plain(address)
        return plain in given or _host(plain) in hosts

    text = MARKED.sub(_in_markup(allowed, removed), UNSEEN.sub("", text))

    def plain(found: re.Match[str]) -> str:
        address = found.group()
        behind = address[len(address.rstrip(BEHIND)) :]
        return address if allowed(address) else f"{removed}{behind}"

    return ADDRESS.sub(plain, text)


def _in_markup(allowed: Callable[[str], bool], removed: str) -> Callable[[re.Match[str]], str]:
    def of(found: re.Match[str]) -> str:
        label, address = found.groups()
        if allowed(address) or not re.search(r"[.:/\\]", address):
            return found.group()
        return f"{label} {removed}".lstrip()

    return of


def _plain(address: str) -> str:
    """Without what does not matter: http or https, the case of the host, what stands behind."""
    address = re.sub(DOT, ".", address).rstrip(BEHIND)
    address = re.sub(r"^https?://", "", address, flags=re.IGNORECASE).rstrip("/")
    host = re.match(r"[^/?#\\]*", address)
    cut = host.end() if host else 0
    return address[:cut].casefold() + address[cut:]


def _host(plain: str) -> str:
    return re.split(r"[/?#\\:]", plain, maxsplit=1)[0]
