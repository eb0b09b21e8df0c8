"""Which documents are written: those that are asked for, at an event, for each row that they are for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import PurePosixPath

from lexdocs.documents.calling import calling_problems
from lexdocs.documents.header import Header, read_header
from lexdocs.documents.library import Library
from lexdocs.documents.marks import Book
from lexdocs.documents.strays import late
from lexdocs.errors import InputError, Problem, RenderError, Severity, UsageError, Where, did_you_mean
from lexdocs.figures.figure import Figure, Pending, leaves
from lexdocs.terms.register import AXIS


def matching(library: Library, only: Sequence[str]) -> list[str]:
    """The documents that a person names, or all where none is named. Raises `UsageError` for an unknown name."""
    documents = list(library.documents)
    chosen = []
    for name in only:
        found = [each for each in documents if is_named(library, each, name) or name == PurePosixPath(each).parts[0]]
        if not found:
            own = library.get(f"{name.removesuffix('.md')}.md")
            if own is not None and own.late_header:
                raise UsageError(late(own))
            stems = [each.removesuffix(".md") for each in documents]
            remedy = did_you_mean(name, stems) or "there are: " + ", ".join(stems)
            raise UsageError(Problem(Where("--only"), f'there is no template "{name}"', remedy))
        chosen += found
    return chosen or documents


def is_named(library: Library, template: str, name: str) -> bool:
    """Whether a name is that of a template, or that under which its header has its document filed."""
    if name in (template, template.removesuffix(".md"), PurePosixPath(template).stem):
        return True
    found = library.templates[template]
    try:
        return "name" in found.header and name == read_header(found).name  # few headers speak of a name at all
    except InputError:
        return False


def occasions(book: Book, header: Header, event: str) -> Iterator[tuple[dict[str, str], str]]:
    """The rows for which a template is written at an event, and the name of the document for each.

    There are none where the deal does not call for the document, or does not say yet whether it does.
    Raises `RenderError` for a template that is written for each row of what is not there yet, and `InputError` for a
    header that asks for rows or flags which there are not.
    """
    _refuse_unknown(book, header)
    base = PurePosixPath(f"{_called(header)}-{event}")
    if header.per is None:
        if not withheld(book, header):
            yield {}, base.as_posix()
        return
    labels = book.rows(header.per)
    if isinstance(labels, Pending):
        what = f"is written for each {header.per}, and there is no register"
        raise RenderError(Problem(Where(header.template), what, "add one"))
    for label in labels:
        row = {header.per: label}
        if not withheld(book, header, row):
            yield row, (base / label).as_posix()


def withheld(book: Book, header: Header, row: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """Why a document is not written: what its header needs and the deal denies, or does not say yet.

    A need that is denied is a note, for nothing is missing; one that nothing decides yet is a warning. Raises
    `InputError` for a flag that is none.
    """
    _refuse_unknown(book, header)
    found: list[Problem] = []
    for need in header.when:
        figure = book.lookup(need.flag, row or {})
        if isinstance(figure, Pending):
            what = f"{figure.address} is pending: whether this is called for is not known"
            found.append(Problem(need.where, what, f"fix or assume {', '.join(figure.waits_for)}", Severity.WARNING))
        elif not figure.value:
            what = f"is not called for: {need.otherwise}"
            found.append(Problem(need.where, what, "; ".join(_turning_on(figure)), Severity.NOTE))
    return tuple(found)


def withheld_everywhere(book: Book, header: Header) -> tuple[Problem, ...]:
    """Why nothing at all is written of a template: of one for each row, why it is written for none of them."""
    if header.per is None or not header.when:
        return withheld(book, header) if header.per is None else ()
    _refuse_unknown(book, header)
    labels = book.rows(header.per)
    first: tuple[Problem, ...] = ()
    for label in () if isinstance(labels, Pending) else labels:
        reasons = withheld(book, header, {header.per: label})
        if not reasons:
            return ()
        first = first or reasons
    return tuple(replace(each, what=f"is written for no {header.per}: {each.what}") for each in first)


def clashes(library: Library, kind: str) -> Mapping[str, Problem]:
    """The templates of a kind of offer whose files would be called as those of another, with what to say of each."""
    headers = [read_header(library.templates[name]) for name in library.documents if _is_readable(library, name)]
    found: dict[str, Problem] = {}
    for one, other in combinations([each for each in headers if kind in each.offers], 2):
        if _called(one).casefold() == _called(other).casefold() and set(one.events) & set(other.events):
            # The one that was given the name is the one to change.
            clashing, first = (one, other) if one.name and not other.name else (other, one)
            what = f"its files would have the names of those of {first.template}"
            remedy = "give it another name" if clashing.name else "rename the file, or give it a name in its header"
            found.setdefault(clashing.template, Problem(clashing.name_at, what, remedy))
    return found


def _is_readable(library: Library, name: str) -> bool:
    try:
        return bool(read_header(library.templates[name]))
    except InputError:
        return False


def _called(header: Header) -> str:
    """What the files of a document are called, without their event."""
    path = PurePosixPath(header.template)
    return (path.parent / (header.name or path.stem)).as_posix()


def _refuse_unknown(book: Book, header: Header) -> None:
    problems = [*calling_problems(header, book.names())]
    if problems:
        raise InputError(problems)


def _turning_on(figure: Figure) -> Iterator[str]:
    """The terms from which a flag follows, with their places, and those whose absence decides it.

    Of a register or a log, which may have any number of rows, the file is named.
    """
    files: dict[str, None] = {}
    for leaf in leaves(figure):
        if AXIS in leaf.axes:
            files[leaf.where.file] = None
        else:
            yield f"{leaf.path} stands at {leaf.where}"
    yield from (f"what is tendered stands in {file}" for file in files)
    for each in (each for given in figure.inputs for each in given.figures if isinstance(each, Pending)):
        yield f"{', '.join(each.waits_for)} is not stated"
