"""Books of a series exchange over holdings that a test lays out itself, without a register or a log."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from lexdocs.errors import Where
from lexdocs.figures.book import compute
from lexdocs.figures.graph import assemble
from lexdocs.notation.units import Unit
from lexdocs.offers.series_exchange import RULES, SeriesExchangeTerms
from lexdocs.terms import history
from lexdocs.terms.changes import Change, apply_changes, parse_path
from lexdocs.terms.events import read_events
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.leaves import flatten
from lexdocs.terms.reader import read_sheet
from lexdocs.terms.terms import declared_leaves
from lexdocs.terms.validation import validate

WINDROW = Path(__file__).parents[1] / "deals" / "windrow"
HERE = Where("test")
BY_OPTION = ("option_principal", "option_early_principal")


@lru_cache
def graph():
    """The graph of the kind, with the leaves that a register of several series and options gives."""
    leaves, axes = declared_leaves(SeriesExchangeTerms)
    known = {leaf.name for leaf in leaves}
    more = [Leaf("holding_series", "", Unit.TEXT, "Series", HERE, axes=("holding",))]
    more += [Leaf(name, "", Unit.MONEY, name, HERE, axes=("holding", "option")) for name in BY_OPTION]
    return assemble(RULES, [*leaves, *(leaf for leaf in more if leaf.name not in known)], axes)


def terms_of(changes=None, folder=WINDROW):
    """The terms of a deal's sheet, some of them changed or, where the value is None, gone; their leaves and axes."""
    sheet = read_sheet(folder / "term-sheet.yaml")
    sheet = apply_changes(sheet, [Change(path, value or "", HERE) for path, value in (changes or {}).items()])
    for path in (path for path, value in (changes or {}).items() if value is None):
        at: Any = sheet.data
        *steps, last = parse_path(path)
        for step in steps:
            at = at[step]
        at[last] = None
    values = validate(sheet, SeriesExchangeTerms)
    return values, flatten(values, sheet)


def book_of(holdings, changes=None, folder=WINDROW):
    """The book over holdings: for each its label, series, principal held, and early and late principal by option.

    A holding is `(label, series, held, {option: (early, late)}, withholding)`; the last may be left out.
    """
    _, flat = terms_of(changes, folder)
    events = read_events(folder / "events", "New York City")
    sheet = read_sheet(folder / "term-sheet.yaml")
    leaves = [*flat.leaves, *history.leaves(events, events[-1].at, sheet, logged=False)]

    def leaf(name, unit, value, key, axes=("holding",)):
        leaves.append(Leaf(name, name, unit, name, HERE, value, None, axes, key))

    for label, series, held, chosen, *rate in holdings:
        leaf("holder_id", Unit.TEXT, label, (label,))
        leaf("holding_series", Unit.TEXT, series, (label,))
        leaf("replaced_statement", Unit.TEXT, "", (label,))
        leaf("held_principal", Unit.MONEY, held, (label,))
        valid = sum(early + late for early, late in chosen.values())
        leaf("tendered_principal", Unit.MONEY, valid, (label,))
        for name in ("withdrawn_principal", "refused_principal", "refused_late_principal", "guaranteed_principal"):
            leaf(name, Unit.MONEY, 0 * valid, (label,))
        leaf("withholding_rate", Unit.PERCENTAGE, rate[0] if rate else 0 * held, (label,))
        for option in flat.axes["option"]:
            early, late = chosen.get(option, (0 * held, 0 * held))
            both = ("holding", "option")
            leaf("option_principal", Unit.MONEY, early + late, (label, option), both)
            leaf("option_early_principal", Unit.MONEY, early, (label, option), both)
    axes = {**flat.axes, history.AXIS: tuple(event.name for event in events)}
    axes = {**axes, "holding": tuple(holding[0] for holding in holdings)}
    return compute(graph(), leaves, axes)
