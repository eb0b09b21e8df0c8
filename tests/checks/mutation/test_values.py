"""Other values for an input: each can be read, and none says what stood there."""

import datetime
from fractions import Fraction

import pytest

from lexdocs.checks.mutation.values import others, varied
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Day, Moment, Rounding, Unit
from lexdocs.terms.sheet import HolderLevel

SAID = [
    (Unit.MONEY, "$6,250,000"), (Unit.MONEY, "$8.40"), (Unit.MONEY, "$0"), (Unit.RATE, "9 3/8%"),
    (Unit.PERCENTAGE, "66.5%"), (Unit.PERCENTAGE, "66 2/3%"), (Unit.PERCENTAGE, "0%"), (Unit.NUMBER, "7.25"),
    (Unit.COUNT, "9,016,500"),
    (Unit.FRACTION, "one-fourth"), (Unit.DATE, "June 8, 2012"), (Unit.DAY, "May 15"), (Unit.TEXT, "Orla Pemberwick"),
    (Unit.MOMENT, "5:00 p.m., Chicago time, on July 20, 2012"), (Unit.FLAG, "no"), (Unit.CUSIP, "74838J AA 9"),
    (Unit.TELEPHONE, "(218) 555-0177"), (Unit.ROUNDING, "half up"), (Unit.DAY_COUNT, "Act/360"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "text"), SAID)
def test_each_other_value_can_be_read_and_is_another(unit, text):
    value = parse(unit, text)
    found = others(unit, value, text)
    assert found
    assert len(set(found)) == len(found)
    for other in found:
        assert parse(unit, other) != value


def test_an_amount_moves_by_a_little_by_much_and_by_cents():
    assert others(Unit.MONEY, Fraction(6_250_000))[:3] == ("$6,260,000", "$12,500,000", "$6,250,000.37")


def test_one_of_a_list_of_words_becomes_each_of_the_others():
    assert others(Unit.TEXT, HolderLevel.REGISTERED) == ("participant", "beneficial")
    assert others(Unit.ROUNDING, Rounding.UP) == ("down", "half up", "half even")


@pytest.mark.parametrize(
    "value",
    [True, 7, Fraction(5, 2), datetime.date(2012, 6, 8), Day(5, 15), "a word", Rounding.DOWN,
     Moment(datetime.date(2012, 7, 20), 17, 0, "Chicago")],
)  # fmt: skip
def test_what_a_rule_is_tried_with_is_of_the_same_kind_and_another(value):
    found = list(varied(value))
    assert found
    assert all(type(each) is type(value) for each in found)
    assert any(each != value for each in found)
