"""Inputs that are changed where they are written: rows and sections of the term sheet, labels, events, expirations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lexdocs.checks.mutation.edits import Edit, block_removed, value_replaced
from lexdocs.checks.mutation.inputs import Input, Standing, Try, is_term, values_for
from lexdocs.checks.mutation.values import others
from lexdocs.deal import Deal
from lexdocs.errors import Where
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Unit
from lexdocs.terms import history
from lexdocs.terms.changes import Change, parse_path
from lexdocs.terms.events import EventKind
from lexdocs.terms.reader import Path_, Raw, Sheet, dotted, read_sheet
from lexdocs.terms.terms import TERM_SHEET
from lexdocs.terms.validation import model_at

_UNITS = {"at": (Unit.DATE, Unit.MOMENT), "tendered": (Unit.MONEY,)}
_NOT_TERMS = ("kind", "sources", "holders", "tenders", "acknowledged")


def written(deal: Deal) -> Iterator[Input]:
    """Everything that is changed in a file of the deal rather than in the terms read from it."""
    text = (deal.folder / TERM_SHEET).read_text("utf-8")
    sheet = read_sheet(deal.folder / TERM_SHEET)
    yield from _expiration(sheet, text)
    yield from _taken_out(deal, sheet, text)
    yield from _labels(deal, sheet)
    for path in sorted((deal.folder / "events").glob("*.y*ml")):
        yield from _event(deal, path)


def _expiration(sheet: Sheet, text: str) -> Iterator[Input]:
    """The expiration, on which the history of the offer rests: it is read from the sheet before any change."""
    said = sheet.value(history.EXPIRATION)
    if isinstance(said, str):
        tries = replacing(
            TERM_SHEET, text, sheet.place(history.EXPIRATION), others(Unit.MOMENT, parse(Unit.MOMENT, said))
        )
        yield Input(dotted(history.EXPIRATION), sheet.place(history.EXPIRATION), said, tries)


def replacing(file: str, text: str, where: Where, values: tuple[str, ...]) -> tuple[Try, ...]:
    """One value of a file written otherwise, in each of some ways."""
    found = ((value, value_replaced(text, where.line, where.column, value)) for value in values)
    return tuple(Try(value, Edit(files=((file, new),))) for value, new in found if new is not None)


def _taken_out(deal: Deal, sheet: Sheet, text: str) -> Iterator[Input]:
    """Each term, section and row of the sheet that could be left out."""
    for path, where in {**sheet.places, **sheet.keys}.items():
        if not path or path[0] in _NOT_TERMS or path == history.EXPIRATION:
            continue
        row = isinstance(path[-1], int)
        if not row and (path not in sheet.keys or _must_be_there(deal, path)):
            continue
        new = block_removed(text, where.line, where.column)
        if new != text:
            said = sheet.value(path)
            tries = (Try("(left out)", Edit(files=((TERM_SHEET, new),))),)
            shown = said if isinstance(said, str) else "a row" if row else "a section"
            yield Input(dotted(path), where, shown, tries, Standing.REMOVED, 1)


def _must_be_there(deal: Deal, path: Path_) -> bool:
    """Whether the schema asks for a term, so that nothing comes of taking it out."""
    around = model_at(type(deal.terms.values), path[:-1])
    field = around.model_fields.get(str(path[-1])) if around else None
    return field is not None and field.is_required()


def _labels(deal: Deal, sheet: Sheet) -> Iterator[Input]:
    """What a row is called, where that is printed nowhere: its figures move to another address, and no more."""
    known = {leaf.path for leaf in deal.terms.leaves}
    for path, said in _values(sheet.data, ()):
        inside = any(isinstance(step, int) for step in path[:-1])
        if inside and path[0] not in _NOT_TERMS and dotted(path) not in known and isinstance(path[-1], str):
            change = Change(dotted(path), "another-label", sheet.place(path))
            tries = (Try("another-label", Edit((change,))),)
            yield Input(dotted(path), sheet.place(path), said, tries, Standing.LABEL, 1)


def _values(data: Raw, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _values(value, (*path, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _values(value, (*path, index))
    elif data is not None:
        yield path, data


def _event(deal: Deal, path: Path) -> Iterator[Input]:
    file = f"events/{path.name}"
    sheet, text = read_sheet(path, file), path.read_text("utf-8")
    for name in ("at", "tendered", "kind"):
        said = sheet.value((name,))
        if isinstance(said, str):
            values = _kinds(said) if name == "kind" else _other(said, _UNITS[name])
            where = sheet.place((name,))
            yield Input(f"{file}:{name}", where, said, replacing(file, text, where, values))
    changes = sheet.value(("changes",))
    for term, said in changes.items() if isinstance(changes, dict) else ():
        if isinstance(said, str):
            where = sheet.place(("changes", term))
            yield Input(f"{file}:{term}", where, said, replacing(file, text, where, _values_of(deal, term, said)))


def _kinds(said: str) -> tuple[str, ...]:
    return tuple(str(kind) for kind in EventKind if kind != said)


def _other(said: str, units: tuple[Unit, ...]) -> tuple[str, ...]:
    for unit in units:
        try:
            return others(unit, parse(unit, said), said)
        except NotationError:
            continue
    return ()


def _values_of(deal: Deal, term: str, said: str) -> tuple[str, ...]:
    """Other values for a term where an event states it."""
    if parse_path(term) == history.EXPIRATION:
        return _other(said, (Unit.MOMENT,))
    leaf = next((leaf for leaf in deal.terms.leaves if is_term(leaf) and leaf.path == term), None)
    return tuple(each for each in values_for(deal, leaf) if each != said) if leaf else ()


def by_path(inputs: Iterator[Input]) -> Mapping[str, Input]:
    """The inputs by path; of two for one path, the first."""
    found: dict[str, Input] = {}
    for each in inputs:
        found.setdefault(f"{each.path} {each.standing}", each)
    return found
