"""Allocation: the figures of every holding of a deal, in the order of its register, and the totals that they tie to.

Register and log may be longer than memory: they are parted into shards, each shard is tallied and worked out by
itself, and the rows are put back into the order of the register as they are written.
"""

from __future__ import annotations

import contextlib
import gc
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import repeat
from pathlib import Path

from lexdocs.errors import InputError, Problem, UsageError, Where
from lexdocs.figures.batch import Batch, Part
from lexdocs.figures.figure import Figure, Key, Pending, Shape
from lexdocs.figures.lowered import Constant
from lexdocs.figures.phases import phases_of
from lexdocs.figures.streaming import Stream, Streamed, leaves_of_rows
from lexdocs.mailing.against import refuse_nobody, untied
from lexdocs.mailing.cells import cell, cells_of, text_cell
from lexdocs.mailing.exceptions import Exceptions, set_aside, write_exceptions
from lexdocs.mailing.exceptions_place import kept_in_mind, refuse_place
from lexdocs.mailing.printed import printed_figures
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.offers.kinds import KINDS, graph_of
from lexdocs.outputs.files import write_pieces
from lexdocs.terms.changes import Change
from lexdocs.terms.joined import Joining, listings_of
from lexdocs.terms.kept import Kept
from lexdocs.terms.ordered import Unordered
from lexdocs.terms.parting import Listings
from lexdocs.terms.register import AXIS
from lexdocs.terms.spool import Spool
from lexdocs.terms.terms import Terms, read_terms

_PIECE = 64  # lines that are read back at a time from each shard


@dataclass(frozen=True)
class Allocation:
    """What an allocation came to: the files, the stream that made them, and what the log holds besides.

    `control` are the figures of the deal that follow from its holdings: totals, aggregates, residues. `later` counts
    the rows of the log after the moment of the terms, `not_counted` those that are late or defective and not waived.
    `exceptions` are the rows that were set aside, where that was asked for; `untied` is what the register does not meet
    as a whole, such as its sum; nothing is said of that where rows were set aside.
    """

    files: tuple[Path, ...]
    as_of: str
    streamed: Streamed
    control: tuple[Figure | Pending, ...]
    later: int
    not_counted: int
    exceptions: Exceptions | None = None
    untied: tuple[Problem, ...] = ()


def allocate(
    folder: Path, out: Path, changes: Iterable[Change] = (), as_of: Moment | None = None,
    exceptions: Path | None = None,
) -> Allocation:  # fmt: skip
    """Allocate a deal as of a moment, or of its last event: `out` gets a row for each holding, a file beside it totals.

    Raises `InputError` with every problem of the terms, or else of every row of register and log; then nothing is
    written. With `exceptions` bad rows are set aside instead, and written to that file.
    """
    with _uncollected():
        return _allocate(folder.resolve(), out, tuple(changes), as_of, exceptions)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Let no one look for circles of objects: millions of rows make none, and the search takes a fifth of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _allocate(
    folder: Path, out: Path, changes: tuple[Change, ...], as_of: Moment | None, exceptions: Path | None
) -> Allocation:
    terms = read_terms(folder, KINDS, changes, as_of, holdings_too=False)
    listings = listings_of(folder, terms)
    inputs = [folder / listings.holders.file, folder / listings.tenders.file]
    _free(out, inputs)
    if exceptions is not None:
        refuse_place(exceptions, folder, inputs, (out, _beside(out)))
    if not (folder / listings.holders.file).exists():
        raise InputError(Problem(Where(listings.holders.file), "there is no register", "put it beside the term sheet"))
    graph = graph_of(terms.values.kind)
    names = printed_figures(folder, terms.values.kind, AXIS, graph.shapes)
    passing = leaves_of_rows(graph, AXIS, names, terms.axes)
    found = None if exceptions is None else set_aside(folder, terms)
    if found is not None and exceptions is not None:
        listings = replace(listings, aside=found.aside)
        write_exceptions(found, exceptions)
    for ordered in (True, False):
        with contextlib.suppress(Unordered), kept_in_mind(found, exceptions):
            allocation = _shards(out, terms, listings, passing, names, ordered=ordered)
            return replace(allocation, exceptions=found)
    raise AssertionError("a register can always be parted by hashes")


