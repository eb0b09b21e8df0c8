"""Shares that an exchange for several series may bring at most, and what part of all shares they would be."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, Round, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Percentage, Text

_NONE = Fraction(0)


@rule(per=("series", "option"), cite="an early tender, without a cap, whose cash pool reaches nothing")
def most_shares_per_thousand(
    early_shares: Number, new_notes_per_thousand: Each[Money], new_note_shares: Each[Number], early_cash: Money,
    pool_rest_in: Text | Pending, pool_notes_per_dollar: Number | Pending, price_basis: Money,
) -> Number:  # fmt: skip
    """Most shares for each $1,000 of the series in the option, before rounding: its own, and those on new notes.

    >>> row = Fraction("12.5"), {"x": Fraction(600)}, {"x": Fraction(5)}, Fraction(100)
    >>> most_shares_per_thousand(*row, "x", Fraction(2), Fraction(1_000))
    Fraction(33, 2)
    """
    bringing = (label for label, shares in new_note_shares.items() if shares)
    shares = early_shares + sum((new_notes_per_thousand[x] * new_note_shares[x] / price_basis for x in bringing), _NONE)
    if isinstance(pool_rest_in, Pending) or isinstance(pool_notes_per_dollar, Pending):
        return shares
    return shares + early_cash * pool_notes_per_dollar * new_note_shares[pool_rest_in] / price_basis


@rule(per="option")
def option_caps_principal(option_cap_measure: Text | Pending) -> Flag:
    """Whether the cap of the option is one of principal.

    >>> option_caps_principal("principal"), option_caps_principal("cash")
    (True, False)
    """
    return option_cap_measure == "principal"


@rule(per="series", cite="options whose principal is not capped")
def series_plain_shares(
    option_is_open: Each[Flag], option_caps_principal: Each[Flag], most_shares_per_thousand: Each[Number]
) -> Number:  # fmt: skip
    """Most shares for each $1,000 of the series in an option that lets in any principal; none if there is no such one.

    >>> rates = {"notes": Fraction(2), "mix": Fraction("12.5"), "cash": Fraction(90)}
    >>> is_open = {"notes": True, "mix": True, "cash": False}
    >>> series_plain_shares(is_open, {"notes": False, "mix": True, "cash": False}, rates)
    Fraction(2, 1)
    """
    plain = (label for label, is_open in option_is_open.items() if is_open and not option_caps_principal[label])
    return max((most_shares_per_thousand[label] for label in plain), default=_NONE)


@rule(per="option", cite="the cap filled with the series to which the option brings most shares more")
def option_more_shares(
    option_caps_principal: Flag, option_cap: Money | Pending, option_is_open: Each[Flag],
    most_shares_per_thousand: Each[Number], series_plain_shares: Each[Number], series_outstanding: Each[Money],
    price_basis: Money,
) -> Number:  # fmt: skip
    """Most shares, before rounding, that the option brings beyond those of options that let in any principal.

    >>> is_open, plain = {"a": True, "b": True}, {"a": Fraction(0), "b": Fraction(0)}
    >>> rates = {"a": Fraction(10), "b": Fraction(12)}
    >>> outstanding = {"a": Fraction(9_000), "b": Fraction(2_000)}
    >>> option_more_shares(True, Fraction(5_000), is_open, rates, plain, outstanding, Fraction(1_000))
    Fraction(54, 1)
    """
    if not option_caps_principal or isinstance(option_cap, Pending):
        return _NONE
    more = {x: most_shares_per_thousand[x] - series_plain_shares[x] for x, is_open in option_is_open.items() if is_open}
    shares, room = _NONE, option_cap
    for label in sorted((each for each in more if more[each] > 0), key=lambda each: -more[each]):
        filled = min(room, series_outstanding[label])
        shares, room = shares + filled * more[label] / price_basis, room - filled
    return shares


@rule(round=Round("share_rounding"), cite="all old notes, each in the option that brings most shares, up to its cap")
def most_shares(
    series_outstanding: Each[Money], series_plain_shares: Each[Number], option_more_shares: Each[Number],
    price_basis: Money,
) -> Count:  # fmt: skip
    """Most shares that can be issued, but for the rounding of each holder's number.

    >>> most_shares({"a": Fraction(10_000)}, {"a": Fraction("12.5")}, {"mix": Fraction(54)}, Fraction(1_000))
    Fraction(179, 1)
    """
    plain = sum((each * series_plain_shares[label] for label, each in series_outstanding.items()), _NONE) / price_basis
    return sum(option_more_shares.values(), plain)  # type: ignore[return-value]  # a count once it is rounded


@rule()
def shares_after_exchange(shares_outstanding: Count, most_shares: Count) -> Count:
    """Shares outstanding after the exchange if the most shares are issued.

    >>> shares_after_exchange(9_600, 400)
    10000
    """
    return shares_outstanding + most_shares


@rule()
def most_shares_part(most_shares: Number, shares_after_exchange: Number) -> Percentage:
    """Part of all shares that holders receive if the most shares are issued.

    >>> most_shares_part(Fraction(400), Fraction(10_000))
    Fraction(1, 25)
    """
    return most_shares / shares_after_exchange
