"""The words of a document as a reader meets them: no number is typed there, and none is glued to a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lexdocs.documents.allowed import INLINE
from lexdocs.documents.footnotes import NAMED
from lexdocs.documents.header import Literal
from lexdocs.documents.script import OUTPUT, Script
from lexdocs.documents.tags import ATTRIBUTE_LIST, ENTITY, LINK, tags
from lexdocs.errors import Problem, Where
from lexdocs.notation.grammar import Found, Kind
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.locales.find import find_in

_LIST_ITEM = re.compile(r"(?m)^ {0,3}1\. (?=\S)")
_NUMBERED = re.compile(r"[0-9]{1,2}[.)][ \t]+\S")
_ESCAPE = re.compile(r"\\(?=[^\w\s])")
_EMPHASIS = re.compile(r"[*_]+")
_KEPT = re.compile(rb"\x00+|\x02")  # words that stay, and the ends of blocks
# What may not stand right before or after a printed figure, and what to call it.
_TOUCHING = (
    (re.compile(rf"{OUTPUT}[.,:/\u2044-]?{OUTPUT}"), "another figure"),
    (re.compile(rf"[^\W_]+{OUTPUT}"), "letters or digits"),
    (re.compile(rf"{OUTPUT}(?!['’]s\b)['’]?[^\W_]+"), "letters or digits"),
    (re.compile(rf"[$€£¥]\s?{OUTPUT}"), "a currency sign"),
    (re.compile(rf"{OUTPUT}\s?[%°]"), "a percent sign"),
    (re.compile(rf"{OUTPUT}\s(?:percent|per\scent|basis\spoints?|dozen)\b"), "a unit"),
    (
        re.compile(rf"{OUTPUT}\s(?:por\sciento|pour\scent|Prozent|puntos\sbásicos|points\sde\sbase|Basispunkte)\b"),
        "a unit",
    ),
    (re.compile(rf"(?:^|(?<=\s))[-\u2212]{OUTPUT}", re.MULTILINE), "a minus"),
)
# A fixed number is part of a citation or a name; by itself it would be a figure with two authors.
_CITED = frozenset({Kind.OTHER, Kind.NUMBER, Kind.COUNT, Kind.ORDINAL})


@dataclass(frozen=True)
class Visible:
    """The visible characters of a text, and the offset of each in it."""

    text: str
    offsets: Sequence[int]


def visible(text: str) -> Visible:
    """The words without their markup: what stands on both sides of a tag then stands together, as on the page."""
    gone = bytearray(len(text))
    breaks: set[int] = set()
    spoken: list[tuple[int, str]] = []
    for start, end, tag, attributes in tags(text):
        gone[start:end] = b"\x01" * (end - start)
        spoken += attributes
        if tag not in INLINE:
            breaks.add(start)
    for pattern in (ATTRIBUTE_LIST, ENTITY, NAMED, _LIST_ITEM, _ESCAPE, _EMPHASIS):
        for found in pattern.finditer(text):
            gone[found.start() : found.end()] = b"\x01" * len(found[0])
    for found in LINK.finditer(text):
        gone[found.end(2) : found.end()] = b"\x01" * (found.end() - found.end(2))
        gone[found.start() : found.start(2)] = b"\x01" * (found.start(2) - found.start())
    for at in breaks:
        gone[at] = 2
    # By stretches, not by characters: a circular has a hundred thousand of them.
    parts: list[str] = []
    offsets: list[int] = []
    for run in _KEPT.finditer(gone):
        start, end = run.span()
        parts.append("\n" if gone[start] else text[start:end])
        offsets += range(start, end)
    for at, said in spoken:
        parts += ["\n", said]
        offsets += [at, *range(at, at + len(said))]
    return Visible("".join(parts), offsets)


def number_problems(
    words: Script, literals: Sequence[Literal], *, count: bool = True, language: str = ENGLISH
) -> Iterator[Problem]:
    """Every number typed into the words that the header does not declare, and every declaration that is wrong.

    `count` says whether all places of the literals are in these words, so that they can be counted.
    """
    seen = visible(words.text)
    excused: list[tuple[int, int]] = []
    for literal in sorted(literals, key=lambda each: -len(each.text)):
        places = [each for each in occurrences(literal.text, seen.text) if not _overlaps(each, excused)]
        excused += places
        if count:
            yield from _declaration(literal, len(places), language)
    for found in find_in(language, seen.text):
        if not _overlaps((found.start, found.end), excused):
            what = f'the number "{found.text}" is typed into the words'
            remedy = "print a figure, or declare it in the header"
            if _NUMBERED.match(seen.text, found.start) and seen.text[: found.start].rpartition("\n")[2].strip() == "":
                remedy = "begin each item of a list with 1., and they count by themselves"
            yield Problem(words.where(seen.offsets[found.start]), what, remedy)


def occurrences(literal: str, text: str) -> Iterator[tuple[int, int]]:
    r"""Where a literal stands in a text, its spaces being any white space.

    >>> list(occurrences("Rule 99x", "by Rule\n99x, and Rule 99xy"))
    [(3, 11)]
    """
    pattern = r"\s+".join(re.escape(part) for part in literal.split())
    for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
        yield found.start(), found.end()


def touching_problems(words: Script) -> Iterator[Problem]:
    """Everything that stands against a printed figure, so that it would be read as part of it."""
    seen = visible(words.text)
    for pattern, what in _TOUCHING:
        for found in pattern.finditer(seen.text):
            at = found.start() + found[0].index(OUTPUT)
            said = "".join(_said(words, seen, place) for place in range(found.start(), found.end()))
            where = words.where(seen.offsets[at])
            yield Problem(where, f'{what} against a figure: "{said.strip()}"', "the figure prints all of itself")


def _said(words: Script, seen: Visible, place: int) -> str:
    char = seen.text[place]
    return f"{{{{ {words.piece(seen.offsets[place]).figure} }}}}" if char == OUTPUT else char.replace("\n", " ")


def _declaration(literal: Literal, count: int, language: str) -> Iterator[Problem]:
    inside = find_in(language, literal.text)
    where: Where = literal.where
    if not inside:
        yield Problem(where, f'"{literal.text}" holds no number', "remove it: words need no declaration")
    elif any(_is_figure(each, literal.text) for each in inside):
        yield Problem(
            where, f'"{literal.text}" is a figure', "print it from the term sheet: only citations are declared"
        )
    elif not count:
        yield Problem(where, f'"{literal.text}" is declared and never used', "remove it")
    elif count != literal.count:
        often = "once" if count == 1 else f"{count} times"
        what = f'"{literal.text}" is declared with count {literal.count} and stands here {often}'
        yield Problem(where, what, f"set count: {count}")


def _is_figure(found: Found, whole: str) -> bool:
    return found.kind not in _CITED or (found.text == whole and found.kind is not Kind.OTHER)


def _overlaps(place: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)
