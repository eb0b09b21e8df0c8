"""What the term sheet says of the tender log: where it is, and what its columns are called."""

from __future__ import annotations

from typing import ClassVar

from lexdocs.terms.fields import part
from lexdocs.terms.listing_terms import ListingTerms


class TendersTerms(ListingTerms):
    """Where the tender log is, in what form, and the headings of its columns."""

    section: ClassVar[str] = "tenders"

    file: str = part("the file, beside the term sheet", default="tenders.csv")
