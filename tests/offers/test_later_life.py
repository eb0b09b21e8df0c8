"""The illustrative later life of the worked example, date by date: every figure that time moves, worked out by hand.

The offer is announced on August 6, 2001, its fee is raised on August 20, it is extended on September 5 and
September 19, expires on September 26, and is consummated on September 28; installments follow on September 30 and
December 31. All of it after the first day is invented. Principal is counted in notes of $1,000; every
expected value below is written as the sum that a person would do with a pencil, in whole cents where there are cents.
"""

import shutil
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from lexdocs.deal import findings, open_deal, open_life
from lexdocs.errors import Where
from lexdocs.figures.figure import Pending
from lexdocs.figures.record import record
from lexdocs.law.finding import Result
from lexdocs.resources import bundled_deals
from lexdocs.terms.as_of import parse_as_of
from lexdocs.terms.changes import Change

DEAL = Path(__file__).parents[1] / "deals" / "lexington_later"
EVENTS = (
    "2001-08-06", "2001-08-20", "2001-09-05", "2001-09-19", "2001-09-27", "2001-09-28", "2001-09-28-installment",
    "2001-12-17",
)  # fmt: skip
OUTSTANDING, RATE = 27_412, Fraction("0.1275")

# Notes of each holding that are valid at each event, added up from the log by hand.
TENDERED = {
    "2001-08-06": {},
    "2001-08-20": {"BO-1001": 8_200},
    "2001-09-05": {"BO-1001": 8_200, "BO-1002": 5_600, "BO-1006": 1_480, "BO-1008": 400},
    # Since then 1003, 1005, 1004 and 1010 came, and 480 of 1006 went.
    "2001-09-19": {
        "BO-1001": 8_200, "BO-1002": 5_600, "BO-1003": 3_900, "BO-1004": 2_777, "BO-1005": 2_150,
        "BO-1006": 1_480 - 480, "BO-1008": 400, "BO-1010": 450,
    },
    # Since then 1007, 315 more of 1008, 1009, the 480 of 1006 again, 100 of 1012, and the late 175 of 1011, waived.
    "2001-09-27": {
        "BO-1001": 8_200, "BO-1002": 5_600, "BO-1003": 3_900, "BO-1004": 2_777, "BO-1005": 2_150, "BO-1006": 1_480,
        "BO-1007": 1_200, "BO-1008": 715, "BO-1009": 640, "BO-1010": 450, "BO-1011": 175, "BO-1012": 100,
    },
}  # fmt: skip
SETTLED = EVENTS[-4:]  # from the expiration on nothing moves any more but what is paid
TENDERED |= dict.fromkeys(SETTLED, TENDERED["2001-09-27"])
TOTAL = {"2001-08-06": 0, "2001-08-20": 8_200, "2001-09-05": 15_680, "2001-09-19": 24_477}
TOTAL |= dict.fromkeys(SETTLED, 27_387)
WITHDRAWN = {"2001-08-06": 0, "2001-08-20": 0, "2001-09-05": 0, "2001-09-19": 480, **dict.fromkeys(SETTLED, 480)}
# $30 for each note, in three installments; $33 from August 20 on.
FEE = {each: 30 if each == "2001-08-06" else 33 for each in EVENTS}

# From August 1, 1999: two years of 360 days, and then to September 5 (34), September 20 (49), September 28 (57).
DAYS = {"2001-08-06": 720 + 34, "2001-08-20": 720 + 34, "2001-09-05": 720 + 49, "2001-09-19": 720 + 57}
DAYS |= dict.fromkeys(SETTLED, 720 + 57)
# From then to September 30, 2001, of thirty days each month.
FIRST_PERIOD = {"2001-08-06": 25, "2001-08-20": 25, "2001-09-05": 10, "2001-09-19": 2, **dict.fromkeys(SETTLED, 2)}
# August 6 to 31 has 20 business days; September 4 is the 21st; September 5 to 18 adds 10, September 19 to 26 six.
OPEN = {"2001-08-06": 21, "2001-08-20": 21, "2001-09-05": 31, "2001-09-19": 37, **dict.fromkeys(SETTLED, 37)}


@pytest.fixture(scope="module")
def life():
    return {deal.terms.event.name: deal for deal in open_life(DEAL)}


