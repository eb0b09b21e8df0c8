"""The conductor: open a deal, compute its figures, write its words, write its files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from lexdocs import resources
from lexdocs.errors import InputError, LexdocsError, Problem, Severity, Where
from lexdocs.figures.book import FigureBook, compute
from lexdocs.figures.figure import Figure, Pending, leaves
from lexdocs.figures.graph import Graph
from lexdocs.figures.record import record
from lexdocs.law import acknowledged, checks
from lexdocs.law.consistency import ANNOUNCED
from lexdocs.law.finding import Finding
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.units import Moment
from lexdocs.offers.kinds import KINDS, graph_of
from lexdocs.terms.changes import Change
from lexdocs.terms.files.records import NOTHING, Aside
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.terms import Terms, read_terms

if TYPE_CHECKING:
    from lexdocs.documents.document import Document
    from lexdocs.documents.header import Header
    from lexdocs.documents.library import Library
    from lexdocs.outputs.house import House
    from lexdocs.outputs.kept import Kept
    from lexdocs.outputs.own_fonts import OwnFont
    from lexdocs.outputs.pdf import Printer

FORMATS = ("html", "pdf", "text")
LARGE_PRINT = "large-print"  # besides, where it is asked for
FIGURES = "figures.json"
SUFFIXES = {"html": ".html", "pdf": ".pdf", "text": ".txt", LARGE_PRINT: "-large-print.pdf"}


@dataclass(frozen=True)
class Deal:
    """A deal folder, read and worked out as of its last event."""

    folder: Path
    terms: Terms
    graph: Graph = field(repr=False)
    book: FigureBook = field(repr=False)

    @property
    def name(self) -> str:
        """The folder's name, under which output stands."""
        return self.folder.name


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


