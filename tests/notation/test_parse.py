"""What counsel may type, and the words for what counsel may not."""

from __future__ import annotations

import contextlib
import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.forms import NotationError, parse
from lexdocs.notation.units import Day, Moment, Rounding, Unit, Value

MARCH_15 = datetime.date(2012, 3, 15)
BAD = Path(__file__).parents[1] / "bad" / "notation"


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        (Unit.MONEY, "$1,250", Fraction(1250)),
        (Unit.MONEY, "$1250.00", Fraction(1250)),
        (Unit.MONEY, "$2.345", Fraction("2.345")),
        (Unit.MONEY, "$12.5 million", Fraction(12_500_000)),
        (Unit.MONEY, "U.S.$5", Fraction(5)),
        (Unit.MONEY, "($5.50)", Fraction("-5.5")),
        (Unit.RATE, "8%", Fraction("0.08")),
        (Unit.RATE, "8.125%", Fraction("0.08125")),
        (Unit.RATE, "9 3/8%", Fraction("0.09375")),
        (Unit.RATE, "9⅜%", Fraction("0.09375")),
        (Unit.RATE, "9\u00a0⅜%", Fraction("0.09375")),
        (Unit.RATE, "9⁵⁄₁₆%", Fraction("0.093125")),
        (Unit.RATE, "9 1/3%", Fraction(28, 300)),
        (Unit.PERCENTAGE, "100%", Fraction(1)),
        (Unit.NUMBER, "5.25", Fraction("5.25")),
        (Unit.NUMBER, "5 1/4", Fraction("5.25")),
        (Unit.NUMBER, "1/4", Fraction("0.25")),
        (Unit.COUNT, "4,300", 4300),
        (Unit.COUNT, "4300", 4300),
        (Unit.COUNT, "four", 4),
        (Unit.COUNT, "Twenty-One", 21),
        (Unit.FRACTION, "one-third", Fraction(1, 3)),
        (Unit.FRACTION, "1/3", Fraction(1, 3)),
        (Unit.FRACTION, "two thirds", Fraction(2, 3)),
        (Unit.FRACTION, "one-quarter", Fraction(1, 4)),
        (Unit.FRACTION, "all", Fraction(1)),
        (Unit.DATE, "March 15, 2012", datetime.date(2012, 3, 15)),
        (Unit.DATE, "2012-03-15", datetime.date(2012, 3, 15)),
        (Unit.DATE, "February 29, 2012", datetime.date(2012, 2, 29)),
        (Unit.DAY, "February 29", Day(2, 29)),
        (Unit.MOMENT, "12 midnight, New York City time, on March 15, 2012", Moment(MARCH_15, 24, 0, "New York City")),
        (Unit.MOMENT, "12 noon, London time, on March 15, 2012", Moment(MARCH_15, 12, 0, "London")),
        (Unit.MOMENT, "5 p.m., London time, on March 15, 2012", Moment(MARCH_15, 17, 0, "London")),
        (Unit.MOMENT, "12:00 a.m., London time, on March 15, 2012", Moment(MARCH_15, 0, 0, "London")),
        (Unit.TEXT, "  Senior Notes\n", "Senior Notes"),
        (Unit.FLAG, "no", False),
        (Unit.CUSIP, "123456AB1", "123456 AB 1"),
        (Unit.CUSIP, "037833100", "037833 10 0"),
        (Unit.TELEPHONE, "(555) 555-0100", "(555) 555-0100"),
        (Unit.ROUNDING, "half even", Rounding.HALF_EVEN),
        (Unit.DAY_COUNT, "30/360", "30/360"),
    ],
)  # fmt: skip
def test_forms(unit: Unit, text: str, value: Value):
    parsed = parse(unit, text)
    assert parsed == value
    assert not isinstance(parsed, float)


def bad_inputs() -> list[tuple[Unit, str, str]]:
    """Each line of `tests/bad/notation/UNIT.txt`: what was typed => the whole message."""
    cases = []
    for path in sorted(BAD.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                typed, message = line.split(" => ")
                cases.append((Unit(path.stem), typed, message))
    return cases


@pytest.mark.parametrize(("unit", "typed", "message"), bad_inputs())
def test_the_error_says_what_is_wrong_and_how_to_write_it(unit: Unit, typed: str, message: str):
    with pytest.raises(NotationError) as raised:
        parse(unit, typed)
    assert str(raised.value) == message
    assert str(raised.value) == f"{raised.value.what}; {raised.value.example}"


def test_every_unit_has_bad_inputs():
    assert {unit for unit, _, _ in bad_inputs()} == set(Unit) - {Unit.TEXT, Unit.TITLE}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("  ", "the text is empty"),
        ("a\ue000b", '"a\\ue000b" holds the character U+E000, which does not print'),
        ("a\U000f0000", '"a\\uf0000" holds the character U+F0000, which does not print'),
        ("a\tb", '"a\\u0009b" holds the character U+0009, which does not print'),
        ("a\u202eb", '"a\\u202eb" holds the character U+202E, which does not print'),
    ],
)
@pytest.mark.parametrize("unit", [Unit.TEXT, Unit.TITLE])
def test_texts_that_do_not_print(unit: Unit, text: str, what: str):
    with pytest.raises(NotationError) as raised:
        parse(unit, text)
    assert raised.value.what == what


@given(st.sampled_from(Unit), st.text(max_size=300))
def test_any_text_is_parsed_or_refused_in_words(unit: Unit, text: str):
    with contextlib.suppress(NotationError):
        parse(unit, text)


@given(st.sampled_from(Unit), st.text("0123456789/.,%$ -()", max_size=20))
def test_any_figures_are_parsed_or_refused_in_words(unit: Unit, text: str):
    with contextlib.suppress(NotationError):
        assert not isinstance(parse(unit, text), float)


def test_a_figure_of_thousands_of_digits_is_refused_at_once():
    with pytest.raises(NotationError, match="is too long for a count"):
        parse(Unit.COUNT, "1" * 100_000)
