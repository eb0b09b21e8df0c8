"""New notes and accrued interest for each $1,000 of old notes, by series and option."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Flag, Money, Text
from lexdocs.offers.series_exchange_rates import Labels, rows_for

_NONE = Fraction(0)


@rule(per=("series", "option"))
def interest_is_paid(
    series: Text, option: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_interest: Each[Text | Pending],
) -> Text:  # fmt: skip
    """What becomes of accrued interest in the option: cash, new notes or lost.

    >>> interest_is_paid("a", "mix", {"a/mix": "a"}, {"a/mix": "mix"}, {"a/mix": "cash"})
    'cash'
    """
    rows = rows_for(series, option, consideration_series, consideration_option)
    said = (consideration_interest[row] for row in rows)
    return next((str(each) for each in said if not isinstance(each, Pending)), "lost")


@rule(per=("series", "option"), cite="simple interest to the date to which it accrues")
def interest_per_thousand(interest_is_paid: Text, accrued_per_thousand: Money | Pending) -> Money:
    """Accrued interest for each $1,000 of old notes that the option pays, in cash or in new notes.

    >>> interest_per_thousand("lost", Fraction(40))
    Fraction(0, 1)
    """
    return _where(interest_is_paid != "lost", accrued_per_thousand)


@rule(per=("series", "option"))
def cash_interest_per_thousand(interest_is_paid: Text, accrued_per_thousand: Money | Pending) -> Money:
    """Accrued interest for each $1,000 of old notes that the option pays in cash.

    >>> cash_interest_per_thousand("cash", Fraction(40))
    Fraction(40, 1)
    """
    return _where(interest_is_paid == "cash", accrued_per_thousand)


@rule(per=("series", "option", "new_note"))
def interest_in_these_notes(
    series: Text, option: Text, new_note: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_notes: Each[Text | Pending], consideration_interest: Each[Text | Pending],
) -> Flag:  # fmt: skip
    """Whether the option pays accrued interest in the new notes.

    >>> one = {"a/mix/x": "a"}, {"a/mix/x": "mix"}, {"a/mix/x": "x"}
    >>> interest_in_these_notes("a", "mix", "x", *one, {"a/mix/x": "new notes"})
    True
    """
    rows = rows_for(series, option, consideration_series, consideration_option)
    return any(consideration_notes[row] == new_note and consideration_interest[row] == "new notes" for row in rows)


@rule(per=("series", "option", "new_note"))
def converted_interest_per_thousand(interest_in_these_notes: Flag, accrued_per_thousand: Money | Pending) -> Money:
    """Accrued interest for each $1,000 of old notes that the option pays in the new notes.

    >>> converted_interest_per_thousand(True, Fraction(40))
    Fraction(40, 1)
    """
    return _where(interest_in_these_notes, accrued_per_thousand)


@rule(per=("series", "option", "new_note"))
def early_new_notes(
    series: Text, option: Text, new_note: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_notes: Each[Text | Pending], consideration_new_notes: Each[Money],
) -> Money:  # fmt: skip
    """New notes for each $1,000 tendered by the early deadline, without those for accrued interest.

    >>> one = {"a/mix/x": "a"}, {"a/mix/x": "mix"}, {"a/mix/x": "x"}
    >>> early_new_notes("a", "mix", "x", *one, {"a/mix/x": Fraction(600)})
    Fraction(600, 1)
    """
    rows = rows_for(series, option, consideration_series, consideration_option)
    return sum((consideration_new_notes[row] for row in rows if consideration_notes[row] == new_note), _NONE)


@rule(per=("series", "option", "new_note"), cite="the total consideration less the early premium")
def late_new_notes(
    series: Text, option: Text, new_note: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_notes: Each[Text | Pending], consideration_new_notes: Each[Money], premium_new_notes: Each[Money],
) -> Money:  # fmt: skip
    """New notes for each $1,000 tendered after the early deadline, without those for accrued interest.

    >>> one = {"a/mix/x": "a"}, {"a/mix/x": "mix"}, {"a/mix/x": "x"}
    >>> late_new_notes("a", "mix", "x", *one, {"a/mix/x": Fraction(600)}, {"a/mix/x": Fraction(50)})
    Fraction(550, 1)
    """
    rows = [
        row
        for row in rows_for(series, option, consideration_series, consideration_option)
        if consideration_notes[row] == new_note
    ]
    return sum((consideration_new_notes[row] - premium_new_notes[row] for row in rows), _NONE)


@rule(per=("series", "option", "new_note"))
def new_notes_per_thousand(early_new_notes: Money, converted_interest_per_thousand: Money) -> Money:
    """New notes for each $1,000 tendered by the early deadline, with those for accrued interest.

    >>> new_notes_per_thousand(Fraction(600), Fraction(40))
    Fraction(640, 1)
    """
    return early_new_notes + converted_interest_per_thousand


@rule(per=("series", "option", "new_note"))
def late_new_notes_per_thousand(late_new_notes: Money, converted_interest_per_thousand: Money) -> Money:
    """New notes for each $1,000 tendered after the early deadline, with those for accrued interest.

    >>> late_new_notes_per_thousand(Fraction(550), Fraction(40))
    Fraction(590, 1)
    """
    return late_new_notes + converted_interest_per_thousand


@rule(per=("series", "option"), cite="the fee on old notes, and the fee on the new notes that they bring")
def fee_per_thousand(
    early_fee: Money, new_notes_per_thousand: Each[Money], new_note_fee: Each[Money], price_basis: Money
) -> Money:
    """Fee for each $1,000 tendered by the early deadline, on old notes and on new, before any rounding.

    >>> fee_per_thousand(Fraction(5), {"x": Fraction(1_250)}, {"x": Fraction(20)}, Fraction(1_000))
    Fraction(30, 1)
    """
    on_new = (new_notes_per_thousand[label] * new_note_fee[label] for label in new_note_fee if new_note_fee[label])
    return early_fee + sum(on_new, _NONE) / price_basis


def _where(applies: bool, amount: Money | Pending) -> Fraction:
    """The amount where it applies, pending while it is; nothing where it does not."""
    return amount if applies else _NONE  # type: ignore[return-value]  # pending itself while the amount is
