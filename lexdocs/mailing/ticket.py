"""The job ticket of print streams, `job.json`: what a mail house must know of them, and no holder's name.

Pieces are counted in the order of the streams, from 1; the manifest gives each holder's. `by_hand` counts those that
postal order puts last (see `postal`). Of a country that the register does not give the code is empty.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from lexdocs.mailing.marks import size_of
from lexdocs.mailing.postal import BY_HAND, Place
from lexdocs.mailing.printing import PLAIN, Marks, Order, Printing
from lexdocs.outputs.files import write_private

TICKET = "job.json"
_POINTS = Decimal(72) / Decimal("25.4")  # of a millimetre


@dataclass(frozen=True)
class Job:
    """A job of print streams: its number of eight digits, and how it is made up."""

    number: str
    printing: Printing = PLAIN

    @staticmethod
    def of(made_of: str, printing: Printing) -> Job:
        """The job of a mailing; its number stands for all that the mailing follows from, as `made_of` does.

        >>> Job.of("00000000075bcd15" + "0" * 48, Printing()).number
        '23456789'
        """
        return Job(f"{int(made_of[:16], 16) % 10**8:08}", printing)


@dataclass(frozen=True)
class Filled:
    """A print stream: how many pages and sheets it has, and its first and its last piece."""

    pages: int
    sheets: int
    first: int
    last: int


@dataclass
class Pieces:
    """The pieces of a job as they are put together: how many there are of each kind, and file by file."""

    files: dict[str, Filled] = field(default_factory=dict)
    kinds: dict[tuple[int, int, str, Any], int] = field(default_factory=dict)
    count: int = 0
    sheets: int = 0

    def add(self, pages: int, sheets: int, place: Place, paper: Any) -> None:
        """Count a piece; `paper` says of which sizes its pages are, and is looked at in the end."""
        self.count += 1
        self.sheets += sheets
        kind = pages, place[0], place[1], paper
        self.kinds[kind] = self.kinds.get(kind, 0) + 1

    @property
    def by_hand(self) -> int:
        """How many pieces have to be sorted by hand."""
        return sum(count for (_, rank, _, _), count in self.kinds.items() if rank == BY_HAND)


def ticket_of(
    job: Job, pieces: Pieces, boxes: Mapping[Any, Sequence[tuple[Decimal, Decimal]]],
    files: Mapping[str, Mapping[str, Any]], about: Mapping[str, Any],
) -> dict[str, Any]:  # fmt: skip
    """What the ticket says; `boxes` are the sizes in points of the pages of each paper, `files` the files as they lie.

    `about` says of which mailing it is. Pages are those of the files, the blank ones among them; but pieces are counted
    by the pages that are printed.
    """
    paper: Counter[tuple[str, str]] = Counter()
    pages: Counter[int] = Counter()
    countries: Counter[str] = Counter()
    for (long, _, country, sizes), count in pieces.kinds.items():
        pages[long] += count
        countries[country] += count
        for width, height in boxes[sizes][:: job.printing.sides]:
            paper[_millimetres(width), _millimetres(height)] += count
    printed = sum(long * count for long, count in pages.items())
    whole, printing = sum(each.pages for each in pieces.files.values()), job.printing
    return {
        "job": job.number, **about, "order": printing.order, "duplex": printing.duplex, **_marks(printing),
        "pieces": pieces.count, "sheets": pieces.sheets, "pages": whole, "blank_pages": whole - printed,
        "by_hand": pieces.by_hand,
        "paper": [{"width_mm": wide, "height_mm": high, "sheets": count} for (wide, high), count in paper.items()],
        "pieces_by_pages": {str(long): count for long, count in sorted(pages.items())},
        "pieces_by_country": dict(sorted(countries.items())),
        "files": [
            {"file": name, **asdict(each), "bytes": files[name]["bytes"], "sha256": files[name]["sha256"]}
            for name, each in pieces.files.items()
        ],
    }  # fmt: skip


def write_ticket(ticket: Mapping[str, Any], out: Path) -> None:
    """Write the ticket into the folder of a mailing."""
    write_private(out / TICKET, [json.dumps(ticket, indent=1, ensure_ascii=False) + "\n"])


def in_words(printed: Mapping[str, Any]) -> str:
    """A line on a job for people, from the members of its ticket that a control keeps.

    >>> in_words({"job": "00000017", "pieces": 1200, "sheets": 1201, "duplex": True, "order": "postal", "by_hand": 3,
    ...           "marks": "omr"})
    'No. 00000017: 1,200 pieces on 1,201 sheets, both sides; by country and postal code, 3 last by hand; OMR marks'
    """
    order = "as the register stands"
    if printed["order"] == Order.POSTAL:
        order = "by country and postal code"
        order += f", {printed['by_hand']:,} last by hand" if printed["by_hand"] else ""
    sides = "both sides" if printed["duplex"] else "one side"
    counts = f"{printed['pieces']:,} pieces on {printed['sheets']:,} sheets"
    return f"No. {printed['job']}: {counts}, {sides}; {order}{_CALLED[printed['marks']]}"


_CALLED = {Marks.NONE: "", Marks.OMR: "; OMR marks", Marks.DATAMATRIX: "; Data Matrix"}


def _marks(printing: Printing) -> dict[str, Any]:
    """Which marks there are, and where; from the edges of the sheet to the lower left corner of the mark."""
    if printing.marks == Marks.NONE:
        return {"marks": printing.marks}
    width, height = (f"{each:.1f}" for each in size_of(printing))
    at = {"left_mm": printing.left, "bottom_mm": printing.bottom, "width_mm": width, "height_mm": height}
    return {"marks": printing.marks, "marks_at": at}


def _millimetres(points: Decimal) -> str:
    """A length in millimetres, to a tenth.

    >>> _millimetres(Decimal(612))
    '215.9'
    """
    return f"{points / _POINTS:.1f}"
