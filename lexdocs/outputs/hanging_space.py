"""A space at the end of words may hang over the end of a line: WeasyPrint, else, breaks them somewhere before.

Where words before an element, such as a defined term, fit into a line but for the space behind them, WeasyPrint 70
finds that they do not fit: it leaves the first word alone on the line, or breaks them at a hyphen far from its end.
It does the same to words that a no-break space ties to the element behind them, such as a number: no more of those
goes to the next line than what is tied.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_MARK = "hangs_spaces"
_COLLAPSING = frozenset({"normal", "pre-line"})
_LONGEST = 150  # bytes that a line may have; of what goes on for longer not all has room
_TIE = "\N{NO-BREAK SPACE}"
_LEAST = 1  # by how much a line is too narrow for what is not to end it: pixels, less than any letter


def let_spaces_hang(inline: Any) -> None:
    """Mend, once, how WeasyPrint breaks lines, which it does in its module `layout.inline`."""
    if not hasattr(inline.split_first_line, _MARK):
        inline.split_first_line = hanging(inline.split_first_line)


def hanging(split: Callable[..., Any]) -> Callable[..., Any]:
    """WeasyPrint's way to fit a text into a line, and one that lets the space at the text's end hang over.

    It gives the layout of the line, its length in bytes, from which byte the next line goes on, or None, and measures.
    """

    def split_first_line(text: str, style: Any, context: Any, max_width: Any, *rest: Any, **more: Any) -> Any:
        found = split(text, style, context, max_width, *rest, **more)
        resume = found[2]
        bare = text.rstrip(f" {_TIE}")
        if resume is None or bare == text or len(bare.encode()) - resume > _LONGEST:
            return found
        if max_width is None or style["white_space"] not in _COLLAPSING or " " not in bare:
            return found
        _, _, more_of_it, width, *_ = split(bare, style, context, max_width, *rest, **more)
        if more_of_it is not None or width > max_width:
            return found
        room = width - _LEAST if _TIE in text[len(bare) :] else None
        return split(text, style, context, room, *rest, **more)

    setattr(split_first_line, _MARK, True)
    return split_first_line
