"""Words as HTML: whatever stands in a text is shown, and none of it becomes markup, style or direction."""

from __future__ import annotations

import html
import unicodedata

_LOST = "\ufffd"
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_UNSEEN = frozenset({"Cc", "Cs", "Cn", "Co"})
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def said(text: str) -> str:
    r"""A text as it stands, in one line; what does not print, or would turn the words around it, is shown as lost.

    >>> said("a <b>\n\"c\"\u202e")
    'a &lt;b&gt; &quot;c&quot;\ufffd'
    """
    return html.escape("".join(_LOST if _lost(char) else char for char in " ".join(text.split())))


def _lost(char: str) -> bool:
    return char in _TURNING or unicodedata.category(char) in _UNSEEN


def css_string(text: str) -> str:
    r"""A text as a string of a style sheet, from which nothing can break out.

    >>> css_string('re"lease.txt')
    '"re\\22 lease.txt"'
    """
    kept = (char if char.isascii() and (char.isalnum() or char in " ._-") else f"\\{ord(char):x} " for char in text)
    return f'"{"".join(kept)}"'


def heads(*names: str) -> str:
    """The heads of a table's columns.

    >>> heads("Ref.", "Why")
    '<thead><tr><th scope="col">Ref.</th><th scope="col">Why</th></tr></thead>'
    """
    inner = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"<thead><tr>{inner}</tr></thead>"


def letters(place: int) -> str:
    """The letters that count a place from nought.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    first = letters(place // 26 - 1) if place > 25 else ""
    return first + chr(ord("A") + place % 26)


def roman(place: int) -> str:
    """The small roman number that counts a place from nought.

    >>> roman(0), roman(3), roman(48)
    ('i', 'iv', 'xlix')
    """
    left, found = place + 1, ""
    for value, sign in _ROMAN:
        found += sign * (left // value)
        left %= value
    return found
