"""Where texts stand on a page: the matrices of a content stream, followed from operator to operator (ISO 32000-1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

Matrix = tuple[float, float, float, float, float, float]
_SHOWING, _NEXT = ("Tj", "TJ", "'", '"'), ("T*", "'", '"')
AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


class Graphics(NamedTuple):
    """What `q` keeps, as far as texts need it: the matrix, the name of the font, and how far lines are apart."""

    matrix: Matrix = AS_IT_IS
    font: Any = None
    leading: float = 0


class State(NamedTuple):
    """What a content stream leaves to the next one: the graphics states, the current one last, and where texts are."""

    kept: tuple[Graphics, ...] = (Graphics(),)
    line: Matrix = AS_IT_IS


class Piece(NamedTuple):
    """A text that is shown at once: the point where it begins, from the bottom left of the page, its font, its codes.

    A text that is set from its right end may begin there.
    """

    x: float
    y: float
    font: Any
    codes: bytes


def followed(operators: Iterable[tuple[str, Sequence[Any]]], state: State) -> tuple[tuple[Piece, ...], State]:
    """The texts that operators show, in their order, and the state that they leave."""
    kept, line = list(state.kept), state.line
    shown: list[Piece] = []
    for operator, said in operators:
        if operator == "q":
            kept.append(kept[-1])
        elif operator == "Q" and len(kept) > 1:
            kept.pop()
        else:
            kept[-1] = now = _set(kept[-1], operator, said)
            line = _moved(line, operator, said, now.leading)
        if operator in _SHOWING and said:
            place = _times(line, kept[-1].matrix)
            last = said[-1] if isinstance(said[-1], list) else [said[-1]]
            codes = b"".join(each for each in last if isinstance(each, bytes))
            shown.append(Piece(place[4], place[5], kept[-1].font, codes))
    return tuple(shown), State(tuple(kept), line)


def _set(now: Graphics, operator: str, said: Sequence[Any]) -> Graphics:
    """A graphics state after an operator."""
    if operator == "cm":
        return now._replace(matrix=_times(_matrix(said), now.matrix))
    if operator == "Tf" and said:
        return now._replace(font=said[0])
    if operator == "TL":
        return now._replace(leading=said[0])
    return now._replace(leading=-said[1]) if operator == "TD" else now


def _moved(line: Matrix, operator: str, said: Sequence[Any], leading: float) -> Matrix:
    """Where texts are after an operator, before it shows any."""
    if operator == "BT":
        return AS_IT_IS
    if operator == "Tm":
        return _matrix(said)
    if operator in ("Td", "TD"):
        return _times((1, 0, 0, 1, said[0], said[1]), line)
    return _times((1, 0, 0, 1, 0, -leading), line) if operator in _NEXT else line


def _matrix(said: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = said
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
