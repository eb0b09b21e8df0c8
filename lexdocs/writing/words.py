"""The documents that the last event of a deal calls for, written or refused, and whether its templates can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from lexdocs.deal import Deal, library_of
from lexdocs.errors import InputError, LexdocsError, Problem, Severity, Where
from lexdocs.notation.languages import ENGLISH
from lexdocs.writing.forms import FORMATS, SUFFIXES, forms_of
from lexdocs.writing.house import stylesheet
from lexdocs.writing.made import made_of

if TYPE_CHECKING:
    from lexdocs.documents.document import Document
    from lexdocs.documents.header import Header
    from lexdocs.documents.library import Library
    from lexdocs.outputs.kept import Kept


@dataclass(frozen=True)
class Words:
    """The documents that could be written, and why the others could not.

    `withheld` says which the deal does not call for (notes), and of which that is not known yet (warnings).
    `unchanged` are those that an earlier build wrote, and that would come out the same.
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    unchanged: tuple[str, ...] = ()
    withheld: tuple[Problem, ...] = ()


def write_words(
    deal: Deal, only: Sequence[str] = (), kept: Kept | None = None, formats: Sequence[str] = FORMATS
) -> Words:
    """Write the documents that the deal's last event calls for; `only` limits them to some templates.

    What an earlier build has `kept` in these formats, and what would come out the same, is not written again.

    A document that cannot be written is a problem, and the others are written all the same; so is one that `only`
    names and that the deal does not call for. An event that calls for no document is a warning.
    """
    from lexdocs.documents.header import read_header
    from lexdocs.documents.languages.translated import in_language
    from lexdocs.documents.languages.writing import compose_in, languages_of
    from lexdocs.documents.occasions import clashes, is_named, matching, occasions, withheld_everywhere

    library = library_of(deal)
    documents: list[Document] = []
    unchanged: list[str] = []
    problems: list[Problem] = []
    held: list[Problem] = []
    chosen = matching(library, only)
    clashing = clashes(library, deal.terms.values.kind)
    for template in chosen:
        try:
            if template in clashing:
                raise InputError(clashing[template])
            header = read_header(library.templates[template])
            if deal.terms.event.kind not in header.events or deal.terms.values.kind not in header.offers:
                continue
            reasons = withheld_everywhere(deal.book, header)
            if any(is_named(library, template, name) for name in only):
                problems += [replace(each, severity=Severity.ERROR) for each in reasons]
            else:
                held += reasons
            for context, name in occasions(deal.book, header, deal.terms.event.name):
                for language in (
                    ENGLISH,
                    *languages_of(library, header, deal.book, context, deal.terms.values.languages),
                ):
                    own, named = in_language(library, language), name if language == ENGLISH else f"{name}.{language}"
                    said = partial(compose_in, library, template, language, deal.book, context, named)
                    if kept is not None and _stands(deal, own, header, named, kept, formats):
                        unchanged.append(named)
                    elif language == ENGLISH:
                        documents.append(said())
                    else:
                        documents += _written(said, problems)
        except LexdocsError as error:
            problems += error.problems
    event = deal.terms.event
    if not documents and not unchanged and not problems and not only:
        what = f"no template is written for the event {event.kind} of an {deal.terms.values.kind} offer"
        remedy = "write one under templates/, with the event in its header"
        problems.append(Problem(event.where, what, remedy, Severity.WARNING))
    return Words(tuple(documents), tuple(dict.fromkeys(problems)), tuple(unchanged), tuple(dict.fromkeys(held)))


def _stands(deal: Deal, library: Library, header: Header, name: str, kept: Kept, formats: Sequence[str]) -> bool:
    """Whether an earlier build wrote a document in these formats, and it would come out the same."""
    from lexdocs.documents.reads import still

    made = kept.documents.get(name)
    if made is None or made.of != made_of(deal, library, header.template) or not still(made.reads, deal.book):
        return False
    files = {form: name + SUFFIXES[form] for form in forms_of(header)}
    # Of the formats that are not asked for, too, what lies there must be of now: otherwise a warning is due.
    wanted = [file for form, file in files.items() if form in formats or (kept.folder / file).is_file()]
    return set(wanted) <= set(made.files) and kept.stands({file: made.files[file] for file in wanted})


def _written(compose: Callable[[], Document], problems: list[Problem]) -> list[Document]:
    """A document, or nothing, and then what is wrong: the others are written all the same."""
    try:
        return [compose()]
    except LexdocsError as error:
        problems += error.problems
        return []


def preflight_all(deal: Deal) -> tuple[Problem, ...]:
    """What is wrong with any template for the deal's kind of offer, before anything is written."""
    from lexdocs.documents.occasions import clashes
    from lexdocs.documents.preflight import preflight

    library = library_of(deal)
    found: list[Problem] = [*clashes(library, deal.terms.values.kind).values()]
    for template in library.documents:
        if _is_for(deal, library, template):
            found += preflight(library, template, deal.book)
    try:
        stylesheet(deal)
    except InputError as error:
        found += error.problems
    return tuple(dict.fromkeys(found))


def unused(deal: Deal) -> tuple[Problem, ...]:
    """A warning for each file among the deal's own templates of which no document is made."""
    from lexdocs.documents.strays import strays

    return strays(library_of(deal), deal.terms.values.kind)


def uncalled(life: Sequence[Deal], only: Sequence[str]) -> tuple[Problem, ...]:
    """Why nothing can come of what `only` names: no template of that name is for this offer, at an event of its life.

    Nothing is told of a name of which some template can be written. Raises `UsageError` for an unknown name.
    """
    from lexdocs.documents.occasions import matching

    library = library_of(life[-1])
    found: list[Problem] = []
    for name in only:
        reasons = [_uncalled(life, library, template) for template in matching(library, [name])]
        found += [each for each in reasons if each is not None] if None not in reasons else []
    return tuple(dict.fromkeys(found))


def _uncalled(life: Sequence[Deal], library: Library, template: str) -> Problem | None:
    """Why a template is written at no event of a deal; none where it is, or where its header cannot be read."""
    from lexdocs.documents.header import read_header

    try:
        header = read_header(library.templates[template])
    except LexdocsError:
        return None  # of which it is told elsewhere
    kind, happened = life[-1].terms.values.kind, list(dict.fromkeys(str(each.terms.event.kind) for each in life))
    if kind not in header.offers:
        what = f"is for {_listed(header.offers)}, and this offer is of the kind {kind}"
        return Problem(Where(template, 1), what, f"add {kind} to offers in its header")
    if not set(happened) & set(header.events):
        what = f"is written at {_listed(header.events)}, and of the events the deal has only {', '.join(happened)}"
        return Problem(Where(template, 1), what, "add the event to the deal, or one of those to events in its header")
    return None


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _is_for(deal: Deal, library: Library, template: str) -> bool:
    """Whether a template is for the deal's kind of offer; one whose header cannot be read is everybody's."""
    from lexdocs.documents.header import read_header

    try:
        return deal.terms.values.kind in read_header(library.templates[template]).offers
    except LexdocsError:
        return True
