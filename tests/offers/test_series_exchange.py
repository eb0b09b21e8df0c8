"""The Windrow deal, every figure that matters worked out by hand, and then moved one input at a time."""

import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal
from lexdocs.errors import Where
from lexdocs.figures.figure import Pending
from lexdocs.terms.changes import Change
from lexdocs.writing.words import write_words
from tests.offers.series_books import WINDROW, book_of

CUT_AND_DOWN = "each tender is cut to the multiple of its series, and each holder's notes to the increment"

# (label, series, held, {option: (early, late)}, withholding), in thousands of dollars
LAID_OUT = [
    ("W-1.senior", "senior", 12_000, {"notes": (7_000, 0)}),
    ("W-2.senior", "senior", 10_000, {"cash": (6_000, 2_000)}),
    ("W-3.senior", "senior", 8_000, {"mix": (5_000, 0)}),
    ("W-4.senior", "senior", 6_000, {"mix": (3_001, 2_500)}),
    ("W-5.senior", "senior", 4_000, {}),
    ("W-1.junior", "junior", 5_000, {"cash": (3_000, 0)}),
    ("W-6.junior", "junior", 11_000, {"cash": (0, 4_000)}),
    ("W-7.junior", "junior", 6_000, {"mix": (3_333, 0)}),
    ("W-8.junior", "junior", 3_000, {"notes": (0, 1_234)}, Fraction("0.28")),
]


def thousands(rows):
    """Holdings with whole dollars instead of thousands."""
    return [
        (label, series, Fraction(held * 1_000), {
            option: (Fraction(early * 1_000), Fraction(late * 1_000)) for option, (early, late) in chosen.items()
        }, *rate)
        for label, series, held, chosen, *rate in rows
    ]  # fmt: skip


HOLDINGS = thousands(LAID_OUT)


def windrow(**changes):
    """The deal's book with some terms changed, by their paths."""
    return book_of(HOLDINGS, changes)


@pytest.fixture(scope="module")
def book():
    return windrow()


