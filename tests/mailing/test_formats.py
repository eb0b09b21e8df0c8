"""A compiled formatter prints what `write` prints on paper, for every unit, style and number."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.mailing import formats
from lexdocs.mailing.formats import formatter, texts
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import STYLES, Medium, write
from lexdocs.notation.units import Day, Moment, Rounding, Unit, Value

NUMERIC = (Unit.MONEY, Unit.RATE, Unit.PERCENTAGE, Unit.NUMBER, Unit.COUNT, Unit.FRACTION)
EVERY = [(unit, style) for unit in NUMERIC for style in (None, *STYLES[unit])]
BOTTOMS = (1, 2, 3, 7, 8, 16, 100, 360, 1_000, 36_000, 10**6, 10**9)
# Whole numbers of every length, and those that a rounding turns on.
NUMBERS = (
    st.integers(-(10**4), 10**4)
    | st.integers(-(10**13), 10**13)
    | st.integers()
    | st.builds(
        lambda half, size, by: half * 10**size + by, st.integers(-99, 99), st.integers(0, 12), st.integers(-2, 2)
    )
)
COMPILED = [
    *((Unit.MONEY, style, bottom) for style in (None, *STYLES[Unit.MONEY]) for bottom in (1, 100, 1_000)),
    *((Unit.MONEY, style, 10**6) for style in ("cents", "whole", "thousands", "accounting", "accounting_whole")),
    *((Unit.PERCENTAGE, style, 10**6) for style in ("whole", "one_place", "two_places", "four_places")),
    *((Unit.NUMBER, style, 1_000) for style in (None, "two_places", "four_places")),
    *((Unit.COUNT, style, 1) for style in (None, "plain")),
]


def on_paper(value, unit, style, written=None):
    return write(value, unit, style=style, written=written, medium=Medium.PAPER)


@pytest.mark.parametrize(("unit", "style"), EVERY)
@given(data=st.data())
@settings(deadline=None, max_examples=30)
def test_a_formatter_prints_what_write_prints(unit, style, data):
    bottom = data.draw(st.sampled_from(BOTTOMS))
    numbers = data.draw(st.lists(NUMBERS, max_size=12))
    printed = formatter(unit, style, bottom)
    good = []
    for number in numbers:
        try:
            expected = on_paper(Fraction(number, bottom), unit, style)
        except NotationError as error:
            with pytest.raises(NotationError, match=str(error)[:5]):
                printed([number])
        else:
            good.append((number, expected))
    assert printed([number for number, _ in good]) == [text for _, text in good]


@pytest.mark.parametrize(("unit", "style", "bottom"), COMPILED)
def test_a_compiled_formatter_does_not_write(unit, style, bottom, monkeypatch):
    formatter.cache_clear()
    compiled = formatter(unit, style, bottom)
    numbers = [0, 1, -1, 99_999, -123_456_789, 10**15 + 7]
    expected = [on_paper(Fraction(number, bottom), unit, style) for number in numbers]
    monkeypatch.setattr(formats, "write", lambda *_args, **_options: pytest.fail("write was called"))
    assert compiled(numbers) == expected


@given(cents=st.lists(st.integers(1, 10**12), max_size=50))
def test_amounts_of_any_size_in_a_column(cents):
    assert formatter(Unit.MONEY, "accounting", 100)(cents) == [f"{each // 100:,}.{each % 100:02}" for each in cents]


def test_a_style_that_prints_otherwise_than_its_pattern_is_written_one_by_one():
    assert formatter(Unit.NUMBER, "fraction", 8)([3, 11, -4, 0]) == ["⅜", "1⅜", "−½", "0"]
    assert formatter(Unit.COUNT, "words", 1)([21, 4]) == ["twenty-one", "four"]


def test_a_formatter_that_differs_from_write_in_one_number_is_not_used(monkeypatch):
    def odd(value, unit, **options):
        return "a hundred thousand" if value == 100_000 else write(value, unit, **options)

    monkeypatch.setattr(formats, "write", odd)
    formatter.cache_clear()
    assert formatter(Unit.MONEY, "cents", 100)([10_000_000, 100]) == ["a hundred thousand", "$1.00"]
    formatter.cache_clear()


def test_a_formatter_tells_nothing_from_what_rounds_to_nothing():
    assert formatter(Unit.MONEY, "accounting_whole", 100)([0, 49, -49, 50, -50]) == ["—", "0", "0", "1", "(1)"]


def test_a_style_that_the_unit_lacks_is_refused_at_once():
    with pytest.raises(NotationError, match='no print style "cent"; did you mean "cents"'):
        formatter(Unit.MONEY, "cent", 100)


@pytest.mark.parametrize("bottom", [0, -100])
def test_nothing_stands_below_the_line(bottom):
    with pytest.raises(ValueError, match="cannot stand below the line"):
        formatter(Unit.MONEY, "cents", bottom)


VALUES: dict[Unit, list[Value]] = {
    Unit.MONEY: [Fraction(5, 4), Decimal("1.25"), 7],
    Unit.RATE: [Fraction(3, 32), Decimal("0.08")],
    Unit.DATE: [datetime.date(2012, 3, 15)],
    Unit.DAY: [Day(6, 15)],
    Unit.MOMENT: [Moment(datetime.date(2012, 3, 15), 17, 0, "New York City")],
    Unit.TEXT: ["two words", "Émilie's “Trust”"],
    Unit.TITLE: ["9 3/8% Senior Notes due March 15, 2012"],
    Unit.FLAG: [True, False, True],
    Unit.CUSIP: ["123456 AB 1"],
    Unit.TELEPHONE: ["(555) 555-0100"],
    Unit.ROUNDING: [Rounding.HALF_UP],
}


@pytest.mark.parametrize(("unit", "style"), [(unit, style) for unit in VALUES for style in (None, *STYLES[unit])])
def test_values_as_they_are(unit, style):
    values = VALUES[unit]
    assert texts(unit, style)(values + values) == 2 * [on_paper(value, unit, style) for value in values]


def test_a_value_is_printed_as_it_was_typed():
    printed = texts(Unit.PERCENTAGE, None)
    values, written = [Fraction(24, 100)] * 3, ["24.00%", None, "24%"]
    assert printed(values, written) == [
        on_paper(value, Unit.PERCENTAGE, None, typed) for value, typed in zip(values, written, strict=True)
    ]
    assert printed(values, written)[:2] == ["24.00%", "24%"]


def test_values_that_are_equal_and_of_two_types_are_kept_apart():
    printed = texts(Unit.COUNT, None)
    assert printed([1]) == ["1"]
    with pytest.raises(TypeError, match="not an exact number"):
        printed([True])
