"""The characters of a typewriter: what the text form of a document is written in.

EDGAR takes ASCII alone. Signs are written out, and Latin letters lose their accents, where a text is filed; what has no
spelling stays as it is, and is told.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lexdocs.errors import Problem, Severity, Where
from lexdocs.notation.dates import MONTHS
from lexdocs.notation.numbers import SCALES
from lexdocs.notation.typography import NO_BREAK

BREAK = "\u2028"
"""What stands for a line break in the words of a block."""
# ¾ and its like in one character, or built of raised and lowered digits as in ¹³⁄₁₆; and the digit before it.
_FRACTION = re.compile(
    "([0-9]?)([\u00bc-\u00be\u2150-\u215e\u2189]|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+\u2044[\u2080-\u2089]+)"
)
# Figures of two words in a text that was not set for paper, such as a legend.
_HELD = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})\s[0-9]{{1,2}}\b|\([0-9]{{3}}\)\s[0-9]{{3}}-[0-9]{{4}}\b|\b[0-9]+\s[0-9]+/[0-9]+"
    rf"|\b[0-9:]+\s(?:midnight|noon|[ap]\.m\.)|\b[0-9.,]*[0-9]\s(?:{'|'.join(SCALES)})\b"
)
_TYPEWRITER = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-",
        "\u2013": "-", "\u2014": "--", "\u2026": "...", "\u2044": "/", "\u2212": "-", "\u2009": " ", "\u202f": NO_BREAK,
        "\u200b": "", "\u00ad": "", "\u2060": "", "©": "(C)", "®": "(R)", "™": "(TM)", "×": "x", "•": "*", "→": "->",
        "≤": "<=", "≥": ">=", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
    }
)  # fmt: skip
# Letters that are no other letter with an accent, and signs: as filers spell them.
_SPELLED = str.maketrans(
    {
        "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "ß": "ss", "ẞ": "SS", "Ð": "D", "ð": "d",
        "Þ": "Th", "þ": "th", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "ı": "i", "Ŧ": "T", "ŧ": "t",
        "Ŋ": "NG", "ŋ": "ng", "ĸ": "k",
        "℠": "(SM)", "№": "No.", "§": "Sec.", "¶": "Par.", "†": "+", "‡": "++",
        "·": "*", "▪": "*", "●": "*", "○": "o", "«": '"', "»": '"', "„": '"', "‟": '"', "‚": "'", "‛": "'",
        "‹": "'", "›": "'", "′": "'", "″": '"', "―": "--", "←": "<-", "⇒": "=>",
        "≠": "<>", "≈": "~", "÷": "/", "±": "+/-", "°": " deg.", "µ": "u", "€": "EUR ", "£": "GBP ",
        "₤": "GBP ", "¥": "JPY ", "¢": " cents", "¡": "", "¿": "", "¦": "|", "☐": "[ ]", "☑": "[x]", "☒": "[x]",
        "✓": "x",
    }
)  # fmt: skip
# Fractions and spaces that are written out with the words around them.
_TYPED = re.compile(
    f"[{NO_BREAK}{BREAK}\u00bc-\u00be\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u2080-\u2089\u2150-\u215e\u2189]"
)
_FEW = 8  # characters that are told at once


def plain(text: str) -> str:
    """A text in the characters of a typewriter: straight quotes, hyphens, and fractions written out.

    >>> plain("\u201c9\u215c%\u201d \u2013 due\u00a0March\u00a015")
    '"9 3/8%" - due March 15'
    """
    return typed(text).replace(NO_BREAK, " ")


def typed(text: str) -> str:
    """The same, with the spaces at which no line may end still in it; letters keep their accents."""
    spelled = _FRACTION.sub(_fraction, text).translate(_TYPEWRITER)
    return _HELD.sub(lambda match: NO_BREAK.join(match[0].split()), spelled)


def filed(text: str) -> str:
    r"""A text in ASCII but for what `plain` writes out, such as fractions and dashes, and for what has no spelling.

    >>> plain(filed("Dvořák\u2019s \ufb01rst \u00a7 9\u215c% \u2265 5 \u6f22"))
    "Dvorak's first Sec. 9 3/8% >= 5 漢"
    """
    return text if text.isascii() else "".join(char if char.isascii() else _filed(char) for char in text)


@lru_cache(maxsize=1024)
def _filed(char: str) -> str:
    """A letter without its accents, a ligature as its letters, a sign in words; another character as it is."""
    if ord(char) in _TYPEWRITER or _TYPED.match(char):
        return char
    bare = "".join(each for each in unicodedata.normalize("NFKD", char) if not unicodedata.combining(each))
    spelled = char.translate(_SPELLED) if ord(char) in _SPELLED else bare.translate(_SPELLED)
    return spelled if spelled.isascii() else char


def not_typed(text: str, name: str) -> Problem | None:
    """What is to be told of a text that is to be filed and is not all ASCII; None where it is."""
    odd = sorted({char for char in text if not char.isascii()})
    if not odd:
        return None
    said = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in odd[:_FEW]) + (" and others" if odd[_FEW:] else "")
    what = f"the text form, which is filed in ASCII, has no spelling for {said}"
    return Problem(Where(name), what, "write it in other letters", Severity.WARNING)


def _fraction(match: re.Match[str]) -> str:
    before, fraction = match.groups()
    return f"{before}{NO_BREAK}{unicodedata.normalize('NFKC', fraction)}".lstrip()
