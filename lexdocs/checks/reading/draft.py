"""What a reader hands over before its passages are counted: the words, what they are, and where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lexdocs.checks.reading.passage import Part, Passage, Place

_LEADS = re.compile(r"[^.!?]$|\b(?:follow(?:s|ing)|below)\b[^.]*\.$")  # how words end that lead into a list


@dataclass(frozen=True)
class Draft:
    """A passage that is not counted yet; `table` tells the cells of one table from those of the next."""

    part: Part
    text: str
    lines: tuple[tuple[int, int], ...] = ()
    page: int = 0
    mark: str = ""
    notes: tuple[str, ...] = ()
    table: int = 0
    row: int = 0
    column: int = 0
    row_head: str = ""
    column_heads: tuple[str, ...] = ()
    caption: str = ""

    @property
    def line(self) -> int:
        """The line of the file on which it begins."""
        return self.lines[0][1] if self.lines else 0


def counted(drafts: Iterable[Draft]) -> tuple[Passage, ...]:
    """The passages in their order, each counted among its like, under its heading and behind what leads into it.

    >>> drafts = [Draft(Part.PARAGRAPH, "The conditions are:"), Draft(Part.ITEM, "consent", mark="(1)")]
    >>> [(str(passage.place), passage.lead) for passage in counted(drafts)]
    [('paragraph 1', ''), ('item 1', 'The conditions are:')]
    """
    return tuple(_counted(draft for draft in drafts if draft.text or draft.mark or draft.notes))


def _counted(drafts: Iterable[Draft]) -> Iterable[Passage]:
    counts: Counter[Part] = Counter()
    tables: dict[int, int] = {}
    heading = lead = ""
    for draft in drafts:
        if draft.table:
            number = tables.setdefault(draft.table, len(tables) + 1)
        else:
            counts[draft.part] += 1
            number = counts[draft.part]
        place = Place(draft.page, draft.part, number, draft.row, draft.column, draft.line)
        yield Passage(
            place,
            draft.text,
            draft.lines,
            heading="" if draft.part is Part.HEADING else heading,
            lead=lead if draft.part is Part.ITEM else "",
            caption=draft.caption,
            row_head=draft.row_head,
            column_heads=draft.column_heads,
            mark=draft.mark,
            notes=draft.notes,
        )
        if draft.part is Part.HEADING:
            heading = draft.text
        if draft.part not in (Part.ITEM, Part.FURNITURE, Part.FOOTNOTE):
            lead = draft.text if draft.part is Part.PARAGRAPH and _LEADS.search(draft.text[-200:]) else ""
