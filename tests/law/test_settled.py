"""Settlements against their days, coupons that would be paid twice, and terms of a tender that are hardly meant."""

import pytest

from lexdocs.deal import findings, open_life
from lexdocs.errors import InputError


def test_a_settlement_on_another_day_than_the_terms_state(ferry):
    ferry.edit("at: July 6, 2016", "at: July 5, 2016", "events/2016-07-06-settlement.yaml")
    found = ferry.found()["settlement:2016-07-05-settlement"]
    assert found.stands
    assert str(found) == (
        "events/2016-07-06-settlement.yaml:2:5 settlement:2016-07-05-settlement: not met: the settlement is announced"
        " for July 5, 2016, and the terms state July 6, 2016 for the settlement (term-sheet.yaml:63:20) [consistency]"
    )


def test_settlements_on_their_days(ferry, windrow):
    ferry.event("early", "June 21, 2016", kind="settlement")
    for deal in (ferry, windrow):
        assert not [key for key in deal.found() if key.startswith("settlement:")]


def test_an_early_settlement_on_another_day(ferry):
    ferry.event("early", "June 22, 2016", kind="settlement")
    says = "the settlement is announced for June 22, 2016, and the terms state June 21, 2016 for the early settlement"
    assert ferry.found()["settlement:2016-06-22"].says == f"{says} (term-sheet.yaml:62:26)"


def test_early_tenders_of_which_no_event_says_that_they_were_paid(ferry):
    """The settlement of all tenders is another event, on another day."""
    found = ferry.found()["early settlement"]
    assert found.result == "counsel must decide"
    assert found.says == (
        "early tenders were to be paid on June 21, 2016, and no event tells that they were; add an event of kind"
        " settlement on that day, or amend the day"
    )
    ferry.event("early", "June 21, 2016", kind="settlement")
    assert "early settlement" not in ferry.found()


def test_conditions_of_which_no_event_says_what_became_of_them(ferry):
    """An offer without a minimum has conditions, too."""
    found = ferry.found()["conditions:2016-07-06"]
    assert found.result == "counsel must decide"
    assert found.says.startswith("no event's file says whether the conditions are met or waived: write conditions")
    ferry.add("conditions: met\n", "events/2016-07-05-expiration.yaml")
    assert not [key for key in ferry.found() if key.startswith("conditions")]


@pytest.mark.parametrize(("day", "told"), [("June 20, 2016", False), ("June 21, 2016", True), ("June 24, 2016", True)])
def test_early_tenders_that_are_paid_while_they_may_be_withdrawn(ferry, day, told):
    until = f"5:00 p.m., New York City time, on {day}"
    found = ferry.found({"offer.withdrawal_deadline": until}).get("settlement:withdrawal")
    assert (found is not None) is told
    if found:
        assert found.result == "not met"
        assert found.says == (
            f"early tenders are paid on June 21, 2016, and tenders may be withdrawn until {until}: what is accepted"
            " cannot be withdrawn"
        )


def test_an_exchange_that_is_settled_on_another_day(windrow):
    found = windrow.found({"offer.consummation_date": "August 2, 2012"})["settlement:2012-08-01"]
    assert found.says.startswith("the settlement is announced for August 1, 2012, and the terms state August 2, 2012")


def test_early_tenders_that_are_paid_before_the_minimum_is_in(ferry):
    ferry.event("early", "June 21, 2016", kind="settlement")
    assert "minimum condition:2016-06-21" not in ferry.found({"offer.minimum_tender": "1%"})
    found = ferry.found({"offer.minimum_tender": "100%"})["minimum condition:2016-06-21"]
    assert (found.result, found.says) == (
        "not met", "early tenders are paid although less than the minimum is tendered; nothing says that it is waived",
    )  # fmt: skip


def test_a_termination_without_a_reason_is_not_met(windrow):
    for path in (windrow.folder / "events").iterdir():
        if not path.name.startswith("2012-06-25"):
            path.unlink()
    windrow.event("end", "11:45 p.m., New York City time, on July 27, 2012", kind="termination")
    found = windrow.found()["termination:2012-07-27"]
    assert (found.result, found.stands) == ("not met", True)
    assert found.says == "the termination's file gives no reason, and the release must state one: write reason"


def test_a_coupon_between_the_interest_paid_and_the_settlement(ferry):
    """Interest is paid to March 15 and the offer is announced on June 6: coupons of June 15 fall within it."""
    label = ferry.deal().book.labels("series")[0]
    quarterly = {"series[0].payments_a_year": "4", "series[0].maturity": "March 15, 2021"}
    found = ferry.found(quarterly)[f"coupon:{label}"]
    assert found.result == "counsel must decide"
    assert found.says == (
        f"a coupon of {label} falls due on June 15, 2016, and interest to settlement on July 6, 2016 is counted from"
        " March 15, 2016: it may be paid twice; once that coupon is paid, state interest_paid_to anew"
    )
    for more in (
        {"series[0].interest_paid_to": "June 15, 2016"},
        {"series[0].payments_a_year": "2"},
        {"series[0].interest_paid_to": "December 15, 2015"},  # the coupon of March was not paid: it is overdue
        {"series[0].rate": "0%"},
    ):
        assert f"coupon:{label}" not in ferry.found({**quarterly, **more})


