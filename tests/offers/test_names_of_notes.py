"""Names of notes hold numbers as names of notes do; rates, amounts and maturities are terms of their own."""

import pytest

from lexdocs.errors import InputError
from tests.documents.series_variants import said
from tests.offers.tenders import deal, series, sheet

HELD = [("H-1", "a", 300_000, 300_000)]
OFFER, RELEASE = "offer-to-purchase/offer-to-purchase", "press-releases/tender-commencement"


@pytest.mark.parametrize(
    "name", ["Zero Coupon Notes", "Two-Year Notes", "Series 2031-1 Notes", "10-Year Debentures", "Second Lien Notes"]
)
def test_a_name_of_notes_may_hold_a_number(name, tmp_path):
    deal(tmp_path, sheet([series("a", 500_000, name=name)]), HELD)
    for text in said(tmp_path, "2016-06-06", OFFER, RELEASE).values():
        assert f"6% {name} due 2026" in text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("6% Notes", "6%"),
        ("Notes due 2026", "2026"),
        ("$50 Notes", "$50"),
        ("Notes due March 15, 2026", "March 15, 2026"),
    ],
)
def test_a_rate_or_a_maturity_is_no_part_of_a_name(name, figure, tmp_path):
    with pytest.raises(InputError) as raised:
        deal(tmp_path, sheet([series("a", 500_000, name=name)]), HELD)
    assert any(f'"{figure}" is a figure inside a text' in str(each) for each in raised.value.problems)
