"""How the series of an offer are listed: whether there are several, and which of their numbers are stated."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Cusip, Flag, Text


@rule()
def has_several_series(number_of_series: Count) -> Flag:
    """Whether the offer is made for more than one series, so that totals over series say something.

    >>> has_several_series(1)
    False
    """
    return number_of_series > 1


@rule()
def cusips_are_stated(series_cusip: Each[Cusip | Pending]) -> Flag:
    """Whether the CUSIP number of any series is stated, so that a column for it says something.

    >>> cusips_are_stated({"a": "037833 10 0", "b": Pending("series_cusip", ("b",), "", "", ())})
    True
    """
    return any(not isinstance(each, Pending) for each in series_cusip.values())


@rule()
def isins_are_stated(series_isin: Each[Text | Pending]) -> Flag:
    """Whether the ISIN of any series is stated.

    >>> isins_are_stated({})
    False
    """
    return any(not isinstance(each, Pending) for each in series_isin.values())
