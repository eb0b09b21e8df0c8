"""Old notes that were sold at a discount: their accreted value is what is exchanged. Values worked out by hand."""

import datetime
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal
from lexdocs.errors import InputError, Where
from lexdocs.figures.figure import Pending
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding
from lexdocs.offers import accreted_value as rules
from lexdocs.terms.changes import Change
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

TINY = Path(__file__).parents[1] / "deals" / "tiny"
ROWS = [("May 15, 2012", "$900"), ("November 15, 2012", "$945"), ("May 15, 2013", "$1,000")]


def with_table(folder, rows=ROWS, more="", place="  cusip: 74838J AA 9\n"):
    shutil.copytree(TINY, folder)
    sheet = folder / "term-sheet.yaml"
    table = "  accreted_value:\n" + "".join(f"    - date: {date}\n      value: {value}\n" for date, value in rows)
    text = sheet.read_text("utf-8")
    sheet.write_text(text.replace(place, place + table + more), "utf-8")
    return folder


def book(folder, **changes):
    return open_deal(folder, [Change(path, value, Where("test")) for path, value in changes.items()]).book


@pytest.fixture(scope="module")
def deal(tmp_path_factory):
    return with_table(tmp_path_factory.mktemp("accreted") / "deal")


def test_by_hand(deal):
    """69 of 180 days from May 15 to July 24, 2012, from $900 to $945: $917.25; for $2,500, $2,293.125."""
    found = book(deal)
    assert found.value("claim_per_denomination") == Fraction("2293.125")
    assert found.value("accrual_days") == 0
    assert found.value("accrued_interest_per_denomination") == 0
    assert found.value("new_notes_per_denomination") == Fraction("2293.125")
    assert found.value("aggregate_claim", "all") == found.value("aggregate_new_notes", "all") == Fraction("5732812.50")
    # 750,000 accepted of F-8: 300 notes, $687,937.50, in multiples of five dollars.
    assert found.value("holder_claim", "F-8") == Fraction("687937.50")
    assert found.value("new_notes_issued", "F-8") == 687_935
    assert found.value("new_notes_from_principal", "F-8") == 687_935
    assert found.value("residue_new_notes") == 0


@pytest.mark.parametrize(
    ("path", "value", "claim"),
    [
        ("offer.consummation_date", "November 15, 2012", "2362.5"),  # a row of the table
        ("offer.consummation_date", "August 15, 2012", "2306.25"),  # halfway: $922.50
        ("offer.consummation_date", "May 15, 2013", "2500"),  # the last row
        ("old_notes.accreted_value[0].value", "$880", "2262.2916666"),  # 880 + 65 x 69/180
        ("old_notes.accreted_value[1].value", "$963", "2310.375"),  # 900 + 63 x 69/180
        ("old_notes.accreted_value[1].date", "May 15, 2013", None),  # two rows of one day
        ("old_notes.denomination", "$5,000", "4586.25"),
    ],
)
def test_each_term_moves_it(deal, path, value, claim):
    if claim is None:
        with pytest.raises(InputError, match="tell the rows apart"):
            book(deal, **{path: value})
        return
    found = book(deal, **{path: value}).value("claim_per_denomination")
    assert abs(found - Fraction(claim)) < Fraction(1, 10**6)


def test_interest_in_cash_runs_from_its_own_date(tmp_path):
    """Matured into a note that pays: the claim stays, and 30 days of 360 run at 9 3/8% of principal."""
    folder = with_table(tmp_path / "deal", [*ROWS[:1], ("June 24, 2012", "$1,000")], "  interest_from: June 24, 2012\n")
    found = book(folder)
    assert found.value("claim_per_denomination") == 2_500
    assert found.value("accrual_days") == 30
    assert found.value("accrued_interest_per_denomination") == Fraction(2_500) * Fraction("0.09375") * 30 / 360
    assert found.value("new_notes_per_denomination") == 2_500 + Fraction("19.53125")
    later = book(folder, **{"old_notes.interest_from": "July 4, 2012"})
    assert later.value("accrual_days") == 20
    assert later.value("claim_per_denomination") == 2_500
    never = book(folder, **{"old_notes.interest_from": "August 1, 2012"})
    assert never.value("accrual_days") == 0
    assert never.value("new_notes_per_denomination") == 2_500


def test_holders_who_do_not_tender_are_paid_the_value_of_their_day(deal):
    """October 1, 2012: 136 of 180 days, $934; for $2,500, $2,335."""
    found = book(deal, **{"holdouts.paid_in_full": "yes", "holdouts.payment_date": "October 1, 2012"})
    assert found.value("holdout_claim_per_denomination") == 2_335
    assert found.value("retained_claim", "F-9") == found.value("retained_payment", "F-9") == 934_000
    assert found.value("maximum_holdout_payment") == found.value("maximum_holdout_principal") * 2_335 / 2_500


