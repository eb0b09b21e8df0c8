"""What the words of a series exchange turn on: which options a holding takes, and what it receives."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.forms import write
from lexdocs.notation.units import Date, Flag, Money, Number, Percentage, Rate, Text, Time, Title, Unit


@rule(per="new_note")
def new_note_title(new_note_rate: Rate | Pending, new_note_name: Text, new_note_maturity: Date) -> Title:
    """Title of the new notes: their rate where it is one, their name and their maturity.

    >>> import datetime
    >>> from fractions import Fraction
    >>> new_note_title(Fraction("0.1"), "Secured Notes", datetime.date(2019, 8, 15))
    '10% Secured Notes due August 15, 2019'
    """
    name = f"{new_note_name} due {write(new_note_maturity, Unit.DATE)}"
    return name if isinstance(new_note_rate, Pending) else f"{write(new_note_rate, Unit.RATE)} {name}"


@rule(per="step")
def step_title(step_notes: Text, new_note_title: Each[Title]) -> Title:
    """Title of the new notes that bear the rate of the step.

    >>> step_title("x", {"x": "Secured Notes due August 15, 2019"})
    'Secured Notes due August 15, 2019'
    """
    return new_note_title[step_notes]


@rule()
def has_early_deadline(early_deadline: Time | Pending) -> Flag:
    """Whether tenders by an early deadline receive more than later ones.

    >>> has_early_deadline(Pending("early_deadline", (), Unit.MOMENT, "Time of the early deadline.", ()))
    False
    """
    return not isinstance(early_deadline, Pending)


@rule(per=("holding", "option"))
def holding_takes_option(option_accepted: Money) -> Flag:
    """Whether any of the holding is accepted in the option.

    >>> from fractions import Fraction
    >>> holding_takes_option(Fraction(3_000))
    True
    """
    return option_accepted > 0


@rule(per=("holding", "option"))
def option_is_open_to_holding(option_is_open: Each[Flag], holding_series: Text) -> Flag:
    """Whether the series of the holding may choose the option.

    >>> option_is_open_to_holding({"a": True, "b": False}, "b")
    False
    """
    return option_is_open[holding_series]


@rule(per=("holding", "option"))
def holding_shares_pool(option_accepted: Money, has_pool: Flag) -> Flag:
    """Whether the holding shares the cash pool of the option.

    >>> from fractions import Fraction
    >>> holding_shares_pool(Fraction(3_000), True)
    True
    """
    return has_pool and option_accepted > 0


@rule(per=("holding", "new_note"))
def holding_receives_notes(new_notes_entitlement: Money) -> Flag:
    """Whether the holding is entitled to any of the new notes.

    >>> from fractions import Fraction
    >>> holding_receives_notes(Fraction(3_000))
    True
    """
    return new_notes_entitlement > 0


@rule(per="holding")
def holding_receives_shares(holder_shares_exact: Number) -> Flag:
    """Whether the holding is entitled to shares.

    >>> from fractions import Fraction
    >>> holding_receives_shares(Fraction("12.5"))
    True
    """
    return holder_shares_exact > 0


@rule(per="holding")
def holding_receives_warrants(holder_warrants_exact: Number) -> Flag:
    """Whether the holding is entitled to warrants.

    >>> from fractions import Fraction
    >>> holding_receives_warrants(Fraction("12.5"))
    True
    """
    return holder_warrants_exact > 0


@rule(per="holding")
def holding_receives_fee(holder_fee: Money) -> Flag:
    """Whether a fee is due to the holding.

    >>> from fractions import Fraction
    >>> holding_receives_fee(Fraction(350))
    True
    """
    return holder_fee > 0


@rule(per=("holding", "option"))
def option_early_fee(early_fee: Each[Money], holding_series: Text) -> Money:
    """Fee for each $1,000 of the holding accepted in the option that was tendered by the early deadline.

    >>> from fractions import Fraction
    >>> option_early_fee({"a": Fraction(40)}, "a")
    Fraction(40, 1)
    """
    return early_fee[holding_series]


@rule(per=("holding", "option"))
def option_late_fee(late_fee: Each[Money], holding_series: Text) -> Money:
    """Fee for each $1,000 of the holding accepted in the option that was tendered after the early deadline.

    >>> from fractions import Fraction
    >>> option_late_fee({"a": Fraction(25)}, "a")
    Fraction(25, 1)
    """
    return late_fee[holding_series]


@rule(per=("holding", "option"))
def early_tender_earns_fee(accepted_early: Money, option_early_fee: Money) -> Flag:
    """Whether the holding receives a fee on what it tendered in the option by the early deadline.

    >>> from fractions import Fraction
    >>> early_tender_earns_fee(Fraction(5_000), Fraction(40))
    True
    """
    return accepted_early * option_early_fee > 0


@rule(per=("holding", "option"))
def late_tender_earns_fee(accepted_late: Money, option_late_fee: Money) -> Flag:
    """Whether the holding receives a fee on what it tendered in the option after the early deadline.

    >>> from fractions import Fraction
    >>> late_tender_earns_fee(Fraction(5_000), Fraction(0))
    False
    """
    return accepted_late * option_late_fee > 0


@rule(per=("holding", "new_note"))
def new_notes_earn_fee(new_notes_issued: Money, new_note_fee: Money) -> Flag:
    """Whether the holding receives a fee on the new notes issued to it.

    >>> from fractions import Fraction
    >>> new_notes_earn_fee(Fraction(5_000), Fraction(20))
    True
    """
    return new_notes_issued * new_note_fee > 0


@rule(per="option")
def option_is_prorated(option_factor: Number) -> Flag:
    """Whether the cap of the option does not let in all that was tendered.

    >>> from fractions import Fraction
    >>> option_is_prorated(Fraction(2, 3))
    True
    """
    return option_factor < 1


@rule(per="option", cite="the proration factor as a percentage")
def option_proration(option_factor: Number) -> Percentage:
    """Part of what was tendered in the option that its cap lets in.

    >>> from fractions import Fraction
    >>> option_proration(Fraction(2, 3))
    Fraction(2, 3)
    """
    return option_factor


@rule(per="option")
def pool_proration(pool_factor: Number) -> Percentage:
    """Part of the most in cash that the pool of the option reaches.

    >>> from fractions import Fraction
    >>> pool_proration(Fraction(1, 2))
    Fraction(1, 2)
    """
    return pool_factor


@rule(per="new_note")
def new_notes_are_prorated(new_note_factor: Number) -> Flag:
    """Whether the cap on the new notes does not let in all that was tendered for them.

    >>> from fractions import Fraction
    >>> new_notes_are_prorated(Fraction(1))
    False
    """
    return new_note_factor < 1


@rule()
def any_notes_are_prorated(new_notes_are_prorated: Each[Flag]) -> Flag:
    """Whether any cap on new notes does not let in all that was tendered.

    >>> any_notes_are_prorated({"x": False, "y": True})
    True
    """
    return any(new_notes_are_prorated.values())
