"""The house style's variables: a closed list, which a deal sets in `templates/style/variables.css`, checked one by one.

The file holds one rule, `:root`, with a variable a line. tinycss2 is imported when the first file is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lexdocs.documents import contrast
from lexdocs.errors import Problem, Where, did_you_mean
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Kind

FILE = "templates/style/variables.css"
SHEETS = ("letter", "a4")
ALIGNED = ("left", "center", "right")
# A variable that the one before it has taken into its value.
_NEXT = re.compile(r"(?:/\*.*?\*/|\s)*(--[a-z][a-z-]*)\s*:", re.DOTALL)
_LINES = 6  # of a letterhead
# What a letterhead may hold beside words: the number of a house, a box, a code, a telephone.
_ADDRESSED = frozenset({Kind.OTHER, Kind.NUMBER, Kind.TELEPHONE, Kind.ORDINAL})
GENERIC = frozenset({"serif", "sans-serif", "monospace", "system-ui"})
"""Names of no font, but of a kind of them."""
_SHEET = "white"  # --paper is the ground on a screen
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}


@dataclass(frozen=True)
class Variable:
    """A variable that is set: what it says, as CSS and as words, and where."""

    name: str
    css: str
    words: tuple[str, ...]
    where: Where


class _Wrong(Exception):  # noqa: N818  never leaves this file
    """What is wrong with a value, and what to write instead."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def _color(tokens: Sequence[Any]) -> tuple[str, ...]:
    import tinycss2  # type: ignore[import-untyped]

    said = tinycss2.serialize(tokens).strip()
    if contrast.rgb(said) is None:
        raise _Wrong(f'"{said}" is not an opaque color', "write it like #1f3a5f or navy")
    return (said,)


def _one_of(*choices: str) -> Callable[[Sequence[Any]], tuple[str, ...]]:
    def checked(tokens: Sequence[Any]) -> tuple[str, ...]:
        said = _single(tokens, "ident", f"choose {_either(choices)}").lower_value
        if said not in choices:
            raise _Wrong(f'"{said}" is none of its values', did_you_mean(said, choices) or f"choose {_either(choices)}")
        return (said,)

    return checked


def _length(least: float, most: float, example: str) -> Callable[[Sequence[Any]], tuple[str, ...]]:
    def checked(tokens: Sequence[Any]) -> tuple[str, ...]:
        token = _single(tokens, "dimension", f"write it like {example}")
        points = token.value * _POINTS.get(token.lower_unit, 0)
        if not points:
            raise _Wrong(f'"{token.serialize()}" is not a length on paper', f"write it like {example}")
        if not least <= points <= most:
            raise _Wrong(f"{token.serialize()} is not from {least:g}pt to {most:g}pt", f"write it like {example}")
        return (token.serialize(),)

    return checked


def _ratio(least: float, most: float) -> Callable[[Sequence[Any]], tuple[str, ...]]:
    def checked(tokens: Sequence[Any]) -> tuple[str, ...]:
        token = _single(tokens, "number", f"write a number from {least:g} to {most:g}")
        if not least <= token.value <= most:
            raise _Wrong(f"{token.serialize()} is not from {least:g} to {most:g}", f"write it like {least + 0.15:g}")
        return (token.serialize(),)

    return checked


def _families(tokens: Sequence[Any]) -> tuple[str, ...]:
    said: list[str] = []
    for part in _parted(tokens):
        if len(part) == 1 and part[0].type == "string" and part[0].value.strip():
            said.append(part[0].value.strip())
        elif part and all(each.type == "ident" for each in part):
            said.append(" ".join(each.value for each in part))
        else:
            raise _Wrong("these are not names of fonts", 'write it like "Book Antiqua", serif')
    if all(each.lower() in GENERIC for each in said):
        remedy = 'write it like "Book Antiqua", serif, or leave it out for the bundled font'
        raise _Wrong(f"{' and '.join(said)} names a kind of font, and none of them", remedy)
    return tuple(said)


def _strings(most: int, *, address: bool) -> Callable[[Sequence[Any]], tuple[str, ...]]:
    def checked(tokens: Sequence[Any]) -> tuple[str, ...]:
        lines = [each.value.strip() for each in tokens if each.type == "string"]
        if not lines or not all(lines) or any(each.type != "string" for each in tokens):
            raise _Wrong("this is not text in quotation marks", 'write it like "Marrowstone Ferry Lines, Inc."')
        if len(lines) > most:
            raise _Wrong(f"these are {len(lines)} lines, and there is room for {most}", "put some on one line")
        allowed = _ADDRESSED if address else frozenset[Kind]()
        for found in (
            found
            for line in lines
            for found in find(line)
            if found.kind not in allowed and not (address and _is_named(line, found.start, found.end))
        ):
            what = f'"{found.text}" is a number that no term stands behind'
            raise _Wrong(what, "keep names, addresses and telephone numbers here" if address else "leave it out")
        return tuple(lines)

    return checked


def _is_named(line: str, start: int, end: int) -> bool:
    """Whether a number in words is part of a name, such as *Four Oaks Bancorp* or *Two Penn Center*."""
    beside = (line[:start].split()[-1:], line[end:].split()[:1])
    name = all(word.isalpha() and word[0].isupper() for word in line[start:end].split())
    return name and any(word and word[0][0].isupper() for word in beside)


def _file(tokens: Sequence[Any]) -> tuple[str, ...]:
    name = _single(tokens, "string", 'write it like "logo.svg"').value
    stem, _, suffix = name.rpartition(".")
    if not stem or suffix.lower() not in ("svg", "png") or not stem.replace("-", "").replace("_", "").isalnum():
        raise _Wrong(f'"{name}" is not the name of a picture', 'put it beside this file, and write it like "logo.svg"')
    return (name,)


