"""What would leave the interest of an exchange offer without meaning: above all, a day count that nobody names."""

from __future__ import annotations

from collections.abc import Iterator

from lexdocs.conventions.calendar import SEC, calendar
from lexdocs.conventions.icma import irregular
from lexdocs.conventions.rolling import Roll
from lexdocs.notation.day_counts import candidates
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.offers.exchange_terms import ExchangeSheet

BY_COUPON_PERIODS = "Act/Act ICMA"


def interest_faults(terms: ExchangeSheet) -> list[str]:
    """A line for each fault: the path of the term, what is wrong, and the remedy."""
    return [*_unnamed(terms), *_periods(terms), *_default(terms), *_overdue(terms), *_payments(terms)]


def _unnamed(terms: ExchangeSheet) -> Iterator[str]:
    """Interest without a day count, where the day count alone is missing: no convention is taken for granted."""
    consummation, payment = terms.offer.consummation_date, terms.holdouts.payment_date
    fixed = {
        "old_notes.day_count": terms.old_notes.day_count is None and (consummation or payment),
        "new_notes.day_count": terms.new_notes.day_count is None and consummation,
    }
    for path, date in fixed.items():
        if date:
            yield f"{path}: interest is calculated and no day count is named; write {candidates()}"


def _periods(terms: ExchangeSheet) -> Iterator[str]:
    """Day counts by coupon periods, and payment days that make none."""
    old, new = terms.old_notes, terms.new_notes
    if old.day_count == BY_COUPON_PERIODS:
        if not old.payment_days:
            what = f"{BY_COUPON_PERIODS} counts by coupon periods, and the terms name none"
            yield f"old_notes.day_count: {what}; write old_notes.payment_days"
        elif fault := irregular(old.payment_days):
            yield f"old_notes.payment_days: {fault}, as {BY_COUPON_PERIODS} needs them; correct one of the two"
    if new.day_count == BY_COUPON_PERIODS and new.payment_days and (fault := irregular(new.payment_days)):
        yield f"new_notes.payment_days: {fault}, as {BY_COUPON_PERIODS} needs them; correct one of the two"


def _default(terms: ExchangeSheet) -> Iterator[str]:
    """A margin without its date, a date without its margin."""
    margin, since = terms.old_notes.default_margin, terms.old_notes.default_from
    if margin is not None and since is None:
        yield "old_notes.default_from: is missing, and there is a margin; write the date from which it runs"
    if margin is None and since is not None:
        yield "old_notes.default_margin: is missing, and there is a date; write the rate that comes on top, like 2%"


def _overdue(terms: ExchangeSheet) -> Iterator[str]:
    """Interest on overdue interest compounds on payment days, which must be named."""
    if terms.old_notes.interest_on_overdue and not terms.old_notes.payment_days:
        what = "overdue interest bears interest from its payment days, and the terms name none"
        yield f"old_notes.interest_on_overdue: {what}; write old_notes.payment_days"


def _payments(terms: ExchangeSheet) -> Iterator[str]:
    """Payment days that are moved by nothing, and first payment dates that cannot be first."""
    path, new, consummation = "new_notes.payments", terms.new_notes, terms.offer.consummation_date
    said = new.payments
    if said.adjusted and said.roll in (None, Roll.NONE):
        yield f"{path}.adjusted: interest is to run to the day of payment, and no day is moved; write {path}.roll"
    if said.first is not None:
        first = write(said.first, Unit.DATE)
        if said.long_first:
            yield f"{path}.long_first: {path}.first says already when the first period ends; leave one of the two out"
        if said.first > new.maturity:
            yield f"{path}.first: {first} comes after new_notes.maturity; correct one of the two"
        elif consummation is not None and said.first <= consummation:
            yield f"{path}.first: {first} does not come after offer.consummation_date; correct one of the two"
    held = calendar(terms.calendar.business_days) if terms.calendar.business_days else SEC
    if said.roll not in (None, Roll.NONE) and new.maturity.year >= held.last_year:
        known = f"the holidays of {held.name} are known to {held.last_year}"
        yield f"{path}.roll: {known}, and new_notes.maturity comes later; leave the convention out"
