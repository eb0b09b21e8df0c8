"""Aggregates of an exchange offer for several series, worked out once, and the residue that holders leave.

A residue is the sum over the holders, each rounded, less the aggregate; it belongs to nobody unless the
terms give it away.
"""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Flag, Money, Number, Rounding, Text

_NONE = Fraction(0)

_Amounts = Each[Fraction]


def weighted(early: _Amounts, late: _Amounts, early_rate: _Amounts, late_rate: _Amounts, basis: Fraction) -> Fraction:
    """Early and late principal at their rates for each $1,000, row by row.

    >>> row = {"a": Fraction(5_000)}, {"a": Fraction(2_000)}, {"a": Fraction(40)}, {"a": Fraction(25)}
    >>> weighted(*row, Fraction(1_000))
    Fraction(250, 1)
    """
    return sum((early[row] * early_rate[row] + late[row] * late_rate[row] for row in early), _NONE) / basis


@rule(per="series", round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_interest(
    accepted_early_principal: Each[Money], accepted_late_principal: Each[Money], interest_per_thousand: Each[Money],
    price_basis: Money,
) -> Money:  # fmt: skip
    """Accrued interest on all of the series that is accepted, as far as it is paid.

    >>> early, late, rates = {"mix": Fraction(5_000)}, {"mix": Fraction(2_000)}, {"mix": Fraction(40)}
    >>> aggregate_interest(early, late, rates, Fraction(1_000))
    Fraction(280, 1)
    """
    early, late = accepted_early_principal, accepted_late_principal
    return weighted(early, late, interest_per_thousand, interest_per_thousand, price_basis)


@rule()
def residue_interest(total_interest: Money, aggregate_interest: Each[Money]) -> Money:
    """Aggregate of accrued interest of all series, less that of all holders.

    >>> residue_interest(Fraction("320.01"), {"a": Fraction(280), "b": Fraction(40)})
    Fraction(-1, 100)
    """
    return sum(aggregate_interest.values(), _NONE) - total_interest


@rule(per="option", round=Round("option_cash_rounding", to=CENT))
def aggregate_cash(cash_due: Money, pool_factor: Number) -> Money:
    """Cash consideration for all that is accepted in the option.

    >>> aggregate_cash(Fraction(3_990), Fraction(2, 3))
    Fraction(2660, 1)
    """
    return cash_due * pool_factor


@rule(per="option")
def residue_cash(total_option_cash: Money, aggregate_cash: Money) -> Money:
    """Aggregate of cash in the option, less that of all holders; what is left where all round down.

    >>> residue_cash(Fraction("2659.98"), Fraction(2_660))
    Fraction(1, 50)
    """
    return aggregate_cash - total_option_cash


@rule(per=("option", "new_note"))
def option_notes_accepted(
    accepted_early_principal: Each[Money], accepted_late_principal: Each[Money], new_notes_per_thousand: Each[Money],
    late_new_notes_per_thousand: Each[Money], price_basis: Money,
) -> Money:  # fmt: skip
    """New notes for all that is accepted in the option, with those for interest, without those for lacking cash.

    >>> row = {"a": Fraction(5_000)}, {"a": Fraction(2_000)}, {"a": Fraction(640)}, {"a": Fraction(590)}
    >>> option_notes_accepted(*row, Fraction(1_000))
    Fraction(4380, 1)
    """
    rates = new_notes_per_thousand, late_new_notes_per_thousand
    return weighted(accepted_early_principal, accepted_late_principal, *rates, price_basis)


@rule(per="option")
def notes_for_lacking_cash(
    has_pool: Flag, cash_due: Money, pool_factor: Number, pool_notes_per_dollar: Number | Pending
) -> Money:
    """New notes for all cash that the option's pool does not reach.

    >>> notes_for_lacking_cash(True, Fraction(3_990), Fraction(2, 3), Fraction(1))
    Fraction(1330, 1)
    """
    if not has_pool or isinstance(pool_notes_per_dollar, Pending):
        return _NONE
    return cash_due * (1 - pool_factor) * pool_notes_per_dollar


@rule(per="new_note", round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_new_notes(
    new_note: Text, option_notes_accepted: Each[Money], notes_for_lacking_cash: Each[Money],
    pool_rest_in: Each[Text | Pending],
) -> Money:  # fmt: skip
    """New notes to which all that is accepted entitles.

    >>> rests = {"cash": Fraction(1_330), "mix": Fraction(0)}
    >>> aggregate_new_notes("x", {"cash": Fraction(4_380), "mix": Fraction(0)}, rests, {"cash": "x", "mix": ""})
    Fraction(5710, 1)
    """
    rest = (notes_for_lacking_cash[option] for option in pool_rest_in if pool_rest_in[option] == new_note)
    return sum(rest, sum(option_notes_accepted.values(), _NONE))


@rule(per="new_note")
def total_new_notes_due(total_new_notes: Money, total_new_notes_fraction: Money) -> Money:
    """New notes issued to all holders and their rests, together.

    >>> total_new_notes_due(Fraction(72_000), Fraction(450))
    Fraction(72450, 1)
    """
    return total_new_notes + total_new_notes_fraction


@rule(per="new_note")
def residue_new_notes(total_new_notes_due: Money, aggregate_new_notes: Money) -> Money:
    """Aggregate of new notes, less the new notes and rests of all holders.

    >>> residue_new_notes(Fraction("72450.01"), Fraction(72_450))
    Fraction(-1, 100)
    """
    return aggregate_new_notes - total_new_notes_due


@rule(per="option")
def option_fee_accepted(
    accepted_early_principal: Each[Money], accepted_late_principal: Each[Money], early_fee: Each[Money],
    late_fee: Each[Money], price_basis: Money,
) -> Money:  # fmt: skip
    """Fee on the old notes accepted in the option.

    >>> row = {"a": Fraction(5_000)}, {"a": Fraction(2_000)}, {"a": Fraction(40)}, {"a": Fraction(25)}
    >>> option_fee_accepted(*row, Fraction(1_000))
    Fraction(250, 1)
    """
    return weighted(accepted_early_principal, accepted_late_principal, early_fee, late_fee, price_basis)


@rule(round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_fee(
    option_fee_accepted: Each[Money], aggregate_new_notes: Each[Money], new_note_fee: Each[Money], price_basis: Money
) -> Money:
    """Fee on all that is accepted, on old notes and on the new notes to which they entitle.

    >>> aggregate_fee({"mix": Fraction(250)}, {"x": Fraction(5_000)}, {"x": Fraction(20)}, Fraction(1_000))
    Fraction(350, 1)
    """
    return sum(option_fee_accepted.values(), on_new_notes(aggregate_new_notes, new_note_fee, price_basis))


@rule()
def residue_fee(total_fee: Money, aggregate_fee: Money) -> Money:
    """Aggregate of the fee, less that of all holders; a fee on new notes is not paid on their rests.

    >>> residue_fee(Fraction("349.99"), Fraction(350))
    Fraction(1, 100)
    """
    return aggregate_fee - total_fee


def on_new_notes(issued: _Amounts, rates: _Amounts, basis: Fraction) -> Fraction:
    """What comes with new notes: the sum of each issued times its rate, for each $1,000.

    >>> on_new_notes({"x": Fraction(5_000)}, {"x": Fraction(20)}, Fraction(1_000))
    Fraction(100, 1)
    """
    return sum((issued[label] * rates[label] for label in rates if rates[label]), _NONE) / basis
