"""The Ferry deal, a cash tender of three series, worked out by hand; and its inputs moved one at a time.

Tendered by the early deadline: notes-a 100,000 + 60,000 and an odd lot of 2,000; notes-b 80,000 and an odd
lot of 2,000; notes-c 150,000 + 30,000 and an odd lot of 2,500. Later: notes-a 30,000 and notes-b 10,000.

    the cap bounds the purchase price                                    300,000.00
    level 1, early: notes-a 162,000 x 1.04                              -168,480.00
    level 2, early, odd lots: notes-b 2,000 x 1.0105                      -2,021.00
                              notes-c 2,500 x 0.96225 = 2,405.625         -2,405.63
    level 2, early, the others: left                                     127,093.37
      notes-b: its cap of 40,000 leaves 38,000 of 80,000: 47.5%, at 1.0105 -38,399.00
      notes-c: 88,694.37 of 180,000 x 0.96225 = 173,205.00: 51.2077...%    88,694.37
    the late tenders of either level: nothing is left, for early tenders come first
"""

import datetime
import re
from decimal import Decimal
from fractions import Fraction

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal, open_life
from lexdocs.figures.compiling import compile_per
from lexdocs.figures.figure import Figure, Pending
from lexdocs.notation.forms import write
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Moment, Rounding, Unit
from lexdocs.writing.words import write_words
from tests.offers.tenders import FERRY, deal, ferry, series, sheet

CENT = Fraction(1, 100)


@pytest.fixture(scope="module")
def book():
    return ferry()


FACTOR_C = Fraction("88694.37") / 173_205

POOLS = [  # in the order of acceptance: tendered, let in, accepted
    ("notes-a.early.odd-lots", 2_000, 2_000, 2_000),
    ("notes-a.early", 160_000, 160_000, 160_000),
    ("notes-b.early.odd-lots", 2_000, 2_000, 2_000),
    ("notes-c.early.odd-lots", 2_500, 2_500, 2_500),
    ("notes-b.early", 80_000, 38_000, 38_000),
    ("notes-c.early", 180_000, 180_000 * FACTOR_C, 91_000),  # 76,811.61 and 15,362.32, each cut to the thousand
    ("notes-a.late.odd-lots", 0, 0, 0),
    ("notes-a.late", 30_000, 0, 0),
    ("notes-b.late.odd-lots", 0, 0, 0),
    ("notes-c.late.odd-lots", 0, 0, 0),
    ("notes-b.late", 10_000, 0, 0),
    ("notes-c.late", 0, 0, 0),
]


def test_pools_in_the_order_of_acceptance(book):
    assert list(book.labels("pool")) == [label for label, *_ in POOLS]
    assert [book.value("pool_rank", label) for label, *_ in POOLS] == [1, 2, 3, 3, 4, 4, 5, 6, 7, 7, 8, 8]


@pytest.mark.parametrize(("label", "tendered", "target", "accepted"), POOLS)
def test_a_pool(book, label, tendered, target, accepted):
    assert book.value("pool_tendered", label) == tendered
    assert book.value("pool_target", label) == target
    assert book.value("pool_accepted", label) == accepted
    assert book.value("pool_factor", label) == (Fraction(target) / tendered if tendered else 1)


def test_the_factor_in_the_styles_in_which_it_is_printed(book):
    factor = book.value("pool_percentage", "notes-c.early")
    printed = [write(factor, Unit.PERCENTAGE, style=style) for style in ("whole", "one_place", "two_places")]
    assert printed == ["51%", "51.2%", "51.21%"]
    assert write(factor, Unit.PERCENTAGE, style="four_places") == "51.2077%"
    assert write(book.value("pool_percentage", "notes-b.early"), Unit.PERCENTAGE, style="whole") == "48%"  # 47.5, up


def test_what_the_caps_leave(book):
    # 168,480 + 2,021 + 2,405.63 + 38,399 + 76,000 x 0.96225 + 15,000 x 0.96225
    assert book.value("cap_used") == Fraction("298870.38")
    assert book.value("unused_cap") == Fraction("1129.62")
    assert book.value("unused_cap_reason").startswith("each tender is cut down to its step")
    assert book.value("unused_series_cap", "notes-b") == 0
    assert book.value("unused_series_cap_reason", "notes-b") == "the whole cap is used"
    assert isinstance(book.figure("unused_series_cap", ("notes-a",)), Pending)


