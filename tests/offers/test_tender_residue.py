"""What cutting leaves, given out by largest remainder over all pools and holders, and down to later places; by hand."""

from fractions import Fraction

import pytest
from lxml import html

from lexdocs.deal import findings, open_deal
from lexdocs.offers.tender_allotment import Ranked, Share, allot
from lexdocs.offers.tender_cut import Steps, Tender
from lexdocs.writing.words import write_words
from tests.offers.tenders import deal, series, sheet

EARLY = "  early_deadline: 5:00 p.m., New York City time, on June 17, 2016\n"
STEP = "what is left would not pay for one further step of principal"


def offer(cap, bounds="principal", early=False, more=""):
    cap = f"  cap:\n    amount: ${cap}\n    bounds: {bounds}\n"
    return (EARLY if early else "") + cap + "  proration:\n    residue: largest remainder\n" + more


def accepted(book):
    return [int(book.value("accepted_principal", label)) for label in book.labels("holding")]


def test_six_series_of_one_level(tmp_path):
    """35,900 over six is 5,983.33 of each: five thousand each, and five of the six get the sixth; 900 are left."""
    listed = [series(f"s{number}", 10_000) for number in range(6)]
    holdings = [(f"H-{number}", f"s{number}", 10_000, 10_000) for number in range(6)]
    book = deal(tmp_path, sheet(listed, offer("35,900")), holdings).book
    assert accepted(book) == [6_000, 6_000, 6_000, 6_000, 6_000, 5_000]
    assert (book.value("unused_cap"), book.value("unused_cap_reason")) == (900, STEP)


def test_two_series_with_an_odd_cap(tmp_path):
    listed = [series("a", 10_000), series("b", 10_000)]
    holdings = [("H-1", "a", 10_000, 10_000), ("H-2", "b", 10_000, 10_000)]
    book = deal(tmp_path, sheet(listed, offer("11,000")), holdings).book
    assert accepted(book) == [6_000, 5_000]
    assert (book.value("unused_cap"), book.value("unused_cap_reason")) == (0, "the whole cap is used")


def test_early_and_late_tenders_of_one_series(tmp_path):
    holdings = [("H-1", "a", 5_000, 5_000, 5_000), ("H-2", "a", 5_000, 5_000, 0)]
    book = deal(tmp_path, sheet([series("a", 10_000)], offer("7,000", early=True)), holdings).book
    assert accepted(book) == [4_000, 3_000]
    assert book.value("unused_cap") == 0


def test_what_a_series_cap_leaves_goes_down_to_the_next_level(tmp_path):
    """Level 1 takes 20,000 of its cap of 20,500; level 2 is prorated by the 20,000 that are left, not by 19,500."""
    listed = [
        series("a", 40_000, cap="$20,500", acceptance_priority=1),
        series("b", 40_000, acceptance_priority=2),
    ]
    holdings = [(f"H-{number}", "a", 4_000, 4_000) for number in range(10)] + [("H-99", "b", 40_000, 40_000)]
    book = deal(tmp_path, sheet(listed, offer("40,000")), holdings).book
    assert accepted(book) == [2_000] * 10 + [20_000]
    assert book.value("pool_factor_used", "b") == Fraction(1, 2)
    assert (book.value("unused_cap"), book.value("unused_series_cap", "a")) == (0, 500)
    assert book.value("unused_series_cap_reason", "a") == STEP


def test_a_level_that_is_shut_out_takes_what_the_one_before_cannot_use(tmp_path):
    """The first level has steps of 5,000 and leaves 3,000; three steps of the second, one to each holder."""
    listed = [
        series("a", 40_000, denomination="$5,000", acceptance_priority=1),
        series("b", 40_000, acceptance_priority=2),
    ]
    holdings = [("H-1", "a", 20_000, 20_000), *((f"H-{number}", "b", 9_000, 9_000) for number in (2, 3, 4))]
    book = deal(tmp_path, sheet(listed, offer("13,000")), holdings).book
    assert accepted(book) == [10_000, 1_000, 1_000, 1_000]
    assert book.value("unused_cap") == 0


def test_a_cap_on_price_to_the_cent(tmp_path):
    """Each step is 985.505: 985.51, then 1,971.01. The cap pays for three steps by one holder each, and no cent more.

    985.51 x 3 = 2,956.53 leaves 0.47 of 2,957.
    """
    holdings = [(f"H-{number}", "a", 2_000, 2_000) for number in range(4)]
    book = deal(tmp_path, sheet([series("a", 8_000, "$985.505")], offer("2,957", "purchase price")), holdings).book
    assert accepted(book) == [1_000, 1_000, 1_000, 0]
    assert book.value("unused_cap") == Fraction("0.47")


def test_the_cap_of_a_series_is_passed_by_no_step(tmp_path):
    """Both are let in at 5,500; the cap of the first, 5,600, stops it at 5,000, and the second takes two steps."""
    listed = [series("a", 10_000, cap="$5,600"), series("b", 10_000)]
    holdings = [("H-1", "a", 10_000, 10_000), ("H-2", "b", 10_000, 10_000)]
    book = deal(tmp_path, sheet(listed, offer("11,000")), holdings).book
    assert accepted(book) == [5_000, 6_000]
    lots = deal(tmp_path / "lots", sheet(listed, offer("18,000")), holdings).book
    assert accepted(lots) == [5_000, 10_000]  # 12,400 let in by exact parts are 10,000, all that there is
    assert lots.value("unused_cap_reason") == "caps of series let in no more"


