"""From the tally of a holding to its leaves: each the sum of rows of the log, with that sum as its proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from lexdocs.errors import Where
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit, Value
from lexdocs.terms.frame import OPTION, Frame
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.listing import Column, Principal
from lexdocs.terms.register import AXIS, OPTIONS
from lexdocs.terms.register_columns import EARLY, GUARANTEED, LATE, REFUSED, TENDERED, WITHDRAWN
from lexdocs.terms.register_rows import Row
from lexdocs.terms.tallies import Lot, Tally
from lexdocs.terms.tenders import Entry


def leaves_of_tally(holding: str, tally: Tally, frame: Frame, file: str) -> list[Leaf]:
    """The leaves of a holding that a log gives; their place is the first row that they come from."""
    path = f"tenders[{holding}]"
    found = [
        _leaf(column, f"{path}.{column.name}", Where(file, _first(rows)), sum_of(sizes), Fraction(sum(sizes)), holding)
        for column, rows in (
            (TENDERED, tally.tenders),
            (WITHDRAWN, tally.withdrawals),
            (REFUSED, tally.refused),
            (LATE, tally.late),
        )
        for sizes in [[entry.principal for entry in rows]]
    ]
    found.append(_of_lots(GUARANTEED, f"{path}.guaranteed", tally.guaranteed, tally, file, holding))
    if frame.early:
        found.append(_of_lots(EARLY, f"{path}.early", [lot for lot in tally.lots if lot.early], tally, file, holding))
    whole, early = OPTIONS
    for option in frame.options or ():
        # One option need not be named.
        lots = [lot for lot in tally.lots if lot.option == option or frame.options == (option,)]
        found.append(_of_lots(whole, f"{path}.option.{option}", lots, tally, file, holding, option))
        soon = [lot for lot in lots if lot.early]
        found.append(_of_lots(early, f"{path}.option_early.{option}", soon, tally, file, holding, option))
    return found


def leaves_of_options(holding: str, row: Row, listed: Sequence[Column], frame: Frame, file: str) -> list[Leaf]:
    """The leaves by option of a holding whose register says what is tendered, and for which option."""
    values = {column.name: value for column, value in zip(listed, row.values, strict=True)}
    valid = values["tendered"] - values["withdrawn"]
    found = []
    for option in frame.options or ():
        chosen = values["option"] == option
        for column, size in zip(OPTIONS, (valid, values.get("early", valid)), strict=True):
            path = f"register.{column.name}[{holding}].{option}"
            value = Fraction(size if chosen else 0)
            found.append(_leaf(column, path, Where(file, row.line), None, value, holding, option))
    return found


def sum_of(added: Sequence[Principal], taken: Sequence[Principal] = ()) -> str | None:
    """A sum as it is written down: what is added, less what is taken; None where there is neither.

    >>> sum_of([5_000, 3_000], [2_500])
    '$5,000 + $3,000 − $2,500'
    """
    if not added:
        return None
    return " − ".join([" + ".join(map(_money, added)), *map(_money, taken)])


def _of_lots(
    column: Column, path: str, lots: Sequence[Lot], tally: Tally, file: str, holding: str, option: str = ""
) -> Leaf:
    moments = {(lot.time, lot.option) for lot in lots}
    rows = [entry for entry in tally.tenders if (entry.time, entry.option) in moments]
    written = sum_of([lot.tendered for lot in lots], [lot.taken for lot in lots if lot.taken])
    value = Fraction(sum(lot.left for lot in lots))
    return _leaf(column, path, Where(file, _first(rows)), written, value, holding, option)


def _leaf(
    column: Column, path: str, where: Where, written: str | None, value: Value, holding: str, option: str = ""
) -> Leaf:
    axes, key = ((AXIS, OPTION), (holding, option)) if option else ((AXIS,), (holding,))
    return Leaf(column.figure, path, column.unit, column.says, where, value, written, axes, key)


def _first(rows: Iterable[Entry]) -> int:
    return min((entry.line for entry in rows), default=0)


def _money(amount: Principal) -> str:
    return write(Fraction(amount), Unit.MONEY)
