"""Lines that another program would read as a list or a heading, and that stand here for something else.

Markdown goes on with a list's item where a line is indented by four, makes a heading of a line that another underlines,
and runs the lines of a paragraph together, with whatever sign they begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from lexdocs.documents.script import Script, exclusive
from lexdocs.errors import Problem

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_ITEM = re.compile(r"(?:[-*+]|[0-9]+\.)[ \t]+\S")
_BELOW = re.compile(r" {0,3}(?:[-*+]|1\.)[ \t]+[^\s|][^|]*$")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_WITHIN = re.compile(r"^( {1,3})((?:[-*+]|[0-9]+\.)[ \t]+\S[^\n]*)", re.MULTILINE)
_CONTINUED = re.compile(r" {1,3}(?=\S)")
_UNDERLINED = re.compile(r"(?![#>|])[^\n]*\n(=+|-+)[ \t]*(?:\n|\Z)")
_BULLET = re.compile(r"^[ \t]*([•·▪◦‣●○■])[ \t]*\S", re.MULTILINE)
_LETTERED = re.compile(r"[ \t]*(\(?(?:[A-Za-z]|[ivx]{1,4})\))[ \t]")
_MARKED = re.compile(r"(?<![\w(])\(?(?:[A-Za-z]|[ivx]{1,4})\)(?!\w)")
_TITLE = re.compile(r"^#(?!#)[ \t]*\S", re.MULTILINE)


def shape_problems(words: Script, sections: AbstractSet[str] = frozenset()) -> Iterator[Problem]:
    """Each such line in the words of a template, and each title of a document beyond its first.

    `sections` are the files that are sections of a longer document, whose titles are told elsewhere.
    """
    text = words.text
    listed = False
    for block in _BLOCK.finditer(text):
        said, at = block[0], block.start()
        if _UNDERLINED.match(said) and not _ITEM.match(said):
            what = "a line of = or - makes a heading of the one above it"
            line = at + said.index("\n") + 1
            yield Problem(words.where(line), what, "write # before a title and ## before a section, and leave it out")
        if listed and (deep := _CONTINUED.match(said)):
            what = f"this is indented by {_blanks(len(deep[0]))}, and would end the list above it"
            yield Problem(words.where(at), what, "indent it by four to go on with the item, or not at all")
        if _ITEM.match(said):
            for within in _WITHIN.finditer(said):
                what = f"this item is indented by {_blanks(len(within[1]))}, and would be one of the list around it"
                yield Problem(words.where(at + within.start()), what, "indent it by four for a list within the item")
        yield from _run_together(words, said, at)
        yield from _below_words(words, said, at)
        listed = bool(_ITEM.match(said)) or (listed and said.startswith(" "))
    for block in _BLOCK.finditer(text):
        found = _BULLET.search(text, block.start(), block.end())
        if found is None:
            continue
        what = f'"{found[1]}" would be printed as it stands, and its lines run together'
        yield Problem(words.where(found.start(1)), what, "write - before each item, with an empty line above the first")
    titles = [each for each in _TITLE.finditer(text) if words.where(each.start()).file not in sections]
    for number, found in enumerate(titles):
        branch = words.piece(found.start()).branch
        if any(not exclusive(words.piece(each.start()).branch, branch) for each in titles[:number]):
            yield Problem(words.where(found.start()), "a document has one title, and this is another", "write ##")


def _run_together(words: Script, said: str, at: int) -> Iterator[Problem]:
    """A paragraph each of whose lines begins with a letter or a number in a bracket."""
    lines = said.split("\n")
    marks = [_LETTERED.match(line) for line in lines]
    if len(lines) > 1 and all(marks) and len(_MARKED.findall(said)) == len(lines):
        second = marks[1]
        if second is not None:
            what = f'"{second[1]}" begins a line, and would go on in the paragraph above it'
            yield Problem(words.where(at + len(lines[0]) + 1), what, "leave an empty line before it")


def _below_words(words: Script, said: str, at: int) -> Iterator[Problem]:
    """A list right below words: two lines at least that begin as its items do, or one below a colon."""
    lines = said.split("\n")
    if _ITEM.match(said.lstrip(" ")) or _HEADING.match(lines[0]) or lines[0].lstrip().startswith(("<", "|")):
        return
    items = [number for number, line in enumerate(lines) if number and _BELOW.match(line)]
    if len(items) > 1 or (items and lines[items[0] - 1].rstrip().endswith(":")):
        where = words.where(at + len("\n".join(lines[: items[0]])) + 1)
        what = "a list begins right below words, and would be printed behind them"
        yield Problem(where, what, "leave an empty line above its first item")


def _blanks(number: int) -> str:
    return "one blank" if number == 1 else f"{number} blanks"
