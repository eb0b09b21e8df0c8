"""Slips of the hand: near by digits, by thousands, by a part of a date; and what is another number altogether."""

import pytest

from lexdocs.checks.tieout.numerals import read
from lexdocs.checks.tieout.slips import is_slip, is_sure_slip
from lexdocs.notation.find import find
from tests.checks.tieout.texts import known_of


def slip(said, address):
    """Whether the first number of a text may be a slip for a figure, and whether it is surely one."""
    (item, *_) = find(said)
    reading = read(item, "", "")
    true = known_of("lexington_2001").matcher.facts.by_address[address].figure.value
    return is_slip(item, reading, true), is_sure_slip(item, reading, true)


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("$27,142,000", "outstanding"),  # digits swapped
        ("$27,411,000", "outstanding"),  # another digit
        ("$27,412", "outstanding"),  # its thousands gone
        ("$2.723", "exercise_price"),
        ("149,395", "maximum_warrants"),
        ("12 1/4%", "old_rate"),  # another fraction
        ("13 3/4%", "old_rate"),
    ],
)
def test_a_number_of_many_digits_is_surely_a_slip(said, address):
    assert slip(said, address) == (True, True)


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("$2.37", "exercise_price"),
        ("98%", "minimum_tender"),
        ("9.9%", "minimum_tender"),  # the point in another place
        ("five", "supporting_holders"),
        ("September 5, 2001", "expiration"),
        ("September 4, 2002", "expiration"),
        ("October 4, 2001", "expiration"),
        ("5:00 p.m.", "expiration"),
        ("September 7", "expiration"),
        ("529529 AC 3", "old_cusip"),
        ("(212) 319-4675", "contact_telephone"),
    ],
)
def test_one_of_few_digits_may_be_a_slip(said, address):
    assert slip(said, address) == (True, False)


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("$31,900,000", "outstanding"),
        ("$30", "outstanding"),
        ("50%", "minimum_tender"),
        ("7%", "old_rate"),
        ("seven", "supporting_holders"),
        ("October 11, 2003", "expiration"),
        ("June 11", "expiration"),
        ("912828 XY 9", "old_cusip"),
        ("(800) 555-0141", "contact_telephone"),
    ],
)
def test_another_number_altogether_is_no_slip(said, address):
    assert slip(said, address) == (False, False)
