"""How far apart two words are: letters changed, added, dropped or swapped."""

from __future__ import annotations

SHORT, LONG = 4, 7  # letters below which no near spelling counts, and from which two slips may be one


def near(said: str, meant: str) -> bool:
    """Whether a word is another with a slip or two in it.

    >>> near("compnay", "company"), near("delanno", "delano"), near("junior", "senior")
    (True, True, False)
    """
    if len(meant) < SHORT:
        return False
    # Of a shorter word the beginning must stand, or senior would be near junior.
    most = 2 if len(meant) >= LONG or (len(meant) == LONG - 1 and said[:2] == meant[:2]) else 1
    return 0 < distance(said, meant, most) <= most


def distance(said: str, meant: str, most: int) -> int:
    """How many letters are to be changed, added, dropped or swapped with their neighbors; past `most` no matter how."""
    if abs(len(said) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(meant) + 1))
    for row, char in enumerate(said, 1):
        this = [row]
        for column, other in enumerate(meant, 1):
            cost = min(last[column] + 1, this[column - 1] + 1, last[column - 1] + (char != other))
            if row > 1 and column > 1 and char == meant[column - 2] and said[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            this.append(cost)
        before, last = last, this
    return last[-1]
