"""Names of the deal in a text: whatever their form, in another order, with a slip, and what only looks like one."""

import pytest

from lexdocs.checks.tieout.parties import calls
from lexdocs.checks.tieout.spelling import distance, near
from tests.checks.tieout.texts import known_of


def called(text, seldom=None):
    """The names in a text: what stands there, its figure, and whether it is said otherwise."""
    words = frozenset(text.lower().split()) if seldom is None else seldom
    found = calls(text, known_of("lexington_2001").parties, words)
    return [(text[each.start : each.end], each.name.address, bool(each.fault)) for each in found]


@pytest.mark.parametrize(
    ("text", "said", "address"),
    [
        ("by Lexington Precision Corporation", "Lexington Precision Corporation", "company_name"),
        ("by Lexington Precision Corp.", "Lexington Precision Corp", "company_name"),
        ("BY LEXINGTON PRECISION CORPORATION", "LEXINGTON PRECISION CORPORATION", "company_name"),
        ("by Lexington Precision alone", "Lexington Precision", "company_short_name"),
        ("to Wilmington Trust Co. at once", "Wilmington Trust Co", "exchange_agent"),
        ("its 12.75% Senior Subordinated Notes", "12.75% Senior Subordinated Notes", "old_notes_title"),
        ("its 12-3/4% Senior Subordinated Notes", "12-3/4% Senior Subordinated Notes", "old_notes_title"),
        ("traded as LEXP there", "LEXP", "ticker"),
    ],
)
def test_a_name_is_known_in_each_of_its_forms(text, said, address):
    assert called(text) == [(said, address, False)]


@pytest.mark.parametrize(
    ("text", "said", "address"),
    [
        ("by Lexington Precison Corporation", "Lexington Precison Corporation", "company_name"),
        ("by Precision Lexington Corporation", "Precision Lexington Corporation", "company_name"),
        ("to Wilmington Trust Bank", "Wilmington Trust Bank", "exchange_agent"),
        ("its 12 3/4% Junior Subordinated Notes", "12 3/4% Junior Subordinated Notes", "old_notes_title"),
        ("ask Waren Delano", "Waren Delano", "contact_name"),
        ("traded as LEPX there", "LEPX", "ticker"),
    ],
)
def test_a_name_said_otherwise_is_told(text, said, address):
    assert called(text) == [(said, address, True)]


@pytest.mark.parametrize(
    "text",
    [
        "the old notes of another age",  # a defined term has its capitals
        "a warren of rabbits",
        "to Wilmington Savings Company",  # another bank
        "the president of a club",
    ],
)
def test_what_only_looks_like_a_name_is_none(text):
    assert called(text) == []


def test_a_short_name_is_told_only_where_its_spelling_stands_once():
    assert called("traded as LEPX there", frozenset()) == []


@pytest.mark.parametrize(
    ("said", "meant", "steps"),
    [
        ("same", "same", 0),
        ("sme", "same", 1),
        ("smae", "same", 1),
        ("samme", "same", 1),
        ("some", "same", 1),
        ("sims", "same", 2),
    ],
)
def test_the_distance_of_words_counts_letters(said, meant, steps):
    assert distance(said, meant, 2) == steps
    assert near(said, meant) == (steps == 1)