# Each line says how. Amounts in dollars; `name[row]` is a row.
EXPECTED = {
    # Interest: March 15 to August 1 on 30/360 is 4 months 16 days, 136 days: 1,000 x 9% x 136/360.
    "series_accrual_days[senior]": 136,
    "accrued_per_thousand[senior]": 34,
    # May 1 to August 1 is 92 of the 184 days to November 1, half a coupon of 37.50.
    "series_accrual_days[junior]": 92,
    "accrued_per_thousand[junior]": Fraction("18.75"),
    # Late is total less premium, whichever component carries the premium.
    "early_cash[senior,cash]": 450,
    "late_cash[senior,cash]": 420,
    "late_new_notes[senior,notes,secured]": 950,
    "late_shares[senior,mix]": Fraction("10.5"),
    "late_warrants[junior,mix]": 4,
    "late_warrants[senior,mix]": Fraction("7.25"),
    # 600 of notes and 34 of interest that is paid in notes; the fee is $20 for each $1,000 of them.
    "new_notes_per_thousand[senior,mix,secured]": 634,
    "fee_per_thousand[senior,mix]": Fraction("12.68"),
    # What was chosen of the mixed option: 5,000 + 3,001 + 2,500 + 3,333 thousand; its cap is 10,000.
    "option_principal_chosen[mix]": 13_834_000,
    "option_factor[mix]": Fraction(10_000, 13_834),
    # 5,000 x 0.722856… = 3,614.28; 3,001 x … = 2,169.29; 2,500 x … = 1,807.14; 3,333 x … = 2,409.28
    "kept_early[W-3.senior,mix]": 3_614_000,
    "kept_early[W-4.senior,mix]": 2_169_000,
    "kept_late[W-4.senior,mix]": 1_807_000,
    "kept_early[W-7.junior,mix]": 2_409_000,
    # The four make 9,999: a thousand of the cap is left, which the cut to multiples leaves.
    "option_taken[mix]": 9_999_000,
    "option_cap_unused[mix]": 1_000,
    "option_cap_unused_because[mix]": "each tender is cut to the multiple of its series",
    # The excess goes to the notes option.
    "accepted_early[W-3.senior,notes]": 1_386_000,
    "accepted_early[W-4.senior,notes]": 832_000,
    "accepted_late[W-4.senior,notes]": 693_000,
    "accepted_early[W-7.junior,notes]": 924_000,
    "accepted_principal[W-4.senior]": 5_501_000,
    "returned_principal[W-4.senior]": 0,
    "retained_principal[W-4.senior]": 499_000,
    # Pool: 6,000 x 450 + 2,000 x 420 = 3,540,000; 3,000 x 360 = 1,080,000; 4,000 x 336 = 1,344,000.
    "cash_due[cash]": 5_964_000,
    "pool_factor[cash]": Fraction(3_000, 5_964),
    "option_cash[W-2.senior,cash]": Fraction("1780684.10"),  # 1,780,684.1046
    "option_cash[W-1.junior,cash]": Fraction("543259.55"),  # 543,259.5573
    "option_cash[W-6.junior,cash]": Fraction("676056.33"),  # 676,056.3380
    "total_option_cash[cash]": Fraction("2999999.98"),
    "pool_unused[cash]": Fraction("0.02"),
    "aggregate_cash[cash]": 3_000_000,
    "residue_cash[cash]": Fraction("0.02"),
    # What the pool does not reach, 3,540,000 x 2,964 / 5,964 = 1,759,315.895…, at $1.20 of income notes a dollar is
    # 2,111,179.07…, up to $1; the parts of a cent that rounding down takes from the cash are given in nothing.
    "new_notes_entitlement[W-2.senior,income]": Fraction(3_540_000 * 2_964, 5_964) * Fraction("1.2"),
    "new_notes_issued[W-2.senior,income]": 2_111_180,
    "new_notes_issued[W-1.junior,income]": 644_089,  # 536,740.442… x 1.2 = 644,088.53
    "new_notes_issued[W-6.junior,income]": 801_533,  # 667,943.661… x 1.2 = 801,532.39
    "new_notes_issued[W-7.junior,income]": 1_204_500,  # 2,409 x 500
    "total_new_notes[income]": 4_761_302,
    "aggregate_new_notes[income]": 4_761_300,  # (5,964,000 - 3,000,000) x 1.2 + 1,204,500
    "residue_new_notes[income]": 0,
    "pool_unused_because[cash]": "each share is rounded down to the cent",
    # W-3: 3,614 x 634 + 1,386 x 1,000 = 2,291,276 + 1,386,000, down to $1,000, the rest in cash.
    "new_notes_issued[W-3.senior,secured]": 3_677_000,
    "cash_in_lieu[W-3.senior,secured]": 276,
    # W-4: 2,169 x 634 + 1,807 x 634 + 832 x 1,000 + 693 x 950 = 1,375,146 + 1,145,638 + 832,000 + 658,350
    "new_notes_entitlement[W-4.senior,secured]": 4_011_134,
    "new_notes_issued[W-4.senior,secured]": 4_011_000,
    "new_notes_issued[W-7.junior,secured]": 739_000,  # 924 x 800 = 739,200
    "new_notes_issued[W-8.junior,secured]": 937_000,  # 1,234 x 760 = 937,840
    "total_new_notes[secured]": 16_364_000,
    "total_new_notes_fraction[secured]": 1_450,
    "aggregate_new_notes[secured]": 16_365_450,
    "residue_new_notes[secured]": 0,
    # Interest of W-3: 3,614 x 34 in notes and 1,386 x 34 in cash; of W-2, who chose cash, lost.
    "holder_interest[W-3.senior]": 170_000,
    "holder_cash_interest[W-3.senior]": 47_124,
    "holder_interest[W-2.senior]": 0,
    "holder_interest[W-7.junior]": Fraction("62493.75"),  # 3,333 x 18.75
    "aggregate_interest[senior]": 595_034,  # (7,000 + 5,000 + 5,501) x 34
    "residue_interest": 0,
    # Shares and warrants.
    "holder_shares[W-3.senior]": 45_175,  # 3,614 x 12.5
    "holder_shares[W-4.senior]": 46_086,  # 2,169 x 12.5 + 1,807 x 10.5 = 27,112.5 + 18,973.5
    "holder_shares[W-7.junior]": 24_090,
    "total_shares": 115_351,
    "aggregate_shares": 115_351,
    "holder_warrants_exact[W-3.senior]": Fraction("26201.5"),  # 3,614 x 7.25
    "holder_warrants[W-3.senior]": 26_201,
    "cash_for_warrant_fraction[W-3.senior]": Fraction("0.40"),  # half a warrant at $0.80
    "holder_warrants[W-4.senior]": 28_826,  # 3,976 x 7.25; the premium is in shares
    "holder_warrants[W-7.junior]": 12_045,
    # The fee: $20 for each $1,000 of secured notes issued, a quarter, a quarter, and half.
    "holder_fee[W-3.senior]": 73_540,
    "holder_installment[W-3.senior,consummation]": 18_385,
    "holder_installment[W-3.senior,2013-03-01]": 36_770,
    "total_fee": 327_280,
    "aggregate_fee": 327_309,  # 16,365,450 x 2%
    "residue_fee": 29,  # no fee on rests of 1,450
    # W-8: interest 1,234 x 18.75 = 23,137.50, rest 840, fee now 18,740 / 4 = 4,685; 28% withheld.
    "holder_cash_gross[W-8.junior]": Fraction("28662.50"),
    "holder_withheld[W-8.junior]": Decimal("8025.50"),
    "holder_cash_net[W-8.junior]": 20_637,
    # W-7: cash 2,409 x 20 = 48,180, interest 62,493.75, rest 200, fee 14,780 / 4 = 3,695
    "holder_cash_gross[W-7.junior]": Fraction("114568.75"),
    # What was tendered: 25,501 of 40,000 and 11,567 of 25,000 thousand.
    "series_tendered_percentage[senior]": Fraction(25_501, 40_000),
    "series_tendered_percentage[junior]": Fraction(11_567, 25_000),
    "tendered_percentage": Fraction(37_068, 65_000),
    "minimum_is_met": True,
    "interest_if_all[senior]": 1_360_000,  # 40,000 x 34
    "interest_if_all[junior]": 468_750,  # 25,000 x 18.75
}


