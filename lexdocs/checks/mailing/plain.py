"""Content streams of a simple kind, read at a glance: what is stamped on a page is of it, and there may be millions.

Where two of them are alike but for their texts, and for how far each goes to the left, one is read and the other told
by it.
"""

from __future__ import annotations

import re

from lexdocs.checks.mailing.syntax import value

_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_SEVERAL = re.compile(rb"\[[^\]\0]*\0[^\]\0]*\0")  # texts of one array, which belong together


_LEFT = re.compile(rb"(?<=\[)-?[0-9.]+")


def parted(data: bytes) -> tuple[list[bytes], bytes] | None:
    r"""The texts of a content stream, and what is left of it without them; None where it is not so simple.

    >>> parted(rb"BT /F1 9 Tf 0 0 Td (a\)b) Tj [12.5(c)]TJ ET Q")
    ([b'a)b', b'c'], b'BT /F1 9 Tf 0 0 Td \x00 Tj [\x00]TJ ET Q')
    >>> parted(rb"BT /F1 9 Tf <616263> Tj ET") is None
    True
    """
    if b"\0" in data:
        return None
    rest = _TEXT.sub(b"\0", data)
    # A bracket, an angle or a remark that is left is no part of a text in brackets.
    if any(sign in rest for sign in (b"(", b")", b"%")) or rest.count(b"<") != 2 * rest.count(b"<<"):
        return None
    if _SEVERAL.search(rest) is not None:
        return None
    return list(map(_unescaped, _TEXT.findall(data))), _LEFT.sub(b"", rest)


def _unescaped(text: bytes) -> bytes:
    return bytes(value(b"(%s)" % text)[0]) if b"\\" in text else text
