"""What a holding receives in notes, shares and warrants, and what becomes of fractions."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Rounding, Text
from lexdocs.offers.series_exchange_sums import on_new_notes

_NONE = Fraction(0)


@rule(per=("holding", "option"), cite="parts of a cent that rounding leaves are no cash that the pool does not reach")
def option_cash_unreached(
    option_cash_due: Money, pool_factor: Number, has_pool: Flag, pool_notes_per_dollar: Number | Pending
) -> Money:
    """New notes for the cash of the option that its pool does not reach; nothing where it reaches all.

    >>> option_cash_unreached(Fraction(3_090), Fraction(2, 3), True, Fraction(1))
    Fraction(1030, 1)
    """
    if not has_pool or isinstance(pool_notes_per_dollar, Pending):
        return _NONE
    return option_cash_due * (1 - pool_factor) * pool_notes_per_dollar


@rule(per=("holding", "option", "new_note"))
def option_new_notes(
    accepted_early: Money, accepted_late: Money, new_notes_per_thousand: Each[Money],
    late_new_notes_per_thousand: Each[Money], holding_series: Text, price_basis: Money,
    option_cash_unreached: Money, pool_rest_in: Text | Pending, new_note: Text,
) -> Money:  # fmt: skip
    """New notes to which the principal accepted in the option entitles, with those for interest and for lacking cash.

    >>> rates = {"a": Fraction(640)}, {"a": Fraction(590)}
    >>> option_new_notes(Fraction(5_000), Fraction(2_000), *rates, "a", Fraction(1_000), Fraction(1_030), "x", "x")
    Fraction(5410, 1)
    """
    early, late = new_notes_per_thousand[holding_series], late_new_notes_per_thousand[holding_series]
    rest = option_cash_unreached if pool_rest_in == new_note else _NONE
    return (accepted_early * early + accepted_late * late) / price_basis + rest


@rule(per=("holding", "new_note"))
def new_notes_entitlement(option_new_notes: Each[Money]) -> Money:
    """New notes to which the holding is entitled, in all options and before rounding.

    >>> new_notes_entitlement({"cash": Fraction(5_410), "mix": Fraction("90.50")})
    Fraction(11001, 2)
    """
    return sum(option_new_notes.values(), _NONE)


@rule(per=("holding", "new_note"), round=Round("new_note_rounding", to="new_note_increment"))
def new_notes_issued(new_notes_entitlement: Money) -> Money:
    """New notes issued to the holder, in whole increments.

    >>> new_notes_issued(Fraction("5500.50"))  # 5,000 once it is rounded down to increments of 1,000
    Fraction(11001, 2)
    """
    return new_notes_entitlement


@rule(per="new_note")
def new_notes_are_rounded_up(new_note_rounding: Rounding) -> Flag:
    """Whether an entitlement that is no whole increment is rounded up, so that the rest is less than nothing.

    >>> new_notes_are_rounded_up(Rounding.UP)
    True
    """
    return new_note_rounding is Rounding.UP


@rule(per=("holding", "new_note"))
def new_notes_fraction(new_notes_entitlement: Money, new_notes_issued: Money) -> Money:
    """Rest of the entitlement below an increment; less than nothing where the entitlement is rounded up.

    >>> new_notes_fraction(Fraction("5500.50"), Fraction(5_000))
    Fraction(1001, 2)
    """
    return new_notes_entitlement - new_notes_issued


@rule(per=("holding", "new_note"), round=Round(Rounding.HALF_UP, to=CENT))
def cash_in_lieu(new_notes_fraction: Money, new_note_rest: Text) -> Money:
    """Cash paid instead of the rest below an increment.

    >>> cash_in_lieu(Fraction("500.50"), "cash")
    Fraction(1001, 2)
    """
    return max(new_notes_fraction, _NONE) if new_note_rest == "cash" else _NONE


@rule(per=("holding", "option"))
def option_shares(
    accepted_early: Money, accepted_late: Money, early_shares: Each[Number], late_shares: Each[Number],
    holding_series: Text, price_basis: Money,
) -> Number:  # fmt: skip
    """Shares for the principal accepted in the option, before rounding.

    >>> rates = {"a": Fraction("12.5")}, {"a": Fraction(10)}
    >>> option_shares(Fraction(5_000), Fraction(2_000), *rates, "a", Fraction(1_000))
    Fraction(165, 2)
    """
    early, late = early_shares[holding_series], late_shares[holding_series]
    return (accepted_early * early + accepted_late * late) / price_basis


@rule(per="holding")
def holder_shares_exact(
    option_shares: Each[Number], new_notes_issued: Each[Money], new_note_shares: Each[Number], price_basis: Money
) -> Number:
    """Shares of the holding before rounding, for old notes and for new.

    >>> holder_shares_exact({"mix": Fraction("82.5")}, {"x": Fraction(5_000)}, {"x": Fraction(2)}, Fraction(1_000))
    Fraction(185, 2)
    """
    return sum(option_shares.values(), on_new_notes(new_notes_issued, new_note_shares, price_basis))


@rule(per="holding", round=Round("share_rounding"))
def holder_shares(holder_shares_exact: Number) -> Count:
    """Shares issued to the holder.

    >>> holder_shares(Fraction("92.5"))  # 93 or 92 once it is rounded as the terms say
    Fraction(185, 2)
    """
    return holder_shares_exact  # type: ignore[return-value]  # a count once it is rounded


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT))
def cash_for_share_fraction(holder_shares_exact: Number, holder_shares: Number, cash_for_share: Money) -> Money:
    """Cash paid instead of a fraction of a share.

    >>> cash_for_share_fraction(Fraction("92.5"), Fraction(92), Fraction("4.20"))
    Fraction(21, 10)
    """
    return (holder_shares_exact - holder_shares) * cash_for_share


@rule(per=("holding", "option"))
def option_warrants(
    accepted_early: Money, accepted_late: Money, early_warrants: Each[Number], late_warrants: Each[Number],
    holding_series: Text, price_basis: Money,
) -> Number:  # fmt: skip
    """Warrants for the principal accepted in the option, before rounding.

    >>> rates = {"a": Fraction("7.5")}, {"a": Fraction(5)}
    >>> option_warrants(Fraction(5_000), Fraction(2_000), *rates, "a", Fraction(1_000))
    Fraction(95, 2)
    """
    early, late = early_warrants[holding_series], late_warrants[holding_series]
    return (accepted_early * early + accepted_late * late) / price_basis


@rule(per="holding")
def holder_warrants_exact(
    option_warrants: Each[Number], new_notes_issued: Each[Money], new_note_warrants: Each[Number], price_basis: Money
) -> Number:
    """Warrants of the holding before rounding, for old notes and for new.

    >>> holder_warrants_exact({"mix": Fraction("47.5")}, {"x": Fraction(5_000)}, {"x": Fraction(1)}, Fraction(1_000))
    Fraction(105, 2)
    """
    return sum(option_warrants.values(), on_new_notes(new_notes_issued, new_note_warrants, price_basis))


@rule(per="holding", round=Round("warrant_rounding"))
def holder_warrants(holder_warrants_exact: Number) -> Count:
    """Warrants issued to the holder.

    >>> holder_warrants(Fraction("52.5"))  # 53 or 52 once it is rounded as the terms say
    Fraction(105, 2)
    """
    return holder_warrants_exact  # type: ignore[return-value]  # a count once it is rounded


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT))
def cash_for_warrant_fraction(holder_warrants_exact: Number, holder_warrants: Number, cash_for_warrant: Money) -> Money:
    """Cash paid instead of a fraction of a warrant.

    >>> cash_for_warrant_fraction(Fraction("52.5"), Fraction(52), Fraction("0.30"))
    Fraction(3, 20)
    """
    return (holder_warrants_exact - holder_warrants) * cash_for_warrant
