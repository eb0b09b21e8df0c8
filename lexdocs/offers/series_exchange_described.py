"""Which rates, provisions and series belong to which new notes, for the words of an exchange for several series."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Cusip, Flag, Money, Rate, Text


@rule()
def has_conditions(condition_text: Each[Text]) -> Flag:
    """Whether there are conditions beside the minimum tender.

    >>> has_conditions({})
    False
    """
    return bool(condition_text)


@rule(per=("new_note", "step"))
def step_is_of_notes(new_note: Text, step_notes: Text) -> Flag:
    """Whether the rate of the step is one of the new notes.

    >>> step_is_of_notes("income", "income")
    True
    """
    return new_note == step_notes


@rule(per=("new_note", "step"))
def step_is_first_of_notes(new_note: Text, step: Text, step_notes: Each[Text]) -> Flag:
    """Whether the rate of the step is the first that the new notes bear.

    >>> step_is_first_of_notes("income", "income/2017-08-01", {"x/1": "x", "income/2017-08-01": "income"})
    True
    """
    return next((label for label, notes in step_notes.items() if notes == new_note), None) == step


@rule(per=("new_note", "step"))
def step_is_last_of_notes(new_note: Text, step: Text, step_notes: Each[Text]) -> Flag:
    """Whether the rate of the step is the last that the new notes bear.

    >>> step_is_last_of_notes("income", "income/2017-08-01", {"income/2017-08-01": "income", "income/x": "income"})
    False
    """
    return next((label for label in reversed(list(step_notes)) if step_notes[label] == new_note), None) == step


@rule(per="new_note")
def new_note_first_rate(
    new_note: Text, new_note_rate: Rate | Pending, step_notes: Each[Text], step_rate: Each[Rate]
) -> Rate:
    """Rate that the new notes bear at first.

    >>> from fractions import Fraction
    >>> from lexdocs.notation.units import Unit
    >>> rates = {"income/2017-08-01": Fraction("0.06"), "income/thereafter": Fraction("0.0825")}
    >>> new_note_first_rate("income", Pending("", (), Unit.RATE, "", ()), dict.fromkeys(rates, "income"), rates)
    Fraction(3, 50)
    """
    if not isinstance(new_note_rate, Pending):
        return new_note_rate
    return next(step_rate[label] for label, notes in step_notes.items() if notes == new_note)


@rule(per="new_note")
def new_note_last_rate(
    new_note: Text, new_note_rate: Rate | Pending, step_notes: Each[Text], step_rate: Each[Rate]
) -> Rate:
    """Rate that the new notes bear at last.

    >>> from fractions import Fraction
    >>> from lexdocs.notation.units import Unit
    >>> rates = {"income/2017-08-01": Fraction("0.06"), "income/thereafter": Fraction("0.0825")}
    >>> new_note_last_rate("income", Pending("", (), Unit.RATE, "", ()), dict.fromkeys(rates, "income"), rates)
    Fraction(33, 400)
    """
    if not isinstance(new_note_rate, Pending):
        return new_note_rate
    return next(step_rate[label] for label in reversed(list(step_notes)) if step_notes[label] == new_note)


@rule(per=("new_note", "provision"))
def provision_is_of_notes(new_note: Text, provision_notes: Text) -> Flag:
    """Whether the provision is one of the new notes.

    >>> provision_is_of_notes("income", "secured")
    False
    """
    return new_note == provision_notes


@rule(per=("series", "new_note"))
def series_brings_notes(
    series: Text, new_note: Text, consideration_series: Each[Text], consideration_notes: Each[Text | Pending]
) -> Flag:
    """Whether holders of the series may receive the new notes as consideration.

    >>> series_brings_notes("a", "x", {"a/exchange/x": "a"}, {"a/exchange/x": "x"})
    True
    """
    return any(consideration_notes[row] == new_note for row, of in consideration_series.items() if of == series)


@rule()
def rates_step(step_notes: Each[Text]) -> Flag:
    """Whether the rate of any new notes changes.

    >>> rates_step({})
    False
    """
    return bool(step_notes)


@rule()
def issued_cusips_are_stated(new_note_cusip: Each[Cusip | Pending], warrant_cusip: Cusip | Pending) -> Flag:
    """Whether the CUSIP number of anything that is issued is stated.

    >>> issued_cusips_are_stated({"x": "037833 10 0"}, Pending("warrant_cusip", (), "", "", ()))
    True
    """
    return any(not isinstance(each, Pending) for each in (*new_note_cusip.values(), warrant_cusip))


@rule()
def numbers_abroad_are_stated(
    new_note_cusip_abroad: Each[Cusip | Pending], new_note_isin_abroad: Each[Text | Pending]
) -> Flag:  # fmt: skip
    """Whether any new notes that are issued outside the United States have a number of their own.

    >>> numbers_abroad_are_stated({"x": "U03783 31 2"}, {})
    True
    """
    return any(
        not isinstance(each, Pending) for each in (*new_note_cusip_abroad.values(), *new_note_isin_abroad.values())
    )


@rule()
def rests_are_paid_in_cash(new_note_rest: Each[Text]) -> Flag:
    """Whether the rest below an increment of any new notes is paid in cash.

    >>> rests_are_paid_in_cash({"x": "dropped", "y": "cash"})
    True
    """
    return "cash" in new_note_rest.values()


@rule()
def new_notes_bring_cash(new_note_cash: Each[Money]) -> Flag:
    """Whether cash is paid with any new notes that are issued.

    >>> from fractions import Fraction
    >>> new_notes_bring_cash({"x": Fraction(0)})
    False
    """
    return any(new_note_cash.values())


@rule()
def other_cash_is_paid(
    has_fee: Flag, rests_are_paid_in_cash: Flag, new_notes_bring_cash: Flag, shares_fraction_in_cash: Flag,
    warrants_fraction_in_cash: Flag,
) -> Flag:  # fmt: skip
    """Whether cash can be paid besides the consideration and the interest: a fee, fractions, rests, or with new notes.

    >>> other_cash_is_paid(False, True, False, False, False)
    True
    """
    fractions = rests_are_paid_in_cash or shares_fraction_in_cash or warrants_fraction_in_cash
    return has_fee or new_notes_bring_cash or fractions
