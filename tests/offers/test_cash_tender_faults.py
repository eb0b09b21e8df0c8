"""Cash tenders that leave their figures without meaning are refused, each fault in its place and all at once."""

import pytest

from lexdocs.errors import InputError
from tests.offers.tenders import deal, ferry, series, sheet

PLACE = "on June 17, 2016"
FAULTS = [
    (("series[0].total_consideration", "$0"), [
        "series[0].total_consideration: must be more than nothing; correct the price"]),
    (("series[0].early_premium", "$1,040"), [
        "series[0].early_premium: is not less than the total consideration, $1,040; correct one of the two"]),
    (("offer.cap.amount", "$0"), [
        "offer.cap.amount: a cap of nothing buys nothing; correct the amount, or leave the section out"]),
    (("series[1].cap", "$0"), [
        "series[1].cap: a cap of nothing buys nothing; correct the amount, or leave it out"]),
    (("series[1].acceptance_priority", "0"), [
        "series[1].acceptance_priority: the first level is 1; write a level from 1 on"]),
    (("offer.series_caps_bound", "consideration"), [
        ("offer.series_caps_bound: caps of series cannot bound the consideration while the cap bounds the purchase "
        "price; "
        "write principal or purchase price")]),
    (("offer.early_deadline", "12 midnight, New York City time, on July 5, 2016"), [
        ("offer.early_deadline: comes after the expiration, 12 midnight, New York City time, on July 1, 2016; "
        "correct one of the two"),
        ("offer.early_settlement_date: June 21, 2016 comes before offer.early_deadline, July 5, 2016; "
        "correct one of the two")]),
    (("offer.withdrawal_deadline", "9:00 a.m., New York City time, on July 5, 2016"), [
        ("offer.withdrawal_deadline: comes after the expiration, 12 midnight, New York City time, on July 1, 2016; "
        "correct one of the two")]),
    # 11 p.m. in Los Angeles is two hours after midnight in New York
    (("offer.withdrawal_deadline", "11:00 p.m., Los Angeles time, on July 1, 2016"), [
        ("offer.withdrawal_deadline: comes after the expiration, 12 midnight, New York City time, on July 1, 2016; "
        "correct one of the two")]),
    (("offer.early_settlement_date", "July 7, 2016"), [
        ("offer.settlement_date: July 6, 2016 comes before offer.early_settlement_date, July 7, 2016; "
        "correct one of the two")]),
    (("offer.settles_early", "no"), [
        "offer.early_settlement_date: early tenders are not paid before the others; correct one of the two"]),
    (("offer.proration.odd_lots_below", "$0"), [
        "offer.proration.odd_lots_below: must be more than nothing; correct the amount"]),
    (("offer.minimum_tender", "101%"), [
        "offer.minimum_tender: is a part of all notes; write more than nothing and at most the whole"]),
    (("series[2].day_count", "Act/Act ICMA"), [
        "series[2].payments_a_year: Act/Act ICMA counts by coupon periods; write how many of them a year has"]),
    (("series[0].multiple", "$1,500"), [
        "series[0].denomination: $2,000 is not a whole number of steps of $1,500; correct one of the two"]),
    (("series[0].maturity", "March 15, 2016"), [
        "series[0].interest_paid_to: March 15, 2016 does not come before maturity; correct one of the two",
        "series[0].maturity: March 15, 2016 comes before offer.expiration, July 1, 2016; correct one of the two",
        "series[0].maturity: March 15, 2016 comes before offer.settlement_date, July 6, 2016; correct one of the two"]),
    (("offer.withdrawable", "no"), [
        ("offer.withdrawal_deadline: until 5:00 p.m., New York City time, on June 17, 2016 tenders may be withdrawn, "
        "and by offer.withdrawable they may not; write offer.withdrawable: yes, or leave the deadline out")]),
    (("series[0].label", "notes a"), [
        'series[0].label: "notes a" cannot name a row; use letters, digits and hyphens']),
    (("offer.cap.bounds", "price"), [
        'offer.cap.bounds: "price" is no word for it; write principal, purchase price or consideration']),
]  # fmt: skip


