"""The words of a document before they are rendered: its template and all that it includes, in one line of pieces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from lexdocs.errors import Where

OUTPUT = "\ufffc"  # stands for a printed figure
ARM = "\x1f"  # parts the arms of an `if`, of which only one is printed

Branch = tuple[tuple[int, int], ...]  # each `if` around a piece, and which arm of it


@dataclass(frozen=True)
class Piece:
    """Literal words, or one printed figure (`figure` is its name), with the place where they stand."""

    text: str
    file: str
    line: int
    branch: Branch = ()
    in_loop: bool = False
    figure: str = ""


@dataclass(frozen=True)
class Script:
    """Pieces in the order in which they are written; offsets count characters over all of them."""

    pieces: tuple[Piece, ...]
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.text)
        object.__setattr__(self, "_starts", starts)

    @cached_property
    def text(self) -> str:
        """All words, with `OUTPUT` for each printed figure."""
        return "".join(piece.text for piece in self.pieces)

    def piece(self, offset: int) -> Piece:
        """The piece that holds an offset."""
        return self.pieces[bisect_right(self._starts, offset) - 1]

    def chooses(self, start: int, end: int) -> bool:
        """Whether a choice stands between two offsets: not all of what is there is printed at once."""
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)
        return len({piece.branch for piece in self.pieces[first:last]}) > 1

    def where(self, offset: int) -> Where:
        """The file and line of an offset."""
        index = bisect_right(self._starts, offset) - 1
        piece = self.pieces[index]
        return Where(piece.file, piece.line + piece.text.count("\n", 0, offset - self._starts[index]))


def exclusive(one: Branch, other: Branch) -> bool:
    """Whether two pieces stand in different arms of one `if`, so that never both are printed.

    >>> exclusive(((1, 0),), ((1, 1), (2, 0))), exclusive(((1, 0),), ())
    (True, False)
    """
    arms = dict(one)
    return any(arms.get(choice, arm) != arm for choice, arm in other)


def script(pieces: Iterable[Piece]) -> Script:
    """A script of pieces; empty ones are left out."""
    return Script(tuple(piece for piece in pieces if piece.text))
