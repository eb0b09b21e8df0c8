"""The sums of a shard: what the deal's own totals add up, and beside it what the lines of its statements say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

from lexdocs.figures.figure import Pending, Shape
from lexdocs.figures.streaming import Pass
from lexdocs.mailing.beside import BesideFigures
from lexdocs.mailing.keeping import read_kept
from lexdocs.mailing.largest import Largest

See = Callable[[Sequence[tuple[Any, ...]]], None]
_CENTS = re.compile(r"(?:-?[0-9]+\.[0-9]{2}\n)*-?[0-9]+\.[0-9]{2}").fullmatch
_EXACTLY = Context(prec=60, traps=[Inexact, InvalidOperation])  # more digits than any sum has


class MailedSums:
    """The sums of the control figures, over what the statements' lines say of them: texts, as they are written.

    A holding that has none of a figure adds nothing.
    """

    def __init__(self, figures: Sequence[str]) -> None:
        self.sums: dict[str, Fraction] = dict.fromkeys(figures, Fraction(0))

    def add(self, columns: Sequence[Sequence[str]]) -> None:
        """Add columns of cells, one for each figure."""
        for name, column in zip(self.sums, columns, strict=True):
            self.sums[name] += added(column)

    def told(self) -> dict[str, tuple[int, int]]:
        """As they are kept on disk."""
        return {name: (each.numerator, each.denominator) for name, each in self.sums.items()}

    def merge(self, kept: Mapping[str, tuple[int, int]]) -> None:
        """Add what was kept of a shard."""
        for name, parts in kept.items():
            self.sums[name] += Fraction(*parts)


def added(cells: Sequence[str]) -> Fraction:
    """The sum of some cells in plain decimals; nothing for an empty one.

    >>> added(["1250.50", "", "-0.25"]), added(["1/3", "0.5"])
    (Fraction(5001, 4), Fraction(5, 6))
    """
    said = list(filter(None, cells))
    lines = "\n".join(said)
    if _CENTS(lines) is not None:  # as most amounts are: whole numbers are added up in half the time
        return Fraction(sum(map(int, lines.replace(".", "").split("\n"))), 100)
    try:
        with localcontext(_EXACTLY):
            return Fraction(sum(map(Decimal, said), Decimal(0)))
    except (Inexact, InvalidOperation):  # an amount that no decimals end, such as 1/3
        return sum(map(Fraction, said), Fraction(0))


def told(sums: tuple[Any, ...]) -> list[Any]:
    """Sums as they are kept on disk; rows that wait and rows that were gathered are not, for no mailing has any."""
    rows, exact, whole, parts, waiting, kept = sums
    plain = [(each.numerator, each.denominator) for each in parts]
    waits = [(index, each.name, list(each.key), each.says, list(each.waits_for)) for index, each in waiting.items()]
    return [rows, exact, list(whole.items()), plain, waits, sorted(kept)]


def take(
    path: Path, last: Pass, mailed: MailedSums, largest: Largest, beside: BesideFigures,
    shapes: Mapping[str, Shape], see: See,
) -> None:  # fmt: skip
    """Add the sums of a shard, from where they are kept, to those of others; a pass that gathers has none of them.

    The largest of its holdings go to the `largest` of all, and `see` is shown its statements.
    """
    made = read_kept(path)
    see(made["rows"])
    mailed.merge(made["mailed"])
    largest.merge(made["largest"])
    beside.merge(made["beside"])
    if last.gathered:
        return
    rows, exact, whole, parts, waits, gathered = made["sums"]
    waiting = {
        index: Pending(name, tuple(key), shapes[name].unit, says, tuple(on)) for index, name, key, says, on in waits
    }
    added_up = [Fraction(*each) for each in parts]
    last.merge((rows, exact, dict(whole), added_up, waiting, {each: [] for each in gathered}))
