"""Prices that follow from a spread: read when the terms say, and told while holders may still act on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.conventions.clock import comes_after
from lexdocs.conventions.price import coupon_periods
from lexdocs.conventions.schedule_dates import MONTHS
from lexdocs.figures.book import FigureBook
from lexdocs.law.finding import Finding, Result, place_of, said
from lexdocs.law.looking import date, each, fixed, value
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.event_terms import EventKind

_CITE = "consistency"


def check(book: FigureBook) -> Iterator[Finding]:
    """Whether yields are read, and prices announced, at a time that the offer leaves for it; and coupons tie."""
    yield from _between_coupons(book)
    expiration, read = fixed(book, "expiration"), fixed(book, "price_determination")
    ends = expiration.value if expiration else None
    if read is not None and isinstance(read.value, Moment) and isinstance(ends, Moment) and _after(read.value, ends):
        says = f"the reference yields are read {_at(read.value)}, and the offer expires {_at(ends)}: {_UNTOLD}"
        yield Finding("pricing", Result.COUNSEL, says, _CITE, place_of(read), "expiration and price determination")
    for label, kind in each(book, "event_kind", "event"):
        at = value(book, "event_at", label)
        if kind.value != EventKind.PRICING or not isinstance(at, Moment):
            continue
        timed = bool(value(book, "event_is_timed", label))
        told = _at(at) if timed else f"on {said(at.date)}"
        # An announcement without a time of day is somewhere in that day.
        if read is not None and isinstance(read.value, Moment):
            early = _after(read.value, at) if timed else at.date < read.value.date
            if early:
                says = f"the prices are announced {told}, before the reference yields are read {_at(read.value)}"
                yield Finding("pricing", Result.NOT_MET, says, _CITE, place_of(kind), f"{label} and determination")
        if isinstance(ends, Moment) and (_after(at, ends) if timed else at.date > ends.date):
            says = f"the prices are announced {told}, and the offer expires {_at(ends)}: {_UNTOLD}"
            yield Finding("pricing", Result.COUNSEL, says, _CITE, place_of(kind), f"{label} and expiration")


def _between_coupons(book: FigureBook) -> Iterator[Finding]:
    """A price at a yield takes interest as paid on the coupon date before, and so must the interest paid besides."""
    for label, priced in each(book, "is_priced_by_spread", "series"):
        paid_to, count = fixed(book, "series_interest_paid_to", label), value(book, "series_payments_a_year", label)
        settled, matures = date(book, "early_interest_to"), value(book, "series_maturity", label)
        if not priced.value or paid_to is None or not count or settled is None or settled >= matures:
            continue
        _, periods = coupon_periods(settled, matures, MONTHS // count)
        to, start = paid_to.value, periods[0].start
        if isinstance(to, datetime.date) and to != start:
            says = (
                f"the price of {label} takes interest as paid to {said(start)}, the coupon date before"
                f" settlement on {said(settled)}; the terms say that it is paid to {said(to)}"
            )
            yield Finding("pricing", Result.COUNSEL, says, _CITE, place_of(paid_to), f"coupon date:{label}")


_UNTOLD = "holders would not know them while they can tender"


def _at(moment: Moment) -> str:
    return f"at {write(moment, Unit.MOMENT)}"


def _after(one: Moment, other: Moment) -> bool:
    try:
        return comes_after(one, other)
    except KeyError:
        return one.date > other.date
