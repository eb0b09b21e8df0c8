"""Preflight: what is wrong with a document's templates, found before anything is rendered and all at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from lexdocs.documents.balance import balance_problems
from lexdocs.documents.calling import calling_problems
from lexdocs.documents.fields import field_problems
from lexdocs.documents.footnotes import footnote_problems
from lexdocs.documents.header import Header, read_header
from lexdocs.documents.languages.completeness import differences
from lexdocs.documents.leftovers import leftover_problems
from lexdocs.documents.library import Library
from lexdocs.documents.marks import Book
from lexdocs.documents.names import Names, Scope
from lexdocs.documents.prose import number_problems, touching_problems
from lexdocs.documents.reading import Reading
from lexdocs.documents.safe_harbor import safe_harbor_problems
from lexdocs.documents.script import ARM, OUTPUT, Piece, Script, script
from lexdocs.documents.tables import row_problems
from lexdocs.documents.tags import anchors, markup_problems
from lexdocs.errors import InputError, Problem, Where
from lexdocs.notation.languages import ENGLISH

# What is told to one who holds notes, and to no other.
_PRIVATE = frozenset({"holding"})


def preflight(library: Library, template: str, book: Book) -> tuple[Problem, ...]:
    """Everything that is wrong with a document's template and with what it includes, in the order of the files.

    Names are checked against the book's names; no figure's value matters.
    """
    try:
        return _preflight(library, template, book)
    except InputError as error:
        return error.problems
    except RecursionError:
        # Each file may be deep enough alone; what includes what includes what is counted by nobody else.
        return (Problem(Where(template), "is nested too deeply", "include fewer templates within one another"),)


def _preflight(library: Library, template: str, book: Book) -> tuple[Problem, ...]:
    header = read_header(library.templates[template])
    names = Names(book)
    per = frozenset({header.per} if header.per else ())
    reading = Reading(library, names)
    language = library.language
    scope = Scope(document=per, hidden=frozenset() if header.audience == "internal" else _PRIVATE)
    words = script(reading.template(template, scope))
    problems = [
        *names.problems,
        *_characters(library, reading.files),
        *(each for file in dict.fromkeys(reading.files) for each in balance_problems(library.templates[file])),
        *markup_problems(words, partial(_all_anchors, library)),
        *footnote_problems(words),
    ]
    if not words.text.replace(ARM, "").strip() and not problems:
        problems.append(Problem(Where(header.template), "this document has no words", "write them below its header"))
    problems += row_problems(words)
    sections = {each.name for each in library.templates[template].sections}
    problems += leftover_problems(words, sections, library.classes)
    problems += [*touching_problems(words), *_heads(header, reading, scope)]
    problems += [problem for problem in names.problems if problem not in problems]
    problems += [*number_problems(words, header.literals, language=language), *safe_harbor_problems(words)]
    problems += [*field_problems(words, header.layout), *calling_problems(header, names.shapes)]
    if language != ENGLISH:
        problems += differences(library, template)
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda problem: (problem.where.file != header.template, problem.where))
    )


def _heads(header: Header, reading: Reading, scope: Scope) -> Iterator[Problem]:
    """The title and the running head: template texts too."""
    for text, at in ((header.title, header.title_at), (header.running_head, header.running_head_at)):
        words: Script = script(reading.words(text, Where(at.file, at.line), scope)) if text else script([])
        yield from touching_problems(words)
        yield from number_problems(words, header.literals, count=False, language=header.language)
        yield from safe_harbor_problems(words)
        for found in re.finditer(r"\[\[", words.text):
            yield Problem(words.where(found.start()), "a field in a title", "put it into the words")


def _characters(library: Library, files: list[str]) -> Iterator[Problem]:
    for file in dict.fromkeys(files):
        text = library.templates[file].text
        for found in re.finditer(
            r"[^\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff]", text
        ):
            where = Where(file, text.count("\n", 0, found.start()) + 1)
            if found[0] == _LOST:
                what = f"the character U+{ord(found[0]):04X} stands for one that was lost"
                yield Problem(where, what, "type that one anew, and save the file as UTF-8")
            elif unicodedata.category(found[0]) == "Cf":
                what = (
                    f"the character U+{ord(found[0]):04X} is not seen, and may set words in another order or part them"
                )
                yield Problem(where, what, "delete it")
            elif found[0] == OUTPUT or unicodedata.category(found[0]) in ("Cc", "Co", "Cs", "Cn", "Zl", "Zp"):
                yield Problem(where, f"the character U+{ord(found[0]):04X} does not print", "delete it")


_LOST = "\ufffd"


@lru_cache(maxsize=8)
def _all_anchors(library: Library) -> Mapping[str, str]:
    """The anchors of all templates, those of other documents too, each with its file."""
    found: dict[str, str] = {}
    for name, template in library.templates.items():
        for anchor in anchors(script([Piece(template.text, name, 1)])):
            found.setdefault(anchor.name, name)
    return found
