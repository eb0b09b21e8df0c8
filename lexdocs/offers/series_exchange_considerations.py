"""What would leave the considerations of an exchange offer for several series without meaning."""

from __future__ import annotations

from collections.abc import Iterator

from lexdocs.offers.series_exchange_choices import Consideration, InterestPaid
from lexdocs.offers.series_exchange_terms import SeriesExchangeSheet

COMPONENTS = ("new_notes", "cash", "fee", "shares", "warrants")


def consideration_faults(terms: SeriesExchangeSheet) -> Iterator[str]:
    """A line for each consideration that is missing, not allowed, or of no meaning."""
    yield from _missing(terms)
    for n, row in enumerate(terms.considerations):
        yield from _amounts(f"considerations[{n}]", row, terms)
    yield from _interest(terms)


def _missing(terms: SeriesExchangeSheet) -> Iterator[str]:
    """Each series and option that may be chosen needs a consideration, and no other may have one."""
    said = {(row.series, row.option) for row in terms.considerations}
    every = tuple(series.label for series in terms.series)
    for option in terms.options:
        for label in option.series or every:
            if label in every and (label, option.label) not in said:
                remedy = "write its consideration, or name the series that may choose the option"
                yield f'considerations: there is none for series "{label}" in option "{option.label}"; {remedy}'
    allowed = {(label, option.label) for option in terms.options for label in option.series or every}
    options = [option.label for option in terms.options]
    for n, row in enumerate(terms.considerations):
        if (row.series, row.option) not in allowed and row.series in every and row.option in options:
            remedy = "add it to the option's series, or drop the consideration"
            yield f'considerations[{n}]: series "{row.series}" may not choose option "{row.option}"; {remedy}'


def _amounts(at: str, row: Consideration, terms: SeriesExchangeSheet) -> Iterator[str]:
    for name in COMPONENTS:
        total, premium = getattr(row.total, name), getattr(row.premium, name)
        if total < 0 or premium < 0:
            yield f"{at}.{'total' if total < 0 else 'premium'}.{name}: is less than nothing; correct the amount"
        elif premium > total:
            yield f"{at}.premium.{name}: the premium is more than the total, of which it is a part; correct one of them"
        if premium and terms.offer.early_deadline is None:
            remedy = "write offer.early_deadline, or drop the premium"
            yield f"{at}.premium.{name}: no early deadline tells who receives the premium; {remedy}"
    converts = row.accrued_interest is InterestPaid.NEW_NOTES
    if row.notes is None and row.total.new_notes:
        yield f"{at}.notes: new notes are given and not which; write the label of the new notes"
    if row.notes is None and converts:
        yield f"{at}.notes: interest is paid in new notes and not in which; write the label of the new notes"
    if row.notes is not None and not row.total.new_notes and not converts:
        yield f"{at}.total.new_notes: new notes are named and none are given; write how many, or drop the label"
    if not any(getattr(row.total, name) for name in COMPONENTS) and not converts:
        yield f"{at}.total: gives nothing; write what a holder receives for $1,000 of old notes"


def _interest(terms: SeriesExchangeSheet) -> Iterator[str]:
    """Of the rows that add up to one consideration, exactly one says what becomes of accrued interest."""
    rows: dict[tuple[str, str], list[int]] = {}
    for n, row in enumerate(terms.considerations):
        rows.setdefault((row.series, row.option), []).append(n)
    for numbers in rows.values():
        saying = [n for n in numbers if terms.considerations[n].accrued_interest is not None]
        if not saying:
            remedy = f"write {', '.join(InterestPaid)} as the case may be"
            yield f"considerations[{numbers[0]}].accrued_interest: is not said; {remedy}"
        for n in saying[1:]:
            yield f"considerations[{n}].accrued_interest: another row of the same series and option says it; keep one"
