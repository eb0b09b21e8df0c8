"""Blocks of lines laid on the pages of a plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_FOLLOWS = 4  # lines that must have room behind a lead-in


def laid_on_pages(blocks: Sequence[tuple[list[str], bool]], room: int) -> Iterator[list[str]]:
    """Blocks laid on pages of `room` lines; a block is cut only if at least two of its lines stay on each side.

    Of a block it is said whether it is a table: one that has room on a page is not cut.
    """
    sheet: list[str] = []
    for block, whole in blocks:
        rest = ([""] if sheet else []) + block
        if whole and len(block) <= room < len(sheet) + len(rest):
            yield sheet
            sheet, rest = [], block
        if block[-1].endswith(":") and len(sheet) + len(rest) + _FOLLOWS > room and sheet:
            # What leads in to a list stays with the list.
            yield sheet
            sheet, rest = [], block
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
