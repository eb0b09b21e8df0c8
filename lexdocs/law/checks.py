"""Every rule that can be checked mechanically, held against one book."""

from __future__ import annotations

from collections.abc import Sequence

from lexdocs.figures.book import FigureBook
from lexdocs.law import (
    ahydo,
    capitalization,
    changes_announced,
    closing,
    consistency,
    coupons,
    exemptions,
    plausible,
    plausible_cash,
    plausible_terms,
    pricing,
    regulation_14e,
    regulation_14e_changes,
    regulation_14e_payment,
    relief,
    safe_harbor,
    settled,
    tax_oid,
    timetable,
    trust_indenture,
)
from lexdocs.law.acknowledged import acknowledge
from lexdocs.law.finding import Finding
from lexdocs.terms.events import Event
from lexdocs.terms.law_terms import AcknowledgedTerms

RULES = (
    consistency, capitalization, closing, settled, timetable, coupons, pricing, plausible, plausible_cash,
    plausible_terms, regulation_14e, regulation_14e_changes, regulation_14e_payment, relief, exemptions,
    trust_indenture, safe_harbor, tax_oid, ahydo,
)  # fmt: skip
"""The bodies of rules, in the order in which their findings are shown."""


def findings(
    book: FigureBook, acknowledged: Sequence[AcknowledgedTerms] = (), events: Sequence[Event] = ()
) -> tuple[Finding, ...]:
    """What the rules say of a book and its events, met or not, with the acknowledgments of the terms."""
    found = [finding for rules in RULES for finding in rules.check(book)]
    found = [*changes_announced.questioned(found, events), *changes_announced.unclassed(book, events)]
    return acknowledge(found, acknowledged)
