"""The worked example's figures, moved one input at a time to values worked out by hand."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.deal import open_deal
from lexdocs.errors import Where
from lexdocs.figures.compiling import compile_per
from lexdocs.figures.figure import Figure, Pending, leaves
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import Change

EXAMPLE = bundled_deals()["lexington_2001"]
DEALS = Path(__file__).parents[1] / "deals"


def deal(folder=EXAMPLE, **changes):
    """A deal with some terms changed, by their paths."""
    made = [Change(path, value, Where("test")) for path, value in changes.items()]
    return open_deal(folder, made)


def change(path, value, folder=EXAMPLE):
    return open_deal(folder, [Change(path, value, Where("test"))]).book


@pytest.fixture(scope="module")
def book():
    return open_deal(EXAMPLE).book


# Worked out by hand from the release: each line says how.
EXPECTED = {
    "outstanding_notes": 27_412,  # 27,412,000 / 1,000
    "minimum_tender_notes": 27_138,  # 27,412 x 99% = 27,137.88, up
    "minimum_tender_principal": 27_138_000,
    "maximum_holdout_principal": 274_000,  # 27,412 - 27,138 = 274 notes
    "accrual_days": 754,  # 2 years 720, August 1 to September 5: 34
    "accrued_interest_per_denomination": Fraction(1000) * Fraction("0.1275") * 754 / 360,  # 267.041666…
    "maximum_warrants": 149_396,  # 27,412 x 5.45 = 149,395.4, up
    "number_of_installments": 3,
    "business_days_open_from_announcement": 21,  # August 6 to September 4, without Labor Day
    "payment_frequency": "quarterly",
    "old_notes_title": "12 3/4% Senior Subordinated Notes",
    "old_annual_interest": 3_495_030,  # 27,412,000 x 12.75%
    "number_of_holdings": 12,
    "total_held": 27_412_000,
}


@pytest.mark.parametrize(("name", "value"), EXPECTED.items())
def test_worked_example(book, name, value):
    assert book.value(name) == value


def test_rows_of_the_worked_example(book):
    assert book.value("aggregate_interest", "all") == Decimal("7320146.17")  # 27,412 x 267.0416…
    assert book.value("aggregate_fee", "all") == 822_360  # 27,412 x 30
    assert [book.value("installment_amount", row) for row in book.rows("installment")] == [10, 10, 10]
    assert book.value("warrant_proceeds", "all") == Decimal("339577.11")  # 149,396 x 2.273 = 339,577.108
    assert round(book.value("warrant_dilution", "all") * 10000) == 300  # 149,396 / 4,977,432
    assert book.rows("period")[0] == "2001-09-30"
    assert book.value("period_days", "2001-09-30") == 25
    assert book.value("coupon_per_denomination", "2001-09-30") == Fraction(1000) * Fraction("0.14") * 25 / 360
    assert book.value("coupon_per_denomination", "2001-12-31") == 35
    assert book.value("coupon_per_denomination", "2004-12-31") == Fraction("37.5")
    assert len(book.rows("period")) == 14


def test_what_the_release_leaves_open_is_pending_and_not_nothing(book):
    for name in ("maximum_holdout_interest", "maximum_holdout_payment"):
        found = book.figure(name)
        assert isinstance(found, Pending)
        assert found.waits_for == ("holdouts.payment_date",)
    sent = book.figure("business_days_open_from_sending")
    assert isinstance(sent, Pending)
    assert sent.waits_for == ("offer.circular_sent",)


def test_holdouts_are_paid_interest_to_their_own_date():
    found = change("holdouts.payment_date", "October 1, 2001")
    # 30/360 from August 1, 1999: 780 days; 274,000 x 12.75% x 780 / 360
    assert found.value("maximum_holdout_interest") == Fraction(274_000) * Fraction("0.1275") * 780 / 360
    assert found.value("maximum_holdout_payment") == 274_000 + Fraction("75692.5")


AFTERNOON = "5:00 p.m., New York City time, on September 4, 2001"

MOVES = [
    ("old_notes.outstanding", "$27,512,000", "minimum_tender_notes", 27_237),  # 27,236.88, up
    ("old_notes.outstanding", "$27,512,000", "maximum_holdout_principal", 275_000),
    ("old_notes.outstanding", "$27,512,000", "maximum_warrants", 149_941),  # 149,940.4, up
    ("old_notes.denomination", "$500", "outstanding_notes", 54_824),
    ("old_notes.denomination", "$500", "minimum_tender_notes", 54_276),  # 54,275.76, up
    ("old_notes.denomination", "$500", "maximum_warrants", 298_791),  # 54,824 x 5.45 = 298,790.8
    ("old_notes.rate", "12%", "accrued_interest_per_denomination", Fraction(1000 * 12 * 754, 36000)),
    ("old_notes.rate", "12%", "old_notes_title", "12% Senior Subordinated Notes"),
    ("old_notes.interest_paid_to", "February 1, 2000", "accrual_days", 574),  # half a year less
    ("old_notes.day_count", "Act/360", "accrual_days", 766),
    ("offer.consummation_date", "March 25, 2003", "accrual_days", 1314),
    ("offer.minimum_tender", "98%", "maximum_holdout_principal", 548_000),  # 26,863.76, up: 26,864
    ("warrants.per_denomination", "5.5", "maximum_warrants", 150_766),
    ("offer.expiration", AFTERNOON, "business_days_open_from_announcement", 20),  # the last day does not count
    ("offer.circular_sent", "August 8, 2001", "business_days_open_from_sending", 19),
    ("support.percentage", "75%", "supporting_principal", 20_559_000),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "name", "expected"), MOVES)
def test_moving_an_input_moves_the_figure_to_the_value_by_hand(path, value, name, expected):
    assert change(path, value).value(name) == expected


def test_figures_of_the_issuer_s_later_releases():
    """$350.625 through April 30, 2002; $465.3750 and $12,757,000 at March 25, 2003, as printed."""
    assert change("offer.consummation_date", "May 1, 2002").value("accrued_interest_per_denomination") == Fraction(
        "350.625"
    )
    later = change("offer.consummation_date", "March 25, 2003")
    assert later.value("accrued_interest_per_denomination") == Fraction("465.375")
    thousands = round_to(Fraction(later.value("aggregate_interest", "all")), Rounding.HALF_UP, Fraction(1000))
    assert thousands == 12_757_000


def test_holders_tie_to_the_aggregate_with_the_residue_stated(book):
    """By hand: each of eleven holders' interest to the cent against the whole at 27,157 notes accepted."""
    per_note = Fraction(1000) * Fraction("0.1275") * 754 / 360
    accepted = [Fraction(book.value("accepted_principal", row)) / 1000 for row in book.rows("holding")]
    each = [round_to(notes * per_note, Rounding.HALF_UP, Fraction(1, 100)) for notes in accepted]
    assert book.value("total_interest") == sum(each)
    whole = round_to(sum(accepted) * per_note, Rounding.HALF_UP, Fraction(1, 100))
    assert book.value("residue_interest") == whole - sum(each)
    assert -book.value("residue_warrants") == sum(-(-notes * 545 // 100) for notes in accepted) - (
        -(-27_157 * 545 // 100)
    )
    assert book.value("residue_fee") == 0
    assert book.value("total_new_notes") + Fraction(book.value("total_new_notes_fraction")) == 27_157_000 + sum(each)


def test_a_holding_that_is_partly_tendered(book):
    row = "BO-1009"
    assert book.value("valid_principal", row) == 610_000
    assert book.value("retained_principal", row) == 30_000
    assert book.value("holding_is_partial", row)
    assert book.value("holder_warrants", row) == 3325  # 610 x 5.45 = 3,324.5, up
    assert book.value("holder_interest", row) == Decimal("162895.42")  # 610 x 267.041666… = 162,895.41666…
    assert book.value("new_notes_issued", row) == 772_895
    assert book.value("cash_in_lieu", row) == Decimal("0.42")
    assert book.value("holder_cash_net", row) == Decimal("6100.42")


def test_the_largest_four_hold_what_the_release_says(book):
    held = sorted((book.value("held_principal", row) for row in book.rows("holding")), reverse=True)
    assert round_to(Fraction(sum(held[:4]), 1) / sum(held), Rounding.HALF_UP, Fraction(1, 1000)) == Fraction("0.747")


def test_principal_that_is_no_multiple_of_the_denomination():
    odd = open_deal(DEALS / "odd").book
    assert odd.value("outstanding_notes") == Fraction("6251234.56") / 2500
    # 2,500.493824 x 2/3 = 1,666.99588…, up to whole notes
    assert odd.value("minimum_tender_notes") == 1667
    assert odd.value("total_held") == odd.value("outstanding")
    parts = [odd.value("holder_installment", "F-8", row) for row in odd.labels("installment")]
    assert sum(Fraction(part) for part in parts) == Fraction(odd.value("holder_fee", "F-8"))


@settings(max_examples=25, deadline=None)
@given(
    outstanding=st.integers(1, 50_000), percent=st.integers(1, 100), ratio=st.decimals(0, 20, places=2),
    fee=st.decimals("0.01", 100, places=2),
)  # fmt: skip
def test_laws_of_any_exchange(outstanding, percent, ratio, fee):
    book = deal(
        **{
            "old_notes.outstanding": f"${outstanding * 1000:,}",
            "offer.minimum_tender": f"{percent}%",
            "warrants.per_denomination": str(ratio),
            "participation_fee.amount": f"${fee}",
        }
    ).book
    left = book.value("maximum_holdout_principal")
    assert left + book.value("minimum_tender_principal") == outstanding * 1000
    assert Fraction(left, outstanding * 1000) <= 1 - Fraction(percent, 100)  # the minimum holds at the most left
    assert Fraction(left + 1000, outstanding * 1000) > 1 - Fraction(percent, 100)  # and one note more breaks it
    assert 0 <= book.value("maximum_warrants") - outstanding * Fraction(ratio) < 1
    for row in ("all", "minimum"):
        parts = [Fraction(book.value("aggregate_installment", row, each)) for each in book.rows("installment")]
        assert sum(parts) == Fraction(book.value("aggregate_fee", row))


@pytest.mark.parametrize("folder", [EXAMPLE, DEALS / "tiny", DEALS / "odd"], ids=lambda folder: folder.name)
def test_the_compiled_function_gives_what_the_book_gives(folder):
    """The mailing's function and the proofs are the same rules: every figure of every holding agrees."""
    opened = open_deal(folder)
    compiled = compile_per("holding", opened.graph, opened.book)
    given_ = [name for name, shape in opened.book.names().items() if shape.axes == ("holding",)]
    for row in opened.book.labels("holding"):
        taken = {
            name: figure.value
            for name in given_
            if isinstance(figure := opened.book.figure(name, (row,)), Figure) and not figure.inputs
        }
        found = compiled(taken)
        for figure in opened.book:
            if figure.key[:1] != (row,) or "holding" not in opened.book.names()[figure.name].axes:
                continue
            local = figure.name + (f"[{','.join(figure.key[1:])}]" if figure.key[1:] else "")
            if isinstance(figure, Pending):
                assert local in compiled.pending
            else:
                assert found[local] == figure.value


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("12.80%", "12.80%"), ("12.75%", "12.75%"), ("12 3/4%", "12 3/4%"), ("12 7/64%", "12 7/64%"), ("12%", "12%")],
)
def test_the_title_writes_the_rate_as_the_terms_do(typed, printed):
    assert change("old_notes.rate", typed).value("old_notes_title") == f"{printed} Senior Subordinated Notes"


def test_days_that_do_not_part_the_year_evenly_are_not_quarterly():
    assert change("new_notes.payment_days[0]", "May 31").value("payment_frequency") == "periodically"


def test_a_figure_of_one_row_rests_on_that_row_alone(book):
    """What all holders would get if all tendered does not follow from who has tendered."""
    paths = {leaf.path for leaf in leaves(book.figure("maximum_warrants"))}
    assert not any(path.startswith("register") or "consummation" in path for path in paths)