@dataclass(frozen=True)
class Files:
    """The files that were written, by name, and what went wrong with the others."""

    written: tuple[str, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


def open_deal(
    folder: Path, changes: Iterable[Change] = (), as_of: Moment | None = None, event: str | None = None, *,
    aside: Aside = NOTHING,
) -> Deal:  # fmt: skip
    """Read a deal folder and compute its book, as of a moment, of the event of a name, or else of its last event.

    Rows of `aside` in the register and the log are passed over. Raises `InputError` with every problem of its inputs.
    """
    folder = folder.resolve()
    terms = read_terms(folder, KINDS, tuple(changes), as_of, event, aside=aside)
    graph = graph_of(terms.values.kind)
    return Deal(folder, terms, graph, compute(graph, terms.leaves, terms.axes))


def open_life(folder: Path, changes: Iterable[Change] = (), as_of: Moment | None = None) -> tuple[Deal, ...]:
    """The deal as of each of its events up to a moment, in order.

    Documents of an event rest on the terms of its time, whatever came later.
    """
    made = tuple(changes)
    last = open_deal(folder, made, as_of)
    names = [event.name for event in last.terms.events]
    life: list[Deal] = []
    problems: list[Problem] = []
    for name in names if as_of is not None else names[:-1]:
        try:
            life.append(open_deal(folder, made, event=name))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(dict.fromkeys(problems))
    return tuple(life) if as_of is not None else (*life, last)


def findings(deal: Deal, life: Sequence[Deal] = ()) -> tuple[Finding, ...]:
    """What the rules that can be checked say of the deal, met or not.

    With its `life`, also what each announcement said was tendered, against the tally of its own moment.
    """
    own = checks.findings(deal.book, deal.terms.values.acknowledged, deal.terms.events)
    known = {finding.key for finding in own}
    events = (each for at in life for each in checks.findings(at.book, deal.terms.values.acknowledged, at.terms.events))
    return (*own, *(each for each in events if each.rule == ANNOUNCED and each.key not in known))


def unfounded(deal: Deal, life: Sequence[Deal] = ()) -> tuple[Problem, ...]:
    """A warning for each acknowledgment of a finding that there is not."""
    names = deal.book.names()
    return acknowledged.unfounded(findings(deal, life), deal.terms.values.acknowledged, "term-sheet.yaml", names)


def library_of(deal: Deal) -> Library:
    """The deal's own templates over the house's."""
    from lexdocs.documents.library import open_library

    return open_library([deal.folder / "templates", resources.templates_folder()])


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
    from lexdocs.documents.occasions import is_named, matching, occasions, withheld

    library = library_of(deal)
    documents: list[Document] = []
    unchanged: list[str] = []
    problems: list[Problem] = []
    held: list[Problem] = []
    chosen = matching(library, only)
    for template in chosen:
        try:
            header = read_header(library.templates[template])
            if deal.terms.event.kind not in header.events or deal.terms.values.kind not in header.offers:
                continue
            reasons = withheld(deal.book, header) if header.per is None else ()
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


def forms_of(header: Header) -> tuple[str, ...]:
    """The forms that a document can have: its formats, and where it has pages, those in large print."""
    forms = tuple(each for each in FORMATS if each in header.formats)
    return (*forms, LARGE_PRINT) if "pdf" in forms else forms


def made_of(deal: Deal, library: Library, template: str) -> str:
    """The digest of all that a document is made of besides the figures that it asks for."""
    from lexdocs.documents.drafts import LAYOUTS
    from lexdocs.documents.header import read_header
    from lexdocs.documents.reads import digest_of
    from lexdocs.outputs.kept import code_stamp

    reached = library.reached_from(template)
    texts = [(each.name, each.text) for each in reached]
    # Whether a translation is a draft follows from the English words too.
    texts += [(each.of.name, each.of.text) for each in reached if each.of is not None]
    texts += [(each.name, each.text) for each in library.catalogues.get(library.language, ())]
    header = read_header(library.templates[template])
    standing = (*_unsettled(deal), deal.name) if header.layout in LAYOUTS else ()
    return digest_of(standing, deal.terms.values.kind, legend_of(deal), house_of(deal), code_stamp(), texts)


def _made_of(deal: Deal, document: Document) -> str:
    """The same of a document, in its language."""
    from lexdocs.documents.languages.translated import in_language
    from lexdocs.documents.library import english_name

    library = in_language(library_of(deal), document.header.language)
    return made_of(deal, library, english_name(document.template))


def _unsettled(deal: Deal) -> tuple[str, ...]:
    """What makes drafts of documents, besides the figures that they ask for: findings, and what is acknowledged."""
    return (
        *(f"{each.key} {each.result} {each.acknowledged}" for each in findings(deal)),
        *(each.finding for each in deal.terms.values.acknowledged),
    )


def _written(compose: Callable[[], Document], problems: list[Problem]) -> list[Document]:
    """A document, or nothing, and then what is wrong: the others are written all the same."""
    try:
        return [compose()]
    except LexdocsError as error:
        problems += error.problems
        return []


def legend_of(deal: Deal) -> str:
    """The legend that stands on every page, or nothing."""
    legend = deal.book.figure("legend")
    return "" if isinstance(legend, Pending) else str(legend.value)


def assumed_in(deal: Deal, document: Document) -> tuple[Leaf, ...]:
    """The assumed leaves on which a document's figures and its choice of words rest, in the order of the terms."""
    used = {figure.address: figure for figure in (*(tick.figure for tick in document.ticks), *document.asked)}
    resting = {leaf.path for leaf in leaves(*used.values()) if leaf.assumption is not None}
    return tuple(leaf for leaf in deal.terms.leaves if leaf.path in resting)


def draft_reasons(deal: Deal, document: Document) -> tuple[str, ...]:
    """Why a document is a draft as yet; nothing where it is final, or of a kind that is never a draft."""
    from lexdocs.documents.drafts import LAYOUTS, reasons

    if document.layout not in LAYOUTS:
        return ()
    return reasons(document, assumed_in(deal, document), findings(deal), deal.terms.values.acknowledged)


def version_of(deal: Deal, document: Document) -> str:
    """Which version of the document a draft is: the deal, the event, and a hash of the terms on which it rests."""
    from lexdocs.documents.drafts import version

    return version(deal.name, f"{deal.terms.event.kind} of {deal.terms.event.name}", document)


def preflight_all(deal: Deal) -> tuple[Problem, ...]:
    """What is wrong with any template for the deal's kind of offer, before anything is written."""
    from lexdocs.documents.preflight import preflight

    library = library_of(deal)
    found: list[Problem] = []
    for template in library.documents:
        if _is_for(deal, library, template):
            found += preflight(library, template, deal.book)
    try:
        stylesheet(deal)
    except InputError as error:
        found += error.problems
    return tuple(dict.fromkeys(found))


def _is_for(deal: Deal, library: Library, template: str) -> bool:
    """Whether a template is for the deal's kind of offer; one whose header cannot be read is everybody's."""
    from lexdocs.documents.header import read_header

    try:
        return deal.terms.values.kind in read_header(library.templates[template]).offers
    except LexdocsError:
        return True


def write_pages(
    deal: Deal, document: Document, formats: Sequence[str], heard: list[Problem] | None = None,
    kept: Kept | None = None,
) -> dict[str, str | bytes]:  # fmt: skip
    """A document in the formats that it has and that are asked for, by file name.

    `heard` gathers what the printer warns of. A PDF that was `kept` and was printed of the same page is left out.
    Raises `RenderError` where a format cannot be made.
    """
    from lexdocs.documents.reads import digest_of
    from lexdocs.documents.ticks import stated, ticked
    from lexdocs.outputs.html import page
    from lexdocs.outputs.kept import code_stamp
    from lexdocs.outputs.text import text

    legend = legend_of(deal)
    saying = document.saying
    said_legend = saying.text("legend", legend) if legend and saying.language != ENGLISH else legend
    draft = version_of(deal, document) if draft_reasons(deal, document) else ""
    resting = ((leaf.says, deal.book.figures[leaf.name, leaf.key]) for leaf in assumed_in(deal, document))
    assumed = [(says, figure) for says, figure in resting if isinstance(figure, Figure)]
    wanted = [each for each in forms_of(document.header) if each in formats]
    pages: dict[str, str | bytes] = {}
    house = house_of(deal)
    html = page(
        document,
        css=house.css,
        legend=said_legend,
        illustrative=[ticked(says, figure, saying) for says, figure in assumed],
        draft=draft,
        letterhead=house.letterhead,
        language=document.language,
        unapproved=document.unapproved,
        assumes=document.assumes,
    )
    for each in wanted:
        name = document.name + SUFFIXES[each]
        if each == "html":
            pages[name] = html
        elif each == "text":
            said = [stated(says, figure, saying) for says, figure in assumed]
            pages[name] = text(document.body, legend=said_legend, illustrative=said, draft=draft)
        else:
            printed_of = digest_of(html, house, code_stamp())
            if kept is not None and kept.printed(name, printed_of):
                continue
            large = each == LARGE_PRINT
            paper = printer(house.fonts).print(html, name, house.css, draft=bool(draft), large=large)
            pages[name] = paper.data
            if kept is not None and not paper.warnings:
                kept.print_of(name, printed_of, paper.data)
            if heard is not None:
                heard += paper.warnings
    return pages


def house_of(deal: Deal) -> House:
    """How the deal's pages look: the house's style with the deal's own in it.

    Raises `InputError` for a style sheet that hides or fetches, and for a variable that is none.
    """
    from lexdocs.outputs.house import house_of as house

    return house(deal.folder, resources.templates_folder())


def stylesheet(deal: Deal) -> str:
    """The style sheet of the deal's pages. Raises `InputError` as `house_of` does."""
    return house_of(deal).css


def printer_of(deal: Deal) -> Printer:
    """The printer with the bundled fonts and those of the deal."""
    return printer(house_of(deal).fonts)


@lru_cache(maxsize=4)
def printer(fonts: tuple[OwnFont, ...] = ()) -> Printer:
    """The printer with the bundled fonts and others, loaded once for all documents."""
    from lexdocs.outputs.pdf import Printer, bundled_fonts

    return Printer(bundled_fonts(), fonts)


def write_files(
    life: Sequence[Deal], words: Sequence[Words], out: Path, formats: Sequence[str] = FORMATS, kept: Kept | None = None
) -> Files:
    """Write the documents of each event and `figures.json` under `out`, each file whole or not at all.

    What is written is noted in `kept`, for the next build.
    """
    from lexdocs.outputs.files import write

    written: list[str] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    for deal, document in ((deal, each) for deal, of in zip(life, words, strict=True) for each in of.documents):
        heard: list[Problem] = []
        try:
            for name, data in write_pages(deal, document, formats, heard, kept).items():
                write(out, name, data)
            names = [document.name + SUFFIXES[each] for each in forms_of(document.header) if each in formats]
            written += names
            heard += _left_over(document, out, formats)
            if kept is not None:
                kept.note(document.name, _made_of(deal, document), document.reads, names)
                if heard:
                    kept.forget(document.name)  # so that the next build says it again
        except LexdocsError as error:
            problems += error.problems
        warnings += heard
    if kept is not None:
        suffixes = tuple(SUFFIXES[each] for each in formats)
        written += [file for of in words for name in of.unchanged for file in kept.files(name, suffixes)]
    write(out, FIGURES, figures_json(life, formats))
    return Files((*written, FIGURES), tuple(problems), tuple(dict.fromkeys(warnings)))


def _left_over(document: Document, out: Path, formats: Sequence[str]) -> list[Problem]:
    """Files of a document in formats that were not asked for, which now stand beside newer ones."""
    others = [document.name + SUFFIXES[each] for each in forms_of(document.header) if each not in formats]
    return [
        Problem(Where(name), "stands here from an earlier build", "build this format too", Severity.WARNING)
        for name in others
        if (out / name).is_file()
    ]


def figures_json(life: Sequence[Deal], formats: Sequence[str] = FORMATS) -> str:
    """The books as they are saved beside the documents, the last event's first: what `check` holds them against."""
    last = life[-1]
    made = [
        {"path": change.path, "value": change.value}
        for change in last.terms.assumptions
        if change.where.file == "--assume"
    ]
    data = {
        "deal": last.name,
        "event": _event(last),
        "assumed_on_the_command_line": made,
        "formats": [each for each in FORMATS if each in formats],
        "terms_sha256": dict(last.terms.digests),
        "figures": record(last.book),
    }
    if life[:-1]:
        data["earlier"] = [{"event": _event(deal), "figures": record(deal.book)} for deal in life[:-1]]
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _event(deal: Deal) -> dict[str, str]:
    """An event as the record names it."""
    event = deal.terms.event
    return {"kind": str(event.kind), "at": event.name}
