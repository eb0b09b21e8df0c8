"""Payment days of the new notes: moved, adjusted, odd at either end; nothing moves where nothing is said."""

import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from lexdocs.conventions.schedule import payment_dates
from lexdocs.deal import findings, open_deal
from lexdocs.documents.visible import blocks
from lexdocs.errors import InputError, Where
from lexdocs.notation.units import Day
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import Change
from lexdocs.writing.words import write_words

EXAMPLE = bundled_deals()["lexington_2001"]
DEALS = Path(__file__).parents[1] / "deals"
D = datetime.date


def opened(**terms):
    """The worked example with terms of the new notes' payments."""
    changes = [Change(f"new_notes.payments.{name}", value, Where("test")) for name, value in terms.items()]
    return open_deal(EXAMPLE, changes)


def dates(book, name):
    return [str(book.value(name, row)) for row in book.rows("period")][:3]


def test_nothing_moves_where_nothing_is_said():
    book = opened().book
    assert dates(book, "period_payment_date") == dates(book, "period_end") == ["2001-09-30", "2001-12-31", "2002-03-31"]


def test_the_payment_moves_and_interest_does_not():
    """September 30, 2001 is a Sunday, March 31, 2002 Easter Sunday."""
    book = opened(roll="following").book
    assert dates(book, "period_payment_date") == ["2001-10-01", "2001-12-31", "2002-04-01"]
    assert dates(book, "period_end") == ["2001-09-30", "2001-12-31", "2002-03-31"]
    assert book.value("coupon_per_denomination", "2001-12-31") == Fraction(35)  # 90 days at 14%
    assert book.value("payment_roll_says") == "on the next business day"


def test_interest_runs_to_the_day_of_payment_where_accrual_is_adjusted():
    """From September 5: 26 days to October 1, then 90 to December 31, then 91 at 15% to April 1 under 30/360."""
    book = opened(roll="following", adjusted="yes").book
    assert dates(book, "period_end") == ["2001-10-01", "2001-12-31", "2002-04-01"]
    assert dates(book, "period_start") == ["2001-09-05", "2001-10-01", "2001-12-31"]
    assert [book.value("period_days", row) for row in book.rows("period")][:3] == [26, 90, 91]
    assert book.value("coupon_per_denomination", "2001-09-30") == Fraction(140 * 26, 360)
    assert [book.value("period_is_stub", row) for row in book.rows("period")][:3] == [True, False, False]


def test_modified_following_turns_back_within_the_month():
    assert dates(opened(roll="modified following").book, "period_payment_date")[0] == "2001-09-28"


def test_a_long_first_period():
    """September 5 to December 31, 116 days under 30/360."""
    book = opened(long_first="yes").book
    assert next(iter(book.rows("period"))) == "2001-12-31"
    assert book.value("period_days", "2001-12-31") == 116
    assert book.value("period_is_stub", "2001-12-31")


def test_a_first_payment_date_of_its_own():
    book = opened(first="November 15, 2001").book
    assert list(book.rows("period"))[:2] == ["2001-11-15", "2001-12-31"]
    assert [book.value("period_is_stub", row) for row in book.rows("period")][:3] == [True, True, False]


def test_a_long_last_period_and_whole_ones():
    days = (Day(6, 15), Day(12, 15))
    start = D(2012, 6, 15)
    assert payment_dates(start, D(2013, 9, 15), days, long_last=True) == (D(2012, 12, 15), D(2013, 9, 15))
    assert payment_dates(start, D(2013, 6, 15), days, long_first=True, long_last=True) == (
        D(2012, 12, 15), D(2013, 6, 15),
    )  # fmt: skip
    assert payment_dates(D(2012, 7, 1), D(2012, 9, 1), days, long_first=True, long_last=True) == (D(2012, 9, 1),)


def test_the_circular_says_when_a_payment_is_made():
    deal = opened(roll="following", adjusted="yes")
    documents = write_words(deal, ["offering-circular/offering-circular"]).documents
    text = " ".join(each.text for each in blocks(documents[0].body))
    assert "If such a day is not a business day, payment is made on the next business day" in text
    assert "Payable on" in text


def test_counsel_is_asked_only_while_no_convention_is_named():
    says = [each.says for each in findings(opened()) if each.about == "interest" and each.rule == "payment dates"]
    assert "of 14 interest payments of the new notes fall on no business day: Sunday, September 30, 2001" in says[0]
    assert not [each for each in findings(opened(roll="none")) if each.about == "interest"]


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ({"adjusted": "yes"}, "no day is moved; write new_notes.payments.roll"),
        ({"roll": "followin"}, "new_notes.payments.roll"),
        ({"first": "March 1, 2005"}, "March 1, 2005 comes after new_notes.maturity"),
        ({"first": "September 5, 2001"}, "does not come after offer.consummation_date"),
        ({"first": "December 31, 2001", "long_first": "yes"}, "leave one of the two out"),
    ],
)
def test_what_makes_no_sense_is_refused(terms, says):
    with pytest.raises(InputError) as caught:
        opened(**terms)
    assert says in str(caught.value)
