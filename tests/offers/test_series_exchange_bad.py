"""Broken terms of a series exchange and the exact message that each must give."""

import pytest

from lexdocs.errors import InputError
from tests.offers.series_books import terms_of


def messages(changes):
    """What a reader must see after some changes of the Windrow terms, without the place."""
    with pytest.raises(InputError) as caught:
        terms_of(changes)
    return [
        f"{problem.what}; {problem.remedy}" if problem.remedy else problem.what for problem in caught.value.problems
    ]


ONE = [
    ({"company.ticker": None},
     [("company.ticker: shares or warrants are offered, and the terms do not say under which symbol its shares trade; "
      "write it")]),
    ({"considerations[0].series": "senor"},
     ['considerations[0].series: no series is called "senor"; did you mean "senior"?',
      ('considerations: there is none for series "senior" in option "notes"; '
      "write its consideration, or name the series that may choose the option")]),
    ({"considerations[1].option": "mixed"},
     ['considerations[1].option: no option is called "mixed"; did you mean "mix"?',
      ('considerations: there is none for series "senior" in option "mix"; '
      "write its consideration, or name the series that may choose the option")]),
    ({"considerations[3].notes": "secure"},
     ['considerations[3].notes: no new notes is called "secure"; did you mean "secured"?']),
    ({"steps[0].notes": "incomes"},
     ['steps[0].notes: no new notes is called "incomes"; did you mean "income"?']),
    ({"options[1].cap.excess_to": "note"},
     ['options[1].cap.excess_to: no option is called "note"; did you mean "notes"?']),
    ({"options[2].pool.rest_in": "bonds"},
     ['options[2].pool.rest_in: no new notes is called "bonds"; the labels of new notes are secured, income']),
    ({"considerations[0].premium.new_notes": "$1,050"},
     [("considerations[0].premium.new_notes: the premium is more than the total, of which it is a part; "
      "correct one of them")]),
    ({"offer.early_deadline": None},
     [f"considerations[{row}].premium.{name}: no early deadline tells who receives the premium; "
      "write offer.early_deadline, or drop the premium"
      for row, name in enumerate(("new_notes", "shares", "cash", "new_notes", "warrants", "cash"))]),
    ({"considerations[0].notes": None},
     ["considerations[0].notes: new notes are given and not which; write the label of the new notes"]),
    ({"considerations[0].total.new_notes": None, "considerations[0].premium.new_notes": None},
     ["considerations[0].total.new_notes: new notes are named and none are given; write how many, or drop the label",
      "considerations[0].total: gives nothing; write what a holder receives for $1,000 of old notes"]),
    ({"considerations[2].accrued_interest": None},
     ["considerations[2].accrued_interest: is not said; write cash, new notes, lost as the case may be"]),
    ({"considerations[2].accrued_interest": "new notes"},
     ["considerations[2].notes: interest is paid in new notes and not in which; write the label of the new notes"]),
    ({"considerations[2].total.cash": None, "considerations[2].premium.cash": None,
      "considerations[2].total.fee": "$3"},
     [("considerations[2].total.cash: the option shares a pool of cash and names no price; "
      "write the most that is paid for $1,000")]),
    ({"options[2].pool.amount": "$0"},
     ["options[2].pool.amount: a pool of nothing; write how much cash holders share, or leave the pool out"]),
    ({"options[1].cap.excess_to": "mix"},
     ["options[1].cap.excess_to: the excess cannot go to the option itself; name another option"]),
    ({"options[0].cap.amount": "$5,000,000", "options[0].cap.of": "principal"},
     ['options[1].cap.excess_to: option "notes" has a cap itself; name an option without one']),
    ({"options[2].cap.amount": "$5,000,000", "options[2].cap.of": "cash"},
     ["options[2].cap: the cash of the option is bounded by its pool already; keep the one or the other"]),
    ({"options[0].cap.amount": "$5,000,000", "options[0].cap.of": "cash", "options[1].cap.excess_to": None},
     ["options[0].cap.of: the option gives no cash that a cap could bound; write principal or new notes"]),
    ({"options[2].default": "yes"},
     ["options[2].default: another option is the default already; keep one"]),
    ({"options[1].cap.of": "new notes"},
     [("new_notes[1].rounding: notes rounded up can pass the cap of option mix; "
      "write down, or let the cap bound principal")]),
    ({"considerations[2].notes": "secured", "considerations[2].total.new_notes": "$100",
      "options[2].cap.of": "new notes", "options[2].cap.amount": "$9,000,000"},
     [("options[2].cap.of: notes given for cash that the pool does not reach can pass a cap on new notes; "
      "let the cap bound principal")]),
    ({"new_notes[1].cap": "$9,000,000"},
     ["new_notes[1].rounding: notes rounded up can pass the cap on them; write down, or drop the cap",
      'options[2].pool.rest_in: "income" has a cap, which a pool could force past; cap the option instead']),
    ({"new_notes[0].increment": "$0"},
     ["new_notes[0].increment: must be more than nothing; correct the amount"]),
    ({"new_notes[0].rate": None},
     ["new_notes[0].rate: is missing, and no step names these notes; write the rate, or list steps"]),
    ({"new_notes[1].rate": "7%"},
     ["new_notes[1].rate: stands beside steps for the same notes; keep the one or the other"]),
    ({"warrants.exercise_price": "$0"},
     ["warrants.exercise_price: must be more than nothing; correct the price"]),
    ({"warrants.expiration": "August 1, 2012"},
     ["warrants.expiration: warrants end on August 1, 2012, before they are issued; correct the date"]),
    ({"fee.installments[1].date": "April 1, 2013"},
     [("fee.installments[2]: March 1, 2013 comes before April 1, 2013; "
      "put the installments in the order of their dates")]),
    # The one without a date counts as consummation, on August 1, 2012.
    ({"fee.installments[0].date": "January 2, 2013", "fee.installments[1].date": None},
     [("fee.installments[1]: consummation, on August 1, 2012, comes before January 2, 2013; "
      "put the installments in the order of their dates")]),
    ({"fee.installments[0].date": "January 2, 2013", "fee.installments[1].date": None,
      "offer.consummation_date": None},
     ["fee.installments[1]: the installment at consummation stands after one with a date; put it first"]),
    ({"warrants.price": None},
     ["warrants.price: fractions are paid in cash and no price is named; write the price"]),
    ({"shares.price": "$2"},
     ["shares.price: no fraction is paid in cash; leave the price out, or write `fraction: cash`"]),
    ({"shares": None},
     ["considerations[1].total.shares: the terms have no section shares; write it, with what becomes of fractions",
      "considerations[4].total.shares: the terms have no section shares; write it, with what becomes of fractions"]),
    ({"fee": None},
     ["new_notes[0].brings.fee: the terms have no section fee; write it, with the installments"]),
    ({"offer.early_deadline": "5:00 p.m., New York City time, on July 30, 2012"},
     [("offer.early_deadline: 5:00 p.m., New York City time, on July 30, 2012 comes after the expiration, "
      "12 midnight, New York City time, on July 27, 2012; correct one of the two")]),
    ({"offer.interest_to": "March 1, 2012"},
     [f"offer.interest_to: March 1, 2012 comes before series[{row}].interest_paid_to, {date}; correct one of the two"
      for row, date in enumerate(("March 15, 2012", "May 1, 2012"))]),
    ({"offer.minimum_tender": "101%"},
     ["offer.minimum_tender: must be more than nothing and at most the whole; correct the percentage"]),
    ({"new_notes[0].maturity": "July 1, 2012"},
     ["new_notes[0].maturity: the notes fall due on July 1, 2012, before they are issued; correct the date",
      "new_notes[0].interest_from: does not come before maturity; correct one of the two"]),
    ({"series[0].day_count": None},
     [("series[0].day_count: interest is calculated and no day count is named; name one of 30/360, 30/360 US-EOM, "
      "30/360 PSA, 30E/360, 30E/360 ISDA, Act/360, Act/365F, Act/365.25, Act/Act ICMA, Act/Act ISDA")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"), ONE, ids=lambda each: ";".join(each) if isinstance(each, dict) else ""
)
def test_message(changes, expected):
    assert sorted(messages(changes)) == sorted(expected)


def test_all_at_once():
    """Every mistake of several sections is told, none hides another."""
    told = messages({
        "series[0].day_count": None, "considerations[3].notes": "secure", "options[2].pool.amount": "$0",
        "warrants.price": None, "fee.installments[0].share": "one-fourth", "considerations[4].premium.warrants": "9",
    })  # fmt: skip
    assert {each.split(":")[0] for each in told} == {
        "series[0].day_count", "warrants.price", "options[2].pool.amount", "considerations[3].notes",
        "considerations[4].premium.warrants",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["options[1].label", "new_notes[0].label"])
def test_a_label_must_be_able_to_name_a_row(path):
    assert f'{path}: "a,b" cannot name a row; use letters, digits and hyphens' in messages({path: "a,b"})


def test_installments_that_do_not_make_the_fee_are_no_error():
    terms_of({"fee.installments[2].share": "one-fifth"})
