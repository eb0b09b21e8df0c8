"""How the terms that the last announcement changed are told: each by its phrase, and words as words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from lexdocs.figures.figure import Figure, Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.forms import write
from lexdocs.notation.units import Count, Date, Flag, Money, Text
from lexdocs.offers.amended_phrases import ALONE, PHRASES

_DATED = ("accretion", "calendar_override")
_STYLES = {"nth": "ordinal"}
_WORDINGS = frozenset(
    {
        "condition_text", "provision_text", "provision_of_old", "warrant_provision_text", "capitalization_basis",
        "circular_distribution", "company_business", "exchange_agent_roles", "new_covenants", "offer_purpose",
        "source_of_funds", "calendar_override_because",
    }
)  # fmt: skip


_IN_CENTS = frozenset({"stated_total_consideration", "early_premium"})
_PRICES = frozenset(
    {
        "participation_fee", "exercise_price", "consideration_cash", "consideration_fee", "premium_cash",
        "premium_fee", "new_note_cash", "new_note_fee", "share_fraction_price", "warrant_fraction_price",
        "solicitation_fee", "accretion_value",
    }
)  # fmt: skip
_FIGURED = frozenset(
    {
        "outstanding", "denomination", "old_rate", "interest_paid_to", "old_day_count", "default_margin",
        "default_from", "interest_runs_on_overdue", "old_interest_from", "accretion_date", "accretion_value",
        "step_rate", "step_through", "new_maturity", "new_day_count", "payment_day", "new_notes_increment",
        "cash_in_lieu_applies", "participation_fee", "installment_share", "installment_stated_date",
        "warrants_per_denomination", "shares_per_warrant", "warrant_rounding_aggregate", "exercise_price",
        "shares_outstanding", "payment_roll", "accrual_is_adjusted", "first_payment_date", "minimum_tender",
        "series_minimum_tender", "consummation_date", "offer_expenses", "stated_total_consideration", "early_premium",
        "cap", "fixed_spread", "reference_security", "reference_yield", "par_call_date", "price_determination",
        "cap_bounds", "series_cap", "series_caps_bound", "series_rate", "series_outstanding", "series_day_count",
        "series_interest_paid_to", "option_cap", "option_cap_measure", "pool_amount", "interest_stated_to",
    }
)  # fmt: skip
_FIGURED_FROM = ("consideration_", "premium_", "capital_", "in_kind_", "new_note_")
"""Terms from which amounts follow, by their names and by how the names begin."""


@rule(per="amended_term")
def amended_term_pattern(amended_term_name: Text, amended_term_nth: Count) -> Text:
    """What documents call the changed term, with places for what varies.

    >>> amended_term_pattern("installment_stated_date", 2)
    'Date of the {nth} installment of the fee'
    >>> amended_term_pattern("installment_stated_date", 0)
    'Date of the payment of the fee'
    """
    alone = None if amended_term_nth else ALONE.get(amended_term_name)
    return alone or PHRASES[amended_term_name]


@rule(per="amended_term")
def amended_term_date(amended_term_axis: Text, amended_term_label: Text, latest_announced: Date) -> Date:
    """Date by which the row of the changed term is told; the day of the announcement where no date tells it.

    >>> amended_term_date("accretion", "2012-06-15", datetime.date(2012, 7, 2))
    datetime.date(2012, 6, 15)
    """
    return datetime.date.fromisoformat(amended_term_label) if amended_term_axis in _DATED else latest_announced


@rule(per="amended_term")
def amended_term_is_wording(amended_term_name: Text) -> Flag:
    """Whether the changed term is words that stand in a sentence, so that it is told how they read.

    >>> amended_term_is_wording("provision_text"), amended_term_is_wording("share_class")
    (True, False)
    """
    return amended_term_name in _WORDINGS


@rule(per="amended_term")
def amended_price_before(amended_term_is_price: Flag, amended_term_before: Text | Pending) -> Money:
    """What the changed term was, where it is a price that is printed with its cents; nothing where it is none.

    >>> amended_price_before(True, Fraction("962.5")), amended_price_before(False, "down")
    (Fraction(1925, 2), Fraction(0, 1))
    """
    return _money(amended_term_before) if amended_term_is_price else Fraction(0)


@rule(per="amended_term")
def amended_price_after(amended_term_is_price: Flag, amended_term_after: Text | Pending) -> Money:
    """What the changed term has become, where it is a price that is printed with its cents; nothing where it is none.

    >>> amended_price_after(True, Fraction(970))
    Fraction(970, 1)
    """
    return _money(amended_term_after) if amended_term_is_price else Fraction(0)


@rule(per="amended_term")
def amended_term_is_price(
    amended_term_name: Text, amended_term_before: Text | Pending, amended_term_after: Text | Pending
) -> Flag:
    """Whether the changed term is a price, before and after, of which either has cents, or documents print them.

    >>> amended_term_is_price("stated_total_consideration", Fraction(960), Fraction(970))
    True
    >>> amended_term_is_price("participation_fee", Fraction(30), Fraction(33))
    False
    """
    if isinstance(amended_term_before, Pending) or isinstance(amended_term_after, Pending):
        return False
    with_cents = any(_money(each).denominator != 1 for each in (amended_term_before, amended_term_after))
    return amended_term_name in _IN_CENTS or (amended_term_name in _PRICES and with_cents)


def _money(said: Any) -> Fraction:
    """The amount that a changed term is: its figure is declared as text, which stands for any unit."""
    return said if isinstance(said, Fraction) else Fraction(0)


@rule()
def amendment_moves_figures(amended_term_name: Each[Text]) -> Flag:
    """Whether the last announcement changed a term from which amounts follow that a supplement gives anew.

    >>> amendment_moves_figures({"contact": "contact_name"}), amendment_moves_figures({"fee": "participation_fee"})
    (False, True)
    """
    return any(name in _FIGURED or name.startswith(_FIGURED_FROM) for name in amended_term_name.values())


def composed(pattern: str, places: Mapping[str, Figure]) -> str:
    """A phrase with its places filled, as English prints the figures.

    >>> from lexdocs.notation.units import Unit
    >>> nth = Figure("amended_term_nth", (), Unit.COUNT, 2, "", amended_term_pattern)
    >>> composed("Date of the {nth} installment of the fee", {"nth": nth})
    'Date of the second installment of the fee'
    """

    def filled(place: re.Match[str]) -> str:
        figure = places[place[1]]
        return write(figure.value, figure.unit, style=_STYLES.get(place[1]), written=figure.written)

    return re.sub(r"\{(\w+)\}", filled, pattern)
