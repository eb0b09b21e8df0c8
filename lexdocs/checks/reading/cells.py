"""The cells of a table of any form: where each stands, which are values, and signs that stand beside their number."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lexdocs.notation.dates import MONTHS
from lexdocs.notation.typography import FRACTION_SIGNS

_NILS = frozenset(["-", "--", "---", "\u2013", "\u2014", "N/A", "n/a", "NA", "None", "none", "Nil", "nil", "*"])
_VALUE = re.compile(
    rf"""[(\-\u2013\u2212+]{{0,2}}\s?(?:[A-Z]{{1,3}}\.?(?:[A-Z]\.)?)?[$\u20ac\u00a3\u00a5]?\s?[(\-]?\.?
    [\d{FRACTION_SIGNS}][\d,./:\s{FRACTION_SIGNS}-]*
    (?:%|x|\s?(?:million|billion|thousand|shares?|days?|bps|basis\ points?))?
    \)?%?(?:\(\d{{1,2}}\)|\*+)?$""",
    re.VERBOSE,
)
_DATE = re.compile(rf"(?:{'|'.join(MONTHS)})\.?\s+\d{{1,2}}(?:[,.]\s*\d{{4}})?$")
_MARK = re.compile(r"\(\d\)$")  # of a footnote
_MARKED = re.compile(r"(?<=[\w%)])\s?(\(\d\))$")
_YEAR = re.compile(rf"(?:(?:{'|'.join(MONTHS)})\.?(?:\s+\d{{1,2}},?)?\s*)?(?:(?:19|20)\d\d)?$")
_OPENS = re.compile(r"(?:[A-Z.]{0,4}[$\u20ac\u00a3\u00a5])?\(?$")
_CLOSES = re.compile(r"\)?%?\)?(?:\(\d{1,2}\)|\*{1,3})?$")
_LOOSE = re.compile(r"(?<=[$\u20ac\u00a3\u00a5(])\s+(?=[\d(.])|(?<=[\d,.])\s+(?=[%)])")
_TOTAL = re.compile(r"(?:sub-?)?totals?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """Words that stand from `start` to before `end` on their line, or from one column of a grid to before another.

    `head` where the file itself says that it heads a row or column; `again` where it spans from a row above.
    """

    start: int
    end: int
    text: str
    lines: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()
    page: int = 0
    head: bool = False
    again: bool = False


Row = tuple[Cell, ...]


def is_value(text: str) -> bool:
    """Whether a cell's words are an amount, a rate, a date, a count or nothing at all, rather than what it is about.

    >>> [is_value(text) for text in ("$38,517,000", "9 3/8%", "(1,234)", "--", "March 15, 2012", "per $500")]
    [True, True, True, True, True, False]
    """
    if text in _NILS:
        return True
    return not _MARK.match(text) and bool(_VALUE.match(text) or _DATE.match(text))


def is_year(text: str) -> bool:
    """Whether a cell's words may be a column's head although they are digits."""
    return bool(text) and bool(_YEAR.match(text))


def tidy(row: Sequence[Cell]) -> Row:
    """A row in which the sign of a currency, a bracket and a percent sign stand with their number.

    >>> [cell.text for cell in tidy([Cell(0, 3, "Fee"), Cell(9, 10, "$"), Cell(13, 18, "(1,234"), Cell(19, 20, ")")])]
    ['Fee', '$(1,234)']
    """
    found: list[Cell] = []
    for each in row:
        text = _LOOSE.sub("", each.text)
        text, marks = without_mark(text)
        before = found[-1] if found else None
        cell = each if text == each.text else dataclasses.replace(each, text=text, notes=each.notes + marks)
        if before and text and _belongs(before.text, text):
            found[-1] = _together(before, cell)
        else:
            found.append(cell)
    return tuple(found)


def without_mark(text: str) -> tuple[str, tuple[str, ...]]:
    """A cell's words without the mark of a footnote in brackets at their end, and the mark."""
    match = _MARKED.search(text)
    return (text[: match.start()], (match[1],)) if match else (text, ())


def _belongs(before: str, text: str) -> bool:
    """Whether a sign that stands in a cell of its own is one of the number beside it."""
    opened = bool(before and _OPENS.match(before)) and is_value(text.rstrip(")%") or text)
    return opened or (bool(_CLOSES.match(text)) and before[-1:].isdigit())


def _together(first: Cell, second: Cell) -> Cell:
    lines = first.lines or second.lines
    return dataclasses.replace(
        first, end=second.end, text=first.text + second.text, lines=lines, notes=first.notes + second.notes
    )


def first_column(row: Row, left: int, slack: int) -> bool:
    """Whether a row's first cell stands in the first column, which begins at `left`."""
    start = row[0].start - left
    return start <= min(2, slack) or (start <= slack and not is_value(row[0].text))


def is_total(text: str) -> bool:
    """Whether a row's head says that the row sums up others.

    >>> is_total("Total consideration"), is_total("Subtotal"), is_total("Totally")
    (True, True, False)
    """
    return bool(_TOTAL.match(text))


def holds_values(row: Row, left: int, slack: int) -> bool:
    """Whether a row is one of values rather than of heads, of which years may be some."""
    values = [cell for cell in row if is_value(cell.text)]
    if not values:
        return False
    headed = len(row) == len(values) and first_column(row, left, slack)
    return any(not is_year(cell.text) for cell in values[1 if headed else 0 :])
