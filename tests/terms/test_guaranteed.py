"""Tenders by notices of guaranteed delivery: counted from the notice, and until the last day only if the notes come."""

import datetime
from fractions import Fraction

import pytest

from lexdocs.errors import Problem, Where
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.deadlines import deadlines_of
from lexdocs.terms.event_terms import EventKind
from lexdocs.terms.events import Event
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.tallies import tally
from lexdocs.terms.tender_cells import Entry, Guarantee
from tests.terms.listings import at, deadlines, ends, figure, holdings

START = Moment(datetime.date(2012, 6, 11), 24, 0, "Chicago")
EXPIRATION = Moment(datetime.date(2012, 7, 20), 17, 0, "Chicago")
HEAD = "time,holder,action,principal,guaranteed,delivered,defect,waived_by,waived_at,waived_because"
DELIVERY = ends("2012-07-25 17:00")


def of(folder, *rows, as_of="2012-07-21 12:00", **others):
    text = "\n".join([HEAD, *(row + "," * (HEAD.count(",") - row.count(",")) for row in rows)]) + "\n"
    return holdings(folder, text, until=deadlines(as_of, **{"delivery": DELIVERY, **others}))


def amounts(found, holder="F-7"):
    names = ("tendered_principal", "guaranteed_principal", "refused_principal", "refused_late_principal")
    return tuple(int(figure(found, name, holder)) for name in names)


@pytest.mark.parametrize(
    ("delivered", "as_of", "counted"),
    [
        ("", "2012-07-21 12:00", (9000, 9000, 0, 0)),  # not delivered, and there is time
        ("", "2012-07-25 17:00", (9000, 9000, 0, 0)),  # to the last moment
        ("", "2012-07-25 17:01", (0, 0, 9000, 0)),  # and not after it
        ("2012-07-24 10:00", "2012-07-24 09:59", (9000, 9000, 0, 0)),  # nobody knows yet
        ("2012-07-24 10:00", "2012-07-24 10:00", (9000, 0, 0, 0)),
        ("2012-07-25 17:00", "2012-08-31 12:00", (9000, 0, 0, 0)),
        ("2012-07-26 09:00", "2012-07-25 17:30", (0, 0, 9000, 0)),  # too late, and not there yet
        ("2012-07-26 09:00", "2012-08-31 12:00", (0, 0, 9000, 9000)),  # there, and too late
    ],
)
def test_a_guaranteed_tender_counts_while_its_notes_may_come_and_once_they_came(tmp_path, delivered, as_of, counted):
    found = of(tmp_path, f"2012-07-20 16:00,F-7,tender,9000,yes,{delivered}", as_of=as_of)
    assert amounts(found) == counted


def test_no_is_an_ordinary_tender(tmp_path):
    assert amounts(of(tmp_path, "2012-07-20 16:00,F-7,tender,9000,No,")) == (9000, 0, 0, 0)


def test_why_it_does_not_count_is_told(tmp_path):
    found = of(
        tmp_path,
        "2012-07-20 16:00,F-7,tender,9000,yes",
        "2012-07-20 16:00,F-8,tender,8000,yes,2012-07-26 09:00",
        as_of="2012-08-31 12:00",
    )
    last = "after the last day for guaranteed delivery, 5:00 p.m., Chicago time, on July 25, 2012"
    assert found.log.remarks() == (
        f"tenders.csv:2 tender of $9,000 by F-7: its notes were not delivered by {last.removeprefix('after ')}",
        f"tenders.csv:3 tender of $8,000 by F-8: late: delivered on 2012-07-26 09:00, {last}",
    )


def test_a_late_delivery_can_be_waived(tmp_path):
    row = "2012-07-20 16:00,F-7,tender,9000,yes,2012-07-26 09:00,,the company,2012-07-27 10:00,a storm"
    assert amounts(of(tmp_path, row, as_of="2012-07-26 12:00")) == (0, 0, 9000, 9000)
    assert amounts(of(tmp_path, row, as_of="2012-07-27 12:00")) == (9000, 0, 0, 0)


def test_a_withdrawal_takes_first_what_has_not_been_delivered(tmp_path):
    rows = (
        "2012-07-10 10:00,F-7,tender,5000,yes",
        "2012-07-10 10:00,F-7,tender,4000",
        "2012-07-12 10:00,F-7,withdrawal,3000",
    )
    found = of(tmp_path, *rows)
    assert amounts(found) == (9000, 2000, 0, 0)
    assert figure(found, "withdrawn_principal", "F-7") == 3000


def test_others_of_the_holding_are_not_touched(tmp_path):
    rows = ("2012-07-10 10:00,F-7,tender,5000", "2012-07-20 10:00,F-7,tender,4000,yes", "2012-07-20 10:00,F-8,tender,1")
    assert amounts(of(tmp_path, *rows, as_of="2012-08-31 12:00")) == (5000, 0, 4000, 0)
    assert amounts(of(tmp_path, *rows)) == (9000, 4000, 0, 0)
    assert amounts(of(tmp_path, *rows), "F-8") == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("days", "counted_in", "last"),
    [(3, None, "2012-07-25"), (2, "trading days", "2012-07-24"), (None, None, None)],
)
def test_the_last_day_follows_from_the_terms(days, counted_in, last):
    def leaf(name, unit, value):
        return Leaf(name, f"offer.{name}", unit, "", Where("t.yaml", 3), value)

    leaves = [leaf("expiration", Unit.MOMENT, EXPIRATION)]
    leaves += [leaf("guaranteed_delivery_days", Unit.COUNT, days)] if days else []
    leaves += [leaf("guaranteed_delivery_counted_in", Unit.TEXT, counted_in)] if counted_in else []
    commencement = Event(EventKind.COMMENCEMENT, START, (), Where("e.yaml"))
    found, problems = deadlines_of(leaves, EXPIRATION, [commencement], "Chicago")
    assert not problems
    if last is None or found.delivery is None:
        assert found.delivery is last
    else:
        assert found.delivery is not None
        assert found.delivery.at == datetime.datetime.fromisoformat(last) + datetime.timedelta(days=1)


def test_a_defect_is_known_at_once_and_counts_at_no_moment(tmp_path):
    row = "2012-07-20 16:00,F-7,tender,9000,yes,,the guarantor is not eligible"
    assert amounts(of(tmp_path, row)) == (0, 0, 9000, 0)


def test_the_proof_of_what_is_to_come_is_its_rows(tmp_path):
    found = of(tmp_path, "2012-07-20 16:00,F-7,tender,9000,yes", "2012-07-20 16:30,F-7,tender,1000,yes")
    leaf = next(each for each in found.leaves if each.name == "guaranteed_principal" and each.key == ("F-7",))
    assert (leaf.written, leaf.value, leaf.where.line) == ("$9,000 + $1,000", Fraction(10_000), 2)


def test_a_tally_without_a_last_day_refuses_what_is_guaranteed():
    problems: list[Problem] = []
    entry = Entry(at("2012-07-20 16:00"), "F-7", True, 9000, 2, guarantee=Guarantee())
    tally("F-7", 50_000, [entry], deadlines(), "tenders.csv", problems)
    (problem,) = problems
    assert problem.what == "F-7 tenders under a guarantee, and no guaranteed delivery is offered"
    assert problem.remedy == "write offer.guaranteed_delivery, or leave guaranteed empty"
