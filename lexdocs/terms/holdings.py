"""Holdings: the register and the tender log read together, to the leaves of the axis `holding`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lexdocs.errors import InputError, Problem, Where
from lexdocs.terms.deadlines import Deadlines
from lexdocs.terms.files.records import NOTHING, Aside
from lexdocs.terms.frame import Frame
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.listing import ID, Following
from lexdocs.terms.listing_terms import BY_SUFFIX
from lexdocs.terms.near import Near
from lexdocs.terms.open_options import not_open
from lexdocs.terms.register import labels_of, leaves_of, twice
from lexdocs.terms.register_columns import columns
from lexdocs.terms.register_rows import Row, ids_of, read_rows
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.tallies import TenderLog, tally, wrong_already
from lexdocs.terms.tally_leaves import leaves_of_options, leaves_of_tally
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.tenders import Entry, read_entries, repeated
from lexdocs.terms.unsaid import cell_of, is_number_of_row

T = TypeVar("T")


@dataclass(frozen=True)
class Holdings:
    """The leaves of all holdings, what the holdings are called, and the log as of the moment of the deadlines.

    `labels` is None without a register, `log` without a log.
    """

    leaves: tuple[Leaf, ...] = ()
    labels: tuple[str, ...] | None = None
    log: TenderLog | None = None


def is_logged(folder: Path, tenders: TendersTerms) -> bool:
    """Whether a deal has a tender log: it is there, or the term sheet says so."""
    return (folder / tenders.file).exists() or tenders != TendersTerms()


def unnamed(folder: Path, holders: HoldersTerms, tenders: TendersTerms) -> list[Problem]:
    """Listings in another form than CSV that the term sheet does not name: nobody would read them."""
    return [
        Problem(
            Where("term-sheet.yaml"), f"{terms.section}: says nothing of {path.name}, which stands beside it",
            f"write `file: {path.name}` under {terms.section}, or take the file away",
        )
        for terms, usual in ((holders, HoldersTerms().file), (tenders, TendersTerms().file))
        if terms.file == usual and not (folder / usual).exists()
        for path in sorted(folder.glob(f"{usual.rpartition('.')[0]}.*"))
        if path.suffix.lower().removeprefix(".") in BY_SUFFIX
    ]  # fmt: skip


def read_holdings(
    folder: Path,
    holders: HoldersTerms,
    tenders: TendersTerms,
    frame: Frame,
    deadlines: Deadlines | None,
    place: str = "",
    aside: Aside = NOTHING,
) -> Holdings:
    """The holdings of a deal as of `deadlines.as_of`; without deadlines the form of the files is checked alone.

    `place` names whose local time the log is kept in; rows of `aside` are passed over. Raises `InputError` with every
    problem of both files.
    """
    logged = is_logged(folder, tenders)
    if not (folder / holders.file).exists() and holders.file == HoldersTerms().file and not holders.columns:
        if logged:
            what = f"there is no register for the holders of {tenders.file}"
            raise InputError(Problem(Where(holders.file), what, "put it beside the term sheet"))
        return Holdings()
    problems: list[Problem] = []
    listed = columns(frame, logged=logged)
    apart = aside.get(holders.file, ())
    rows = _gathered(lambda: read_rows(folder, holders, frame, problems, logged=logged, aside=apart), problems)
    readable = not problems
    labels = labels_of(rows or [])
    problems += twice([(label, row.line) for label, row in zip(labels, rows or [], strict=True)], holders.file)
    log = None
    if logged:
        unread = aside.get(tenders.file, ())
        entries = _gathered(lambda: read_entries(folder, tenders, frame, problems, place, unread), problems) or []
        problems += repeated(entries, tenders.file)
        known = {row.id for row in rows or []} if readable else _stated(folder, holders, apart)
        found = by_holding(entries, labels, rows or [], known, tenders.file, problems)
        problems += _not_open(zip(labels, rows or [], strict=True), found, frame, tenders.file)
        if deadlines is not None:
            at, told = [column.name for column in listed].index("held"), wrong_already(problems, tenders.file)
            tallies = {
                label: tally(label, row.values[at], found.get(label, ()), deadlines, tenders.file, problems, *told)
                for label, row in zip(labels, rows or [], strict=True)
            }
            log = TenderLog(tenders.file, tallies, sum(entry.time > deadlines.as_of for entry in entries))
    if problems or rows is None:
        raise InputError(
            sorted(dict.fromkeys(problems), key=lambda problem: (problem.where.file != holders.file, problem.where))
        )
    leaves: list[Leaf] = []
    for label, row in zip(labels, rows, strict=True):
        leaves += leaves_of(row, label, listed, holders.file)
        if log is not None:
            leaves += leaves_of_tally(label, log.tallies[label], frame, tenders.file)
        elif frame.options and not logged:
            leaves += leaves_of_options(label, row, listed, frame, holders.file)
    return Holdings(tuple(leaves), tuple(labels), log)


def _gathered(read: Callable[[], Iterable[T]], problems: list[Problem]) -> list[T] | None:
    """All rows of a listing that can be read, or None and why it cannot."""
    try:
        return list(read())
    except InputError as error:
        problems += error.problems
        return None


def _stated(folder: Path, holders: HoldersTerms, aside: Collection[int]) -> set[str] | None:
    try:
        return ids_of(folder, holders, aside)
    except (InputError, OSError, ValueError):
        return None


def _not_open(
    rows: Iterable[tuple[str, Row]], found: Mapping[str, Sequence[Entry]], frame: Frame, file: str
) -> Iterator[Problem]:
    """Entries in options that the series of their holding may not choose."""
    for label, row in rows if frame.closed else ():
        for entry in found.get(label, ()):
            problem = not_open(row.series, entry.option, frame, Where(file, entry.line))
            if problem is not None:
                yield problem


class Astray(Following):
    """A row of the log for a holding that the register does not have."""


def by_holding(
    entries: Iterable[Entry], labels: Sequence[str], rows: Sequence[Row], known: set[str] | None, file: str,
    problems: list[Problem],
) -> dict[str, list[Entry]]:  # fmt: skip
    """Entries by holding; holders that the register does not have, and series that they do not hold, are problems."""
    holdings: dict[str, dict[str, str]] = {}
    for label, row in zip(labels, rows, strict=True):
        holdings.setdefault(row.id, {})[row.series] = label
    near = Near(sorted(filter(ID, known or ())))
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        held = holdings.get(entry.holder)
        if held is None:
            if known is not None and entry.holder not in known:
                meant = near.find(entry.holder)
                quotable = meant or (ID(entry.holder) and is_number_of_row(entry.holder))
                said = f'the register has no "{entry.holder}"'
                what = f"holder: {said if quotable else cell_of(entry.holder) + ' names no holding of the register'}"
                remedy = f'did you mean "{meant}"?' if meant else "write the identifier that the register gives"
                problems.append(Astray(Where(file, entry.line), what, remedy))
            continue
        series = entry.series or (next(iter(held)) if len(held) == 1 else "")
        if series in held:
            found.setdefault(held[series], []).append(entry)
            continue
        what = f"holds no {series}" if series else f"holds {' and '.join(held)}, and the row does not say which"
        remedy = f"write {' or '.join(held)}"
        problems.append(Astray(Where(file, entry.line), f"series: {entry.holder} {what}", remedy))
    return found