SERIES = [  # valid, accepted, remaining, price paid, interest for each thousand: early and late
    ("notes-a", 192_000, 162_000, 238_000, "168480", "16", "18.50"),  # 96 and 111 days of 360 at 6%
    ("notes-b", 92_000, 40_000, 260_000, "40420", "19.20", "22.20"),  # at 7.2%
    ("notes-c", 182_500, 93_500, 406_500, "89970.38", "12.25", "14.125"),  # 98 and 113 days on the calendar, 4.5%
]


@pytest.mark.parametrize(("label", "valid", "accepted", "remaining", "price", "early", "late"), SERIES)
def test_a_series(book, label, valid, accepted, remaining, price, early, late):
    assert book.value("series_valid", label) == valid
    assert book.value("series_accepted", label) == accepted
    assert book.value("series_remaining", label) == remaining
    assert book.value("series_accepted_percentage", label) == Fraction(accepted, accepted + remaining)
    assert book.value("series_consideration", label) == Fraction(price)
    assert book.value("early_accrued_per_thousand", label) == Fraction(early)
    assert book.value("accrued_per_thousand", label) == Fraction(late)


HOLDINGS = [  # accepted, returned, kept, price, interest, withheld, paid
    ("M-01.notes-a", 100_000, 0, 20_000, "104000", "1600", "0", "105600"),
    ("M-01.notes-b", 38_000, 42_000, 42_000, "38399", "729.60", "0", "39128.60"),
    ("M-02.notes-a", 60_000, 0, 0, "62400", "960", "0", "63360"),
    ("M-03.notes-a", 2_000, 0, 0, "2080", "32", "506.88", "1605.12"),  # 24% of 2,112
    ("M-04.notes-a", 0, 30_000, 50_000, "0", "0", "0", "0"),
    ("M-06.notes-b", 2_000, 0, 0, "2021", "38.40", "0", "2059.40"),
    ("M-08.notes-c", 76_000, 74_000, 124_000, "73131", "931", "0", "74062"),
    ("M-09.notes-c", 15_000, 15_000, 15_000, "14433.75", "183.75", "0", "14617.50"),
    ("M-10.notes-c", 2_500, 0, 0, "2405.63", "30.63", "0", "2436.26"),  # 2,405.625 and 30.625, half up
    ("M-05.notes-c", 0, 0, 267_500, "0", "0", "0", "0"),
]
NAMES = (
    "accepted_principal", "returned_principal", "retained_principal", "holder_consideration", "holder_interest",
    "holder_withheld", "holder_cash_net",
)  # fmt: skip


@pytest.mark.parametrize("holding", HOLDINGS, ids=lambda holding: holding[0])
def test_a_holding(book, holding):
    label, *expected = holding
    assert [Fraction(book.value(name, label)) for name in NAMES] == [Fraction(each) for each in expected]


def test_totals_and_what_rounding_leaves(book):
    paid = sum(Fraction(price) + Fraction(interest) for _, _, _, _, price, interest, _, _ in HOLDINGS)
    assert book.value("total_cash_gross") == paid == Fraction("303375.76")
    assert book.value("total_cash_net") == paid - Fraction("506.88")
    for label in book.labels("series"):
        for name in ("consideration", "interest"):
            residue = book.value(f"residue_{name}", label)
            assert book.value(f"series_{name}", label) + residue == Fraction(book.value(f"aggregate_{name}", label))
    # 91,000 and 2,500 of notes-c: 89,970.375 in one, half up; 73,131 + 14,433.75 + 2,405.63 holder by holder
    assert book.value("aggregate_consideration", "notes-c") == Decimal("89970.38")


CONSIDERATION = ("offer.cap.bounds", "consideration")
MOST = ("offer.cap.amount", "$380,000")

