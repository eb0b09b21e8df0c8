"""Forms in plain text: blanks to be filled in, and the tables in which they stand, laid out in columns."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

LONG, SHORT = "_" * 40, "_" * 16
_BLANKS = {"line": LONG, "lines": LONG, "sign": LONG, "short": SHORT, "amount": SHORT, "box": "[ ]"}
_KIND = re.compile(r"\bfield-(\w+)")
_GAP = 2  # spaces between columns
_LABEL = 28  # of a table of labels and blanks

Row = Sequence[str]


def blank(classes: str) -> str:
    """What stands for a field of some classes in the text; nothing where they are those of no field.

    >>> blank("field field-short"), blank("field field-box"), blank("figure")
    ('________________', '[ ]', '')
    """
    kind = _KIND.search(classes)
    return _BLANKS.get(kind[1], "") if kind else ""


def table_lines(rows: Sequence[Row], room: int, heads: int = 0) -> list[list[str]]:
    r"""The lines of each row of a table with blanks, as wide as `room`; a row is as high as its highest cell.

    Of the first `heads` rows each cell has lines of its own, which begin where its column does: so its words stay
    together.

    >>> for row in table_lines([("Name", LONG), ("Day and place", SHORT)], 50):
    ...     print("\n".join(row))
    Name                          ____________________
    Day and place                 ________________
    """
    columns = max(map(len, rows))
    widths = [_LABEL, room - _GAP - _LABEL] if columns == 2 else [(room + _GAP) // columns - _GAP] * columns
    starts = [sum(widths[:number]) + _GAP * number for number in range(columns)]
    above = [
        [" " * start + line for start, cell in zip(starts, row, strict=False) for line in _cell(cell, room - start)]
        for row in rows[:heads]
    ]
    return [*above, *(_row(row, widths) for row in rows[heads:])]


def _row(row: Row, widths: Sequence[int]) -> list[str]:
    cells = [_cell(words, width) for words, width in zip(row, widths, strict=False)]
    high = max(map(len, cells))
    made = []
    for number in range(high):
        # Cells stand on one line at their foot, where the blanks are.
        parts = [
            (cell[number - high] if number >= high - len(cell) else "").ljust(width)
            for cell, width in zip(cells, widths, strict=False)
        ]
        made.append((" " * _GAP).join(parts).rstrip())
    return made


def _cell(words: str, width: int) -> list[str]:
    fitted = re.sub(r"_{2,}", lambda found: "_" * (width if found[0] == LONG else min(width, len(found[0]))), words)
    return textwrap.wrap(fitted, width, break_on_hyphens=False) or [""]
