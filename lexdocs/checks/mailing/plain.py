"""Content streams of a simple kind, read at a glance: what is stamped on a page is of it, and there may be millions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lexdocs.checks.mailing.syntax import value

_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_SAID = re.compile(rb"/([^\s/<>]+) [0-9.]+ Tf\b|(?<!\S)([qQ])(?!\S)|\0")
_SEVERAL = re.compile(rb"\[[^\]\0]*\0[^\]\0]*\0")  # texts of one array, which belong together


def plainly(data: bytes) -> Sequence[tuple[str, list[Any]]] | None:
    r"""The operators of a content stream that choose fonts, keep them or show texts; None where it is not so simple.

    >>> plainly(rb"BT /F1 9 Tf 0 0 Td (a\)b) Tj [12.5(c)]TJ ET Q")
    [('Tf', ['F1']), ('Tj', [b'a)b']), ('Tj', [b'c']), ('Q', [])]
    >>> plainly(rb"BT /F1 9 Tf <616263> Tj ET") is None
    True
    """
    if b"\0" in data:
        return None
    said = _TEXT.findall(data)
    rest = _TEXT.sub(b"\0", data)
    # A bracket, an angle or a remark that is left is no part of a text in brackets.
    if any(sign in rest for sign in (b"(", b")", b"%")) or rest.count(b"<") != 2 * rest.count(b"<<"):
        return None
    if _SEVERAL.search(rest) is not None:
        return None
    texts = map(_unescaped, said)
    return [
        ("Tf", [name.decode("latin-1")]) if name else (state.decode(), []) if state else ("Tj", [next(texts)])
        for name, state in _SAID.findall(rest)
    ]


def _unescaped(text: bytes) -> bytes:
    return bytes(value(b"(%s)" % text)[0]) if b"\\" in text else text
