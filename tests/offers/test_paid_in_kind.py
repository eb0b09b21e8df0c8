"""Interest on new notes that is paid in further new notes: values worked out by hand, laws, and faults."""

import datetime
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.checks.coverage import coverage
from lexdocs.conventions.accrual import paid_in_kind
from lexdocs.deal import findings, open_deal
from lexdocs.errors import InputError, Where
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding
from lexdocs.offers import interest
from lexdocs.offers import paid_in_kind as rules
from lexdocs.terms.changes import Change
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

TINY = Path(__file__).parents[1] / "deals" / "tiny"
DOWN = "  paid_in_kind:\n    through: May 15, 2013\n    rounding: down\n    increment: $1\n    rest_in_cash: yes\n"
# All $6,250,000, with 249 days of 30E/360 from November 15, 2011 to July 24, 2012, at 9 3/8%.
PRINCIPAL = 6_250_000 + Fraction("405273.44")  # 6,250,000 x 0.09375 x 249 / 360 = 405,273.4375


def with_section(folder, section=DOWN):
    """The tiny deal with terms of payment in kind."""
    shutil.copytree(TINY, folder)
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    sheet.write_text(text.replace("  covenants: broader\n", "  covenants: broader\n" + section), "utf-8")
    return folder


def book(folder, **changes):
    return open_deal(folder, [Change(path, value, Where("test")) for path, value in changes.items()]).book


@pytest.fixture(scope="module")
def deal(tmp_path_factory):
    return with_section(tmp_path_factory.mktemp("kind") / "deal")


def row(found, date, case="all"):
    names = ("opening_principal", "interest_due", "interest_in_kind", "interest_in_cash", "closing_principal")
    return tuple(found.value(name, case, date) for name in names)


def test_by_hand(deal):
    """111 days of 360 at 10 1/2%, then half a year, each down to dollars with the rest in cash; then all in cash."""
    found = book(deal)
    # 6,655,273.44 x 0.105 x 111/360 = 215,464.477…; 6,870,737.44 x 0.0525 = 360,713.7156; 7,231,450.44 x 0.0525
    assert found.value("aggregate_new_notes", "all") == PRINCIPAL
    first = (PRINCIPAL, Fraction("215464.48"), 215_464, Fraction("0.48"), PRINCIPAL + 215_464)
    assert row(found, "2012-11-15") == first
    assert row(found, "2013-05-15") == (
        PRINCIPAL + 215_464, Fraction("360713.72"), 360_713, Fraction("0.72"), Fraction("7231450.44"),
    )  # fmt: skip
    last = Fraction("7231450.44")
    assert row(found, "2013-11-15") == (last, Fraction("379651.15"), 0, Fraction("379651.15"), last)
    assert row(found, "2019-05-15")[-1] == found.value("principal_at_maturity", "all") == last
    assert found.value("aggregate_coupon", "all", "2013-11-15") == Fraction("379651.15")


@pytest.mark.parametrize(
    ("changes", "in_kind", "cash", "difference"),
    [
        ({}, 215_464, "0.48", "0"),
        ({"rest_in_cash": "no"}, 215_464, "0", "-0.48"),
        ({"rounding": "up"}, 215_465, "0", "0.52"),
        ({"rounding": "half up", "increment": "$0.01"}, "215464.48", "0", "0"),
        ({"increment": "$1,000"}, 215_000, "464.48", "0"),
    ],
)
def test_each_term_moves_it(deal, changes, in_kind, cash, difference):
    found = book(deal, **{f"new_notes.paid_in_kind.{term}": value for term, value in changes.items()})
    label = ("all", "2012-11-15")
    assert found.value("interest_in_kind", *label) == Fraction(in_kind)
    assert found.value("interest_in_cash", *label) == Fraction(cash)
    assert found.value("in_kind_difference", *label) == Fraction(difference)
    assert found.value("opening_principal", "all", "2013-05-15") == PRINCIPAL + Fraction(in_kind)


def test_through_moves_the_last_payment_in_kind(deal):
    found = book(deal, **{"new_notes.paid_in_kind.through": "November 15, 2012"})
    assert row(found, "2013-05-15")[2:4] == (0, Fraction("360713.72"))
    assert found.value("principal_at_maturity", "all") == PRINCIPAL + 215_464


def test_all_to_maturity_down_to_the_increment_of_the_new_notes(tmp_path):
    """Without a step of its own the interest is cut as the notes are: by five dollars."""
    section = "  paid_in_kind:\n    all: yes\n    rounding: down\n    rest_in_cash: no\n"
    found = book(with_section(tmp_path / "deal", section))
    assert found.value("interest_in_kind", "all", "2012-11-15") == 215_460
    assert all(found.value("interest_is_in_kind", label) for label in found.labels("principal_period"))
    assert found.value("interest_in_cash", "all", "2019-05-15") == 0
    assert found.value("principal_at_maturity", "all") == row(found, "2019-05-15")[-1]


def test_a_payment_that_moves_is_made_on_the_day_it_moves_to(deal):
    changed = [Change("new_notes.payments.roll", "following", Where("test"))]
    with_roll = open_deal(deal, changed).book
    assert with_roll.value("principal_date", "2014-11-15") == datetime.date(2014, 11, 17)
    assert row(with_roll, "2012-11-15") == row(book(deal), "2012-11-15")


