"""Content streams of a simple kind, read at a glance: what is stamped on a page is of it, and there may be millions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lexdocs.checks.mailing.syntax import value

_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_SAID = re.compile(rb"/(\S+) [0-9.]+ Tf\b|\0")
# Two texts of one array belong together; a bracket, an angle or a remark that is left was no part of a text.
_OTHER = re.compile(rb"\[[^\]\0]*\0[^\]\0]*\0|[()%]|(?<!<)<(?!<)")


def plainly(data: bytes) -> Sequence[tuple[str, bytes]] | None:
    r"""The fonts that a content stream chooses and the texts that it shows, in order; None where it is not so simple.

    >>> plainly(rb"BT /F1 9 Tf 0 0 Td (a\)b) Tj [12.5(c)]TJ ET")
    [('F1', b''), ('', b'a)b'), ('', b'c')]
    >>> plainly(rb"BT /F1 9 Tf <616263> Tj ET") is None
    True
    """
    if b"\0" in data:
        return None
    said = _TEXT.findall(data)
    rest = _TEXT.sub(b"\0", data)
    if _OTHER.search(rest) is not None:
        return None
    texts = iter(said)
    return [
        (name.decode("latin-1"), b"") if name else ("", _unescaped(next(texts)))
        for name in map(_name, _SAID.finditer(rest))
    ]


def _name(found: re.Match[bytes]) -> bytes:
    return found[1] or b""


def _unescaped(text: bytes) -> bytes:
    return bytes(value(b"(%s)" % text)[0]) if b"\\" in text else text
