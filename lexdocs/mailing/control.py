"""The control of a mailing: holders in, statements out, every sum of what was mailed against the deal's own total."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

import lexdocs
from lexdocs.deal import Deal
from lexdocs.figures.adding import totals_of
from lexdocs.figures.figure import Figure
from lexdocs.figures.streaming import Streamed
from lexdocs.mailing.assembling import MANIFEST, Assembled
from lexdocs.mailing.cells import number_cell
from lexdocs.mailing.each import counted
from lexdocs.notation.decimals import exact
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.outputs.files import digest_of
from lexdocs.terms.register import AXIS
from lexdocs.terms.terms import Terms

CONTROL = "control.json"


@dataclass(frozen=True)
class Total:
    """A sum over all statements: of which figure, which total of the deal it is held against, and what is between them.

    Amounts are texts in plain decimals.
    """

    figure: str
    mailed: str
    total: str
    deal: str
    residue: str


@dataclass(frozen=True)
class Control:
    """What a mailing came to, as it is kept beside it. `made_of` stands for all that it follows from."""

    deal: str
    event: str
    as_of: str
    made_of: str
    terms_sha256: Mapping[str, str]
    holders: int
    stamped: int
    rendered: Sequence[Sequence[str]]
    failed: Sequence[Sequence[Any]]
    totals: Sequence[Total]
    files: Mapping[str, Mapping[str, Any]]
    released: bool = False
    lexdocs: str = lexdocs.__version__
    singles: Mapping[str, int] = field(default_factory=dict)
    unchanged: bool = field(default=False, compare=False)

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return self.stamped + len(self.rendered)

    @property
    def ties(self) -> bool:
        """Whether every holder has a statement or a reason, and every sum is the deal's."""
        whole = self.holders == self.statements + len(self.failed)
        return whole and all(Fraction(each.residue) == 0 for each in self.totals)

    def as_json(self) -> str:
        """As it is kept."""
        told = asdict(self)
        del told["unchanged"]
        if not self.singles:
            del told["singles"]
        return json.dumps(told, indent=1, ensure_ascii=False) + "\n"

    def is_there(self, out: Path) -> bool:
        """Whether all its files lie there, as large as they were made."""
        sizes = ((out / name, said["bytes"]) for name, said in self.files.items())
        whole = all(path.is_file() and path.stat().st_size == size for path, size in sizes)
        found = counted(out) if self.singles else {}
        return whole and all(self.singles[name] == count for name, count in found.items())

    @staticmethod
    def read(out: Path) -> Control | None:
        """The control that lies in a folder, or nothing where there is none that can be read."""
        try:
            told = json.loads((out / CONTROL).read_text("utf-8"))
            told["totals"] = tuple(Total(**each) for each in told["totals"])
            return Control(**told)
        except (OSError, ValueError, TypeError, KeyError):
            return None


def control_of(
    made: Assembled, streamed: Streamed, figures: Sequence[str], deal: Deal, terms: Terms, made_of: str, out: Path
) -> Control:
    """The control of what was put together in a folder."""
    sums = summed(out / MANIFEST, figures)
    units = {each: deal.graph.shapes[each.partition("[")[0]].unit for each in figures}
    totals = []
    for total in totals_of(deal.graph, AXIS, streamed.book.axes):
        if total.of not in sums or total.by:
            continue
        found = streamed.book.figure(total.plan.rule.name, total.key)
        if isinstance(found, Figure) and total.plan.rule.unit is units[total.of]:
            value, unit = Fraction(exact(found.value)), units[total.of]
            mailed = sums[total.of]
            said = (number_cell(each, unit) for each in (mailed, value, mailed - value))
            first, second, third = said
            totals.append(Total(total.of, first, found.address, second, third))
    files = {
        name: {"pages": made.files.get(name), "bytes": (out / name).stat().st_size, "sha256": digest_of(out / name)}
        for name in (*made.files, MANIFEST)
    }
    return Control(
        deal.name, terms.event.name, write(terms.as_of, Unit.MOMENT), made_of, dict(terms.digests), streamed.rows,
        made.stamped, made.rendered, made.failed, tuple(totals), files,
        singles=made.singles,
    )  # fmt: skip


def summed(manifest: Path, figures: Sequence[str]) -> dict[str, Fraction]:
    """The sum of each control figure over the lines of a manifest; a holder who has none of it adds nothing."""
    sums: list[Decimal | Fraction] = [Decimal(0)] * len(figures)
    with manifest.open(encoding="utf-8") as lines:
        for line in lines:
            said = json.loads(line)["figures"]
            try:
                sums = [whole + Decimal(said[name] or 0) for whole, name in zip(sums, figures, strict=True)]  # type: ignore[operator]
            except (InvalidOperation, TypeError):  # an amount that no decimals end, such as 1/3
                sums = [Fraction(whole) + Fraction(said[name] or 0) for whole, name in zip(sums, figures, strict=True)]
    return {name: Fraction(whole) for name, whole in zip(figures, sums, strict=True)}
