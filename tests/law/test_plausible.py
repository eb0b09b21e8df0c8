"""Dates and amounts of a series exchange that are hardly meant: findings that stand until they are acknowledged."""

import pytest

HARDLY_MEANT = [
    # Old notes in default may be exchanged after they matured, and their interest may run on.
    ({"series[0].maturity": "June 1, 2012"}, {
        "timetable:maturity of senior": "senior matured on June 1, 2012, before the expiration on July 27, 2012",
        "timetable:interest on senior":
            "interest on senior runs to August 1, 2012, past its maturity on June 1, 2012",
    }),
    ({"offer.interest_to": "July 2, 2019"}, {
        "timetable:interest and consummation":
            "interest on the old notes runs to July 2, 2019, past consummation on August 1, 2012",
        "timetable:interest on senior":
            "interest on senior runs to July 2, 2019, past its maturity on March 15, 2015",
        "timetable:interest on junior":
            "interest on junior runs to July 2, 2019, past its maturity on November 1, 2016",
    }),
    ({"new_notes[0].interest_from": "August 1, 2002"}, {
        "timetable:interest of secured":
            "secured bears interest from August 1, 2002, more than a year from its issue on August 1, 2012",
    }),
    ({"considerations[0].total.new_notes": "$900,000"}, {
        "consideration:notes senior/notes/secured":
            "senior/notes/secured gives $900,000 in new notes for each $1,000, more than ten times as much",
    }),
    ({"considerations[0].total.new_notes": "$10,000"}, {}),
    ({"considerations[2].total.cash": "$10,000.01"}, {
        "consideration:cash senior/cash":
            "senior/cash gives $10,000.01 in cash for each $1,000, more than ten times as much",
    }),
    # The same day is no fault, and neither is interest to an earlier one.
    ({"offer.interest_to": "July 15, 2012"}, {}),
    ({"new_notes[0].interest_from": "May 1, 2012"}, {}),
    ({"offer.consummation_date": "July 20, 2012"}, {
        "timetable:expiration and consummation":
            "consummation comes before the expiration: July 27, 2012, July 20, 2012",
    }),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), HARDLY_MEANT, ids=lambda each: next(iter(each), ""))
def test_what_is_hardly_meant_is_a_finding(windrow, changes, expected):
    before, after = windrow.found(), windrow.found(changes)
    stands = {key: each.says for key, each in after.items() if each.stands and not before.get(key, each).stands}
    stands |= {key: each.says for key, each in after.items() if each.stands and key not in before}
    assert {key: says for key, says in stands.items() if key.startswith(("timetable", "consideration"))} == expected


def test_it_can_be_acknowledged(windrow):
    windrow.add("acknowledged:\n  - finding: timetable:maturity of senior\n    by: Tamsin Oakapple\n"
                "    because: the senior notes are in default\n")  # fmt: skip
    found = windrow.found({"series[0].maturity": "June 1, 2012"})
    assert not found["timetable:maturity of senior"].stands


def test_other_kinds_are_left_alone(tiny, ferry):
    for deal in (tiny, ferry):
        assert not any(key.startswith("consideration") for key in deal.found())


def test_a_cash_tender_that_settles_before_it_expires_is_a_finding_as_in_an_exchange(ferry):
    found = ferry.found({"offer.settlement_date": "June 30, 2016"})
    says = "settlement comes before the expiration: July 1, 2016, June 30, 2016"
    assert found["timetable:expiration and settlement"].says == says
    assert found["timetable:expiration and settlement"].stands
