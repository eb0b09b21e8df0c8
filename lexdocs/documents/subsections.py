"""Sub-sections in files of their own: each is printed as a part of the section behind which its file says it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lexdocs.documents.library import Library, Template
from lexdocs.documents.marks import MARK
from lexdocs.documents.script import Script
from lexdocs.documents.sections import SECTION, first_level, read_section
from lexdocs.errors import Problem, Where

_HEADING = re.compile(r"^ {0,3}(#{1,3})[ \t]+(\S.*?)[ \t]*(?:\{.*)?$", re.MULTILINE)


def astray_problems(words: Script, sections: Sequence[Template], library: Library) -> Iterator[Problem]:
    """Each sub-section that is printed under the heading of another file than the one that its header names.

    `words` are the rendered ones: the section that it belongs to may be left out of this document.
    """
    placed = {each.name: read_section(each.name, each.header) for each in sections if first_level(each.text) > SECTION}
    # Of what is placed beside a sub-section it is not known whose part that is.
    texts = library.templates
    placed = {name: each for name, each in placed.items() if first_level(texts[each.beside].text) <= SECTION}
    above, title = "", ""
    for heading in _HEADING.finditer(words.text) if placed else ():
        where = words.where(heading.start())
        if len(heading[1]) <= SECTION:
            above, title = where.file, heading[2]
            continue
        section = placed.pop(where.file, None)
        if section is not None and above not in (section.beside, where.file):
            under = f'"{MARK.sub("…", title)}" of {above}' if above else "no section"
            what = f"this sub-section would be printed under {under}, and its file is placed by {section.beside}"
            remedy = f"place it after the file of its section, or begin it with {'#' * SECTION}"
            yield Problem(Where(where.file, where.line), what, remedy)
