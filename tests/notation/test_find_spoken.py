"""Bonds by their rates and years, prices on the dollar and parts in words, as those who trade and write say them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.find import Found, Kind, find


def only(text: str) -> Found:
    (found,) = find(f"about {text}, or so")
    assert found.text == text
    return found


def values(text: str) -> list[object]:
    return [found.value for found in find(text)]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("12 3/4s", "12.75"),
        ("12-3/4s", "12.75"),
        ("12¾s", "12.75"),
        ("12¾'s", "12.75"),
        ("12¾’s", "12.75"),
        ("9⁵⁄₁₆s", "9.3125"),
        ("7\n    5/8s", "7.625"),
        ("8 1/8S", "8.125"),
        ("4.7s", "4.7"),
        ("41 cents on the dollar", "41"),
        ("50.3 cents of each dollar", "50.3"),
        ("97 cents in the dollar", "97"),
        ("97 1/2 cents on the U.S. dollar", "97.5"),
        ("41¢ on the dollar", "41"),
        ("41 cents\n  on the dollar", "41"),
        ("60 pence in the pound", "60"),
        ("Forty-one cents on the dollar", "41"),
    ],
)
def test_a_rate_in_the_plural_and_a_price_on_the_dollar(text: str, percent: str):
    found = only(text)
    assert (found.kind, found.value) == (Kind.PERCENTAGE, Fraction(percent) / 100)


@given(st.integers(1, 39), st.sampled_from(["1/8", "1/4", "3/8", "1/2", "5/8", "3/4", "7/8"]), st.sampled_from(" -"))
def test_every_rate_in_eighths_names_a_bond(whole: int, part: str, joined: str):
    assert only(f"{whole}{joined}{part}s").value == (whole + Fraction(part)) / 100


@given(st.integers(1900, 2099))
def test_a_year_in_the_plural_is_a_bond_and_a_decade_is_none(year: int):
    (found,) = find(f"holders of the {year}s say")
    assert (found.text, found.value, found.kind) == (
        (f"{year}s", year, Kind.NUMBER) if year % 10 else (f"{year}s", f"{year}s", Kind.OTHER)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 8 1/8s of 2010", [Fraction("0.08125"), 2010]),
        ("the 9s of 2021, the 9's due 2021", [Fraction("0.09"), 2021, Fraction("0.09"), 2021]),
        ("for 9s and 10s", ["9s", "10s"]),
        ("the 4.7% 2020s", [Fraction("0.047"), 2020]),
        ("the 2017s, 2020s and the 2041s", [2017, 2020, 2041]),
        ("the 2020s and 2041s", [2020, 2041]),
        ("in the 2020s", ["2020s"]),
        ("the 2010s and 2020s", ["2010s", "2020s"]),
        ("the 2020s, the 2041s", [2020, 2041]),
        ("2021's results", [2021]),
        ("3/4s of them, 75 1/8s", ["3/4", 75, "1/8"]),
        ("12 3/4th", [12, "3/4"]),
        ("41 cents a note, 41 cents on the notes", [41, 41]),
        ("81-84 cents on the dollar", [Fraction("0.81"), Fraction("0.84")]),
        ("41 to 43 cents on the dollar", [Fraction("0.41"), Fraction("0.43")]),
        ("41 to 43 cents a note", [41, 43]),
    ],
)
def test_names_of_bonds_and_what_is_none(text: str, expected: list[object]):
    assert values(text) == expected


@pytest.mark.parametrize(("text", "value"), [("30 bucks", 30), ("2 million bucks", 2_000_000), ("five bucks", 5)])
def test_bucks_are_dollars(text: str, value: int):
    found = only(text)
    assert (found.kind, found.value, found.currency) == (Kind.MONEY, value, "USD")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$107.7m", 107_700_000),
        ("$1,160.5m", 1_160_500_000),
        ("$87.25mm", 87_250_000),
        ("$3mn", 3_000_000),
        ("$2bn", 2 * 10**9),
        ("US$1.2bn", 1_200_000_000),
        ("€5m", 5_000_000),
    ],
)
def test_short_scales(text: str, value: int):
    assert only(text).value == value


THIRD, QUARTER, HALF = Fraction(1, 3), Fraction(1, 4), Fraction(1, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a third of it", [THIRD]),
        ("a\n   third of it", [THIRD]),
        ("paid a third at closing", [THIRD]),
        ("holders of a third to a half of the issue", [THIRD, HALF]),
        ("holders of a third", [THIRD]),
        ("it fell by a third, and by a quarter.", [THIRD, QUARTER]),
        ("more than a quarter", [QUARTER]),
        ("a fifth of the notes", [Fraction(1, 5)]),
        ("a third party, a third series, a third in a row, a third, Oak Fund, declined", [3, 3, 3, 3]),
        ("the third of them; a second of them", [3, 2]),
        ("a quarter later, each quarter, a quarter, quarterly", []),
        ("half the holders, half a share", [HALF, HALF]),
        ("half a point, half past, half-yearly, half an hour, half-hearted", []),
    ],
)
def test_parts_in_words(text: str, expected: list[object]):
    assert values(text) == expected
