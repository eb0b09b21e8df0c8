"""How notes reach the agent: in which form they are held, and whether they may be delivered late under a guarantee."""

from __future__ import annotations

from enum import StrEnum

from lexdocs.terms.calendar_terms import DeliveryDays


class NoteForm(StrEnum):
    """In which form notes are held: on the books of a depository, in certificates of their holders, or in both."""

    BOOK_ENTRY = "book-entry"
    CERTIFICATED = "certificated"
    BOTH = "both"


FORM_OF_NOTES = ("form_of_notes", "Form in which the notes sought are held: " + ", ".join(NoteForm))
"""The name of the leaf that has it in every kind of offer, and what it is."""

COUNTED_IN = (
    "guaranteed_delivery_counted_in",
    "Which days are counted to the end of a guaranteed delivery, those of the tender-offer rules where it is not said: "
    + ", ".join(DeliveryDays),
)
"""The same of the days that are counted."""
