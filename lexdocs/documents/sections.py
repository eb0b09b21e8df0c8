"""Sections: files that say of themselves behind or before which other file of a long document they belong.

So a section is added to a circular by one file, and the circular's own file is not touched. Its include is put on the
line of the other's, so that every line of the templates keeps its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import PurePosixPath

from lexdocs.documents.header_reader import Entry, read
from lexdocs.errors import InputError, Problem, Where, did_you_mean

INCLUDE = re.compile(r"""\{%[-+]?\s*include\s+["']([^"']+)["'][^%]*%\}""")
AFTER, BEFORE = "after", "before"
KEYS = (AFTER, BEFORE, "literals")
_PLACED = re.compile(rf"^(?:{AFTER}|{BEFORE})[ \t]*:", re.MULTILINE)
_END = ".md"
_LIKE = "name a file that is included, such as a section of the house"
SECTION = 2
"""The level of a section's heading; what is below it is a sub-section."""
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """Where a file belongs: the file that it stands behind, or `before`, and the place that says so."""

    name: str
    beside: str
    before: bool
    where: Where


def is_section(header: str) -> bool:
    """Whether a header is that of a section, which has a place in a document and is none itself.

    >>> is_section("after: offering-circular/risks"), is_section("title: What comes after: a notice")
    (True, False)
    """
    return _PLACED.search(header) is not None


def read_section(name: str, header: str) -> Section:
    """The place of a section. Raises `InputError` with every problem of its header."""
    tree = read(header, name, first_line=2)
    problems = [
        Problem(entry.where, f'a section has no "{key}"', _instead(key))
        for key, entry in tree.items()
        if key not in KEYS
    ]
    places = [(key, entry) for key, entry in tree.items() if key in (AFTER, BEFORE)]
    for _, entry in places[1:]:
        problems.append(Problem(entry.where, "a section stands after or before one other", "keep one of the two lines"))
    (key, entry), *_ = places
    beside = entry.value if isinstance(entry.value, str) else ""
    if not beside.strip():
        what, remedy = f"{key} names one file", f"write it like {key}: offering-circular/summary"
        problems.append(Problem(entry.where, what, remedy))
    if problems:
        raise InputError(problems)
    beside = beside.strip()
    return Section(name, beside if beside.endswith(_END) else beside + _END, key == BEFORE, entry.where)


def _instead(key: str) -> str:
    """What to do about an entry that a section has not."""
    if key == "when":
        return "put its words between {% if … %} and {% endif %}"
    return did_you_mean(key, KEYS) or f"it has {', '.join(KEYS)}"


def first_level(text: str) -> int:
    r"""The level of the first heading of a file; 0 for none.

    >>> first_level("---\nafter: a\n---\n### Counsel {#counsel}\n"), first_level("Words.")
    (3, 0)
    """
    found = _HEADING.search(text)
    return len(found[1]) if found else 0


def _is_a_section(text: str) -> bool:
    """Whether a file begins a section, and is no part of the one before it."""
    return first_level(text) in (1, SECTION)


def put_in(texts: Mapping[str, str], sections: Mapping[str, Section]) -> dict[str, str]:
    """The texts that include what a section stands beside, with the include of the section on the same line.

    Raises `InputError` for a section that stands beside nothing that is included, or in a circle of sections.
    """
    problems = list(_misplaced(texts, sections))
    if problems:
        raise InputError(problems)
    # By name; but what begins as a sub-section is a part of the file that it names, and stands before other sections.
    beside: dict[str, list[Section]] = {}
    for name in sorted(sections, key=lambda each: (_is_a_section(texts[each]), each)):
        beside.setdefault(sections[name].beside, []).append(sections[name])

    def around(file: str, include: str) -> str:
        here = beside.get(file, [])
        before = [around(each.name, _include(each.name)) for each in here if each.before]
        after = [around(each.name, _include(each.name)) for each in here if not each.before]
        return "".join((*before, include, *after))

    changed = {}
    for name, text in texts.items():
        if name not in sections:
            new = INCLUDE.sub(lambda found: around(found[1], found[0]), text)
            if new != text:
                changed[name] = new
    return changed


def _misplaced(texts: Mapping[str, str], sections: Mapping[str, Section]) -> Iterator[Problem]:
    included = {found for name, text in texts.items() if name not in sections for found in INCLUDE.findall(text)}
    for section in sections.values():
        seen, at = {section.name}, section
        while at.beside in sections and at.beside not in seen:
            at = sections[at.beside]
            seen.add(at.name)
        if section.beside == section.name:
            yield Problem(section.where, "a section stands beside another one, and not beside itself", "name that one")
        elif at.beside in seen:
            others = ", ".join(sorted(seen - {section.name}))
            what = f"this section stands beside others, which stand beside it, in a circle: {others}"
            yield Problem(section.where, what, "place one of them elsewhere")
        elif section.name in included:
            key = BEFORE if section.before else AFTER
            what = f"the document includes this file already, and its {key}: would again"
            remedy = "take that line out: a file that takes the place of the house's stands in its place"
            yield Problem(section.where, what, remedy)
        elif at is section and section.beside not in included:
            what = f'no document includes "{section.beside}", so this section has no place'
            near = _meant(section, included, is_main=section.beside in texts)
            yield Problem(section.where, what, near or _LIKE)


def _meant(section: Section, included: AbstractSet[str], *, is_main: bool) -> str:
    """What is meant by a file that no document includes: one of the section's own folder before any other."""
    folder = PurePosixPath(section.name).parent
    here = (folder / PurePosixPath(section.beside).name).as_posix()
    if here in included:
        return f'did you mean "{here.removesuffix(_END)}"?'
    if is_main:
        return f"it is a document or a clause, and no section: {_LIKE}"
    beside = [each for each in included if PurePosixPath(each).parent == folder]
    said = section.beside.removesuffix(_END)
    near = did_you_mean(said, [each.removesuffix(_END) for each in beside])
    return near or did_you_mean(said, [each.removesuffix(_END) for each in included])


def _include(name: str) -> str:
    # The empty lines of the header stand before the section's words, and these after them: paragraphs of their own.
    return f'{{% include "{name}" %}}'


def literals_of(header: str, name: str) -> Entry | None:
    """The fixed numbers that a section declares, as its header has them."""
    return read(header, name, first_line=2).get("literals")