def test_without_the_section_nothing_is_followed():
    found = book(TINY)
    assert found.labels("principal_period") == ()
    assert found.value("principal_at_maturity", "all") == found.value("aggregate_new_notes", "all")
    coupon = found.value("coupon_per_denomination", "2013-05-15")
    exact = found.value("aggregate_new_notes", "all") * coupon / 2_500
    assert found.value("aggregate_coupon", "all", "2013-05-15") == round_to(exact, Rounding.HALF_UP, Fraction(1, 100))


CENT = Fraction(1, 100)


@settings(max_examples=60, deadline=None)
@given(
    principal=st.integers(1, 10**11).map(lambda cents: Fraction(cents, 100)),
    coupons=st.lists(st.fractions(0, 300, max_denominator=10**4), min_size=1, max_size=8),
    in_kind=st.integers(0, 8),
    rounding=st.sampled_from(Rounding),
    step=st.sampled_from([CENT, Fraction(1), Fraction(5), Fraction(1_000)]),
    rest=st.booleans(),
)
def test_laws_of_interest_in_kind(principal, coupons, in_kind, rounding, step, rest):
    """In kind and in cash make the interest; each period ends where the next begins; the end is the convention's."""
    labels = [f"20{20 + number}-06-15" for number in range(len(coupons))]
    coupon = dict(zip(labels, coupons, strict=True))
    flags = {label: number < in_kind for number, label in enumerate(labels)}
    before, closing = principal, {}
    for label in labels:
        opening = rules.opening_principal(label, principal, Fraction(2_500), coupon, flags, rounding, step)
        assert opening == before
        due = round_to(
            interest.aggregate_coupon(label, principal, {label: opening}, coupon[label], Fraction(2_500)),
            Rounding.HALF_UP, CENT,
        )  # fmt: skip
        kind = rules.interest_in_kind(label, opening, coupon, Fraction(2_500), flags[label])
        kind = round_to(kind, rounding, step)
        cash = rules.interest_in_cash(due, kind, flags[label], rest)
        difference = rules.in_kind_difference(due, kind, cash)
        assert kind + cash - difference == due
        assert cash >= 0
        assert abs(difference) < step + CENT
        if not flags[label] or (rest and rounding is Rounding.DOWN):
            assert kind + cash == due
        before = closing[label] = rules.closing_principal(opening, kind)
        assert before == opening + kind
    dates = [(datetime.date.fromisoformat(label), coupon[label] / 2_500) for label in labels if flags[label]]
    grown = paid_in_kind(principal, dates, rounding, step)
    assert rules.principal_at_maturity(principal, closing) == (grown[-1].principal if grown else principal)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("    rounding: up\n", ["sheet.yaml:40:5 new_notes.paid_in_kind: does not say which payments are made"]),
        ("    all: no\n    rounding: up\n", ["new_notes.paid_in_kind: does not say which payments"]),
        (
            "    all: yes\n    through: May 15, 2013\n    rounding: up\n",
            ["new_notes.paid_in_kind.all: says yes, and through names a last date; leave one of the two out"],
        ),
        (
            "    through: June 15, 2013\n    rounding: down\n    increment: $0.005\n",
            [
                "new_notes.paid_in_kind.through: June 15, 2013 is no payment date of the new notes; write one of",
                "new_notes.paid_in_kind.increment: is no whole number of cents, in which interest is paid; correct",
                "new_notes.paid_in_kind.rest_in_cash: is missing, and notes for interest may fall short of it; write",
            ],
        ),
        (
            "    through: May 15, 2012\n    rounding: up\n    increment: $0\n",
            [
                "new_notes.paid_in_kind.through: May 15, 2012 comes before any interest is paid; correct the date",
                "new_notes.paid_in_kind.increment: must be more than nothing; correct the amount",
            ],
        ),
        (
            "    through: May 15, 2020\n    rounding: up\n",
            ["new_notes.paid_in_kind.through: May 15, 2020 comes after new_notes.maturity, May 15, 2019; correct one"],
        ),
        ("    through: May 15, 2013\n", ["new_notes.paid_in_kind.rounding: is missing"]),
    ],
)  # fmt: skip
def test_terms_that_make_no_sense(tmp_path, section, said):
    with pytest.raises(InputError) as caught:
        open_deal(with_section(tmp_path / "deal", "  paid_in_kind:\n" + section))
    problems = [str(problem) for problem in caught.value.problems]
    assert len(problems) == len(said)
    assert all(any(part in problem for problem in problems) for part in said), problems


def test_documents_print_notes_and_cash(deal):
    opened = open_deal(deal)
    words = write_words(opened)
    assert words.problems == ()
    found: dict[str, str] = {}
    for document in words.documents:
        assert coverage(document).problems == ()
        found |= {name: " ".join(str(page).split()) for name, page in write_pages(opened, document, ["html"]).items()}
    circular = next(page for name, page in found.items() if "circular" in name)
    for amount in ("215,464.00", "360,713.00", "0.72", "379,651.15", "7,231,450.44"):
        assert amount in circular
    assert "instead of cash" in circular
    assert "instead of cash" in next(page for name, page in found.items() if "press-release" in name)


def test_the_law_leaves_notes_in_kind_to_counsel(deal):
    said = [each.says for each in findings(open_deal(deal)) if each.rule in ("OID", "AHYDO")]
    assert len(said) == 2
    assert all("interest on the new notes is paid in kind, which is not worked out here" in each for each in said)
