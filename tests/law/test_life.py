"""Offers that have expired or were terminated: what is asked of them, and what no longer is."""

import pytest

from lexdocs.checks.standing import standing
from lexdocs.deal import open_life
from lexdocs.errors import InputError

NEVER = {"offer.minimum_tender": "99.9%"}


def test_a_minimum_that_is_not_reached_is_open_while_the_offer_is(example):
    found = example.found(NEVER)["minimum condition"]
    assert found.result == "counsel must decide"
    assert found.says.endswith(" is validly tendered")


@pytest.mark.parametrize("kind", ["expiration", "settlement"])
def test_a_minimum_that_was_not_reached_is_not_met(example, kind):
    example.event("end", "September 5, 2001", kind=kind)
    assert example.found()["minimum condition"].result == "met"
    found = example.found(NEVER)
    assert found["minimum condition"].result == "not met"
    assert "the offer has expired, and its minimum was not reached" in found["minimum condition"].says
    assert "support and minimum" not in found


def test_it_can_be_acknowledged(example):
    example.event("end", "September 5, 2001", kind="expiration")
    example.add("acknowledged:\n  - finding: minimum condition\n    by: A. Counsel\n    because: it was waived\n")
    assert not example.found(NEVER)["minimum condition"].stands


def test_an_extension_opens_the_offer_again(example):
    example.event("end", "September 5, 2001", kind="expiration")
    later = {"offer.expiration": "12 midnight, New York City time, on September 14, 2001"}
    example.event("more", "September 6, 2001", kind="extension", tendered="$20,000,000", changes=later)
    assert example.found(NEVER)["minimum condition"].result == "counsel must decide"


def test_a_settlement_of_early_tenders_ends_nothing(ferry):
    for later in ("2016-07-05-expiration", "2016-07-06-settlement"):
        (ferry.folder / "events" / f"{later}.yaml").unlink()
    ferry.event("early", "June 21, 2016", kind="settlement")
    assert ferry.found(NEVER)["minimum condition"].result == "counsel must decide"


def test_a_settlement_before_the_expiration_is_left_to_the_timetable(example):
    found = example.found({"offer.consummation_date": "September 3, 2001"})
    assert "14e-1(c):settlement" not in found
    assert "comes before the expiration" in found["timetable:expiration and consummation"].says
    assert found["timetable:expiration and consummation"].result == "not met"


def test_an_offer_that_was_terminated_early(example):
    example.event("end", "August 20, 2001", kind="termination")
    found = example.found(NEVER)
    # August 6-10 five, 13-17 ten, 20 eleven.
    opened = found["14e-1(a):announcement"]
    assert (opened.result, len(opened.days)) == ("counsel must decide", 11)
    assert "the offer was terminated on August 20, 2001, open 11 business days counted from" in opened.says
    gone = ("14e-1(c):settlement", "14e-1(c):installment", "minimum condition", "support and minimum", "timetable")
    assert not [key for key in found if key.startswith(gone)]
    assert "14e-1(c):return 2001-08-20" in found


def test_an_offer_that_was_terminated_after_twenty_days(example):
    example.event("end", "August 31, 2001", kind="termination")
    opened = example.found()["14e-1(a):announcement"]
    assert (opened.result, len(opened.days)) == ("met", 20)


def test_an_amendment_before_a_termination(example):
    changes = {"participation_fee.amount": "$40"}
    example.event("change", "August 20, 2001", classed="consideration", changes=changes)
    assert example.found()["14e-1(b):amendment 2001-08-20"].result == "met"
    example.event("end", "August 22, 2001", kind="termination")
    found = example.found()["14e-1(b):amendment 2001-08-20"]
    assert (found.result, len(found.days)) == ("counsel must decide", 3)
    assert "the offer was terminated on August 22, 2001, open 3 business days from then" in found.says


def test_no_deadline_is_ahead_of_an_offer_that_was_terminated(example, tmp_path):
    assert standing(open_life(example.folder), example.deal(), tmp_path).deadlines
    example.event("end", "August 20, 2001", kind="termination")
    assert not standing(open_life(example.folder), example.deal(), tmp_path).deadlines


def test_one_day_after_settlement(example):
    found = example.found({"offer.consummation_date": "September 29, 2001"})
    assert "is paid 1 day after settlement" in found["14e-1(c):installment 2001-09-30"].says


@pytest.mark.parametrize("kind", ["expiration", "settlement"])
def test_a_minimum_that_is_waived_holds_nothing_back(example, kind):
    example.event("end", "September 5, 2001", kind=kind, minimum="waived")
    found = example.found(NEVER)["minimum condition"]
    assert found.result == "met"
    assert found.says.endswith("the minimum was not reached, and is waived")
    assert "waived" not in example.found()["minimum condition"].says


def test_a_minimum_is_waived_once_the_offer_is_over(example):
    example.event("more", "August 27, 2001", minimum="waived", changes={"contact.title": "Treasurer"})
    with pytest.raises(InputError) as raised:
        example.deal()
    said = "events/more.yaml:3:10 minimum: of an expiration or a settlement alone, and this is an amendment"
    assert str(raised.value) == f"{said}; delete this line"


def test_a_settlement_without_results(example):
    example.event("end", "September 6, 2001", kind="settlement")
    found = example.found()["results:2001-09-06"]
    assert found.result == "counsel must decide"
    assert "no event announces the results" in found.says
    example.event("results", "September 5, 2001", kind="expiration")
    assert not [key for key in example.found() if key.startswith("results")]


def test_warrants_that_lapse_before_the_offer_does(example):
    found = example.found({"warrants.expiration": "September 3, 2001", "offer.consummation_date": "September 6, 2001"})
    for settled in ("expiration", "consummation"):
        assert found[f"timetable:{settled} and warrant expiration"].result == "not met"
    assert not [key for key in example.found() if "warrant" in key]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("Saturday, September 8, 2001", "Saturday, September 8, 2001, which is not a business day"),
        ("Monday, September 3, 2001", "Monday, September 3, 2001, which is not a business day (Labor Day)"),
        ("Friday, September 7, 2001", ""),
    ],
)
def test_an_expiration_on_a_day_off(example, day, told):
    _, _, date = day.partition(", ")
    found = example.found({"offer.expiration": f"5:00 p.m., New York City time, on {date}"})
    says = found["timetable:expiration day"].says if told else ""
    assert says == (f"the offer expires on {told}" if told else "")
    assert ("timetable:expiration day" in found) is bool(told)
