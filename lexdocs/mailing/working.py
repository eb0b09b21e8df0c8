"""Working a shard out: the figures of its holdings, their statements, and the sums that are held against the deal's."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lexdocs.figures.batch import pieces
from lexdocs.figures.streaming import Pass
from lexdocs.mailing.beside import BesideFigures
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.html_pages import HtmlPages
from lexdocs.mailing.html_patterns import Pattern
from lexdocs.mailing.keeping import keep
from lexdocs.mailing.largest import Largest
from lexdocs.mailing.long_way import LongWay
from lexdocs.mailing.rows import Rows, rows_of
from lexdocs.mailing.shape import Shape
from lexdocs.mailing.shaping import Shapes
from lexdocs.mailing.sharing import PLATES
from lexdocs.mailing.stamping import Stamping, Statement
from lexdocs.mailing.sums import MailedSums, told
from lexdocs.mailing.telling import Telling
from lexdocs.mailing.words import NUMBER
from lexdocs.notation.units import Unit

_TOGETHER = 1 << 12  # holdings that are worked out at a time: the more, the more of them share a shape
_FORM = 3  # in which what was made of a shard is kept
_PLAIN = 2  # the version of marshal whose bytes depend on the values alone


@dataclass(frozen=True)
class Worker:
    """What is needed to work shards out; a process that is forked has it without being told.

    `control` are the figures whose sums are held against the deal's, `run` stands for all that shards share: the
    terms, the words, the totals. `folder` keeps what was made, with its statements encrypted by `seal`; `largest` is
    how many of the largest holdings are told.
    """

    last: Pass
    shapes: Shapes
    stamping: Stamping | HtmlPages
    control: tuple[str, ...]
    run: str
    folder: Path
    largest: int
    seal: Callable[[bytes], bytes] | None = field(default=None, repr=False)

    @property
    def way(self) -> LongWay:
        """One holding the long way."""
        return self.shapes.way

    def warm(self) -> None:
        """Load what each process needs that is forked from this one."""
        self.way.warm()

    def name(self, shard: Shard) -> str:
        """The file of a shard, named for all that its statements follow from."""
        return hashlib.sha256(f"{_FORM} {self.run} {shard.digest}".encode()).hexdigest()[:32]

    def path(self, shard: Shard) -> Path:
        """Where what was made of a shard is kept."""
        return self.folder / "shards" / self.name(shard)

    def work(self, shard: Shard) -> Path:
        """Work a shard out, unless that was done already; gives where what was made of it is kept."""
        path = self.path(shard)
        if not path.is_file():
            keep(path, self.packed(shard))
        return path

    def packed(self, shard: Shard) -> bytes:
        """What is made of a shard, as it is kept; the plates that it names are in the folder by then."""
        return marshal.dumps(self._made(shard), _PLAIN)

    def _made(self, shard: Shard) -> dict[str, Any]:
        own = self.last.own()
        made: list[tuple[Any, ...]] = []
        mailed, largest, released = MailedSums(self.control), Largest(self.largest), shard.released()
        beside = BesideFigures((*self.control, NUMBER))
        holdings, destinations = shard.read_with_destinations()
        for rows in pieces(holdings, _TOGETHER):
            batch = own.take(rows)
            largest.add(largest.of(batch))
            groups = list(rows_of(batch, self.shapes.units))
            figures = self._figures(len(batch.rows.labels), groups, mailed)
            statements = self.stamping.statements(batch, groups)
            before, released = released[: len(statements)], released[len(statements) :]
            telling = Telling(self.stamping, beside).of(groups, batch, statements, before)
            for (statement, of_it), said in zip(telling, figures, strict=True):
                made.append(self._row(statement, said, of_it))
        sums = {"sums": told(own.sums()), "mailed": mailed.told(), "largest": largest.told()}
        sums["beside"] = beside.kept()
        return {"rows": made, **sums, "destinations": list(destinations)}

    def _row(self, statement: Statement, figures: str, of_it: str) -> tuple[Any, ...]:
        shape = "" if statement.shape < 0 else self._kept(self.shapes.made[statement.shape])
        # Whoever reads a reason sees it beside its holder.
        begun = f"{statement.label}: "
        problems = [str(each).removeprefix(begun) for each in statement.problems] if statement.problems else []
        paper, tagged = statement.paper, statement.tagged
        if self.seal is not None:
            paper, tagged = self.seal(paper), tuple(map(self.seal, tagged))
        told = statement.label, shape, statement.pages, paper, statement.why, problems, figures
        page = (self._kept(statement.page) if statement.page else "", statement.texts) if statement.texts else ()
        return *told, tagged, statement.title, page, of_it

    def _kept(self, shape: Shape | Pattern) -> str:
        """The name of a shape; its plate or page is kept under it for the one who puts statements together."""
        if shape.name not in self.shapes.kept:
            path = self.folder / PLATES / shape.name
            if not path.is_file():
                keep(path, shape.packed())
            self.shapes.kept.add(shape.name)
        return shape.name

    def _figures(self, count: int, groups: Sequence[Rows], mailed: MailedSums) -> list[str]:
        """The control figures of each holding, as members of a JSON object; what they say is added up."""
        found = [""] * count
        for rows in groups:
            columns = [rows.cells(name) for name in self.control]
            mailed.add(columns)
            members = ",".join(f'"{name}":"%s"' for name in self.control)
            for index, said in zip(rows.indexes, map(members.__mod__, zip(*columns, strict=True)), strict=True):
                found[index] = said
        return found


def plates_of(made: bytes) -> Sequence[str]:
    """The names of the plates that the statements of a shard ask for, of paper and of HTML, from what is kept of it."""
    rows = marshal.loads(made)["rows"]  # noqa: S302  our own
    named = {row[1] for row in rows} | {row[9][0] for row in rows if row[9]}
    return sorted(named - {""})


def control_figures(shapes: Shapes, totals: Sequence[str]) -> tuple[str, ...]:
    """The figures whose sums are held against the deal's: amounts and counts of a holding of which there is a total."""
    return tuple(
        dict.fromkeys(of for of in totals if of and shapes.units.get(of.partition("[")[0]) in (Unit.MONEY, Unit.COUNT))
    )
