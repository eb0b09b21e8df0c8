"""What would leave the figures of an exchange offer for several series without meaning."""

from __future__ import annotations

from collections.abc import Iterator

from lexdocs.notation.units import Rounding
from lexdocs.offers.capitalization_faults import capitalization_faults
from lexdocs.offers.series import series_faults
from lexdocs.offers.series_exchange_choices import CapMeasure, Option
from lexdocs.offers.series_exchange_considerations import consideration_faults
from lexdocs.offers.series_exchange_dates import date_faults
from lexdocs.offers.series_exchange_labels import label_faults
from lexdocs.offers.series_exchange_papers import NewNotes
from lexdocs.offers.series_exchange_terms import FractionRule, SeriesExchangeSheet, Shares, Warrants

_MONTHS = 12


def faults(terms: SeriesExchangeSheet) -> list[str]:
    """A line for each fault: the path of the term, what is wrong, and the remedy."""
    return [
        *series_faults(terms.series),
        *label_faults(terms),
        *consideration_faults(terms),
        *_new_notes(terms),
        *_options(terms),
        *_fractions(terms),
        *_parts(terms),
        *_traded(terms),
        *date_faults(terms),
        *capitalization_faults(terms.capitalization, several=True),
    ]


def _traded(terms: SeriesExchangeSheet) -> Iterator[str]:
    """Where the shares trade is needed by whoever is offered shares, or warrants for them, and by nobody else."""
    if terms.shares is None and terms.warrants is None:
        return
    for name, what in (("ticker", "under which symbol its shares trade"), ("market", "where its shares trade")):
        if getattr(terms.company, name) is None:
            yield f"company.{name}: shares or warrants are offered, and the terms do not say {what}; write it"


def _new_notes(terms: SeriesExchangeSheet) -> Iterator[str]:
    for index, notes in enumerate(terms.new_notes):
        at = f"new_notes[{index}]"
        if notes.increment <= 0:
            yield f"{at}.increment: must be more than nothing; correct the amount"
        if notes.cap is not None and notes.cap <= 0:
            yield f"{at}.cap: must be more than nothing; correct the amount, or leave the cap out"
        if notes.cap is not None and notes.rounding is not Rounding.DOWN:
            yield f"{at}.rounding: notes rounded {notes.rounding} can pass the cap on them; write down, or drop the cap"
        for name in ("cash", "fee", "shares", "warrants"):
            if getattr(notes.brings, name) < 0:
                yield f"{at}.brings.{name}: is less than nothing; correct the amount"
        if notes.payments_a_year is not None and (notes.payments_a_year < 1 or _MONTHS % notes.payments_a_year):
            what = f"{notes.payments_a_year} times a year is no whole number of months"
            yield f"{at}.payments_a_year: {what}; write 1, 2, 3, 4, 6 or 12"
        yield from _rates(terms, at, notes)


def _rates(terms: SeriesExchangeSheet, at: str, notes: NewNotes) -> Iterator[str]:
    """New notes bear one rate, or steps in order of which the last runs on."""
    steps = [(index, step) for index, step in enumerate(terms.steps) if step.notes == notes.label]
    if notes.rate is None and not steps:
        yield f"{at}.rate: is missing, and no step names these notes; write the rate, or list steps"
    if notes.rate is not None and steps:
        yield f"{at}.rate: stands beside steps for the same notes; keep the one or the other"
    for index, step in steps[:-1]:
        if step.through is None:
            yield f"steps[{index}].through: only the last rate may run on; write the date to which it runs"
    dated = [step.through for _, step in steps if step.through]
    if dated != sorted(set(dated)):
        yield f"steps[{steps[0][0]}]: the dates do not follow one another; put the steps in order"
    if steps and steps[-1][1].through is not None and steps[-1][1].through < notes.maturity:
        yield f"steps[{steps[-1][0]}].through: no rate runs from here to maturity; leave the date out"


def _options(terms: SeriesExchangeSheet) -> Iterator[str]:
    defaults = [index for index, option in enumerate(terms.options) if option.default]
    for index in defaults[1:]:
        yield f"options[{index}].default: another option is the default already; keep one"
    for index, option in enumerate(terms.options):
        yield from _cap(terms, f"options[{index}].cap", option)
        yield from _pool(terms, f"options[{index}].pool", option)


