"""Prices by a spread: a yield that is read on the market, the spread added, and the price at which a series bears it.

The yield of the reference security is read at a time that the terms name. Until it is written as `reference_yield`, by
the event that prices the offer, everything that follows from it is pending.
"""

from __future__ import annotations

from fractions import Fraction

from lexdocs.conventions.day_count import day_count
from lexdocs.conventions.price import price_at_yield
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Count, Date, DayCountName, Flag, Money, Number, Rate, Rounding, Text

STREET = "Standard Securities Calculation Methods, Securities Industry Association, 1993, formulas 6 and 7"
"""Street convention: a yield that compounds with the coupons, and simple interest in the last coupon period."""

_MONTHS = 12
_POINTS = 10_000


@rule(per="series")
def is_priced_by_spread(fixed_spread: Rate | Pending) -> Flag:
    """Whether the price of the series follows from a spread over a reference yield.

    >>> is_priced_by_spread(Fraction("0.0125"))
    True
    """
    return not isinstance(fixed_spread, Pending)


@rule()
def has_spreads(is_priced_by_spread: Each[Flag]) -> Flag:
    """Whether any series is priced by a spread over a reference yield.

    >>> has_spreads({"a": False, "b": True})
    True
    """
    return any(is_priced_by_spread.values())


@rule()
def has_stated_prices(is_priced_by_spread: Each[Flag]) -> Flag:
    """Whether the price of any series is stated, and does not follow from a spread.

    >>> has_stated_prices({"a": False, "b": True}), has_stated_prices({"b": True})
    (True, False)
    """
    return not all(is_priced_by_spread.values())


@rule(per="series")
def has_par_call(par_call_date: Date | Pending) -> Flag:
    """Whether the series may be redeemed at par before its maturity.

    >>> import datetime
    >>> has_par_call(datetime.date(2012, 12, 1))
    True
    """
    return not isinstance(par_call_date, Pending)


@rule()
def has_par_calls(has_par_call: Each[Flag]) -> Flag:
    """Whether any series may be redeemed at par before its maturity.

    >>> has_par_calls({"a": False, "b": True})
    True
    """
    return any(has_par_call.values())


@rule()
def has_reference_pages(reference_page: Each[Text | Pending]) -> Flag:
    """Whether the page is stated on which quotations of any reference security are read.

    >>> has_reference_pages({"a": "PX1"}), has_reference_pages({})
    (True, False)
    """
    return any(not isinstance(each, Pending) for each in reference_page.values())


@rule(per="series")
def price_is_determined(
    is_priced_by_spread: Flag, reference_yield: Rate | Pending, early_interest_to: Date | Pending
) -> Flag:
    """Whether the price of the series is known: it is stated, or its reference yield is, and the day of payment.

    >>> import datetime
    >>> price_is_determined(True, Fraction("0.04935"), datetime.date(2012, 3, 1))
    True
    """
    read = not isinstance(reference_yield, Pending) and not isinstance(early_interest_to, Pending)
    return read or not is_priced_by_spread


@rule()
def prices_are_determined(price_is_determined: Each[Flag]) -> Flag:
    """Whether the price of every series is known.

    >>> prices_are_determined({"a": True, "b": False})
    False
    """
    return all(price_is_determined.values())


@rule(per="series")
def spread_points(fixed_spread: Rate) -> Number:
    """Fixed spread of the series in basis points, hundredths of a percent.

    >>> spread_points(Fraction("0.0125"))
    Fraction(125, 1)
    """
    return fixed_spread * _POINTS


@rule(per="series")
def offer_yield(reference_yield: Rate, fixed_spread: Rate) -> Rate:
    """Yield at which the series is bought: the reference yield and the fixed spread.

    >>> offer_yield(Fraction("0.04935"), Fraction("0.0108")) == Fraction("0.06015")
    True
    """
    return reference_yield + fixed_spread


