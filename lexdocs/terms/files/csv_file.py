"""CSV files as records."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TextIO

from lexdocs.errors import Problem, Where
from lexdocs.terms.files.escaped import ESCAPE, column_of, is_escaped, not_text, shown
from lexdocs.terms.files.records import Broken, Kind, Records, blank
from lexdocs.terms.listing_terms import ListingTerms
from lexdocs.terms.reader import read_text


@contextmanager
def opened(
    path: Path, terms: ListingTerms, _kind: Kind, problems: list[Problem], *, raw: bool = False
) -> Iterator[Records]:
    """The records of a CSV file; where it ceases to be CSV, the reading ends with a problem.

    A row that is not UTF-8 is a problem too, and left blank, or `raw` with its bytes written out. Raises `InputError`
    where the file or its heading cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            records = _CsvRows(handle, path, terms, problems, raw=raw)
            for _ in range(int(terms.skip_lines)):
                next(records, None)
            try:
                yield records
            except csv.Error as error:
                where = Where(terms.file, records.line_num)
                problems.append(not_csv(where, error))
    except OSError:
        read_text(path, terms.file)  # says what is wrong with it
        raise


class _CsvRows:
    """The rows of a file as the csv module gives them; once a part of it is no text, the rows are looked at one by one.

    A part is some thousand bytes that are decoded together, so that a file that is sound is read as quickly as any.
    """

    def __init__(self, handle: TextIO, path: Path, terms: ListingTerms, problems: list[Problem], *, raw: bool) -> None:
        self.path, self.terms, self.problems, self.raw = path, terms, problems, raw
        self.reader = csv.reader(_below(handle, terms), strict=True)
        self.close: Iterator[list[str]] | None = None

    @property
    def line_num(self) -> int:
        """Where the last row ends."""
        return self.reader.line_num

    def __iter__(self) -> Iterator[list[str]]:
        if self.close is None:
            try:
                yield from self.reader
            except UnicodeDecodeError:
                self.close = self._closely(self.reader.line_num)
            else:
                return
        for row in self.close:  # noqa: UP028  `yield from` would close it with this iterator, and it goes on after that
            yield row

    def __next__(self) -> list[str]:
        return next(iter(self))

    def take(self, rows: list[list[str]], most: int) -> None:
        """Add the next rows to others, as quickly as they can be read."""
        if self.close is None:
            try:
                rows.extend(islice(self.reader, most - len(rows)))
            except UnicodeDecodeError:
                self.close = self._closely(self.reader.line_num)
        if self.close is not None:
            rows.extend(islice(self.close, most - len(rows)))

    def _closely(self, given: int) -> Iterator[list[str]]:
        """The rows that end behind the lines that were given already."""
        lines: list[str] = []  # of the row that is read
        with self.path.open(encoding="utf-8-sig", errors=ESCAPE, newline="") as handle:
            self.reader = csv.reader(_noted(_below(handle, self.terms), lines), strict=True)
            end = 0
            for row in self.reader:
                first, end = end + 1, self.reader.line_num
                if end > given:
                    bad = next((line for line in lines if is_escaped(line)), None)
                    yield row if bad is None else self._flawed(row, first, bad, alone=len(lines) == 1)
                lines.clear()

    def _flawed(self, row: list[str], first: int, line: str, *, alone: bool) -> list[str]:
        if first == 1 + int(self.terms.skip_lines):
            read_text(self.path, self.terms.file)  # says where in the heading
        self.problems.append(not_text(line, Where(self.terms.file, first, column_of(line) if alone else 0)))
        return list(map(shown, row)) if self.raw else [blank(row)]


def _below(handle: TextIO, terms: ListingTerms) -> Iterable[str]:
    """The lines of a file; those above the heading need be no CSV: they are blank, so that others keep their number."""
    skipped = int(terms.skip_lines)
    return chain(repeat("\n", skipped), islice(handle, skipped, None)) if skipped else handle


def _noted(lines: Iterable[str], seen: list[str]) -> Iterator[str]:
    for line in lines:
        seen.append(line)
        yield line


def not_csv(where: Where, error: csv.Error) -> Problem:
    """Why a file ceases to be CSV: mostly a quotation mark that nobody closed, so that rows run into one cell."""
    if str(error).startswith("field larger"):
        what = f"a cell has more than {csv.field_size_limit():,} characters"
        return Broken(where, what, "close the quotation mark with which it begins, or shorten what stands there")
    return Broken(where, f"is not CSV: {error}", "save it as CSV")


def glimpses(path: Path, _terms: ListingTerms, heading: Sequence[str], place: int, parts: int) -> Iterator[str]:
    """Cells of a column here and there in the file, in its order, about so many parts apart."""
    for line in lines_at(path, parts):
        try:
            cells = next(csv.reader([line]), [])
        except csv.Error:
            continue
        # A line may begin within a row; what is found there is no worse than another cell.
        if len(cells) == len(heading):
            yield cells[place]


def lines_at(path: Path, parts: int) -> Iterator[str]:
    """Lines here and there in a file of text, one behind each of so many parts of it but the last."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        for part in range(1, parts):
            file.seek(size * part // parts)
            file.readline()
            yield file.readline().decode("utf-8", "replace")
