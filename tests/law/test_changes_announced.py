"""Changes of terms in events of any kind, and what counsel calls them."""

import pytest

from lexdocs.deal import open_deal
from lexdocs.errors import InputError

FEE = {"participation_fee.amount": "$40"}
LATER = {"offer.expiration": "12 midnight, New York City time, on September 14, 2001"}


@pytest.mark.parametrize("kind", ["extension", "expiration", "settlement"])
def test_a_change_in_an_event_of_any_kind_is_for_counsel(example, kind):
    changes = {"participation_fee.installments[1].date": "October 1, 2001"}
    changes |= LATER if kind == "extension" else {}
    example.event("later", "September 5, 2001", kind=kind, tendered="$20,000,000", changes=changes)
    found = example.found()[f"14e-1(b):{kind} 2001-09-05"]
    assert found.result == "counsel must decide"
    assert "changes participation_fee.installments[1].date, and counsel has not classed that" in found.says
    assert "events/later.yaml" in str(found)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("settlement", {"offer.consummation_date": "September 7, 2001"}),
        ("extension", LATER),
        ("expiration", {"law.convertible": "no"}),
    ],
)
def test_what_an_event_may_fix_without_a_class(example, kind, changes):
    example.event("later", "September 5, 2001", kind=kind, tendered="$20,000,000", changes=changes)
    assert not [key for key in example.found() if key.startswith("14e-1(b)")]


def test_an_expiration_that_is_brought_forward_is_a_change(example):
    sooner = {"offer.expiration": "12 midnight, New York City time, on August 31, 2001"}
    example.event("later", "August 27, 2001", kind="amendment", changes=sooner)
    assert example.found()["14e-1(b):amendment 2001-08-27"].result == "counsel must decide"


def test_a_classed_event_of_another_kind_is_counted_as_an_amendment(example):
    more = {"tendered": "$20,000,000", "changes": FEE | LATER}
    example.event("later", "September 5, 2001", kind="extension", classed="consideration", **more)
    found = example.found()["14e-1(b):amendment 2001-09-05"]
    assert (found.result, len(found.days)) == ("not met", 8)


def test_a_commencement_has_no_class(example):
    example.edit("kind: commencement", "kind: commencement\nclassed: consideration", FIRST)
    with pytest.raises(InputError) as raised:
        open_deal(example.folder)
    assert str(raised.value) == (
        f"{FIRST}:3:10 classed: a commencement changes nothing, and there is nothing for counsel to class;"
        " delete this line, or write the change as an event of its own"
    )


FIRST = "events/2001-08-06-commencement.yaml"

BELIED = [
    ("immaterial", "participation_fee.amount", "$40"),
    ("immaterial", "warrants.per_denomination", "3"),
    ("immaterial", "new_notes.steps[0].rate", "9%"),
    ("immaterial", "offer.minimum_tender", "60%"),
    ("immaterial", "old_notes.rate", "12%"),
    ("immaterial", "old_notes.maturity", "February 2, 2000"),
    ("other material", "participation_fee.amount", "$40"),
    ("percentage within two percent", "offer.minimum_tender", "60%"),
    ("percentage within two percent", "participation_fee.amount", "$40"),
]


@pytest.mark.parametrize(("classed", "path", "value"), BELIED)
def test_a_class_that_the_changed_terms_belie_is_for_counsel(example, classed, path, value):
    example.event("change", "August 21, 2001", classed=classed, changes={path: value})
    found = example.found()["14e-1(b):amendment 2001-08-21"]
    assert found.result == "counsel must decide"
    assert f"the change touches {path}, and whether the class holds is for counsel" in found.says


def test_a_class_that_nothing_speaks_against(example):
    example.event("change", "August 27, 2001", classed="immaterial", changes={"contact.telephone": "(212) 555-0100"})
    found = example.found()["14e-1(b):amendment 2001-08-27"]
    assert (found.result, "touches" in found.says) == ("met", False)


def test_terms_of_a_cash_tender_offer(ferry):
    ferry.event("change", "June 21, 2016", classed="immaterial", changes={"series[0].total_consideration": "$1,030"})
    assert "touches series[0].total_consideration" in ferry.found()["14e-1(b):amendment 2016-06-21"].says
    ferry.event("change", "June 21, 2016", classed="immaterial", changes={"series[1].cap": "$50,000"})
    assert "touches series[1].cap" in ferry.found()["14e-1(b):amendment 2016-06-21"].says
    excepted = "percentage within two percent"
    ferry.event("change", "June 21, 2016", classed=excepted, changes={"series[1].cap": "$40,100"})
    assert ferry.found()["14e-1(b):amendment 2016-06-21"].result == "met"


def test_a_single_day_is_one_day(example):
    example.event("change", "September 4, 2001", classed="consideration", changes=FEE)
    assert "open 1 business day from then" in example.found()["14e-1(b):amendment 2001-09-04"].says