def faults(run):
    """What is wrong, without its place: every change of a test stands at the same one."""
    with pytest.raises(InputError) as caught:
        run()
    return [str(problem).split(" ", 1)[1] for problem in caught.value.problems if "register" not in str(problem)]


@pytest.mark.parametrize(("change", "expected"), FAULTS, ids=[change[0] for change, _ in FAULTS])
def test_a_fault(change, expected):
    assert sorted(faults(lambda: ferry(change))) == sorted(expected)


def test_two_rules_for_one_tender():
    found = faults(
        lambda: ferry(
            ("offer.proration.residue", "largest remainder"), ("offer.proration.small_returns", "accepted whole")
        )
    )
    assert found == [
        (
            "offer.proration.residue: a residue cannot be given out while small returns are accepted whole; "
            "write none, or let small returns be prorated"
        )
    ]


def test_without_a_cap_nothing_is_prorated(tmp_path):
    rules = "  proration:\n    odd_lots_below: $5,000\n    residue: largest remainder\n"
    text = sheet([series("a", 500_000, acceptance_priority=1), series("b", 100_000, acceptance_priority=2)], rules)
    assert faults(lambda: deal(tmp_path, text, [])) == [
        "offer.cap: levels of acceptance mean nothing without a cap on all series; write it, or leave them out",
        "offer.proration.odd_lots_below: nothing is prorated without a cap; write offer.cap, or leave it out",
        "offer.proration.residue: nothing is prorated without a cap; write offer.cap, or leave it out",
    ]


def test_interest_without_a_day_count_is_refused_with_the_candidates(tmp_path):
    text = sheet([series("a", 500_000)]).replace("    day_count: 30/360\n", "")
    (found,) = faults(lambda: deal(tmp_path, text, []))
    assert found.startswith(
        "series[0].day_count: interest is calculated and no day count is named; name one of 30/360, "
    )
    assert "Act/Act ICMA" in found


def test_a_level_for_every_series_or_for_none(tmp_path):
    cap = "  cap:\n    amount: $90,000\n    bounds: principal\n"
    text = sheet([series("a", 500_000, acceptance_priority=1), series("b", 100_000)], cap)
    assert faults(lambda: deal(tmp_path, text, [])) == [
        "series[1].acceptance_priority: is not written, and a has a level; write one for every series, or for none"
    ]


def test_a_number_of_a_security_is_of_one_series(tmp_path):
    numbered = [series(label, 500_000, cusip="037833 10 0") for label in "ab"]
    assert faults(lambda: deal(tmp_path, sheet(numbered), [])) == [
        "series[1].cusip: is that of a too; correct one of the two"
    ]


def test_an_early_premium_needs_a_deadline(tmp_path):
    text = sheet([series("a", 500_000, early_premium="$30")])
    assert faults(lambda: deal(tmp_path, text, [])) == [
        "series[0].early_premium: no early deadline earns it; write offer.early_deadline, or leave it out"
    ]


def test_a_series_that_nobody_lists_is_refused(tmp_path):
    with pytest.raises(InputError) as caught:
        deal(tmp_path, sheet([series("notes-a", 500_000), series("notes-b", 9_000)]), [("H-1", "notes-z", 500_000, 0)])
    assert "notes-z" in str(caught.value)
    assert "did you mean" in str(caught.value)


def test_two_series_of_one_label_are_refused(tmp_path):
    found = faults(lambda: deal(tmp_path, sheet([series("a", 500_000), series("a", 9_000)]), []))
    assert any('another row is called "a" too' in each for each in found)


def test_a_deadline_in_another_place_s_time_is_compared_by_the_clock(tmp_path):
    text = sheet([series("a", 500_000, early_premium="$30")], "  early_deadline: 9:30 p.m., {} time, on July 1, 2016\n")
    assert faults(lambda: deal(tmp_path / "late", text.format("Los Angeles"), [])) == [
        (
            "offer.early_deadline: comes after the expiration, 12 midnight, New York City time, on July 1, 2016; "
            "correct one of the two"
        )
    ]
    assert deal(tmp_path / "by", text.format("Chicago"), []).book.value("has_early_deadline")
