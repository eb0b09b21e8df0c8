"""What would leave the figures of an exchange offer without meaning: amounts of nothing, dates out of order."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.conventions.clock import comes_after
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.offers.accreted_value_faults import accreted_value_faults
from lexdocs.offers.capitalization_faults import capitalization_faults
from lexdocs.offers.delivery_faults import delivery_faults, withdrawal_faults
from lexdocs.offers.exchange_terms import ExchangeSheet
from lexdocs.offers.interest_faults import interest_faults
from lexdocs.offers.paid_in_kind_faults import paid_in_kind_faults


def faults(terms: ExchangeSheet) -> list[str]:
    """A line for each fault: the path of the term, what is wrong, and the remedy."""
    return [
        *_amounts(terms),
        *_dates(terms),
        *_steps(terms),
        *interest_faults(terms),
        *accreted_value_faults(terms),
        *paid_in_kind_faults(terms),
        *capitalization_faults(terms.capitalization),
    ]


def _amounts(terms: ExchangeSheet) -> list[str]:
    positive: dict[str, Fraction | int] = {
        "old_notes.outstanding": terms.old_notes.outstanding,
        "old_notes.denomination": terms.old_notes.denomination,
        "warrants.shares_outstanding": terms.warrants.shares_outstanding,
        "warrants.shares_per_warrant": terms.warrants.shares_per_warrant,
        "warrants.exercise_price": terms.warrants.exercise_price,
    }
    if terms.new_notes.increments.amount is not None:
        positive["new_notes.increments.amount"] = terms.new_notes.increments.amount
    faults = [
        f"{path}: must be more than nothing; correct the amount" for path, value in positive.items() if value <= 0
    ]
    if terms.participation_fee.amount <= 0:
        what = "participation_fee.amount: a fee of nothing is none"
        faults.append(f"{what}; correct the amount, or write the offer as one of the kind series_exchange")
    faults += delivery_faults(terms.offer.guaranteed_delivery, terms.offer.delivery_counted_in)
    faults += withdrawal_faults(terms.offer.withdrawable, terms.offer.withdrawal_deadline)
    if terms.offer.minimum_tender > 1:
        faults.append("offer.minimum_tender: more than all of the notes cannot be tendered; write at most the whole")
    if terms.support and terms.support.percentage > 1:
        faults.append("support.percentage: holders cannot hold more than all of the notes; write at most the whole")
    if not terms.participation_fee.installments:
        faults.append("participation_fee.installments: there is none; write at least one, with its share")
    if not terms.new_notes.payment_days:
        faults.append("new_notes.payment_days: there is none; write at least one day of the year")
    return faults


_LONGEST = 100


def _dates(terms: ExchangeSheet) -> list[str]:
    """Dates that cannot follow one another as written."""
    old, new, offer, fixed = terms.old_notes, terms.new_notes, terms.offer, terms.offer.consummation_date
    pairs = [
        ("offer.record_date", offer.record_date, "offer.expiration", offer.expiration.date),
        ("offer.expiration", offer.expiration.date, "new_notes.maturity", new.maturity),
        ("old_notes.interest_paid_to", old.interest_paid_to, "new_notes.maturity", new.maturity),
    ]
    if fixed is not None:
        pairs += [
            ("old_notes.interest_paid_to", old.interest_paid_to, "offer.consummation_date", fixed),
            ("offer.consummation_date", fixed, "new_notes.maturity", new.maturity),
        ]
    until, late = offer.withdrawal_deadline, list[str]()
    if until is not None:
        pairs.append(("offer.withdrawal_deadline", until.date, "offer.expiration", offer.expiration.date))
        if until.date == offer.expiration.date and comes_after(until, offer.expiration):
            said, ends = write(until, Unit.MOMENT), write(offer.expiration, Unit.MOMENT)
            late = [f"offer.withdrawal_deadline: {said} comes after the expiration, {ends}; correct one of the two"]
    if terms.holdouts.payment_date is not None:
        paid = terms.holdouts.payment_date
        pairs.append(("old_notes.interest_paid_to", old.interest_paid_to, "holdouts.payment_date", paid))
    if new.maturity.year - offer.expiration.date.year > _LONGEST:
        return [f"new_notes.maturity: {write(new.maturity, Unit.DATE)} is more than a lifetime away; correct the year"]
    return late + [
        f"{later}: {write(second, Unit.DATE)} comes before {earlier}, {write(first, Unit.DATE)}; correct one of the two"
        for earlier, first, later, second in pairs
        if second < first
    ]


def _steps(terms: ExchangeSheet) -> list[str]:
    steps = terms.new_notes.steps
    if not steps:
        return ["new_notes.steps: there is none; write at least one rate"]
    faults = []
    for index, step in enumerate(steps[:-1]):
        if step.through is None:
            faults.append(
                f"new_notes.steps[{index}].through: only the last rate may run on; write the date to which it runs"
            )
    dated = [step.through for step in steps if step.through]
    if dated != sorted(set(dated)):
        faults.append("new_notes.steps: the dates do not follow one another; put the steps in order")
    if steps[-1].through is not None and steps[-1].through < terms.new_notes.maturity:
        faults.append(
            f"new_notes.steps[{len(steps) - 1}].through: no rate runs from here to maturity; leave the date out"
        )
    return faults
