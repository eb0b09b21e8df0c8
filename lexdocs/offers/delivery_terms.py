"""How notes reach the agent: in which form they are held, and whether they may be delivered late under a guarantee."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from lexdocs.notation.units import Unit
from lexdocs.terms.fields import CountTerm, Section, leaf


class NoteForm(StrEnum):
    """In which form notes are held: on the books of a depository, in certificates of their holders, or in both."""

    BOOK_ENTRY = "book-entry"
    CERTIFICATED = "certificated"
    BOTH = "both"


class DeliveryDays(StrEnum):
    """Which days are counted to the end of a guaranteed delivery."""

    TRADING = "trading days"
    BUSINESS = "business days"


FORM_OF_NOTES = ("form_of_notes", "Form in which the notes sought are held: " + ", ".join(NoteForm))
"""The name of the leaf that has it in every kind of offer, and what it is."""


class GuaranteedDelivery(Section):
    """The time after the expiration within which notes must be delivered that were tendered under a guarantee."""

    days: CountTerm = leaf("guaranteed_delivery_days", "Days after the expiration within which notes are delivered")
    counted_in: Annotated[DeliveryDays, Unit.TEXT] = leaf(
        "guaranteed_delivery_counted_in",
        "Which days are counted, those of the New York Stock Exchange or of the tender-offer rules: "
        + ", ".join(DeliveryDays),
    )
