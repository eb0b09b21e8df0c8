"""CUSIP and ISIN numbers in a text, and what their check digits say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.find import Found, Kind, find
from lexdocs.notation.identifiers import check_digit
from lexdocs.notation.securities import cusip_of_isin, isin_check_digit

ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
issuers = st.builds(str.__add__, st.text("0123456789", min_size=3, max_size=3), st.text(ALNUM, min_size=3, max_size=3))
# No word of two letters is an issue: so it is told from the words of a heading.
issues = st.builds(str.__add__, st.sampled_from(ALNUM), st.sampled_from("0123456789"))


def only(text: str) -> Found:
    (found,) = find(text)
    return found


@given(issuer=issuers, issue=issues, check=st.integers(0, 9), gap=st.sampled_from(["", " ", "-"]))
def test_a_wrong_check_digit_is_a_fault(issuer: str, issue: str, check: int, gap: str):
    text = f"{issuer}{gap}{issue}{gap}{check}"
    found = only(f"CUSIP No. {text}")
    wanted = check_digit(issuer + issue)
    fault = "" if check == wanted else f"ends in the check digit {check}, where {wanted} belongs"
    assert (found.kind, found.text, found.value) == (Kind.CUSIP, text, f"{issuer} {issue} {check}")
    assert found.fault == fault
    if not text.isdigit():
        (bare,) = find(text)
        assert (bare.kind, bare.value, bare.fault) == (found.kind, found.value, found.fault)


@pytest.mark.parametrize(
    "text",
    [
        "CUSIP 123456782",
        "CUSIP: 123456782",
        "CUSIP No. 123456782",
        "CUSIP no.: 123456782",
        "CUSIP number 123456782",
        "the CUSIP number is 123456782",
        "(CUSIP # 123456782)",
        "CUSIP\n  No. 123456782",
    ],
)
def test_nine_digits_are_a_cusip_behind_the_word(text: str):
    assert (only(text).kind, only(text).value, only(text).fault) == (Kind.CUSIP, "123456 78 2", "")


def test_several_numbers_behind_the_word():
    found = find("CUSIP Nos. 123456782, 123456790 and G12345678. The 123456782 holders")
    assert [(each.kind, each.text) for each in found] == [
        (Kind.CUSIP, "123456782"),
        (Kind.CUSIP, "123456790"),
        (Kind.CUSIP, "G12345678"),
        (Kind.NUMBER, "123456782"),
    ]


def test_letters_that_are_a_unit_elsewhere():
    for issuer in ("0000BP", "123BPS", "12345M"):
        text = f"{issuer} 00 {check_digit(issuer + '00')}"
        assert (only(text).kind, only(text).text) == (Kind.CUSIP, text)


@pytest.mark.parametrize(
    "text", ["123456782", "H12345678", "123456ab2", "1A3456AB2", "123456 AB2", "THE 123456 OF 5", "123456 78 9 1,000"]
)
def test_other_labels_and_numbers_are_no_cusips(text: str):
    kinds = {found.kind for found in find(text)}
    assert (Kind.CUSIP in kinds) == (text == "123456 78 9 1,000")


@given(first=issuers, issue=issues, check=st.integers(0, 9), country=st.sampled_from(["US", "CA", "XS", "GB"]))
def test_an_isin_is_found_whatever_its_check_digit(first: str, issue: str, check: int, country: str):
    body = f"{country}{first}{issue}{check_digit(first + issue)}"
    found = only(f"{body}{check}")
    wanted = isin_check_digit(body)
    assert (found.kind, found.value) == (Kind.ISIN, f"{body}{check}")
    assert found.fault == ("" if check == wanted else f"ends in the check digit {check}, where {wanted} belongs")


@pytest.mark.parametrize("isin", ["US0378331005", "GB0002634946", "DE0007164600", "FR0000131104", "JP3435000009"])
def test_isins_that_are_listed(isin: str):
    assert isin_check_digit(isin[:-1]) == int(isin[-1])
    assert (only(isin).kind, only(isin).fault) == (Kind.ISIN, "")


@pytest.mark.parametrize("text", ["us0378331005", "ZZ0378331006", "US037833100", "US03783310055", "US037833100A"])
def test_other_labels_are_no_isins(text: str):
    assert [found.kind for found in find(text)] == [Kind.OTHER]


def test_an_isin_of_the_united_states_holds_a_cusip():
    assert cusip_of_isin("US0378331005") == "037833 10 0"
    assert cusip_of_isin("GB0002634946") is None
