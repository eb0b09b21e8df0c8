"""What every reader gives: passages of healed words, each with the place where a person finds it."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a passage is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"  # of a list
    CELL = "cell"  # of a table
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    FURNITURE = "page furniture"  # page numbers, running heads, exhibit marks: not what the document says


@dataclass(frozen=True, order=True)
class Place:
    """Where a passage stands: `number` counts its like in the document from one, a cell's and a caption's its table.

    `page` is zero where the document has no pages. `line` is that of the file on which the passage begins.

    >>> str(Place(2, Part.PARAGRAPH, 7, line=81)), str(Place(0, Part.CELL, 1, 3, 2))
    ('page 2, paragraph 7', 'table 1, row 3, column 2')
    """

    page: int = 0
    part: Part = Part.PARAGRAPH
    number: int = 0
    row: int = 0
    column: int = 0
    line: int = 0

    def __str__(self) -> str:
        where = f"{'table' if self.part is Part.CELL else self.part.value} {self.number or ''}".strip()
        said = [f"page {self.page}" if self.page else "", where]
        said += [f"row {self.row}", f"column {self.column}"] if self.part is Part.CELL else []
        return ", ".join(each for each in said if each)


@dataclass(frozen=True)
class Passage:
    """A paragraph, a heading, a list's item, a table's cell: its words in one line, hyphens and line ends healed.

    `lines` are pairs of an offset in `text` and the line of the file whose words begin there. Of a cell,
    `row_head` and `column_heads` (outermost first) are the words that say what stands in it, `caption` those
    over its table. `heading` is the nearest heading above; `lead` the words that lead into a list. What counts an
    item or names a footnote, such as "(1)", is its `mark`; `notes` are the marks of footnotes that stand in the words.
    Neither is in `text`.
    """

    place: Place
    text: str
    lines: tuple[tuple[int, int], ...] = ()
    heading: str = ""
    lead: str = ""
    caption: str = ""
    row_head: str = ""
    column_heads: tuple[str, ...] = ()
    mark: str = ""
    notes: tuple[str, ...] = ()

    def line(self, offset: int = 0) -> int:
        """The line of the file on which the character at an offset stands; zero where that is not known.

        >>> passage = Passage(Place(line=4), "interest from March 15", ((0, 4), (14, 5)))
        >>> passage.line(3), passage.line(15)
        (4, 5)
        """
        found = bisect.bisect_right([at for at, _ in self.lines], offset)
        return self.lines[found - 1][1] if found else self.place.line


@dataclass(frozen=True)
class Reading:
    """A file as it was read: its passages in reading order; `title` is what the file itself gives as its title."""

    file: str
    passages: tuple[Passage, ...]
    title: str = ""
