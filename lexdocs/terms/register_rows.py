"""The rows of a register as they stream: read and checked one by one, none kept.

A clean row takes a short way: its amounts are looked up among those already read, and its texts are checked
together. Any other row takes the long way through the notation, which says what is wrong with it. Both ways
give the same values, and a test holds them to that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from lexdocs.errors import Problem, Where
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Unit, Value
from lexdocs.terms.files.opening import beyond, first_line, opened
from lexdocs.terms.files.records import Records, Told, begun
from lexdocs.terms.frame import Frame
from lexdocs.terms.listing import (
    ID,
    SIGNS,
    Column,
    Remembered,
    cell_problem,
    heading_of,
    no_identifier,
    places_of,
    plain_amount,
    plain_ends,
    read_amount,
    stated_amount,
    totals_row,
    uneven,
)
from lexdocs.terms.register_addresses import is_posted, misposted, no_addresses, unaddressed
from lexdocs.terms.register_columns import (
    ADDRESS,
    EARLY,
    KIND,
    LINES,
    LOGGED,
    TENDERED,
    WITHDRAWN,
    WITHHOLDING,
    columns,
)
from lexdocs.terms.register_faults import NEGATIVE, impossible, misread_labels, unwritten
from lexdocs.terms.sheet import HoldersTerms

__all__ = ["ADDRESS", "EARLY", "LINES", "TENDERED", "WITHDRAWN", "Row", "columns", "ids_of", "read_rows"]

_MARK, _BEFORE, _AFTER = "|", " |", "| "  # between texts that are looked at together


class Row(NamedTuple):
    """A row of the register that is sound in itself.

    `values` are those of `columns`, in their order: texts (empty where there is none), principal in dollars (`int`,
    or `Fraction` where there are cents; nothing where there is none), then rates. `line` is where the row begins in the
    file, and `written` what its cells say, in the order of `values` too.
    """

    id: str
    series: str
    line: int
    values: tuple[Any, ...]
    written: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """Where the columns stand, and what each of them must hold."""

    terms: HoldersTerms
    frame: Frame
    columns: tuple[Column, ...]
    places: dict[str, int]
    index: dict[str, int]  # of a column among `values`


def read_rows(
    folder: Path, terms: HoldersTerms, frame: Frame, problems: list[Problem], *, logged: bool = False,
    aside: Collection[int] = (),
) -> Iterator[Row]:  # fmt: skip
    """The sound rows of a register, in order; what is wrong with the others is added to `problems`.

    `logged`: there is a tender log, so that the register must not say what is tendered. Rows that begin in a line of
    `aside` are passed over. Nothing is kept: whether a
    holding stands twice (the same `id`, and `series` where there are several, capitals or not) is the caller's to see,
    who may do so in parts; `twice` says it. Raises `InputError` where the file or its heading cannot be read.
    """
    with opened_register(folder, terms, frame, problems, logged=logged, aside=aside) as (records, heading, layout):
        yield from _rows(records, heading, layout, problems)


@contextmanager
def opened_register(
    folder: Path, terms: HoldersTerms, frame: Frame, problems: list[Problem], *, logged: bool,
    aside: Collection[int] = (),
) -> Iterator[tuple[Records, list[str], Layout]]:  # fmt: skip
    """The records of a register after its heading, the heading, and where its columns stand; raises as `read_rows`."""
    with opened(folder, terms, KIND, problems, aside) as records:
        heading = heading_of(records, terms, KIND)
        wanted = columns(frame, logged=logged)
        if logged:
            problems += _two_authors(heading, terms)
        places = places_of(heading, wanted, terms, KIND, LOGGED if logged else ())
        problems += no_addresses(places, terms)
        yield records, heading, Layout(terms, frame, wanted, places, {each.name: at for at, each in enumerate(wanted)})


def _rows(records: Any, heading: list[str], layout: Layout, problems: list[Problem]) -> Iterator[Row]:
    """The short way, and the long one for every row that is not plainly sound."""
    width, index, frame = len(heading), layout.index, layout.frame
    # A column that is not in the file reads what is put behind the row's own cells.
    default = frame.series[0] if frame.series is not None and len(frame.series) == 1 else ""
    behind = ("", default)
    absent = {"series": width + 1}
    pick = itemgetter(*(layout.places.get(each.name, absent.get(each.name, width)) for each in layout.columns))
    texts = sum(column.unit is Unit.TEXT for column in layout.columns)
    amount = Remembered(lambda text: plain_amount(text) if text else 0).__getitem__
    share = Remembered(plain_rate).__getitem__
    name, address, held, series = index["name"], index["address_1"], index["held"], index.get("series", 0)
    tendered, withdrawn, early = (index.get(each, 0) for each in ("tendered", "withdrawn", "early"))
    stated, posted = "early" in layout.places, bool({"country", "postal_code"} & layout.places.keys())
    country, code = index["country"], index["postal_code"]
    language, languages = index["language"], frozenset(("", *frame.languages))
    known, short, make = frozenset(frame.series or ()), "option" not in index, tuple.__new__
    for line, cells in begun(records):
        if len(cells) == width and short:
            cells.extend(behind)
            picked = pick(cells)
            words = picked[:texts]
            joined = _MARK.join(words)
            # Texts in usual characters without space around them need no more care.
            usual = joined.isascii() and joined.isprintable() and _BEFORE not in joined and _AFTER not in joined
            addressed = words[name] and words[address] and (not posted or is_posted(words[country], words[code]))
            addressed = addressed and words[language] in languages
            if usual and addressed and joined[-1] != " " and ID(words[0]) and picked[held]:
                try:
                    values = (*words, *map(amount, picked[texts:-1]), share(picked[-1]))
                except KeyError:
                    values = ()
                of = words[series] if series else ""
                if values and (of in known or not known):
                    if not tendered:
                        yield make(Row, (words[0], of, line, values, picked))
                        continue
                    left = values[tendered] - values[withdrawn]
                    if early and not stated:
                        values = (*values[:early], left, *values[early + 1 :])
                    if picked[tendered] and 0 <= left <= values[held] and (not early or values[early] <= left):
                        yield make(Row, (words[0], of, line, values, picked))
                        continue
            del cells[width:]
        row = careful(cells, heading, line, layout, problems)
        if row is not None:
            yield row


def careful(cells: list[str], heading: Sequence[str], line: int, layout: Layout, problems: list[Problem]) -> Row | None:
    """A row read through the notation, or nothing and what is wrong with it."""
    where = Where(layout.terms.file, line)
    if not any(cell.strip() for cell in cells):
        return None
    total = totals_row(cells, where, KIND)
    if total is not None:
        problems.append(total)
        return None
    if len(cells) != len(heading):
        problems.append(uneven(cells, heading, where, beyond(layout.terms)))
        return None
    texts = {name: plain_ends(cells[place]).strip() for name, place in layout.places.items()}
    told = {name for name, place in layout.places.items() if type(cells[place]) is Told}
    if "id" in told:
        return None
    if not ID(texts["id"]):
        problems.append(no_identifier(texts["id"], where))
        return None
    found: list[Problem] = []
    values: dict[str, Any] = {}
    for column in layout.columns:
        if column.name in told:
            continue
        try:
            values[column.name] = _value(column, texts.get(column.name, ""))
        except NotationError as error:
            found.append(cell_problem(column, texts.get(column.name, ""), error, where))
    found += unaddressed(values, where)
    found += misposted(values, where)
    found += unwritten(values, layout.frame, where)
    if not found and not told:
        found += misread_labels(values, layout.frame, where)
        found += impossible(values, "early" in layout.places, where)
    problems += found
    if found or told:
        return None
    written = tuple(texts.get(each.name, "") for each in layout.columns)
    return Row(
        texts["id"], values.get("series", ""), line, tuple(values[each.name] for each in layout.columns), written
    )


def _value(column: Column, text: str) -> Value:
    if column.unit is Unit.TEXT:
        return parse(Unit.TEXT, text) if text else ""
    if not text:
        if column.required:
            raise NotationError("is empty", "write 0 where there is none")
        return 0 if column.unit is Unit.MONEY else Fraction(0)
    if column.unit is Unit.MONEY:
        if text.startswith((*SIGNS, "(")) and (stated_amount(text) or 0) < 0:
            raise NotationError(f"{quoted(text)} is less than nothing", NEGATIVE)
        return read_amount(text)
    rate = parse(column.unit, text)
    if isinstance(rate, Fraction) and not 0 <= rate <= 1:
        raise NotationError(f"{quoted(text)} is no part of a whole", "write a rate from 0% to 100%")
    return rate


def plain_rate(text: str) -> Fraction | None:
    """A rate from 0% to 100%, or None for what is none: the long way says why."""
    try:
        value = _value(WITHHOLDING, text)
    except NotationError:
        return None
    return value if isinstance(value, Fraction) else None


def ids_of(folder: Path, terms: HoldersTerms, aside: Collection[int] = ()) -> set[str]:
    """Every identifier that a register gives, its rows sound or not: so that a fault of a row is told once."""
    ignored: list[Problem] = []
    found: set[str] = set()
    with opened(folder, terms, KIND, ignored, aside, raw=True) as records:
        heading: list[str] = next(records, [])
        title = terms.columns.get("id", "id")
        at = next((index for index, cell in enumerate(heading) if cell.strip() == title), len(heading))
        found |= {cells[at].strip() for cells in records if at < len(cells)}
    return found


def _two_authors(heading: Sequence[str], terms: HoldersTerms) -> list[Problem]:
    """Columns that the tender log gives too."""
    titles = {terms.columns.get(name, name): name for name in LOGGED}
    return [
        Problem(
            Where(terms.file, first_line(terms)),
            f'"{cell.strip()}" is told by the tender log too, and one number has one author',
            "delete the column here, or the log",
        )
        for cell in heading
        if cell.strip() in titles
    ]  # fmt: skip