def test_steps_are_given_in_rounds_where_one_each_is_not_enough():
    """A step of 100,000 that nobody can pay for leaves 60,000: the small tenders of its place share it in rounds."""
    thousand, many, nothing = Fraction(1_000), Fraction(100_000), Fraction(0)
    large, small = (Steps(each, each, thousand, thousand, nothing) for each in (many, thousand))
    tenders = [tuple(Tender(label, Fraction(each), Fraction(each)) for label, each in listed) for listed in (
        (("H-1", 100_000), ("H-2", 100_000)), (("H-3", 60_000), ("H-4", 20_000)))]  # fmt: skip
    pools = (Ranked("a", 1, "a", large, tenders[0]), Ranked("b", 1, "b", small, tenders[1]))
    shares = allot(pools, Fraction(70_000), (), True)
    # a quarter of each: 15,000 and 5,000 of the small ones, and 50 steps left of the large ones' 50,000
    assert [(share.factor, share.steps) for share in shares.values()] == [(Fraction(1, 4), 0), (Fraction(1, 4), 50)]


def test_a_step_that_is_a_cent_less_is_not_forgone():
    """A first step costs 985.51 and a second 985.50, which is what is left: the tender with the larger rest waits.

    1,971.01 is one half of 1,872.46 + 2,069.56: 950 and 1,050 of principal, cut to nothing and 1,000.
    """
    steps = Steps(Fraction(1_000), Fraction(1_000), Fraction(1_000), Fraction("985.505"), Fraction(0))
    tenders = tuple(
        Tender(label, Fraction(each), steps.cost(Fraction(each))) for label, each in (("H-1", 1_900), ("H-2", 2_100))
    )
    shares = allot((Ranked("a", 1, "a", steps, tenders),), Fraction("1971.01"), (), True)
    assert shares["a"] == Share(Fraction(1, 2), 0, "H-2")


def test_the_book_gives_the_step_aside(tmp_path):
    holdings = [("H-1", "a", 1_900, 1_900), ("H-2", "a", 2_100, 2_100)]
    text = sheet([series("a", 4_000, "$985.505")], offer("1,971.01", "purchase price"))
    book = deal(tmp_path, text, holdings).book
    assert accepted(book) == [0, 2_000]
    assert book.value("unused_cap") == 0


def test_the_alabama_paradox_is_for_counsel(tmp_path):
    """Of 10,000 the third gets two steps, of 11,000 one: that is the method, and a finding says so."""
    holdings = [("H-1", "a", 6_000, 6_000), ("H-2", "a", 6_000, 6_000), ("H-3", "a", 2_000, 2_000)]
    made = [deal(tmp_path / cap, sheet([series("a", 14_000)], offer(cap)), holdings) for cap in ("10,000", "11,000")]
    assert [accepted(each.book) for each in made] == [[4_000, 4_000, 2_000], [5_000, 5_000, 1_000]]
    (found,) = [each for each in findings(made[0]) if each.rule == "cap and acceptance"]
    assert (found.key, str(found.result)) == ("cap and acceptance:residue", "counsel must decide")


def test_small_returns_that_are_rejected_are_for_counsel(tmp_path):
    """Of 9,000 with a denomination of 5,000 two thirds would leave 3,000; one half leaves 5,000."""
    terms = "    small_returns: rejected whole\n"
    listed = [series("a", 18_000, denomination="$5,000", multiple="$1,000")]
    holdings = [("H-1", "a", 9_000, 9_000), ("H-2", "a", 9_000, 9_000)]
    made = [
        deal(tmp_path / cap, sheet(listed, offer(cap).replace("    residue: largest remainder\n", terms)), holdings)
        for cap in ("9,000", "12,000")
    ]
    assert [accepted(each.book) for each in made] == [[4_000, 4_000], [0, 0]]
    (found,) = [each for each in findings(made[0]) if each.rule == "cap and acceptance"]
    assert found.key == "cap and acceptance:small returns"


CUSIPS = ("037833 10 0", "594918 10 4")


@pytest.mark.parametrize(("numbers", "told"), [
    ((None, None), ("6% Notes due 2026 (a)", "6% Notes due 2026 (b)")),
    (CUSIPS, (f"6% Notes due 2026 (CUSIP {CUSIPS[0]})", f"6% Notes due 2026 (CUSIP {CUSIPS[1]})")),
    ((CUSIPS[0], None), ("6% Notes due 2026 (a)", "6% Notes due 2026 (b)")),
])  # fmt: skip
def test_series_of_one_title_are_told_apart(tmp_path, numbers, told):
    listed = [
        series(label, 10_000, **({"cusip": number} if number else {}))
        for label, number in zip("ab", numbers, strict=True)
    ]
    book = deal(tmp_path, sheet(listed), [("H-1", "a", 10_000, 10_000), ("H-2", "b", 10_000, 10_000)]).book
    assert tuple(book.value("series_title", label) for label in "ab") == told


def test_a_release_tells_the_factor_from_what_is_accepted(tmp_path):
    listed = [series(f"s{number}", 10_000) for number in range(6)]
    holdings = [(f"H-{number}", f"s{number}", 10_000, 10_000) for number in range(6)]
    deal(tmp_path, sheet(listed, offer("35,900")), holdings)
    event = "kind: expiration\nat: 8:00 a.m., New York City time, on July 5, 2016\n"
    (tmp_path / "events" / "expiration.yaml").write_text(event, "utf-8")
    (tmp_path / "events" / "commencement.yaml").rename(tmp_path / "events" / "a-commencement.yaml")
    words = write_words(open_deal(tmp_path), ["press-releases/tender-results"])
    (release,) = words.documents
    said = " ".join(html.fromstring(release.body).text_content().split())
    assert (
        "The 6% Notes due 2026 (s5) are prorated. The proration factor is about 59.83%; $5,000 of $10,000 of principal"
        " is accepted."
    ) in said