def value(book, address):
    """The value of a figure by its address."""
    name, _, row = address.partition("[")
    return book.value(name, *(row.rstrip("]").split(",") if row else ()))


@pytest.mark.parametrize(("address", "expected"), EXPECTED.items())
def test_windrow(book, address, expected):
    assert value(book, address) == expected


# One change of the terms, and what follows: each worked out by hand.
MOVED = [
    # A day more of interest: 137 days, 34.25; 93 of 184 days, 18.95108….
    ({"offer.interest_to": "August 2, 2012"}, {
        "accrued_per_thousand[senior]": Fraction("34.25"),
        "accrued_per_thousand[junior]": Fraction("37.5") * 93 / 184,
    }),
    # The cents that are left of the pool: W-6 has .8017 of a cent, W-1 .7304, W-2 .4647.
    ({"options[2].pool.leftover": "largest remainder"}, {
        "option_cash[W-2.senior,cash]": Fraction("1780684.10"),
        "option_cash[W-1.junior,cash]": Fraction("543259.56"),
        "option_cash[W-6.junior,cash]": Fraction("676056.34"),
        "pool_unused[cash]": 0,
        "pool_unused_because[cash]": "the whole pool is used",
        "residue_cash[cash]": 0,
    }),
    # A pool that reaches everybody: nothing is given in notes.
    ({"options[2].pool.amount": "$6,000,000"}, {
        "pool_factor[cash]": 1,
        "option_cash[W-2.senior,cash]": 3_540_000,
        "new_notes_issued[W-2.senior,income]": 0,
        "pool_unused[cash]": 36_000,
        "pool_unused_because[cash]": "the pool reaches all cash that is due",
    }),
    # A cap on cash: the mixed option takes 3,333 x 20 = 66,660; half of that is let in.
    ({"options[1].cap.of": "cash", "options[1].cap.amount": "$33,330"}, {
        "option_factor[mix]": Fraction(1, 2),
        "kept_early[W-3.senior,mix]": 2_500_000,
        "kept_early[W-4.senior,mix]": 1_500_000,  # 1,500.5
        "kept_early[W-7.junior,mix]": 1_666_000,  # 1,666.5
        "option_taken[mix]": 33_320,
        "option_cap_unused[mix]": 10,
    }),
    # A cap on new notes: (5,000 + 3,001 + 2,500) x 634 + 3,333 x 500 = 6,657,634 + 1,666,500, all of it let in.
    ({"options[1].cap.of": "new notes", "options[1].cap.amount": "$8,324,134", "new_notes[1].rounding": "down"}, {
        "option_factor[mix]": 1,
        "option_cap_unused[mix]": 0,
        "option_cap_unused_because[mix]": "the whole cap is used",
        "accepted_early[W-3.senior,mix]": 5_000_000,
    }),
    # A cap on secured notes: 16,365,450 would be issued; 8,182,725 is half, of every option that brings them.
    ({"new_notes[0].cap": "$8,182,725"}, {
        "new_note_factor[secured]": Fraction(1, 2),
        "acceptance_factor[junior,mix]": 1,
        "acceptance_factor[senior,cash]": 1,
        "accepted_early[W-1.senior,notes]": 3_500_000,
        "accepted_early[W-3.senior,mix]": 1_807_000,
        "accepted_early[W-3.senior,notes]": 693_000,
        "returned_principal[W-3.senior]": 2_500_000,
        "accepted_late[W-4.senior,mix]": 903_000,  # 903.5
        # W-1 3,500; W-3 1,807 x 634 + 693,000 = 1,838,638; W-4 1,084 x 634 + 416,000 + 903 x 634 + 346 x 950
        # = 687,256 + 416,000 + 572,502 + 328,700 = 2,004,458; W-7 462 x 800 = 369,600; W-8 617 x 760 = 468,920
        "total_new_notes[secured]": 8_179_000,
        "new_note_cap_unused[secured]": 3_725,
        "new_note_cap_unused_because[secured]": CUT_AND_DOWN,
        # The mixed option loses half of what its own cap let in: 1,807 + 1,084 + 903 of senior, 2,409 of junior.
        "option_taken[mix]": 6_203_000,
        "option_cap_unused_because[mix]": "a cap on new notes lets in no more",
    }),
    # Rounded half up to $500 instead of down to $1,000.
    ({"new_notes[0].increment": "$500", "new_notes[0].rounding": "half up", "new_notes[0].rest": "dropped"}, {
        "new_notes_issued[W-3.senior,secured]": 3_677_500,
        "new_notes_issued[W-4.senior,secured]": 4_011_000,
        "new_notes_fraction[W-3.senior,secured]": -224,
        "cash_in_lieu[W-4.senior,secured]": 0,
    }),
    # Fractions of a warrant go up.
    ({"warrants.fraction": "up", "warrants.price": None}, {
        "holder_warrants[W-3.senior]": 26_202,
        "cash_for_warrant_fraction[W-3.senior]": 0,
        "aggregate_warrants": 67_073,  # 26,201.5 + 28,826 + 12,045 = 67,072.5, up
        "residue_warrants": 0,
    }),
    # Fractions of a share: 3,614 x 12.625 = 45,626.75.
    ({"considerations[1].total.shares": "12.625", "shares.fraction": "down"}, {"holder_shares[W-3.senior]": 45_626}),
    ({"considerations[1].total.shares": "12.625", "shares.fraction": "half up"}, {"holder_shares[W-3.senior]": 45_627}),
    ({"considerations[1].total.shares": "12.625", "shares.fraction": "cash", "shares.price": "$2.10"}, {
        "holder_shares[W-3.senior]": 45_626,
        "cash_for_share_fraction[W-3.senior]": Fraction("1.58"),  # 0.75 x 2.10 = 1.575
    }),
    # The fee on old notes too: W-4 in the mixed option has 2,169 x 7 + 1,807 x (7 - 3).
    ({"considerations[1].total.fee": "$7", "considerations[1].premium.fee": "$3"}, {
        "holder_fee[W-4.senior]": 80_220 + 15_183 + 7_228,
        "holder_fee[W-3.senior]": 73_540 + 25_298,
        "late_fee[senior,mix]": 4,
    }),
    # Cash, shares and warrants for each $1,000 of new notes issued.
    ({"new_notes[0].brings.cash": "$1.25", "new_notes[0].brings.shares": "0.5", "new_notes[0].brings.warrants": "2"}, {
        "holder_cash_on_new_notes[W-8.junior]": Fraction("1171.25"),  # 937 x 1.25
        "holder_shares[W-8.junior]": 469,  # 468.5, half up
        "holder_warrants[W-8.junior]": 1_874,
    }),
    # A third each: 73,540 / 3 = 24,513.33; two thirds 49,026.67; the last takes what is left.
    ({"fee.installments[0].share": "one-third", "fee.installments[1].share": "one-third",
      "fee.installments[2].share": "one-third"}, {
        "holder_installment[W-3.senior,consummation]": Fraction("24513.33"),
        "holder_installment[W-3.senior,2012-12-03]": Fraction("24513.34"),
        "holder_installment[W-3.senior,2013-03-01]": Fraction("24513.33"),
    }),
    # Installments that do not make the whole are a finding, not an error.
    ({"fee.installments[2].share": "one-fourth"}, {"installments_total_share": Fraction(3, 4)}),
    # The minimum of one series or of all.
    ({"series[0].minimum_tender": "64%"}, {
        "series_minimum_is_met[senior]": False, "series_minimum_lacks[senior]": 99_000, "minimum_is_met": False,
    }),
    ({"offer.minimum_tender": "60%"}, {"minimum_is_met": False, "minimum_lacks": 1_932_000}),
    # Interest of the notes option is lost.
    ({"considerations[0].accrued_interest": "lost"}, {
        "holder_cash_interest[W-1.senior]": 0, "holder_interest[W-3.senior]": 122_876,
    }),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), MOVED, ids=lambda each: next(iter(each)))
