"""IRC §§ 1272–1275: whether the new notes are issued with original issue discount, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lexdocs.figures.book import FigureBook
from lexdocs.law.finding import Finding, Result, under
from lexdocs.law.in_force import form_of
from lexdocs.law.instrument import Instrument, instrument_of, no_instrument, percent
from lexdocs.law.issue_price import issue_price

_QUARTER = Fraction(1, 400)
"""A quarter of a percent, § 1273(a)(3)."""


def check(book: FigureBook) -> Iterator[Finding]:
    """The discount with every figure that makes it, or what is missing for it; nothing where no notes are offered."""
    force = form_of("OID")
    if "new_note_maturity" in book.shapes:
        yield under(force, "", Result.COUNSEL, "original issue discount is not worked out for this kind of offer")
    if "new_maturity" not in book.shapes:
        return
    notes = instrument_of(book)
    if notes is None:
        yield under(force, "", Result.COUNSEL, no_instrument(book))
        return
    price = issue_price(book, notes)
    if isinstance(price, str):
        yield under(force, "", Result.COUNSEL, f"original issue discount cannot be worked out: {price}")
        return
    yield under(force, "", *discount(notes, price.amount, price.says))


def discount(notes: Instrument, price: Fraction, says: str) -> tuple[Result, str]:
    """Whether there is discount beyond the allowance, and how it was worked out.

    Interest above the lowest rate is redemption price (26 CFR 1.1273-1(c)); where a lower rate comes first, the
    interest forgone is what counts for the allowance (1.1273-1(d)(4)).
    """
    lowest = min(rate for rate, _ in notes.rates)
    redemption = 1 + sum(((rate - lowest) * years for rate, years in notes.rates), Fraction(0))
    parts = [says, f"redemption price {percent(redemption)}, qualified stated interest {percent(lowest)}"]
    oid, allowed = redemption - price, allowance(redemption, notes.complete_years)
    parts.append(f"discount {percent(oid)}, allowance ¼% × {notes.complete_years} complete years = {percent(allowed)}")
    if oid < allowed:
        return Result.MET, "; ".join([*parts, "the discount is treated as none"])
    rates = [rate for rate, _ in notes.rates]
    if rates == sorted(rates) and len(set(rates)) > 1:
        forgone = sum(((rates[-1] - rate) * years for rate, years in notes.rates), Fraction(0))
        tested = max(forgone, 1 - price)
        allowed = allowance(price + tested, notes.complete_years)
        parts.append(
            f"interest forgone before the last rate {percent(forgone)}, the greater of it and principal less issue"
            f" price {percent(tested)} against {percent(allowed)}"
        )
        if tested < allowed:
            return Result.MET, "; ".join([*parts, "the discount is treated as none"])
    return Result.COUNSEL, "; ".join([*parts, "the notes are issued with discount, which the documents must say"])


def allowance(redemption: Fraction, complete_years: int) -> Fraction:
    """The discount below which there is none: a quarter of a percent of redemption price for each complete year.

    >>> allowance(Fraction(1), 4)
    Fraction(1, 100)
    """
    return _QUARTER * redemption * complete_years
