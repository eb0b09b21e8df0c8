"""Inputs of the register and of the tender log: the cells of some of their rows, and some rows taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lexdocs.checks.mutation.edits import Edit, cell_replaced, row_removed, rows_in
from lexdocs.checks.mutation.inputs import Input, Standing, Try
from lexdocs.checks.mutation.values import others
from lexdocs.deal import Deal
from lexdocs.errors import Where
from lexdocs.figures.figure import Figure
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Unit
from lexdocs.terms import register
from lexdocs.terms.frame import OPTION, SERIES
from lexdocs.terms.joined import listings_of
from lexdocs.terms.listing_terms import ListingFormat, ListingTerms
from lexdocs.terms.tenders import read_entries

HOLDERS = 2  # rows of the register that are tried at most, beside one of each sort
ENTRIES = 12  # rows of the log
OTHERS = 6  # times and holders of other rows that are put in the place of one
_UNITS = {
    "held": Unit.MONEY, "tendered": Unit.MONEY, "withdrawn": Unit.MONEY, "early": Unit.MONEY, "principal": Unit.MONEY,
    "withholding": Unit.PERCENTAGE,
}  # fmt: skip
_REGISTER = (
    "id", "name", "address_1", "address_2", "address_3", "address_4", "account", "participant", "series", "option",
    "held", "tendered", "withdrawn", "early", "withholding",
)  # fmt: skip
_LOG = ("time", "action", "principal", "series", "option", "holder")
_ACTIONS = {"tender": "withdrawal", "withdrawal": "tender"}
_ID, _ADDRESS, _ACCOUNT = "ZX-9041", "9 Wychwood Crescent", "ZX-90417"


def listed(deal: Deal) -> Iterator[Input]:
    """The cells of the register and of the log, where they are CSV: no other form is written by hand."""
    yield from _register(deal)
    yield from _log(deal)


def sample(deal: Deal) -> list[str]:
    """Some holdings: the first ones and the last, and one of each sort."""
    labels = deal.book.axes.get(register.AXIS, ())
    if not isinstance(labels, tuple):
        return []
    chosen = {*labels[:HOLDERS], *labels[-1:], *sorts(deal)}
    return [label for label in labels if label in chosen]


def sorts(deal: Deal) -> frozenset[str]:
    """One holding of each sort, by the flags that hold of it, and by what of it is nothing or pending."""
    labels = deal.book.axes.get(register.AXIS, ())
    of: dict[str, list[object]] = {label: [] for label in labels} if isinstance(labels, tuple) else {}
    for figure in deal.book:
        if len(figure.key) == 1 and figure.key[0] in of:
            value = figure.value if isinstance(figure, Figure) else None
            of[figure.key[0]].append((figure.name, value if value is None or figure.unit is Unit.FLAG else value == 0))
    return frozenset({tuple(found): label for label, found in reversed(of.items())}.values())


def _register(deal: Deal) -> Iterator[Input]:
    holders = deal.terms.values.holders
    path = deal.folder / holders.file
    labels = deal.book.axes.get(register.AXIS)
    if not path.is_file() or not _is_plain(holders) or not isinstance(labels, tuple):
        return
    text = path.read_text("utf-8-sig")
    rows = rows_in(text)
    titles = {name: holders.columns.get(name, name) for name in _REGISTER}
    chosen = set(sample(deal))
    for number, label in enumerate(labels, 1):
        if label not in chosen:
            continue
        for name, title in titles.items():
            if title in rows[0]:
                column = rows[0].index(title)
                yield _cell(deal, holders.file, text, rows, number, column, f"register.{name}[{label}]", name)
    yield _row(holders.file, text, len(rows) - 1, f"register[{labels[-1]}]")


def _log(deal: Deal) -> Iterator[Input]:
    tenders = deal.terms.values.tenders
    path = deal.folder / tenders.file
    if not path.is_file() or not _is_plain(tenders):
        return
    text = path.read_text("utf-8-sig")
    rows = rows_in(text)
    titles = {name: tenders.columns.get(name, name) for name in _LOG}
    later = _later(deal)
    for number in range(1, len(rows))[:ENTRIES]:
        for name, title in titles.items():
            if title in rows[0] and rows[number][rows[0].index(title)]:
                column = rows[0].index(title)
                at = f"{tenders.file}:{number + 1}.{name}"
                made = _cell(deal, tenders.file, text, rows, number, column, at, name)
                yield replace(made, later=number + 1 in later)
    last = _row(tenders.file, text, len(rows) - 1, f"{tenders.file}:{len(rows)}")
    yield replace(last, later=len(rows) in later)


def _later(deal: Deal) -> frozenset[int]:
    """The lines of the log that are later than the event."""
    read = listings_of(deal.folder, deal.terms)
    if read.deadlines is None or deal.terms.log is None or not deal.terms.log.later:
        return frozenset()
    entries = read_entries(deal.folder, read.tenders, read.frame, [], read.place)
    return frozenset(entry.line for entry in entries if entry.time > read.deadlines.as_of)


def _is_plain(terms: ListingTerms) -> bool:
    """Whether a listing is CSV under its heading and no more: what is edited here, cell by cell."""
    return terms.form is ListingFormat.CSV and not terms.skip_lines


def _cell(
    deal: Deal, file: str, text: str, rows: Sequence[Sequence[str]], number: int, column: int, path: str, name: str
) -> Input:
    said = rows[number][column]
    if name == "id":
        tries = tuple(Try(_ID, _renamed(deal, file, text, said)) for _ in (0,))
    else:
        found = _values(deal, name, said, rows, column)
        made = [(new, cell_replaced(text, number, column, new)) for new in found]
        if name == "withdrawn":
            # What is withdrawn was tendered, and what is tendered is held.
            made += [(new, _tendered(deal, changed, number)) for new, changed in made]
        tries = tuple(Try(new, Edit(files=((file, changed),))) for new, changed in made)
    standing = Standing.WRITTEN if said else Standing.ABSENT
    return Input(path, Where(file, number + 1), said, tries, standing, 3 if name in _UNITS else 1)


def _tendered(deal: Deal, text: str, number: int) -> str:
    """The register with all of a holding tendered."""
    rows, columns = rows_in(text), deal.terms.values.holders.columns
    titles = [columns.get(name, name) for name in ("tendered", "held")]
    if not set(titles) <= set(rows[0]):
        return text
    tendered, held = (rows[0].index(title) for title in titles)
    return cell_replaced(text, number, tendered, rows[number][held])


def _row(file: str, text: str, number: int, path: str) -> Input:
    tries = (Try("(taken out)", Edit(files=((file, row_removed(text, number)),))),)
    return Input(path, Where(file, number + 1), "a row", tries, Standing.REMOVED, 1)


def _renamed(deal: Deal, file: str, text: str, said: str) -> Edit:
    """A holder under another identifier, in the register and in the log."""
    tenders = deal.terms.values.tenders
    log = deal.folder / tenders.file
    titles = [(file, text, deal.terms.values.holders.columns.get("id", "id"))]
    if log.is_file() and _is_plain(tenders):
        titles.append((tenders.file, log.read_text("utf-8-sig"), tenders.columns.get("holder", "holder")))
    files = []
    for name, old, title in titles:
        rows, new = rows_in(old), old
        column = rows[0].index(title)
        for number, cells in enumerate(rows):
            if number and cells[column] == said:
                new = cell_replaced(new, number, column, _ID)
        files.append((name, new))
    return Edit(files=tuple(files))


def _values(deal: Deal, name: str, said: str, rows: Sequence[Sequence[str]], column: int) -> tuple[str, ...]:
    """Other values for a cell."""
    if name in _UNITS:
        return _amounts(name, said)
    if name in (SERIES, OPTION):
        labels = deal.book.axes.get(name, ())
        return tuple(each for each in labels if each != said) if isinstance(labels, tuple) else ()
    if name == "action":
        return (_ACTIONS[said],) if said in _ACTIONS else ()
    if name in ("time", "holder"):
        beside = dict.fromkeys(cells[column] for cells in rows[1:] if cells[column] != said)
        return (*(_years(said) if name == "time" else ()), *list(beside)[:OTHERS])
    if name.startswith("address"):
        return (_ADDRESS,)
    return (_ACCOUNT,) if name == "account" else others(Unit.TEXT, said or "a name")


def _years(said: str) -> tuple[str, ...]:
    """A time a year later, and a year earlier: after every deadline, and before the offer."""
    year = said[:4]
    return tuple(f"{int(year) + by}{said[4:]}" for by in (1, -1)) if year.isdigit() else ()


def _amounts(name: str, said: str) -> tuple[str, ...]:
    unit = _UNITS[name]
    text = said if unit is not Unit.MONEY or said.startswith("$") or not said else f"${said}"
    try:
        value = parse(unit, text) if text else 0
    except NotationError:
        return ()
    return others(unit, value, text)
