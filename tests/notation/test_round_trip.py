"""What is written is parsed and found again: for every unit, on both media, value for value."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.day_counts import NAMES
from lexdocs.notation.find import KINDS, find
from lexdocs.notation.forms import STYLES, Medium, parse, write
from lexdocs.notation.identifiers import check_digit
from lexdocs.notation.units import Day, Moment, Rounding, Unit, Value

ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
media = st.sampled_from(Medium)
dates = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
days = dates.map(lambda date: Day(date.month, date.day))
times = st.one_of(st.just((24, 0)), st.tuples(st.integers(0, 23), st.integers(0, 59)))
places = st.sampled_from(["New York City", "London", "St. Louis", "Eastern", "Hong Kong"])
moments = st.builds(lambda date, time, place: Moment(date, time[0], time[1], place), dates, times, places)


@st.composite
def cusips(draw: st.DrawFn) -> str:
    issuer = draw(st.text("0123456789", min_size=3, max_size=3)) + draw(st.text(ALNUM, min_size=3, max_size=3))
    issue = draw(st.text(ALNUM, min_size=2, max_size=2))
    return f"{issuer} {issue} {check_digit(issuer + issue)}"


telephones = st.from_regex(r"\([0-9]{3}\) [0-9]{3}-[0-9]{4}", fullmatch=True)
binary = st.builds(Fraction, st.integers(0, 3200), st.sampled_from([1, 2, 4, 8, 16, 32]))
decimal = st.builds(lambda n, p: Fraction(n, 10**p), st.integers(0, 10**9), st.integers(0, 6))
parts = st.builds(lambda n, d: Fraction(n % d, d), st.integers(0, 200), st.integers(1, 60)).filter(bool)

VALUES: dict[Unit, st.SearchStrategy[Value]] = {
    Unit.MONEY: st.builds(lambda n, p: Fraction(n, 10**p), st.integers(0, 10**15), st.integers(0, 4)),
    Unit.RATE: st.one_of(binary, decimal).map(lambda size: size / 100),
    Unit.PERCENTAGE: st.one_of(binary, decimal).map(lambda size: size / 100),
    Unit.NUMBER: st.one_of(binary, decimal),
    Unit.COUNT: st.integers(0, 10**14),
    Unit.FRACTION: parts,
    Unit.DATE: dates,
    Unit.DAY: days,
    Unit.MOMENT: moments,
    Unit.CUSIP: cusips(),
    Unit.TELEPHONE: telephones,
    Unit.DAY_COUNT: st.sampled_from(list(NAMES)),
}


@pytest.mark.parametrize("unit", VALUES)
@given(data=st.data(), medium=media)
def test_what_is_written_is_parsed_and_found(unit: Unit, data: st.DataObject, medium: Medium):
    value = data.draw(VALUES[unit])
    text = write(value, unit, medium=medium)
    assert parse(unit, text) == value
    (found,) = find(text)
    assert (found.start, found.end, found.value) == (0, len(text), value)
    assert found.kind in KINDS[unit]


@pytest.mark.parametrize("unit", VALUES)
@given(
    data=st.data(),
    medium=media,
    before=st.sampled_from(["", "of ", "(", "“", "—", "the\n"]),
    after=st.sampled_from(["", ".", ", or", ")", "”", ";\n"]),
)
def test_it_is_found_within_a_sentence(unit: Unit, data: st.DataObject, medium: Medium, before: str, after: str):
    value = data.draw(VALUES[unit])
    text = write(value, unit, medium=medium)
    # A bracketed amount is negative, as a ledger has it; and a fraction in brackets is what it is.
    ledger = before == "(" and after == ")" and unit in (Unit.MONEY, Unit.NUMBER, Unit.COUNT)
    found = [each for each in find(before + text + after) if each.kind in KINDS[unit]]
    assert len(found) == 1
    assert text in found[0].text
    assert found[0].value == value or (ledger and found[0].value == -value)  # type: ignore[operator]


@given(value=st.integers(2, 10**14), medium=media)
def test_counts_in_words(value: int, medium: Medium):
    text = write(value, Unit.COUNT, style="words", medium=medium)
    assert parse(Unit.COUNT, text) == value
    for shown in (text, text.upper(), text.capitalize(), text.replace(" ", "\n    ")):
        assert [(found.text, found.value) for found in find(shown)] == [(shown, value)]


@given(value=st.integers(1, 999))
def test_ordinals_in_words(value: int):
    text = write(value, Unit.COUNT, style="ordinal")
    assert [(found.text, found.value) for found in find(text)] == [(text, value)]


def test_one_is_a_count_but_is_not_found_and_zero_is():
    assert write(1, Unit.COUNT, style="words") == "one"
    assert (parse(Unit.COUNT, "one"), parse(Unit.COUNT, "zero")) == (1, 0)
    assert find("one, or none and all") == []
    assert [found.value for found in find("one or zero")] == [0]


@given(amount=st.fractions(-(10**9), 10**9, max_denominator=10**6), medium=media)
@pytest.mark.parametrize("style", STYLES[Unit.MONEY])
def test_amounts_in_each_style_are_found_whole(style: str, amount: Fraction, medium: Medium):
    if style in ("bare", "accounting_bare"):
        amount = Fraction(int(amount * 100), 100)
    text = write(amount, Unit.MONEY, style=style, medium=medium)
    if style == "accounting_fine" and medium is Medium.PAPER:
        # In a column what it lacks of six decimals is room, which is no part of the figure.
        decimals = len(text.strip("()—\u2007").partition(".")[2] or "00")
        assert len(text) - len(text.rstrip("\u2007")) == 6 - decimals
        text = text.rstrip("\u2007")
    quantum = {
        "thousands": 1000,
        "accounting_thousands": 1000,
        "whole": 1,
        "accounting_whole": 1,
        "accounting_sign_whole": 1,
    }.get(style, Fraction(1, 100))
    found = find(text)
    if text == "—":
        assert amount == 0
        return
    assert len(found) == 1
    said = found[0].value
    if found[0].text != text:
        # "(7)" is the number of an item as often as a loss: it is found without its brackets.
        assert style in ("accounting_whole", "accounting_bare")
        assert text == f"({found[0].text})"
        said, amount = abs(Fraction(str(said))), abs(amount)
        assert said < 1000
    assert isinstance(said, Fraction | int)
    assert 2 * abs(said - amount) <= quantum


@given(value=dates)
def test_dates_in_each_style(value: datetime.date):
    for style in ("long", "iso", "weekday"):
        text = write(value, Unit.DATE, style=style, medium=Medium.PAPER)
        assert [(found.text, found.value) for found in find(text)] == [(text, value)]
    text = write(value, Unit.DATE, style="month_day")
    assert [(found.text, found.value) for found in find(text)] == [(text, Day(value.month, value.day))]


@pytest.mark.parametrize("unit", [Unit.RATE, Unit.PERCENTAGE])
@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("8%", "8%"),
        ("8.10%", "8.10%"),
        ("9.375%", "9.375%"),
        ("9 3/8%", "9 3/8%"),
        ("9⅜%", "9 3/8%"),
        ("9⁵⁄₁₆%", "9 5/16%"),
        ("0.50%", "0.50%"),
        ("1/2%", "1/2%"),
        ("1,250.5%", "1,250.5%"),
        ("9 6/16 %", "9 3/8%"),
    ],
)
def test_a_percentage_prints_as_it_was_typed(unit: Unit, written: str, printed: str):
    assert write(parse(unit, written), unit, written=written) == printed


@given(
    units=st.sampled_from([Unit.RATE, Unit.PERCENTAGE]), n=st.integers(0, 9999), d=st.sampled_from([2, 4, 8, 16, 32])
)
def test_a_changed_value_keeps_the_manner_of_the_typed_one(units: Unit, n: int, d: int):
    value = Fraction(n, d) / 100
    assert parse(units, write(value, units, written="9.5%")) == value
    assert parse(units, write(value, units, written="9 1/2%")) == value


@pytest.mark.parametrize(("written", "printed"), [("5.250", "5.250"), ("5 1/4", "5 1/4"), ("5¼", "5 1/4"), ("5", "5")])
def test_a_number_prints_as_it_was_typed(written: str, printed: str):
    assert write(parse(Unit.NUMBER, written), Unit.NUMBER, written=written) == printed


def test_choices_come_back():
    for rounding in Rounding:
        assert parse(Unit.ROUNDING, write(rounding, Unit.ROUNDING)) is rounding
    for flag in (True, False):
        assert parse(Unit.FLAG, write(flag, Unit.FLAG)) is flag


def test_decimals_print_as_the_fractions_they_equal():
    assert write(Decimal("1250.50"), Unit.MONEY) == "$1,250.50"
    assert write(Decimal("0.09375"), Unit.RATE) == "9 3/8%"


@pytest.mark.parametrize("value", [0.5, True, "5"])
@pytest.mark.parametrize("unit", [Unit.MONEY, Unit.RATE, Unit.NUMBER, Unit.COUNT, Unit.PERCENTAGE, Unit.FRACTION])
def test_only_exact_numbers_are_written(value: Value, unit: Unit):
    with pytest.raises(TypeError):
        write(value, unit)