def test_a_coupon_while_an_exchange_is_open(tiny, windrow, example):
    """Paid to November 15 with a coupon in January: that was not paid, and is overdue. Paid to May 15 it is not."""
    days = "  payment_days:\n    - January 15\n    - July 15\n"
    tiny.edit("  interest_paid_to: November 15, 2011\n", f"  interest_paid_to: November 15, 2011\n{days}")
    assert not [key for key in {**tiny.found(), **example.found()} if key.startswith("coupon")]
    current = {"old_notes.interest_paid_to": "May 15, 2012"}
    assert "a coupon of the old notes falls due on July 15, 2012, and interest to" in tiny.found(current)["coupon"].says
    assert "coupon" not in tiny.found({"old_notes.interest_paid_to": "July 15, 2012"})
    label = windrow.deal().book.labels("series")[0]
    quarterly = {"series[0].interest_paid_to": "June 15, 2012", "series[0].payments_a_year": "12"}
    assert "falls due on July 15, 2012" in windrow.found(quarterly)[f"coupon:{label}"].says


def test_guaranteed_delivery_that_ends_after_the_settlement(ferry, windrow):
    days = {"offer.guaranteed_delivery": "2"}
    about = "timetable:guaranteed delivery and settlement"
    assert about not in ferry.found(days)
    found = ferry.found({"offer.guaranteed_delivery": "5"})[about]
    assert found.result == "counsel must decide"
    assert found.says == (
        "guaranteed notes may be delivered until July 11, 2016, after settlement on July 6, 2016; no term says on"
        " which day they are paid"
    )
    assert "after settlement on August 1, 2012" in windrow.found({"offer.guaranteed_delivery": "5"})[about].says


def test_a_minimum_that_the_cap_does_not_let_the_company_buy(ferry):
    found = ferry.found({"offer.minimum_tender": "100%"})["minimum condition:cap"]
    assert found.result == "not met"
    assert found.says == (
        "the minimum of 100% asks that $1,200,000 of principal be tendered, more than the cap of $300,000 lets the"
        " company buy"
    )
    assert "minimum condition:cap" not in ferry.found({"offer.minimum_tender": "20%"})


@pytest.mark.parametrize(("price", "asked"), [("$104", True), ("$199.99", True), ("$200", False)])
def test_a_price_of_less_than_a_fifth(price, asked, ferry):
    label = ferry.deal().book.labels("series")[0]
    changes = {"series[0].total_consideration": price, "series[0].early_premium": "$1"}
    found = ferry.found(changes).get(f"consideration:price {label}")
    assert (found is not None) is asked
    if found is not None:
        says = f"the price of {label} is {price} for each $1,000, less than a fifth of it: was a percentage typed?"
        assert (found.result, found.says) == ("counsel must decide", says)


@pytest.mark.parametrize(("cap", "told"), [("$324,000", False), ("$324,001", True), ("$290,000", True)])
def test_a_cap_raised_by_more_than_two_percent(cap, told, ferry):
    """The class is $1,200,000, of which two percent are $24,000; it shows ever after."""
    excepted = "percentage within two percent"
    ferry.event("change", "June 10, 2016", classed=excepted, changes={"offer.cap.amount": cap})
    life = open_life(ferry.folder)
    by_key = {each.key: each for each in findings(life[-1], life)}
    found, amended = by_key.get("14e-1(b):two percent 2016-06-10"), by_key["14e-1(b):amendment 2016-06-10"]
    assert (found is not None) is told
    assert (amended.result, "but a cap moved by more" in amended.says) == (
        "counsel must decide" if told else "met",
        told,
    )
    if found is not None:
        moved = "lowered" if cap == "$290,000" else "raised"
        assert found.stands
        assert found.says == (
            f"the cap is {moved} from $300,000 to {cap}; only a rise by at most two percent of the $1,200,000"
            " outstanding, $24,000, is excepted: class it as percentage"
        )


@pytest.mark.parametrize(("amount", "result"), [("$700,001", "not met"), ("exact", "met"), ("rounded", "counsel")])
def test_an_announced_amount_against_the_log(amount, result, ferry):
    (ferry.folder / "events" / "2016-07-06-settlement.yaml").unlink()
    valid = int(ferry.deal().book.value("total_valid"))
    told = {"exact": f"${valid:,}", "rounded": f"${round(valid, -5) or 100_000:,}"}.get(amount, amount)
    ferry.add(f"tendered: {told}\n", "events/2016-07-05-expiration.yaml")
    found = ferry.found()["announced and tallied:2016-07-05"]
    assert found.result.startswith(result)
    assert found.says.startswith(f"the announcement says that {told} is tendered, the tally of its moment is $")


def test_a_coupon_that_is_paid_after_the_early_tenders(ferry):
    """Early tenders had their interest from the coupon before; later ones have it from the one that was paid since."""
    label = ferry.deal().book.labels("series")[0]
    terms = {"series[0].payments_a_year": "12", "series[0].maturity": "March 25, 2021"}
    before = ferry.deal({**terms, "series[0].interest_paid_to": "May 25, 2016"}).book
    after = ferry.deal({**terms, "series[0].interest_paid_to": "June 25, 2016"}).book
    days = [[book.value(f"{when}_accrual_days", label) for when in ("early", "series")] for book in (before, after)]
    assert days == [[26, 41], [26, 11]]
    assert before.value("early_accrual_years", label) == after.value("early_accrual_years", label)
    assert f"coupon:{label}" in ferry.found({**terms, "series[0].interest_paid_to": "May 25, 2016"})
    assert f"coupon:{label}" not in ferry.found({**terms, "series[0].interest_paid_to": "June 25, 2016"})


def test_a_coupon_after_the_early_tenders_asks_for_coupon_dates(ferry):
    ferry.edit("interest_paid_to: March 15, 2016", "interest_paid_to: June 25, 2016")
    with pytest.raises(InputError) as caught:
        ferry.deal()
    says = "offer.early_settlement_date: June 21, 2016 comes before series[0].interest_paid_to, June 25, 2016; correct"
    assert says in str(caught.value)
