"""What the last event changed, as leaves: each changed term with what it is, what it was and what it has become.

The list of an amendment's changes is drafted from these rows: nobody types it, so it cannot leave a change out, nor say
it otherwise than the terms do. A row has the unit of its term: money prints as money, a date as a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from lexdocs.errors import Where
from lexdocs.notation.units import Unit, Value
from lexdocs.terms.events import Event
from lexdocs.terms.leaf import Leaf

AXIS = "amended_term"
NAME, OF, LABEL = "amended_term_name", "amended_term_axis", "amended_term_label"
BEFORE, AFTER = "amended_term_before", "amended_term_after"
CHOICE, HOLDS, STOPPED = "amended_term_is_choice", "amended_term_holds", "amended_term_is_stopped"
_ROWS: tuple[tuple[str, Unit, str], ...] = (
    (NAME, Unit.TEXT, "Figure that the last event changed"),
    (OF, Unit.TEXT, "Kind of row that it is of, if it is of one"),
    (LABEL, Unit.TEXT, "Row that it is of, if it is of one"),
    (BEFORE, Unit.TEXT, "What it was before; pending where the terms did not say"),
    (AFTER, Unit.TEXT, "What it has become; pending where the terms no longer say"),
    (CHOICE, Unit.FLAG, "Whether it is something that applies or does not"),
    (HOLDS, Unit.FLAG, "Whether it applies now"),
    (STOPPED, Unit.FLAG, "Whether what it has become ends in a full stop of its own"),
)
NO_TERMS = ("acknowledged", "holders", "languages", "law", "legend", "sources", "tenders")
"""Sections of what counsel states beside the offer, and of what stands on its pages or in its listings."""

_LABELS = {
    "capital_line_of": ("series_name", "new_note_name"), "consideration_notes": ("new_note_name",),
    "consideration_option": ("option_name",), "consideration_series": ("series_name",),
    "option_excess_to": ("option_name",), "pool_rest_in": ("new_note_name",), "provision_notes": ("new_note_name",),
    "step_notes": ("new_note_name",),
}  # fmt: skip
"""Terms that name a row by its label, and the names of such rows: a reader knows no labels."""


def declared() -> tuple[Leaf, ...]:
    """The leaves of a changed term, without values. Their units are those of the terms: text stands for any."""
    return tuple(Leaf(name, f"events.{name}", unit, says, Where("events"), axes=(AXIS,)) for name, unit, says in _ROWS)


def changed(event: Event, before: Sequence[Leaf], after: Sequence[Leaf]) -> tuple[tuple[Leaf | None, Leaf], ...]:
    """The terms that an event says it changes, before and after it, where the two are not the same."""
    was = {leaf.path: leaf for leaf in before}
    paths = [each.path for each in event.changes if each.path.split(".")[0].split("[")[0] not in NO_TERMS]
    now = {leaf.path: leaf for leaf in after}
    found = ((was.get(path), now[path]) for path in dict.fromkeys(paths) if path in now)
    return tuple((old, new) for old, new in found if old is None or _said(old) != _said(new))


def leaves(event: Event, before: Sequence[Leaf], after: Sequence[Leaf]) -> Iterator[Leaf]:
    """The rows of an event's changes, from the leaves of the terms before and after it."""
    named = {(leaf.name, leaf.key[-1]): leaf.value for leaf in (*before, *after) if leaf.key}
    for old, new in changed(event, before, after):
        label = label_of(new)
        choice = new.unit is Unit.FLAG
        was = _said(old, named) if old else _unsaid(new)
        values: tuple[tuple[Unit, Value | None, str | None, Leaf], ...] = (
            (Unit.TEXT, new.name, None, new),
            (Unit.TEXT, new.axes[-1] if new.axes else "", None, new),
            (Unit.TEXT, new.key[-1] if new.key else "", None, new),
            (*was, old or new),
            (*_said(new, named), new),
            (Unit.FLAG, choice, None, new),
            (Unit.FLAG, new.value if choice else None, None, new),
            (Unit.FLAG, str(_said(new, named)[1]).endswith("."), None, new),
        )
        for (name, _, about), (unit, value, written, of) in zip(_ROWS, values, strict=True):
            yield Leaf(
                name, f"events[{event.name}].changes[{label}].{name}", unit, about, of.where, value, written, (AXIS,),
                (label,), of.source, of.assumption if name == AFTER else None,
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


def _said(
    leaf: Leaf, named: Mapping[tuple[str, str], Value | None] = MappingProxyType({})
) -> tuple[Unit, Value | None, str | None]:
    """A term's unit, value and form; what holds or does not is said in a word, and a label by the name of its row."""
    if leaf.unit is Unit.FLAG and leaf.value is not None:
        return Unit.TEXT, "yes" if leaf.value else "no", None
    found = (named.get((name, str(leaf.value))) for name in _LABELS.get(leaf.name, ()))
    said = next((each for each in found if each is not None), None)
    return (leaf.unit, leaf.value, leaf.written) if said is None else (Unit.TEXT, said, None)


def _unsaid(leaf: Leaf) -> tuple[Unit, None, None]:
    return Unit.TEXT if leaf.unit is Unit.FLAG else leaf.unit, None, None