def test_windrow_moved(changes, expected):
    moved = windrow(**changes)
    assert {address: value(moved, address) for address in expected} == expected


def test_excess_that_goes_nowhere_is_returned():
    terms = {"options[1].cap.excess_to": None}
    book = windrow(**terms)
    assert book.value("returned_principal", "W-3.senior") == 1_386_000
    assert book.value("accepted_principal", "W-3.senior") == 3_614_000
    assert book.value("returned_principal", "W-4.senior") == 832_000 + 693_000


def test_what_waits_for_consummation_is_pending_and_what_does_not_is_not():
    book = windrow(**{"offer.consummation_date": None})
    for address in ("accrued_per_thousand", "interest_per_thousand"):
        rows = [figure for figure in book if figure.name == address]
        assert any(isinstance(figure, Pending) for figure in rows)
    assert value(book, "interest_per_thousand[senior,cash]") == 0
    # In the cash option interest is lost, and the pool is shared all the same.
    assert value(book, "option_cash[W-2.senior,cash]") == Fraction("1780684.10")
    assert value(book, "new_notes_issued[W-2.senior,income]") == 2_111_180
    assert value(book, "new_notes_issued[W-8.junior,secured]") == 937_000
    assert isinstance(book.figure("new_notes_issued", ("W-3.senior", "secured")), Pending)
    assert isinstance(book.figure("holder_cash_gross", ("W-8.junior",)), Pending)


