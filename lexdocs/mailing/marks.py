"""Marks for the inserter of a mail house, which folds and fills by them: above all that is on a sheet, on its front.

They stand in the left margin, by default 4 mm from the left edge and 105 mm from the lower one: clear of the thirds at
which Letter and A4 are folded and of the window for the address. They are drawn, and so no text of the page; they tell
of the job, the piece and its sheets, never of a holder.

A *Data Matrix* of 8 mm holds 24 digits: the job (8), the piece in the job (8), the sheet of the piece (3), of how many
(3), whether it is the last one (1 or 0), and a check digit (1) that is reckoned as that of a GS1 key.

*OMR* is a column of dashes, 7 mm long and 0.5 mm high, at seven places a sixth of an inch apart, from above: the
benchmark and the safety mark, which are always there; the last sheet of a piece; the number of sheets in the job before
this one modulo 8, as 1, 2 and 4; and a dash that makes their number even.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from lexdocs.errors import Problem, UsageError, Where
from lexdocs.mailing.data_matrix import SIDE, SIDES, Symbols
from lexdocs.mailing.printing import Marks, Printing
from lexdocs.outputs.pdf_objects import Objects
from lexdocs.outputs.print_stream import PrintStream

MODULE = Decimal("0.5")
"""The side of a module, in millimetres."""
DASH, THICK, PITCH = Decimal(7), Decimal("0.5"), Decimal("25.4") / 6
"""The length and height of a dash, and from one place of a dash to the next, in millimetres."""
PLACES, COUNT = 7, 8
"""Places of dashes, and to what sheets are counted."""
_POINTS = Decimal(72) / Decimal("25.4")  # of a millimetre


class Sheet(NamedTuple):
    """A sheet of a job: its piece, from 1; its place in the piece and of how many; the sheets of the job before it."""

    piece: int
    number: int
    of: int
    before: int


Marking = Callable[[PrintStream, Sheet], bytes]
"""Gives the references of what is drawn on the front of a sheet, each with a space behind it."""


def marking(printing: Printing, job: str, objects: Objects) -> Marking | None:
    """What marks the sheets of a job, if anything; what its marks share is added to `objects`."""
    if printing.marks == Marks.OMR:
        return _dashes(printing, objects)
    if printing.marks == Marks.DATAMATRIX:
        return _symbols(printing, job, objects)
    return None


def size_of(printing: Printing) -> tuple[Decimal, Decimal]:
    """How wide and how high a mark is, in millimetres."""
    if printing.marks == Marks.OMR:
        return DASH, (PLACES - 1) * PITCH + THICK
    return SIDE * MODULE, SIDE * MODULE


def refuse_beyond(printing: Printing, width: Decimal, height: Decimal) -> None:
    """Refuse marks that would not be on the paper; its size is in points."""
    wide, high = size_of(printing)
    for name, far, room in (("left", Decimal(printing.left) + wide, width),
                            ("lower", Decimal(printing.bottom) + high, height)):  # fmt: skip
        if far * _POINTS > room:
            what = f"the mark would end {far:.1f} mm from the {name} edge, beyond the paper"
            raise UsageError(Problem(Where("--marks-at"), what, "name a place in the left margin, such as 4,105"))


def digits_of(job: str, sheet: Sheet) -> str:
    """What a Data Matrix says of a sheet; numbers that are longer than their room are cut from the left.

    >>> digits_of("12345678", Sheet(17, 2, 2, 40))
    '123456780000001700200211'
    """
    last = sheet.number == sheet.of
    said = f"{job}{sheet.piece % 10**8:08}{sheet.number % 1000:03}{sheet.of % 1000:03}{last:d}"
    return f"{said}{check_digit(said)}"


def check_digit(digits: str) -> int:
    """The check digit of some digits as GS1 reckons it: they count threefold and once in turn, the last threefold.

    >>> check_digit("629104150021")
    3
    """
    signs = digits[::-1].encode("ascii")
    threefold, once = signs[::2], signs[1::2]
    nought = ord("0") * (3 * len(threefold) + len(once))
    return -(3 * sum(threefold) + sum(once) - nought) % 10


def places_of(sheet: Sheet) -> tuple[int, ...]:
    """At which places from above there are dashes on a sheet, the first being 0.

    >>> places_of(Sheet(1, 1, 2, 0)), places_of(Sheet(3, 2, 2, 5))
    ((0, 1), (0, 1, 2, 3, 5, 6))
    """
    count = sheet.before % COUNT
    found = [0, 1, *([2] if sheet.number == sheet.of else []), *(3 + bit for bit in range(3) if count >> bit & 1)]
    return tuple([*found, 6] if len(found) % 2 else found)


def _dashes(printing: Printing, objects: Objects) -> Marking:
    known = {}
    for last in (False, True):
        for before in range(COUNT):
            drawing = objects.stream(_column(printing, places_of(Sheet(1, 1, 1 if last else 2, before))))
            known[last, before] = b"%d 0 R " % drawing
    return lambda _stream, sheet: known[sheet.number == sheet.of, sheet.before % COUNT]


def _column(printing: Printing, places: tuple[int, ...]) -> bytes:
    """Dashes as they are drawn; the lowest place lies at the lower end of the mark."""
    left, bottom = Decimal(printing.left), Decimal(printing.bottom)
    dashes = [
        f"{_points(left)} {_points(bottom + (PLACES - 1 - place) * PITCH)} {_points(DASH)} {_points(THICK)} re"
        for place in places
    ]
    return "\n".join(["q 0 g", *dashes, "f Q"]).encode("ascii")


def _symbols(printing: Printing, job: str, objects: Objects) -> Marking:
    symbols = Symbols()
    unit, left, bottom = (_points(each) for each in (MODULE, Decimal(printing.left), Decimal(printing.bottom)))
    # The drawing that all share goes on in that of the sheet, which ends it.
    shared = objects.stream(f"q {unit} 0 0 {unit} {left} {bottom} cm 0 g\n".encode("ascii") + SIDES)
    begun = b"%d 0 R " % shared

    def marked(stream: PrintStream, sheet: Sheet) -> bytes:
        data = symbols.drawn(digits_of(job, sheet))
        number = stream.next
        stream.foreign([b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(data), data)])
        return b"%s%d 0 R " % (begun, number)

    return marked


def _points(millimetres: Decimal) -> str:
    """A length in points, as PDF writes it.

    >>> _points(Decimal("25.4")), _points(Decimal("0.5"))
    ('72', '1.4173')
    """
    said = f"{millimetres * _POINTS:.4f}".rstrip("0").rstrip(".")
    return said or "0"
