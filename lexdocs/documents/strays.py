"""Files among a deal's templates that no document of the deal is made of: somebody wrote them for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lexdocs.documents.header import read_header
from lexdocs.documents.languages.translated import translation_name
from lexdocs.documents.library import CATALOGUES, Library, Template
from lexdocs.errors import InputError, Problem, Severity, Where, did_you_mean, nearest
from lexdocs.notation.languages import TRANSLATIONS

STYLE = "style"
LATE = ("the header begins below the first line, and is none there", "delete what stands above its first ---")
_KNOWN = ("style/house.css", "style/variables.css", *(f"{CATALOGUES}/{code}.yaml" for code in TRANSLATIONS))
_WORDS = re.compile(r"\.(?:md|markdown|mdown|txt|text|docx?|rtf|odt|html?)(?=\.|$)", re.IGNORECASE)
_PICTURES_AND_FONTS = re.compile(r"style/[^/]+\.(?:svg|png)|style/fonts/.+", re.IGNORECASE)


def strays(library: Library, kind: str) -> tuple[Problem, ...]:
    """A warning for each file of the deal's own that no document of its kind of offer takes up.

    One whose header does not begin in its first line is an error: somebody meant it for a document.
    """
    found = [*_unread(library), *_unused(library, kind)]
    return tuple(sorted(found, key=lambda problem: problem.where))


def _unread(library: Library) -> Iterator[Problem]:
    """Files that are not read at all."""
    known = {*library.templates, *_KNOWN}
    for name in library.others:
        if name in _KNOWN or _PICTURES_AND_FONTS.fullmatch(name):
            continue
        wanted = _as_template(name)
        same = next((each for each in known if each.casefold() == wanted.casefold()), "")
        if same:
            yield _warning(name, "no document includes this file", f'call it "{same}"')
        elif _WORDS.search(PurePosixPath(name).name):
            what = "no document includes this file: templates are text files whose names end in .md"
            yield _warning(name, what, f'save it as plain text under the name "{wanted}"')
        else:
            yield _warning(name, "no document includes this file", did_you_mean(name, known) or "take it away")


def _as_template(name: str) -> str:
    path = PurePosixPath(name)
    bare = _WORDS.sub("", path.name)
    return (path.parent / (f"{bare}.md" if bare != path.name else path.name)).as_posix()


def _unused(library: Library, kind: str) -> Iterator[Problem]:
    """Templates that are read, and that no document for this kind of offer includes."""
    mine = {name: each for name, each in library.templates.items() if library.is_own(each) and not each.is_document}
    reached = _reached(library, kind) if mine else frozenset()
    for name, english in mine.items():
        if english.late_header:
            yield late(english)
        elif name not in reached:
            house = [each for each in library.templates if each != name]
            same = next((each for each in house if each.casefold() == name.casefold()), "")
            what = f"no document of an offer of the kind {kind} includes this file"
            yield _warning(name, what, f'call it "{same}"' if same else _remedy(english, house))
    for (code, name), translation in library.translations.items():
        if library.is_own(translation) and name not in library.templates:
            close = _close(name, library.templates)
            near = f'did you mean "{translation_name(close, code)}"?' if close else "take it away"
            yield _warning(translation.name, f'translates "{name}", which there is not', near)


def late(template: Template) -> Problem:
    """What to say of a template whose header does not begin in its first line: no document is made of it."""
    return Problem(Where(template.name, template.late_header), *LATE)


def _close(name: str, others: Iterable[str]) -> str | None:
    """The template of the same folder that is called most like it."""
    path = PurePosixPath(name)
    beside = [each for each in map(PurePosixPath, others) if each.parent == path.parent]
    close = nearest(path.stem, [each.stem for each in beside])
    return path.with_name(f"{close}.md").as_posix() if close else None


def _remedy(template: Template, others: list[str]) -> str:
    close = _close(template.name, others)
    near = f'did you mean "{close}"?' if close else ""
    if template.is_section:
        return "name another file in its header, or take it away"
    head = "give it a header with after: or before:, or include it in a file of your own"
    return f"{near} Or else {head}" if near else head


def _reached(library: Library, kind: str) -> frozenset[str]:
    found: set[str] = set()
    for name in library.documents:
        try:
            mine = kind in read_header(library.templates[name]).offers
        except InputError:
            mine = True  # nobody knows; it is told what is wrong with it
        if mine:
            found |= {each.name for each in library.reached_from(name)}
    return frozenset(found)


def _warning(name: str, what: str, remedy: str) -> Problem:
    return Problem(Where(name), what, remedy, Severity.WARNING)
