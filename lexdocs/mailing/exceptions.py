"""Setting bad rows of a register or a tender log aside, so that the others can be worked with: none is dropped.

The listings are read as they always are; whatever row is told to be wrong is set aside, and they are read again without
it, for what rested on that row may be wrong now too: a tender of a holder whose row is set aside. It ends when nothing
is wrong any more. What is wrong with no single row (a missing column, a file that breaks off) is refused as ever.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lexdocs.errors import InputError, Problem, Where
from lexdocs.mailing.rows_aside import Counted, Exceptions, RowAside, write_exceptions
from lexdocs.terms.files.opening import first_line, raw_rows
from lexdocs.terms.files.records import Kind
from lexdocs.terms.holdings import Astray
from lexdocs.terms.joined import Joining, listings_of
from lexdocs.terms.listing import Following, stated_amount, totals_row
from lexdocs.terms.listing_terms import ListingTerms
from lexdocs.terms.ordered import Unordered
from lexdocs.terms.parting import Listings
from lexdocs.terms.register import Again
from lexdocs.terms.register_columns import KIND as REGISTER
from lexdocs.terms.tender_cells import ACTIONS
from lexdocs.terms.tender_cells import KIND as LOG
from lexdocs.terms.terms import Terms

__all__ = ["Counted", "Exceptions", "RowAside", "set_aside", "write_exceptions"]


def set_aside(folder: Path, terms: Terms) -> Exceptions:
    """Find the rows of the register and the log that are to be set aside, as of the moment of the terms.

    `terms` are read without their holdings; `dataclasses.replace(terms, aside=found.aside)` then leaves these rows out,
    and `read_terms(…, aside=found.aside)` does. Of a holding that stands twice all rows are set aside, unless they are
    alike: then the first is kept. Raises `InputError` for what is wrong with no single row, and where not every row is
    either kept or set aside.
    """
    listings = listings_of(folder, terms)
    files = [_File(folder, listings.holders, REGISTER)]
    if listings.deadlines is not None:
        files.append(_File(folder, listings.tenders, LOG))
    while True:
        given = {each.terms.file: frozenset(each.wrong) for each in files if each.wrong}
        problems, kept = _read(replace(listings, aside=given))
        if not problems:
            break
        _refuse(problems, files)
        # What may follow from another fault waits until that one is set aside: it may be gone then.
        first = [problem for problem in problems if not isinstance(problem, Following)] or problems
        for each in files:
            each.take([problem for problem in first if problem.where.file == each.terms.file])
        _explain(files)
    found = Exceptions(tuple(each.counted(rows) for each, rows in zip(files, kept, strict=False)), _touched(files))
    found.check()
    return found


@dataclass
class _File:
    """A listing, and what is known by now of its rows to be set aside: by line, what is wrong and the cells."""

    folder: Path
    terms: ListingTerms
    kind: Kind
    wrong: dict[int, list[Problem]] = field(default_factory=dict)
    cells: dict[int, tuple[str, ...]] = field(default_factory=dict)
    heading: tuple[str, ...] = ()

    def take(self, problems: Sequence[Problem]) -> None:
        """Set the rows aside that have these problems, with those that they are twice the same as but not alike."""
        if not problems:
            return
        lines = {problem.where.line for problem in problems}
        self.read(lines | {problem.first for problem in problems if isinstance(problem, Again)})
        for problem in problems:
            line = problem.where.line
            self.wrong.setdefault(line, []).append(problem)
            if isinstance(problem, Again) and self.cells.get(problem.first) != self.cells.get(line):
                what = (
                    f'id: "{self.said(problem.first, self.kind.key)}" stands in line {line} too, and says other things'
                )
                twin = Problem(Where(self.terms.file, problem.first), what, problem.remedy)
                self.wrong.setdefault(problem.first, []).append(twin)

    def read(self, lines: Collection[int]) -> int:
        """Read the cells of some rows, and count all of them."""
        count = -1
        for count, (line, cells) in enumerate(raw_rows(self.folder, self.terms, self.kind)):
            if count == 0:
                self.heading = tuple(cells)
            elif line in lines:
                self.cells[line] = tuple(cells)
        return max(count, 0)

    def said(self, line: int, name: str) -> str:
        """What the cell of a column says in a row that is set aside; nothing where there is no such cell."""
        title, cells = self.terms.columns.get(name, name), self.cells.get(line, ())
        at = next((at for at, each in enumerate(self.heading) if each.strip() == title), len(cells))
        return cells[at].strip() if at < len(cells) else ""

    def counted(self, kept: int) -> Counted:
        """The listing with the rows set aside, in their order, each of them once."""
        rows = self.read(())
        amount = "held" if self.kind is REGISTER else "principal"
        aside = []
        for line, problems in sorted(self.wrong.items()):
            if line not in self.cells:
                continue  # `lost` tells of it: a row that is counted nowhere
            side = self._side(line)
            reasons, remedies = (tuple(dict.fromkeys(each)) for each in (_whats(problems), _remedies(problems)))
            principal = stated_amount(self.said(line, amount))
            holder = self.said(line, self.kind.key)
            aside.append(RowAside(self.terms.file, line, self.cells[line], reasons, remedies, holder, principal, side))
        return Counted(self.terms.file, self.heading, rows, kept, tuple(aside))

    def _side(self, line: int) -> str:
        """What the principal of a row is."""
        if totals_row(self.cells[line], Where(self.terms.file, line), self.kind) is not None:
            return "total"
        action = self.said(line, "action").lower()
        return "held" if self.kind is REGISTER else action if action in ACTIONS else ""


def _whats(problems: Iterable[Problem]) -> list[str]:
    return [problem.what for problem in problems]


def _remedies(problems: Iterable[Problem]) -> list[str]:
    return [problem.remedy for problem in problems if problem.remedy]


def _read(listings: Listings) -> tuple[Sequence[Problem], tuple[int, int]]:
    """What is wrong with the listings, and how many rows of each are sound: of the register and of the log."""
    for ordered in (True, False):
        with contextlib.suppress(Unordered), tempfile.TemporaryDirectory(prefix="lexdocs-") as scratch:
            joining = Joining(listings, (), Path(scratch), ordered=ordered)
            holdings = sum(len(joining.holdings(shard).numbers) for shard in range(joining.shards))
            moves = joining.parted.moves
            entries = sum(len(piece) for shard in range(joining.shards) for piece in moves.pieces(shard))
            try:
                joining.finish()
            except InputError as error:
                return error.problems, (holdings, entries)
            return (), (holdings, entries)
    raise AssertionError("a register can always be parted by hashes")


def _refuse(problems: Sequence[Problem], files: Sequence[_File]) -> None:
    """Raise what is wrong with no single row, and what is wrong still with a row that is set aside already."""
    first: Mapping[str, int] = {each.terms.file: first_line(each.terms) for each in files}
    aside = {each.terms.file: each.wrong for each in files}
    whole = [
        problem
        for problem in problems
        if problem.where.file not in first
        or problem.where.line <= first[problem.where.file]
        or problem.where.line in aside[problem.where.file]
    ]
    if whole:
        raise InputError(whole)


def _explain(files: Sequence[_File]) -> None:
    """Say of rows of the log whose holder is gone since, that the holder's row is set aside: nothing else is wrong."""
    if len(files) == 1:
        return
    register, log = files
    gone = {register.said(line, register.kind.key): line for line in register.wrong}
    for line, problems in log.wrong.items():
        holder = log.said(line, log.kind.key)
        if holder and holder in gone and all(isinstance(problem, Astray) for problem in problems):
            place = Where(register.terms.file, gone[holder])
            what = f'holder: the row of "{holder}" in the register is set aside ({place})'
            log.wrong[line] = [Problem(Where(log.terms.file, line), what, "mend that row first")]


def _touched(files: Sequence[_File]) -> tuple[str, ...]:
    """Holders who are in the register still, and of whom a row of the log is set aside."""
    if len(files) == 1:
        return ()
    register, log = files
    named = dict.fromkeys(log.said(line, log.kind.key) for line in sorted(log.wrong))
    named.pop("", None)
    if not named:
        return ()
    title = register.terms.columns.get(register.kind.key, register.kind.key)
    here: set[str] = set()
    rows = raw_rows(register.folder, register.terms, register.kind)
    _, heading = next(rows)
    at = next((at for at, each in enumerate(heading) if each.strip() == title), len(heading))
    for line, cells in rows:
        if line not in register.wrong and at < len(cells):
            here.update({cells[at].strip()} & named.keys())
    return tuple(holder for holder in named if holder in here)
