"""Prices of a fraction of a cent are printed to the end, in every paper and language; those of whole cents as ever."""

from lexdocs.deal import open_deal
from lexdocs.outputs.text_tables import Cell, Row, table_lines
from lexdocs.writing.words import write_words
from tests.documents.series_variants import moved, said

OFFER = "offer-to-purchase/offer-to-purchase"
FIRST = ("press-releases/tender-commencement", "notices/tender-commencement", OFFER)
LAST = ("notices/tender-payment",)
COMMENCED, SETTLED = "2016-06-06", "2016-07-06"
FINE = ("total_consideration: $962.25", "total_consideration: $962.125")


def test_a_price_of_part_of_a_cent_is_printed_in_full(tmp_path):
    folder = moved("ferry", tmp_path, FINE)
    for texts, names in ((said(folder, COMMENCED, *FIRST), FIRST), (said(folder, SETTLED, *LAST), LAST)):
        for name in names:
            assert "962.125" in texts[name], name
            assert "962.13" not in texts[name], name
    # 962.125 and 98 days at 4.5%, 12.25: a row adds up in the decimals of its price
    assert "962.125 12.25 974.375" in " ".join(said(folder, COMMENCED, OFFER)[OFFER].split())
    words = write_words(open_deal(folder, event=SETTLED), ["statements/tender-settlement"])
    assert words.problems == ()


def test_a_price_of_whole_cents_has_two_decimals(tmp_path):
    texts = said(moved("ferry", tmp_path), COMMENCED, *FIRST)
    for name in FIRST:
        assert "962.25" in texts[name], name
        assert "962.250" not in texts[name], name
        assert "1,040.00" in texts[name], name


def test_in_plain_text_prices_stand_by_the_point():
    head = Row((Cell("Series", head=True), Cell("Price", number=True, head=True)))
    rows = [Row((Cell(label), Cell(price, number=True))) for label, price in (("a", "$1,018.75"), ("b", "$903.125"))]
    lines = table_lines([head, *rows], 40)
    assert lines is not None
    *_, first, second = lines
    assert first.index(".") == second.index(".")
