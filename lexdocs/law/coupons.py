"""Coupons that fall due while an offer is open: who is paid the accrued interest as well would be paid twice."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.conventions.price import coupon_periods
from lexdocs.conventions.schedule import payment_dates
from lexdocs.conventions.schedule_dates import MONTHS
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.law.finding import Finding, Result, place_of, said
from lexdocs.law.life import terminated
from lexdocs.law.looking import date, each, fixed, labels, rows, value
from lexdocs.notation.units import Day

_DAYS = ("interest_to", "settlement_date", "consummation_date")
_LOST = "lost"


def check(book: FigureBook) -> Iterator[Finding]:
    """A coupon date between the day to which interest is paid and the settlement, where no interest is overdue.

    One that went by before the offer was announced was not paid: that interest is overdue, and is owed.
    """
    announced, settled = date(book, "announced"), date(book, *_DAYS)
    if announced is None or settled is None or terminated(book) is not None:
        return
    for label, paid in each(book, "series_interest_paid_to", "series"):
        days = _coupons(book, label, paid.value, settled)  # type: ignore[arg-type]  # a date
        if not _counted(book, label):
            continue
        if value(book, "is_priced_by_spread", label):
            # The price itself presumes that earlier coupons are paid, and has a finding of its own.
            priced_to = date(book, "early_interest_to")
            days = [day for day in days if priced_to is None or day > priced_to]
        yield from _twice(label, paid, days, announced, settled)
    paid_to, maturity = fixed(book, "interest_paid_to"), date(book, "old_maturity")
    if paid_to is not None and maturity is not None and not labels(book, "series"):
        listed = [figure.value for figure in rows(book, "old_payment_day") if isinstance(figure.value, Day)]
        if listed and fixed(book, "default_from") is None:
            due = payment_dates(paid_to.value, maturity, listed)  # type: ignore[arg-type]  # a date
            yield from _twice("", paid_to, [day for day in due if day <= settled], announced, settled)


def _counted(book: FigureBook, label: str) -> bool:
    """Whether accrued interest is paid on a series: not where every consideration for it lets it lapse."""
    of = [row for row, figure in each(book, "consideration_series", "consideration") if figure.value == label]
    said = [value(book, "consideration_interest", row) for row in of]
    return not of or any(told not in (None, _LOST) for told in said)


def _coupons(book: FigureBook, label: str, paid: datetime.date, settled: datetime.date) -> list[datetime.date]:
    """The coupon dates of a series after the day to which its interest is paid, up to the settlement."""
    count, matures = value(book, "series_payments_a_year", label), value(book, "series_maturity", label)
    if not count or not isinstance(matures, datetime.date) or paid >= matures or not value(book, "series_rate", label):
        return []
    _, found = coupon_periods(paid, matures, MONTHS // count)
    return [period.end for period in found if paid < period.end <= settled]


def _twice(
    label: str, paid: Figure, days: list[datetime.date], announced: datetime.date, settled: datetime.date
) -> Iterator[Finding]:
    if not days or min(days) < announced:
        return
    of = f"a coupon of {label}" if label else "a coupon of the old notes"
    says = (
        f"{of} falls due on {said(days[-1])}, and interest to settlement on {said(settled)} is counted from"
        f" {said(paid.value)}: it may be paid twice; once that coupon is paid, state interest_paid_to anew"  # type: ignore[arg-type]  # a date
    )
    yield Finding("coupon", Result.COUNSEL, says, "consistency", place_of(paid), label)
