"""What would leave a price by a spread without meaning: a second price, no security to read, a grid of no coupons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.offers.cash_tender_terms import TenderSeries, TenderSheet

_A_YEAR = 2
_COUNTS = ("30/360", "30/360 US-EOM", "30/360 PSA", "30E/360", "30E/360 ISDA", "Act/Act ICMA")
"""Day counts of which a coupon period has a whole one, as street convention takes it."""

_OF_A_SPREAD = ("reference_security", "reference_page", "reference_yield", "par_call_date")


def spread_faults(terms: TenderSheet) -> Iterator[str]:
    """A line for each fault of how series are priced: the path of the term, what is wrong, and the remedy."""
    paid = terms.offer.early_settlement_date or terms.offer.settlement_date
    for index, each in enumerate(terms.series):
        at = f"series[{index}]"
        if each.fixed_spread is not None:
            yield from _priced(at, each, paid)
            continue
        if each.total_consideration is None:
            what = "the series has no price"
            yield f"{at}.total_consideration: {what}; write it, or a fixed_spread with its reference_security"
        for name in _OF_A_SPREAD:
            if getattr(each, name) is not None:
                yield f"{at}.{name}: means nothing without a spread; write {at}.fixed_spread, or leave it out"
    if terms.offer.price_determination is not None and all(each.fixed_spread is None for each in terms.series):
        what = "no series is priced by a spread"
        yield f"offer.price_determination: {what}; write series[0].fixed_spread, or leave it out"


def _priced(at: str, series: TenderSeries, paid: date | None) -> Iterator[str]:
    if series.total_consideration is not None:
        what = "a series has one price, and this has a spread too"
        yield f"{at}.total_consideration: {what}; leave one of the two out"
    if series.reference_security is None:
        what = "a spread is over the yield of a security, and none is named"
        yield f"{at}.reference_security: {what}; write its title"
    if series.payments_a_year is None:
        yield f"{at}.payments_a_year: a price at a yield needs the coupon dates; write {_A_YEAR}"
    elif series.payments_a_year != _A_YEAR:
        what = "the yield of a Treasury security compounds twice a year, and interest on the series is not paid so"
        yield f"{at}.payments_a_year: {what}; write {_A_YEAR}, or state a total_consideration"
    if series.day_count is not None and series.day_count not in _COUNTS:
        what = f"{series.day_count} does not make whole coupon periods, in which a price at a yield is reckoned"
        yield f"{at}.day_count: {what}; name one of {', '.join(_COUNTS)}, or state a total_consideration"
    yield from _dates(at, series, paid)


def _dates(at: str, series: TenderSeries, paid: date | None) -> Iterator[str]:
    call = series.par_call_date
    if call is not None and call >= series.maturity:
        matures = write(series.maturity, Unit.DATE)
        yield f"{at}.par_call_date: does not come before maturity, {matures}; correct one of the two"
    if paid is None:
        return
    for name, day in (("par_call_date", call), ("maturity", series.maturity)):
        if day is not None and day <= paid:
            said = write(paid, Unit.DATE)
            yield f"{at}.{name}: does not come after {said}, when the series is paid for; correct one of the two"
