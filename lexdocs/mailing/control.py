"""The control of a mailing: holders in, statements out, every sum of what was mailed against the deal's own total."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import lexdocs
from lexdocs.deal import Deal
from lexdocs.figures.adding import totals_of
from lexdocs.figures.figure import Figure
from lexdocs.figures.streaming import Streamed
from lexdocs.mailing.assembling import Assembled
from lexdocs.mailing.cells import number_cell
from lexdocs.mailing.each import counted
from lexdocs.mailing.file_names import MANIFEST
from lexdocs.mailing.sampling import Sample
from lexdocs.mailing.ticket import TICKET, Job, ticket_of, write_ticket
from lexdocs.mailing.words import NUMBER
from lexdocs.notation.decimals import exact
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.outputs.files import digest_of, write_private
from lexdocs.outputs.pdf import Paper
from lexdocs.terms.register import AXIS
from lexdocs.terms.terms import Terms

CONTROL, REPORT = "control.json", "control.pdf"
CORRECTED = "corrected.jsonl"
"""The manifest of the released mailing that a mailing corrects, as it lies beside the correction."""
_OF_JOB = ("job", "order", "marks", "duplex", "pieces", "sheets", "blank_pages", "by_hand")  # of a ticket


@dataclass(frozen=True)
class Total:
    """A sum over all statements: of which figure, which total of the deal it is held against, and what is between them.

    The residue is the deal less what was mailed. Amounts are texts in plain decimals.
    """

    figure: str
    mailed: str
    total: str
    deal: str
    residue: str


@dataclass(frozen=True)
class Control:
    """What a mailing came to, as it is kept beside it. `made_of` stands for all that it follows from.

    `inputs` are the digests of what people wrote, `assumed` the terms that were assumed on the command line, `aside`
    counts rows of register and log that were set aside, and `printed` are the control figures that statements print.
    `beside` has for each of them the words that stand before it, wherever it does, and whether it is nil elsewhere.
    `corrects` says of the released mailing that this one corrects which it is, and what has become of its statements.
    `job` is what the ticket of print streams says of all of them, `sample` has the statements that were rendered the
    long way and compared.
    """

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
    document: str
    inputs: Mapping[str, str]
    assumed: Sequence[Sequence[str]]
    aside: int
    printed: Sequence[str]
    released: bool = False
    lexdocs: str = lexdocs.__version__
    singles: Mapping[str, int] = field(default_factory=dict)
    corrects: Mapping[str, Any] = field(default_factory=dict)
    job: Mapping[str, Any] = field(default_factory=dict)
    sample: Sample = field(default_factory=Sample)
    html: Mapping[str, int] = field(default_factory=dict)
    beside: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    unchanged: bool = field(default=False, compare=False)

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return self.stamped + len(self.rendered)

    @property
    def streams(self) -> tuple[str, ...]:
        """The files in which statements are."""
        return tuple(name for name, said in self.files.items() if said["pages"] is not None and name != REPORT)

    @property
    def pages(self) -> int:
        """How many pages of statements there are."""
        return sum(self.files[name]["pages"] for name in self.streams) or self.singles.get("pages", 0)

    @property
    def ties(self) -> bool:
        """Whether each holder has a statement or a reason, each sum is the deal's, and no sample differs."""
        stand = self.corrects.get("unchanged", 0)
        whole = self.holders == self.statements + stand + len(self.failed) and not self.sample.apart
        return whole and all(Fraction(each.residue) == 0 for each in self.totals)

    def as_json(self) -> str:
        """As it is kept."""
        told = asdict(self)
        del told["unchanged"]
        for form in ("singles", "corrects", "job", "html"):
            if not told[form]:
                del told[form]
        return json.dumps(told, indent=1, ensure_ascii=False) + "\n"

    def is_there(self, out: Path) -> bool:
        """Whether all its files lie there, as large as they were made."""
        sizes = ((out / name, said["bytes"]) for name, said in self.files.items())
        whole = all(path.is_file() and path.stat().st_size == size for path, size in sizes)
        if not whole or not (self.singles or self.html):
            return whole
        found = zip((self.singles, self.html), counted(out), strict=True)
        return all(said.get(name, 0) == count for said, lies in found for name, count in lies.items())

    @staticmethod
    def read(out: Path) -> Control | None:
        """The control that lies in a folder, or nothing where there is none that can be read."""
        try:
            told = json.loads((out / CONTROL).read_text("utf-8"))
            told["totals"] = tuple(Total(**each) for each in told["totals"])
            told["sample"] = Sample(**told["sample"])
            return Control(**told)
        except (OSError, ValueError, TypeError, KeyError):
            return None