def test_while_consummation_is_open_so_is_the_value(deal, tmp_path):
    folder = shutil.copytree(deal, tmp_path / "open")
    assumed = folder / "assumptions" / "dates.yaml"
    assumed.write_text(assumed.read_text("utf-8").replace("  offer.consummation_date: July 24, 2012\n", ""), "utf-8")
    found = book(folder).figure("claim_per_denomination")
    assert isinstance(found, Pending)
    assert found.waits_for == ("offer.consummation_date",)


def test_without_a_table_a_claim_is_its_principal():
    found = book(TINY)
    assert found.value("claim_per_denomination") == 2_500
    assert found.value("interest_start") == found.value("interest_paid_to")
    assert found.value("holder_claim", "F-8") == found.value("accepted_principal", "F-8")


@pytest.mark.parametrize(
    ("rows", "more", "said"),
    [
        (
            [("August 15, 2012", "$945")], "",
            [
                "dates.yaml:6:28 offer.consummation_date: the table of accreted values begins on August 15, 2012, and",
            ],
        ),
        (
            [("May 15, 2012", "$900"), ("June 15, 2012", "$907")], "",
            [
                "dates.yaml:6:28 offer.consummation_date: the table of accreted values ends on June 15, 2012, and ",
                "July 24, 2012 comes after it; add rows to old_notes.accreted_value, or write old_notes.interest_from",
            ],
        ),
        (
            [("May 15, 2013", "$1,001"), ("May 15, 2012", "$0"), ("May 15, 2014", "$1,000")],
            "  interest_from: May 15, 2013\n",
            [
                "old_notes.accreted_value[0].value: is more than the $1,000 at maturity; write the value for",
                "old_notes.accreted_value[1].value: must be more than nothing; correct the amount",
                "old_notes.accreted_value[2].date: May 15, 2014 comes after old_notes.maturity, May 15, 2013; correct",
                "old_notes.accreted_value[1].date: May 15, 2012 comes before the row above; put the rows in order",
                "old_notes.accreted_value[1].value: is less than that of the row above, and values grow; correct",
                "old_notes.interest_from: May 15, 2013 comes before the table of accreted values ends, May 15, 2014",
            ],
        ),
    ],
)  # fmt: skip
def test_tables_that_make_no_sense(tmp_path, rows, more, said):
    with pytest.raises(InputError) as caught:
        book(with_table(tmp_path / "deal", rows, more))
    problems = [str(problem) for problem in caught.value.problems]
    assert len(problems) == (6 if more else 1), problems
    assert all(any(part in problem for problem in problems) for part in said), problems


def test_interest_in_cash_without_a_table(tmp_path):
    folder = shutil.copytree(TINY, tmp_path / "deal")
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8").replace("  cusip: 74838J", "  interest_from: May 15, 2013\n  cusip: 74838J")
    sheet.write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"old_notes\.interest_from: there is no table of accreted values"):
        book(folder)


@settings(max_examples=60, deadline=None)
@given(
    start=st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2020, 1, 1)),
    steps=st.lists(st.tuples(st.integers(1, 400), st.integers(0, 200)), min_size=1, max_size=6),
    held=st.lists(st.integers(1, 500), min_size=1, max_size=5),
    at=st.integers(0, 2_000),
)  # fmt: skip
def test_laws_of_accreted_values(start, steps, held, at):
    """A claim lies between its first value and its last, and holders' claims are the aggregate but for cents."""
    dates, values = {}, {}
    day, value = start, Fraction(100)
    for apart, grown in [(0, 0), *steps]:
        day, value = day + datetime.timedelta(days=apart), value + Fraction(grown, 2)
        dates[day.isoformat()], values[day.isoformat()] = day, value
    asked = start + datetime.timedelta(days=at)
    claim = rules.claim_per_denomination(Fraction(2_500), dates, values, asked)
    first, last = next(iter(values.values())), value
    assert first * 5 / 2 <= claim <= last * 5 / 2
    if asked >= day:
        assert claim == last * 5 / 2
    cent = Fraction(1, 100)
    holders = [
        round_to(rules.holder_claim(Fraction(2_500 * notes), claim, Fraction(2_500)), Rounding.HALF_UP, cent)
        for notes in held
    ]
    together = rules.aggregate_claim(Fraction(2_500 * sum(held)), claim, Fraction(2_500))
    assert abs(sum(holders) - round_to(together, Rounding.HALF_UP, cent)) <= cent * (len(held) + 1) / 2


def test_documents_print_the_accreted_value(deal):
    opened = open_deal(deal, [Change("holdouts.paid_in_full", "yes", Where("test"))])
    words = write_words(opened)
    assert words.problems == ()
    found: dict[str, str] = {}
    for document in words.documents:
        assert coverage(document).problems == ()
        found |= {name: " ".join(str(page).split()) for name, page in write_pages(opened, document, ["html"]).items()}
    circular = next(page for name, page in found.items() if "circular" in name)
    for amount in ("$2,250.00", "2,362.50", "$2,293.13", "5,732,812.50"):
        assert amount in circular
    assert "no interest on them since" not in " ".join(found.values())
    statement = next(page for name, page in found.items() if "F-8" in name)
    assert "687,937.50" in statement
    assert "Its accreted value" in statement
