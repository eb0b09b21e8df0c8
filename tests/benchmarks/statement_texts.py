"""A register of invented holders of the worked example, and the texts of their statements, really calculated.

Each holder tenders another principal, and all of it, so that every statement has the shape of the example's first one.
"""

from __future__ import annotations

import csv
import random
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from lexdocs.figures.batch import Batch, Part
from lexdocs.figures.figure import Shape
from lexdocs.figures.lowered import Choice, Constant, Number
from lexdocs.figures.streaming import Stream, leaves_of_rows
from lexdocs.mailing.formats import formatter, texts
from lexdocs.offers.kinds import KINDS, graph_of
from lexdocs.terms.joined import Joining, listings_of
from lexdocs.terms.kept import Kept
from lexdocs.terms.register import AXIS
from lexdocs.terms.terms import read_terms
from tests.benchmarks.statement_page import DEAL, Holder, Slot

_STEP = 20_000  # dollars: so many give whole warrants, and the statement then says nothing of rounding
_LAST = "Nonesuch Makebelieve Invented Imaginary Fabled Notional Feigned Supposed Unreal Müller-Lüdenscheidt".split()
_KINDS = ("Income Fund", "Pension Trust", "Partners, L.P.", "Insurance Company", "& Sons, Inc.")
_STREETS = ("Nowhere Row", "Phantom Lane", "Mirage Street", "Paper Avenue")
_TOWNS = ("Ely, MN 55731", "Orr, MN 55771", "Ash, MN 55700", "Cook, MN 55723")


def acknowledge(folder: Path, *findings: str) -> None:
    """Invented holders hold what they like, and not what the company says of its own: a copied deal says so."""
    with (folder / "term-sheet.yaml").open("a", encoding="utf-8") as sheet:
        sheet.write("\nacknowledged:\n")
        for finding in findings:
            sheet.write(f"  - {{finding: {finding}, by: A. Counsel, because: the holders are invented}}\n")


def write_register(count: int, folder: Path) -> None:
    """Copy the worked example to `folder`, with a register of so many holders, in the order of their numbers."""
    shutil.copytree(DEAL, folder)
    acknowledge(folder, "register and outstanding", "largest holders")
    with (DEAL / "register.csv").open(encoding="utf-8", newline="") as handle:
        heading = next(csv.reader(handle))
    chance = random.Random(count)  # noqa: S311  nothing secret: the same holders each time
    steps = chance.sample(range(1, count + 1), count)
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(heading)
        for number, step in enumerate(steps):
            held = f"${_STEP * step:,}"
            name = f"{chance.choice(_LAST)} {chance.choice(_KINDS)} {number} (fictional)"
            street, floor = f"{chance.randrange(1, 900)} {chance.choice(_STREETS)}", chance.choice(("", "Floor 7"))
            account, participant = f"A-{number:06}", f"Pine Custody {number % 40} (fictional)"
            writer.writerow(
                (f"H-{number:07}", name, street, floor, chance.choice(_TOWNS), account, participant, held, held, "$0")
            )


def prepared(folder: Path, slots: Sequence[Slot]) -> list[Holder]:
    """The texts of every holder of the register, from the lowered calculation and the compiled formatters."""
    terms = read_terms(folder, KINDS, holdings_too=False)
    graph, listings = graph_of(terms.values.kind), listings_of(folder, terms)
    names = tuple(dict.fromkeys(slot.address.split("[")[0] for slot in slots))
    passing = leaves_of_rows(graph, AXIS, names, terms.axes)
    found: list[tuple[int, Holder]] = []

    def take(batch: Batch, _shard: int) -> None:
        if batch.exact:
            raise AssertionError("a holder of the register was not worked out in whole numbers")
        for part in batch.parts:
            columns = [_column(part, slot, graph.shapes) for slot in slots]
            keys = [slot.key for slot in slots]
            numbers = [batch.rows.numbers[index] for index in part.indexes]
            rows = zip(*columns, strict=True)
            found.extend((number, dict(zip(keys, row, strict=True))) for number, row in zip(numbers, rows, strict=True))

    with tempfile.TemporaryDirectory() as scratch:
        wanted = [(name, "".join(key)) for name, key in passing]
        joining = Joining(listings, wanted, Path(scratch), ordered=True)
        shards: Any = [partial(joining.holdings, shard) for shard in range(joining.shards)]
        stream = Stream(graph, terms.leaves, terms.axes, AXIS, shards, passing, names)
        if stream.last:
            kept = Kept(joining, Path(scratch))
            stream.shards = [partial(kept.holdings, shard) for shard in range(joining.shards)]
        stream.run(take)
        joining.finish()
    return [holder for _, holder in sorted(found, key=lambda each: each[0])]


def _column(part: Part, slot: Slot, shapes: Mapping[str, Shape]) -> list[str]:
    """The texts of a slot, for the rows of a part."""
    unit = shapes[slot.address.split("[")[0]].unit
    place, count = part.lowered.places[slot.address], len(part.indexes)
    if isinstance(place, Constant):
        return texts(unit, slot.style)([place.value]) * count
    column = part.columns[slot.address]
    if isinstance(place, Number):
        return formatter(unit, slot.style, place.bottom)(column)
    values = [place.values[each] for each in column] if isinstance(place, Choice) else column
    return texts(unit, slot.style)(values)
