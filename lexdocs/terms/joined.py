"""The register and the tender log joined holding by holding, shard by shard, so that neither must fit into memory.

Every problem of every row is gathered as `read_holdings` gathers them, and raised at once by `finish`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from pathlib import Path
from typing import Any

from lexdocs.errors import InputError, Problem, Where
from lexdocs.notation.units import SCALES, Unit
from lexdocs.terms.blocks import without_case
from lexdocs.terms.deadlines import deadlines_of
from lexdocs.terms.files.opening import size_of
from lexdocs.terms.frame import frame_of
from lexdocs.terms.holdings import by_holding, is_logged
from lexdocs.terms.moves import HOLDER, LINE, OPTION, SERIES, UNUSUAL, Move, entry_of, exactly, stamped
from lexdocs.terms.open_options import closed_options, not_open
from lexdocs.terms.ordered import InOrder
from lexdocs.terms.parting import AMOUNTS, ByHash, Listings
from lexdocs.terms.plain_tally import Limits, limits_of, plain_tally
from lexdocs.terms.register import OPTIONS, REPLACED, twice
from lexdocs.terms.register_columns import ADDRESS, DESTINATION, LOG_ALONE
from lexdocs.terms.register_rows import EARLY, TENDERED, WITHDRAWN, Row, columns, ids_of
from lexdocs.terms.spool import shards_for
from lexdocs.terms.tallies import tally, wrong_already
from lexdocs.terms.tally_leaves import leaves_of_tally
from lexdocs.terms.tenders import Entry
from lexdocs.terms.terms import Terms, place_of

Wanted = Sequence[tuple[str, str]]
"""Leaves of a holding by name, with the option that they are for, if any."""

_HOLDER, _SERIES = itemgetter(HOLDER), itemgetter(SERIES)
_CENTS = SCALES[Unit.MONEY]
_MILLION = SCALES[Unit.PERCENTAGE]


@dataclass(frozen=True)
class Holdings:
    """Rows of the register with their tallies, in the order of the register: a column for each leaf that is wanted.

    `numbers` are their places in the register. Amounts are whole cents and rates parts of a million; where one of a
    row is not whole, `exact` has all leaves of the row by its place here, amounts as `Fraction`.
    """

    numbers: Sequence[int]
    labels: Sequence[str]
    columns: Sequence[Sequence[Any]]
    exact: Mapping[int, tuple[Any, ...]]


def listings_of(folder: Path, terms: Terms) -> Listings:
    """The listings of a deal as its terms ask for them."""
    place, values = place_of(folder), terms.values
    frame = frame_of(
        terms.axes, [leaf.name for leaf in terms.leaves], values.languages, closed_options(terms.axes, terms.leaves)
    )
    deadlines = None
    if is_logged(folder, values.tenders):
        deadlines, _ = deadlines_of(terms.leaves, terms.as_of, terms.events, place, latest=terms.latest)
    return Listings(folder, values.holders, values.tenders, frame, deadlines, place, terms.aside)


class Joining:
    """The holdings of a deal in shards: `holdings` gives those of one, with the leaves of `wanted` in their order.

    With `ordered` the register must be in the order of its identifiers, which takes less work; it raises `Unordered`,
    at once or while it is read, where it is not.
    """

    def __init__(self, listings: Listings, wanted: Wanted, scratch: Path, *, ordered: bool = False) -> None:
        self.listings, self.wanted = listings, wanted
        self.problems: list[Problem] = []
        sizes = [size_of(listings.folder, listings.holders)]
        sizes += [size_of(listings.folder, listings.tenders)] if listings.deadlines is not None else []
        listed = columns(listings.frame, logged=listings.deadlines is not None)
        given = {column.figure for column in listed if column.unit is Unit.TEXT and column.figure}
        self.texts = [name for name, _option in wanted if name in given]
        self.texts += [each.figure for each in (ADDRESS, DESTINATION) if (each.figure, "") in wanted]
        how: type[InOrder | ByHash] = InOrder if ordered else ByHash
        self.parted = how(listings, self.texts, scratch, shards_for(*sizes), self.problems)
        self.shards = self.parted.shards
        self.wrong, self.suspects = wrong_already(self.problems, listings.tenders.file)
        self.not_counted = 0
        self.seen: set[int] = set()
        self.strangers: list[Entry] = []
        self.limits = None if listings.deadlines is None else stamped(limits_of(listings.deadlines))
        self.alone = listings.frame.series is None or self.parted.alone()

    def holdings(self, shard: int) -> Holdings:
        """The holdings of a shard in the order of the register; what is wrong with them is added to `problems`.

        Each shard is to be read once; `Kept` keeps what was read.
        """
        self.seen.add(shard)
        rows = self.parted.rows_of(shard)
        if not rows:
            self._moves(shard, rows)
            return Holdings((), (), [()] * len(self.wanted), {})
        numbers, lines, ids, series, amounts, exact, chosen, shares, words = zip(*rows, strict=True)
        labels = ids if self.alone else [f"{one}.{of}" if of else one for one, of in zip(ids, series, strict=True)]
        if len(set(without_case(labels))) != len(labels):
            self.problems += twice(zip(labels, lines, strict=True), self.listings.holders.file)
        sums, slow = self._sums(self._moves(shard, rows), amounts, exact, chosen)
        values = {**sums, ("withholding_rate", ""): shares, (REPLACED.figure, ""): ("",) * len(rows)}
        values |= {(name, ""): column for name, column in zip(self.texts, zip(*words, strict=True), strict=False)}
        columns = [list(values[each]) for each in self.wanted]
        found: dict[int, tuple[Any, ...]] = {}
        for index, moves in slow.items():
            leaves, whole = self._slowly(rows[index], labels[index], moves)
            if not whole:
                found[index] = leaves
            for column, leaf in zip(columns, leaves, strict=True):
                column[index] = leaf if whole else None
        return Holdings(numbers, labels, columns, found)

    def _sums(
        self, moved: Mapping[int, list[Move]], amounts: Sequence[Any], exact: Sequence[bool], chosen: Sequence[str]
    ) -> tuple[dict[tuple[str, str], Sequence[int]], dict[int, Sequence[Move]]]:
        """The amounts of each holding in cents by leaf, and the holdings with moves that must go the long way."""
        count, limits, options = len(amounts), self.limits, self.listings.frame.options or ()
        slow: dict[int, Sequence[Move]] = {index: moved.get(index, ()) for index in range(count) if exact[index]}
        if self.wrong:
            slow |= {at: moves for at, moves in moved.items() if any(move[LINE] in self.wrong for move in moves)}
        held = [each[0] for each in amounts]
        if limits is None:
            tendered, withdrawn, *rest = ([each[place] for each in amounts] for place in range(1, len(amounts[0])))
            valid = [0 if index in slow else tendered[index] - withdrawn[index] for index in range(count)]
            early = rest[0] if rest else valid
        else:
            tendered, withdrawn, early, chosen = [0] * count, [0] * count, [0] * count, list(chosen)
            plain = not options and not any(move[UNUSUAL] for moves in moved.values() for move in moves)
            for index, moves in moved.items():
                if index in slow:
                    continue
                if plain:
                    sums: Any = plain_tally(held[index], [move[:3] for move in moves], limits)
                else:
                    sums = _plainly(held[index], moves, limits)
                if sums is None:
                    slow[index] = moves
                else:
                    tendered[index], withdrawn[index], early[index] = sums[:3]
                    chosen[index] = "" if plain else sums[3]
            valid = [one - other for one, other in zip(tendered, withdrawn, strict=True)] if options else []
        found: dict[tuple[str, str], Sequence[int]] = {
            ("held_principal", ""): held, (TENDERED.figure, ""): tendered, (WITHDRAWN.figure, ""): withdrawn,
            (EARLY.figure, ""): early, **{(each.figure, ""): [0] * count for each in LOG_ALONE},
        }  # fmt: skip
        for option in options:
            for column, sizes in zip(OPTIONS, (valid, early), strict=True):
                found[column.figure, option] = [
                    size if len(options) == 1 or of == option else 0 for size, of in zip(sizes, chosen, strict=True)
                ]
        return found, slow

    def _moves(self, shard: int, rows: Sequence[Any]) -> dict[int, list[Move]]:
        """The moves of each row that has any; those of holders or series that are not there are kept for problems."""
        found: dict[int, list[Move]] = defaultdict(list)
        if self.limits is None:
            self._stated(rows)
            return found
        at = {row[2]: index for index, row in enumerate(rows)}
        moves = list(self.parted.moves.rows(shard))
        if len(at) == len(rows) and not any(map(_SERIES, moves)):
            for index, move in zip(map(at.get, map(_HOLDER, moves)), moves, strict=True):
                if index is None:
                    self.strangers.append(entry_of(move))
                else:
                    found[index].append(move)
            self._chosen(found, rows)
            return found
        several: dict[str, dict[str, int]] = {}
        for index, row in enumerate(rows):
            several.setdefault(row[2], {})[row[3]] = index
        astray: list[Move] = []
        for move in moves:
            held, series = several.get(move[HOLDER]), move[SERIES]
            if held is None:
                self.strangers.append(entry_of(move))
                continue
            place = held.get(series or (next(iter(held)) if len(held) == 1 else ""))
            if place is None:
                astray.append(move)
            else:
                found[place].append(move)
        for index, row in enumerate(rows):
            # A holding that stands twice is wrong already; each of its rows is held to its history all the same.
            last = several[row[2]][row[3]]
            if last in found:
                found[index] = found[last]
        self._astray(astray, rows)
        self._chosen(found, rows)
        return found

    def _chosen(self, found: Mapping[int, Sequence[Move]], rows: Sequence[Any]) -> None:
        """Say which moves are in options that the series of their holding may not choose."""
        frame, file = self.listings.frame, self.listings.tenders.file
        if frame.closed:
            chosen = ((rows[at][3], move[OPTION], move[LINE]) for at, moves in found.items() for move in moves)
            told = [not_open(series, option, frame, Where(file, line)) for series, option, line in chosen]
            found_wrong = [each for each in told if each is not None]
            self.problems += found_wrong
            self.wrong |= {each.where.line for each in found_wrong}

    def _stated(self, rows: Sequence[Any]) -> None:
        """The same of the options that a register states."""
        frame, file = self.listings.frame, self.listings.holders.file
        if frame.closed:
            told = (not_open(row[3], row[6], frame, Where(file, row[1])) for row in rows if row[4][1])
            self.problems += filter(None, told)

    def _astray(self, moves: Sequence[Move], rows: Sequence[Any]) -> None:
        """Say what is wrong with moves of holders who hold no such series."""
        ids = {move[HOLDER] for move in moves}
        known = [Row(row[2], row[3], row[1], (), ()) for row in rows if row[2] in ids] if ids else []
        names = [f"{row.id}.{row.series}" for row in known]
        by_holding(map(entry_of, moves), names, known, None, self.listings.tenders.file, self.problems)

    def _slowly(self, row: Any, label: str, moves: Sequence[Any]) -> tuple[tuple[Any, ...], bool]:
        """The leaves of a holding by the long way, its history told by `tally`; and whether they are whole numbers."""
        _number, _line, _id, _series, amounts, _exact, option, share, words = row
        frame, deadlines = self.listings.frame, self.listings.deadlines
        dollars = [exactly(amount, _CENTS) for amount in amounts]
        values: dict[tuple[str, str], Any] = {("held_principal", ""): dollars[0]}
        if deadlines is None:
            valid = dollars[1] - dollars[2]
            early = dollars[3] if len(dollars) == len(AMOUNTS) else valid
            values |= {(TENDERED.figure, ""): dollars[1], (WITHDRAWN.figure, ""): dollars[2], (EARLY.figure, ""): early}
            values |= {(each.figure, ""): Fraction(0) for each in LOG_ALONE}
            for each in frame.options or ():
                chosen = option == each
                for column, size in zip(OPTIONS, (valid, early), strict=True):
                    values[column.figure, each] = size if chosen else Fraction(0)
        else:
            file = self.listings.tenders.file
            held = dollars[0].numerator if dollars[0].denominator == 1 else dollars[0]
            entries, known = [entry_of(move) for move in moves], (self.wrong, self.suspects)
            told = tally(label, held, entries, deadlines, file, self.problems, *known)
            self.not_counted += len(told.not_counted)
            values |= {(leaf.name, leaf.key[1:][0] if leaf.key[1:] else ""): leaf.value
                       for leaf in leaves_of_tally(label, told, frame, file)}  # fmt: skip
        values["withholding_rate", ""] = exactly(share, _MILLION)
        values[REPLACED.figure, ""] = ""
        values |= {(name, ""): word for name, word in zip(self.texts, words, strict=True)}
        found = tuple([values[each] for each in self.wanted])
        scales = [_MILLION if name == "withholding_rate" else _CENTS for name, _option in self.wanted]
        scaled = [
            value if isinstance(value, str) else value * scale for value, scale in zip(found, scales, strict=True)
        ]
        if all(isinstance(value, str) or value.denominator == 1 for value in scaled):
            return tuple([value if isinstance(value, str) else value.numerator for value in scaled]), True
        return found, False

    def finish(self) -> None:
        """Raise `InputError` with every problem of both files, if there is one, shards not read yet included."""
        listings = self.listings
        for shard in sorted(set(range(self.shards)) - self.seen):
            self.holdings(shard)
        if self.strangers:
            try:
                known = ids_of(listings.folder, listings.holders, listings.aside.get(listings.holders.file, ()))
            except (InputError, OSError, ValueError):
                known = None
            by_holding(self.strangers, [], [], known, listings.tenders.file, self.problems)
        if self.problems:
            file = listings.holders.file
            raise InputError(
                sorted(dict.fromkeys(self.problems), key=lambda problem: (problem.where.file != file, problem.where))
            )


def _plainly(held: int, moves: Sequence[Move], limits: Limits) -> tuple[int, int, int, str] | None:
    """The sums of a holding in cents, with the option of its tenders; None where they must be told the long way."""
    option = moves[0][OPTION]
    for move in moves:
        if move[UNUSUAL] or move[OPTION] != option:
            return None
    sums = plain_tally(held, [move[:3] for move in moves], limits)
    return None if sums is None else (*sums, option)  # type: ignore[return-value]  # whole cents give whole cents