@rule(per="series", cite=STREET)
def price_to_maturity(
    price_basis: Money, early_interest_to: Date, series_maturity: Date, series_rate: Rate, offer_yield: Rate,
    series_day_count: DayCountName, series_payments_a_year: Count,
) -> Money:  # fmt: skip
    """Price for each thousand dollars at which the series, paid for early and held to maturity, bears the offer yield.

    >>> import datetime
    >>> settlement, maturity, rate = datetime.date(2012, 3, 1), datetime.date(2012, 9, 1), Fraction("0.06")
    >>> price_to_maturity(Fraction(1_000), settlement, maturity, rate, rate, "30/360", 2)
    Fraction(1000, 1)
    """
    months = _MONTHS // series_payments_a_year
    count = day_count(series_day_count)
    return price_basis * Fraction(
        price_at_yield(early_interest_to, series_maturity, series_rate, offer_yield, count, months)
    )


@rule(per="series")
def is_priced_to_par_call(price_to_maturity: Money, price_basis: Money, par_call_date: Date | Pending) -> Flag:
    """Whether the price is reckoned to the date of redemption at par, for to maturity it would be above par.

    >>> import datetime
    >>> is_priced_to_par_call(Fraction("1070.98"), Fraction(1_000), datetime.date(2012, 12, 1))
    True
    """
    return price_to_maturity > price_basis and not isinstance(par_call_date, Pending)


@rule()
def any_is_priced_to_par_call(is_priced_to_par_call: Each[Flag | Pending]) -> Flag:
    """Whether the price of any series is reckoned to the date of its redemption at par; stated prices are not.

    >>> any_is_priced_to_par_call({"a": False, "b": Pending("is_priced_to_par_call", (), "", "", ())})
    False
    """
    return any(each is True for each in is_priced_to_par_call.values())


@rule(per="series", cite=STREET)
def price_to_par_call(
    price_basis: Money, early_interest_to: Date, series_maturity: Date, series_rate: Rate, offer_yield: Rate,
    series_day_count: DayCountName, series_payments_a_year: Count, par_call_date: Date,
) -> Money:  # fmt: skip
    """Price for each thousand dollars at which the series, redeemed at par when it first may be, bears the offer yield.

    The coupons are those of the series; the last is for the part of its period up to the redemption.

    >>> import datetime
    >>> settlement, maturity, rate = datetime.date(2012, 3, 1), datetime.date(2014, 3, 1), Fraction("0.06")
    >>> call = datetime.date(2012, 6, 1)
    >>> price_to_par_call(Fraction(1_000), settlement, maturity, rate, rate, "30/360", 2, call)
    Fraction(1000, 1)
    """
    months = _MONTHS // series_payments_a_year
    count, redeemed = day_count(series_day_count), par_call_date
    return price_basis * Fraction(
        price_at_yield(early_interest_to, series_maturity, series_rate, offer_yield, count, months, redeemed=redeemed)
    )


@rule(per="series", round=Round(Rounding.HALF_UP, to=CENT), cite="prices for each thousand dollars are in cents")
def spread_consideration(
    is_priced_to_par_call: Flag, price_to_maturity: Money, price_to_par_call: Money | Pending
) -> Money:
    """Price for each thousand dollars of the series that follows from its spread, with the early premium in it.

    >>> spread_consideration(False, Fraction("1070.9800"), Fraction(1_000))
    Fraction(53549, 50)
    """
    return price_to_par_call if is_priced_to_par_call else price_to_maturity  # type: ignore[return-value]


@rule(per="series")
def total_consideration(stated_total_consideration: Money | Pending, spread_consideration: Money | Pending) -> Money:
    """Price for each thousand dollars tendered by the early deadline, or at all: as stated, or as the spread gives it.

    >>> total_consideration(Fraction("985.50"), Fraction("1070.98"))
    Fraction(1971, 2)
    """
    if isinstance(stated_total_consideration, Pending):
        return spread_consideration  # type: ignore[return-value]  # pending stays so
    return stated_total_consideration


@rule()
def latest_is_pricing(event_kind: Each[Text]) -> Flag:
    """Whether the last announcement is that of prices that follow from spreads.

    >>> latest_is_pricing({"2012-06-15": "commencement", "2012-06-28": "pricing"})
    True
    """
    return event_kind[list(event_kind)[-1]] == "pricing"


@rule()
def acceptance_is_told(latest_is_pricing: Flag, early_acceptance_is_final: Flag, offer_has_expired: Flag) -> Flag:
    """Whether the agent is told with the last announcement what is accepted: not with prices that come before that.

    >>> acceptance_is_told(True, False, False), acceptance_is_told(False, False, False)
    (False, True)
    """
    return not latest_is_pricing or early_acceptance_is_final or offer_has_expired
