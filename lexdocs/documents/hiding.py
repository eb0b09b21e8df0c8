"""How a style sheet can hide words: each declaration that takes them off the page, or makes them unreadable on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# What a property may not say; None: whatever it says, but for these words, which leave things as they are.
_WORDS: Mapping[str, frozenset[str]] = {
    "display": frozenset({"none"}),
    "visibility": frozenset({"hidden", "collapse"}),
    "content-visibility": frozenset({"hidden", "auto"}),
    "overflow": frozenset({"hidden", "clip"}),
    "overflow-x": frozenset({"hidden", "clip"}),
    "overflow-y": frozenset({"hidden", "clip"}),
    "overflow-block": frozenset({"hidden", "clip"}),
    "overflow-inline": frozenset({"hidden", "clip"}),
    "color": frozenset({"transparent"}),
}
_NEVER: Mapping[str, str] = {
    **dict.fromkeys(("transform", "translate", "scale", "rotate", "zoom", "offset", "animation"),
                    "may turn, shrink or move words off their places"),
    **dict.fromkeys(("clip", "mask", "filter", "max-lines", "line-clamp", "block-ellipsis", "continue",
                     "mix-blend-mode", "text-fill-color"), "may hide words"),
    "unicode-bidi": "may set words in another order",
    "font-size-adjust": "may make words too small to read",
}  # fmt: skip
_HARMLESS = frozenset({"none", "auto", "normal", "visible", "inherit", "initial", "unset", "revert", "1"})
# Where a large length would put words beside the page, or one below zero before it.
_MOVING = ("left", "right", "top", "bottom", "inset", "margin", "text-indent", "letter-spacing", "word-spacing")
_SIZES = frozenset({"font-size", "font"})
# Of a computed value nobody can say, before it is laid out, whether it hides.
_COMPUTED = frozenset({"var", "calc", "min", "max", "clamp", "env", "attr"})
# But the house's variables are checked where they are set, each as the property for which it stands.
VARIABLES: Mapping[str, str] = {
    "--size": "font-size", "--margins": "margin", "--statement-margins": "margin", "--strut": "margin",
    "--foot": "margin", "--notice-strut": "margin", "--notice-indent": "margin", "--panel": "margin",
    "--logo-height": "margin",
    **dict.fromkeys(("--ink", "--quiet", "--accent", "--alert", "--paper", "--wash"), "color"),
}  # fmt: skip
_POINTS: Mapping[str, float] = {
    "pt": 1, "px": 0.75, "in": 72, "cm": 28.35, "mm": 2.835, "q": 0.709, "pc": 12,
    "em": 11, "rem": 11, "ex": 5, "ch": 5, "lh": 14, "rlh": 14,
}  # fmt: skip
_SMALLEST, _FARTHEST, _BEFORE = 5.0, 500.0, -36.0  # points
_OFFSETS, _ASIDE = ("left", "right", "top", "bottom", "inset"), 36.0
_FAINTEST = 0.5


def hidden(name: str, value: Sequence[Any]) -> str:
    """How a declaration takes words off the page or makes them unreadable, such as `display: none hides words`.

    It is an empty text where it does not; `value` holds tinycss2's tokens.
    """
    tokens = [each for each in value if each.type not in ("whitespace", "comment")]
    plain = VARIABLES.get(name, name.removeprefix("-webkit-").removeprefix("-moz-"))
    words = {each.lower_value for each in tokens if each.type == "ident"}
    guarded = plain in _WORDS or plain in _SIZES or plain == "opacity" or plain.startswith((*_NEVER, *_MOVING))
    computed = [
        each.lower_name
        for each in tokens
        if each.type == "function" and each.lower_name in _COMPUTED and not _is_known(each, plain)
    ]
    if computed:
        # A color by its variable is how the house's own sheet is written.
        return f"{name}: {computed[0]}() perhaps hides words" if guarded and plain != "color" else ""
    never = [how for each, how in _NEVER.items() if plain.startswith(each)]
    if never:
        kept = all(each.type in ("ident", "number") and each.serialize().lower() in _HARMLESS for each in tokens)
        return "" if kept else f"{name}: {never[0]}"
    if words & _WORDS.get(plain, frozenset()):
        return f"{name}: {min(words & _WORDS[plain])} hides words"
    if plain == "color":
        return f"{name}: see-through hides words" if _faint(tokens) else ""
    if plain == "opacity":
        faint = any(_number(each) < _FAINTEST for each in tokens)
        return f"{name}: {tokens[0].serialize()} hides words" if faint else ""
    if plain in _SIZES:
        # The first length of the short form is the size; a number before it is the weight.
        sizes = [each for each in tokens if each.type in ("dimension", "percentage") or each.serialize() == "0"]
        small = sizes and _points(sizes[0]) < _SMALLEST
        return f"{name}: {sizes[0].serialize()} is too small to read" if small else ""
    if plain.startswith(_MOVING):
        most = _ASIDE if plain.startswith(_OFFSETS) else _FARTHEST
        far = [each for each in tokens if not _BEFORE <= _points(each) < most]
        return f"{name}: {far[0].serialize()} may push words off the page" if far else ""
    return ""


def _is_known(token: Any, plain: str) -> bool:
    """Whether it is one of the house's variables, in the place of the property for which it is checked."""
    arguments = [each for each in token.arguments if each.type not in ("whitespace", "comment")]
    stands_for = VARIABLES.get(arguments[0].value) if len(arguments) == 1 and arguments[0].type == "ident" else None
    return token.lower_name == "var" and stands_for is not None and plain.startswith(stands_for)


def _number(token: Any) -> float:
    if token.type == "percentage":
        return float(token.value) / 100
    return float(token.value) if token.type == "number" else 1.0


def _points(token: Any) -> float:
    """About how long a length is. A percentage is taken of the width of the words, or of the size of the letters."""
    if token.type == "percentage":
        return float(token.value) * _FARTHEST / 100 if abs(token.value) >= 100 else float(token.value) / 100 * 11
    if token.type == "dimension":
        return float(token.value) * _POINTS.get(token.lower_unit, 4.0)
    return 0.0


def _faint(tokens: Sequence[Any]) -> bool:
    from tinycss2.color4 import parse_color  # type: ignore[import-untyped]

    color = parse_color(tokens[0]) if len(tokens) == 1 else None
    return color is not None and color != "currentcolor" and color.alpha < _FAINTEST
