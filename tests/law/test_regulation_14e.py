"""Rule 14e-1: business days counted by hand on the calendar of 2001, in which September 3 is Labor Day."""

import datetime

import pytest

from lexdocs.errors import InputError

MIDNIGHT = "12 midnight, New York City time, on "


def day(text):
    return datetime.date.fromisoformat(text)


def test_twenty_days_are_reached_on_august_31(example):
    found = example.found()["14e-1(a):announcement"]
    # August 6-10 five, 13-17 ten, 20-24 fifteen, 27-31 twenty, September 4 twenty-one.
    assert (found.result, len(found.days), found.days[19], found.days[-1]) == (
        "met", 21, day("2001-08-31"), day("2001-09-04"),
    )  # fmt: skip
    assert [(each.name, each.date) for each in found.holidays] == [("Labor Day", day("2001-09-03"))]
    assert (found.in_force_from, found.in_force_to) == (day("1980-01-07"), None)
    assert "in force since January 7, 1980" in str(found)


@pytest.mark.parametrize(
    ("sent", "result", "days", "twentieth"),
    [
        ("August 6, 2001", "met", 21, "the twentieth is August 31, 2001"),
        ("August 7, 2001", "met", 20, "the twentieth is September 4, 2001"),
        ("August 8, 2001", "not met", 19, "the twentieth would be September 5, 2001"),
        # A Saturday and a Sunday: the count begins on Monday, August 13.
        ("August 11, 2001", "not met", 16, "from August 13, 2001 to September 4, 2001"),
        ("September 10, 2001", "not met", 0, "the twentieth would be October 5, 2001"),
    ],
)
def test_from_the_day_on_which_the_circular_was_sent(example, sent, result, days, twentieth):
    found = example.found({"offer.circular_sent": sent})["14e-1(a):sending"]
    assert (found.result, len(found.days)) == (result, days)
    assert twentieth in found.says


@pytest.mark.parametrize(
    ("expiration", "days"),
    [
        ("11:59 p.m., New York City time, on September 4, 2001", 20),
        ("12 midnight, New York City time, on September 4, 2001", 21),
        # The end of the day in Chicago is an hour after the end of the day in the East.
        ("11:30 p.m., Chicago time, on September 4, 2001", 21),
        ("10:59 p.m., Chicago time, on September 4, 2001", 20),
        # The end of the day in London is seven in the evening in the East.
        ("12 midnight, London time, on September 4, 2001", 20),
        # Exchanges were closed from September 11 to 14; these are business days all the same.
        ("12 midnight, New York City time, on September 14, 2001", 29),
    ],
)
def test_the_last_day_counts_to_its_midnight_in_the_east(example, expiration, days):
    found = example.found({"offer.expiration": expiration})["14e-1(a):announcement"]
    assert len(found.days) == days


AMENDMENTS = [
    # August 27-31 are five, September 4 the sixth; the tenth is September 10.
    ("consideration", "August 27, 2001", "September 4, 2001", "not met", 6),
    ("percentage", "August 27, 2001", "September 7, 2001", "not met", 9),
    ("soliciting fee", "August 27, 2001", "September 10, 2001", "met", 10),
    # August 28, 29, 30, 31, September 4: five.
    ("other material", "August 28, 2001", "September 4, 2001", "met", 5),
    ("other material", "August 29, 2001", "September 4, 2001", "not met", 4),
    ("immaterial", "September 4, 2001", "September 4, 2001", "met", 0),
    ("percentage within two percent", "September 4, 2001", "September 4, 2001", "met", 0),
]


@pytest.mark.parametrize(("classed", "at", "to", "result", "days"), AMENDMENTS)
def test_days_after_a_change(example, classed, at, to, result, days):
    changes = {"offer.expiration": MIDNIGHT + to, "contact.title": "Treasurer"}
    example.event("amendment", at, classed=classed, tendered="$20,000,000", changes=changes)
    (found,) = (each for key, each in example.found().items() if key.startswith("14e-1(b)"))
    assert (found.result, len(found.days)) == (result, days), found


def test_an_amendment_that_counsel_has_not_classed(example):
    example.event("amendment", "August 27, 2001", changes={"participation_fee.amount": "$40"})
    assert example.found()["14e-1(b):amendment 2001-08-27"].result == "counsel must decide"


def test_an_extension_since_makes_good_for_a_change_too_late(example):
    example.event("amendment", "August 27, 2001", classed="consideration", changes={"participation_fee.amount": "$40"})
    assert example.found()["14e-1(b):amendment 2001-08-27"].result == "not met"
    later = {"offer.expiration": MIDNIGHT + "September 10, 2001"}
    example.event("more", "August 30, 2001", kind="extension", tendered="$20,000,000", changes=later)
    found = example.found()["14e-1(b):amendment 2001-08-27"]
    assert (found.result, len(found.days)) == ("met", 10)
    assert "extended since" in found.says


def test_an_extension_that_changes_more_than_times(example):
    changes = {"offer.expiration": MIDNIGHT + "September 10, 2001", "participation_fee.amount": "$40"}
    example.event("extension", "September 4, 2001", kind="extension", tendered="$20,000,000", changes=changes)
    found = example.found()["14e-1(b):extension 2001-09-04"]
    assert found.result == "counsel must decide"
    assert "participation_fee.amount" in found.says