MOVES = [
    # left for notes-c: 330,000 - 168,480 - 4,426.63 - 38,399 = 118,694.37, of 173,205: 68.5283%
    ("a larger cap", [("offer.cap.amount", "$330,000")], {"M-08.notes-c": 102_000, "M-09.notes-c": 20_000}),
    # principal: 300,000 - 162,000 - 4,500 - 38,000 = 95,500 of 180,000: 53.06%
    ("principal", [("offer.cap.bounds", "principal")], {"M-08.notes-c": 79_000, "M-09.notes-c": 15_000}),
    # with interest: 300,000 - 171,072 - 2,059.40 - 2,436.26 - 39,128.60 = 85,303.74 of 175,410: 48.6311%
    ("consideration", [CONSIDERATION], {"M-08.notes-c": 72_000, "M-09.notes-c": 14_000, "M-01.notes-b": 38_000}),
    # notes-b is stopped by no cap of its own: 127,093.37 of 80,840 + 173,205 = 254,045: 50.0279%
    ("a sub-cap that does not bite", [("series[1].cap", "$90,000")],
     {"M-01.notes-b": 40_000, "M-08.notes-c": 75_000, "M-09.notes-c": 15_000}),
    # the sub-cap in price: 40,000 - 2,021 = 37,979 of 80,840: 46.9805%; notes-c 89,114.37 of 173,205: 51.4502%
    ("a sub-cap on price", [("offer.series_caps_bound", "purchase price")],
     {"M-01.notes-b": 37_000, "M-08.notes-c": 77_000, "M-09.notes-c": 15_000}),
    # notes-c alone at level 2: 131,520 - 2,405.63 = 129,114.37 of 173,205: 74.5442%; notes-b gets nothing
    ("another level", [("series[1].acceptance_priority", "3")],
     {"M-08.notes-c": 111_000, "M-09.notes-c": 22_000, "M-01.notes-b": 0, "M-06.notes-b": 0}),
    # level 1 takes 168,480 + 30,300; left 101,220 - 4,426.63 = 96,793.37 of 80,840 + 9,805 + 173,205: 36.6850%
    ("late with early", [("offer.proration.early_before_late", "no")],
     {"M-04.notes-a": 30_000, "M-01.notes-b": 29_000, "M-07.notes-b": 3_000, "M-08.notes-c": 55_000,
      "M-09.notes-c": 11_000}),
    # 2,500 is no odd lot: 131,520 - 2,021 - 38,399 = 91,100 of 175,610.63: 51.8761%
    ("smaller odd lots", [("offer.proration.odd_lots_below", "$2,100")],
     {"M-10.notes-c": 1_000, "M-08.notes-c": 77_000, "M-09.notes-c": 15_000}),
    # 76,811.61 and 15,362.32: one more step to the first, 962.25 of the 1,129.62 left
    ("the residue", [("offer.proration.residue", "largest remainder")],
     {"M-08.notes-c": 77_000, "M-09.notes-c": 15_000, "M-01.notes-b": 38_000}),
    # 380,000: 168,694.37 of 173,205, 97.3958%: 146,000 and 29,000, which would return 4,000 and 1,000 of 5,000
    ("small returns", [MOST], {"M-08.notes-c": 146_000, "M-09.notes-c": 29_000}),
    ("small returns rejected", [MOST, ("offer.proration.small_returns", "rejected whole")],
     {"M-08.notes-c": 0, "M-09.notes-c": 0}),
    # accepted whole they would take 173,205: below 97.3333% the first is cut to 145,000, and 5,000 go back
    ("small returns accepted", [MOST, ("offer.proration.small_returns", "accepted whole")],
     {"M-08.notes-c": 145_000, "M-09.notes-c": 30_000}),
    # 162,000 x 1.05 = 170,100; left 125,473.37 - 38,399 = 87,074.37 of 173,205: 50.2724%
    ("a price", [("series[0].total_consideration", "$1,050")], {"M-08.notes-c": 75_000, "M-09.notes-c": 15_000}),
    # the tender of June 17 comes late: 88,694.37 of 150,000 x 0.96225 = 144,337.50: 61.4493%
    ("an earlier deadline", [("offer.early_deadline", "5:00 p.m., New York City time, on June 16, 2016")],
     {"M-08.notes-c": 92_000, "M-09.notes-c": 0}),
    ("steps of ten thousand", [("series[2].denomination", "$10,000"), ("series[2].multiple", "$10,000")],
     {"M-08.notes-c": 70_000, "M-09.notes-c": 10_000}),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "accepted"), [move[1:] for move in MOVES], ids=[move[0] for move in MOVES])
def test_moving_an_input_moves_what_is_accepted(changes, accepted):
    moved = ferry(*changes)
    assert {label: moved.value("accepted_principal", label) for label in accepted} == accepted
    assert moved.value("unused_cap") >= 0


