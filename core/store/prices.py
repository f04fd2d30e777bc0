"""What a call costs: the price list beside this file, and whoever's own before it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from core.errors import ConfigError
from core.ports.meter import Charge

OURS = Path(__file__).with_name("prices.tsv")
COLUMNS = ("input", "cached", "output", "hour", "characters")
ANY = "*"
MOST = 10**10
"""Micro-dollars that a price can be: sums of money stay within 64 bits."""
MICRO, NANO = 10**6, 10**9
"""Of a dollar: prices are whole micro-dollars, amounts of money whole nano-dollars. A short
query's embedding costs less than half a micro-dollar, and must not be nothing."""


@dataclass(frozen=True, slots=True)
class Price:
    """Micro-dollars for a million tokens, an hour of sound, a million characters; None: unknown."""

    input: int | None = None
    cached: int | None = None
    output: int | None = None
    hour: int | None = None
    characters: int | None = None
    least_seconds: int = 0

    @property
    def is_free(self) -> bool:
        """Whether nothing of it is ever paid for."""
        return not any(getattr(self, column) != 0 for column in COLUMNS)

    def of(self, charge: Charge) -> int | None:
        """Nano-dollars; None where something was used whose price is unknown.

        A failed attempt that used nothing costs nothing; a success must have used something.
        """
        cached = min(charge.cached_tokens, charge.input_tokens)
        heard = max(charge.seconds, self.least_seconds) if charge.seconds else 0
        used = (
            (charge.input_tokens - cached, self.input, 1_000),
            (cached, self.input if self.cached is None else self.cached, 1_000),
            (charge.output_tokens, self.output, 1_000),
            (charge.characters, self.characters, 1_000),
            (round(heard * 1_000), self.hour, 3_600),
        )
        if not any(amount for amount, _, _ in used):
            return 0 if charge.error or self.is_free else None
        total = 0
        for amount, price, per_nano in used:
            if amount and price is None:
                return None
            total += (amount * (price or 0) + per_nano // 2) // per_nano
        return total


UNKNOWN = Price()
Prices = Mapping[tuple[str, str], Price]
"""By provider and model, or provider and `ANY`."""


def find(prices: Prices, provider: str, model: str) -> Price:
    """The price of a model, or of all of that provider's; UNKNOWN where there is neither."""
    return prices.get((provider, model)) or prices.get((provider, ANY)) or UNKNOWN


def read(environ: Mapping[str, str], own: Path | None = None) -> Prices:
    """The price list with `own` before it; raises ConfigError with every fault of that file."""
    faults: list[str] = []
    ours = dict(_lines(OURS, environ, faults))
    theirs = dict(_lines(own, environ, faults)) if own else {}
    if faults:
        raise ConfigError([f"VIVA_PRICES: {fault}" for fault in faults])
    # An own line for all models of a provider goes before ours for one of them.
    whole = {provider for provider, model in theirs if model == ANY}
    return {key: price for key, price in ours.items() if key[0] not in whole} | theirs


def _lines(
    path: Path, environ: Mapping[str, str], faults: list[str]
) -> Iterator[tuple[tuple[str, str], Price]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(f"{path} cannot be read ({type(error).__name__})")
        return
    numbered = enumerate(text.splitlines(), 1)
    kept = [(at, line.split("\t")) for at, line in numbered if line.strip() and line[0] != "#"]
    names = [name.strip() for name in kept[0][1]] if kept else []
    if not {"provider", "model"} <= set(names):
        faults.append(f"{path.name}: its first line names the columns, provider and model too")
        return
    for at, cells in kept[1:]:
        where = f"{path.name} line {at}"
        row = dict(zip(names, (cell.strip() for cell in cells), strict=False))
        found = {name: _dollars(row.get(name, ""), f"{where}: {name}", faults) for name in COLUMNS}
        least = row.get("least_seconds") or "0"
        if not least.isdecimal():
            faults.append(f"{where}: least_seconds is no whole number")
        elif not environ.get(row.get("unless", "")):
            price = Price(**found, least_seconds=int(least))
            yield (row["provider"], row.get("model", "")), price


def _dollars(text: str, where: str, faults: list[str]) -> int | None:
    if not text:
        return None
    try:
        micros = Decimal(text) * MICRO
        if micros.is_finite() and 0 <= micros == micros.to_integral_value() and micros <= MOST:
            return int(micros)
    except InvalidOperation:
        pass
    faults.append(f"{where} is no price in dollars, such as 0.15")
    return None
