"""Parquet files as records, some thousand rows at a time. The door of pyarrow, which comes with `lexdocs[parquet]`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lexdocs.errors import InputError, Problem, Where
from lexdocs.terms.files.escaped import ESCAPE, is_escaped, not_text, shown
from lexdocs.terms.files.records import Kind, Records, Rows, Told
from lexdocs.terms.files.typed import number_text, time_text
from lexdocs.terms.listing_terms import ListingTerms

_ROWS = 4096  # at a time
_BUFFER = 1 << 18  # bytes read ahead of each column, so that a group of a million rows is not in memory at once
_CENTS = 2  # decimals


@contextmanager
def opened(
    path: Path, terms: ListingTerms, kind: Kind, problems: list[Problem], *, raw: bool = False
) -> Iterator[Records]:
    """The records of a Parquet file, its rows counted from one; columns that are tables themselves are left out.

    A column that is kept in a form by which something is lost is a problem, and so is a row that is not UTF-8, which is
    left blank, or `raw` has its bytes written out. Raises `InputError` where the file cannot be read.
    """
    with _file(path, terms) as file:
        schema = file.schema_arrow
        names = _columns(schema, terms, kind, problems)
        yield Rows(_sound(_rows(file, names, terms), terms, problems, raw=raw), heading=names)


def glimpses(path: Path, terms: ListingTerms, heading: Sequence[str], place: int, parts: int) -> Iterator[str]:
    """Cells of a column here and there in the file, in its order, about so many parts apart: it is read by itself."""
    with _file(path, terms) as file:
        step = max(1, file.metadata.num_rows // parts)
        for number, (cell,) in enumerate(_rows(file, [heading[place]], terms)):
            if number and number % step == 0:
                yield cell.strip()


@contextmanager
def _file(path: Path, terms: ListingTerms) -> Iterator[Any]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        what = "is a Parquet file, and the library that reads them is not installed"
        remedy = 'install it with `pip install "lexdocs[parquet]"`, or save the file as CSV'
        raise InputError(Problem(Where(terms.file), what, remedy)) from None
    with path.open("rb") as handle:
        try:
            file = pq.ParquetFile(handle, buffer_size=_BUFFER, pre_buffer=False)
        except (pa.ArrowException, OSError) as error:
            raise _unreadable(terms, error) from None
        yield file


def _columns(schema: Any, terms: ListingTerms, kind: Kind, problems: list[Problem]) -> list[str]:
    """The columns that are rows of cells; says which of ours are not kept as they must be."""
    import pyarrow as pa

    names = {terms.columns.get(name, name): name for name in kind.names()}
    texts = {terms.columns.get(name, name) for name in kind.texts}
    found = []
    for field in schema:
        sort = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
        if not pa.types.is_nested(sort):
            found.append(field.name)
        elif field.name in names:
            what = f'the column "{field.name}" holds {sort}, not a cell a row'
            problems.append(Problem(Where(terms.file), what, "write one value a row"))
            found.append(field.name)
        if field.name in texts and (pa.types.is_integer(sort) or pa.types.is_floating(sort) or _is_other(sort)):
            what = f'the column "{field.name}" is kept as {sort}, which loses noughts before a number'
            problems.append(Problem(Where(terms.file), what, "write it as text"))
    return found


def _is_other(sort: Any) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_decimal(sort) or pa.types.is_boolean(sort) or pa.types.is_temporal(sort))


def _sound(
    rows: Iterator[list[str]], terms: ListingTerms, problems: list[Problem], *, raw: bool
) -> Iterator[list[str]]:
    """Rows, of which those that are not UTF-8 are told."""
    for number, row in enumerate(rows, 1):
        if not is_escaped(said := "".join(row)):
            yield row
            continue
        problems.append(not_text(said, Where(terms.file, number)))
        yield list(map(shown, row)) if raw else [""]


def _rows(file: Any, names: list[str], terms: ListingTerms) -> Iterator[list[str]]:
    import pyarrow as pa

    number = 0
    batches = file.iter_batches(batch_size=_ROWS, columns=names, use_threads=False)
    while True:
        try:
            batch = next(batches, None)
            columns = [] if batch is None else [_texts(column) for column in batch.columns]
        except (pa.ArrowException, OSError, ValueError) as error:
            raise _unreadable(terms, error, number + 1) from None
        if batch is None:
            return
        number += batch.num_rows
        yield from map(list, zip(*columns, strict=True))


def _texts(column: Any) -> list[str]:
    """The cells of a column as texts: exact, and empty where there is none."""
    import pyarrow as pa

    sort = column.type
    if pa.types.is_dictionary(sort):
        column = column.dictionary_decode()
        sort = column.type
    if pa.types.is_nested(sort):
        return [Told("")] * len(column)
    as_text = pa.types.is_string(sort) or pa.types.is_large_string(sort) or pa.types.is_binary(sort)
    as_text = as_text or pa.types.is_large_binary(sort) or pa.types.is_integer(sort)
    if as_text or (pa.types.is_decimal(sort) and 0 <= sort.scale <= _CENTS):
        try:
            return column.cast(pa.string()).fill_null("").to_pylist()  # type: ignore[no-any-return]  # texts
        except (pa.ArrowInvalid, UnicodeDecodeError):
            return [(value or b"").decode("utf-8", ESCAPE) for value in column.cast(pa.large_binary()).to_pylist()]
    if pa.types.is_timestamp(sort) and sort.unit == "ns":
        column = column.cast(pa.timestamp("us", sort.tz))
    return [_text(value) for value in column.to_pylist()]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.date):
        return time_text(value)
    return str(value) if isinstance(value, str | datetime.time | datetime.timedelta) else number_text(value)


def _unreadable(terms: ListingTerms, error: Exception, row: int = 0) -> InputError:
    what = "the Parquet file cannot be read from here on" if row else "is no Parquet file that can be read"
    said = str(error).splitlines()[0] if str(error) else type(error).__name__
    return InputError(Problem(Where(terms.file, row), f"{what} ({said})", "have it written again"))