def _cap(terms: SeriesExchangeSheet, at: str, option: Option) -> Iterator[str]:
    cap = option.cap
    if cap is None:
        return
    if cap.amount <= 0:
        yield f"{at}.amount: must be more than nothing; correct the amount, or leave the cap out"
    given = [row for row in terms.considerations if row.option == option.label]
    if cap.of is CapMeasure.CASH and not any(row.total.cash for row in given):
        yield f"{at}.of: the option gives no cash that a cap could bound; write principal or new notes"
    if cap.of is CapMeasure.NEW_NOTES and not any(row.notes for row in given):
        yield f"{at}.of: the option gives no new notes that a cap could bound; write principal or cash"
    if cap.of is CapMeasure.NEW_NOTES:
        yield from _cap_of_notes(terms, at, option)
    if cap.of is CapMeasure.CASH and option.pool is not None:
        yield f"{at}: the cash of the option is bounded by its pool already; keep the one or the other"
    other = next((each for each in terms.options if each.label == cap.excess_to), None)
    if other is None:
        return
    if other is option:
        yield f"{at}.excess_to: the excess cannot go to the option itself; name another option"
    elif other.cap is not None:
        yield f'{at}.excess_to: option "{other.label}" has a cap itself; name an option without one'
    for label in _series_of(terms, option):
        if label not in _series_of(terms, other):
            yield f'{at}.excess_to: option "{other.label}" is not open to series "{label}"; open it, or name another'


def _cap_of_notes(terms: SeriesExchangeSheet, at: str, option: Option) -> Iterator[str]:
    """What an option issues keeps within a cap on it only if no rounding and no pool adds to it."""
    given = {row.notes for row in terms.considerations if row.option == option.label}
    for index, notes in enumerate(terms.new_notes):
        if notes.label in given and notes.rounding is not Rounding.DOWN:
            what = f"notes rounded {notes.rounding} can pass the cap of option {option.label}"
            yield f"new_notes[{index}].rounding: {what}; write down, or let the cap bound principal"
    if option.pool is not None:
        remedy = "let the cap bound principal"
        yield f"{at}.of: notes given for cash that the pool does not reach can pass a cap on new notes; {remedy}"


def _pool(terms: SeriesExchangeSheet, at: str, option: Option) -> Iterator[str]:
    pool = option.pool
    if pool is None:
        return
    if pool.amount <= 0:
        yield f"{at}.amount: a pool of nothing; write how much cash holders share, or leave the pool out"
    if pool.notes_per_dollar < 0:
        yield f"{at}.notes_per_dollar: is less than nothing; correct the number"
    priced = {row.series for row in terms.considerations if row.option == option.label and row.total.cash}
    for index, row in enumerate(terms.considerations):
        if row.option == option.label and row.series not in priced:
            remedy = "write the most that is paid for $1,000"
            yield f"considerations[{index}].total.cash: the option shares a pool of cash and names no price; {remedy}"
    capped = [notes.label for notes in terms.new_notes if notes.cap is not None]
    if pool.rest_in in capped:
        yield f'{at}.rest_in: "{pool.rest_in}" has a cap, which a pool could force past; cap the option instead'


def _series_of(terms: SeriesExchangeSheet, option: Option) -> tuple[str, ...]:
    """The labels of the series that may choose an option."""
    return option.series or tuple(series.label for series in terms.series)


def _fractions(terms: SeriesExchangeSheet) -> Iterator[str]:
    sections: dict[str, Shares | Warrants | None] = {"shares": terms.shares, "warrants": terms.warrants}
    if terms.warrants is not None and terms.warrants.exercise_price <= 0:
        yield "warrants.exercise_price: must be more than nothing; correct the price"
    for name, section in sections.items():
        given = [f"considerations[{n}].total" for n, row in enumerate(terms.considerations) if getattr(row.total, name)]
        given += [f"new_notes[{n}].brings" for n, notes in enumerate(terms.new_notes) if getattr(notes.brings, name)]
        if section is None:
            for at in given:
                yield f"{at}.{name}: the terms have no section {name}; write it, with what becomes of fractions"
            continue
        if section.fraction is FractionRule.CASH and section.price is None:
            yield f"{name}.price: fractions are paid in cash and no price is named; write the price"
        if section.price is not None and section.price <= 0:
            yield f"{name}.price: must be more than nothing; correct the price"
        if section.fraction is not FractionRule.CASH and section.price is not None:
            yield f"{name}.price: no fraction is paid in cash; leave the price out, or write `fraction: cash`"


def _parts(terms: SeriesExchangeSheet) -> Iterator[str]:
    """Parts of a whole, and the fee's installments."""
    shares = {"offer.minimum_tender": terms.offer.minimum_tender}
    shares |= {f"series[{n}].minimum_tender": each.minimum_tender for n, each in enumerate(terms.series)}
    for at, share in shares.items():
        if share is not None and not 0 < share <= 1:
            yield f"{at}: must be more than nothing and at most the whole; correct the percentage"
    paying = [f"considerations[{n}].total.fee" for n, row in enumerate(terms.considerations) if row.total.fee]
    paying += [f"new_notes[{n}].brings.fee" for n, notes in enumerate(terms.new_notes) if notes.brings.fee]
    if terms.fee is None:
        for at in paying:
            yield f"{at}: the terms have no section fee; write it, with the installments"
    elif not terms.fee.installments:
        yield "fee.installments: there is none; write at least one, with its share"