EXTENSIONS = [
    ("9:00 a.m., New York City time, on September 5, 2001", "met"),
    ("9:01 a.m., New York City time, on September 5, 2001", "not met"),
    ("8:00 a.m., Chicago time, on September 5, 2001", "met"),
    ("8:30 a.m., Chicago time, on September 5, 2001", "not met"),
    ("September 4, 2001", "met"),
    ("September 5, 2001", "counsel must decide"),
    ("September 6, 2001", "not met"),
]


@pytest.mark.parametrize(("at", "result"), EXTENSIONS)
def test_an_extension_is_announced_by_nine_on_the_next_business_day(example, at, result):
    to = {"offer.expiration": MIDNIGHT + "September 14, 2001"}
    example.event("extension", at, kind="extension", tendered="$20,000,000", changes=to)
    (found,) = (each for key, each in example.found().items() if key.startswith("14e-1(d)"))
    assert found.result == result, found
    said = {"September 5, 2001": "which counts as the end of that day", "September 6, 2001": "at whatever hour"}
    assert said.get(at, "announced") in found.says
    assert "due by 9:00 a.m., New York City time, on September 5, 2001" in found.says


def test_an_extension_without_the_amount_tendered_is_not_read_unless_a_log_tells_it(example):
    """The announcement must state the amount; a register shows one day alone, and nothing else could tell it."""
    to = {"offer.expiration": MIDNIGHT + "September 14, 2001"}
    example.event("extension", "September 4, 2001", kind="extension", changes=to)
    with pytest.raises(InputError) as refused:
        example.deal()
    (problem,) = refused.value.problems
    assert str(problem) == (
        "events/extension.yaml:2:5 the extension does not say how much was tendered, and there is no tender log to"
        " tell it (Rule 14e-1(d)); write `tendered:` with the principal, which the announcement must state, or keep a"
        " tender log"
    )


@pytest.mark.parametrize(
    ("at", "result"),
    [
        ("9:00 a.m., New York City time, on July 30, 2012", "counsel must decide"),
        ("9:01 a.m., New York City time, on July 30, 2012", "not met"),
    ],
)
def test_an_extension_whose_amount_the_log_tells(windrow, at, result):
    """Whether the announcement said it is for counsel; whether it came in time is not."""
    for each in ("2012-07-30-expiration", "2012-08-01-settlement"):
        (windrow.folder / "events" / f"{each}.yaml").unlink()
    windrow.event("later", at, kind="extension", changes={"offer.expiration": MIDNIGHT + "August 10, 2012"})
    found = windrow.found()["14e-1(d):extension 2012-07-30"]
    assert found.result == result, found
    assert ("the release takes that from the tender log" in found.says) is (result == "counsel must decide")


def test_the_next_business_day_after_a_weekend_and_a_holiday(example):
    example.edit(MIDNIGHT + "September 4, 2001", MIDNIGHT + "August 31, 2001")
    to = {"offer.expiration": MIDNIGHT + "September 14, 2001"}
    example.event("extension", "September 4, 2001", kind="extension", tendered="$20,000,000", changes=to)
    # Saturday, Sunday and Labor Day pass; announced on the day itself, at an hour that is not known.
    found = example.found()["14e-1(d):extension 2001-09-04"]
    assert "due by 9:00 a.m., New York City time, on September 4, 2001" in found.says
    assert found.result == "counsel must decide"


@pytest.mark.parametrize(
    ("settled", "result", "days"),
    [
        ("September 4, 2001", "met", 0),
        ("September 5, 2001", "met", 1),
        ("September 7, 2001", "met", 3),
        ("September 10, 2001", "not met", 4),
    ],
)
def test_settlement_against_the_cycle_of_2001(example, settled, result, days):
    found = example.found({"offer.consummation_date": settled})["14e-1(c):settlement"]
    assert (found.result, len(found.days)) == (result, days)
    assert "three business days, September 7, 2001" in found.says


def test_settlement_that_is_not_fixed(example):
    example.edit("  offer.consummation_date: September 5, 2001\n", "", "assumptions/illustration.yaml")
    found = example.found()["14e-1(c):settlement"]
    assert found.result == "counsel must decide"
    assert "waits for offer.consummation_date" in found.says


def test_each_installment_after_settlement_is_to_be_explained(example):
    found = example.found()
    keys = [key for key in found if key.startswith("14e-1(c):installment")]
    assert keys == ["14e-1(c):installment 2001-09-30", "14e-1(c):installment 2001-12-31"]
    assert {found[key].result for key in keys} == {"counsel must decide"}
    # September has 30 days: 25 to its end, then 31, 30 and 31.
    assert "117 days after settlement" in found[keys[1]].says
    later = example.found({"offer.consummation_date": "October 1, 2001"})
    assert [key for key in later if key.startswith("14e-1(c):installment")] == keys[1:]


def test_notes_go_back_when_an_offer_is_terminated(example):
    example.event("termination", "August 20, 2001", kind="termination")
    assert example.found()["14e-1(c):return 2001-08-20"].result == "counsel must decide"
