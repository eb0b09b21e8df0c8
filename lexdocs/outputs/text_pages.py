"""Blocks of lines laid on the pages of a plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LEAST = 3  # lines that stay with the heading or the lead-in above them
_MOST = 0.6
"""Of a page, what at most is moved to the next one so that what belongs together stays so."""


@dataclass(frozen=True)
class Piece:
    """Lines that are laid on a page: a paragraph, an item, a row, a table.

    `whole` says that it is not cut where it has room on a page, `leads` that it stays with what follows it, and
    `close` that no empty line stands before it on a page: it is a row of the table that the piece before it began.
    """

    lines: list[str]
    whole: bool = False
    leads: bool = False
    close: bool = False


def laid_on_pages(pieces: Sequence[Piece], room: int) -> Iterator[list[str]]:
    """Pieces laid on pages of `room` lines; one is cut only if at least two of its lines stay on each side."""
    sheet: list[str] = []
    for at, piece in enumerate(pieces):
        rest = _apart(piece, sheet) + piece.lines
        if sheet and _moves(pieces[at:], room, room - len(sheet)):
            yield sheet
            sheet, rest = [], piece.lines
        while len(sheet) + len(rest) > room:
            free = room - len(sheet)
            kept = min(free, len(rest) - 2)
            if kept >= 3 or (not sheet and kept > 0):
                sheet += rest[:kept]
                rest = rest[kept:]
            elif not sheet:
                break
            yield sheet
            sheet, rest = [], rest[1:] if rest[0] == "" else rest
        sheet += rest
    if sheet:
        yield sheet


def _apart(piece: Piece, before: list[str]) -> list[str]:
    return [""] if before and not piece.close else []


def _moves(pieces: Sequence[Piece], room: int, free: int) -> bool:
    """Whether the first of some pieces goes to the next page, though some of it would have room."""
    first = pieces[0]
    gap = 0 if first.close else 1
    if first.whole and free < gap + len(first.lines) <= gap + room:
        return True
    needs = 0
    for piece in pieces:
        needs += 0 if piece.close else 1
        if not piece.leads or needs + len(piece.lines) > room * _MOST:
            # What follows is cut where enough of it stays here, and enough is left.
            least = len(piece.lines) if piece.whole or len(piece.lines) < _LEAST + 2 else _LEAST
            return first.leads and free < needs + least <= room * _MOST
        needs += len(piece.lines)
    return first.leads and free < needs <= room * _MOST
