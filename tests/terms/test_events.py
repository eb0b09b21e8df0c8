"""Events in their order, the terms as of any of them, and assumptions that are overtaken."""

import datetime
import re
import shutil
from pathlib import Path

import pytest

from lexdocs.deal import open_deal, open_life
from lexdocs.errors import InputError, UsageError, Where
from lexdocs.notation.units import Moment
from lexdocs.terms.as_of import parse_as_of
from lexdocs.terms.changes import Change

TINY = Path(__file__).parents[1] / "deals" / "tiny"
EXTENSION = """\
kind: extension
at: {at}
tendered: $4,000,000
changes:
  offer.expiration: 5:00 p.m., Chicago time, on {until}
"""


@pytest.fixture
def deal(tmp_path):
    return Path(shutil.copytree(TINY, tmp_path / "deal"))


def event(deal, name, text):
    (deal / "events" / f"{name}.yaml").write_text(text, "utf-8")


def test_the_terms_are_those_of_the_moment(deal):
    """Announced June 11; extended on July 20 to August 3, and on August 3 to August 17."""
    event(deal, "2012-07-20-extension", EXTENSION.format(at="July 20, 2012", until="August 3, 2012"))
    event(deal, "2012-08-03-extension", EXTENSION.format(at="August 3, 2012", until="August 17, 2012"))
    seen = {
        as_of: open_deal(deal, as_of=parse_as_of(as_of)).book.value("expiration").date.isoformat()
        for as_of in ("2012-06-11", "2012-07-19", "2012-07-20", "2012-08-02", "2012-08-03", "2013-01-01")
    }
    assert seen == {
        "2012-06-11": "2012-07-20",
        "2012-07-19": "2012-07-20",
        "2012-07-20": "2012-08-03",
        "2012-08-02": "2012-08-03",
        "2012-08-03": "2012-08-17",
        "2013-01-01": "2012-08-17",
    }
    assert open_deal(deal).book.value("expiration").date == datetime.date(2012, 8, 17)


def test_an_event_with_a_time_has_not_happened_a_minute_before(deal):
    event(
        deal,
        "2012-07-23-extension",
        EXTENSION.format(at="8:30 a.m., Chicago time, on July 23, 2012", until="August 3, 2012"),
    )
    before = open_deal(deal, as_of=parse_as_of("2012-07-23T08:29"))
    at = open_deal(deal, as_of=parse_as_of("2012-07-23T08:30"))
    assert [len(each.terms.events) for each in (before, at)] == [1, 2]
    # The same moment on New York's clock.
    york = open_deal(deal, as_of=parse_as_of("9:29 a.m., New York City time, on July 23, 2012"))
    assert len(york.terms.events) == 1
    assert len(open_deal(deal, as_of=Moment(datetime.date(2012, 7, 23), 9, 30, "New York City")).terms.events) == 2


def test_each_event_is_a_row_with_the_expiration_before_and_after_it(deal):
    event(deal, "2012-07-20-extension", EXTENSION.format(at="July 20, 2012", until="August 3, 2012"))
    book = open_deal(deal).book
    assert book.labels("event") == ("2012-06-11", "2012-07-20")
    assert book.value("event_kind", "2012-07-20") == "extension"
    assert book.value("event_tendered", "2012-07-20") == 4_000_000
    assert book.value("event_is_timed", "2012-07-20") is False
    assert book.value("event_expiration_before", "2012-07-20").date == datetime.date(2012, 7, 20)
    assert book.value("event_expiration_after", "2012-07-20").date == datetime.date(2012, 8, 3)
    with pytest.raises(LookupError):
        book.value("event_expiration_before", "2012-06-11")


CHANGED = 'changes:\n  contact.telephone: "(555) 555-0199"\n'


def test_two_events_of_a_day_are_told_apart_and_the_first_keeps_its_name(deal):
    event(deal, "2012-07-20-a", EXTENSION.format(at="July 20, 2012", until="August 3, 2012"))
    first = [each.terms.event.name for each in open_life(deal)]
    event(deal, "2012-07-20-b", "kind: amendment\nat: July 20, 2012\nclassed: immaterial\n" + CHANGED)
    event(deal, "2012-07-20-c", "kind: amendment\nat: July 20, 2012\nclassed: soliciting fee\n")
    names = [each.terms.event.name for each in open_life(deal)]
    assert names == [*first, "2012-07-20-amendment", "2012-07-20-amendment-2"]


def test_an_earlier_event_of_the_same_day_does_not_see_the_later_one(deal):
    event(deal, "2012-07-20-a", EXTENSION.format(at="July 20, 2012", until="August 3, 2012"))
    event(deal, "2012-07-20-b", EXTENSION.format(at="July 20, 2012", until="August 10, 2012"))
    until = [each.book.value("expiration").date.day for each in open_life(deal)]
    assert until == [20, 3, 10]


def test_before_the_commencement_there_is_nothing_to_see(deal):
    with pytest.raises(UsageError, match="the offer had not commenced; it was announced on June 11, 2012"):
        open_deal(deal, as_of=parse_as_of("2012-06-10"))


