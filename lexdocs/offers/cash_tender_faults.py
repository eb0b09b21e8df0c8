"""What would leave the figures of a cash tender without meaning: prices, caps, levels and dates that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lexdocs.conventions.clock import comes_after
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.offers.cash_tender_terms import Measure, ResidueRule, SmallReturns, TenderSeries, TenderSheet
from lexdocs.offers.delivery_faults import delivery_faults, withdrawal_faults
from lexdocs.offers.series import series_faults
from lexdocs.offers.tender_spread_faults import spread_faults


def faults(terms: TenderSheet) -> list[str]:
    """A line for each fault: the path of the term, what is wrong, and the remedy."""
    return [
        *series_faults(terms.series), *_prices(terms), *spread_faults(terms), *_caps(terms), *_rules(terms),
        *_dates(terms),
    ]  # fmt: skip


def _prices(terms: TenderSheet) -> Iterator[str]:
    early = terms.offer.early_deadline is not None
    for index, each in enumerate(terms.series):
        at = f"series[{index}]"
        total = each.total_consideration
        if total is not None and total <= 0:
            yield f"{at}.total_consideration: must be more than nothing; correct the price"
        premium = each.early_premium
        if premium is None:
            continue
        if premium < 0:
            yield f"{at}.early_premium: must not be less than nothing; correct the premium"
        elif total is not None and premium >= total > 0:
            said = write(total, Unit.MONEY)
            yield f"{at}.early_premium: is not less than the total consideration, {said}; correct one of the two"
        if not early:
            yield f"{at}.early_premium: no early deadline earns it; write offer.early_deadline, or leave it out"


def _caps(terms: TenderSheet) -> Iterator[str]:
    offer, capped = terms.offer, [each for each in terms.series if each.cap is not None]
    if offer.cap is not None and offer.cap.amount <= 0:
        yield "offer.cap.amount: a cap of nothing buys nothing; correct the amount, or leave the section out"
    leveled = [each for each in terms.series if each.acceptance_priority is not None]
    for index, each in enumerate(terms.series):
        yield from _level(index, each)
        if leveled and each.acceptance_priority is None:
            what = f"is not written, and {leveled[0].label} has a level"
            yield f"series[{index}].acceptance_priority: {what}; write one for every series, or for none"
        if each.cap is not None and each.cap <= 0:
            yield f"series[{index}].cap: a cap of nothing buys nothing; correct the amount, or leave it out"
    bound = offer.series_caps_bound
    if bound is not None and not capped:
        yield "offer.series_caps_bound: no series has a cap; write series[0].cap, or leave this out"
    if offer.cap is not None and bound not in (None, Measure.PRINCIPAL, offer.cap.bounds):
        what = f"caps of series cannot bound the {bound} while the cap bounds the {offer.cap.bounds}"
        yield f"offer.series_caps_bound: {what}; write principal or {offer.cap.bounds}"


def _level(index: int, series: TenderSeries) -> Iterator[str]:
    level = series.acceptance_priority
    if level is not None and level < 1:
        yield f"series[{index}].acceptance_priority: the first level is 1; write a level from 1 on"


def _rules(terms: TenderSheet) -> Iterator[str]:
    """How tenders are cut, where nothing cuts them or two rules would."""
    offer, rules = terms.offer, terms.offer.proration
    capped = offer.cap is not None or any(each.cap is not None for each in terms.series)
    levels = {each.acceptance_priority for each in terms.series}
    if not capped:
        said = {
            "odd_lots_below": rules.odd_lots_below is not None,
            "small_returns": rules.small_returns is not SmallReturns.PRORATED,
            "residue": rules.residue is not ResidueRule.NONE,
            "early_before_late": rules.early_before_late is not None,
        }
        for name, given in said.items():
            if given:
                yield f"offer.proration.{name}: nothing is prorated without a cap; write offer.cap, or leave it out"
    if offer.cap is None and len(levels) > 1:
        yield "offer.cap: levels of acceptance mean nothing without a cap on all series; write it, or leave them out"
    if rules.early_before_late and offer.early_deadline is None:
        yield "offer.proration.early_before_late: there is no early deadline; write offer.early_deadline"
    if rules.odd_lots_below is not None and rules.odd_lots_below <= 0:
        yield "offer.proration.odd_lots_below: must be more than nothing; correct the amount"
    if rules.residue is ResidueRule.LARGEST_REMAINDER and rules.small_returns is not SmallReturns.PRORATED:
        what = f"a residue cannot be given out while small returns are {rules.small_returns}"
        yield f"offer.proration.residue: {what}; write none, or let small returns be prorated"
    if offer.minimum_tender is not None and not 0 < offer.minimum_tender <= 1:
        yield "offer.minimum_tender: is a part of all notes; write more than nothing and at most the whole"


def _dates(terms: TenderSheet) -> Iterator[str]:
    """Dates that cannot follow one another as written; a settlement before the expiration is a finding."""
    offer = terms.offer
    ends = write(offer.expiration, Unit.MOMENT)
    if offer.early_deadline is not None and comes_after(offer.early_deadline, offer.expiration):
        yield f"offer.early_deadline: comes after the expiration, {ends}; correct one of the two"
    if offer.withdrawal_deadline is not None and comes_after(offer.withdrawal_deadline, offer.expiration):
        yield f"offer.withdrawal_deadline: comes after the expiration, {ends}; correct one of the two"
    yield from delivery_faults(offer.guaranteed_delivery, offer.delivery_counted_in)
    yield from withdrawal_faults(offer.withdrawable, offer.withdrawal_deadline)
    early = offer.early_settlement_date
    if early is not None and offer.early_deadline is None:
        yield "offer.early_settlement_date: there is no early deadline; write offer.early_deadline, or leave it out"
    if early is not None and offer.settles_early is False:
        yield "offer.early_settlement_date: early tenders are not paid before the others; correct one of the two"
    deadline = offer.early_deadline.date if offer.early_deadline is not None else None
    read = offer.price_determination.date if offer.price_determination is not None else None
    days: list[tuple[str, date | None, str, date | None]] = [
        ("offer.price_determination", read, "offer.early_settlement_date", early),
        ("offer.price_determination", read, "offer.settlement_date", offer.settlement_date),
        ("offer.early_deadline", deadline, "offer.early_settlement_date", early),
        ("offer.early_settlement_date", early, "offer.settlement_date", offer.settlement_date),
    ]
    for index, each in enumerate(terms.series):
        paid, at = f"series[{index}].interest_paid_to", f"series[{index}].maturity"
        if each.payments_a_year is None:
            # A coupon that is paid after the early tenders moves this day past theirs; without coupon dates, nothing
            # would tell from when they had their interest.
            days += [(paid, each.interest_paid_to, "offer.early_settlement_date", early)]
        days += [(paid, each.interest_paid_to, "offer.settlement_date", offer.settlement_date)]
        days += [("offer.expiration", offer.expiration.date, at, each.maturity)]
        days += [("offer.settlement_date", offer.settlement_date, at, each.maturity)]
    for before, first, after, second in days:
        if first is not None and second is not None and second < first:
            yield _disorder(before, first, after, second)


def _disorder(earlier: str, first: date, later: str, second: date) -> str:
    said, against = write(second, Unit.DATE), write(first, Unit.DATE)
    return f"{later}: {said} comes before {earlier}, {against}; correct one of the two"
