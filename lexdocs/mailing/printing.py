"""How print streams are made up for a mail house: their order, marks for its inserter, one side of paper or both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """In which order statements follow one another: as the register stands, or by country and postal code."""

    REGISTER = "register"
    POSTAL = "postal"


class Marks(StrEnum):
    """What an inserter reads on each sheet: nothing, a Data Matrix, or dashes."""

    NONE = "none"
    DATAMATRIX = "datamatrix"
    OMR = "omr"


_WIDEST, _INCH = 9.0, 25.4  # millimetres: marks with what is free beside them, and an inch


@dataclass(frozen=True)
class Printing:
    """How print streams are made up; with `duplex` a statement has whole sheets of two pages, the last one blank.

    Marks stand so many millimetres from the `left` and the `bottom` edge of a sheet, in plain decimals.
    """

    order: str = Order.REGISTER
    marks: str = Marks.NONE
    duplex: bool = False
    left: str = "4"
    bottom: str = "105"

    @property
    def sides(self) -> int:
        """Pages of a sheet."""
        return 2 if self.duplex else 1

    @property
    def numbered(self) -> bool:
        """Whether pages say the number of their job, which stands for all that they are made of."""
        return self.marks == Marks.DATAMATRIX

    @property
    def spared(self) -> float:
        """How many inches at the left of a page may have marks."""
        return 0.0 if self.marks == Marks.NONE else (float(self.left) + _WIDEST) / _INCH

    def blank(self, pages: int) -> int:
        """The blank pages after a statement of so many pages, so that the next one begins on a front.

        >>> Printing().blank(3), Printing(duplex=True).blank(3), Printing(duplex=True).blank(2)
        (0, 1, 0)
        """
        return -pages % self.sides


PLAIN = Printing()
"""As the register stands, without marks, on one side of the paper."""
