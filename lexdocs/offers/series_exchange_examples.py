"""What caps and pools would do to a holder if every one of the old notes were tendered in the same option.

The circular explains proration by it: what comes in is not known yet, and this is the least that a cap or a pool
can let a holder have.
"""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Flag, Money, Number, Percentage, Rounding, Text

_EXAMPLE = "an illustration: a holder of a hundred denominations"
_ALIKE = "as if every one of the old notes were tendered in the option by the early deadline"
_NONE = Fraction(0)
_HUNDRED = 100


@rule(per=("series", "option"))
def notes_taken_per_thousand(new_notes_per_thousand: Each[Money | Pending]) -> Money:
    """New notes of all kinds for each $1,000 tendered in the option by the early deadline.

    >>> notes_taken_per_thousand({"x": Fraction(640), "y": Fraction(100)})
    Fraction(740, 1)
    """
    waiting = next((each for each in new_notes_per_thousand.values() if isinstance(each, Pending)), None)
    if waiting is not None:
        return waiting  # type: ignore[return-value]  # pending itself
    return sum((each for each in new_notes_per_thousand.values() if isinstance(each, Fraction)), _NONE)


@rule(per=("series", "option"))
def cap_taken_per_thousand(
    option_cap_measure: Text | Pending, option_is_open: Flag, price_basis: Money, early_cash: Money,
    notes_taken_per_thousand: Money | Pending,
) -> Money:  # fmt: skip
    """What each $1,000 tendered in the option takes of its cap, in the measure of the cap.

    >>> cap_taken_per_thousand("cash", True, Fraction(1_000), Fraction(450), Fraction(0))
    Fraction(450, 1)
    """
    if not option_is_open:
        return _NONE
    if option_cap_measure == "cash":
        return early_cash
    if option_cap_measure == "new notes":
        return notes_taken_per_thousand  # type: ignore[return-value]  # pending itself where it is
    return price_basis


@rule(per="option", cite=_ALIKE)
def cap_taken_if_all(
    cap_taken_per_thousand: Each[Money], series_outstanding: Each[Money], price_basis: Money
) -> Money:  # fmt: skip
    """What all old notes would take of the cap of the option, in its measure.

    >>> cap_taken_if_all({"a": Fraction(450)}, {"a": Fraction(800_000)}, Fraction(1_000))
    Fraction(360000, 1)
    """
    return sum(
        (taken * series_outstanding[label] / price_basis for label, taken in cap_taken_per_thousand.items()), _NONE
    )


@rule(per="option", cite="the cap over what all would take, at most one")
def least_option_factor(option_cap: Money, cap_taken_if_all: Money) -> Percentage:
    """Part of each tender in the option that its cap lets in if all old notes are tendered there.

    >>> least_option_factor(Fraction(90_000), Fraction(360_000))
    Fraction(1, 4)
    """
    return min(option_cap / cap_taken_if_all, Fraction(1)) if cap_taken_if_all else Fraction(1)


@rule(per="option")
def cap_may_bind(least_option_factor: Percentage) -> Flag:
    """Whether more may be tendered in the option than its cap lets in.

    >>> cap_may_bind(Fraction(1, 4))
    True
    """
    return least_option_factor < 1


@rule(per="option", cite=_ALIKE)
def least_pool_factor(
    pool_amount: Money, early_cash: Each[Money], series_outstanding: Each[Money], price_basis: Money
) -> Percentage:  # fmt: skip
    """Part of the most in cash that the pool of the option reaches if all old notes are tendered there.

    >>> least_pool_factor(Fraction(90_000), {"a": Fraction(450)}, {"a": Fraction(800_000)}, Fraction(1_000))
    Fraction(1, 4)
    """
    due = sum((cash * series_outstanding[label] / price_basis for label, cash in early_cash.items()), _NONE)
    return min(pool_amount / due, Fraction(1)) if due else Fraction(1)


@rule(per="option")
def option_excess_name(option_excess_to: Text, option_name: Each[Text]) -> Text:
    """Name of the option to which the excess of the option goes.

    >>> option_excess_name("notes", {"notes": "Notes Option", "mix": "Mixed Option"})
    'Notes Option'
    """
    return option_name[option_excess_to]


@rule(per="option")
def pool_rest_name(pool_rest_in: Text, new_note_name: Each[Text]) -> Text:
    """Name of the new notes given for cash that the pool of the option does not reach.

    >>> pool_rest_name("income", {"income": "Income Notes"})
    'Income Notes'
    """
    return new_note_name[pool_rest_in]


@rule(per="series", cite=_EXAMPLE)
def example_principal(series_denomination: Money, series_outstanding: Money) -> Money:
    """Principal of a holder whom the circular takes as an example.

    >>> example_principal(Fraction(5_000), Fraction(800_000))
    Fraction(500000, 1)
    """
    return min(_HUNDRED * series_denomination, series_outstanding)


@rule(per=("series", "option"), round=Round(Rounding.DOWN, to="series_multiple"), cite=_EXAMPLE)
def example_accepted(example_principal: Money, least_option_factor: Percentage) -> Money:
    """Principal of the example that the cap lets in, if all old notes are tendered in the option.

    >>> example_accepted(Fraction(500_000), Fraction(1, 4))
    Fraction(125000, 1)
    """
    return example_principal * least_option_factor


@rule(per=("series", "option"))
def example_excess(example_principal: Money, example_accepted: Money) -> Money:
    """Principal of the example that the cap keeps out.

    >>> example_excess(Fraction(500_000), Fraction(125_000))
    Fraction(375000, 1)
    """
    return example_principal - example_accepted


@rule(per=("series", "option"), round=Round(Rounding.HALF_UP, to=CENT), cite=_EXAMPLE)
def example_cash(example_accepted: Money, early_cash: Money, price_basis: Money) -> Money:
    """Cash that the example receives in the option, without interest.

    >>> example_cash(Fraction(125_000), Fraction(450), Fraction(1_000))
    Fraction(56250, 1)
    """
    return example_accepted * early_cash / price_basis


@rule(per=("series", "option"), round=Round(Rounding.DOWN, to=CENT), cite=_EXAMPLE)
def example_pool_cash(
    example_principal: Money, early_cash: Money, least_pool_factor: Percentage, price_basis: Money
) -> Money:  # fmt: skip
    """Cash that the example receives out of the pool, if all old notes are tendered in the option.

    >>> example_pool_cash(Fraction(500_000), Fraction(450), Fraction(1, 4), Fraction(1_000))
    Fraction(56250, 1)
    """
    return example_principal * early_cash * least_pool_factor / price_basis


@rule(per=("series", "option"))
def example_pool_lack(
    example_principal: Money, early_cash: Money, example_pool_cash: Money, price_basis: Money
) -> Money:  # fmt: skip
    """Cash of the example that the pool does not reach.

    >>> example_pool_lack(Fraction(500_000), Fraction(450), Fraction(56_250), Fraction(1_000))
    Fraction(168750, 1)
    """
    return example_principal * early_cash / price_basis - example_pool_cash


@rule(per=("series", "option"), cite=_EXAMPLE)
def example_pool_notes(example_pool_lack: Money, pool_notes_per_dollar: Number) -> Money:
    """New notes that the example is due for cash that the pool does not reach, before they are cut to an increment.

    >>> example_pool_notes(Fraction(168_750), Fraction("1.2"))
    Fraction(202500, 1)
    """
    return example_pool_lack * pool_notes_per_dollar
