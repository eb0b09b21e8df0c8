"""What a cash tender would come to if all of every series, or the same part, were tendered: examples from the terms.

Nobody's tender counts here. What is taken as tendered of each series is one tender, by the early deadline where there
is one, and is cut by the caps in the order of acceptance.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lexdocs.conventions.proration import Pool, cut, waterfall
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rows, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Part, Percentage, Rounding, Text
from lexdocs.offers.tender_allotment import Ranked
from lexdocs.offers.tender_cut import Steps, Tender
from lexdocs.offers.tender_prices import CONSIDERATION, PRINCIPAL
from lexdocs.offers.tender_room import let_in

_CENTS = Round(Rounding.HALF_UP, to=CENT)
ALL, PART = "all", "part"


def _sum(each: Each[Fraction]) -> Fraction:
    return sum(each.values(), Fraction(0))


@rule(per="series")
def series_taken_of_cap(
    cap_measure: Text, total_consideration: Money, early_accrued_per_thousand: Money | Pending, price_basis: Money
) -> Money:
    """What each thousand dollars of the series takes of a cap when it is tendered early.

    >>> series_taken_of_cap("consideration", Fraction("985.50"), Fraction(35), Fraction(1_000))
    Fraction(2041, 2)
    """
    if cap_measure == PRINCIPAL:
        return price_basis
    # Interest that is not fixed yet matters only where a cap bounds it.
    return total_consideration + (early_accrued_per_thousand if cap_measure == CONSIDERATION else Fraction(0))  # type: ignore[operator]


@rows("outlook")
def outlooks() -> Sequence[str]:
    """The cases for which the offer is worked out: every note is tendered, or the same part of every series.

    >>> outlooks()
    ('all', 'part')
    """
    return (ALL, PART)


@rule()
def example_part(stated_example_part: Part | Pending) -> Part:
    """Part of every series that the example of proration takes as tendered: as stated, or else one-half.

    >>> example_part(Fraction(1, 4))
    Fraction(1, 4)
    """
    return Fraction(1, 2) if isinstance(stated_example_part, Pending) else stated_example_part


@rule(per=("outlook", "series"))
def outlook_tendered(outlook: Text, series_outstanding: Money, example_part: Part, series_multiple: Money) -> Money:
    """Principal of the series that is taken as tendered early: all of it, or the part, cut to the multiple.

    >>> outlook_tendered("part", Fraction(9_000), Fraction(1, 2), Fraction(1_000))
    Fraction(4000, 1)
    """
    return series_outstanding if outlook == ALL else cut(series_outstanding, example_part, series_multiple)


@rule(
    per=("outlook", "series"),
    cite="caps are filled in the order of acceptance; series of one level by the same part of each",
)
def outlook_factor(
    series: Text, outlook_tendered: Each[Money], acceptance_priority: Each[Count], series_taken_of_cap: Each[Money],
    series_multiple: Each[Money], price_basis: Money, cap: Money | Pending, series_cap: Each[Money | Pending],
    series_caps_are_on_principal: Flag, residue_is_given_out: Flag,
) -> Number:  # fmt: skip
    """Part of what is taken as tendered of the series that the caps would let in.

    >>> whole, level, thousand = dict.fromkeys("ab", Fraction(600)), {"a": 1, "b": 2}, Fraction(1_000)
    >>> none = dict.fromkeys("ab", Pending("series_cap", (), "", "", ()))
    >>> taken = dict.fromkeys("ab", thousand)
    >>> outlook_factor("b", whole, level, taken, taken, thousand, Fraction(900), none, True, False)
    Fraction(1, 2)
    """
    caps = {label: amount for label, amount in series_cap.items() if not isinstance(amount, Pending)}
    if caps and not isinstance(cap, Pending) and not residue_is_given_out:
        ranked = []
        for label, principal in outlook_tendered.items():
            multiple = series_multiple[label]
            steps = Steps(multiple, multiple, price_basis, series_taken_of_cap[label], Fraction(0))
            tenders = (Tender(label, principal, steps.cost(principal)),) if principal else ()
            ranked.append(Ranked(label, acceptance_priority[label], label, steps, tenders))
        filled = let_in(tuple(ranked), cap, tuple(caps.items()), series_caps_are_on_principal)[series]
        return filled / outlook_tendered[series] if outlook_tendered[series] else Fraction(1)
    order = sorted(outlook_tendered, key=lambda label: acceptance_priority[label])
    pools = []
    for label in order:
        price = series_taken_of_cap[label] / price_basis
        in_group = Fraction(1) if series_caps_are_on_principal else price
        pools.append(Pool(outlook_tendered[label], price, None, acceptance_priority[label], label, in_group))
    filled = waterfall(pools, None if isinstance(cap, Pending) else cap, caps)[order.index(series)]
    return filled / outlook_tendered[series] if outlook_tendered[series] else Fraction(1)


@rule(per=("outlook", "series"))
def outlook_percentage(outlook_factor: Number) -> Percentage:
    """Part of what is taken as tendered of the series that the caps would let in, as a percentage, to print it.

    >>> outlook_percentage(Fraction(1, 4))
    Fraction(1, 4)
    """
    return outlook_factor


@rule(per=("outlook", "series"))
def outlook_principal(outlook_tendered: Money, outlook_factor: Number, series_multiple: Money) -> Money:
    """Principal of the series that would be bought, cut once to the multiple of the series.

    >>> outlook_principal(Fraction(9_000), Fraction(1, 2), Fraction(1_000))
    Fraction(4000, 1)
    """
    return cut(outlook_tendered, outlook_factor, series_multiple)


@rule(per=("outlook", "series"), round=_CENTS)
def outlook_price(outlook_principal: Money, total_consideration: Money, price_basis: Money) -> Money:
    """Price of what would be bought of the series.

    >>> outlook_price(Fraction(4_000), Fraction("985.50"), Fraction(1_000))
    Fraction(3942, 1)
    """
    return outlook_principal * total_consideration / price_basis


@rule(per=("outlook", "series"), round=_CENTS)
def outlook_interest(outlook_principal: Money, early_accrued_per_thousand: Money, price_basis: Money) -> Money:
    """Interest on what would be bought of the series, to the day on which early tenders are paid.

    >>> outlook_interest(Fraction(4_000), Fraction(35), Fraction(1_000))
    Fraction(140, 1)
    """
    return outlook_principal * early_accrued_per_thousand / price_basis


@rule(per="outlook")
def total_outlook_tendered(outlook_tendered: Each[Money]) -> Money:
    """Principal of all series that is taken as tendered early.

    >>> total_outlook_tendered({"a": Fraction(4_000), "b": Fraction(9_000)})
    Fraction(13000, 1)
    """
    return _sum(outlook_tendered)


@rule(per="outlook")
def total_outlook_principal(outlook_principal: Each[Money]) -> Money:
    """Principal of all series that would be bought.

    >>> total_outlook_principal({"a": Fraction(4_000), "b": Fraction(9_000)})
    Fraction(13000, 1)
    """
    return _sum(outlook_principal)


@rule(per="outlook")
def total_outlook_price(outlook_price: Each[Money]) -> Money:
    """Price of all that would be bought.

    >>> total_outlook_price({"a": Fraction(4_000), "b": Fraction(9_000)})
    Fraction(13000, 1)
    """
    return _sum(outlook_price)


@rule(per="outlook")
def total_outlook_interest(outlook_interest: Each[Money]) -> Money:
    """Interest on all that would be bought.

    >>> total_outlook_interest({"a": Fraction(140), "b": Fraction(60)})
    Fraction(200, 1)
    """
    return _sum(outlook_interest)


@rule(per="outlook")
def total_outlook_cash(total_outlook_price: Money, total_outlook_interest: Money) -> Money:
    """Price and interest of all that would be bought.

    >>> total_outlook_cash(Fraction(13_000), Fraction(200))
    Fraction(13200, 1)
    """
    return total_outlook_price + total_outlook_interest
