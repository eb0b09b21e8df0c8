"""How much of the old notes takes part: all of them, only the minimum, or what the register says."""

from __future__ import annotations

from collections.abc import Sequence

from lexdocs.figures.rule import Round, rows, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Percentage, Rounding

ALL, MINIMUM, ACCEPTED = "all", "minimum", "accepted"


@rows("participation")
def participations() -> Sequence[str]:
    """The cases for which aggregates are worked out.

    >>> participations()
    ('all', 'minimum', 'accepted')
    """
    return (ALL, MINIMUM, ACCEPTED)


@rule()
def outstanding_notes(outstanding: Money, denomination: Money) -> Number:
    """Old notes outstanding, counted in denominations.

    >>> from fractions import Fraction
    >>> outstanding_notes(Fraction(800_000), Fraction(5_000))
    Fraction(160, 1)
    """
    return outstanding / denomination


@rule()
def outstanding_is_whole_notes(outstanding_notes: Number) -> Flag:
    """Whether the principal outstanding is a whole number of notes.

    >>> from fractions import Fraction
    >>> outstanding_is_whole_notes(Fraction(5, 2))
    False
    """
    return outstanding_notes.denominator == 1


@rule(cite="conditions of the offer")
def has_minimum(minimum_tender: Percentage) -> Flag:
    """Whether the offer depends on the tender of a minimum.

    >>> from fractions import Fraction
    >>> has_minimum(Fraction(1, 2))
    True
    """
    return minimum_tender > 0


@rule(round=Round(Rounding.UP), cite="conditions of the offer")
def minimum_tender_notes(outstanding_notes: Number, minimum_tender: Percentage) -> Count:
    """Fewest whole notes whose tender meets the minimum condition.

    >>> from fractions import Fraction
    >>> minimum_tender_notes(Fraction(161), Fraction(1, 2))  # 80.5: 81 notes once it is rounded
    Fraction(161, 2)
    """
    return outstanding_notes * minimum_tender  # type: ignore[return-value]  # a count once it is rounded


@rule(cite="conditions of the offer")
def minimum_tender_principal(minimum_tender_notes: Count, denomination: Money, outstanding: Money) -> Money:
    """Principal whose tender just meets the minimum condition.

    >>> from fractions import Fraction
    >>> minimum_tender_principal(120, Fraction(5_000), Fraction(800_000))
    Fraction(600000, 1)
    """
    return min(minimum_tender_notes * denomination, outstanding)


@rule(cite="conditions of the offer")
def maximum_holdout_principal(outstanding: Money, minimum_tender_principal: Money) -> Money:
    """Principal that remains with holders who do not tender, when the minimum condition is only just met.

    >>> from fractions import Fraction
    >>> maximum_holdout_principal(Fraction(800_000), Fraction(600_000))
    Fraction(200000, 1)
    """
    return outstanding - minimum_tender_principal


@rule()
def support_is_single(supporting_holders: Count) -> Flag:
    """Whether a single holder supports the offer.

    >>> support_is_single(1)
    True
    """
    return supporting_holders == 1


@rule()
def supporting_principal(outstanding: Money, support_percentage: Percentage) -> Money:
    """Principal that the supporting holders hold together, as the stated percentage gives it.

    >>> from fractions import Fraction
    >>> supporting_principal(Fraction(800_000), Fraction(1, 2))
    Fraction(400000, 1)
    """
    return outstanding * support_percentage


@rule(name="participation_principal", row=("participation", ALL))
def principal_if_all_tender(outstanding: Money) -> Money:
    """Principal exchanged if every note is tendered.

    >>> from fractions import Fraction
    >>> principal_if_all_tender(Fraction(800_000))
    Fraction(800000, 1)
    """
    return outstanding


@rule(name="participation_principal", row=("participation", MINIMUM))
def principal_at_minimum(minimum_tender_principal: Money) -> Money:
    """Principal exchanged if the minimum condition is only just met.

    >>> from fractions import Fraction
    >>> principal_at_minimum(Fraction(600_000))
    Fraction(600000, 1)
    """
    return minimum_tender_principal


@rule(name="participation_principal", row=("participation", ACCEPTED))
def principal_accepted(total_accepted: Money) -> Money:
    """Principal exchanged if what the register shows as validly tendered is accepted.

    >>> from fractions import Fraction
    >>> principal_accepted(Fraction(700_000))
    Fraction(700000, 1)
    """
    return total_accepted


@rule(per="participation")
def participation_percentage(participation_principal: Money, outstanding: Money) -> Percentage:
    """Part of the old notes that is exchanged.

    >>> from fractions import Fraction
    >>> participation_percentage(Fraction(600_000), Fraction(800_000))
    Fraction(3, 4)
    """
    return participation_principal / outstanding


@rule(per="participation")
def untendered_principal(outstanding: Money, participation_principal: Money) -> Money:
    """Principal that is not exchanged.

    >>> from fractions import Fraction
    >>> untendered_principal(Fraction(800_000), Fraction(600_000))
    Fraction(200000, 1)
    """
    return outstanding - participation_principal
