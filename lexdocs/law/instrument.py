"""The new notes as the tax rules see them: issue, maturity, rates and payments, for each dollar of principal.

Times are counted in months of thirty days, a convention that 26 CFR 1.1272-1(b) leaves to choice.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from lexdocs.conventions.day_count import day_count
from lexdocs.conventions.yields import Flow, present_value, yield_to_maturity
from lexdocs.figures.book import FigureBook
from lexdocs.law.looking import date, each, labels, value
from lexdocs.notation.forms import write
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding, Unit

_THIRTY = day_count("30/360")
_HUNDREDTH = Fraction(1, 10_000)


@dataclass(frozen=True)
class Instrument:
    """Notes of a dollar: `rates` are (rate a year, years for which it runs), `coupons` the interest payments."""

    issued: datetime.date
    maturity: datetime.date
    rates: tuple[tuple[Fraction, Fraction], ...]
    coupons: tuple[tuple[datetime.date, Fraction], ...]
    per_year: int

    @property
    def years(self) -> Fraction:
        """The term in years of twelve months of thirty days."""
        return _THIRTY.fraction(self.issued, self.maturity)

    @property
    def complete_years(self) -> int:
        """Whole years between issue and maturity."""
        return complete_years(self.issued, self.maturity)

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """Interest and principal, by years from issue."""
        paid = [(_THIRTY.fraction(self.issued, day), amount) for day, amount in self.coupons]
        return (*paid, (self.years, Fraction(1)))

    def yield_at(self, price: Fraction) -> Decimal | None:
        """The yield to maturity at an issue price, compounded as often as interest is paid."""
        return yield_to_maturity(self.flows, price, self.per_year)

    def value_at(self, rate: Fraction) -> Fraction:
        """What the payments are worth at a rate."""
        decimal = Decimal(rate.numerator) / Decimal(rate.denominator)
        return Fraction(present_value(self.flows, decimal, self.per_year))


def instrument_of(book: FigureBook) -> Instrument | None:
    """The new notes of a book, whose schedule is fixed; None while it is not, or where the kind has no such notes.

    None too where interest is paid in kind: none of it then is qualified stated interest, and `no_instrument` says so.
    """
    if value(book, "has_paid_in_kind"):
        return None
    issued, maturity = date(book, "consummation_date"), date(book, "new_maturity")
    denomination, coupons = value(book, "denomination"), each(book, "coupon_per_denomination", "period")
    if issued is None or maturity is None or not denomination or len(coupons) != len(labels(book, "period")):
        return None
    paid = tuple(
        (end, Fraction(coupon.value) / denomination)  # type: ignore[arg-type]  # money
        for label, coupon in coupons
        if isinstance(end := value(book, "period_end", label), datetime.date)
    )
    per_year = len(labels(book, "payment_day")) or 1
    return Instrument(issued, maturity, _rates(book, issued, maturity), paid, per_year) if paid else None


def no_instrument(book: FigureBook) -> str:
    """Why there is no instrument to work with."""
    if value(book, "has_paid_in_kind"):
        return (
            "interest on the new notes is paid in kind, which is not worked out here (26 CFR 1.1272-1(c), 1.1273-1(c))"
        )
    return "the payments of the new notes are not all fixed yet"


def _rates(
    book: FigureBook, issued: datetime.date, maturity: datetime.date
) -> tuple[tuple[Fraction, Fraction], ...]:  # fmt: skip
    found, since = [], issued
    for label, rate in each(book, "step_rate", "step"):
        through = value(book, "step_through", label)
        until = min(through, maturity) if isinstance(through, datetime.date) else maturity
        if until > since:
            found.append((Fraction(rate.value), _THIRTY.fraction(since, until)))  # type: ignore[arg-type]  # a rate
            since = until
    return tuple(found)


def complete_years(start: datetime.date, end: datetime.date) -> int:
    """Whole years between two dates.

    >>> complete_years(datetime.date(2012, 7, 2), datetime.date(2015, 7, 1))
    2
    """
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def percent(value: Fraction | Decimal) -> str:
    """A part in percent, rounded half-up to two decimals for a reader.

    >>> percent(Fraction(1, 3))
    '33.33%'
    """
    return write(round_to(Fraction(value), Rounding.HALF_UP, _HUNDREDTH), Unit.PERCENTAGE)


def in_years(term: Fraction) -> str:
    """A term in years to one decimal.

    >>> in_years(Fraction(10, 3))
    '3.3 years'
    """
    tenths = round_to(term, Rounding.HALF_UP, Fraction(1, 10)) * 10
    whole, part = divmod(int(tenths), 10)
    return f"{whole}.{part} years"
