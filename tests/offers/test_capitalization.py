"""Capitalization and interest before and after an exchange: worked out by hand, and moved by each input."""

import re
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from lexdocs.checks.coverage import coverage
from lexdocs.deal import findings, open_deal
from lexdocs.errors import Where
from lexdocs.terms.changes import Change
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

ODD = Path(__file__).parents[1] / "deals" / "odd"
CIRCULAR = "offering-circular/offering-circular"
LINES = "capitalization.lines"


def book(**changes):
    return opened(**changes).book


def opened(folder=ODD, **changes):
    return open_deal(folder, [Change(path, value, Where("test")) for path, value in changes.items()])


def column(found, case):
    return [found.value("capital_adjusted", case, line) for line in found.labels("capital_line")]


def test_the_lines_as_adjusted():
    """Of $6,251,234.56 at least 1,667 notes of $2,500 are exchanged; a fee of $45 a note, and expenses of $385,000."""
    found = book()
    old, exchanged, interest = Fraction("6251234.56"), Fraction(4_167_500), Fraction(219_770)
    new = found.value("aggregate_new_notes", "minimum")
    assert column(found, "minimum") == [
        1_904_118 - 1_667 * 45 - 385_000,
        14_370_000,
        new,
        old - exchanged,
        round((interest * (1 - exchanged / old)) * 100) / Fraction(100),
        19_020_000,
        -11_645_500,
    ]
    everything = column(found, "all")
    assert everything[2:5] == [found.value("aggregate_new_notes", "all"), 0, 0]
    assert everything[5:] == column(found, "minimum")[5:]


def test_totals_are_those_of_the_lines():
    found = book()
    for case in ("all", "minimum", "accepted"):
        debt = found.value("capital_debt_adjusted", "stated", case)
        assert debt == sum(column(found, case)[1:5])
        total = found.value("capital_total_adjusted", "stated", case)
        assert total == debt + found.value("capital_equity", "stated")
        assert found.value("capital_debt_part_adjusted", "stated", case) == debt / total
    assert found.value("capital_debt", "stated") == 14_370_000 + Fraction("6251234.56") + 219_770


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (f"{LINES}[0].amount", "$1,904,119", "cash"),
        (f"{LINES}[1].amount", "$14,370,001", "vessel mortgages"),
        (f"{LINES}[4].amount", "$219,773", "old interest"),
        (f"{LINES}[6].amount", "($11,645,499)", "deficit"),
        ("capitalization.expenses", "$385,001", "cash"),
        ("participation_fee.amount", "$46", "cash"),
        ("offer.minimum_tender", "70%", "old notes"),
        ("offer.consummation_date", "July 25, 2012", "new notes"),
    ],
)
def test_each_input_moves_its_line_and_no_other_that_it_should_not(path, value, line):
    before, after = book(), book(**{path: value})
    moved = {
        each
        for each in before.labels("capital_line")
        if before.value("capital_adjusted", "minimum", each) != after.value("capital_adjusted", "minimum", each)
    }
    assert line in moved
    assert not moved & {"vessel mortgages", "shares", "deficit"} - {line}


def test_without_expenses_cash_pays_the_fee_alone(tmp_path):
    deal = edited(tmp_path, "  expenses: $385,000\n", "")
    assert deal.book.value("capital_cash_paid", "minimum") == 1_667 * 45


def edited(tmp_path, old, new):
    """The odd deal with an edit of its term sheet."""
    folder = Path(shutil.copytree(ODD, tmp_path / "odd"))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    assert text.count(old) == 1
    sheet.write_text(text.replace(old, new), "utf-8")
    return open_deal(folder)


def finding(deal, rule):
    return [(str(each.result), each.says) for each in findings(deal) if each.rule == rule]


def test_old_notes_must_be_those_that_are_outstanding():
    assert finding(opened(), "capitalization and outstanding")[0][0] == "met"
    ((result, says),) = finding(opened(**{f"{LINES}[3].amount": "$6,251,000"}), "capitalization and outstanding")
    assert result == "not met"
    assert says == "the capitalization has old notes of $6,251,000, the terms say $6,251,234.56 outstanding"


@pytest.mark.parametrize(
    ("amount", "result"),
    [("$219,770", "met"), ("$219,769.97", "met"), ("$220,000", "met"), ("$219,771", "counsel must decide")],
)
def test_accrued_interest_is_held_against_the_rate(amount, result):
    """135 days of 30E/360 at 9 3/8% on $6,251,234.56 to March 31, 2012: $221,397.89 would be one day more."""
    deal = opened(**{f"{LINES}[4].amount": amount})
    assert finding(deal, "capitalization and accrued interest")[0][0] == result


def test_interest_after_is_that_on_new_notes_and_on_old_notes_that_remain():
    found = book()
    step = ("minimum", "thereafter")
    new = found.value("aggregate_new_notes", "minimum") * Fraction("0.105")
    remaining = (Fraction("6251234.56") - 4_167_500) * Fraction("0.09375")
    assert abs(Fraction(found.value("interest_after", *step)) - (new + remaining)) <= Fraction(1, 100)
    before = Fraction("6251234.56") * Fraction("0.09375")
    assert abs(Fraction(found.value("interest_change", *step)) - (new + remaining - before)) <= Fraction(1, 50)
    lower = book(**{"new_notes.steps[0].rate": "5%"})
    assert lower.value("interest_change", *step) < 0


def circular(deal):
    (document,) = [each for each in write_words(deal).documents if each.header.template.startswith(CIRCULAR)]
    assert coverage(document).problems == ()
    return str(next(iter(write_pages(deal, document, ["html"]).values())))


def test_a_deficit_of_all_equity_has_no_ratio(tmp_path):
    assert "Debt as a part of it" in circular(opened())
    less = opened(**{f"{LINES}[6].amount": "($21,645,500)"})
    assert "Debt as a part of it" not in circular(less)
    assert "(2,625,500.00)" in circular(less)


def test_without_a_capitalization_its_section_is_gone_and_nothing_points_to_it(tmp_path):
    assert 'href="#capitalization"' in circular(opened())
    folder = Path(shutil.copytree(ODD, tmp_path / "odd"))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    start, end = text.index("capitalization:\n"), text.index("sources:\n")
    sheet.write_text((text[:start] + text[end:]).replace("        - capitalization\n", ""), "utf-8")
    deal = open_deal(folder)
    assert not [name for name in ("capital_debt", "capital_total") if deal.book.labels("capital_statement")]
    page = circular(deal)
    assert not re.search(r"\b[Cc]apitalization\b", page)
    assert 'href="#pro-forma-interest"' in page
