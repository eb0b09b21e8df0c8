"""Two ways to set the same figure: plain characters, and the characters of a printed page.

On paper a fraction is one sign (9⅜%) or is built of raised and lowered digits (9⁵⁄₁₆%), a figure of
several words holds together over a line's end, and a minus is a minus rather than a hyphen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

NO_BREAK = "\u00a0"
FIGURE_SPACE = "\u2007"  # as wide as a digit
NIL = "—"  # in a column, as accountants write it
MINUS = "\u2212"
FRACTION_SLASH = "\u2044"

_SIGNS = {"1/4": "¼", "1/2": "½", "3/4": "¾", "1/3": "⅓", "2/3": "⅔", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞"}
# Other people's documents hold these too; the fonts of ours need not have them.
_READ_ONLY = {
    "1/5": "⅕",
    "2/5": "⅖",
    "3/5": "⅗",
    "4/5": "⅘",
    "1/6": "⅙",
    "5/6": "⅚",
    "1/7": "⅐",
    "1/9": "⅑",
    "1/10": "⅒",
}
_SPELLED = {sign: spelled for spelled, sign in (_SIGNS | _READ_ONLY).items()}
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOWERED = "₀₁₂₃₄₅₆₇₈₉"
FRACTION_SIGNS = "".join(_SPELLED)
_RAISE = str.maketrans("0123456789", RAISED)
_LOWER = str.maketrans("0123456789", LOWERED)
_FLATTEN = str.maketrans(RAISED + LOWERED, "0123456789" * 2)

SPACES = "\t\r\x0b\x0c\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_SAME = (
    dict.fromkeys(SPACES, " ")
    | dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d", "-")
    | {FRACTION_SLASH: "/", "\u2215": "/"}
    | dict.fromkeys("\u2018\u2019", "'")
    | dict.fromkeys("\u201c\u201d", '"')
)
# One character becomes one character, so that places in a text stay what they are.
PLAIN_CHARACTERS = {ord(odd): usual for odd, usual in _SAME.items()}
_PLAIN = str.maketrans(PLAIN_CHARACTERS)
_BUILT = re.compile(rf"([0-9]?) ?(?:([{FRACTION_SIGNS}])|([{RAISED}]+)/([{LOWERED}]+))")


class Medium(StrEnum):
    """Where a figure is set: in plain characters, or on a page with typographic ones."""

    PLAIN = "plain"
    PAPER = "paper"


@dataclass(frozen=True)
class Manner:
    """How a value is to be printed: in which style, in the manner of which typed form, on which medium."""

    style: str | None = None
    written: str | None = None
    medium: Medium = Medium.PLAIN


USUAL = Manner()


def plain(text: str) -> str:
    """The same words and figures in plain characters, each run of white space one space.

    >>> plain("9⅜%\u00a0 Notes"), plain("9⁵⁄₁₆%")
    ('9 3/8% Notes', '9 5/16%')
    """
    return spelled(" ".join(text.translate(_PLAIN).split()))


def spelled(text: str) -> str:
    """The text with its fraction signs spelled out in digits."""
    return text if text.isascii() else _BUILT.sub(_spell, text)


def _spell(match: re.Match[str]) -> str:
    before, sign, above, below = match.groups()
    fraction = _SPELLED[sign] if sign else f"{above}/{below}".translate(_FLATTEN)
    return f"{before} {fraction}" if before else fraction


def set_fraction(whole: str, above: int, below: int, medium: Medium) -> str:
    """A whole number and a fraction, set for a medium; without a whole number the fraction alone.

    >>> set_fraction("9", 5, 16, Medium.PLAIN), set_fraction("9", 5, 16, Medium.PAPER)
    ('9 5/16', '9⁵⁄₁₆')
    """
    fraction = f"{above}/{below}"
    if medium is Medium.PLAIN:
        return f"{whole} {fraction}" if whole else fraction
    built = f"{str(above).translate(_RAISE)}{FRACTION_SLASH}{str(below).translate(_LOWER)}"
    return whole + _SIGNS.get(fraction, built)


def hold(text: str, medium: Medium) -> str:
    """The text held together over a line's end, where the medium can."""
    return text.replace(" ", NO_BREAK) if medium is Medium.PAPER else text


def minus(medium: Medium) -> str:
    """The sign before a negative figure."""
    return MINUS if medium is Medium.PAPER else "-"
