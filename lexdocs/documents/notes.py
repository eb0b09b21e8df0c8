"""Footnotes in a document's tree: numbered through the document, and gathered at its end; those of a table, under it.

On paper, what calls a numbered one takes it to the foot of its page (`outputs/html.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Protocol

from lxml import html

from lexdocs.documents.footnotes import CALL, NOTE, anchor
from lexdocs.errors import Problem, Where

MARK = "note-mark"
_HEADINGS = ("h1", "h2", "h3", "h4")


class Calls(Protocol):
    """Where in the templates footnotes were called."""

    def call(self, name: str) -> Where:
        """Where a footnote is called first."""


def place_notes(root: html.HtmlElement, places: Calls) -> Iterator[Problem]:
    """Number the calls of footnotes, and put the footnotes where they belong.

    What nothing calls any more, because the words around its call are left out, is left out too. A problem for each
    call in a heading.
    """
    notes = {str(each.get("id")): each for each in root.iterfind("p") if NOTE in each.classes and each.get("id")}
    if not notes:
        return
    for note in notes.values():
        note.drop_tree()
    groups: dict[html.HtmlElement | None, list[html.HtmlElement]] = {}
    for call in [each for each in root.iter("a") if CALL in each.classes]:
        within = {str(each.tag): each for each in call.iterancestors("table", *_HEADINGS)}
        if within.keys() & {*_HEADINGS}:
            name = (call.text or "").strip()
            what = f'the footnote "{name}" is called in a heading'
            yield Problem(places.call(name), what, "call it in the words beneath")
            call.drop_tree()
        else:
            groups.setdefault(within.get("table"), []).append(call)
    written: set[str] = set()
    for table, calls in groups.items():
        box = _box(table)
        for number, (target, of) in enumerate(_by_target(calls).items(), 1):
            mark = str(number) if table is None else _letters(number)
            _write(box, notes[target], of, mark, _free(target, written))
        if table is None:
            root.append(box)
        else:
            table.addnext(box)


def _by_target(calls: list[html.HtmlElement]) -> dict[str, list[html.HtmlElement]]:
    found: dict[str, list[html.HtmlElement]] = {}
    for call in calls:
        found.setdefault(str(call.get("href")).removeprefix("#"), []).append(call)
    return found


def _box(table: html.HtmlElement | None) -> html.HtmlElement:
    box: html.HtmlElement = html.Element("section" if table is None else "div")
    box.set("class", "notes" if table is None else "notes table-notes")
    if table is None:
        box.set("aria-label", "Notes")
    return box


def _free(target: str, written: set[str]) -> str:
    """The anchor of a footnote; of the second under another table, a new one."""
    made, count = target, 1
    while made in written:
        count += 1
        made = f"{target}-{count}"
    written.add(made)
    return made


def _write(box: html.HtmlElement, note: html.HtmlElement, calls: list[html.HtmlElement], mark: str, name: str) -> None:
    back = f"{CALL.removeprefix('note-')}-{name.removeprefix(anchor(''))}"
    for each in calls:
        each.set("href", f"#{name}")
        each.text = mark
    calls[0].set("id", back)
    copy = deepcopy(note)
    copy.set("id", name)
    copy.tail = None
    link: html.HtmlElement = html.Element("a")
    link.set("class", MARK)
    link.set("href", f"#{back}")
    link.text, link.tail = mark, f" {copy.text or ''}"
    copy.text = None
    copy.insert(0, link)
    box.append(copy)


def _letters(number: int) -> str:
    """The marks of a table's notes.

    >>> [_letters(number) for number in (1, 26, 27)]
    ['a', 'z', 'aa']
    """
    before, last = divmod(number - 1, 26)
    return (_letters(before) if before else "") + chr(ord("a") + last)
