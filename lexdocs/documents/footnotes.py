"""Footnotes as they are typed: `[^name]` where one is called, `[^name]: words` where it is defined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lexdocs.documents.script import ARM, Script, exclusive
from lexdocs.errors import Problem, Where, did_you_mean

_NAME = r"\[\^([A-Za-z0-9][\w-]*)\]"
_HEAD = re.compile(rf"^ {{0,3}}{_NAME}:[ \t]*", re.MULTILINE)
# A footnote is one paragraph: it ends before an empty line, or where the next one is defined.
_DEFINED = re.compile(rf"^ {{0,3}}{_NAME}:[ \t]*(.*(?:\n(?! {{0,3}}{_NAME}:)[^\n]*\S[^\n]*)*)", re.MULTILINE)
_CALLED = re.compile(_NAME)
# What stands for a footnote in the words: its call, and the name of its definition.
# (a call at the head of a line that a colon follows is a definition)
NAMED = re.compile(rf"^ {{0,3}}{_NAME}:|{_NAME}", re.MULTILINE)

CALL, NOTE = "note-call", "note"


def anchor(name: str) -> str:
    """The anchor of a footnote."""
    return f"note-{name}"


@dataclass(frozen=True)
class _Named:
    name: str
    offset: int


def _defined(text: str) -> list[_Named]:
    return [_Named(found[1], found.start()) for found in _HEAD.finditer(text)]


def _called(text: str) -> list[_Named]:
    heads = {found.start(1) for found in _HEAD.finditer(text)}
    return [_Named(found[1], found.start()) for found in _CALLED.finditer(text) if found.start(1) not in heads]


def footnote_problems(words: Script) -> Iterator[Problem]:
    """Every footnote of a template that is called and not defined, defined and not called, or defined twice."""
    seen: dict[str, list[_Named]] = {}
    for each in _defined(words.text):
        where, piece = words.where(each.offset), words.piece(each.offset)
        both = [one for one in seen.get(each.name, []) if not exclusive(words.piece(one.offset).branch, piece.branch)]
        if both:
            yield _twice(each, where, words.where(both[0].offset))
        if piece.in_loop:
            what = f'the footnote "{each.name}" would be defined in every row'
            yield Problem(where, what, "define it behind the loop")
        seen.setdefault(each.name, []).append(each)
    for found in _DEFINED.finditer(words.text):
        if not found[2].replace(ARM, "").strip():
            what = f'the footnote "{found[1]}" has no words'
            yield Problem(words.where(found.start(1)), what, "write them behind its colon, in the same paragraph")
    called = _called(words.text)
    for each in called:
        if each.name not in seen:
            what = f'the footnote "{each.name}" is not defined'
            remedy = did_you_mean(each.name, seen) or f"add a line [^{each.name}]: …"
            yield Problem(words.where(each.offset), what, remedy)
    names = {each.name for each in called}
    for name, places in seen.items():
        if name not in names:
            remedy = did_you_mean(name, names - set(seen)) or f"call it with [^{name}], or delete it"
            yield Problem(words.where(places[0].offset), f'the footnote "{name}" is called nowhere', remedy)


def _twice(each: _Named, where: Where, first: Where) -> Problem:
    return Problem(where, f'the footnote "{each.name}" is defined at {first} already', "rename one of them")


def printed_problems(words: Script) -> Iterator[Problem]:
    """The same of words that are rendered: what is printed without what belongs to it."""
    defined, called = _defined(words.text), _called(words.text)
    names = {each.name for each in defined}
    for each in called:
        if each.name not in names:
            what = f'the footnote "{each.name}" is called, and its words are not printed here'
            yield Problem(words.where(each.offset), what, "print both or neither")
    first: dict[str, _Named] = {}
    for each in defined:
        if each.name in first:
            yield _twice(each, words.where(each.offset), words.where(first[each.name].offset))
        elif all(one.name != each.name for one in called):
            what = f'the footnote "{each.name}" is printed, and nothing calls it here'
            yield Problem(words.where(each.offset), what, "print both or neither")
        first.setdefault(each.name, each)
    for found in _DEFINED.finditer(words.text):
        if inner := _CALLED.search(found[2]):
            what = f'the footnote "{found[1]}" calls the footnote "{inner[1]}"'
            yield Problem(words.where(found.start()), what, "write what it says into the first")


def as_markup(words: str) -> str:
    r"""The words with each call as a link, and each footnote as a paragraph at their end, for the tree to place.

    >>> as_markup("Paid[^t].\\n\\n[^t]: Before tax.").split("\\n\\n", 1)[0]
    'Paid<a class="note-call" href="#note-t">t</a>.'
    """
    notes: list[str] = []

    def taken(found: re.Match[str]) -> str:
        said = " ".join(line.strip() for line in found[2].split("\n"))
        notes.append(f'\n\n<p class="{NOTE}" id="{anchor(found[1])}" markdown="span">{said}</p>\n')
        return ""

    rest = _DEFINED.sub(taken, words)
    return _CALLED.sub(rf'<a class="{CALL}" href="#{anchor("")}\1">\1</a>', rest) + "".join(notes)


def call_places(words: Script) -> dict[str, Where]:
    """Where each footnote is called first."""
    return {each.name: words.where(each.offset) for each in reversed(_called(words.text))}