FIGURES = [
    ([("series[0].early_premium", "$50")], "late_consideration", ("notes-a",), 990),
    ([("offer.early_settlement_date", "June 24, 2016")], "early_accrued_per_thousand", ("notes-a",), Fraction("16.5")),
    ([("offer.settlement_date", "July 7, 2016")], "accrued_per_thousand", ("notes-c",), Fraction("14.25")),
    ([("offer.settlement_date", "July 7, 2016")], "early_accrued_per_thousand", ("notes-c",), Fraction("12.25")),
    ([("series[2].day_count", "30/360")], "early_accrued_per_thousand", ("notes-c",), 12),
    ([("offer.proration.residue", "largest remainder")], "unused_cap", (), Fraction("167.37")),
    ([MOST, ("offer.proration.small_returns", "rejected whole")], "unused_cap", (), Fraction("168694.37")),
    ([MOST, ("offer.proration.small_returns", "accepted whole")], "unused_cap", (), Fraction("300.62")),
    ([("offer.cap.amount", "$900,000")], "unused_cap_reason", (), "caps of series let in no more"),
    ([("offer.cap.amount", "$900,000")], "series_accepted", ("notes-c",), 182_500),
    ([("offer.cap.amount", "$900,000"), ("series[1].cap", "$300,000")], "unused_cap_reason", (),
     "all that was validly tendered is accepted"),
    ([("series[1].cap", "$90,000")], "unused_series_cap_reason", ("notes-b",), "the cap of the offer lets in no more"),
    ([("offer.minimum_tender", "50%")], "minimum_is_met", (), False),  # 466,500 of 1,200,000
    ([("offer.minimum_tender", "50%")], "minimum_shortfall_principal", (), 133_500),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "name", "key", "expected"), FIGURES)
def test_moving_an_input_moves_a_figure(changes, name, key, expected):
    assert ferry(*changes).value(name, *key) == expected


def test_why_a_cap_is_not_used():
    assert ferry(("offer.proration.residue", "largest remainder")).value("unused_cap_reason").startswith("what is left")
    rejected = ferry(MOST, ("offer.proration.small_returns", "rejected whole"))
    assert "are rejected whole" in rejected.value("unused_cap_reason")


def test_as_of_the_early_results_nothing_late_is_known():
    early = open_deal(FERRY, as_of=Moment(datetime.date(2016, 6, 20), 8, 0, "New York City")).book
    assert [early.value("series_valid", label) for label in early.labels("series")] == [162_000, 82_000, 182_500]
    # what is known by then does not move when late tenders come: early ones are accepted before them
    assert early.value("accepted_principal", "M-08.notes-c") == 76_000


def test_the_compiled_function_gives_what_the_book_gives():
    opened = open_deal(FERRY)
    compiled = compile_per("holding", opened.graph, opened.book)
    names = [name for name, shape in opened.book.names().items() if shape.axes == ("holding",)]
    for row in opened.book.labels("holding"):
        figures = {name: opened.book.figure(name, (row,)) for name in names}
        given = {name: each.value for name, each in figures.items() if isinstance(each, Figure) and not each.inputs}
        found = compiled(given, row)
        for name, figure in figures.items():
            if isinstance(figure, Figure):
                assert found[name] == figure.value, name


PUBLISHED = [  # cap, tendered, outstanding, factor in whole percent, left outstanding: printed on February 24, 2025
    ("n2028", 41_360_000, 356_599_000, 921_360_000, "12%", 880_000_000),
    ("n2034", 57_583_000, 448_646_000, 1_187_583_000, "13%", 1_130_000_000),
    ("n2052", 119_110_000, 244_562_000, 549_105_000, "49%", 429_995_000),
]


def test_a_published_tender_with_caps_of_series(tmp_path):
    """The aggregate of 218,053,000, the factors and what is left outstanding come out as they were printed."""
    listed = [
        series(label, outstanding, acceptance_priority=index, cap=f"${cap:,}")
        for index, (label, cap, _, outstanding, *_) in enumerate(PUBLISHED, 1)
    ]
    text = sheet(listed, "  cap:\n    amount: $218,053,000\n    bounds: principal\n")
    held = [(f"N-{label}", label, outstanding, tendered) for label, _, tendered, outstanding, *_ in PUBLISHED]
    book = deal(tmp_path / "published", text, held).book
    for label, cap, _, _, factor, left in PUBLISHED:
        assert write(book.value("pool_percentage", label), Unit.PERCENTAGE, style="whole") == factor
        assert book.value("series_accepted", label) == cap
        assert book.value("series_remaining", label) == left
    assert book.value("total_accepted") == 218_053_000
    assert book.value("unused_cap") == 0


