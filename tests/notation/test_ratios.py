"""So much for each of so much: which find is the amount, and which the base."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.find import find
from lexdocs.notation.ratios import ratios


def said(text: str) -> list[tuple[str | None, str | None]]:
    found = find(text)
    return [
        (
            None if each.amount is None else found[each.amount].text,
            None if each.per is None else found[each.per].text,
        )
        for each in ratios(text, found)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5.45 shares for each $1,000 principal amount", [("5.45", "$1,000")]),
        ("$30 per $1,000", [("$30", "$1,000")]),
        ("$267.04 for every $1,000 of Old Notes", [("$267.04", "$1,000")]),
        ("one share for each warrant", [(None, None)]),
        ("one share of common stock per $1,000", [(None, "$1,000")]),
        ("2.5 warrants per $500", [("2.5", "$500")]),
        ("a fee of $30 in respect of each $1,000 tendered", [("$30", "$1,000")]),
        ("interest of $37.50 on each $1,000", [("$37.50", "$1,000")]),
        ("paid $37.50 to each $1,000", [("$37.50", "$1,000")]),
        ("$950 principal amount of New Notes per $1,000 principal amount", [("$950", "$1,000")]),
        ("$2.273 per share", [("$2.273", None)]),
        ("$2.273 a share", [("$2.273", None)]),
        ("$2.273 a share of common stock", [("$2.273", None)]),
        ("$10 each, or $5 apiece", [("$10", None), ("$5", None)]),
        ("a 3-for-2 split", [("3", "2")]),
        ("FOR EACH\n   $1,000, A FEE OF $30", [("$30", "$1,000")]),
        ("$30 in cash and 5.45 shares for each $1,000", [("$30", "$1,000"), ("5.45", "$1,000")]),
        ("$30 in cash, plus 5.45 shares, for each $1,000", []),
        ("has 27,412 notes and pays $30 for each $1,000", [("$30", "$1,000")]),
        ("149,396 shares, or 5.45 shares per $1,000", [("5.45", "$1,000")]),
        ("five warrants for each two notes", [("five", "two")]),
    ],
)
def test_the_amount_and_its_base(text: str, expected: list[tuple[str | None, str | None]]):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "For each $1,000 that a holder tenders, it gets $30 in cash and warrants for 5.45 shares. Fees are $5.",
            [("$30", "$1,000"), ("5.45", "$1,000")],
        ),
        (
            "A holder will receive, for each $1,000: $30 in cash; then $5",
            [("$30", "$1,000")],
        ),
        (
            "for each $500 on March 31, 2004, $12.50, and for each $1,000, $25",
            [("$12.50", "$500"), ("$25", "$1,000")],
        ),
        ("$30. For each $1,000 there is $40", [("$40", "$1,000")]),
        ("For each $1,000 due in 2004, $40", [("$40", "$1,000")]),
        ("$30 for each $1,000, and $5 more", [("$30", "$1,000")]),
    ],
)
def test_a_base_that_is_said_first(text: str, expected: list[tuple[str | None, str | None]]):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "14% per annum",
        "$5 per year, $37.50 per quarter",
        "12 notes per holder",
        "the 4 holders of each note",
        "a notice to each holder of 5 notes",
        "on each March 31 and June 30",
        "each of the four holders",
        "$5. Per share data follow",
    ],
)
def test_what_is_no_ratio(text: str):
    assert said(text) == []


def test_the_words_of_both():
    text = "5.45 shares of common stock for each $1,000 principal amount, and $30 per Old Note"
    first, second = ratios(text, find(text))
    assert (first.of, first.each) == ("shares of common stock", "principal amount")
    assert (second.of, second.each) == ("", "old note")
    assert text[first.start : first.end] == "5.45 shares of common stock for each $1,000"
    assert text[second.start : second.end] == "$30 per Old Note"


@given(
    amount=st.sampled_from(["$30", "5.45 shares", "2.5 warrants", "$267.04 in cash"]),
    base=st.sampled_from(["$1,000", "$500 principal amount", "$2,500 of Old Notes"]),
    word=st.sampled_from(["for each", "for every", "per", "in respect of each", "in exchange for each"]),
)
def test_each_word_joins_each_amount_to_each_base(amount: str, base: str, word: str):
    expected = [(find(amount)[0].text, find(base)[0].text)]
    assert said(f"The company pays {amount} {word} {base}.") == expected
    assert said(f"{word.capitalize()} {base}, the company pays {amount}.") == expected


@given(st.lists(st.sampled_from("$30 5.45 for each per $1,000 share one a , . ; and - the -for- 2004 shares".split())))
def test_any_words_give_places_of_the_finds(words: list[str]):
    text = " ".join(words)
    found = find(text)
    for each in ratios(text, found):
        assert 0 <= each.start < each.end <= len(text)
        assert each.amount != each.per or each.amount is None
        assert {each.amount, each.per} - {None} <= set(range(len(found)))


@pytest.mark.parametrize(
    "run", ["$30 per $1,000, " * 10_000, "per " * 50_000, "$5 " * 30_000, "for each $5 and " * 10_000]
)
def test_a_long_run_takes_no_long_time(run: str):
    # Linear in its length: a quadratic scan would take minutes here.
    ratios(run, find(run))
