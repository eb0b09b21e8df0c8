"""Inputs that are changed where they are written: rows and sections of the term sheet, labels, the expiration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lexdocs.checks.mutation.edits import Edit, block_removed
from lexdocs.checks.mutation.inputs import Input, Standing, Try, replacing
from lexdocs.checks.mutation.values import others
from lexdocs.deal import Deal
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Unit
from lexdocs.terms import history
from lexdocs.terms.changes import Change
from lexdocs.terms.digests import TERM_SHEET
from lexdocs.terms.reader import Path_, Raw, Sheet, dotted, read_sheet
from lexdocs.terms.validation import model_at

_NOT_TERMS = ("kind", "sources", "holders", "tenders", "acknowledged")


def written(deal: Deal) -> Iterator[Input]:
    """Everything that is changed in a file of the deal rather than in the terms read from it."""
    text = (deal.folder / TERM_SHEET).read_text("utf-8")
    sheet = read_sheet(deal.folder / TERM_SHEET)
    yield from _expiration(sheet, text)
    yield from _taken_out(deal, sheet, text)
    yield from _labels(deal, sheet)


def _expiration(sheet: Sheet, text: str) -> Iterator[Input]:
    """The expiration, on which the history of the offer rests: it is read from the sheet before any change."""
    said = sheet.value(history.EXPIRATION)
    if isinstance(said, str):
        tries = replacing(
            TERM_SHEET, text, sheet.place(history.EXPIRATION), others(Unit.MOMENT, parse(Unit.MOMENT, said))
        )
        yield Input(dotted(history.EXPIRATION), sheet.place(history.EXPIRATION), said, tries)


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


def by_path(inputs: Iterator[Input]) -> Mapping[str, Input]:
    """The inputs by path; of two for one path, the first."""
    found: dict[str, Input] = {}
    for each in inputs:
        found.setdefault(f"{each.path} {each.standing}", each)
    return found
