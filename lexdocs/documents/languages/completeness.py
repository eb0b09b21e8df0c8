"""Completeness: a translation prints the figures of the English template, no more and no fewer, in the same frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from lexdocs.documents.languages.signs import Sign, frame_of, signs_of
from lexdocs.documents.languages.translated import parts_of
from lexdocs.documents.library import Library, Template
from lexdocs.errors import Problem, Where

_MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{!.*?!\}|<[^>]*>|\{[:#][^}]*\}|[\n.;:,]", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_TELLING = 3  # words in a row that no two languages have alike
_SHOWN = 40


def differences(library: Library, template: str) -> tuple[Problem, ...]:
    """Where a translated document and its clauses differ from the English in more than words, with both places.

    The same figures in the same styles, conditions and loops must be there, however often and in whatever order of a
    sentence; headings, tables and attributes in the same order.
    """
    found: list[Problem] = []
    for name in parts_of(library, template):
        own = library.templates.get(name)
        if own is not None and own.of is not None:
            found += [*_printed(own, own.of), *_frame(own, own.of), *_english(own, own.of)]
    return tuple(found)


def _printed(own: Template, english: Template) -> Iterator[Problem]:
    there, here = signs_of(english), signs_of(own)
    lines = {each.same: each.line for each in reversed(here)}
    wanted = {each.same: each.line for each in reversed(there)}
    yield from _missing(there, lines, own, english)
    for each in _once(here):
        if each.same not in wanted:
            what = f"{each} is not in {_near(each, there, english)}"
            yield Problem(Where(own.name, each.line), what, "take it out, or write it into the English words first")


def _missing(
    there: list[Sign], lines: dict[tuple[str, tuple[str, ...]], int], own: Template, english: Template
) -> Iterator[Problem]:
    """What the English has and the translation lacks, at the line of what stands before it there."""
    last, told = own.header_lines + 1, set()
    for each in there:
        if each.same in lines:
            last = lines[each.same]
        elif each.same not in told:
            told.add(each.same)
            what = f"{english.name}:{each.line} has {each}, and here it is missing"
            yield Problem(Where(own.name, last), what, "write it into the translation")


def _english(own: Template, english: Template) -> Iterator[Problem]:
    """Words that stand as they do in the English: nobody has translated them."""
    said = {_bare(each) for each in _MARKUP.split(english.body)}
    for number, line in enumerate(own.body.split("\n"), 1):
        for each in _MARKUP.split(line):
            words = _bare(each)
            if len(_WORD.findall(words)) >= _TELLING and words in said:
                what = f'"{words[:_SHOWN]}{"…" if len(words) > _SHOWN else ""}" is still English'
                yield Problem(Where(own.name, number), what, "translate it")
                break


def _bare(words: str) -> str:
    return " ".join(words.split()).strip("#*_ ")


def _once(signs: list[Sign]) -> list[Sign]:
    return list({each.same: each for each in reversed(signs)}.values())[::-1]


def _near(sign: Sign, there: list[Sign], english: Template) -> str:
    """Where the English prints the same otherwise, or only its name."""
    line = next((each.line for each in there if each.said == sign.said), 0)
    return f"{english.name}, where {sign.said} stands otherwise at line {line}" if line else english.name


def _frame(own: Template, english: Template) -> Iterator[Problem]:
    """The first place at which the frames part: what follows would differ for that alone."""
    for there, here in zip_longest(frame_of(english), frame_of(own)):
        if there is None and here is not None:
            yield Problem(Where(own.name, here[1]), f"{here[0]} is not in {english.name}", "take it out")
            return
        if here is None and there is not None:
            last = len(own.text.rstrip("\n").split("\n"))
            what = f"{english.name}:{there[1]} has {there[0]}, and here it is missing"
            yield Problem(Where(own.name, last), what, "write it into the translation")
            return
        if there is not None and here is not None and there[0] != here[0]:
            what = f"{here[0]} stands where {english.name}:{there[1]} has {there[0]}"
            yield Problem(Where(own.name, here[1]), what, "keep headings, tables and attributes as they are")
            return
