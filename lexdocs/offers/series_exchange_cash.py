"""What a holding receives in cash: interest, consideration, the fee, and all that is due at consummation."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Flag, Money, Rounding, Text
from lexdocs.offers.series_exchange_sums import on_new_notes

_NONE = Fraction(0)


@rule(per=("holding", "option"))
def option_interest(
    option_accepted: Money, interest_per_thousand: Each[Money], holding_series: Text, price_basis: Money
) -> Money:
    """Interest accrued on the principal accepted in the option and paid, in cash or in new notes, before rounding.

    >>> option_interest(Fraction(7_000), {"a": Fraction(40)}, "a", Fraction(1_000))
    Fraction(280, 1)
    """
    return option_accepted * interest_per_thousand[holding_series] / price_basis


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT), cite="interest of each holder is rounded to the cent")
def holder_interest(option_interest: Each[Money]) -> Money:
    """Interest accrued on the principal accepted and paid, in cash or in new notes.

    >>> holder_interest({"cash": Fraction(280), "mix": Fraction(40)})
    Fraction(320, 1)
    """
    return sum(option_interest.values(), _NONE)


@rule(per=("holding", "option"))
def option_cash_interest(
    option_accepted: Money, cash_interest_per_thousand: Each[Money], holding_series: Text, price_basis: Money
) -> Money:
    """Interest accrued on the principal accepted in the option and paid in cash, before rounding.

    >>> option_cash_interest(Fraction(7_000), {"a": Fraction(40)}, "a", Fraction(1_000))
    Fraction(280, 1)
    """
    return option_accepted * cash_interest_per_thousand[holding_series] / price_basis


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT), cite="interest of each holder is rounded to the cent")
def holder_cash_interest(option_cash_interest: Each[Money]) -> Money:
    """Interest accrued on the principal accepted and paid in cash.

    >>> holder_cash_interest({"cash": Fraction(280), "mix": Fraction(0)})
    Fraction(280, 1)
    """
    return sum(option_cash_interest.values(), _NONE)


@rule(per="holding")
def holder_cash_consideration(option_cash: Each[Money]) -> Money:
    """Cash consideration of the holding for old notes, in all options.

    >>> holder_cash_consideration({"cash": Fraction(2_060), "mix": Fraction(10)})
    Fraction(2070, 1)
    """
    return sum(option_cash.values(), _NONE)


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT))
def holder_cash_on_new_notes(new_notes_issued: Each[Money], new_note_cash: Each[Money], price_basis: Money) -> Money:
    """Cash that comes with the new notes issued to the holder.

    >>> holder_cash_on_new_notes({"x": Fraction(5_000)}, {"x": Fraction(3)}, Fraction(1_000))
    Fraction(15, 1)
    """
    return on_new_notes(new_notes_issued, new_note_cash, price_basis)


@rule(per=("holding", "option"))
def option_fee(
    accepted_early: Money, accepted_late: Money, early_fee: Each[Money], late_fee: Each[Money],
    holding_series: Text, price_basis: Money,
) -> Money:  # fmt: skip
    """Fee on the old notes accepted in the option, before rounding.

    >>> rates = {"a": Fraction(40)}, {"a": Fraction(25)}
    >>> option_fee(Fraction(5_000), Fraction(2_000), *rates, "a", Fraction(1_000))
    Fraction(250, 1)
    """
    early, late = early_fee[holding_series], late_fee[holding_series]
    return (accepted_early * early + accepted_late * late) / price_basis


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT))
def holder_fee(
    option_fee: Each[Money], new_notes_issued: Each[Money], new_note_fee: Each[Money], price_basis: Money
) -> Money:
    """Fee of the holding, on old notes and on the new notes issued, all installments together.

    >>> holder_fee({"mix": Fraction(250)}, {"x": Fraction(5_000)}, {"x": Fraction(20)}, Fraction(1_000))
    Fraction(350, 1)
    """
    return sum(option_fee.values(), on_new_notes(new_notes_issued, new_note_fee, price_basis))


@rule(per="holding")
def holder_cash_in_lieu(cash_in_lieu: Each[Money]) -> Money:
    """Cash paid instead of rests below an increment, of all new notes.

    >>> holder_cash_in_lieu({"x": Fraction(410), "y": Fraction(0)})
    Fraction(410, 1)
    """
    return sum(cash_in_lieu.values(), _NONE)


@rule(per="holding")
def holder_fee_now(holder_installment: Each[Money], installment_at_consummation: Each[Flag]) -> Money:
    """Part of the fee that is paid when the offer is consummated.

    >>> holder_fee_now({"consummation": Fraction(120), "later": Fraction(360)}, {"consummation": True, "later": False})
    Fraction(120, 1)
    """
    return sum((holder_installment[each] for each in holder_installment if installment_at_consummation[each]), _NONE)


@rule(per="holding")
def holder_cash_gross(
    holder_cash_interest: Money, holder_cash_consideration: Money, holder_cash_on_new_notes: Money,
    holder_cash_in_lieu: Money, cash_for_share_fraction: Money, cash_for_warrant_fraction: Money,
    holder_fee_now: Money,
) -> Money:  # fmt: skip
    """Cash due when the offer is consummated.

    >>> holder_cash_gross(*(Fraction(each) for each in (280, 2_070, 15, 410, 2, 0, 120)))
    Fraction(2897, 1)
    """
    fractions = cash_for_share_fraction + cash_for_warrant_fraction + holder_cash_in_lieu
    return holder_cash_interest + holder_cash_consideration + holder_cash_on_new_notes + fractions + holder_fee_now
