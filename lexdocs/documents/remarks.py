"""What may be meant in the words of a document, and more often is a slip: shown, and nothing is refused for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexdocs.documents.document import Document
from lexdocs.documents.marks import MARK
from lexdocs.documents.script import Script
from lexdocs.errors import Problem, Severity, Where

_BRACKETS = re.compile(r"(?<![\]!\[])\[(?!\[|\^)[^\]\[\n]{1,80}\](?![(\[:\]])")
_HEADING = re.compile(r"^(#{2,3})[ \t]+(\S.*?)[ \t]*(?:\{[:#].*)?$", re.MULTILINE)


_LEVEL = re.compile(r"^(#{1,3})[ \t]+\S|<h([1-4])\b", re.MULTILINE)
_TABLE = re.compile(r"<table\b(?:(?!</table>|<th\b).)*</table>", re.DOTALL | re.IGNORECASE)
_NO_HEAD = re.compile(r"^[ \t]*\|(?:[ \t]*\|)+[ \t]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|", re.MULTILINE)


def remarks(document: Document) -> Iterator[Problem]:
    """A warning for each pair of brackets that is printed, and for each heading that stands in one place twice.

    And for what a reader who does not see the page lacks: a title, a level of headings, the head of a table.
    """
    if document.written is None:
        return
    words = document.written.placed.words
    yield from _printed(words)
    yield from _lacking(words, document.template)


def _lacking(words: Script, template: str) -> Iterator[Problem]:
    last = 0
    for found in _LEVEL.finditer(words.text):
        level = len(found[1]) if found[1] else int(found[2])
        if level > last + 1 and last:
            what = f"a heading of level {level} stands right below one of level {last}"
            yield Problem(words.where(found.start()), what, f"write {'#' * (last + 1)} before it", Severity.WARNING)
        if not last and level > 1:
            what = "the document has no title above its headings"
            yield Problem(words.where(found.start()), what, "begin its words with # and a title", Severity.WARNING)
        last = level
    if not last:
        yield Problem(
            Where(template), "the document has no title", "begin its words with # and a title", Severity.WARNING
        )
    for found in (*_TABLE.finditer(words.text), *_NO_HEAD.finditer(words.text)):
        remedy = "say what each column is, or in a table of HTML each row: <th>…</th>"
        yield Problem(words.where(found.start()), "this table has no heads", remedy, Severity.WARNING)


def _printed(words: Script) -> Iterator[Problem]:
    for found in _BRACKETS.finditer(words.text):
        said = MARK.sub("…", found[0])
        what = f'"{said}" is printed in its brackets'
        remedy = "write a reference like [](#anchor), and words for what was to be filled in"
        yield Problem(words.where(found.start()), what, remedy, Severity.WARNING)
    above = ""
    seen: dict[tuple[str, str], str] = {}
    for found in _HEADING.finditer(words.text):
        where, section = words.where(found.start()), len(found[1]) == len("##")
        title = found[2].casefold()
        above = title if section else above
        key = ("" if section else above, title)
        if key in seen:
            what = f'the title "{MARK.sub("…", found[2])}" stands at {seen[key]} already'
            yield Problem(where, what, "give one of them another, for the table of contents", Severity.WARNING)
        seen.setdefault(key, str(where))
