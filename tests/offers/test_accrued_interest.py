"""Interest on old notes under every day count, on default and on overdue interest, to values worked out by hand."""

import re
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from lexdocs.deal import findings, open_deal
from lexdocs.errors import InputError, Where
from lexdocs.figures.figure import Pending
from lexdocs.law.finding import Result
from lexdocs.notation.day_counts import NAMES
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import Change

EXAMPLE = bundled_deals()["lexington_2001"]
TINY = Path(__file__).parents[1] / "deals" / "tiny"
PER_NOTE = Fraction(1000) * Fraction("0.1275")
DAYS = {"old_notes.payment_days[0]": "February 1", "old_notes.payment_days[1]": "August 1"}


def book(**changes):
    return open_deal(EXAMPLE, [Change(path, value, Where("test")) for path, value in changes.items()]).book


def with_days(folder, more=""):
    """The worked example with the payment days of its old notes."""
    shutil.copytree(EXAMPLE, folder)
    sheet = folder / "term-sheet.yaml"
    days = "  payment_days:\n    - February 1\n    - August 1\n" + more
    text = sheet.read_text("utf-8")
    sheet.write_text(text.replace("  cusip: 529529 AA 7\n", "  cusip: 529529 AA 7\n" + days), "utf-8")
    return folder


# August 1, 1999 to September 5, 2001, worked out by hand.
FRACTIONS = {
    "30/360": Fraction(754, 360),
    "30/360 US-EOM": Fraction(754, 360),
    "30/360 PSA": Fraction(754, 360),
    "30E/360": Fraction(754, 360),
    "30E/360 ISDA": Fraction(754, 360),
    "Act/360": Fraction(766, 360),
    "Act/365F": Fraction(766, 365),
    "Act/365.25": Fraction(766 * 4, 1461),
    "Act/Act ICMA": 2 + Fraction(35, 184 * 2),  # four half years, and 35 of the 184 days to February 1, 2002
    "Act/Act ISDA": Fraction(153 + 247, 365) + 1,  # 153 days of 1999, all of 2000, 247 days of 2001
}