VARIABLES: Mapping[str, Callable[[Sequence[Any]], tuple[str, ...]]] = {
    "--sheet": _one_of(*SHEETS),
    "--font-text": _families,
    "--font-heading": _families,
    "--size": _length(10, 13, "11pt"),
    "--leading": _ratio(1.2, 1.6),
    "--ink": _color,
    "--quiet": _color,
    "--accent": _color,
    "--alert": _color,
    "--paper": _color,
    "--wash": _color,
    "--rule": _color,
    "--faint": _color,
    "--letterhead": _strings(_LINES, address=True),
    "--letterhead-align": _one_of(*ALIGNED),
    "--logo": _file,
    "--logo-words": _strings(1, address=False),
    "--logo-height": _length(14, 72, "0.6in"),
}
"""What a deal may set, and what each must be."""


def read_variables(css: str, house: str, file: str = FILE) -> tuple[dict[str, Variable], list[Problem]]:
    r"""The variables that a deal sets, by name, and everything that is wrong with them, in the order of the lines.

    `house` is the style sheet whose own values stand where the deal sets none: contrast is told of both together.

    >>> set_, wrong = read_variables(":root {\n  --acent: navy;\n}", ":root { --paper: white }", "variables.css")
    >>> [str(each) for each in wrong]
    ['variables.css:2:3 there is no variable --acent; did you mean "--accent"?']
    """
    import tinycss2

    found: dict[str, Variable] = {}
    problems: list[Problem] = []
    lines: dict[str, int] = {}  # of what is refused too
    for node in _declared(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), file, problems):
        where = Where(file, node.source_line, node.source_column)
        check = VARIABLES.get(node.name)
        if check is None:
            remedy = did_you_mean(node.name, VARIABLES) or f"there are: {', '.join(VARIABLES)}"
            problems.append(Problem(where, f"there is no variable {node.name}", remedy))
            continue
        if node.name in lines:
            what = f"{node.name} is set in line {lines[node.name]} already"
            problems.append(Problem(where, what, "keep one of them"))
            continue
        lines[node.name] = node.source_line
        swallowed = _NEXT.search(tinycss2.serialize(node.value))
        if swallowed:
            what = f"{node.name}: no semicolon stands behind its value, before {swallowed[1]}"
            problems.append(
                Problem(where, what, f"write {node.name}: {swallowed.string[: swallowed.start()].strip()};")
            )
            continue
        try:
            tokens = [each for each in node.value if each.type not in ("whitespace", "comment")]
            words = check(tokens)
        except _Wrong as wrong:
            problems.append(Problem(where, f"{node.name}: {wrong.what}", wrong.remedy))
            continue
        found[node.name] = Variable(node.name, tinycss2.serialize(node.value).strip(), words, where)
    problems += _faint(found, house) + _without_words(found)
    return found, sorted(problems, key=lambda problem: problem.where)


def _declared(nodes: Sequence[Any], file: str, problems: list[Problem]) -> list[Any]:
    """The declarations of the one rule that may stand here."""
    import tinycss2

    found: list[Any] = []
    for node in nodes:
        where = Where(file, node.source_line, node.source_column)
        if node.type != "qualified-rule" or tinycss2.serialize(node.prelude).strip() != ":root":
            remedy = "write :root { --accent: navy; } here; other rules go into a house.css of the deal's own"
            problems.append(Problem(where, "this file sets variables and nothing else", remedy))
            continue
        for each in tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True):
            if each.type == "declaration":
                found.append(each)
            else:
                at = Where(file, each.source_line, each.source_column)
                problems.append(Problem(at, "this sets no variable", "write it like --accent: navy;"))
    return found


def _faint(found: Mapping[str, Variable], house: str) -> list[Problem]:
    """Colors in which words could not be read on the ground on which they stand: on a screen, and on a white sheet."""
    colors = {**contrast.colors_of(house), **{name: each.css for name, each in found.items()}}
    problems = []
    for ink, ground in contrast.PAIRS:
        blamed = found.get(ink) or found.get(ground)
        if blamed is None or ink not in colors or ground not in colors:
            continue
        ratio = contrast.ratio(colors[ink], colors[ground])
        if ratio is not None and ratio < contrast.LEAST:
            what = f"{ink} {colors[ink]} on {ground} {colors[ground]} has a contrast of {ratio:.1f} to 1"
            problems.append(Problem(blamed.where, what, f"words need {contrast.LEAST:g} to 1: choose a darker color"))
    inks = {ink for ink, _ in contrast.PAIRS}
    for ink, variable in found.items():
        ratio = contrast.ratio(variable.css, _SHEET) if ink in inks else None
        if ratio is not None and ratio < contrast.LEAST and all(each.where != variable.where for each in problems):
            what = f"{ink} {variable.css} on a printed sheet, which is white, has a contrast of {ratio:.1f} to 1"
            problems.append(Problem(variable.where, what, f"words need {contrast.LEAST:g} to 1: choose a darker color"))
    return problems


def _without_words(found: Mapping[str, Variable]) -> list[Problem]:
    logo = found.get("--logo")
    if logo is not None and "--logo-words" not in found:
        remedy = "say in --logo-words what a reader who does not see the picture should hear"
        return [Problem(logo.where, "--logo: the picture has no words", remedy)]
    return []


def _single(tokens: Sequence[Any], kind: str, remedy: str) -> Any:
    import tinycss2

    if len(tokens) != 1 or tokens[0].type != kind:
        raise _Wrong(f'"{tinycss2.serialize(tokens).strip()}" is none of its values', remedy)
    return tokens[0]


def _parted(tokens: Sequence[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for each in tokens:
        if each.type == "literal" and each.value == ",":
            parts.append([])
        else:
            parts[-1].append(each)
    return parts


def _either(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}"
