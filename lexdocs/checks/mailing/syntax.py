"""The syntax of PDF, as far as print streams have it: objects and operators out of bytes.

A library would do, were it not that it keeps every object it has met: a few kilobytes for each page, of which a
mailing may have millions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_DEEPEST = 40  # dictionaries and arrays in one another
_TOKEN = re.compile(
    rb"(?:[\0\t\n\f\r ]|%[^\r\n]*)*(?:(?P<mark><<|>>|\[|\])|(?P<ref>[0-9]+ [0-9]+ R(?![A-Za-z]))"
    rb"|(?P<number>[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|<(?P<hex>[0-9A-Fa-f\0\t\n\f\r ]*)>|(?P<text>\()|(?P<word>[^\0\t\n\f\r ()<>\[\]/%]+))"
)
_PIECE = re.compile(rb"[^()\\]+")
_OCTAL = re.compile(rb"[0-7]{1,3}")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}


class Unreadable(Exception):  # noqa: N818  a state of the file
    """Bytes that are no PDF, or none of a form that is known; says what is wrong."""


DAMAGED = (Unreadable, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""Whatever objects lead to that are not what they should be."""


def damage(error: Exception) -> str:
    """What is wrong with a file, as far as that is known."""
    return str(error) if isinstance(error, Unreadable) else "an object of it is damaged"


class Ref(int):
    """The number of another object."""


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


class Word(str):
    """An operator, a keyword, or the end of an array or a dictionary."""

    __slots__ = ()


def value(data: bytes, at: int = 0, depth: int = 0) -> tuple[Any, int]:
    r"""The value that begins at a place, and where it ends. Raises `Unreadable` where there is none.

    >>> value(b"<</Kids[3 0 R]/Count 1/T(a\\(b)>> ")
    ({'Kids': [3], 'Count': 1, 'T': b'a(b'}, 32)
    """
    found = _TOKEN.match(data, at)
    if found is None or depth > _DEEPEST:
        raise Unreadable("an object of it cannot be read")
    kind, end = found.lastgroup, found.end()
    said = found[kind or 0]
    if kind == "number":
        return (float(said) if b"." in said else int(said)), end
    if kind == "name":
        return Name(said.decode("latin-1")), end
    if kind == "ref":
        return Ref(said.split()[0]), end
    if kind == "word":
        return Word(said.decode("latin-1")), end
    if kind == "hex":
        digits = b"".join(said.translate(None, b"\0\f").split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")), end
    if kind == "text":
        return _text(data, end)
    if said in (b"]", b">>"):
        return Word(said.decode("ascii")), end
    return _several(data, end, said, depth)


def operations(data: bytes) -> Iterator[tuple[str, list[Any]]]:
    """The operators of a content stream, or of a map of characters, each with what stands before it."""
    operands: list[Any] = []
    at, end = 0, len(data.rstrip(b"\0\t\n\f\r "))
    while at < end:
        found, at = value(data, at)
        if isinstance(found, Word):
            yield str(found), operands
            operands = []
        else:
            operands.append(found)


def _several(data: bytes, at: int, begun: bytes, depth: int) -> tuple[Any, int]:
    """An array, or a dictionary."""
    close, items = ("]" if begun == b"[" else ">>"), []
    while True:
        item, at = value(data, at, depth + 1)
        if isinstance(item, Word) and item == close:
            break
        items.append(item)
    if begun == b"[":
        return items, at
    if len(items) % 2 or not all(isinstance(each, Name) for each in items[::2]):
        raise Unreadable("a dictionary of it is broken off")
    return {str(key): said for key, said in zip(items[::2], items[1::2], strict=True)}, at


def _text(data: bytes, at: int) -> tuple[bytes, int]:
    """What stands in brackets."""
    parts: list[bytes] = []
    depth = 1
    while at < len(data):
        piece = _PIECE.match(data, at)
        if piece:
            parts.append(piece[0])
            at = piece.end()
            continue
        sign, at = data[at : at + 1], at + 1
        if sign == b"\\":
            octal = _OCTAL.match(data, at)
            code = octal[0] if octal else data[at : at + 1]
            parts.append(bytes([int(code, 8) & 0xFF]) if octal else _ESCAPED.get(code, code))
            at += len(code)
            continue
        depth += 1 if sign == b"(" else -1
        if not depth:
            return b"".join(parts), at
        parts.append(sign)
    raise Unreadable("a text of it has no end")