@pytest.mark.parametrize("name", NAMES)
def test_every_day_count(name, tmp_path):
    folder = with_days(tmp_path / "deal")
    changed = [
        Change(path, value, Where("test"))
        for path, value in {"old_notes.day_count": name, "holdouts.payment_date": "September 5, 2001"}.items()
    ]
    found = open_deal(folder, changed).book
    assert found.value("accrual_fraction") == FRACTIONS[name]
    assert found.value("accrual_days") == (754 if name.startswith("30") else 766)
    assert found.value("accrued_interest_per_denomination") == PER_NOTE * FRACTIONS[name]
    assert found.value("holdout_interest_per_denomination") == PER_NOTE * FRACTIONS[name]
    assert found.value("maximum_holdout_interest") == 274 * PER_NOTE * FRACTIONS[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_day_count_of_the_new_notes(name):
    """By coupon periods a whole quarter is a quarter of a year, and a first stub is days of one."""
    found = book(**{"new_notes.day_count": name})
    first, second = (found.value("coupon_per_denomination", row) for row in ("2001-09-30", "2001-12-31"))
    if name == "Act/Act ICMA":
        # 25 of the 92 days from June 30 to September 30
        assert first == Fraction(1000) * Fraction("0.14") * 25 / 92 / 4
        assert second == 35
    elif name == "30E/360 ISDA":
        assert (first, second) == (Fraction(1000) * Fraction("0.14") * 25 / 360, 35)
    else:
        assert 0 < first < second


def test_the_worked_example_without_the_optional_terms():
    found = book()
    for name in ("default_fraction", "default_interest_per_denomination", "overdue_interest_per_denomination"):
        assert found.value(name) == 0
    assert found.value("accrued_interest_per_denomination") == PER_NOTE * 754 / 360


DEFAULT = {"old_notes.default_margin": "2%", "old_notes.default_from": "February 1, 2000"}


def test_default_interest():
    """From February 1, 2000: 574 of the 754 days, at 2% more."""
    found = book(**DEFAULT)
    assert found.value("default_fraction") == Fraction(574, 360)
    assert found.value("default_interest_per_denomination") == Fraction(20) * 574 / 360
    assert found.value("accrued_interest_per_denomination") == PER_NOTE * 754 / 360 + Fraction(20) * 574 / 360


@pytest.mark.parametrize(
    ("path", "value", "days", "margin"),
    [
        ("old_notes.default_margin", "3%", 574, 30),
        ("old_notes.default_from", "August 1, 2000", 394, 20),
        ("old_notes.default_from", "September 5, 2001", 0, 20),
        ("old_notes.default_from", "January 1, 1999", 754, 20),
        ("offer.consummation_date", "September 6, 2001", 575, 20),
    ],
)
def test_each_term_of_the_default_moves_it(path, value, days, margin):
    found = book(**DEFAULT | {path: value})
    assert found.value("default_interest_per_denomination") == Fraction(margin) * days / 360


def test_holdouts_are_paid_default_interest_to_their_own_date():
    found = book(**DEFAULT | {"holdouts.payment_date": "October 1, 2001"})
    expected = PER_NOTE * 780 / 360 + Fraction(20) * 600 / 360
    assert found.value("holdout_interest_per_denomination") == expected
    assert found.value("maximum_holdout_interest") == 274 * expected


def test_interest_on_overdue_interest(tmp_path):
    """Four half years unpaid at 6.375%, and 34 days of 360 on what is owed then."""
    folder = with_days(tmp_path / "deal", "  interest_on_overdue: yes\n")
    found = open_deal(folder).book
    half, stub = 1 + Fraction("0.06375"), 1 + Fraction("0.1275") * 34 / 360
    owed = 1000 * half**4 * stub
    assert found.value("accrued_interest_per_denomination") == owed - 1000
    simple = PER_NOTE * 754 / 360
    assert found.value("overdue_interest_per_denomination") == owed - 1000 - simple
    never = open_deal(folder, [Change("old_notes.interest_on_overdue", "no", Where("test"))]).book
    assert never.value("accrued_interest_per_denomination") == simple


def test_interest_on_overdue_interest_at_the_default_rate(tmp_path):
    """A half year at 6.375%, then half years at 7.375%, and 34 days at 14.75%."""
    more = "  interest_on_overdue: yes\n  default_margin: 2%\n  default_from: February 1, 2000\n"
    found = open_deal(with_days(tmp_path / "deal", more)).book
    owed = 1000 * Fraction("1.06375") * Fraction("1.07375") ** 3 * (1 + Fraction("0.1475") * 34 / 360)
    assert found.value("accrued_interest_per_denomination") == owed - 1000


def without(folder, *patterns):
    """The tiny deal without some of its assumptions."""
    shutil.copytree(TINY, folder)
    assumed = folder / "assumptions" / "dates.yaml"
    text = assumed.read_text("utf-8")
    for pattern in patterns:
        text, times = re.subn(pattern, "", text)
        assert times == 1
    assumed.write_text(text, "utf-8")
    return folder


UNNAMED = "interest is calculated and no day count is named; write 30/360, 30/360 US-EOM, 30/360 PSA, 30E/360, "


def test_interest_without_a_day_count_is_refused_at_its_place(tmp_path):
    folder = without(tmp_path / "deal", r"  old_notes.day_count: .*\n", r"  new_notes.day_count: .*\n")
    with pytest.raises(InputError) as caught:
        open_deal(folder)
    old, new = (str(problem) for problem in caught.value.problems)
    assert old.startswith(f"term-sheet.yaml:20:3 old_notes.day_count: {UNNAMED}")
    assert new.startswith(f"term-sheet.yaml:30:3 new_notes.day_count: {UNNAMED}")
    assert all(name in old for name in NAMES)
    assert caught.value.exit_code == 3


def test_a_payment_date_of_holdouts_calculates_interest_too(tmp_path):
    folder = without(tmp_path / "deal", r"  old_notes.day_count: .*\n", r"  offer.consummation_date: .*\n")
    found = open_deal(folder).book.figure("accrual_days")
    assert isinstance(found, Pending)
    assert found.waits_for == ("offer.consummation_date", "old_notes.day_count")
    with pytest.raises(InputError, match="interest is calculated and no day count is named"):
        open_deal(folder, [Change("holdouts.payment_date", "September 1, 2012", Where("test"))])


def test_while_the_date_is_open_too_counsel_must_decide(tmp_path):
    folder = without(
        tmp_path / "deal", r"  old_notes.day_count: .*\n", r"  new_notes.day_count: .*\n", r"  offer.consumm.*\n"
    )
    found = [each for each in findings(open_deal(folder)) if each.rule == "day count"]
    assert [each.about for each in found] == ["the old notes", "the new notes"]
    assert {each.result for each in found} == {Result.COUNSEL}
    assert "(old_notes.day_count)" in found[0].says
    assert all(name in found[0].says for name in NAMES)
    assert not [each for each in findings(open_deal(TINY)) if each.rule == "day count"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"old_notes.day_count": "Act/Act ICMA"}, "old_notes.day_count: Act/Act ICMA counts by coupon periods"),
        ({"old_notes.default_from": "February 1, 2000"}, "old_notes.default_margin: is missing"),
        ({"holdouts.payment_date": "July 1, 1999"}, "holdouts.payment_date: July 1, 1999 comes before"),
        ({"new_notes.day_count": "Act/365"}, '"Act/365" is a name of several day counts'),
        (
            {"new_notes.day_count": "Act/Act ICMA", "new_notes.payment_days[0]": "March 30"},
            "new_notes.payment_days: the payment days are not the same day of each month",
        ),
        (
            {"new_notes.day_count": "Act/Act ICMA", "new_notes.payment_days[0]": "April 30"},
            "new_notes.payment_days: the payment days are not equal months apart",
        ),
    ],
)
def test_terms_of_interest_that_make_no_sense(changes, said):
    with pytest.raises(InputError) as caught:
        book(**changes)
    assert any(said in str(problem) for problem in caught.value.problems)
