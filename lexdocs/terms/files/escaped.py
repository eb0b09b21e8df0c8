"""Bytes that are not UTF-8: read as escapes that no text has, so that the row is told in which they stand."""

from __future__ import annotations

import re

from lexdocs.errors import Problem, Where

ESCAPE = "surrogateescape"
"""How a file is decoded whose bytes are looked at more closely."""
_FIRST = re.compile("[\udc80-\udcff]").search
_ESCAPED = 0xDC00  # what a byte is raised by


def is_escaped(text: str) -> bool:
    r"""Whether a text that was decoded so has bytes that are not UTF-8.

    >>> is_escaped(b"Jos\xe9".decode("utf-8", ESCAPE)), is_escaped("Jos\u00e9")
    (True, False)
    """
    return not text.isascii() and _FIRST(text) is not None


def shown(text: str) -> str:
    r"""A text with such bytes as it can be written down.

    >>> shown(b"Jos\xe9".decode("utf-8", ESCAPE))
    'Jos\\xe9'
    """
    return text.encode("utf-8", ESCAPE).decode("utf-8", "backslashreplace")


def not_text(line: str, where: Where) -> Problem:
    """What is wrong with a line that has such bytes; `where` is its row."""
    found = _FIRST(line)
    at = found.start() if found else 0
    what = f"byte 0x{ord(line[at]) - _ESCAPED:02x} is not UTF-8"
    return Problem(where, what, "save the file as UTF-8")


def column_of(line: str) -> int:
    """Which byte of a line is the first such one, counted from one."""
    found = _FIRST(line)
    return len(line[: found.start()].encode("utf-8", ESCAPE)) + 1 if found else 0
