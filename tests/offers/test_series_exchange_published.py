"""Exchange offers as they were published in 2002 and 2003, laid out as deals of this kind.

One series, one option: new notes for principal and for interest, and a fee on the new notes in installments.
The issuer and the figures are real and stand in the file of published figures; the holders are invented.
"""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.offers.kinds import schema_of
from tests.offers.series_books import book_of

CASES = {
    case["slug"]: case
    for case in json.loads((Path(__file__).parents[1] / "conventions" / "published-figures.json").read_text("utf-8"))
}
IN_2002, IN_2003 = CASES["lexp-2002-07-10-offer"], CASES["lexp-2003-03-07-amended"]

SHEET = """\
kind: series_exchange
company: {{name: A Company, short_name: Company, ticker: ABC, market: Nasdaq, city: Anywhere, business: sells goods}}
contact: {{name: A Person, title: President, telephone: (315) 555-0162}}
old_term: Old Notes
new_term: New Notes
series:
  - label: old
    name: Subordinated Notes
    rate: {rate_pct}%
    outstanding: ${outstanding}
    denomination: $1,000
    maturity: February 1, 2010
    interest_paid_to: {start}
    day_count: 30/360
new_notes:
  - label: new
    name: New Notes
    rate: 11 1/2%
    maturity: August 1, 2012
    increment: $0.01
    rounding: down
    rest: cash
    brings:
      fee: ${fee}
options:
  - label: exchange
    name: Exchange
considerations:
  - series: old
    option: exchange
    notes: new
    total: {{new_notes: "$1,000"}}
    accrued_interest: new notes
fee:
  name: participation fee
  installments:
    - {{share: one-third, date: "September 30, 2003"}}
    - {{share: one-third, date: "December 31, 2003"}}
    - {{share: one-third, date: "March 31, 2004"}}
offer:
  expiration: 5:00 p.m., New York City time, on July 31, 2002
  consummation_date: July 31, 2003
  interest_to: {end}
  holder_level: registered
agents: {{exchange_agent: An Agent, roles: agent, clearing: A Depository, program: a program, program_short: AP}}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "commencement.yaml").write_text("kind: commencement\nat: July 10, 2002\n", "utf-8")

    def make(case, end, fee="0"):
        inputs = case["inputs"]
        text = SHEET.format(rate_pct=inputs["rate_pct"], outstanding=f"{int(inputs['outstanding']):,}",
                            start=inputs["start"], end=end, fee=fee)  # fmt: skip
        (tmp_path / "term-sheet.yaml").write_text(text, "utf-8")
        return tmp_path

    return make


def book(folder, *, all_tender=True):
    outstanding = Fraction(27_412_000)
    chosen = {"exchange": (outstanding, Fraction(0))} if all_tender else {}
    return book_of([("H-1", "old", outstanding, chosen)], folder=folder)


def test_the_offer_of_2002(folder):
    """Interest of 990 days of 360, all of it converted; the fee is reckoned on the new notes."""
    inputs = IN_2002["inputs"]
    made = book(folder(IN_2002, inputs["end_exclusive"], inputs["fee_per_1000_new"]))
    printed = {each["name"]: each for each in IN_2002["published"]}
    accrued = made.value("accrued_per_thousand", "old")
    assert made.value("series_accrual_days", "old") == 990
    assert accrued == Fraction(printed["accrued per $1,000"]["value"])
    everything = made.figure("interest_if_all", ("old",)).value
    assert (
        write(everything, Unit.MONEY, style="thousands")
        == "$9,611,000"
        == printed["accrued if all tendered"]["printed"]
    )
    # 1,000 + 350.625 of new notes for each $1,000, and $22.20 x 1.350625 = $29.983875, printed $29.98
    per_thousand = made.value("new_notes_per_thousand", "old", "exchange", "new")
    assert per_thousand == Fraction("1350.625")
    fee = made.value("fee_per_thousand", "old", "exchange")
    assert fee == Fraction("22.20") * Fraction("1.350625") == Fraction("29.983875")
    assert write(fee, Unit.MONEY, style="cents") == "$29.98"
    # 27,412 x 1,350.625 = 37,023,332.50 of new notes; 22.20 on each thousand is 821,917.9815
    assert made.value("total_new_notes", "new") == Fraction("37023332.50")
    assert made.value("total_fee") == Fraction("821917.98")
    assert [made.value("total_installment", row) for row in made.rows("installment")] == [
        Fraction("273972.66"), Fraction("273972.66"), Fraction("273972.66"),
    ]  # fmt: skip


def test_the_installments_of_a_thousand_of_new_notes(folder):
    """Three installments of $7.40 for each $1,000 of new notes."""
    inputs = IN_2002["inputs"]
    made = book(folder(IN_2002, inputs["end_exclusive"], inputs["fee_per_1000_new"]))
    shares = [made.value("installment_share", row) for row in made.rows("installment")]
    assert len(shares) == inputs["installments"]
    assert {share * made.value("new_note_fee", "new") for share in shares} == {Fraction("7.40")}


def test_the_offer_of_2003(folder):
    """Through the day before an assumed closing on March 25, 2003: 1,314 days."""
    made = book(folder(IN_2003, IN_2003["inputs"]["closing"]))
    printed = {each["name"]: each for each in IN_2003["published"]}
    assert made.value("series_accrual_days", "old") == 1_314
    accrued = made.value("accrued_per_thousand", "old")
    assert accrued == Fraction(printed["accrued per $1,000"]["value"])
    everything = made.figure("interest_if_all", ("old",)).value
    assert write(everything, Unit.MONEY, style="thousands") == printed["accrued if all tendered"]["printed"]


def test_nobody_tenders(folder):
    """An offer that nobody takes comes to nothing, and no factor is divided by nothing."""
    inputs = IN_2002["inputs"]
    made = book(folder(IN_2002, inputs["end_exclusive"], inputs["fee_per_1000_new"]), all_tender=False)
    assert made.value("total_accepted") == made.value("total_fee") == made.value("total_cash_gross") == 0


def test_the_kind_has_a_schema():
    assert '"title": "Term sheet of a series exchange offer"' in schema_of("series_exchange")
