"""Workbooks (XLSX) as records: a row of a sheet at a time, each cell as a text. The door of openpyxl."""

from __future__ import annotations

import datetime
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from xml.etree.ElementTree import ParseError

from lexdocs.errors import InputError, Problem, Where, did_you_mean
from lexdocs.terms.files.records import Kind, Records, Rows, Told
from lexdocs.terms.files.typed import formatted, time_text, zero_filled
from lexdocs.terms.listing_terms import ListingTerms

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_BROKEN = (
    OSError, zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError, TypeError, AttributeError, RuntimeError,
    ParseError,
)  # fmt: skip
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]").search
_PIECE = 1 << 20  # bytes that are looked at together
_ROWS = 256  # read at a time
_SHOWN = 12  # sheets that are named at most


@contextmanager
def opened(
    path: Path, terms: ListingTerms, kind: Kind, problems: list[Problem], *, raw: bool = False  # noqa: ARG001
) -> Iterator[Records]:  # fmt: skip
    """The records of a sheet, numbered as its rows are; rows between them that are empty are given as such.

    What a cell keeps in another form than the text that is meant, so that something of it may be lost, is added to
    `problems`. Raises `InputError` where the file is no workbook or does not say which sheet is meant.
    """
    with path.open("rb") as handle, closing(_workbook(handle, terms)) as book:
        sheet = _sheet(book, terms)
        with _formulas(path, terms, sheet.title) as formulas:
            yield Rows(_rows(sheet, formulas, terms, kind, problems), before=int(terms.skip_lines))


def _workbook(handle: Any, terms: ListingTerms, *, values: bool = True) -> Workbook:
    from openpyxl import load_workbook

    try:
        with _silent():
            return load_workbook(handle, read_only=True, data_only=values, keep_links=False)
    except _BROKEN as error:
        _unreadable(Where(terms.file), error)


def _sheet(book: Workbook, terms: ListingTerms) -> Any:
    """The sheet that is meant: the one that is named, or the only one."""
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    names = list(sheets)
    said = ", ".join(f'"{name}"' for name in names[:_SHOWN])
    sheet = sheets.get(terms.sheet or (names[0] if len(names) == 1 else ""))
    if sheet is None and terms.sheet is not None:
        what = f'there is no sheet "{terms.sheet}"'
        remedy = did_you_mean(terms.sheet, names) or f"its sheets are {said}"
        raise InputError(Problem(Where(terms.file), what, remedy))
    if sheet is None:
        what = f"has {len(names)} sheets, {said}" if names else "has no sheet"
        raise InputError(Problem(Where(terms.file), what, f"write which of them under {terms.section}.sheet"))
    # Some programs write a size of the sheet that is not its own; rows beyond it would be left out.
    sheet.reset_dimensions()
    return sheet


@contextmanager
def _formulas(path: Path, terms: ListingTerms, title: str) -> Iterator[Iterator[Any]]:
    """The rows of the sheet as formulas, if it has any: they tell a result that is missing from an empty cell."""
    if not _has_formulas(path, terms):
        yield repeat(())
        return
    with path.open("rb") as handle, closing(_workbook(handle, terms, values=False)) as book:
        sheet: Any = book[title]
        sheet.reset_dimensions()
        yield chain(sheet.iter_rows(min_row=1 + int(terms.skip_lines)), repeat(()))


def _has_formulas(path: Path, terms: ListingTerms) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                    with archive.open(name) as part:
                        end = b""
                        while piece := part.read(_PIECE):
                            if _FORMULA(end + piece):
                                return True
                            end = piece[-16:]
    except _BROKEN as error:
        _unreadable(Where(terms.file), error)
    return False


def _rows(
    sheet: Any, formulas: Iterator[Any], terms: ListingTerms, kind: Kind, problems: list[Problem]
) -> Iterator[list[str]]:
    number = int(terms.skip_lines)
    rows = zip(_read(sheet.iter_rows(min_row=number + 1), terms, number), formulas, strict=False)
    first = list(islice(rows, 2))
    if not first:
        return
    heading, *below = [_trimmed([_plain(cell.value) for cell in cells]) for cells, _ in first]
    _two_rows(heading, below[0] if below else [], terms, kind, number + 1)
    yield heading
    reading = _Reading(heading, terms, kind, problems)
    for line, (cells, said) in enumerate(chain(first[1:], rows), number + 2):
        yield reading.row(cells, said, line)


def _read(rows: Iterator[Any], terms: ListingTerms, number: int) -> Iterator[Any]:
    """The rows of the sheet, until it can be read no further."""
    while True:
        some: list[Any] = []
        broken: Exception | None = None
        with _silent():
            try:
                some.extend(islice(rows, _ROWS))
            except _BROKEN as error:
                broken = error
        yield from some
        number += len(some)
        if broken is not None:
            _unreadable(Where(terms.file, number + 1), broken)
        if len(some) < _ROWS:
            return


