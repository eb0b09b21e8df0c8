"""The figure book as data: what `figures.json` holds, small, stable and readable in a diff."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure, Pending
from lexdocs.notation.units import Day, Moment, Value
from lexdocs.terms.leaf import Leaf


def exact(value: Value) -> str:
    """A value in full, for machines: `1250`, `2671/10`, `2012-03-15`.

    >>> from fractions import Fraction
    >>> exact(Fraction(5, 2)), exact(Day(6, 15)), exact(True)
    ('5/2', '--06-15', 'yes')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Day):
        return f"--{value.month:02}-{value.day:02}"
    if isinstance(value, Moment):
        return f"{value.date.isoformat()}T{value.hour:02}:{value.minute:02} {value.place}"
    return str(value)


def entry(figure: Figure | Pending) -> dict[str, Any]:
    """One figure as data. A leaf says its path and what was typed; what is pending says what it waits for."""
    if isinstance(figure, Pending):
        return {"unit": str(figure.unit), "pending": list(figure.waits_for)}
    found: dict[str, Any] = {"unit": str(figure.unit), "value": exact(figure.value), "shown": shown(figure)}
    if isinstance(figure.proof, Leaf):
        found["path"] = figure.proof.path
        if figure.proof.assumption is not None:
            found["assumed"] = figure.proof.assumption.by
    return found


def record(figures: Iterable[Figure | Pending]) -> Mapping[str, dict[str, Any]]:
    """All figures by address."""
    return {figure.address: entry(figure) for figure in figures}
