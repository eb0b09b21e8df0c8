"""CSV files as records."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice, repeat
from pathlib import Path

from lexdocs.errors import Problem, Where
from lexdocs.terms.files.records import Kind, Records
from lexdocs.terms.listing_terms import ListingTerms
from lexdocs.terms.reader import read_text


@contextmanager
def opened(path: Path, terms: ListingTerms, _kind: Kind, problems: list[Problem]) -> Iterator[Records]:
    """The records of a CSV file; where it ceases to be CSV, the reading ends with a problem.

    Raises `InputError` where the file cannot be read or is not UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            skipped = int(terms.skip_lines)
            # Lines above the heading need be no CSV: they are read as blank, so that those below keep their number.
            lines = chain(repeat("\n", skipped), islice(handle, skipped, None)) if skipped else handle
            records = csv.reader(lines, strict=True)
            for _ in range(skipped):
                next(records, None)
            try:
                yield records
            except csv.Error as error:
                where = Where(terms.file, records.line_num)
                problems.append(not_csv(where, error))
    except (OSError, UnicodeDecodeError):
        read_text(path, terms.file)  # says what is wrong with it, and where
        raise


def not_csv(where: Where, error: csv.Error) -> Problem:
    """Why a file ceases to be CSV: mostly a quotation mark that nobody closed, so that rows run into one cell."""
    if str(error).startswith("field larger"):
        what = f"a cell has more than {csv.field_size_limit():,} characters"
        return Problem(where, what, "close the quotation mark with which it begins, or shorten what stands there")
    return Problem(where, f"is not CSV: {error}", "save it as CSV")


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
