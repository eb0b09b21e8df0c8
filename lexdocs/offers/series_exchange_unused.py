"""What the caps and the pools of an exchange offer for several series leave unused, and why."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Flag, Money, Number, Text

ALL_USED = "the whole cap is used"
ALL_FITS = "all that was tendered fits"
CUT = "each tender is cut to the multiple of its series"
NOTES_CAP = "a cap on new notes lets in no more"
OTHER_NOTES_CAP = "a cap on other new notes lets in no more"
DOWN_TO_INCREMENT = "what is accepted entitles each holder to no further increment"
CUT_AND_DOWN = "each tender is cut to the multiple of its series, and each holder's notes to the increment"
POOL_USED = "the whole pool is used"
POOL_REACHES = "the pool reaches all cash that is due"
DOWN_TO_CENT = "each share is rounded down to the cent"
BELOW_CENT = "it is less than a cent"

_NONE = Fraction(0)
_CENT = Fraction(1, 100)


@rule(per="option")
def option_taken(
    option_cap_measure: Text | Pending, total_option_accepted: Money, total_option_cash: Money,
    option_notes_accepted: Each[Money],
) -> Money:  # fmt: skip
    """What is accepted in the option, in the measure of its cap, cash as it is paid; principal where it has none.

    >>> option_taken("cash", Fraction(7_000), Fraction("3090.07"), {"x": Fraction(4_380)})
    Fraction(309007, 100)
    """
    if option_cap_measure == "cash":
        return total_option_cash
    if option_cap_measure == "new notes":
        return sum(option_notes_accepted.values(), _NONE)
    return total_option_accepted


@rule(per="option")
def option_cap_unused(option_cap: Money | Pending, option_taken: Money) -> Money:
    """What the cap of the option leaves unused, in its measure; nothing where there is no cap.

    >>> option_cap_unused(Fraction(2_000), Fraction(1_900))
    Fraction(100, 1)
    """
    return _NONE if isinstance(option_cap, Pending) else option_cap - option_taken


@rule(per="option")
def option_cap_unused_because(
    option_cap: Money | Pending, option_cap_unused: Money, option_factor: Number, total_option_accepted: Money,
    placed_early_principal: Each[Money], placed_late_principal: Each[Money],
) -> Text:  # fmt: skip
    """Why the cap of the option leaves something unused; nothing where there is no cap.

    >>> placed = {"a": Fraction(1_900)}, {"a": Fraction(0)}
    >>> option_cap_unused_because(Fraction(2_000), Fraction(100), Fraction(2, 3), Fraction(1_900), *placed)
    'each tender is cut to the multiple of its series'
    """
    if isinstance(option_cap, Pending):
        return ""
    if not option_cap_unused:
        return ALL_USED
    placed = sum(placed_early_principal.values(), sum(placed_late_principal.values(), _NONE))
    if total_option_accepted < placed:
        return NOTES_CAP
    return ALL_FITS if option_factor == 1 else CUT


@rule(per="option")
def pool_unused(has_pool: Flag, pool_amount: Money | Pending, total_option_cash: Money) -> Money:
    """Cash of the option's pool that no holder receives; nothing where there is no pool.

    >>> pool_unused(True, Fraction(2_660), Fraction("2659.98"))
    Fraction(1, 50)
    """
    return pool_amount - total_option_cash if has_pool and not isinstance(pool_amount, Pending) else _NONE


@rule(per="option")
def pool_unused_because(has_pool: Flag, pool_unused: Money, pool_factor: Number) -> Text:
    """Why the pool of the option leaves something unused; nothing where there is no pool.

    >>> pool_unused_because(True, Fraction(1, 50), Fraction(2, 3))
    'each share is rounded down to the cent'
    """
    if not has_pool:
        return ""
    if not pool_unused:
        return POOL_USED
    if pool_factor == 1:
        return POOL_REACHES
    return BELOW_CENT if pool_unused < _CENT else DOWN_TO_CENT


@rule(per="new_note")
def new_note_cap_unused(new_note_cap: Money | Pending, total_new_notes: Money | Pending) -> Money:
    """What the cap on the new notes leaves unused; nothing where there is no cap.

    >>> new_note_cap_unused(Fraction(75_000), Fraction(72_000))
    Fraction(3000, 1)
    """
    if isinstance(new_note_cap, Pending):
        return _NONE
    return total_new_notes if isinstance(total_new_notes, Pending) else new_note_cap - total_new_notes  # type: ignore[return-value]  # pending itself


@rule(per="new_note")
def new_note_cap_unused_because(
    new_note_cap: Money | Pending, new_note_cap_unused: Money, new_note_factor: Number,
    new_notes_placed: Money | Pending, option_notes_accepted: Each[Money | Pending], total_new_notes: Money | Pending,
) -> Text:  # fmt: skip
    """Why the cap on the new notes leaves something unused; nothing where there is no cap.

    >>> cap, accepted, issued = Fraction(75_000), {"notes": Fraction(72_450)}, Fraction(72_000)
    >>> new_note_cap_unused_because(cap, Fraction(3_000), Fraction(1, 2), Fraction(150_000), accepted, issued)
    "each tender is cut to the multiple of its series, and each holder's notes to the increment"
    """
    if isinstance(new_note_cap, Pending):
        return ""
    if not new_note_cap_unused:
        return ALL_USED
    if isinstance(total_new_notes, Pending):
        return total_new_notes  # type: ignore[return-value]  # pending itself
    accepted = sum((each for each in option_notes_accepted.values() if isinstance(each, Fraction)), _NONE)
    if new_note_factor == 1:
        return ALL_FITS if accepted == new_notes_placed else OTHER_NOTES_CAP
    if accepted == new_note_cap:
        return DOWN_TO_INCREMENT
    return CUT if accepted == total_new_notes else CUT_AND_DOWN