@pytest.mark.parametrize("text", ["tomorrow", "2012-13-01", "2012-06-11T25:00", "06/11/2012", ""])
def test_an_as_of_that_is_no_moment(text):
    with pytest.raises(UsageError, match="is neither a date nor a moment"):
        parse_as_of(text)


def test_what_an_event_fixes_is_assumed_no_longer_and_was_before(deal):
    """The deal assumes that it is consummated on July 24, 2012."""
    event(
        deal,
        "2012-08-01-settlement",
        "kind: settlement\nat: August 1, 2012\nchanges:\n  offer.consummation_date: August 1, 2012\n",
    )
    first, second = open_life(deal)
    assert first.book.value("consummation_date") == datetime.date(2012, 7, 24)
    assert second.book.value("consummation_date") == datetime.date(2012, 8, 1)
    paths = ([change.path for change in each.terms.assumptions] for each in (first, second))
    assert set.difference(*map(set, paths)) == {"offer.consummation_date"}


def test_an_assumption_may_begin_later(deal):
    (deal / "assumptions" / "later.yaml").write_text(
        "assumed_by: a tester\nbecause: the offer was extended\nsince: July 20, 2012\nchanges:\n"
        "  offer.consummation_date: August 6, 2012\n",
        "utf-8",
    )
    event(deal, "2012-07-20-extension", EXTENSION.format(at="July 20, 2012", until="August 3, 2012"))
    dates = [each.book.value("consummation_date").isoformat() for each in open_life(deal)]
    assert dates == ["2012-07-24", "2012-08-06"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "kind: amendment\nat: July 20\n",
            'events/x.yaml:2:5 at: "July 20" is not a date; write it like March 15, 2012, or like 9:00 a.m.,',
        ),
        (
            "kind: amendment\nat: July 20, 2012\nclassed: consideraton\n",
            'events/x.yaml:3:10 classed: "consideraton" is none of consideration, percentage,',
        ),
        (
            "kind: extension\nat: July 20, 2012\nreason: minimum not met\n",
            "events/x.yaml:3:9 reason: of a termination alone, and this is an extension; delete this line",
        ),
        (
            "kind: termination\nat: July 20, 2012\nreason: no minimum\n",
            'events/x.yaml:3:9 reason: "no minimum" is no word for it; write minimum not met, conditions not met or',
        ),
        (
            "kind: extension\nat: July 20, 2012\nconditions: met\n",
            "events/x.yaml:3:13 conditions: of an expiration or a settlement alone, and this is an extension; delete",
        ),
        (
            "kind: extension\nat: July 20, 2012\ntendered: much\n",
            'events/x.yaml:3:11 tendered: "much" is not an amount of money; write it like $1,250',
        ),
        (
            "kind: extension\nat: 9:00 a.m., Ruritania time, on July 20, 2012\n",
            'events/x.yaml:2:5 the time zone of "Ruritania" is not known here; give every event\'s time in',
        ),
    ],
)
def test_an_event_that_cannot_be_read_says_why(deal, text, problem):
    event(deal, "x", text)
    with pytest.raises(InputError) as caught:
        open_deal(deal)
    assert any(str(each).startswith(problem) for each in caught.value.problems)


def test_a_term_sheet_that_names_no_place_is_told_alone(deal):
    """A date among times of a place: whose time it is in, the term sheet says once it can be read."""
    event(deal, "x", EXTENSION.format(at="July 20, 2012", until="August 3, 2012"))
    event(deal, "y", EXTENSION.format(at="9:00 a.m., Chicago time, on August 3, 2012", until="August 17, 2012"))
    sheet = deal / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    (told,) = re.findall(r"(?m)^  expiration: .*$", text)[:1]
    sheet.write_text(text.replace(told, "  expiration: 17:00 on March 29, 2027"), "utf-8")
    with pytest.raises(InputError) as caught:
        open_deal(deal)
    assert {each.where.file for each in caught.value.problems} == {"term-sheet.yaml"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"a": "kind: amendment\nat: June 1, 2012\nclassed: immaterial\n"},
            "events/a.yaml:2:5 the amendment of June 1, 2012 comes before the commencement",
        ),
        (
            {
                "a": "kind: termination\nat: July 2, 2012\n",
                "b": EXTENSION.format(at="July 9, 2012", until="July 27, 2012"),
            },
            "events/b.yaml:2:5 the offer was terminated on July 2, 2012; no extension of July 9, 2012 follows",
        ),
        (
            {"a": "kind: termination\nat: July 2, 2012\n", "b": "kind: settlement\nat: July 24, 2012\n"},
            "events/b.yaml:2:5 the offer was terminated on July 2, 2012; no settlement of July 24, 2012 follows",
        ),
        (
            {"a": EXTENSION.format(at="July 9, 2012", until="July 20, 2012")},
            "events/a.yaml:2:5 the extension does not put off the expiration, 5:00 p.m., Chicago time, on",
        ),
        (
            {"a": EXTENSION.format(at="July 9, 2012", until="July 13, 2012")},
            "events/a.yaml:2:5 the extension does not put off the expiration, 5:00 p.m., Chicago time, on",
        ),
        (
            {"a": "kind: expiration\nat: July 9, 2012\n"},
            "events/a.yaml:2:5 the offer does not expire before 5:00 p.m., Chicago time, on July 20, 2012",
        ),
        (
            {"a": "kind: expiration\nat: July 20, 2012\n", "b": "kind: expiration\nat: July 23, 2012\n"},
            "events/b.yaml:2:5 the offer expired already, by the event of July 20, 2012",
        ),
        (
            {"a": "kind: installment\nat: July 30, 2012\n"},
            "events/a.yaml:2:5 the installment of July 30, 2012 comes before any settlement; write the settlement as",
        ),
        (
            {"a": "kind: settlement\nat: July 24, 2012\n", "b": "kind: installment\nat: October 2, 2012\n"},
            "events/b.yaml:2:5 no installment falls due on or after October 2, 2012; the last is that of October 1",
        ),
        (
            {"a": "kind: amendment\nat: July 9, 2012\nchanges:\n  kind: cash_tender\n"},
            "events/a.yaml:4:9 kind: an offer does not change its kind",
        ),
    ],
)
def test_events_that_cannot_follow_one_another(deal, files, expected):
    for name, text in files.items():
        event(deal, name, text)
    with pytest.raises(InputError) as caught:
        open_deal(deal)
    assert any(str(each).startswith(expected) for each in caught.value.problems), list(map(str, caught.value.problems))


