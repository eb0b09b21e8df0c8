"""IRC § 163(i): whether the new notes are an applicable high-yield discount obligation, prong by prong."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lexdocs.conventions.day_count import day_count
from lexdocs.conventions.yields import present_value
from lexdocs.figures.book import FigureBook
from lexdocs.law.finding import Finding, Result, place_of, said, under
from lexdocs.law.in_force import form_of
from lexdocs.law.instrument import Instrument, in_years, instrument_of, no_instrument, percent
from lexdocs.law.issue_price import federal_rate, issue_price
from lexdocs.law.looking import date, rows, waits

_TERM = 5
_POINTS = Fraction(5, 100)
Prong = tuple[bool | None, str]


def check(book: FigureBook) -> Iterator[Finding]:
    """One finding with every prong in it: an obligation is one only if all hold, so that one that fails decides."""
    yield from _of_several(book)
    if "new_maturity" not in book.shapes:
        return
    issued, maturity = date(book, "consummation_date"), date(book, "new_maturity")
    force = form_of("AHYDO")
    if issued is None or maturity is None:
        missing = waits(book, "consummation_date") or "new_notes.maturity"
        yield under(force, "", Result.COUNSEL, f"the term of the new notes is not known: waits for {missing}")
        return
    prongs = (term(issued, maturity), *_yield_and_discount(book))
    says = "; ".join(text for _, text in prongs)
    if any(holds is False for holds, _ in prongs):
        yield under(force, "", Result.MET, f"no applicable high-yield discount obligation: {says}")
    elif all(holds for holds, _ in prongs):
        yield under(force, "", Result.NOT_MET, f"an applicable high-yield discount obligation: {says}")
    else:
        yield under(force, "", Result.COUNSEL, says)


def _of_several(book: FigureBook) -> Iterator[Finding]:
    """The first prong for each kind of new notes of an offer that has several; their yields are not worked out here."""
    issued = date(book, "consummation_date")
    for figure in rows(book, "new_note_maturity"):
        if issued is None or not isinstance(figure.value, datetime.date):
            continue
        over, says = term(issued, figure.value)
        result = Result.COUNSEL if over else Result.MET
        more = "; yield and significant discount are not worked out for this kind of offer" if over else ""
        yield under(form_of("AHYDO"), ",".join(figure.key), result, says + more, place_of(figure))


def term(issued: datetime.date, maturity: datetime.date) -> Prong:
    """The first prong: maturity more than five years from issue.

    >>> term(datetime.date(2012, 7, 2), datetime.date(2017, 7, 2))
    (False, 'term 5.0 years, July 2, 2012 to July 2, 2017: not over five years')
    """
    years = day_count("30/360").fraction(issued, maturity)
    over = maturity > _years_on(issued)
    text = f"term {in_years(years)}, {said(issued)} to {said(maturity)}: {'' if over else 'not '}over five years"
    return over, text


def _yield_and_discount(book: FigureBook) -> tuple[Prong, Prong]:
    notes = instrument_of(book)
    price = issue_price(book, notes) if notes else no_instrument(book)
    if notes is None or isinstance(price, str):
        text = str(price)
        return (None, f"yield not worked out: {text}"), (None, "significant discount not worked out either")
    rate = notes.yield_at(price.amount)
    if rate is None:
        return (None, "no yield makes the payments worth the issue price"), (
            None,
            "significant discount not worked out",
        )
    return _yield(book, rate, price.says), significant_discount(notes, price.amount, rate)


def _yield(book: FigureBook, rate: Decimal, priced: str) -> Prong:
    """The second prong: yield at least the federal rate of the month plus five points."""
    federal = federal_rate(book)
    if isinstance(federal, str):
        return None, f"yield {percent(rate)} ({priced}) against the federal rate plus five points: {federal}"
    limit = Fraction(federal.value) + _POINTS  # type: ignore[arg-type]  # a rate
    high = Fraction(rate) >= limit
    source = getattr(federal.proof, "source", None) or "assumed"
    text = f"yield {percent(rate)} ({priced}) is {'at least' if high else 'below'} {percent(limit)}, the federal rate"
    return high, f"{text} of {percent(limit - _POINTS)} plus five points ({source})"


def significant_discount(notes: Instrument, price: Fraction, rate: Decimal) -> Prong:
    """The third prong, § 163(i)(2): income accrued but not paid exceeds one year's yield after the fifth year.

    What is accrued and not paid at the end of a period is the adjusted issue price less the issue price.
    """
    limit = price * Fraction(rate)
    fifth, worst, when = _years_on(notes.issued), Fraction(0), None
    for day, _ in notes.coupons:
        if fifth < day < notes.maturity:
            unpaid = _adjusted(notes, day, rate) - price
            if when is None or unpaid > worst:
                worst, when = unpaid, day
    if when is None:
        return False, "no accrual period ends after the fifth year and before maturity"
    over = worst > limit
    text = f"accrued and unpaid {percent(worst)} on {said(when)}, {'over' if over else 'not over'} a year's yield"
    return over, f"{text} of {percent(limit)}"


def _adjusted(notes: Instrument, day: datetime.date, rate: Decimal) -> Fraction:
    """The adjusted issue price after the payment of a day: what the payments still to come are worth at the yield."""
    count = day_count("30/360")
    ahead = [(count.fraction(day, later), amount) for later, amount in notes.coupons if later > day]
    ahead.append((count.fraction(day, notes.maturity), Fraction(1)))
    return Fraction(present_value(ahead, rate, notes.per_year))


def _years_on(issued: datetime.date) -> datetime.date:
    try:
        return issued.replace(year=issued.year + _TERM)
    except ValueError:
        return datetime.date(issued.year + _TERM, 2, 28)
