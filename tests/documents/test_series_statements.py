"""What the statement of a holder in an exchange offer for several series shows of how its amounts were reached."""

from lexdocs.deal import open_deal
from lexdocs.writing.words import write_words
from tests.documents.series_variants import moved, words_of

SETTLED, STATEMENT = "2012-08-01", "statements/series-settlement"
ONE_INSTALLMENT = """\
    - share: one-fourth
    - share: one-fourth
      date: December 3, 2012
    - share: one-half
      date: March 1, 2013
"""


def _statements(folder):
    words = write_words(open_deal(folder, event=SETTLED), [STATEMENT])
    assert [str(each) for each in words.problems] == []
    return {each.name.rpartition("/")[2]: words_of(each) for each in words.documents}


def test_amounts_stand_beside_the_rates_from_which_they_come(tmp_path):
    """Rates of the holder's series for each option taken; rounding is worded by its direction; no number, a dash."""
    texts = _statements(moved("windrow", tmp_path))
    senior, junior, late = texts["W-3.senior"], texts["W-7.junior"], texts["W-8.junior"]
    assert "due August 1, 2019; rates for each $1,000 Item Early rate Late rate Amount" in senior
    assert "Mixed Option, with the accrued interest 600.00 600.00 " in senior
    assert "Less: remainder below $1,000 (cash)" in senior
    assert "Mixed Option 500.00 500.00 1,204,500.00" in junior
    assert "Mixed Option 20.00 20.00 48,180.00" in junior
    assert "Notes Option 800.00 760.00 739,200.00" in junior
    assert "Added, to the next multiple of $1" in junior
    assert "Notes Option 800.00 760.00 937,840.00" in late
    assert "Cash Option, share of its pool of $3,000,000 450.00 420.00" in texts["W-2.senior"]
    assert "CUSIP, Existing Notes —" in junior
    assert "CUSIP, Existing Notes 973900 AA 1" in senior
    assert {"Later installments of the fee" in texts[name] for name in ("W-3.senior", "W-8.junior")} == {True}
    assert "Later installments" not in texts["W-2.senior"]  # who has no fee
    assert "Not stated" not in " ".join(texts.values())


def test_rounding_is_worded_by_its_direction_and_coupons_as_titles_print_them(tmp_path):
    half = ("    increment: $1\n    rounding: up\n", "    increment: $1\n    rounding: half up\n")
    rate = ("    rate: 7 1/2%\n", "    rate: 7.20%\n")
    odd = ("      new_notes: $500\n", "      new_notes: $500.0001\n")
    one = (ONE_INSTALLMENT, "    - share: all\n")
    texts = _statements(moved("windrow", tmp_path, half, rate, odd, one))
    junior = texts["W-7.junior"]
    assert "Rounding to a multiple of $1, added or (taken off) (0.2409)" in junior
    assert "Rate a year 7.20% From" in junior
    assert "Rate a year 9% From" in texts["W-3.senior"]
    assert "Later installments" not in " ".join(texts.values())


def test_no_interest_is_a_dash(tmp_path):
    texts = _statements(moved("windrow", tmp_path))
    assert "Paid in all — Of which in cash —" in texts["W-2.senior"]  # whose option gives it up
    assert "Paid in all $62,493.75 Of which in cash $62,493.75" in texts["W-7.junior"]
