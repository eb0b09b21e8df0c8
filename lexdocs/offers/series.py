"""Several series of notes in one offer: what the term sheet says of each, and what would leave it without meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import BeforeValidator

from lexdocs.conventions.day_count import DAY_COUNTS
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.terms.fields import (
    CountTerm,
    CusipTerm,
    DateTerm,
    DayCountTerm,
    MoneyTerm,
    RateTerm,
    Section,
    TextTerm,
    leaf,
    part,
)
from lexdocs.terms.sheet import NameTerm

_BY_PERIODS, _MONTHS = "Act/Act ICMA", 12
_DOUBLED = str.maketrans({str(digit): str(digit * 2 // 10 + digit * 2 % 10) for digit in range(10)})


def check_isin(text: object) -> object:
    """An ISIN as it stands, or a `NotationError` where its form or its check digit is wrong (ISO 6166).

    >>> check_isin("US0378331005")
    'US0378331005'
    """
    if not isinstance(text, str):
        return text
    said = text.replace(" ", "").upper()
    if not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}[0-9]", said):
        raise NotationError(f'"{text}" is not an ISIN', "write it like US0378331005")
    digits = "".join(str(int(char, 36)) for char in said)
    summed = digits[::-1][::2] + digits[::-1][1::2].translate(_DOUBLED)
    if sum(map(int, summed)) % 10:
        raise NotationError(f'the check digit of "{text}" is wrong', "compare it with the source")
    return said


IsinTerm = Annotated[TextTerm, BeforeValidator(check_isin)]


class Series(Section):
    """A series of notes for which the offer is made."""

    label: str = part("a short name, by which figures and the register tell the series apart, such as notes-a")
    name: NameTerm = leaf("series_name", "Name of the series, without its rate and its maturity")
    rate: RateTerm = leaf("series_rate", "Interest rate of the series, a year")
    outstanding: MoneyTerm = leaf("series_outstanding", "Principal amount of the series outstanding")
    denomination: MoneyTerm = leaf("series_denomination", "Smallest principal amount of the series that may be held")
    multiple: MoneyTerm | None = leaf(
        "series_stated_multiple",
        "Step above the denomination in which the series may be held; none where it is the denomination",
        pending=True,
    )
    maturity: DateTerm = leaf("series_maturity", "Maturity of the series")
    interest_paid_to: DateTerm = leaf("series_interest_paid_to", "Date to which interest on the series has been paid")
    day_count: DayCountTerm | None = leaf("series_day_count", "Day count of the series", pending=True)
    payments_a_year: CountTerm | None = leaf(
        "series_payments_a_year", "Times a year that interest on the series is paid", pending=True
    )
    cusip: CusipTerm | None = leaf("series_cusip", "CUSIP number of the series", pending=True)
    isin: IsinTerm | None = leaf("series_isin", "International Securities Identification Number", pending=True)


def label_of(series: Series) -> str:
    """The label of a series: what its row is called."""
    return series.label


def series_faults(series: Sequence[Series]) -> list[str]:
    """A line for each fault of the series: labels, amounts, dates, and day counts that interest needs."""
    if not series:
        return ["series: there is none; write at least one series of notes"]
    found = [fault for index, each in enumerate(series) for fault in _faults(f"series[{index}]", each)]
    return [*found, *_twice(series)]


def _twice(series: Sequence[Series]) -> Iterator[str]:
    """Numbers of securities that two series have: each number is of one of them alone."""
    for name in ("cusip", "isin"):
        first: dict[str, str] = {}
        for index, each in enumerate(series):
            number = getattr(each, name)
            if number is not None and first.setdefault(number, each.label) != each.label:
                yield f"series[{index}].{name}: is that of {first[number]} too; correct one of the two"


def _faults(at: str, series: Series) -> Iterator[str]:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}", series.label):
        yield f'{at}.label: "{series.label}" cannot name a row; use letters, digits and hyphens'
    for name in ("outstanding", "denomination", "multiple"):
        amount = getattr(series, name)
        if amount is not None and amount <= 0:
            yield f"{at}.{name}: must be more than nothing; correct the amount"
    if series.rate < 0:
        yield f"{at}.rate: a rate is not less than nothing; correct the rate"
    if series.multiple is not None and series.multiple > 0 and series.denomination % series.multiple:
        what = f"{write(series.denomination, Unit.MONEY)} is not a whole number of steps of"
        yield f"{at}.denomination: {what} {write(series.multiple, Unit.MONEY)}; correct one of the two"
    if series.maturity <= series.interest_paid_to:
        paid = write(series.interest_paid_to, Unit.DATE)
        yield f"{at}.interest_paid_to: {paid} does not come before maturity; correct one of the two"
    yield from _day_count(at, series)


def _day_count(at: str, series: Series) -> Iterator[str]:
    """Interest is calculated on every series, so every series must say how its days are counted."""
    known = ", ".join(DAY_COUNTS)
    if series.day_count is None:
        yield f"{at}.day_count: interest is calculated and no day count is named; name one of {known}"
    elif series.day_count not in DAY_COUNTS:
        yield f"{at}.day_count: {series.day_count} is not calculated here; the day counts that are: {known}"
    payments = series.payments_a_year
    if payments is not None and (payments < 1 or _MONTHS % payments):
        yield f"{at}.payments_a_year: {payments} times a year is no whole number of months; write 1, 2, 3, 4, 6 or 12"
    elif payments is None and series.day_count == _BY_PERIODS:
        yield f"{at}.payments_a_year: {_BY_PERIODS} counts by coupon periods; write how many of them a year has"
