"""One holding: what was tendered and accepted, what the holder receives for it, and what the holder keeps."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import (
    Count,
    Flag,
    Money,
    Number,
    Rounding,
)


@rule(per="holding")
def accepted_principal(valid_principal: Money, offer_is_terminated: Flag) -> Money:
    """Principal accepted for exchange: all that is validly tendered, for the offer has no cap; nothing if it was ended.

    >>> accepted_principal(Fraction(60_000), False)
    Fraction(60000, 1)
    >>> accepted_principal(Fraction(60_000), True)
    Fraction(0, 1)
    """
    return Fraction(0) if offer_is_terminated else valid_principal


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT), cite="interest of each holder is rounded to the cent")
def holder_interest(accepted_principal: Money, accrued_interest_per_denomination: Money, denomination: Money) -> Money:
    """Interest accrued at consummation on the principal accepted.

    >>> holder_interest(Fraction(60_000), Fraction(200), Fraction(5_000))
    Fraction(2400, 1)
    """
    return accepted_principal * accrued_interest_per_denomination / denomination


@rule(per="holding")
def new_notes_entitlement(holder_claim: Money, holder_interest: Money) -> Money:
    """New notes to which the principal accepted and its interest entitle.

    >>> new_notes_entitlement(Fraction(60_000), Fraction(2_400))
    Fraction(62400, 1)
    """
    return holder_claim + holder_interest


@rule(per="holding", round=Round(Rounding.DOWN, to="new_notes_increment"))
def new_notes_issued(new_notes_entitlement: Money) -> Money:
    """New notes issued to the holder, in whole increments.

    >>> new_notes_issued(Fraction(62_400))  # 62,000 once it is rounded down to increments of 500
    Fraction(62400, 1)
    """
    return new_notes_entitlement


@rule(per="holding")
def new_notes_from_principal(holder_claim: Money, new_notes_increment: Money) -> Money:
    """Part of the new notes issued that stands for principal, or for accreted value.

    >>> new_notes_from_principal(Fraction(60_400), Fraction(500))
    Fraction(60000, 1)
    """
    return round_to(holder_claim, Rounding.DOWN, new_notes_increment)


@rule(per="holding")
def new_notes_from_interest(new_notes_issued: Money, new_notes_from_principal: Money) -> Money:
    """Part of the new notes issued that stands for interest.

    >>> new_notes_from_interest(Fraction(62_000), Fraction(60_000))
    Fraction(2000, 1)
    """
    return new_notes_issued - new_notes_from_principal


@rule(per="holding")
def new_notes_fraction(new_notes_entitlement: Money, new_notes_issued: Money) -> Money:
    """Rest of the entitlement below an increment.

    >>> new_notes_fraction(Fraction(62_400), Fraction(62_000))
    Fraction(400, 1)
    """
    return new_notes_entitlement - new_notes_issued


@rule(per="holding")
def cash_in_lieu(new_notes_fraction: Money, cash_in_lieu_applies: Flag) -> Money:
    """Cash paid instead of the rest below an increment.

    >>> cash_in_lieu(Fraction(400), True)
    Fraction(400, 1)
    """
    return new_notes_fraction if cash_in_lieu_applies else Fraction(0)


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT))
def holder_fee(accepted_principal: Money, denomination: Money, participation_fee: Money) -> Money:
    """Participation fee of the holding, all installments together.

    >>> holder_fee(Fraction(60_000), Fraction(5_000), Fraction(40))
    Fraction(480, 1)
    """
    return accepted_principal / denomination * participation_fee


@rule(per="holding")
def holder_warrants_exact(accepted_principal: Money, denomination: Money, warrants_per_denomination: Number) -> Number:
    """Shares under warrants of the holding before rounding.

    >>> holder_warrants_exact(Fraction(65_000), Fraction(5_000), Fraction("2.5"))  # 13 times 2.5
    Fraction(65, 2)
    """
    return accepted_principal / denomination * warrants_per_denomination


@rule(per="holding", round=Round("warrant_rounding_holder", to="shares_per_warrant"))
def holder_warrants(holder_warrants_exact: Number) -> Count:
    """Shares under warrants issued to the holder, rounded to those of whole warrants.

    >>> holder_warrants(Fraction("32.5"))  # 33 or 32 once it is rounded as the terms say
    Fraction(65, 2)
    """
    return holder_warrants_exact  # type: ignore[return-value]  # a count once it is rounded


@rule(per="holding")
def holder_number_of_warrants(holder_warrants: Count, shares_per_warrant: Count) -> Count:
    """Warrants issued to the holder.

    >>> holder_number_of_warrants(32, 4)
    8
    """
    return holder_warrants // shares_per_warrant


@rule(per="holding")
def holder_warrants_rounded(holder_warrants_exact: Number, holder_warrants: Number) -> Flag:
    """Whether the warrants of the holding were rounded.

    >>> holder_warrants_rounded(Fraction("32.5"), Fraction(33))
    True
    """
    return holder_warrants_exact != holder_warrants


@rule(per="holding")
def holder_cash_gross(
    cash_in_lieu: Money, holder_installment: Each[Money], installment_at_consummation: Each[Flag]
) -> Money:
    """Cash due when the offer is consummated: the installment of that day, and cash for the rest below an increment.

    >>> installments = {"consummation": Fraction(120), "2012-12-15": Fraction(360)}
    >>> holder_cash_gross(Fraction(400), installments, {"consummation": True, "2012-12-15": False})
    Fraction(520, 1)
    """
    due = (amount for label, amount in holder_installment.items() if installment_at_consummation[label])
    return sum(due, cash_in_lieu)


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT))
def retained_interest(
    retained_principal: Money, holdout_interest_per_denomination: Money, denomination: Money
) -> Money:
    """Interest on the principal kept, to the date on which holders who do not tender are paid.

    >>> retained_interest(Fraction(40_000), Fraction(200), Fraction(5_000))
    Fraction(1600, 1)
    """
    return retained_principal * holdout_interest_per_denomination / denomination


@rule(per="holding")
def retained_payment(retained_claim: Money, retained_interest: Money) -> Money:
    """Principal kept and its interest, when holders who do not tender are paid.

    >>> retained_payment(Fraction(40_000), Fraction(1_600))
    Fraction(41600, 1)
    """
    return retained_claim + retained_interest
