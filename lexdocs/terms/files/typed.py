"""Cells that a file keeps as numbers, dates and the like, written out as the texts that a reader of CSV knows.

Spreadsheets keep numbers in binary, with fifteen digits that hold. What is written here are those digits, as a decimal:
the amount that stood on the screen, and nothing is ever calculated with the binary one.
"""

from __future__ import annotations

import datetime
import re
from decimal import Context, Decimal
from typing import Any

_DIGITS = Context(prec=15)
_CENTS_HOLD = 13  # digits before the point, up to which fifteen in all keep the cents
_ZEROS = re.compile(r"0+").fullmatch
_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CURRENCY = re.compile(r"[\u20ac\u00a3\u00a5]").search


def number_text(number: Any) -> str:
    """A number in plain decimals, without an end of zeros; of a binary one the digits that hold.

    >>> number_text(Decimal("1234000.00")), number_text(1250.10), number_text(0.1 + 0.2), number_text(-5)
    ('1234000', '1250.1', '0.3', '-5')
    >>> number_text(12345678901234.56), number_text(1e-7)
    ('12345678901234.56', '0.0000001')
    >>> number_text(1e21), number_text(0.30000000000000004)
    ('1E+21', '0.3')
    """
    binary = not isinstance(number, int | Decimal)
    exact = Decimal(repr(number)) if binary else Decimal(number)
    if not exact.is_finite():
        return str(exact)
    if binary and exact.adjusted() >= _DIGITS.prec:
        # Of so large a number not all digits are kept: it is left to the reader of the cell to refuse it.
        return f"{exact.normalize():E}"
    if binary and exact.adjusted() < _CENTS_HOLD:
        exact = _DIGITS.create_decimal(exact)
    text = f"{exact:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def formatted(number: Any, shown: str) -> str:
    """A number as its format means it: a percentage with its sign, an amount in another currency with its own.

    >>> formatted(0.24, "0%"), formatted(1250, '#,##0.00 [$\u20ac-407]'), formatted(1250, "#,##0.00")
    ('24%', '\u20ac1250', '1250')
    """
    if "%" in _ASIDE.sub("", shown):
        return number_text(Decimal(number_text(number)) * 100) + "%"
    sign = _CURRENCY(shown)
    return (sign[0] if sign else "") + number_text(number)


def zero_filled(number: Any, shown: str) -> str | None:
    """A whole number in a format of noughts alone, with as many digits: there its leading noughts are not lost.

    >>> zero_filled(123, "00000"), zero_filled(123, "General")
    ('00123', None)
    """
    return f"{number:0{len(shown)}d}" if isinstance(number, int) and number >= 0 and _ZEROS(shown) else None


def time_text(value: datetime.date, shown: str = "") -> str:
    """A date, or a time in the form of ISO 8601; midnight in a format without hours is a date alone.

    >>> time_text(datetime.datetime(2012, 3, 15, 14, 5), "yyyy-mm-dd hh:mm")
    '2012-03-15 14:05'
    >>> time_text(datetime.datetime(2012, 3, 15), "yyyy-mm-dd"), time_text(datetime.date(2012, 3, 15))
    ('2012-03-15', '2012-03-15')
    """
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    plain = _ASIDE.sub("", shown).lower()
    if plain and "h" not in plain and value.time() == datetime.time():
        return value.date().isoformat()
    return value.isoformat(" ", "auto" if value.second or value.microsecond else "minutes")