def each_of(number, principal, option):
    """Some holdings of the senior series, each of which tenders the same early in one option."""
    amount = Fraction(principal)
    return [(f"H-{n}", "senior", amount, {option: (amount, Fraction(0))}) for n in range(number)]


# A pool that reaches everybody, at $100.55 for each $1,000, and notes in steps of $1,000, rounded up.
AMPLE = {
    "options[2].pool.amount": "$500", "options[2].pool.leftover": "largest remainder",
    "considerations[2].total.cash": "$100.55", "considerations[2].premium.cash": None,
    "new_notes[1].increment": "$1,000", "new_notes[1].rest": "cash",
}  # fmt: skip


def test_parts_of_a_cent_make_no_notes():
    """Of 102.3599 and 100.65055, 203.01 in whole cents: 102.35 and 100.65, and the larger rest has the cent left."""
    book = book_of([*each_of(1, 1_018, "cash"), ("H-9", "senior", Fraction(1_001), {
        "cash": (Fraction(1_001), Fraction(0))})], AMPLE)  # fmt: skip
    assert book.value("pool_factor", "cash") == 1
    for label, paid in (("H-0", Fraction("102.36")), ("H-9", Fraction("100.65"))):
        assert book.value("option_cash", label, "cash") == paid == book.value("holder_cash_gross", label)
        assert book.value("new_notes_entitlement", label, "income") == 0
        assert book.value("new_notes_issued", label, "income") == book.value("cash_in_lieu", label, "income") == 0


