"""Whether the words of a rule of a style sheet stand out from their ground: that of the rule, or else the paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lexdocs.documents import contrast

_LEFT = frozenset({"inherit", "initial", "unset", "revert", "revert-layer", "currentcolor"})
_INK, _PAPER = "--ink", "--paper"
_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)

Said = Mapping[str, Sequence[Sequence[Any]]]
"""For each variable the values that a sheet gives it, as tinycss2's tokens."""


def said_of(declarations: Iterable[Any]) -> Said:
    """What the variables among declarations say."""
    found: dict[str, list[Sequence[Any]]] = defaultdict(list)
    for each in declarations:
        if each.name.startswith("--"):
            found[each.name].append(each.value)
    return found


def faint(declarations: Sequence[Any], said: Said) -> tuple[Any, str, str] | None:
    """The declaration of a rule in whose color words could not be read, why, and what to do; None where there is none.

    `declarations` are tinycss2's, of one rule.
    """
    inks = [each for each in declarations if each.lower_name == "color"]
    grounds = [each for each in declarations if each.lower_name in ("background", "background-color")]
    below = next((color for each in reversed(grounds) for color in _colors(each.value, said)[:1]), None)
    if not inks and below is None:
        return None
    paper = _plain(_PAPER, said, _WHITE)
    # A printed sheet is white, whatever the ground on a screen.
    grounds_of = [_over(below, paper)] if below is not None else [paper, _WHITE]
    if not inks:
        ratio = contrast.between(_plain(_INK, said, _BLACK), grounds_of[0])
        return _low(grounds[-1], ratio) if ratio < contrast.LEAST else None
    for each in inks:
        colors = _colors(each.value, said)
        if not colors and _text(each).lower() not in _LEFT:
            what = f"color: {_text(each)} is no color that can be held against its ground"
            return each, what, "write it like #1f3a5f or navy"
        for color in colors:
            ratio = min(contrast.between(_over(color, ground), ground) for ground in grounds_of)
            if ratio < contrast.LEAST:
                return _low(each, ratio)
    return None


def _low(declaration: Any, ratio: float) -> tuple[Any, str, str]:
    what = f"{declaration.lower_name}: {_text(declaration)} leaves words a contrast of {ratio:.1f} to 1"
    return (
        declaration,
        what,
        f"words need {contrast.LEAST:g} to 1: choose another, or set both in one rule",
    )


def _text(declaration: Any) -> str:
    return "".join(each.serialize() for each in declaration.value if each.type != "comment").strip()


def _plain(name: str, said: Said, otherwise: contrast.Rgb) -> contrast.Rgb:
    colors = [color for value in said.get(name, ()) for color in _colors(value, {})]
    return _over(colors[0], _WHITE) if colors else otherwise


def _colors(value: Sequence[Any], said: Said, depth: int = 0) -> list[tuple[contrast.Rgb, float]]:
    """The colors among tokens, each with how opaque it is; those that a variable may have, one after another."""
    from tinycss2.color4 import parse_color  # type: ignore[import-untyped]

    found: list[tuple[contrast.Rgb, float]] = []
    for token in value:
        if token.type == "function" and token.lower_name == "var" and depth < 4:
            name = next((each.value for each in token.arguments if each.type == "ident"), "")
            for meant in said.get(name, ()):
                found += _colors(meant, said, depth + 1)
        elif token.type in ("ident", "hash", "function"):
            color = parse_color(token)
            if color is not None and color != "currentcolor":
                if color.space not in ("srgb", "hsl", "hwb"):
                    continue
                red, green, blue = color.to("srgb").coordinates
                found.append(((red, green, blue), float(color.alpha)))
    return found


def _over(color: tuple[contrast.Rgb, float], ground: contrast.Rgb) -> contrast.Rgb:
    """A color that lets its ground through, upon it."""
    (red, green, blue), opaque = color
    above, below = (red, green, blue), ground
    mixed = [one * opaque + two * (1 - opaque) for one, two in zip(above, below, strict=True)]
    return mixed[0], mixed[1], mixed[2]
