"""What caps and settlements a cash tender has, and what of it is final: flags by which words are chosen."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Date, Flag, Money, Text, Time
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
