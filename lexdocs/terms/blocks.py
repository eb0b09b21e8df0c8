"""Rows of a listing some hundreds at a time, looked at column by column: what the short way tells, more quickly.

A column is looked at as a whole; only where something in it is unusual is it looked at cell by cell, and the rows
that are not plainly sound go the long way one by one.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lexdocs.notation.texts import BLANK
from lexdocs.terms.files.records import Records, begins

ROWS = 512  # to a block
_MOST = 10_000  # values remembered at a time, so that memory stays flat
_PRINTABLE = bytes(range(ord(" "), ord("~") + 1))


class Known(dict[str, Any]):
    """Values by how they are typed, read once while they are remembered; None for an unusual form.

    >>> known = Known(lambda text: int(text) if text.isdigit() else None)
    >>> known["12"], known["x"]
    (12, None)
    """

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, text: str) -> Any:
        value = self.read(text)
        if value is not None:
            if len(self) >= _MOST:
                self.clear()
            self[text] = value
        return value


def blocks(records: Records) -> Iterator[tuple[list[list[str]], Sequence[int]]]:
    """The records of a listing some at a time, with the lines in which they begin.

    Where the file ceases to be CSV, what came before is given all the same.
    """
    while True:
        rows: list[list[str]] = []
        before = records.line_num
        try:
            records.take(rows, ROWS)
        except csv.Error:
            if rows:
                yield rows, begins(rows, before, None)
            raise
        if rows:
            yield rows, begins(rows, before, records.line_num)
        if len(rows) < ROWS:
            return


def unusual(cells: Sequence[str], *, gaps: bool = True) -> list[int]:
    """The places of texts that need care: signs that do not print, or space around them.

    Without `gaps` so do any space and all that is not ASCII.

    What prints is a letter, a mark, a figure or a sign of any script, and the plain space (Unicode's categories but
    those of C and Z): a text of these, without space around it, is read as it stands.

    >>> unusual(["Ada Ltd", "", " x", "José", "soft\u00adhyphen"]), unusual(["H 7", "H-7", "É7"], gaps=False)
    ([2, 4], [0, 2])
    """
    joined = "".join(cells)
    if joined.isascii():
        plain = not joined.encode("ascii").translate(None, _PRINTABLE)
    else:
        plain = gaps and joined.isprintable() and not BLANK.search(joined)
    if plain and (" " not in joined or (gaps and list(map(str.strip, cells)) == list(cells))):
        return []
    if gaps:
        return [
            place
            for place, cell in enumerate(cells)
            if not cell.isprintable() or cell != cell.strip() or BLANK.search(cell)
        ]
    return [place for place, cell in enumerate(cells) if not (cell.isascii() and cell.isprintable()) or " " in cell]


def without_case(names: Sequence[str]) -> Sequence[str]:
    """The names as they are told apart, capitals or not; most lists have none but capitals.

    >>> without_case(["H-7", "H-8"]), without_case(["h-7"])
    (['H-7', 'H-8'], ['H-7'])
    """
    joined = "".join(names)
    return names if joined == joined.upper() else [name.upper() for name in names]