# Tenders in the cash option, at $100.55 for each $1,000, with a cap on its cash and no pool.
CAPPED_CASH = {
    "options[2].pool": None, "options[2].cap.of": "cash", "considerations[2].total.cash": "$100.55",
    "considerations[2].premium.cash": None, "series[0].multiple": "$100",
}  # fmt: skip


def test_a_cap_on_cash_is_measured_in_the_cents_that_are_paid():
    """Two times 2,200 x 10.055% = 221.21; half of each is 110.605, which is paid as 110.61, a cent too much of 221.21.

    So each keeps a step less: 1,000, for 100.55.
    """
    book = book_of(each_of(2, 2_200, "cash"), {**CAPPED_CASH, "options[2].cap.amount": "$221.21"})
    assert book.value("option_cash_chosen", "cash") == Fraction("442.42")
    assert book.value("option_factor", "cash") == Fraction(1, 2)
    assert book.value("kept_early", "H-0", "cash") == book.value("accepted_principal", "H-1") == 1_000
    assert book.value("total_option_cash", "cash") == book.value("option_taken", "cash") == Fraction("201.10")
    assert book.value("option_cap_unused", "cash") == Fraction("20.11")
    assert book.value("option_cap_unused_because", "cash") == "each tender is cut to the multiple of its series"


def test_a_cap_on_cash_that_only_cents_pass_cuts_too():
    """Nine times 1,100 x 33.335% is 366.685, paid as 366.69: 3,300.21, four cents more than the cap."""
    terms = {**CAPPED_CASH, "considerations[2].total.cash": "$333.35", "options[2].cap.amount": "$3,300.17"}
    book = book_of(each_of(9, 1_100, "cash"), terms)
    assert book.value("option_cash_chosen", "cash") == Fraction("3300.21")
    assert book.value("accepted_principal", "H-4") == 1_000
    assert book.value("total_option_cash", "cash") == Fraction("3000.15")
    wider = book_of(each_of(9, 1_100, "cash"), {**terms, "options[2].cap.amount": "$3,300.21"})
    assert wider.value("total_option_cash", "cash") == Fraction("3300.21")
    assert wider.value("option_cap_unused_because", "cash") == "the whole cap is used"


UNUSED = [
    # Twenty times 1,000: the factor is 0.6, and no holder can exchange a part of a note.
    (20, 1_000, "$12,000", {}, 12_000, "each tender is cut to the multiple of its series"),
    # One of 3,000 in steps of 500: half is 1,500 exactly, of which 1,000 is a whole step of new notes.
    (1, 3_000, "$1,500", {"series[0].multiple": "$500"}, 500,
     "what is accepted entitles each holder to no further increment"),
    (1, 3_000, "$4,000", {}, 1_000, "all that was tendered fits"),
    (1, 3_000, "$3,000", {}, 0, "the whole cap is used"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "principal", "cap", "terms", "left", "because"), UNUSED)
