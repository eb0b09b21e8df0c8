"""Of what each option consists, as flags by which templates choose their words."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Flag, Money, Number, Text


@rule()
def offers_a_choice(option_name: Each[Text]) -> Flag:
    """Whether holders choose among options.

    >>> offers_a_choice({"exchange": "Exchange Option"})
    False
    """
    return len(option_name) > 1


@rule(per=("series", "option", "new_note"))
def gives_new_notes(early_new_notes: Money) -> Flag:
    """Whether the option gives the new notes for the series, beside any for accrued interest.

    >>> from fractions import Fraction
    >>> gives_new_notes(Fraction(640))
    True
    """
    return early_new_notes > 0


@rule(per=("series", "option"))
def gives_cash(early_cash: Money) -> Flag:
    """Whether the option gives cash for the series.

    >>> from fractions import Fraction
    >>> gives_cash(Fraction(0))
    False
    """
    return early_cash > 0


@rule(per=("series", "option"))
def gives_shares(early_shares: Number) -> Flag:
    """Whether the option gives shares for the series.

    >>> from fractions import Fraction
    >>> gives_shares(Fraction("12.5"))
    True
    """
    return early_shares > 0


@rule(per=("series", "option"))
def gives_warrants(early_warrants: Number) -> Flag:
    """Whether the option gives warrants for the series.

    >>> from fractions import Fraction
    >>> gives_warrants(Fraction(0))
    False
    """
    return early_warrants > 0


@rule(per=("series", "option"))
def gives_fee(early_fee: Money) -> Flag:
    """Whether the option gives a fee for the series, on old notes.

    >>> from fractions import Fraction
    >>> gives_fee(Fraction(15))
    True
    """
    return early_fee > 0


@rule(per="new_note")
def new_notes_bring_fee(new_note_fee: Money) -> Flag:
    """Whether a fee is paid on the new notes issued.

    >>> from fractions import Fraction
    >>> new_notes_bring_fee(Fraction(20))
    True
    """
    return new_note_fee > 0


@rule(per=("series", "option"))
def interest_paid_in_cash(interest_is_paid: Text) -> Flag:
    """Whether the option pays accrued interest in cash.

    >>> interest_paid_in_cash("lost")
    False
    """
    return interest_is_paid == "cash"


@rule(per=("series", "option"))
def interest_paid_in_notes(interest_is_paid: Text) -> Flag:
    """Whether the option pays accrued interest in new notes.

    >>> interest_paid_in_notes("new notes")
    True
    """
    return interest_is_paid == "new notes"


@rule(per="new_note")
def rest_is_paid_in_cash(new_note_rest: Text) -> Flag:
    """Whether the rest below an increment of the new notes is paid in cash.

    >>> rest_is_paid_in_cash("dropped")
    False
    """
    return new_note_rest == "cash"


@rule()
def shares_fraction_in_cash(share_fraction: Text | Pending) -> Flag:
    """Whether a fraction of a share is paid in cash.

    >>> shares_fraction_in_cash("half up")
    False
    """
    return share_fraction == "cash"


@rule()
def warrants_fraction_in_cash(warrant_fraction: Text | Pending) -> Flag:
    """Whether a fraction of a warrant is paid in cash.

    >>> warrants_fraction_in_cash("cash")
    True
    """
    return warrant_fraction == "cash"


@rule(per=("option", "new_note"))
def option_gives_notes(early_new_notes: Each[Money]) -> Flag:
    """Whether the option gives the new notes for any series, beside any for accrued interest.

    >>> from fractions import Fraction
    >>> option_gives_notes({"a": Fraction(0), "b": Fraction(640)})
    True
    """
    return any(early_new_notes.values())


@rule(per="option")
def option_gives_cash(early_cash: Each[Money]) -> Flag:
    """Whether the option gives cash for any series.

    >>> from fractions import Fraction
    >>> option_gives_cash({"a": Fraction(0), "b": Fraction(15)})
    True
    """
    return any(early_cash.values())


@rule(per="option")
def option_gives_shares(early_shares: Each[Number]) -> Flag:
    """Whether the option gives shares for any series.

    >>> from fractions import Fraction
    >>> option_gives_shares({"a": Fraction(0), "b": Fraction(15)})
    True
    """
    return any(early_shares.values())


@rule(per="option")
def option_gives_warrants(early_warrants: Each[Number]) -> Flag:
    """Whether the option gives warrants for any series.

    >>> from fractions import Fraction
    >>> option_gives_warrants({"a": Fraction(0), "b": Fraction(15)})
    True
    """
    return any(early_warrants.values())


@rule(per="option")
def option_gives_fee(early_fee: Each[Money]) -> Flag:
    """Whether the option gives a fee for any series.

    >>> from fractions import Fraction
    >>> option_gives_fee({"a": Fraction(0), "b": Fraction(15)})
    True
    """
    return any(early_fee.values())


@rule()
def tenders_earn_fee(option_gives_fee: Each[Flag]) -> Flag:
    """Whether a fee is paid on the old notes that are tendered, in any option.

    >>> tenders_earn_fee({"exchange": True, "cash": False})
    True
    """
    return any(option_gives_fee.values())


@rule(per="option")
def option_pays_cash_alone(
    option_gives_cash: Flag, option_gives_shares: Flag, option_gives_warrants: Flag, option_gives_notes: Each[Flag],
    has_pool: Flag,
) -> Flag:  # fmt: skip
    """Whether the option gives cash and nothing else; a pool gives new notes for cash that it does not reach.

    >>> option_pays_cash_alone(True, False, False, {"x": False}, False)
    True
    """
    others = option_gives_shares or option_gives_warrants or any(option_gives_notes.values())
    return option_gives_cash and not has_pool and not others
