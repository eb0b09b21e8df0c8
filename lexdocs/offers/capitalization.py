"""The capitalization before the offer and as adjusted for it, in each case of participation. Of any kind of offer.

A kind of offer says what its old notes take out of a line (`capital_retired`), what it puts into one
(`capital_issued`), and the cash that it pays (`capital_cash_paid`); the lines, their totals and ratios are here. It is
a table of principal: no gain, loss or expense is booked, and equity stays as it is stated. Where the terms state no
capitalization there is no row of it, and no total.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rows, rule
from lexdocs.notation.units import Flag, Money, Percentage, Rounding, Text
from lexdocs.offers.capitalization_terms import EQUITIES, CapitalKind

_CITE = "the capitalization as the terms state it"


@rows("capital_statement")
def capital_statements(has_capitalization: Flag) -> Sequence[str]:
    """The statement of the capitalization; none where the terms have none.

    >>> capital_statements(True), capital_statements(False)
    (['stated'], [])
    """
    return ["stated"] if has_capitalization else []


@rule(per="capital_line")
def capital_line_is_cash(capital_kind: Text) -> Flag:
    """Whether the line is cash, which is no part of the capitalization.

    >>> capital_line_is_cash("cash")
    True
    """
    return CapitalKind(capital_kind) is CapitalKind.CASH


@rule(per="capital_line")
def capital_line_is_equity(capital_kind: Text) -> Flag:
    """Whether the line is equity, preferred or common.

    >>> capital_line_is_equity("preferred equity")
    True
    """
    return CapitalKind(capital_kind) in EQUITIES


@rule(per="capital_line")
def capital_line_is_debt(capital_line_is_cash: Flag, capital_line_is_equity: Flag) -> Flag:
    """Whether the line is debt, or interest on it.

    >>> capital_line_is_debt(False, False)
    True
    """
    return not capital_line_is_cash and not capital_line_is_equity


@rule(per="capital_statement")
def capitalization_has_cash(capital_line_is_cash: Each[Flag]) -> Flag:
    """Whether the capitalization has a line of cash.

    >>> capitalization_has_cash({"loan": False})
    False
    """
    return any(capital_line_is_cash.values())


@rule(per="capital_statement")
def capitalization_has_interest(capital_kind: Each[Text]) -> Flag:
    """Whether the capitalization has a line of interest accrued on old notes.

    >>> capitalization_has_interest({"loan": "senior debt"})
    False
    """
    return CapitalKind.INTEREST in capital_kind.values()


@rule(per="capital_statement")
def capitalization_has_equity(capital_line_is_equity: Each[Flag]) -> Flag:
    """Whether the capitalization has a line of equity.

    >>> capitalization_has_equity({"loan": False})
    False
    """
    return any(capital_line_is_equity.values())


@rule(per="capital_line")
def capital_line_leads(
    capital_line: Text, capital_line_is_debt: Each[Flag], capital_line_is_equity: Each[Flag]
) -> Flag:
    """Whether the line is the first of those of debt, or of equity, or of cash: it has the currency sign.

    >>> debt, equity = {"loan": True, "notes": True, "shares": False}, {"loan": False, "notes": False, "shares": True}
    >>> [capital_line_leads(line, debt, equity) for line in debt]
    [True, False, True]
    """
    own = capital_line_is_debt[capital_line], capital_line_is_equity[capital_line]
    alike = [line for line in capital_line_is_debt if (capital_line_is_debt[line], capital_line_is_equity[line]) == own]
    return alike[0] == capital_line


@rule(per="capital_line")
def capital_stated(capital_amount: Money | Pending) -> Money:
    """Amount of the line before the offer; nothing for new notes.

    >>> capital_stated(Fraction(500_000))
    Fraction(500000, 1)
    """
    return Fraction(0) if isinstance(capital_amount, Pending) else capital_amount


@rule(per=("participation", "capital_line"), round=Round(Rounding.HALF_UP, to=CENT))
def capital_adjusted(
    capital_line_is_cash: Flag, capital_stated: Money, capital_retired: Money, capital_issued: Money,
    capital_cash_paid: Money,
) -> Money:  # fmt: skip
    """Amount of the line as adjusted for the offer.

    >>> nothing = Fraction(0)
    >>> capital_adjusted(False, Fraction(800_000), Fraction(600_000), nothing, Fraction(4_800))
    Fraction(200000, 1)
    >>> capital_adjusted(True, Fraction(10_000), nothing, nothing, Fraction(4_800))
    Fraction(5200, 1)
    """
    paid = capital_cash_paid if capital_line_is_cash else Fraction(0)
    return capital_stated - capital_retired + capital_issued - paid


@rule(per="capital_statement", cite=_CITE)
def capital_debt(capital_stated: Each[Money], capital_line_is_debt: Each[Flag]) -> Money:
    """All debt before the offer.

    >>> capital_debt({"notes": Fraction(800_000), "shares": Fraction(50)}, {"notes": True, "shares": False})
    Fraction(800000, 1)
    """
    return _of(capital_stated, capital_line_is_debt)


@rule(per=("capital_statement", "participation"), cite=_CITE)
def capital_debt_adjusted(capital_adjusted: Each[Money], capital_line_is_debt: Each[Flag]) -> Money:
    """All debt as adjusted for the offer.

    >>> capital_debt_adjusted({"notes": Fraction(200_000), "shares": Fraction(50)}, {"notes": True, "shares": False})
    Fraction(200000, 1)
    """
    return _of(capital_adjusted, capital_line_is_debt)


@rule(per="capital_statement", cite=_CITE)
def capital_equity(capital_stated: Each[Money], capital_line_is_equity: Each[Flag]) -> Money:
    """All equity, before the offer and, since no gain or loss is shown, after it.

    >>> capital_equity({"notes": Fraction(800_000), "shares": Fraction(50)}, {"notes": False, "shares": True})
    Fraction(50, 1)
    """
    return _of(capital_stated, capital_line_is_equity)


@rule(per="capital_statement", cite=_CITE)
def capital_total(capital_debt: Money, capital_equity: Money) -> Money:
    """Debt and equity before the offer.

    >>> capital_total(Fraction(800_000), Fraction(-50_000))
    Fraction(750000, 1)
    """
    return capital_debt + capital_equity


@rule(per=("capital_statement", "participation"), cite=_CITE)
def capital_total_adjusted(capital_debt_adjusted: Money, capital_equity: Money) -> Money:
    """Debt and equity as adjusted for the offer.

    >>> capital_total_adjusted(Fraction(824_000), Fraction(-50_000))
    Fraction(774000, 1)
    """
    return capital_debt_adjusted + capital_equity


@rule(per="capital_statement")
def capital_ratio_is_meaningful(
    capital_total: Money, capital_total_adjusted: Each[Money], capital_equity: Money
) -> Flag:
    """Whether debt can be told as a part of the capitalization: equity is no deficit, and there is a whole.

    >>> capital_ratio_is_meaningful(Fraction(750_000), {"all": Fraction(774_000)}, Fraction(-50_000))
    False
    """
    return capital_equity >= 0 and min(capital_total, *capital_total_adjusted.values()) > 0


@rule(per="capital_statement")
def capital_debt_part(capital_debt: Money, capital_total: Money) -> Percentage:
    """Debt as a part of the capitalization before the offer; nothing where there is no whole.

    >>> capital_debt_part(Fraction(600_000), Fraction(800_000))
    Fraction(3, 4)
    """
    return capital_debt / capital_total if capital_total > 0 else Fraction(0)


@rule(per=("capital_statement", "participation"))
def capital_debt_part_adjusted(capital_debt_adjusted: Money, capital_total_adjusted: Money) -> Percentage:
    """Debt as a part of the capitalization as adjusted for the offer; nothing where there is no whole.

    >>> capital_debt_part_adjusted(Fraction(600_000), Fraction(800_000))
    Fraction(3, 4)
    """
    return capital_debt_adjusted / capital_total_adjusted if capital_total_adjusted > 0 else Fraction(0)


def _of(amounts: Each[Money], chosen: Each[Flag]) -> Fraction:
    return sum((amount for line, amount in amounts.items() if chosen[line]), Fraction(0))
