"""The printed forms, one by one."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from babel.dates import format_date
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from lexdocs.notation.decimals import fixed, places_needed, scaled
from lexdocs.notation.forms import STYLES, Medium, NotationError, write
from lexdocs.notation.rounding import as_decimal, round_to
from lexdocs.notation.units import Moment, Rounding, Unit, Value
from lexdocs.notation.words import ORDINALS, SMALL

PAPER = Medium.PAPER
MIDNIGHT_01 = Moment(datetime.date(2012, 3, 15), 24, 1, "London")
ROUNDED = "would print rounded; choose a style that rounds or prints a fraction"
ROUNDED_AMOUNT = "the amount would print rounded; choose a style, such as cents or whole"
MARCH_15 = datetime.date(2012, 3, 15)


@pytest.mark.parametrize(
    ("value", "style", "printed"),
    [
        ("1250", None, "$1,250"),
        ("1250.5", None, "$1,250.50"),
        ("2.345", None, "$2.345"),
        ("2.3456", None, "$2.3456"),
        ("0", None, "$0"),
        ("-5", None, "-$5"),
        ("2.345", "cents", "$2.35"),
        ("-2.345", "cents", "-$2.35"),
        ("-0.001", "cents", "$0.00"),
        ("12756500", "thousands", "$12,757,000"),
        ("499.99", "thousands", "$0"),
        ("1250.5", "whole", "$1,251"),
        ("1250.5", "bare", "1,250.50"),
        ("1250.005", "bare_cents", "1,250.01"),
        ("1250", "accounting", "1,250.00"),
        ("-1250", "accounting", "(1,250.00)"),
        ("0", "accounting", "—"),
        ("0.004", "accounting", "0.00"),
        ("-0.004", "accounting", "0.00"),
        ("1250.5", "accounting_whole", "1,251"),
        ("350.625", "fine", "$350.625"),
        ("1350", "fine", "$1,350.00"),
        ("18.9510869565", "fine", "$18.951087"),
        ("1350.625", "accounting_fine", "1,350.625"),
        ("-0.375", "accounting_fine", "(0.375)"),
        ("0", "accounting_fine", "—"),
        ("1350", "accounting_bare", "1,350"),
        ("-1350.5", "accounting_bare", "(1,350.50)"),
        ("0", "accounting_bare", "—"),
        ("-1250.5", "accounting_whole", "(1,251)"),
        ("0", "accounting_whole", "—"),
        ("12756500", "accounting_thousands", "12,757,000"),
        ("-12756500", "accounting_thousands", "(12,757,000)"),
        ("0", "accounting_thousands", "—"),
    ],
)
def test_amounts(value: str, style: str | None, printed: str):
    assert write(Fraction(value), Unit.MONEY, style=style) == printed


@pytest.mark.parametrize(
    ("value", "unit", "style", "plain", "paper"),
    [
        (Fraction("0.09375"), Unit.RATE, None, "9 3/8%", "9⅜%"),
        (Fraction("0.0975"), Unit.RATE, None, "9 3/4%", "9¾%"),
        (Fraction("0.08"), Unit.RATE, None, "8%", "8%"),
        (Fraction("0.08"), Unit.RATE, "fraction", "8%", "8%"),
        (Fraction(149, 1600), Unit.RATE, None, "9 5/16%", "9⁵⁄₁₆%"),
        (Fraction(1, 800), Unit.RATE, None, "1/8%", "⅛%"),
        (Fraction("0.081"), Unit.RATE, None, "8.1%", "8.1%"),
        (Fraction("0.09375"), Unit.RATE, "decimal", "9.375%", "9.375%"),
        (Fraction(7, 75), Unit.RATE, "fraction", "9 1/3%", "9⅓%"),
        (Fraction("0.625"), Unit.PERCENTAGE, None, "62.5%", "62.5%"),
        (Fraction("0.625"), Unit.PERCENTAGE, "whole", "63%", "63%"),
        (Fraction("0.625"), Unit.PERCENTAGE, "two_places", "62.50%", "62.50%"),
        (Fraction("-0.625"), Unit.PERCENTAGE, "one_place", "-62.5%", "\u221262.5%"),
        (Fraction(2, 3), Unit.PERCENTAGE, "one_place", "66.7%", "66.7%"),
        (Fraction("5.25"), Unit.NUMBER, None, "5.25", "5.25"),
        (Fraction("5.25"), Unit.NUMBER, "fraction", "5 1/4", "5¼"),
        (Fraction("-0.5"), Unit.NUMBER, "fraction", "-1/2", "−½"),
        (Fraction("-0.001"), Unit.NUMBER, "two_places", "0.00", "0.00"),
        (Fraction(1, 3), Unit.NUMBER, "four_places", "0.3333", "0.3333"),
        (4300, Unit.COUNT, None, "4,300", "4,300"),
        (4300, Unit.COUNT, "plain", "4300", "4300"),
        (4300, Unit.COUNT, "words", "four thousand three hundred", "four thousand three hundred"),
        (21, Unit.COUNT, "ordinal", "twenty-first", "twenty-first"),
        (Fraction(1, 3), Unit.FRACTION, None, "one-third", "one-third"),
        (Fraction(3, 4), Unit.FRACTION, "words", "three-quarters", "three-quarters"),
        (Fraction(1), Unit.FRACTION, None, "all", "all"),
        (MARCH_15, Unit.DATE, None, "March 15, 2012", "March\u00a015, 2012"),
        (MARCH_15, Unit.DATE, "month_day", "March 15", "March\u00a015"),
        (MARCH_15, Unit.DATE, "weekday", "Thursday, March 15, 2012", "Thursday, March\u00a015, 2012"),
        (MARCH_15, Unit.DATE, "iso", "2012-03-15", "2012-03-15"),
        ("9 3/8% Notes due May 5", Unit.TITLE, None, "9 3/8% Notes due May 5", "9⅜% Notes due May\u00a05"),
        ("9 3/8% Notes", Unit.TITLE, "upper", "9 3/8% NOTES", "9⅜% NOTES"),
        ("senior notes", Unit.TEXT, "capital", "Senior notes", "Senior notes"),
        ("(555) 555-0100", Unit.TELEPHONE, None, "(555) 555-0100", "(555)\u00a0555-0100"),
        ("123456 AB 1", Unit.CUSIP, None, "123456 AB 1", "123456\u00a0AB\u00a01"),
    ],
)  # fmt: skip
def test_forms_on_both_media(value: Value, unit: Unit, style: str | None, plain: str, paper: str):
    assert write(value, unit, style=style) == plain
    assert write(value, unit, style=style, medium=PAPER) == paper


@pytest.mark.parametrize(
    ("hour", "minute", "printed"),
    [(24, 0, "12 midnight"), (12, 0, "12 noon"), (0, 0, "12:00 a.m."), (17, 0, "5:00 p.m."), (23, 59, "11:59 p.m.")],
)
def test_moments(hour: int, minute: int, printed: str):
    moment = Moment(MARCH_15, hour, minute, "New York City")
    assert write(moment, Unit.MOMENT) == f"{printed}, New York City time, on March 15, 2012"
    assert write(moment, Unit.MOMENT, style="time") == f"{printed}, New York City time"
    assert write(moment, Unit.MOMENT, style="date") == "March 15, 2012"
    held = printed.replace(" ", "\u00a0")
    assert write(moment, Unit.MOMENT, medium=PAPER) == f"{held}, New York City time, on March\u00a015, 2012"


@pytest.mark.parametrize(
    ("value", "unit", "style", "message"),
    [
        (Fraction(1, 3), Unit.MONEY, None, ROUNDED_AMOUNT),
        (Fraction("0.00001"), Unit.MONEY, "bare", ROUNDED_AMOUNT),
        (Fraction(1, 3), Unit.NUMBER, None, f"the number 1/3 {ROUNDED}"),
        (Fraction(1, 300), Unit.RATE, None, f"the rate 1/3 {ROUNDED}"),
        (Fraction(5, 2), Unit.COUNT, None, "5/2 is not a count; round it first: only whole things are counted"),
        (10**15, Unit.COUNT, "words", "1,000,000,000,000,000 has no form in words here; print it in digits"),
        (Fraction(3, 2), Unit.FRACTION, None, "3/2 is not a part of a whole; a fraction lies between none and all"),
        (Fraction(5), Unit.MONEY, "cent", 'an amount of money has no print style "cent"; did you mean "cents"?'),
        (True, Unit.FLAG, "long", 'a flag has no print style "long"; it prints in one way only'),
        (MARCH_15, Unit.DATE, "x", 'a date has no print style "x"; its styles are long, iso, month_day, weekday'),
        (MIDNIGHT_01, Unit.MOMENT, None, "there is no time of day 24:01; hours run from 0 to 24:00"),
    ],
)  # fmt: skip
def test_what_cannot_be_written(value: Value, unit: Unit, style: str | None, message: str):
    with pytest.raises(NotationError) as raised:
        write(value, unit, style=style)
    assert str(raised.value) == message


def test_every_unit_has_its_list_of_styles():
    assert set(STYLES) == set(Unit)


@given(st.fractions(-(10**6), 10**6), st.integers(0, 6))
def test_printed_digits_round_as_the_rounding_of_figures_does(value: Fraction, places: int):
    quantum = Fraction(1, 10**places)
    assert scaled(value, places) * quantum == round_to(value, Rounding.HALF_UP, quantum)


@given(st.integers(-(10**9), 10**9), st.integers(0, 9))
def test_exact_digits_are_those_of_the_decimal(top: int, places: int):
    value = Fraction(top, 10**places)
    needed = places_needed(value)
    assert needed is not None
    assert fixed(value, needed, group=False) == f"{abs(as_decimal(value)):f}"


@given(st.integers(0, 10**12))
def test_amounts_agree_with_babel(cents: int):
    value = Fraction(cents, 100)
    assert write(value, Unit.MONEY, style="cents") == format_currency(as_decimal(value), "USD", locale="en_US")


@given(st.dates(datetime.date(1000, 1, 1)))
def test_dates_agree_with_babel(date: datetime.date):
    assert write(date, Unit.DATE) == format_date(date, "long", locale="en_US")
    assert write(date, Unit.DATE, style="weekday") == format_date(date, "full", locale="en_US")


def test_the_words_read_are_the_words_num2words_writes():
    assert {num2words(number): number for number in [*range(1, 20), *range(20, 100, 10)]} == SMALL
    assert {num2words(number, to="ordinal"): number for number in [*range(1, 20), *range(20, 100, 10)]} == ORDINALS
