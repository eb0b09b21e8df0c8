"""What the last event changed, as leaves: each changed term with what it is, what it was and what it has become.

The list of an amendment's changes is drafted from these rows: nobody types it, so it cannot leave a change out, nor say
it otherwise than the terms do. A row has the unit of its term: money prints as money, a date as a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lexdocs.errors import Where
from lexdocs.notation.units import Unit, Value
from lexdocs.terms.events import Event
from lexdocs.terms.leaf import Leaf

AXIS = "amended_term"
SAYS, BEFORE, AFTER = "amended_term_says", "amended_term_before", "amended_term_after"
_ROWS = (
    (SAYS, "What the last event changed"),
    (BEFORE, "What it was before; pending where the terms did not say"),
    (AFTER, "What it has become; pending where the terms no longer say"),
)
_NO_TERMS = ("acknowledged", "law", "legend", "sources")
"""Paths of what counsel states beside the offer, and what stands on its pages."""


def declared() -> tuple[Leaf, ...]:
    """The leaves of a changed term, without values. Their units are those of the terms: text stands for any."""
    return tuple(Leaf(name, f"events.{name}", Unit.TEXT, says, Where("events"), axes=(AXIS,)) for name, says in _ROWS)


def changed(event: Event, before: Sequence[Leaf], after: Sequence[Leaf]) -> tuple[tuple[Leaf | None, Leaf], ...]:
    """The terms that an event says it changes, before and after it, where the two are not the same."""
    was = {leaf.path: leaf for leaf in before}
    paths = [each.path for each in event.changes if each.path.split(".")[0].split("[")[0] not in _NO_TERMS]
    now = {leaf.path: leaf for leaf in after}
    found = ((was.get(path), now[path]) for path in dict.fromkeys(paths) if path in now)
    return tuple((old, new) for old, new in found if old is None or _said(old) != _said(new))


def leaves(event: Event, before: Sequence[Leaf], after: Sequence[Leaf]) -> Iterator[Leaf]:
    """The rows of an event's changes, from the leaves of the terms before and after it."""
    for old, new in changed(event, before, after):
        label = label_of(new)
        row = f"events[{event.name}].changes[{label}]"
        says = new.says if not new.key else f"{new.says} ({', '.join(new.key)})"
        values: tuple[tuple[str, str, Unit, Value | None, str | None, Leaf], ...] = (
            (SAYS, _ROWS[0][1], Unit.TEXT, says, None, new),
            (BEFORE, _ROWS[1][1], *(_said(old) if old else _unsaid(new)), old or new),
            (AFTER, _ROWS[2][1], *_said(new), new),
        )
        for name, about, unit, value, written, of in values:
            yield Leaf(
                name, f"{row}.{name}", unit, about, of.where, value, written, (AXIS,), (label,),
                of.source, of.assumption if name == AFTER else None,
            )  # fmt: skip


def labels(event: Event, before: Sequence[Leaf], after: Sequence[Leaf]) -> tuple[str, ...]:
    """The labels of the rows, in the order in which the event states its changes."""
    return tuple(label_of(new) for _, new in changed(event, before, after))


def label_of(leaf: Leaf) -> str:
    """What a changed term's row is called: the name of its figure, with its row.

    >>> label_of(Leaf("step_rate", "steps[0].rate", Unit.RATE, "Rate", Where("a.yaml"), key=("2012-06-15",)))
    'step_rate.2012-06-15'
    """
    return ".".join((leaf.name, *leaf.key))


def _said(leaf: Leaf) -> tuple[Unit, Value | None, str | None]:
    """A term's unit, value and form; one that holds or does not is said in a word."""
    if leaf.unit is Unit.FLAG and leaf.value is not None:
        return Unit.TEXT, "yes" if leaf.value else "no", None
    return leaf.unit, leaf.value, leaf.written


def _unsaid(leaf: Leaf) -> tuple[Unit, None, None]:
    return Unit.TEXT if leaf.unit is Unit.FLAG else leaf.unit, None, None
