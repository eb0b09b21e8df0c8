"""Defined terms of the documents of a deal: undefined, unused, defined twice, in other capitals, used before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lexdocs.documents.defined import Definition, Use, Written, by_term, variants
from lexdocs.documents.document import Document
from lexdocs.errors import Problem, Where

RULES = ("undefined", "unused", "twice", "capitals", "early")
# Forms and sheets whose words are heads of columns: they are held to a term only if they define one.
_SHEETS = frozenset({"statement", "control"})
_NEAR = 40  # characters in which the next word is found


def defined_terms(documents: Iterable[Document]) -> Iterator[tuple[str, Problem]]:
    """Every fault in the defined terms of documents, each with its kind; of a template's rows, the first is read.

    A translation is held to no capitals of another language's grammar: it defines as many terms as the English, each
    once, and writes none in other capitals that only a term can have.

    A document is held to the terms that it defines. A term that another of the documents defines, and that it uses with
    capitals, it must define too.
    """
    first: dict[str, Document] = {}
    for document in documents:
        first.setdefault(f"{document.template} {document.header.per or document.name}", document)
    english = [document for document in first.values() if document.language.startswith("en")]
    read = [(document, document.written) for document in english if document.written is not None]
    known = sorted({each.term for _, written in read for each in written.definitions if " " in each.term})
    seen: set[tuple[str, Problem]] = set()
    for document, written in read:
        for found in _of(document, written, known):
            if found not in seen:
                seen.add(found)
                yield found
    defined = {document.name: len(by_term(written.definitions)) for document, written in read}
    for document in first.values():
        if document not in english and document.written is not None:
            name = document.name.removesuffix(f".{document.header.language}")
            for found in _translated(document, document.written, defined.get(name, 0)):
                if found not in seen:
                    seen.add(found)
                    yield found


def _translated(document: Document, written: Written, wanted: int) -> Iterator[tuple[str, Problem]]:
    """The faults of a translation, whose English defines so many terms."""
    own = by_term(written.definitions)
    yield from _twice(written)
    if len(own) < wanted:
        what = f"defines {_terms(len(own))}, and the English {_terms(wanted)}"
        remedy = "define what it defines, in brackets and quotation marks"
        yield "undefined", Problem(Where(document.template), what, remedy)
    for use in written.uses([*own]):
        # A word alone may be a common one, and none of its capitals.
        is_term = " " in use.term or use.written.isupper()
        other = use.written not in variants(use.term) and is_term
        if other and _is_other(use, own[use.term], written):
            what = f'"{use.written}" is written, and "{use.term}" is defined'
            yield "capitals", Problem(written.where(use.start), what, f'write "{use.term}"')


def _terms(number: int) -> str:
    return "no term" if not number else "one term" if number == 1 else f"{number} terms"


def _of(document: Document, written: Written, known: Sequence[str]) -> Iterator[tuple[str, Problem]]:
    own = by_term(written.definitions)
    uses = [*written.uses([*own])]
    yield from _twice(written)
    defining = {each.start for each in written.definitions}
    of_term: dict[str, list[Use]] = {}
    for use in uses:
        if use.start not in defining:
            of_term.setdefault(use.term, []).append(use)
    for term, definition in own.items():
        of = of_term.get(term, [])
        exactly = [each for each in of if each.written in variants(term)]
        if not exactly:
            what = f'"{term}" is defined and never used'
            yield "unused", Problem(written.where(definition.start), what, "leave the definition out, or use the term")
        early = [each for each in exactly if _is_early(each, definition, written)]
        if early:
            what = f'"{term}" is used before it is defined at {written.where(definition.start)}'
            yield "early", Problem(written.where(early[0].start), what, "define it where it is used first")
        for each in of:
            if each not in exactly and _is_other(each, definition, written):
                what = f'"{each.written}" is written, and "{term}" is defined'
                yield "capitals", Problem(written.where(each.start), what, f'write "{term}"')
    if document.layout not in _SHEETS or own:
        mine = {variant for each in own for variant in variants(each)}
        others = [term for term in known if mine.isdisjoint(variants(term))]
        told: set[str] = set()
        for each in written.uses([*own, *others]):
            fresh = each.term not in own and each.term not in told and each.written in variants(each.term)
            if fresh and not written.heads(each.start) and not _quoted(each, written):
                told.add(each.term)
                what = f'"{each.written}" is used and not defined in this document'
                yield "undefined", Problem(written.where(each.start), what, f'define it: (the "{each.term}")')


def _twice(written: Written) -> Iterator[tuple[str, Problem]]:
    first: dict[str, Definition] = {}
    for each in written.definitions:
        before = next((first[name] for name in variants(each.term) if name in first), None)
        if before is not None:
            what = f'"{each.term}" is defined at {written.where(before.start)} already'
            yield "twice", Problem(written.where(each.start), what, "define it once, and use it from then on")
        for name in variants(each.term):
            first.setdefault(name, each)


def _is_early(use: Use, definition: Definition, written: Written) -> bool:
    if use.start > definition.start or written.heads(use.start):
        return False
    # One word that begins a sentence or a cell has a capital for that.
    return " " in use.term or not written.begins(use.start)


def _is_other(use: Use, definition: Definition, written: Written) -> bool:
    if (
        use.start < definition.start
        or written.heads(use.start)
        or (use.written.isupper() and _among_capitals(use, written))
    ):
        return False
    if use.written.casefold() != use.term.casefold():
        return False  # in the other number it may be other words, as in *than the exchange offers*
    # A common word by itself, as *company*, is the term only behind its article.
    return (
        " " in use.term or use.written.isupper() or written.text[max(use.start - 4, 0) : use.start].casefold() == "the "
    )


def _among_capitals(use: Use, written: Written) -> bool:
    """Whether a term in capitals stands in a line of them, or by itself, and not among other words."""
    before = written.text[max(use.start - _NEAR, 0) : use.start].rpartition("\n")[2].split()
    behind = written.text[use.end : use.end + _NEAR].partition("\n")[0].split()
    beside = [*before[-1:], *behind[:1]]
    return len(beside) < 2 or any(each.upper() == each for each in beside)


def _quoted(use: Use, written: Written) -> bool:
    return written.text[use.start - 1 : use.start] in ('"', "“")
