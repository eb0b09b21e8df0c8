"""What an exchange offer for several series comes to if all takes part, and if only the minimum does.

Both cases take every tender as made by the early deadline in the main option: the one that is the default, or else
the first. New notes are reckoned in the aggregate, before any holder's are cut to an increment.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rows, rule
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Flag, Money, Percentage, Rounding, Text

ALL, MINIMUM = "all", "minimum"
_NONE = Fraction(0)
_CITE = "every tender made by the early deadline, in the main option"


@rows("participation")
def participations() -> Sequence[str]:
    """The cases for which aggregates are worked out before anything is tendered.

    >>> participations()
    ('all', 'minimum')
    """
    return (ALL, MINIMUM)


@rule()
def main_option(option_is_default: Each[Flag]) -> Text:
    """Label of the default option, or else of the first.

    >>> main_option({"cash": False, "exchange": True})
    'exchange'
    """
    return next((label for label, default in option_is_default.items() if default), next(iter(option_is_default)))


@rule()
def main_option_name(main_option: Text, option_name: Each[Text]) -> Text:
    """Name of the main option.

    >>> main_option_name("exchange", {"exchange": "Exchange Option"})
    'Exchange Option'
    """
    return option_name[main_option]


@rule(per="series")
def series_minimum_is_all(series_minimum_tender: Percentage) -> Flag:
    """Whether all of the series must be tendered.

    >>> series_minimum_is_all(Fraction(9, 10))
    False
    """
    return series_minimum_tender >= 1


@rule()
def has_minimum(minimum_tender: Percentage | Pending, series_minimum_tender: Each[Percentage | Pending]) -> Flag:
    """Whether the offer depends on the tender of a minimum, of all series together or of any of them.

    >>> has_minimum(Fraction(1, 2), {})
    True
    """
    return any(not isinstance(each, Pending) for each in (minimum_tender, *series_minimum_tender.values()))


@rule()
def has_several_minimums(
    minimum_tender: Percentage | Pending, series_minimum_tender: Each[Percentage | Pending]
) -> Flag:  # fmt: skip
    """Whether the offer depends on more than one minimum, of all series together or of any of them.

    >>> has_several_minimums(Fraction(1, 2), {}), has_several_minimums(Fraction(1, 2), {"a": Fraction(3, 5)})
    (False, True)
    """
    return sum(not isinstance(each, Pending) for each in (minimum_tender, *series_minimum_tender.values())) > 1


@rule(per="series", cite="conditions of the offer")
def series_least_part(minimum_tender: Percentage | Pending, series_minimum_tender: Percentage | Pending) -> Percentage:
    """Part of the series that is tendered where each is tendered alike and the minimum is only just met.

    >>> series_least_part(Fraction(1, 2), Fraction(3, 5))
    Fraction(3, 5)
    """
    return max((each for each in (minimum_tender, series_minimum_tender) if isinstance(each, Fraction)), default=_NONE)


@rule(round=Round(Rounding.UP, to=CENT), cite="conditions of the offer")
def minimum_principal(total_outstanding: Money, minimum_tender: Percentage) -> Money:
    """Principal of all series together whose tender meets the minimum.

    >>> minimum_principal(Fraction(800_000), Fraction(3, 4))
    Fraction(600000, 1)
    """
    return total_outstanding * minimum_tender


@rule(per="series", round=Round(Rounding.UP, to=CENT), cite="conditions of the offer")
def series_minimum_principal(series_outstanding: Money, series_minimum_tender: Percentage) -> Money:
    """Principal of the series whose tender meets its minimum.

    >>> series_minimum_principal(Fraction(800_000), Fraction(3, 4))
    Fraction(600000, 1)
    """
    return series_outstanding * series_minimum_tender


@rule(per=("participation", "series"), cite=_CITE)
def participation_principal(
    participation: Text, series_outstanding: Money, series_least_part: Percentage, series_multiple: Money
) -> Money:
    """Principal of the series exchanged; at the minimum, the least in whole multiples that meets it.

    >>> participation_principal("minimum", Fraction(800_000), Fraction("0.753"), Fraction(5_000))
    Fraction(605000, 1)
    """
    if participation == ALL:
        return series_outstanding
    return min(round_to(series_outstanding * series_least_part, Rounding.UP, series_multiple), series_outstanding)


@rule(per="participation")
def participation_total(participation_principal: Each[Money]) -> Money:
    """Principal of all series exchanged.

    >>> participation_total({"a": Fraction(605_000), "b": Fraction(200_000)})
    Fraction(805000, 1)
    """
    return sum(participation_principal.values(), _NONE)


@rule(per=("participation", "series"))
def participation_remaining(series_outstanding: Money, participation_principal: Money) -> Money:
    """Principal of the series that remains outstanding.

    >>> participation_remaining(Fraction(800_000), Fraction(605_000))
    Fraction(195000, 1)
    """
    return series_outstanding - participation_principal


@rule(per="participation")
def participation_remaining_total(participation_remaining: Each[Money]) -> Money:
    """Principal of all series that remains outstanding.

    >>> participation_remaining_total({"a": Fraction(195_000), "b": Fraction(0)})
    Fraction(195000, 1)
    """
    return sum(participation_remaining.values(), _NONE)


@rule(per=("series", "new_note"))
def main_new_notes(main_option: Text, new_notes_per_thousand: Each[Money | Pending]) -> Money:
    """New notes for each $1,000 of the series in the main option, with those for accrued interest.

    >>> main_new_notes("exchange", {"exchange": Fraction(640), "cash": Fraction(0)})
    Fraction(640, 1)
    """
    return new_notes_per_thousand[main_option]  # type: ignore[return-value]  # pending itself where it is


@rule(per="series")
def main_cash(main_option: Text, early_cash: Each[Money]) -> Money:
    """Cash for each $1,000 of the series in the main option.

    >>> main_cash("exchange", {"exchange": Fraction(20), "cash": Fraction(450)})
    Fraction(20, 1)
    """
    return early_cash[main_option]


@rule(per="series")
def main_fee(main_option: Text, fee_per_thousand: Each[Money | Pending]) -> Money:
    """Fee for each $1,000 of the series in the main option, on old notes and on new.

    >>> main_fee("exchange", {"exchange": Fraction(15), "cash": Fraction(0)})
    Fraction(15, 1)
    """
    return fee_per_thousand[main_option]  # type: ignore[return-value]  # pending itself where it is


@rule(per="series")
def main_cash_interest(main_option: Text, cash_interest_per_thousand: Each[Money | Pending]) -> Money:
    """Accrued interest paid in cash for each $1,000 of the series in the main option.

    >>> main_cash_interest("exchange", {"exchange": Fraction(25), "cash": Fraction(25)})
    Fraction(25, 1)
    """
    return cash_interest_per_thousand[main_option]  # type: ignore[return-value]  # pending itself where it is


@rule(per=("participation", "new_note"), round=Round(Rounding.HALF_UP, to=CENT), cite=_CITE)
def participation_new_notes(
    participation_principal: Each[Money], main_new_notes: Each[Money], price_basis: Money
) -> Money:  # fmt: skip
    """New notes issued.

    >>> participation_new_notes({"a": Fraction(605_000)}, {"a": Fraction(640)}, Fraction(1_000))
    Fraction(387200, 1)
    """
    return _weighted(participation_principal, main_new_notes, price_basis)


@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT), cite=_CITE)
def participation_cash(participation_principal: Each[Money], main_cash: Each[Money], price_basis: Money) -> Money:
    """Cash consideration paid, without interest and fee.

    >>> participation_cash({"a": Fraction(605_000)}, {"a": Fraction(20)}, Fraction(1_000))
    Fraction(12100, 1)
    """
    return _weighted(participation_principal, main_cash, price_basis)


@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT), cite=_CITE)
def participation_fee_paid(participation_principal: Each[Money], main_fee: Each[Money], price_basis: Money) -> Money:
    """Fee paid, all installments together.

    >>> participation_fee_paid({"a": Fraction(605_000)}, {"a": Fraction(15)}, Fraction(1_000))
    Fraction(9075, 1)
    """
    return _weighted(participation_principal, main_fee, price_basis)


@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT), cite=_CITE)
def participation_interest(
    participation_principal: Each[Money], main_cash_interest: Each[Money], price_basis: Money
) -> Money:  # fmt: skip
    """Accrued interest on old notes exchanged that is paid in cash.

    >>> participation_interest({"a": Fraction(605_000)}, {"a": Fraction(25)}, Fraction(1_000))
    Fraction(15125, 1)
    """
    return _weighted(participation_principal, main_cash_interest, price_basis)


@rule(per="participation")
def participation_cash_total(
    participation_cash: Money, participation_fee_paid: Money, participation_interest: Money
) -> Money:  # fmt: skip
    """Cash that the company pays: consideration, fee and accrued interest.

    >>> participation_cash_total(Fraction(12_100), Fraction(9_075), Fraction(15_125))
    Fraction(36300, 1)
    """
    return participation_cash + participation_fee_paid + participation_interest


def _weighted(principal: Each[Money], amounts: Each[Money], price_basis: Money) -> Fraction:
    return sum((principal[label] * amounts[label] / price_basis for label in principal), _NONE)
