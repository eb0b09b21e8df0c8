"""What caps and settlements a cash tender has, and what of it is final: flags by which words are chosen."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Date, Flag, Money, Percentage, Text, Time
from lexdocs.offers.tender_cut import ACCEPTED, PRORATED
from lexdocs.offers.tender_prices import CONSIDERATION, PRINCIPAL


@rule()
def has_conditions(condition_text: Each[Text]) -> Flag:
    """Whether the offer has conditions beside the minimum tender.

    >>> has_conditions({})
    False
    """
    return len(condition_text) > 0


@rule()
def has_minimum(minimum_tender: Percentage | Pending) -> Flag:
    """Whether the offer depends on the tender of a minimum.

    >>> has_minimum(Fraction(1, 2)), has_minimum(Pending("minimum_tender", (), "", "", ()))
    (True, False)
    """
    return not isinstance(minimum_tender, Pending)


@rule()
def has_series_caps(series_cap: Each[Money | Pending]) -> Flag:
    """Whether any series has a cap of its own.

    >>> from fractions import Fraction
    >>> has_series_caps({"a": Fraction(5_000), "b": Pending("series_cap", (), "", "", ())})
    True
    """
    return any(not isinstance(each, Pending) for each in series_cap.values())


@rule()
def buys_any_and_all(has_cap: Flag, has_series_caps: Flag) -> Flag:
    """Whether all that is validly tendered is bought, for no cap bounds it.

    >>> buys_any_and_all(False, True)
    False
    """
    return not has_cap and not has_series_caps


@rule()
def has_levels(acceptance_priority: Each[Count]) -> Flag:
    """Whether some series are accepted before others.

    >>> has_levels({"a": 1, "b": 1})
    False
    """
    return len({*acceptance_priority.values()}) > 1


@rule()
def early_acceptance_is_final(
    settles_early: Flag, early_deadline_has_passed: Flag, early_before_late: Flag, buys_any_and_all: Flag
) -> Flag:
    """Whether early tenders are accepted and paid for before the offer expires, however much is tendered later.

    They are where they are paid early, and either no cap bounds them or they come before all late ones.

    >>> early_acceptance_is_final(True, True, True, False)
    True
    """
    return settles_early and early_deadline_has_passed and (early_before_late or buys_any_and_all)


@rule()
def early_tenders_are_paid(settles_early: Flag, early_settlement_date: Date | Pending, as_of: Time) -> Flag:
    """Whether the day on which early tenders are paid before the others has come.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> early_tenders_are_paid(True, datetime.date(2012, 7, 3), Moment(datetime.date(2012, 7, 6), 9, 0, "Chicago"))
    True
    """
    return settles_early and not isinstance(early_settlement_date, Pending) and early_settlement_date <= as_of.date


@rule()
def early_payment_is_told(early_tenders_are_paid: Flag, event_kind: Each[Text]) -> Flag:
    """Whether the day on which early tenders are paid has come, and an event tells that they have been paid.

    >>> early_payment_is_told(True, {"2012-06-06": "commencement", "2012-06-21": "settlement"})
    True
    >>> early_payment_is_told(True, {"2012-06-06": "commencement", "2012-07-02": "extension"})
    False
    """
    return early_tenders_are_paid and "settlement" in event_kind.values()


@rule()
def total_early_returned(total_early_tendered: Money, total_early_accepted: Money) -> Money:
    """Principal validly tendered by the early deadline that is not accepted.

    >>> from fractions import Fraction
    >>> total_early_returned(Fraction(9_000), Fraction(5_000))
    Fraction(4000, 1)
    """
    return total_early_tendered - total_early_accepted


@rule()
def any_early_is_returned(total_early_returned: Money) -> Flag:
    """Whether anything that was tendered by the early deadline is not accepted.

    >>> from fractions import Fraction
    >>> any_early_is_returned(Fraction(4_000)), any_early_is_returned(Fraction(0))
    (True, False)
    """
    return total_early_returned > 0


@rule()
def total_early_percentage(total_early_tendered: Money, total_outstanding: Money) -> Percentage:
    """Part of all series that was tendered by the early deadline.

    >>> from fractions import Fraction
    >>> total_early_percentage(Fraction(5_000), Fraction(20_000))
    Fraction(1, 4)
    """
    return total_early_tendered / total_outstanding


@rule(per="series")
def series_is_full_early(
    series: Text, early_before_late: Flag, series_cap: Money | Pending, pool_series: Each[Text],
    pool_is_late: Each[Flag], pool_target: Each[Money], pool_tendered: Each[Money],
    pool_target_of_series_cap: Each[Money],
) -> Flag:  # fmt: skip
    """Whether early tenders, which come first, take the whole cap of the series, but for what is cut off them.

    >>> from fractions import Fraction
    >>> of, late, target, asked = {"a": "a"}, {"a": False}, {"a": Fraction(700)}, {"a": Fraction(900)}
    >>> series_is_full_early("a", True, Fraction(700), of, late, target, asked, target)
    True
    """
    if not early_before_late or isinstance(series_cap, Pending):
        return False
    early = [pool for pool, of in pool_series.items() if of == series and not pool_is_late[pool]]
    taken = sum((pool_target_of_series_cap[pool] for pool in early), Fraction(0))
    return taken >= series_cap and any(pool_target[pool] < pool_tendered[pool] for pool in early)


@rule()
def any_late_is_accepted(total_late_accepted: Money) -> Flag:
    """Whether anything that was tendered after the early deadline is accepted.

    >>> from fractions import Fraction
    >>> any_late_is_accepted(Fraction(5_000))
    True
    """
    return total_late_accepted > 0


@rule()
def small_returns_are_accepted(small_returns: Text) -> Flag:
    """Whether a tender of which less than the denomination would be returned is accepted whole.

    >>> small_returns_are_accepted("accepted whole")
    True
    """
    return small_returns == ACCEPTED


@rule()
def small_returns_are_rejected(small_returns: Text) -> Flag:
    """Whether a tender of which less than the denomination would be returned is rejected whole.

    >>> small_returns_are_rejected("prorated")
    False
    """
    return small_returns not in (ACCEPTED, PRORATED)


@rule()
def cap_bounds_interest(cap_measure: Text) -> Flag:
    """Whether caps bound the accrued interest too that is paid with the price.

    >>> cap_bounds_interest("purchase price")
    False
    """
    return cap_measure == CONSIDERATION


@rule()
def cap_is_on_principal(cap_measure: Text) -> Flag:
    """Whether caps bound principal, and not what is paid for it.

    >>> cap_is_on_principal("purchase price")
    False
    """
    return cap_measure == PRINCIPAL