def test_any_and_all_takes_everything(tmp_path):
    text = sheet([series("only", 500_000, "$987.65")])
    book = deal(tmp_path / "all", text, [("H-1", "only", 300_000, 300_000), ("H-2", "only", 200_000, 12_345.67)]).book
    assert book.labels("pool") == ("only",)
    assert book.value("total_accepted") == Fraction("312345.67")
    assert book.value("holder_consideration", "H-2") == Decimal("12193.20")  # 12,345.67 x 0.98765 = 12,193.2009...
    whole = round_to(Fraction("12345.67") * 6 * 111 / 36_000, Rounding.HALF_UP, CENT)
    assert book.value("holder_interest", "H-2") == whole
    assert isinstance(book.figure("unused_cap"), Pending)


def test_figures_wait_for_the_settlement_date_alone(tmp_path):
    text = sheet([series("only", 500_000)]).replace("  settlement_date: July 6, 2016\n", "")
    book = deal(tmp_path / "open", text, [("H-1", "only", 500_000, 500_000)]).book
    assert book.value("holder_consideration", "H-1") == 500_000
    assert book.figure("holder_interest", ("H-1",)).waits_for == ("offer.settlement_date",)


def test_every_event_has_its_documents_and_each_figure_in_them_is_ticked():
    named = []
    for each in open_life(FERRY):
        words = write_words(each)
        assert words.problems == ()
        for document in words.documents:
            assert coverage(document).problems == ()
        named.append({document.template.removesuffix(".md") for document in words.documents})
    assert named == [
        {"press-releases/tender-commencement", "notices/tender-commencement", "offer-to-purchase/offer-to-purchase",
         "current-reports/tender-current-report", "ancillary/tender-letter-to-brokers",
         "ancillary/tender-letter-to-clients", "ancillary/tender-notice-of-withdrawal"},
        {"press-releases/tender-early-results", "closing/tender-acceptance-notice",
         "current-reports/tender-current-report"},
        {
            "press-releases/tender-results", "notices/tender-acceptance", "closing/tender-acceptance-notice",
            "statements/tender-control", "current-reports/tender-current-report",
        },
        {
            "press-releases/tender-settlement", "notices/tender-payment", "notices/tender-not-bought",
            "closing/tender-funds-flow", "statements/tender-control", "statements/tender-settlement",
            "current-reports/tender-current-report",
        },
    ]  # fmt: skip


def test_an_offer_without_a_cap_or_an_early_deadline_has_its_documents_too(tmp_path):
    text = sheet([series("only", 500_000)])
    words = write_words(deal(tmp_path / "plain", text, [("H-1", "only", 500_000, 500_000)]))
    assert words.problems == ()
    assert len(words.documents) == 6
    for document in words.documents:
        assert coverage(document).problems == ()
        said = " ".join(html.fromstring(document.body).text_content().split())
        assert not re.search(r"\b(cap|caps|levels?|early (deadline|premium|tenders?))\b", said, re.IGNORECASE)


OUTLOOK = [  # one-half of each series is tendered early, and then all of it: accepted, factor, price
    # 200,000 x 1.04 = 208,000 leave 92,000 for 150,000 x 1.0105 + 250,000 x 0.96225 = 392,137.50
    ("part", "notes-a", 200_000, Fraction(1), "208000"),
    ("part", "notes-b", 35_000, Fraction(92_000) / Fraction("392137.5"), "35367.50"),
    ("part", "notes-c", 58_000, Fraction(92_000) / Fraction("392137.5"), "55810.50"),
    ("all", "notes-a", 288_000, Fraction(300_000) / 416_000, "299520"),
    ("all", "notes-b", 0, Fraction(0), "0"),
    ("all", "notes-c", 0, Fraction(0), "0"),
]


@pytest.mark.parametrize(("case", "label", "accepted", "factor", "price"), OUTLOOK)
def test_what_would_be_bought_if_a_part_were_tendered_or_all(book, case, label, accepted, factor, price):
    assert book.value("outlook_principal", case, label) == accepted
    assert book.value("outlook_factor", case, label) == factor
    assert book.value("outlook_price", case, label) == Fraction(price)


def test_the_example_takes_another_part_where_the_terms_say_so():
    quarter = ferry(("offer.example_part", "one-fourth"))
    assert quarter.value("outlook_tendered", "part", "notes-b") == 75_000
    assert quarter.value("outlook_tendered", "all", "notes-b") == 300_000
    # 100,000 x 1.04 leave 196,000: that lets in 40,000 of notes-b, its cap, and all of notes-c, 125,000 x 0.96225
    assert quarter.value("outlook_principal", "part", "notes-b") == 40_000
    assert quarter.value("outlook_principal", "part", "notes-c") == 125_000