def cents(value):
    """Half up to the cent, in whole numbers."""
    scaled = Fraction(value) * 100
    return Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 100)


def up(value):
    return -(-Fraction(value).numerator // Fraction(value).denominator)


def test_the_life_has_its_events(life):
    assert tuple(life) == EVENTS


@pytest.mark.parametrize("event", EVENTS)
def test_the_tally_of_every_holding(life, event):
    book = life[event].book
    for label in book.labels("holding"):
        valid = 1_000 * TENDERED[event].get(label, 0)
        held = book.value("held_principal", label)
        assert book.value("valid_principal", label) == valid, label
        assert book.value("accepted_principal", label) == valid, label
        assert book.value("retained_principal", label) == held - valid, label
        assert book.value("returned_principal", label) == 0, label
    assert book.value("total_accepted") == 1_000 * TOTAL[event]
    assert book.value("total_withdrawn") == 1_000 * WITHDRAWN[event]
    assert book.value("total_tendered") == 1_000 * (TOTAL[event] + WITHDRAWN[event])
    assert book.value("total_retained") == 1_000 * (OUTSTANDING - TOTAL[event])
    assert book.value("total_returned") == 0
    assert book.value("total_held") == 1_000 * OUTSTANDING
    # 99% of 27,412 notes is 27,137.88: 27,138 notes.
    assert book.value("minimum_is_met") is (TOTAL[event] >= 27_138)
    assert book.value("total_valid") == 1_000 * TOTAL[event]
    assert book.value("percentage_tendered") == Fraction(TOTAL[event], OUTSTANDING)
    assert book.value("number_tendering") == len(TENDERED[event])
    assert book.value("minimum_shortfall_notes") == max(27_138 - TOTAL[event], 0)
    # In principal as in notes: $27,138,000 less what is tendered.
    assert book.value("minimum_shortfall_principal") == max(27_138_000 - 1_000 * TOTAL[event], 0)
    assert (book.value("minimum_shortfall_principal") == 0) is book.value("minimum_is_met")


@pytest.mark.parametrize("event", EVENTS)
def test_the_days_of_the_offer(life, event):
    book = life[event].book
    assert book.value("business_days_open_from_announcement") == OPEN[event]
    assert book.value("accrual_days") == DAYS[event]
    assert book.value("accrual_fraction") == Fraction(DAYS[event], 360)
    assert book.value("period_days", "2001-09-30") == FIRST_PERIOD[event]
    # $1,000 at 12 3/4% for the days of accrual, and new notes for both.
    accrued = 1_000 * RATE * DAYS[event] / 360
    assert book.value("accrued_interest_per_denomination") == accrued
    assert book.value("new_notes_per_denomination") == 1_000 + accrued


@pytest.mark.parametrize("event", EVENTS)
def test_aggregates_on_all_on_the_minimum_and_on_what_is_tendered(life, event):
    book = life[event].book
    for case, notes in (("all", OUTSTANDING), ("minimum", 27_138), ("accepted", TOTAL[event])):
        interest = cents(notes * 1_000 * RATE * DAYS[event] / 360)
        new_notes = notes * 1_000 + interest
        warrants = up(notes * Fraction("5.45"))
        expected = {
            "participation_principal": notes * 1_000,
            "participation_percentage": Fraction(notes, OUTSTANDING),
            "untendered_principal": (OUTSTANDING - notes) * 1_000,
            "aggregate_interest": interest,
            "aggregate_new_notes": new_notes,
            "aggregate_fee": notes * FEE[event],
            "aggregate_warrants": warrants,
            "warrant_proceeds": cents(warrants * Fraction("2.273")),
            "shares_after_exercise": 4_828_036 + warrants,
            "warrant_dilution": Fraction(warrants, 4_828_036 + warrants),
            "old_interest_remaining": (OUTSTANDING - notes) * 1_000 * RATE,
        }
        for name, value in expected.items():
            assert book.value(name, case) == value, (name, case)
        # A third of the fee each time: ten dollars a note, and then eleven.
        third = FEE[event] // 3
        for number, label in enumerate(("consummation", "2001-09-30", "2001-12-31"), start=1):
            assert book.value("aggregate_installment", case, label) == notes * third
            assert book.value("aggregate_paid_by", case, label) == notes * third * number
        # 14% to December 31, 2001, then 15%; the first period from consummation, each later one a quarter of a year.
        assert book.value("aggregate_coupon", case, "2001-09-30") == cents(
            new_notes * Fraction("0.14") * FIRST_PERIOD[event] / 360
        )
        assert book.value("aggregate_coupon", case, "2001-12-31") == cents(new_notes * Fraction("0.14") / 4)
        for year in (2002, 2003, 2004):
            for day in ("03-31", "06-30", "09-30", "12-31"):
                coupon = book.value("aggregate_coupon", case, f"{year}-{day}")
                assert coupon == cents(new_notes * Fraction("0.15") / 4), (case, year, day)
        assert book.value("new_annual_interest", case, "2001-12-31") == cents(new_notes * Fraction("0.14"))
        assert book.value("new_annual_interest", case, "thereafter") == cents(new_notes * Fraction("0.15"))


@pytest.mark.parametrize("event", EVENTS)
def test_what_every_holder_receives_and_the_residue(life, event):
    """New notes in whole dollars, the rest in cash; warrants up; nobody has tax withheld."""
    book = life[event].book
    fee, third = FEE[event], FEE[event] // 3
    sums = dict.fromkeys(("interest", "issued", "rest", "fee", "warrants", "cash"), Fraction(0))
    for label in book.labels("holding"):
        notes = TENDERED[event].get(label, 0)
        interest = cents(notes * 1_000 * RATE * DAYS[event] / 360)
        due = notes * 1_000 + interest
        issued = due.numerator // due.denominator
        warrants = up(notes * Fraction("5.45"))
        expected = {
            "holder_interest": interest, "new_notes_entitlement": due, "new_notes_issued": issued,
            "new_notes_fraction": due - issued, "cash_in_lieu": due - issued, "holder_fee": fee * notes,
            "holder_warrants": warrants, "holder_cash_gross": third * notes + due - issued, "holder_withheld": 0,
            "holder_cash_net": third * notes + due - issued, "new_notes_from_principal": 1_000 * notes,
            "new_notes_from_interest": issued - 1_000 * notes,
        }  # fmt: skip
        for name, value in expected.items():
            assert book.value(name, label) == value, (name, label)
        for installment in ("consummation", "2001-09-30", "2001-12-31"):
            assert book.value("holder_installment", label, installment) == third * notes
        for name, value in zip(sums, (interest, issued, due - issued, fee * notes, warrants, 0), strict=True):
            sums[name] += value
        sums["cash"] += third * notes + due - issued
    accepted = TOTAL[event]
    aggregate = cents(accepted * 1_000 * RATE * DAYS[event] / 360)
    assert book.value("total_interest") == sums["interest"]
    assert sums["interest"] + book.value("residue_interest") == aggregate
    assert book.value("total_new_notes") == sums["issued"]
    assert book.value("total_new_notes_fraction") == book.value("total_cash_in_lieu") == sums["rest"]
    assert book.value("total_new_notes_due") == sums["issued"] + sums["rest"]
    assert sums["issued"] + sums["rest"] + book.value("residue_new_notes") == 1_000 * accepted + aggregate
    assert book.value("total_fee") == sums["fee"] == fee * accepted
    assert book.value("residue_fee") == 0
    assert book.value("total_warrants") == sums["warrants"]
    assert sums["warrants"] + book.value("residue_warrants") == up(accepted * Fraction("5.45"))
    assert book.value("total_cash_net") == book.value("total_cash_gross") == sums["cash"]
    assert book.value("total_withheld") == 0
    # The closing: the company pays a third of the fee and the rests in, and all of it is paid out.
    assert book.value("total_installment_at_consummation") == third * accepted
    assert book.value("closing_funds") == book.value("closing_payments") == third * accepted + sums["rest"]
    assert book.value("closing_difference") == 0
    assert book.value("total_from_principal") == 1_000 * accepted
    assert book.value("total_from_interest") == sums["issued"] - 1_000 * accepted
    assert book.value("old_notes_accounted") == 1_000 * OUTSTANDING
    assert book.value("old_notes_difference") == 0
    assert book.value("some_is_untendered") is True
    assert book.value("some_is_returned") is False
    assert book.value("cash_is_paid_in_lieu") is (sums["rest"] > 0)


@pytest.mark.parametrize("event", EVENTS)
def test_the_installment_that_falls_due(life, event):
    """That of September 30 until then, and that of December 31 from the day after; nobody has tax withheld."""
    book, third = life[event].book, FEE[event] // 3
    last, paid = event == "2001-12-17", third * TOTAL[event]
    assert book.value("due_installment") == ("2001-12-31" if last else "2001-09-30")
    assert str(book.value("due_installment_date")) == ("2001-12-31" if last else "2001-09-30")
    # September 30, 2001 is a Sunday, December 31 a Monday.
    assert book.value("due_installment_is_on_business_day") is last
    assert book.value("due_installment_number") == (3 if last else 2)
    assert book.value("due_installment_is_last") is last
    assert book.value("due_installment_amount") == third
    assert book.value("due_total") == book.value("due_net") == book.value("due_payments") == paid
    assert book.value("due_withheld") == book.value("due_difference") == 0
    assert book.value("paid_before_due") == (2 if last else 1) * paid
    assert book.value("left_after_due") == (0 if last else paid)


def test_what_those_who_did_not_tender_are_paid(life):
    """25 notes with 2 years and 74 days of interest, to October 15, 2001; the day is set at the settlement."""
    for event in EVENTS[:5]:
        assert isinstance(life[event].book.figure("total_retained_payment"), Pending)
    for event in EVENTS[5:]:
        book = life[event].book
        interest = 25 * 1_000 * RATE * (720 + 74) / 360
        assert interest == Fraction("7030.2083333").limit_denominator(1_000)
        assert book.value("total_retained_claim") == 25_000
        # 1011 and 1012 kept parts; of 25 notes, BO-1012 has all, so that one rounding makes the sum.
        assert book.value("total_retained_interest") == cents(interest)
        assert book.value("total_retained_payment") == 25_000 + cents(interest)


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_tendered_to_date_is_the_tally(life, event):
    book = life[event].book
    assert book.value("tendered_to_date") == 1_000 * TOTAL[event]
    assert book.value("percentage_to_date") == Fraction(TOTAL[event], OUTSTANDING)
    assert book.value("minimum_met_to_date") is (TOTAL[event] >= 27_138)
    assert book.value("announcement_is_timed") is (event not in ("2001-08-06", "2001-12-17"))
    assert book.value("offer_is_terminated") is False


def test_the_figures_of_the_settlement_digit_by_digit(life):
    """27,387 notes at $275.1875 each are $7,536,560.0625; the holders have a cent and a warrant more."""
    book = life["2001-09-28"].book
    assert book.value("aggregate_interest", "accepted") == Decimal("7536560.06")
    assert book.value("aggregate_new_notes", "accepted") == Fraction("34923560.06")
    assert book.value("total_interest") == Fraction("7536560.07")
    assert book.value("residue_interest") == Fraction("-0.01")
    assert book.value("aggregate_warrants", "accepted") == 149_260  # 27,387 x 5.45 = 149,259.15
    assert book.value("residue_warrants") == -1
    # BO-1008: 715 notes; 715 x 275.1875 = 196,759.0625; warrants 3,896.75.
    assert book.value("holder_interest", "BO-1008") == Decimal("196759.06")
    assert book.value("new_notes_issued", "BO-1008") == 911_759
    assert book.value("cash_in_lieu", "BO-1008") == Fraction("0.06")
    assert book.value("holder_warrants", "BO-1008") == 3_897


def same(book, name, other, row):
    first, second = book.figure(name, (row,)), book.figure(other, (row,))
    assert isinstance(first, Pending) or first.value == second.value


def test_nothing_else_moves_with_time(life):
    """A figure that differs between two events is one of those worked out above, or says when or what was announced."""
    worked_out = {
        "accrual_days", "accrued_interest_per_denomination", "aggregate_coupon", "aggregate_fee",
        "aggregate_installment", "aggregate_interest", "aggregate_new_notes", "aggregate_paid_by",
        "aggregate_warrants", "business_days_open_from_announcement", "minimum_is_met", "new_annual_interest",
        "new_notes_per_denomination", "old_interest_remaining", "participation_percentage",
        "participation_principal", "period_days", "residue_interest", "residue_new_notes", "residue_warrants",
        "shares_after_exercise", "total_accepted", "total_cash_in_lieu", "total_cash_net", "total_fee",
        "total_installment", "total_interest", "total_new_notes", "total_new_notes_due", "total_new_notes_fraction",
        "total_retained", "total_tendered", "total_warrants", "total_withdrawn", "untendered_principal",
        "warrant_dilution", "warrant_proceeds", "accepted_principal", "cash_in_lieu", "holder_cash_gross",
        "holder_cash_net", "holder_fee", "holder_installment", "holder_interest", "holder_paid_by",
        "holder_warrants", "holder_warrants_exact", "holder_warrants_rounded", "holding_is_partial",
        "holding_retains", "holding_tenders", "new_notes_entitlement", "new_notes_fraction",
        "new_notes_from_interest", "new_notes_from_principal", "new_notes_issued", "retained_principal",
        "tendered_principal", "valid_principal", "withdrawn_principal", "accrual_fraction", "holding_is_tendered",
        "minimum_shortfall_notes", "minimum_shortfall_principal", "number_tendering", "percentage_tendered",
        "total_valid", "total_cash_gross", "total_installment_at_consummation", "closing_funds", "closing_payments",
        "total_from_principal", "total_from_interest", "cash_is_paid_in_lieu", "due_total", "due_net", "due_payments",
        "paid_before_due", "left_after_due", "due_installment_amount", "tendered_to_date", "percentage_to_date",
        "minimum_met_to_date", "total_installment_net", "holder_installment_net", "participation_fee",
        "total_number_of_warrants", "holder_number_of_warrants", "tenders_may_be_accepted", "holding_is_withdrawn",
        "holding_is_late",
        "holding_is_refused", "refused_principal", "refused_late_principal", "installment_amount",
        "capital_cash_paid", "interest_after", "interest_change",
    }  # fmt: skip
    holdouts = {
        "holdout_payment_date", "holdout_interest_per_denomination", "holdout_payment_per_denomination",
        "maximum_holdout_interest", "maximum_holdout_payment", "retained_interest", "retained_payment",
        "total_retained_claim", "total_retained_interest", "total_retained_payment",
    }  # fmt: skip
    of_time = {
        "is_supplemented", "offer_has_expired", "event_minimum",
        "accrual_end", "announced_tendered", "as_of", "consummation_date", "event_at", "event_class",
        "event_expiration_after", "event_expiration_before", "event_is_timed", "event_kind", "event_reason",
        "event_conditions",
        "event_tendered", "expiration", "expiration_before", "expiration_date", "extension_deadline",
        "installment_date", "announcement_is_timed", "due_installment", "due_installment_date",
        "due_installment_is_last", "due_installment_is_on_business_day", "due_installment_number", "is_first_extension",
        "latest_announced", "number_of_extensions", "period_start", "statement_number",
        "amended_term_after", "amended_term_before", "amended_term_says", "business_days_open_from_latest",
        "expiration_is_moved", "latest_extends", "amendment_moves_figures", "amends_one_term", "has_amended_terms",
        "latest_event",
        "latest_is_commencement",
        "latest_is_expiration",
        "latest_is_extension", "latest_is_settlement", "number_of_amended_terms", "latest_is_amendment",
        "number_of_amendments", "installment_is_due", "withdrawal_ends", "positions_are_settled",
        "consummation_date_is_changed", "extension_changes_more",
    }  # fmt: skip
    # The same quantities under another name or in another measure.
    follow = {"coupon_per_denomination", "aggregate_claim", "holder_claim", "retained_claim", "principal_at_maturity"}
    for deal in life.values():
        # Notes that neither accrete nor pay in kind count as their principal, from first to last.
        for case in ("all", "minimum", "accepted"):
            same(deal.book, "aggregate_claim", "participation_principal", case)
            same(deal.book, "principal_at_maturity", "aggregate_new_notes", case)
        for holding in deal.book.labels("holding"):
            same(deal.book, "holder_claim", "accepted_principal", holding)
            same(deal.book, "retained_claim", "retained_principal", holding)
    books = [record(deal.book) for deal in life.values()]
    moved = {name.split("[")[0] for name in {*books[0], *books[-1]} if len({str(each.get(name)) for each in books}) > 1}
    assert moved - worked_out - holdouts - of_time - follow == set()


def test_the_days_of_the_timetable(life):
    said = [
        (str(deal.book.value("expiration_date")), str(deal.book.value("consummation_date"))) for deal in life.values()
    ]
    assert said == [
        ("2001-09-04", "2001-09-05"),
        ("2001-09-04", "2001-09-05"),
        ("2001-09-18", "2001-09-20"),
        *[("2001-09-26", "2001-09-28")] * 5,
    ]
    assert [deal.book.value("number_of_extensions") for deal in life.values()] == [0, 0, 1, 2, 2, 2, 2, 2]
    assert isinstance(life["2001-08-06"].book.figure("expiration_before"), Pending)


@pytest.mark.parametrize(
    ("as_of", "notes"),
    [
        ("2001-08-14T10:04", 0),
        ("2001-08-14T10:05", 8_200),
        ("2001-08-27", 13_800),
        ("2001-09-04", 15_680),
        ("2001-09-07T10:59", 19_580),
        ("2001-09-07T11:00", 19_100),
        ("2001-09-26T23:29", 27_112),
        ("2001-09-26", 27_212),
        # The late tender counts once its lateness is waived, and not a minute before.
        ("2001-09-27T09:59", 27_212),
        ("2001-09-27T10:00", 27_387),
        ("2001-09-27T12:00", 27_387),
    ],
)
def test_the_tally_as_of_any_moment(as_of, notes):
    assert open_deal(DEAL, as_of=parse_as_of(as_of)).book.value("total_accepted") == 1_000 * notes


def sent(day, as_of=None):
    made = [Change("offer.circular_sent", day, Where("test"))]
    deal = open_deal(DEAL, made, as_of=parse_as_of(as_of) if as_of else None)
    [finding] = [each for each in findings(deal) if each.key == "14e-1(a):sending"]
    return finding.result, len(finding.days)


def test_rule_14e_1_a_turns_when_the_circular_is_sent_on_august_8():
    """From August 7 the twentieth business day is September 4, and from August 8 it is September 5."""
    assert sent("August 6, 2001", "2001-08-06") == (Result.MET, 21)
    assert sent("August 7, 2001", "2001-08-06") == (Result.MET, 20)
    assert sent("August 8, 2001", "2001-08-06") == (Result.NOT_MET, 19)
    # The extension mends it.
    assert sent("August 8, 2001", "2001-09-05") == (Result.MET, 29)


def test_what_was_announced_is_held_against_the_tally():
    """$24,477,000 was announced on September 19; as of the next day the tally is another, and nothing is said."""

    def said(as_of, *made):
        deal = open_deal(DEAL, made, as_of=parse_as_of(as_of))
        return [each.result for each in findings(deal) if each.rule == "announced and tallied"]

    assert said("2001-09-19T08:45") == [Result.MET]
    assert said("2001-09-20") == []
    assert said("2001-08-06") == []
    life = {deal.terms.event.name: findings(deal) for deal in open_life(DEAL)}
    results = {
        name: [each.result for each in found if each.rule == "announced and tallied"] for name, found in life.items()
    }
    met = [Result.MET]
    assert [results[name] for name in EVENTS] == [[], met, met, met, met, [], [], []]


@pytest.mark.parametrize(("said", "result"), [("$24,500,000", Result.COUNSEL), ("$99,000,000", Result.NOT_MET)])
def test_an_announcement_that_differs_from_the_tally_shows_ever_after(tmp_path, said, result):
    """More than all holders have cannot be tendered; another amount is counsel's to explain."""
    deal = Path(shutil.copytree(DEAL, tmp_path / "deal"))
    path = deal / "events" / "2001-09-19-extension.yaml"
    path.write_text(path.read_text("utf-8").replace("$24,477,000", said), "utf-8")
    life = open_life(deal)
    found = [each for each in findings(life[-1], life) if each.key == "announced and tallied:2001-09-19"]
    assert [each.result for each in found] == [result]
    assert said in found[0].says
    assert "$24,477,000" in found[0].says


def test_the_terms_at_the_commencement_are_those_of_the_worked_example():
    """All but the legend, and what the register said of tenders, which the log says now."""

    def body(path):
        text = path.read_text("utf-8")
        lines = text[text.index("kind: exchange") :].splitlines()
        left_out = ("legend:", "    tendered: Principal", "    withdrawn: Principal")
        return [line for line in lines if not line.startswith(left_out)]

    assert body(DEAL / "term-sheet.yaml") == body(bundled_deals()["lexington_2001"] / "term-sheet.yaml")
