"""One holding in any offer: what was tendered, accepted, returned and kept, and what is withheld from its cash."""

from __future__ import annotations

from lexdocs.figures.rule import CENT, Round, rule
from lexdocs.notation.units import Flag, Money, Percentage, Rounding


@rule(per="holding")
def valid_principal(tendered_principal: Money, withdrawn_principal: Money) -> Money:
    """Principal validly tendered and not withdrawn.

    >>> from fractions import Fraction
    >>> valid_principal(Fraction(80_000), Fraction(20_000))
    Fraction(60000, 1)
    """
    return tendered_principal - withdrawn_principal


@rule(per="holding")
def returned_principal(valid_principal: Money, accepted_principal: Money) -> Money:
    """Principal validly tendered that is not accepted and goes back to the holder.

    >>> from fractions import Fraction
    >>> returned_principal(Fraction(60_000), Fraction(60_000))
    Fraction(0, 1)
    """
    return valid_principal - accepted_principal


@rule(per="holding")
def retained_principal(held_principal: Money, accepted_principal: Money) -> Money:
    """Principal of old notes that the holder keeps.

    >>> from fractions import Fraction
    >>> retained_principal(Fraction(100_000), Fraction(60_000))
    Fraction(40000, 1)
    """
    return held_principal - accepted_principal


@rule(per="holding")
def holding_tenders(accepted_principal: Money) -> Flag:
    """Whether any of the holding is exchanged.

    >>> from fractions import Fraction
    >>> holding_tenders(Fraction(60_000))
    True
    """
    return accepted_principal > 0


@rule(per="holding")
def holding_retains(retained_principal: Money) -> Flag:
    """Whether any of the holding stays with the holder.

    >>> from fractions import Fraction
    >>> holding_retains(Fraction(40_000))
    True
    """
    return retained_principal > 0


@rule(per="holding")
def holding_is_partial(holding_tenders: Flag, holding_retains: Flag) -> Flag:
    """Whether a part of the holding is exchanged and a part is kept.

    >>> holding_is_partial(True, False)
    False
    """
    return holding_tenders and holding_retains


@rule(per="holding")
def holding_is_withdrawn(tendered_principal: Money, valid_principal: Money) -> Flag:
    """Whether all that was tendered of the holding was withdrawn.

    >>> from fractions import Fraction
    >>> holding_is_withdrawn(Fraction(5_000), Fraction(0)), holding_is_withdrawn(Fraction(0), Fraction(0))
    (True, False)
    """
    return tendered_principal > 0 and valid_principal == 0


@rule(per="holding")
def holding_is_late(refused_late_principal: Money) -> Flag:
    """Whether a tender of the holding came too late to count.

    >>> from fractions import Fraction
    >>> holding_is_late(Fraction(5_000))
    True
    """
    return refused_late_principal > 0


@rule(per="holding")
def holding_is_refused(refused_principal: Money) -> Flag:
    """Whether a tender of the holding does not count, for it came too late or has a defect.

    >>> from fractions import Fraction
    >>> holding_is_refused(Fraction(0))
    False
    """
    return refused_principal > 0


@rule(per="holding")
def holding_is_guaranteed(guaranteed_principal: Money) -> Flag:
    """Whether notes of the holding are still to be delivered that were tendered under a guarantee of delivery.

    >>> from fractions import Fraction
    >>> holding_is_guaranteed(Fraction(5_000))
    True
    """
    return guaranteed_principal > 0


@rule(per="holding")
def withholding_applies(withholding_rate: Percentage) -> Flag:
    """Whether the agent withholds tax from cash due to the holder.

    >>> from fractions import Fraction
    >>> withholding_applies(Fraction("0.25"))
    True
    """
    return withholding_rate > 0


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT))
def holder_withheld(holder_cash_gross: Money, withholding_rate: Percentage) -> Money:
    """Tax withheld by the agent from cash due when the offer is consummated.

    >>> from fractions import Fraction
    >>> holder_withheld(Fraction(520), Fraction("0.25"))
    Fraction(130, 1)
    """
    return holder_cash_gross * withholding_rate


@rule(per="holding")
def holder_cash_net(holder_cash_gross: Money, holder_withheld: Money) -> Money:
    """Cash paid to the holder when the offer is consummated.

    >>> from fractions import Fraction
    >>> holder_cash_net(Fraction(520), Fraction(130))
    Fraction(390, 1)
    """
    return holder_cash_gross - holder_withheld
