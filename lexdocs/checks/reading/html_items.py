"""What a page is made of, as somebody sees it: blocks of pieces, tables of cells, and the ends of pages."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from enum import Enum


class Said(Enum):
    """What a piece of a block is."""

    WORDS = "words"
    RAISED = "raised"
    LOWERED = "lowered"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a block, and the line on which they stand."""

    text: str
    line: int
    said: Said = Said.WORDS


@dataclass
class Block:
    """A paragraph as the page has it: its pieces, and what the page says that it is."""

    kind: str = "p"  # or a heading, an item, a caption, a footnote, an address, furniture, typed text
    pieces: list[Piece] = field(default_factory=list)
    bold: bool = True
    centred: bool = False
    line: int = 0


@dataclass
class TableCell:
    """A cell as the page has it: the blocks in it, and how many columns and rows it spans."""

    blocks: list[Block] = field(default_factory=list)
    across: int = 1
    down: int = 1
    head: bool = False
    scope: str = ""


@dataclass
class Table:
    """A table that holds no other one: its captions, and its rows, each with whether it stands in the head."""

    captions: list[Block] = field(default_factory=list)
    rows: list[tuple[list[TableCell], bool]] = field(default_factory=list)
    presents: bool = False


@dataclass(frozen=True)
class PageEnd:
    """Where a page ends."""


Item = Block | Table | PageEnd


def flat(blocks: list[Block]) -> Block:
    """Several blocks of a cell as one."""
    whole = dataclasses.replace(blocks[0], pieces=[]) if blocks else Block()
    for block in blocks:
        if whole.pieces:
            whole.pieces.append(Piece("\n", block.line))
        whole.pieces += block.pieces
        whole.bold = whole.bold and block.bold
        whole.centred = whole.centred and block.centred
    return whole
