"""Marks of notes, pages and items, and the scales of tables, are set aside; figures like them are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.asides import asides
from tests.notation.set_aside import left

NOTE, PAGE = "number of a note", "number of a page"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Note 7 to the financial statements", NOTE),
        ("in Note 7", NOTE),
        ("see Note 7", NOTE),
        ("(Note 7)", NOTE),
        ("Notes 3 and 7 to the consolidated financial statements", NOTE),
        ("See Notes 3, 5 and 7", NOTE),
        ("-1-", PAGE),
        ("   - 12 -", PAGE),
        ("— 2 —", PAGE),
        ("-- 30 --", PAGE),
        ("A-2", PAGE),
        ("3 of 12", PAGE),
    ],
)
def test_notes_of_statements_and_marks_of_pages(text: str, why: str):
    assert left(text) == []
    assert {each.why for each in asides(text)} == {why}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. The offer for 27,412 notes", ["27,412"]),
        ("1. agree with holders", []),
        ("12) Agree with holders", []),
        ("(2) agree with 5 creditors", ["5"]),
        ("4.1 Conditions", []),
        ("4.1.2. Conditions", []),
        ("5.45 shares for each note", ["5.45"]),
        ("5.45 Shares", ["5.45"]),
        ("5.45 of them", ["5.45"]),
        ("5.45 Warrants", ["5.45"]),
        ("(5)", ["5"]),
        ("(5) (6)", ["5", "6"]),
        ("1.5", ["1.5"]),
        ("1. 2,500", ["1", "2,500"]),
        ("ability to (1) agree with banks, (2) agree with four (4) creditors, and (3) pay $5", ["four", "4", "$5"]),
        ("(1) the tender of 95%, and (2) 5 consents", ["95%", "2", "5"]),
        ("one (1) share and two (2) warrants", ["1", "two", "2"]),
        ("ability to (1) agree", ["1"]),
        ("(1) pay, (2) pay and (5) pay", ["5"]),
    ],
)
def test_marks_of_items(text: str, expected: list[str]):
    assert left(text) == expected


@given(count=st.integers(2, 20), lead=st.sampled_from(["", "It is able to ", "Fees: "]))
def test_items_that_count_up_are_all_set_aside(count: int, lead: str):
    text = lead + ", ".join(f"({number}) pay ${number},000" for number in range(1, count + 1))
    assert left(text) == [f"${number},000" for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4,300(1)", ["4,300"]),
        ("Consideration(1)(2)", []),
        ("$30(12) and 99%(2)", ["$30", "99%"]),
        ("Common stock(1)", []),
        ("Common stock (1)", []),
        ("Net loss (5)", ["5"]),
        ("four(4)", ["four", "4"]),
        ("shares¹ and notes.²", []),
        ("9⁵⁄₁₆%", ["9⁵⁄₁₆%"]),
        ("4,300(123)", ["4,300", "123"]),
    ],
)
def test_marks_of_footnotes(text: str, expected: list[str]):
    assert left(text) == expected


def test_the_mark_of_a_list_is_told_by_the_list():
    assert left("4.1. conditions") == ["4.1"]
    assert left("4.1. conditions", begins_item=True) == []
    assert left("5.45 of them", begins_item=True) == ["5.45"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("($ in thousands, except per share)", []),
        ("in thousands", []),
        ("(in millions of U.S. dollars)", []),
        ("in thousands of cases", ["thousands"]),
        ("tens of thousands", ["thousands"]),
    ],
)
def test_scales_of_tables(text: str, expected: list[str]):
    assert left(text) == expected