@dataclass(frozen=True)
class Basis:
    """What a mailing rests on, as its control names it: see there."""

    made_of: str
    document: str
    inputs: Mapping[str, str]
    assumed: Sequence[Sequence[str]]
    aside: int
    beside: Mapping[str, Mapping[str, Any]]
    job: Job
    corrects: Mapping[str, str] = field(default_factory=dict)

    def corrected(self, made: Assembled) -> dict[str, Any]:
        """What has become of the statements of the mailing that is corrected, if one is."""
        if not self.corrects:
            return {}
        new = made.statements - made.corrected
        counts = {"unchanged": made.unchanged, "corrected": made.corrected, "new": new}
        return {**self.corrects, **counts, "withdrawn": made.withdrawn}


def control_of(
    made: Assembled, streamed: Streamed, sums: Mapping[str, Fraction], deal: Deal, terms: Terms, basis: Basis, out: Path
) -> Control:
    """The control of what was put together in a folder; `sums` are those of the control figures as mailed."""
    units = {each: deal.graph.shapes[each.partition("[")[0]].unit for each in sums}
    totals = []
    for total in totals_of(deal.graph, AXIS, streamed.book.axes):
        if total.of not in sums or total.by:
            continue
        found = streamed.book.figure(total.plan.rule.name, total.key)
        if isinstance(found, Figure) and total.plan.rule.unit is units[total.of]:
            value, unit = Fraction(exact(found.value)), units[total.of]
            mailed = sums[total.of]
            said = (number_cell(each, unit) for each in (mailed, value, value - mailed))
            first, second, third = said
            totals.append(Total(total.of, first, found.address, second, third))
    control = Control(
        deal.name, terms.event.name, write(terms.as_of, Unit.MOMENT), basis.made_of, dict(terms.digests),
        streamed.rows, made.stamped, made.rendered, made.failed, tuple(totals), files_of(made, out), basis.document,
        basis.inputs, basis.assumed, basis.aside, list(basis.beside), singles=made.singles,
        corrects=basis.corrected(made), html=made.html,
        beside={name: said for name, said in basis.beside.items() if name != NUMBER},
    )  # fmt: skip
    return with_ticket(control, made, basis.job, out)


def files_of(made: Assembled, out: Path) -> dict[str, dict[str, Any]]:
    """The print streams and the manifest as they lie in a folder: pages, length, SHA-256.

    Of a print stream there is also the SHA-256 of what its pages share: of all but what is drawn for one reader.
    """
    there = [name for name in (MANIFEST, CORRECTED) if (out / name).is_file()]
    found = {name: _file(out / name, made.files.get(name)) for name in (*made.files, *there)}
    for name, digest in made.shared.items():
        found[name]["shared_sha256"] = digest
    return found


def with_ticket(control: Control, made: Assembled, job: Job, out: Path) -> Control:
    """Write the ticket of print streams, if there are any; gives the control with it."""
    if not made.files:
        return control
    about = {"deal": control.deal, "event": control.event, "document": control.document, "released": control.released}
    ticket = ticket_of(job, made.pieces, made.boxes, control.files, about)
    write_ticket(ticket, out)
    told = {name: ticket[name] for name in _OF_JOB}
    return replace(control, files={**control.files, TICKET: _file(out / TICKET, None)}, job=told)


def write_control(control: Control, sheet: Paper, out: Path) -> Control:
    """Write the control sheet, and then the control, which names it; gives the control with it."""
    write_private(out / REPORT, [sheet.data])
    whole = replace(control, files={**control.files, REPORT: _file(out / REPORT, sheet.pages)})
    write_private(out / CONTROL, [whole.as_json()])
    return whole


def _file(path: Path, pages: int | None) -> dict[str, Any]:
    return {"pages": pages, "bytes": path.stat().st_size, "sha256": digest_of(path)}
