"""What went wrong with a written form, and how to write it instead."""

from __future__ import annotations


class NotationError(ValueError):
    """A text that is not the form it should be, or a value that has no such form.

    >>> error = NotationError('"nine percent" is not a rate', "write it like 8%, 8.125% or 9 3/8%")
    >>> print(error)
    "nine percent" is not a rate; write it like 8%, 8.125% or 9 3/8%
    """

    def __init__(self, what: str, example: str) -> None:
        self.what = what
        self.example = example
        super().__init__(f"{what}; {example}")


def quoted(text: str) -> str:
    """A text in quotation marks, short enough for an error.

    >>> quoted("nine percent")
    '"nine percent"'
    """
    short = text if len(text) <= 60 else text[:57] + "..."
    return '"' + "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in short) + '"'