def _shards(
    out: Path, terms: Terms, listings: Listings, passing: Sequence[tuple[str, Key]], names: Sequence[str], *,
    ordered: bool,
) -> Allocation:  # fmt: skip
    """Work out the shards of both listings and write the files. Raises `Unordered` where they are no such shards."""
    graph = graph_of(terms.values.kind)
    with tempfile.TemporaryDirectory(prefix="lexdocs-") as scratch:
        wanted = [(name, "".join(key)) for name, key in passing]
        joining = Joining(listings, wanted, Path(scratch), ordered=ordered)
        shards = [partial(joining.holdings, shard) for shard in range(joining.shards)]
        stream = Stream(graph, terms.leaves, terms.axes, AXIS, shards, passing, names)
        if stream.last:
            kept = Kept(joining, Path(scratch))
            stream.shards = [partial(kept.holdings, shard) for shard in range(joining.shards)]
        lines = Spool(Path(scratch), "lines", joining.shards, _PIECE)
        columns = _Columns(graph.shapes)
        try:
            with lines:
                streamed = stream.run(lambda batch, shard: columns.write(batch, stream.handed, lines, shard))
        except (ArithmeticError, LookupError, ValueError):
            joining.finish()  # what is wrong with the rows may be why they have no figures
            raise
        joining.finish()
        if any(listings.aside.values()):  # a register that has nobody yet gets its heading and its nil totals
            refuse_nobody(streamed.rows, listings.holders.file, aside=True)
        follows = phases_of(graph, AXIS).of
        own = [each for each in streamed.book if AXIS not in graph.shapes[each.name].axes]
        control = tuple(each for each in own if follows[each.name])
        beside = _beside(out)
        heading = ",".join(map(text_cell, (AXIS, *stream.handed)))
        write_pieces(out, _in_order(joining, lines, heading))
        write_pieces(beside, _totals(control))
    as_of_said = write(terms.as_of, Unit.MOMENT)
    against = () if any(listings.aside.values()) else untied(streamed.book, terms)
    later, not_counted = joining.parted.later, joining.not_counted
    return Allocation((out, beside), as_of_said, streamed, control, later, not_counted, untied=against)


def _beside(out: Path) -> Path:
    return out.with_name(f"{out.stem}.totals{out.suffix}")


def _free(out: Path, inputs: Sequence[Path]) -> None:
    """Refuse a place where no file can be, or where what is read stands."""
    if out.is_dir():
        raise UsageError(Problem(Where(str(out)), "is a folder", "name a file in it"))
    if out.resolve() in [path.resolve() for path in inputs]:
        raise UsageError(Problem(Where(str(out)), "is what is read", "name another file"))


class _Columns:
    """The lines of the file, written from what the lowered functions give, a column at a time."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self.shapes = shapes

    def write(self, batch: Batch, handed: Sequence[str], lines: Spool, shard: int) -> None:
        """Write the lines of some rows to the spool of their shard."""
        units = [self.shapes[each.split("[")[0]].unit for each in handed]
        if len(batch.parts) == 1 and not batch.exact:
            lines.put(shard, list(self._lines(batch, batch.parts[0], handed, units)))
            return
        written = [""] * len(batch.rows.labels)
        for part in batch.parts:
            for index, line in zip(part.indexes, self._lines(batch, part, handed, units), strict=True):
                written[index] = line
        for index, figures in batch.exact.items():
            cells = [cell(figures.get(name), unit) for name, unit in zip(handed, units, strict=True)]
            written[index] = ",".join([batch.rows.labels[index], *cells])
        lines.put(shard, written)

    def _lines(self, batch: Batch, part: Part, handed: Sequence[str], units: Sequence[Unit]) -> Iterable[str]:
        rows, lowered = len(part.indexes), part.lowered
        labels = batch.rows.labels
        columns: list[Iterable[str]] = [labels if rows == len(labels) else [labels[index] for index in part.indexes]]
        # Figures that are the same, as what is valid and what is accepted may be, are written once.
        given = {
            (lowered.places[name], unit): part.columns[name]
            for name, unit in zip(handed, units, strict=True)
            if name in lowered.at and not isinstance(lowered.places[name], Constant)
        }
        made = {(place, unit): cells_of(place, unit, column) for (place, unit), column in given.items()}
        for name, unit in zip(handed, units, strict=True):
            place = lowered.places[name] if name in lowered.at else Constant(None)  # a figure that no row has
            constant = isinstance(place, Constant)
            columns.append(repeat(cell(place.value, unit), rows) if constant else made[place, unit])  # type: ignore[union-attr]  # as asked
        return map(",".join, zip(*columns, strict=True))


def _totals(control: Iterable[Figure | Pending]) -> Iterator[str]:
    yield "figure,value,what it is\n"
    for figure in control:
        value = cell(figure if isinstance(figure, Pending) else figure.value, figure.unit)
        yield f"{text_cell(figure.address)},{value},{text_cell(figure.says)}\n"


def _in_order(joining: Joining, lines: Spool, heading: str) -> Iterator[str]:
    """The lines of all shards in the order of the register."""
    yield heading + "\n"
    for piece in joining.parted.in_order(lines):
        yield "\n".join([*piece, ""])
