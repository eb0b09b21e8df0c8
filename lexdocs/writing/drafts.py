"""What makes a draft of a document: assumptions that it rests on, findings that stand, and its version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexdocs.deal import Deal, findings
from lexdocs.figures.figure import leaves
from lexdocs.terms.leaf import Leaf

if TYPE_CHECKING:
    from lexdocs.documents.document import Document


def unsettled(deal: Deal) -> tuple[str, ...]:
    """What makes drafts of documents, besides the figures that they ask for: findings, and what is acknowledged."""
    return (
        *(f"{each.key} {each.result} {each.acknowledged}" for each in findings(deal)),
        *(each.finding for each in deal.terms.values.acknowledged),
    )


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
    """Which version of the document a draft is: the event, a hash of its terms and one of its words."""
    from lexdocs.documents.drafts import version

    kind = deal.terms.event.kind.replace("_", " ").capitalize()
    return version(f"{kind} of {deal.terms.event.name}", document)