def test_what_a_cap_on_new_notes_leaves_has_a_reason(number, principal, cap, terms, left, because):
    book = book_of(each_of(number, principal, "notes"), {**terms, "new_notes[0].cap": cap})
    assert book.value("new_note_cap_unused", "secured") == left
    assert book.value("new_note_cap_unused_because", "secured") == because


@pytest.fixture(scope="module")
def opened():
    return open_deal(WINDROW).book


@pytest.mark.parametrize(("address", "expected"), EXPECTED.items())
def test_the_deal_folder_gives_the_same(opened, address, expected):
    """The register and the tender log say what the tests above lay out by hand."""
    assert value(opened, address) == expected


def test_the_deal_at_its_early_results():
    """By July 16 nothing late is tendered: the mixed option holds 5,000 + 3,001 + 3,333 thousand."""
    book = open_deal(WINDROW, event="2012-07-16").book
    assert book.value("option_principal_chosen", "mix") == 11_334_000
    assert book.value("option_factor", "mix") == Fraction(10_000, 11_334)
    assert book.value("total_valid") == 27_334_000  # 7,000 + 3,000 + 6,000 + 5,000 + 3,001 + 3,333
    assert book.value("total_withdrawn") == 4_000_000
    assert book.value("pool_factor", "cash") == Fraction(3_000, 3_780)


def test_every_document_of_every_event_can_be_written():
    """Statements are told apart by series too: one holder holds notes of both."""
    found = {}
    for event in ("2012-06-25", "2012-07-16", "2012-07-30", "2012-08-01"):
        words = write_words(open_deal(WINDROW, event=event))
        assert words.problems == ()
        for document in words.documents:
            assert coverage(document).problems == ()
            found[document.name] = document
    rooms = Counter(name.split("/")[0] for name in found)
    assert rooms == {
        "press-releases": 4, "current-reports": 4, "offering-circular": 1, "ancillary": 3,
        "notices": 1 + 1 + 2, "closing": 1 + 2, "statements": 2 + len(HOLDINGS),
    }  # fmt: skip
    numbers = {value(open_deal(WINDROW).book, f"statement_number[{label}]") for label, *_rest in HOLDINGS}
    assert len(numbers) == len(HOLDINGS)


def statement_of(title, changes):
    """The words of one holding's statement of the Windrow deal with some terms changed."""
    made = [Change(path, text, Where("test")) for path, text in changes.items()]
    opened = open_deal(WINDROW, made, event="2012-08-01")
    body = next(each.body for each in write_words(opened).documents if title in each.title)
    return " ".join(re.sub("<[^>]+>", " ", body).split())


def test_a_statement_prints_the_digits_that_tie():
    """At 9 3/8% for 136 days each $1,000 has 35.41666…; W-3 has 3,614 x 635.41666… + 1,386,000 = 3,682,395.8333….

    The fee is $20 for each $1,000 of the 3,682,000 of secured notes issued, and $7 for the 3,614 in the mixed option.
    """
    said = statement_of("W-3", {"series[0].rate": "9 3/8%", "considerations[1].total.fee": "$7"})
    assert "For each $1,000 $35.416667" in said
    assert "Entitlement 3,682,395.833333" in said
    assert "395.833333 Issued, rounded down $3,682,000.00" in said
    assert "Secured Notes issued to you $20 for each $1,000 3,682,000.00" in said
    assert "accepted in the Mixed Option , tendered early $7 for each $1,000 3,614,000.00" in said
    assert "tendered late $7" not in said


def test_the_control_sheet_gives_reasons():
    opened = open_deal(WINDROW, [Change("new_notes[0].cap", "$8,182,725", Where("test"))], event="2012-08-01")
    control = next(each.body for each in write_words(opened).documents if "Control" in each.title)
    said = " ".join(re.sub("<[^>]+>", "", control).replace("&#39;", "'").split())
    assert f"leaves $3,725.00 unused: {CUT_AND_DOWN.replace(chr(39), '’')}." in said.replace("'", "’")
    assert "leaves $3,797,000.00 unused: a cap on new notes lets in no more." in said
    assert "leaves $0.02: each share is rounded down to the cent." in said