def test_an_offer_that_is_extended_after_it_expired_expires_again(deal):
    event(deal, "a", "kind: expiration\nat: July 20, 2012\n")
    event(deal, "b", EXTENSION.format(at="July 23, 2012", until="August 3, 2012"))
    event(deal, "c", "kind: expiration\nat: August 6, 2012\n")
    assert [each.terms.event.kind for each in open_life(deal)][1:] == ["expiration", "extension", "expiration"]


def test_a_kind_cannot_be_assumed_either(deal):
    with pytest.raises(InputError, match="kind: an offer does not change its kind"):
        open_deal(deal, [Change("kind", "bogus", Where("--assume"))])


def test_what_a_later_event_overwrites_is_read_all_the_same(deal):
    """The first extension's date cannot be read; the second puts another in its place."""
    event(deal, "a", EXTENSION.format(at="July 20, 2012", until="Augustus 3, 2012"))
    event(deal, "b", EXTENSION.format(at="August 3, 2012", until="August 17, 2012"))
    assert open_deal(deal).book.value("expiration").date == datetime.date(2012, 8, 17)
    with pytest.raises(InputError, match="Augustus"):
        open_life(deal)


def test_a_term_that_an_event_changes_has_the_event_s_source(deal):
    text = EXTENSION.format(at="July 20, 2012", until="August 3, 2012")
    event(deal, "a", text)
    assert open_deal(deal).terms.leaf("offer.expiration").source is None
    event(deal, "a", "source: release of July 20\n" + text)
    assert str(open_deal(deal).terms.leaf("offer.expiration").source) == "release of July 20"
    assert str(open_deal(deal).terms.leaf("offer.record_date").source) == "an invention for tests, throughout"


def test_a_deal_with_a_log_and_options_and_no_event_is_told(tmp_path):
    folder = Path(shutil.copytree(TINY.parent / "windrow", tmp_path / "deal"))
    shutil.rmtree(folder / "events")
    with pytest.raises(InputError) as error:
        open_deal(folder)
    [problem] = error.value.problems
    assert problem.what == "the deal has no commencement"


def test_events_of_one_day_come_in_the_order_of_a_life(deal):
    """Neither file says an hour; by their names the installment would come before the settlement."""
    event(deal, "a", "kind: installment\nat: July 24, 2012\n")
    event(deal, "b", "kind: settlement\nat: July 24, 2012\n")
    event(deal, "c", "kind: expiration\nat: July 24, 2012\n")
    events = open_deal(deal).terms.events
    assert [each.kind for each in events] == ["commencement", "expiration", "settlement", "installment"]
    assert [each.name for each in events][1:] == ["2012-07-24", "2012-07-24-settlement", "2012-07-24-installment"]


def test_an_offer_without_dated_installments_has_none_that_falls_due(deal):
    path = deal / "term-sheet.yaml"
    text = path.read_text("utf-8")
    whole = text.replace(
        "    - share: one-fourth\n    - share: three-fourths\n      date: October 1, 2012\n", "    - share: 1\n"
    )
    assert whole != text
    path.write_text(whole, "utf-8")
    event(deal, "a", "kind: settlement\nat: July 24, 2012\n")
    event(deal, "b", "kind: installment\nat: July 25, 2012\n")
    with pytest.raises(InputError, match="the terms have no installment with a date; delete this event"):
        open_deal(deal)
