"""How well a color stands out from its ground: the contrast of the Web Content Accessibility Guidelines, 1.4.3."""

from __future__ import annotations

import re
from collections.abc import Mapping

LEAST = 4.5
"""To one: what words of ordinary size need."""
PAIRS = tuple((ink, ground) for ink in ("--ink", "--quiet", "--accent", "--alert") for ground in ("--paper", "--wash"))
"""Which color of words stands on which ground."""
_SET = re.compile(r"(--[a-z-]+):\s*([^;{}]+);")


Rgb = tuple[float, float, float]


def rgb(color: str) -> Rgb | None:
    """Red, green and blue of a color, each from 0 to 1; None for what is no color, or not an opaque one.

    >>> rgb("#ffffff"), rgb("#ffffff80"), rgb("blueish")
    ((1.0, 1.0, 1.0), None, None)
    """
    from tinycss2.color3 import parse_color  # type: ignore[import-untyped]

    found = parse_color(color)
    if found is None or found == "currentColor" or found.alpha != 1:
        return None
    return float(found.red), float(found.green), float(found.blue)


def ratio(ink: str, ground: str) -> float | None:
    """The contrast of two colors, from 1 to 21.

    >>> ratio("black", "white"), ratio("#777777", "#fff")
    (21.0, 4.48)
    """
    above, below = rgb(ink), rgb(ground)
    return None if above is None or below is None else between(above, below)


def between(ink: Rgb, ground: Rgb) -> float:
    """The same of colors that are read."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return round((light + 0.05) / (dark + 0.05), 2)


def colors_of(css: str) -> Mapping[str, str]:
    """The variables of a style sheet with what each says, the first of each name.

    >>> colors_of(":root { --ink: #111; --paper: white; }")
    {'--ink': '#111', '--paper': 'white'}
    """
    found: dict[str, str] = {}
    for name, said in _SET.findall(css):
        found.setdefault(name, said.strip())
    return found


def _luminance(color: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
