"""Opening a listing whatever the form of its file: the one place where the forms are told apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lexdocs.errors import InputError, Problem, Where
from lexdocs.terms.blocks import blocks
from lexdocs.terms.files import csv_file, parquet, positions, workbook
from lexdocs.terms.files.records import Broken, Kind, Records, Without
from lexdocs.terms.listing_terms import ListingFormat, ListingTerms
from lexdocs.terms.reader import read_text

_OPENED = {
    ListingFormat.CSV: csv_file.opened, ListingFormat.XLSX: workbook.opened, ListingFormat.PARQUET: parquet.opened,
    ListingFormat.POSITIONS: positions.opened,
}  # fmt: skip
_GLIMPSES = {
    ListingFormat.CSV: csv_file.glimpses, ListingFormat.PARQUET: parquet.glimpses,
    ListingFormat.POSITIONS: positions.glimpses,
}  # fmt: skip
_PACKED = {ListingFormat.XLSX: 8, ListingFormat.PARQUET: 6}
_ZIP, _PARQUET, _OLD = b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0"
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # what a file in UTF-16 begins with
_BEYOND = "put quotation marks around a cell that holds a comma"
BEYOND = {ListingFormat.XLSX: "clear what stands beyond the last heading, or give it a heading"}
"""What to do about a row with more cells than the heading has, where it is not a matter of commas."""


@contextmanager
def opened(
    folder: Path, terms: ListingTerms, kind: Kind, problems: list[Problem], aside: Collection[int] = (), *,
    raw: bool = False,
) -> Iterator[Records]:  # fmt: skip
    """The records of a listing, its heading first; those that begin in a line of `aside` are left blank.

    A row that cannot be read is left blank too, or `raw` given as it stands. Raises `InputError` where the file cannot
    be read, or is not of the form that it should be.
    """
    path = folder / terms.file
    _look(path, terms)
    told = _Elsewhere(problems, aside) if aside else problems
    with _OPENED[terms.form](path, terms, kind, told, raw=raw) as records:
        yield Without(records, aside) if aside else records


class _Elsewhere(list[Problem]):
    """Problems of a listing, of which those of rows that are set aside go no further."""

    def __init__(self, problems: list[Problem], aside: Collection[int]) -> None:
        super().__init__()
        self.problems, self.aside = problems, aside

    def append(self, problem: Problem) -> None:
        # Where a file breaks off, it does so whatever is set aside.
        if isinstance(problem, Broken) or problem.where.line not in self.aside:
            self.problems.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        for each in problems:
            self.append(each)


def raw_rows(folder: Path, terms: ListingTerms, kind: Kind) -> Iterator[tuple[int, list[str]]]:
    """The rows of a listing as they stand, sound or not, each with the line in which it begins; the heading first.

    Rows in which nothing stands are no rows. Raises `InputError` where the file cannot be read.
    """
    with opened(folder, terms, kind, [], raw=True) as records:
        yield first_line(terms), next(records, [])
        for rows, lines in blocks(records):
            for first, cells in zip(lines, rows, strict=True):
                if any(map(str.strip, cells)):
                    yield first, cells


def glimpses(path: Path, terms: ListingTerms, heading: Sequence[str], place: int, parts: int) -> Iterator[str] | None:
    """Cells of a column here and there in a file, in its order, or None where that takes reading all of it."""
    found = _GLIMPSES.get(terms.form)
    return None if found is None else found(path, terms, heading, place, parts)


def size_of(folder: Path, terms: ListingTerms) -> int:
    """About how many bytes a listing would have as CSV: what is packed takes more room than its file.

    A file that is not there has none; whoever reads it says so.
    """
    path = folder / terms.file
    return path.stat().st_size * _PACKED.get(terms.form, 1) if path.is_file() else 0


def first_line(terms: ListingTerms) -> int:
    """The line of the heading, or the one before the first row where the file has none."""
    return int(terms.skip_lines) + (terms.form in (ListingFormat.CSV, ListingFormat.XLSX))


def beyond(terms: ListingTerms) -> str:
    """What to do about a row with more cells than the heading."""
    return BEYOND.get(terms.form, _BEYOND)


def _look(path: Path, terms: ListingTerms) -> None:
    """Refuse a file that is plainly of another form than it is read as."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError:
        read_text(path, terms.file)  # says why it cannot be read
        raise
    form, where = terms.form, Where(terms.file)
    if start[:2] in _WIDE and form in (ListingFormat.CSV, ListingFormat.POSITIONS):
        read_text(path, terms.file)  # says what it is
    if start == _OLD:
        remedy = "save it as XLSX, without a password"
        raise InputError(Problem(where, "is a workbook of an old form, or one with a password", remedy))
    found = {_ZIP: ListingFormat.XLSX, _PARQUET: ListingFormat.PARQUET}.get(start)
    nouns = {ListingFormat.XLSX: "a workbook", ListingFormat.PARQUET: "a Parquet file"}
    if form in nouns and found is not form:
        is_what = nouns[found] if found else "empty" if not start else "no such file by its first bytes"
        what = f"is read as {nouns[form]}, and is {is_what}"
        raise InputError(Problem(where, what, f"write its form under {terms.section}.format, or save it anew"))
    if form not in nouns and found is not None:
        what = f"is {nouns[found]}, and is read as {'CSV' if form is ListingFormat.CSV else 'lines of fixed positions'}"
        raise InputError(Problem(where, what, f"write `format: {found}` under {terms.section}, or save it anew"))
