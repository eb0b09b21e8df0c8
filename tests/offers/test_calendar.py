"""The deal's calendars: an override of a date moves the counts that rest on it, and its reason is shown."""

import shutil
from pathlib import Path

import pytest

from lexdocs.conventions.calendar import CALENDARS
from lexdocs.deal import findings, open_deal
from lexdocs.errors import InputError, Where
from lexdocs.resources import bundled_deals
from lexdocs.terms.calendar_terms import CalendarName
from lexdocs.terms.changes import Change

EXAMPLE = bundled_deals()["lexington_2001"]
SENT = Change("offer.circular_sent", "August 7, 2001", Where("test"))
CLOSED = """
calendar:
  overrides:
    - date: August 15, 2001
      day: closed
      because: notice of a test
"""


def with_lines(tmp_path, lines):
    """The worked example with lines added to its term sheet."""
    folder = tmp_path / "deal"
    shutil.copytree(EXAMPLE, folder)
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8") + lines, "utf-8")
    return folder


def test_every_calendar_can_be_named():
    assert {str(each) for each in CalendarName} == set(CALENDARS)


def test_a_day_that_is_closed_after_all_moves_the_count(tmp_path):
    """21 days from August 6 and 20 from August 7, each less one."""
    deal = open_deal(with_lines(tmp_path, CLOSED), [SENT])
    assert deal.book.value("business_days_open_from_announcement") == 20
    assert deal.book.value("business_days_open_from_sending") == 19
    announced, sent = (each for each in findings(deal) if each.rule == "14e-1(a)")
    assert (str(announced.result), str(sent.result)) == ("met", "not met")
    assert "notice of a test, August 15, 2001, is not counted" in announced.says
    assert "the twentieth is September 4, 2001" in announced.says


def test_a_holiday_that_is_open_after_all_moves_the_count(tmp_path):
    """Labor Day counts: 22."""
    lines = CLOSED.replace("August 15", "September 3").replace("closed", "open")
    assert open_deal(with_lines(tmp_path, lines)).book.value("business_days_open_from_announcement") == 22


def test_an_extension_is_due_a_day_later_where_the_next_day_is_closed(tmp_path):
    lines = CLOSED.replace("August 15", "September 5")
    assert str(open_deal(with_lines(tmp_path, lines)).book.value("extension_deadline").date) == "2001-09-06"


def test_payments_keep_a_calendar_of_their_own(tmp_path):
    """August 27, 2001 is a bank holiday in London and a business day of the rules."""
    change = Change("participation_fee.installments[1].date", "August 27, 2001", Where("test"))
    folder = with_lines(tmp_path, "\ncalendar:\n  business_days: London\n")
    says = [each.says for each in findings(open_deal(folder, [change])) if each.rule == "payment dates"]
    assert "Monday, August 27, 2001 is not a business day (Late Summer Bank Holiday)" in says[0]
    assert not any(
        "August 27" in each.says for each in findings(open_deal(EXAMPLE, [change])) if "payment" in each.rule
    )


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (CLOSED.replace("closed", "shut"), "calendar.overrides[0].day"),
        (CLOSED.replace("      because: notice of a test\n", ""), "calendar.overrides[0].because"),
        (CLOSED + CLOSED[CLOSED.index("    - date") :], 'another row is called "2001-08-15" too'),
        ("\ncalendar:\n  business_days: Tokyo\n", "calendar.business_days"),
    ],
)
def test_what_is_wrong_with_a_calendar_is_said_with_its_place(tmp_path, lines, says):
    with pytest.raises(InputError) as caught:
        open_deal(with_lines(tmp_path, lines))
    assert says in str(caught.value)
    assert "term-sheet.yaml:1" in str(caught.value)
    assert Path(str(caught.value).split(":")[0]).suffix == ".yaml"
