"""Findings: met, not met, or for counsel to decide, with what was counted."""

from pathlib import Path

import pytest

from lexdocs.deal import findings, open_deal
from lexdocs.errors import Where
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import Change

EXAMPLE = bundled_deals()["lexington_2001"]
TINY = Path(__file__).parents[1] / "deals" / "tiny"


def result(rule, folder=EXAMPLE, **changes):
    made = [Change(path.replace("__", "."), value, Where("test")) for path, value in changes.items()]
    return [(str(each.result), each.says) for each in findings(open_deal(folder, made)) if each.rule == rule]


def test_the_example_is_open_long_enough_from_its_announcement():
    (announced, sent) = result("14e-1(a)")
    # August 6 is the first; Labor Day is left out; August 31 is the twentieth, September 4 the twenty-first.
    assert announced == (
        "met",
        (
            "open 21 business days counted from the announcement, at least 20 are needed: from August 6, 2001 to"
            " September 4, 2001; the twentieth is August 31, 2001; Labor Day, September 3, 2001, is not counted"
        ),
    )
    assert sent[0] == "counsel must decide"
    assert "waits for offer.circular_sent" in sent[1]


@pytest.mark.parametrize(("day", "expected"), [("August 7, 2001", "met"), ("August 8, 2001", "not met")])
def test_from_the_sending_of_the_circular_a_day_decides(day, expected):
    assert result("14e-1(a)", offer__circular_sent=day)[1][0] == expected


def test_an_expiration_before_midnight_does_not_count_its_day():
    earlier = "11:59 p.m., New York City time, on September 4, 2001"
    assert "open 20 business days" in result("14e-1(a)", offer__expiration=earlier)[0][1]


def test_installments_that_do_not_make_the_fee():
    assert (
        result("installments and fee", **{"participation_fee__installments[0]__share": "one-half"})[0][0] == "not met"
    )


def test_the_largest_holders_are_held_against_a_beneficial_register_only():
    assert result("largest holders")[0][0] == "met"
    assert result("largest holders", support__percentage="74.6%")[0][0] == "not met"
    assert result("largest holders", support__percentage="75%")[0][0] == "met"  # to the decimals that are stated
    assert result("largest holders", holders__level="registered")[0][0] == "counsel must decide"
    assert result("largest holders", TINY) == []


def test_the_minimum_condition_against_the_register():
    assert result("minimum condition")[0][0] == "met"
    assert result("minimum condition", offer__minimum_tender="99.9%")[0][0] == "counsel must decide"


TIMETABLE = [
    ("offer.consummation_date", "October 10, 2001", "the installment of September 30, 2001 does not come after"),
    ("offer.consummation_date", "January 10, 2002", "the rate to December 31, 2001 never runs"),
    ("offer.consummation_date", "September 3, 2001", "consummation comes before the expiration"),
    ("offer.record_date", "August 22, 2001", "the record date comes after the announcement"),
    ("new_notes.steps[0].through", "December 31, 2010", "past maturity on December 31, 2004"),
    ("participation_fee.installments[1].date", "March 1, 2002", "not in the order of their dates"),
]


@pytest.mark.parametrize(("path", "value", "said"), TIMETABLE)
def test_dates_that_overtake_one_another(path, value, said):
    found = result("timetable", **{path: value})
    assert [text for outcome, text in found if outcome == "not met" and said in text], found


def test_the_example_s_timetable_is_in_order():
    assert result("timetable") == []


def test_payment_days_on_which_banks_are_closed_are_for_counsel():
    found = result("payment dates")
    assert found[0] == (
        "counsel must decide",
        "Sunday, September 30, 2001 is not a business day, and the terms do not say what then",
    )
    # Three Sundays, and December 31, 2004, on which New Year's Day of 2005, a Saturday, is observed.
    assert found[1][1].startswith("4 of 14 interest payments of the new notes fall on no business day: Sunday, ")


def test_support_against_the_minimum_condition():
    assert result("support and minimum")[0][0] == "met"  # the register shows more than 99% tendered
    # 99.9% less 74.7%.
    assert result("support and minimum", offer__minimum_tender="99.9%") == [
        (
            "counsel must decide",
            (
                "holders of 74.7% will tender, the minimum condition asks for 99.9%;"
                " 25.2% more of the notes must come from others"
            ),
        )
    ]
    assert result("support and minimum", support__percentage="99.9%", offer__minimum_tender="99.9%")[0][0] == "met"


def test_an_installment_that_is_no_whole_number_of_cents():
    assert result("installments and cents") == []
    assert result("installments and cents", participation_fee__amount="$40")[0][0] == "counsel must decide"


def test_a_deadline_before_the_commencement(ferry, example):
    late = "9:00 a.m., New York City time, on {}"
    found = ferry.found({"offer.early_deadline": late.format("June 3, 2016")})
    assert found["timetable:commencement and early deadline"].says == (
        "the early deadline comes before the commencement: June 3, 2016, and the offer commences June 6, 2016"
    )
    assert "timetable:commencement and expiration" not in found
    expired = example.found({"offer.expiration": late.format("August 3, 2001")})
    assert str(expired["timetable:commencement and expiration"].result) == "not met"
    windrow = Path(__file__).parents[1] / "deals" / "windrow"
    moved = [Change("offer.early_deadline", late.format("June 20, 2012"), Where("test"))]
    keys = [each.key for each in findings(open_deal(windrow, moved)) if "commencement and" in each.key]
    assert keys == ["timetable:commencement and early deadline"]


def test_principal_that_no_whole_notes_make_is_told_by_its_rows():
    """What an earlier proration left can be no multiple: it is counsel's to decide, and the figures are exact."""
    rule = "principal and denomination"
    assert result(rule) == result(rule, TINY) == []
    assert result(rule, TINY.with_name("odd")) == [(
        "counsel must decide",
        (
            "3 holdings have principal that the denomination of the old notes does not make: "
            "register.csv:2 F-7, register.csv:3 F-8, register.csv:4 F-9"
        ),
    )]  # fmt: skip
    ((_, of_series),) = result(rule, TINY.with_name("ferry"))
    assert of_series.endswith(": register.csv:13 M-10.notes-c, register.csv:14 M-05.notes-c")
