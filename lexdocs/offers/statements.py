"""The number of a holder's statement, where a holder holds notes of a single series."""

from __future__ import annotations

from lexdocs.figures.rule import rule
from lexdocs.notation.units import Date, Text


@rule(per="holding")
def statement_number(holder_id: Text, latest_announced: Date, statement_version: Text) -> Text:
    """Number of the holder's statement: the date of the announcement for which it is made, its version, the holding.

    >>> import datetime
    >>> statement_number("H-7", datetime.date(2012, 6, 15), "")
    '20120615-H-7'
    >>> statement_number("H-7", datetime.date(2012, 6, 15), ".2")
    '20120615.2-H-7'
    """
    return f"{latest_announced.isoformat().replace('-', '')}{statement_version}-{holder_id}"
