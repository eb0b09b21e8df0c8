"""What may be meant in the words of a document, and more often is a slip: shown, and nothing is refused for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexdocs.documents.document import Document
from lexdocs.documents.marks import MARK
from lexdocs.errors import Problem, Severity

_BRACKETS = re.compile(r"(?<![\]!\[])\[(?!\[|\^)[^\]\[\n]{1,80}\](?![(\[:\]])")
_HEADING = re.compile(r"^(#{2,3})[ \t]+(\S.*?)[ \t]*(?:\{[:#].*)?$", re.MULTILINE)


def remarks(document: Document) -> Iterator[Problem]:
    """A warning for each pair of brackets that is printed, and for each heading that stands in one place twice."""
    if document.written is None:
        return
    words = document.written.placed.words
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