@contextmanager
def _silent() -> Iterator[None]:
    """Without what the library has to say of styles and extensions: no value rests on them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


class _Reading:
    """What each column is, and the row that is being read."""

    def __init__(self, heading: Sequence[str], terms: ListingTerms, kind: Kind, problems: list[Problem]) -> None:
        self.width, self.file, self.problems = len(heading), terms.file, problems
        names = {terms.columns.get(name, name): name for name in kind.names()}
        self.names = [names.get(title.strip(), "") for title in heading]
        self.texts, self.amounts = frozenset(kind.texts), frozenset(kind.amounts)

    def row(self, cells: Sequence[Any], formulas: Sequence[Any], number: int) -> list[str]:
        """The texts of a row, as many as there are headings, and more where there is more."""
        texts = [self._text(at, cell, number) for at, cell in enumerate(cells) if at < self.width]
        texts += [""] * (self.width - len(texts))
        texts += _trimmed([_plain(cell.value) for cell in cells[self.width :]])
        for at, cell in enumerate(formulas[: self.width]):
            # A formula whose result is an empty text has a cell of texts.
            lacking = at >= len(cells) or (cells[at].value is None and cells[at].data_type != "str")
            if cell.data_type == "f" and self.names[at] and lacking:
                remedy = "open it in the program that made it, let it calculate, and save it"
                self._problem(number, at, "is a formula whose result the file does not have", remedy)
                texts[at] = self._told(at, "")
        return texts

    def _text(self, at: int, cell: Any, number: int) -> str:
        value, name = cell.value, self.names[at]
        if value is None:
            return ""
        if isinstance(value, str):
            if cell.data_type == "e" and name:
                self._problem(number, at, f"the cell says {value}", "mend its formula, or write the value")
                return self._told(at, value)
            return value
        if isinstance(value, bool | datetime.date) or not _is_number(value):
            if name in self.texts:
                self._problem(number, at, f"is kept as a {_sort(value)}, not as the text", _AS_TEXT)
            if name in self.amounts:
                self._problem(number, at, f"is kept as a {_sort(value)}, not as an amount", _AS_AMOUNT)
                return self._told(at, _plain(value, cell.number_format))
            return _plain(value, cell.number_format)
        shown = cell.number_format
        if name not in self.texts:
            return formatted(value, shown) if name else _plain(value)
        filled = zero_filled(value, shown)
        if filled is None:
            if name in _WORDS:
                self._problem(number, at, "is kept as a number, and words should stand here", _AS_WORDS)
            else:
                self._problem(number, at, "is kept as a number, which loses noughts before it", _AS_TEXT_OR_ZEROS)
            return _plain(value)
        return filled

    def _told(self, at: int, text: str) -> str:
        """A cell of which all is told; texts are kept as they are, but those without which nobody can be named."""
        name = self.names[at]
        return Told(text) if name not in self.texts or name == "id" or (not text and name in _NEEDED) else text

    def _problem(self, number: int, at: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(Where(self.file, number), f"{self.names[at]}: {what}", remedy))


_NEEDED = ("name", "address_1", "holder")
_WORDS = ("name", "country")
_AS_WORDS = "see that the column is the right one; if it is, format it as text, and enter it again"
_AS_TEXT = "format the column as text, and enter it again"
_AS_AMOUNT = "see that the column is the right one; if it is, format it as a number, and enter it again"
_AS_TEXT_OR_ZEROS = f"{_AS_TEXT}, or give it a format of noughts, as many as it has digits, like 000000"


def _is_number(value: Any) -> bool:
    return not isinstance(value, datetime.time | datetime.timedelta)


def _sort(value: Any) -> str:
    return "truth value" if isinstance(value, bool) else "date or time"


def _plain(value: Any, shown: str = "") -> str:
    """What any value is as a text, without its column's care."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.date):
        return time_text(value, shown)
    return formatted(value, "") if not isinstance(value, str) and _is_number(value) else str(value)


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _two_rows(heading: Sequence[str], below: Sequence[str], terms: ListingTerms, kind: Kind, number: int) -> None:
    """Refuse a heading that goes on in the next row, under cells that were merged."""
    titles = {terms.columns.get(name, name) for name in kind.names()}
    at = next((at for at, title in enumerate(heading) if title.strip() == terms.columns.get(kind.key, kind.key)), None)
    goes_on = [cell.strip() for cell in below if cell.strip() in titles]
    if at is not None and goes_on and (at >= len(below) or not below[at].strip()):
        what = f'the heading takes two rows: "{goes_on[0]}" stands below it'
        raise InputError(Problem(Where(terms.file, number), what, "unmerge it: one row, a heading over each column"))


def _unreadable(where: Where, error: Exception) -> NoReturn:
    if isinstance(error, PermissionError):
        raise InputError(Problem(where, "cannot be read (Permission denied)", "check who may read it")) from None
    what = "is no workbook that can be read" if not where.line else "the workbook cannot be read from here on"
    raise InputError(Problem(where, what, "open it in a spreadsheet program and save it as XLSX again")) from None
