"""Numbers that are set aside for what stands before and behind them, and figures that look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.find import find
from tests.notation.set_aside import left


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("our memorandum of March 8, 2011, at 12-15", ["March 8, 2011"]),
        ("Oak, Debt Exchanges (1994), at 12-15, says", ["1994"]),
        ("the notes traded on March 8, 2011, at 95-97", ["March 8, 2011", "95", "97"]),
        ("the Senior Notes (2011), at 95-97", ["2011", "95", "97"]),
        ("a report of March 8, 2011, at 95-97%", ["March 8, 2011", "95", "97%"]),
        ("a balance sheet 2 years old", ["2"]),
        ("27,412 pages", ["27,412"]),
    ],
)
def test_pages_behind_a_paper(text: str, expected: list[str]):
    assert left(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("508 A.2d 873, 875-77, 880 n.12 (Del. Ch. 1986)", []),
        ("12 F.3d 45, 47 and 4 creditors", ["47", "4"]),
        ("12 F.3d 45, 4 creditors", ["4"]),
        ("12 F.3d 45, 2004", ["2004"]),
        ("508 A.2d 873 - 12 3/4%", ["12 3/4%"]),
        ("508 a 2d 873", []),
        ("2 a. 12", ["2", "12"]),
    ],
)
def test_cases_and_their_pages(text: str, expected: list[str]):
    assert left(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call our desk at (212) 555-0123, option 3, for more", ["(212) 555-0123"]),
        ("dial the helpline and press 2.", []),
        ("telephone 212.555.0123, option 2 or 3", ["212.555.0123"]),
        ("Holders choose option 3", ["3"]),
        ("Call the agent. Option 3 pays cash", ["3"]),
        ("call for option 3 consideration", ["3"]),
        ("an extension 2012 holders asked for", ["2012"]),
        ("the extension 30 days later", ["30"]),
    ],
)
def test_keys_of_a_menu_and_extensions(text: str, expected: list[str]):
    assert left(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.1 Indenture dated as of March 8, 2011", ["March 8, 2011"]),
        ("10-54 Form of warrant agreement", []),
        ("(d) 99.1 Press release dated March 8, 2011 99.2* Form of letter", ["March 8, 2011"]),
        ("a ratio of 4.1 Notes", ["4.1"]),
        ("10-15 Holders", ["10", "15"]),
        ("99.1 form of them", ["99.1"]),
    ],
)
def test_exhibits_in_a_list(text: str, expected: list[str]):
    assert left(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Terminal 4, 1900 Commercial Avenue", []),
        ("5 Penn Placeholder, 14th Floor", []),
        ("5 Penn Placeholder, New York, NY 10022", []),
        ("27 Example Holders, New York, New York", ["27"]),
        ("On March 5 Penn Placeholder, Newark, New Jersey, said", ["March 5"]),
        ("In 2001 Penn Placeholder, Newark, New Jersey", ["2001"]),
        ("building 7 houses; a gate 7.5 wide", ["7", "7.5"]),
    ],
)
def test_buildings(text: str, expected: list[str]):
    assert left(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rated Ba1/BB+ and B2 / B", []),
        ("rated B2 by Moody's", []),
        ("BB-/B1", []),
        ("Class B1 and Tranche A2", ["B1", "A2"]),
        ("T+3", ["3"]),
        ("T+128 basis points", []),
        ("t+128", ["128"]),
    ],
)
def test_ratings_and_spreads(text: str, expected: list[str]):
    assert left(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2001-2004", "1998-99", "9-3/8%", "4-1/2%", "1000-1500", "95-21+", "12-15", "03-15-2012",
        "2012-03-15", "(212) 555-0123", "529529 AA 7", "529529-AA-7", "10-20%", "$1000-$1500", "0-5", "4,300-4,500",
        "CUSIP No. 123456782", "CUSIP No. 529529 AA 7", "No. 529529 AA 7",
        "reference 12/31/2011", "run 10-15 days", "Series 2001-A",
    ],
)  # fmt: skip
def test_figures_with_hyphens_are_no_numbers_of_files(text: str):
    assert left(f"about {text} or so") == [found.text for found in find(f"about {text} or so")]


@given(st.integers(0, 99), st.integers(0, 9_999_999))
def test_an_employer_identification_number_stands_alone(prefix: int, number: int):
    assert left(f"{prefix:02}-{number:07}") == []


@given(st.integers(1900, 2099), st.integers(1900, 2099))
def test_years_from_and_to_are_never_set_aside(first: int, last: int):
    assert left(f"notes of {first}-{last}") == [str(first), str(last)]
