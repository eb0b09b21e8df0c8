"""Which template is mailed: the statement of the kind of offer, or the one that is asked for."""

from __future__ import annotations

from lexdocs.deal import Deal, library_of
from lexdocs.documents.header import read_header
from lexdocs.errors import Problem, UsageError, Where
from lexdocs.terms.register import AXIS


def template_of(deal: Deal, asked: str) -> tuple[str, str]:
    """The template that is mailed, and how its documents are named for the event."""
    library = library_of(deal)
    kind, event = deal.terms.values.kind, deal.terms.event
    found = {}
    for name in library.documents:
        header = read_header(library.templates[name])
        if header.per == AXIS and header.audience == "holder" and kind in header.offers:
            found[name.removesuffix(".md")] = header
    names = [each for each in found if asked in ("", each, each.rpartition("/")[2])]
    if len(names) != 1:
        remedy = f"name one with --document: {', '.join(sorted(found)) or 'none is written for each holding'}"
        what = f"there is no document “{asked}” for holders" if not names else "there are several documents for holders"
        raise UsageError(Problem(Where("--document"), what, remedy))
    return f"{names[0]}.md", f"{names[0]}-{event.name}"
