"""What the term sheet says of the tender log: where it is, and what its columns are called."""

from __future__ import annotations

from lexdocs.terms.fields import Section, part


class TendersTerms(Section):
    """Where the tender log is, and the headings of its columns."""

    file: str = part("the file, beside the term sheet", default="tenders.csv")
    columns: dict[str, str] = part("our name of a column: its heading in the file", default={})
