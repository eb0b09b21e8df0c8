"""What a column of figures costs as texts: compiled formatters beside `write`, and beside Babel.

python -m tests.benchmarks.formatting
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_currency

from lexdocs.mailing.formats import formatter
from lexdocs.notation.forms import Medium, write
from lexdocs.notation.units import Unit
from tests.benchmarks.measuring import Result, interleaved, table

VALUES = 20_000
_SLOW = 20  # only so many of the peers' values, one in
_COLUMNS = (
    (Unit.MONEY, "cents", 100),
    (Unit.MONEY, "accounting", 100),
    (Unit.MONEY, None, 100),
    (Unit.COUNT, None, 1),
    (Unit.NUMBER, "two_places", 1_000),
    (Unit.PERCENTAGE, "two_places", 10**6),
)


def formatting(rounds: int = 7) -> list[Result]:
    """Microseconds of CPU a value, all values distinct: each column against `write`, and amounts against Babel."""
    chance = random.Random(VALUES)  # noqa: S311  nothing secret: the same numbers each time
    numbers = chance.sample(range(1, 10**9), VALUES)
    results = []
    for unit, style, bottom in _COLUMNS:
        compiled = formatter(unit, style, bottom)

        def ours(compiled: Callable[[Sequence[int]], list[str]] = compiled) -> float:
            return each(lambda: compiled(numbers), VALUES)

        def peer(unit: Unit = unit, style: str | None = style, bottom: int = bottom) -> float:
            some = numbers[::_SLOW]
            return each(
                lambda: [write(Fraction(n, bottom), unit, style=style, medium=Medium.PAPER) for n in some], len(some)
            )

        name = f"a {unit.value}, {style or 'as it is'}, over {bottom:,}: CPU against write"
        results.append(_row(name, interleaved(rounds, ours, peer)))
    amounts = formatter(Unit.MONEY, "cents", 100)
    few = numbers[::_SLOW]
    costs = interleaved(
        rounds,
        lambda: each(lambda: amounts(numbers), VALUES),
        lambda: each(lambda: [format_currency(Decimal(n).scaleb(-2), "USD", locale="en_US") for n in few], len(few)),
    )
    return [*results, _row("an amount in cents: CPU against Babel", costs)]


def each(work: Callable[[], object], count: int) -> float:
    """Microseconds of CPU for each of so many values."""
    start = time.process_time()
    work()
    return (time.process_time() - start) / count * 1e6


def _row(name: str, costs: Sequence[Sequence[float]]) -> Result:
    value, peer = (statistics.median(some) for some in costs)
    return Result(name, value, "us", peer, peer / value)


if __name__ == "__main__":
    sys.stdout.write(table(formatting()) + "\n")
