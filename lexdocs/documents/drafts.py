"""Drafts: why a document is not final yet, and the stamp that tells one version of it from another."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from lexdocs.documents.document import Document
from lexdocs.figures.figure import leaves
from lexdocs.law.finding import Finding, Result
from lexdocs.terms.absent import is_absent
from lexdocs.terms.law_terms import AcknowledgedTerms
from lexdocs.terms.leaf import Leaf

# The documents that are sent round before they are final: all others are announced, or made for one holder.
LAYOUTS = frozenset({"circular", "letter", "form"})
OPEN = "open:"
_DIGITS = 12
_FIGURE = re.compile(r"<data [^>]*>[^<]*</data>")


def reasons(
    document: Document, assumed: Iterable[Leaf], findings: Iterable[Finding], acknowledged: Sequence[AcknowledgedTerms]
) -> tuple[str, ...]:
    """Why a document is a draft, in words; nothing where it is final, or is none that could be a draft.

    It is one while its words ask whether a figure is pending, and it is, but for one that the deal does not have where
    its term is left out; while it rests on what is assumed; and while
    a rule is not met, or for counsel to decide. What may stay open in the final document, counsel acknowledges by
    `open:` and the figure's name, as a finding by its key.
    """
    if document.layout not in LAYOUTS:
        return ()
    left_open = {each.finding.strip().removeprefix(OPEN) for each in acknowledged if each.finding.startswith(OPEN)}
    waiting = (
        f"{each} is pending"
        for each in document.open
        if each.partition("[")[0] not in left_open and not is_absent(each)
    )
    resting = (f"{leaf.path} is assumed" for leaf in assumed)
    against = (
        f"{each.key}: {each.result}" for each in findings if each.result is not Result.MET and each.acknowledged is None
    )
    return (*waiting, *resting, *against)


def version(event: str, document: Document) -> str:
    """Which version of a document this is: its event, a hash of the terms on which its words rest, one of the words.

    The same hashes mean the same terms and the same words, on any machine: no clock has a part in them. Terms on which
    these words do not rest do not move the first, nor does a comment in the term sheet; figures do not move the second.
    """
    used = {figure.address: figure for figure in (*(tick.figure for tick in document.ticks), *document.asked)}
    stated = sorted({(leaf.path, str(leaf.written or leaf.value)) for leaf in leaves(*used.values())})
    digest = hashlib.sha256(repr((stated, document.open)).encode()).hexdigest()
    words = hashlib.sha256(_FIGURE.sub("", document.body).encode()).hexdigest()
    return f"{event}, terms {digest[:_DIGITS]}, words {words[:_DIGITS]}"
