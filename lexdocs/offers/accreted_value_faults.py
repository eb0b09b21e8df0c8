"""What would leave accreted values without meaning: rows out of order, and days on which the table says nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.offers.accreted_value import AT_MATURITY
from lexdocs.offers.exchange_terms import ExchangeSheet


def accreted_value_faults(terms: ExchangeSheet) -> list[str]:
    """A line for each fault: the path of the term, what is wrong, and the remedy."""
    return [*_rows(terms), *_cash(terms), *_days(terms)]


def _rows(terms: ExchangeSheet) -> Iterator[str]:
    """Values of nothing, beyond principal, or falling; dates out of order or after maturity."""
    table, maturity = terms.old_notes.accreted_value, terms.old_notes.maturity
    most = write(AT_MATURITY, Unit.MONEY)
    for index, row in enumerate(table):
        path = f"old_notes.accreted_value[{index}]"
        if row.value <= 0:
            yield f"{path}.value: must be more than nothing; correct the amount"
        if row.value > AT_MATURITY:
            yield f"{path}.value: is more than the {most} at maturity; write the value for each {most}"
        if row.date > maturity:
            what = f"{_said(row.date)} comes after old_notes.maturity, {_said(maturity)}"
            yield f"{path}.date: {what}; correct one of the two"
    for index, (before, after) in enumerate(pairwise(table), 1):
        path = f"old_notes.accreted_value[{index}]"
        if after.date < before.date:
            yield f"{path}.date: {_said(after.date)} comes before the row above; put the rows in order"
        if after.value < before.value:
            yield f"{path}.value: is less than that of the row above, and values grow; correct one of the two"


def _cash(terms: ExchangeSheet) -> Iterator[str]:
    """Interest in cash before the value has ceased to grow, or without a table."""
    table, since = terms.old_notes.accreted_value, terms.old_notes.interest_from
    if since is None:
        return
    if not table:
        what = "there is no table of accreted values; write old_notes.accreted_value, or leave the date out"
        yield f"old_notes.interest_from: {what}"
    elif since < (last := max(row.date for row in table)):
        what = f"{_said(since)} comes before the table of accreted values ends, {_said(last)}"
        yield f"old_notes.interest_from: {what}; correct one of the two"


def _days(terms: ExchangeSheet) -> Iterator[str]:
    """Days whose value is asked for and on which the table says nothing."""
    table = terms.old_notes.accreted_value
    if not table:
        return
    first, last = min(row.date for row in table), max(row.date for row in table)
    asked = {
        "offer.consummation_date": terms.offer.consummation_date,
        "holdouts.payment_date": terms.holdouts.payment_date,
    }
    for path, day in asked.items():
        if day is not None and day < first:
            what = f"the table of accreted values begins on {_said(first)}, and {_said(day)} comes before it"
            yield f"{path}: {what}; add its row to old_notes.accreted_value"
        if day is not None and day > last and terms.old_notes.interest_from is None:
            what = f"the table of accreted values ends on {_said(last)}, and {_said(day)} comes after it"
            yield f"{path}: {what}; add rows to old_notes.accreted_value, or write old_notes.interest_from"


def _said(day: datetime.date) -> str:
    return write(day, Unit.DATE)
