"""Relief is elected by counsel; each of its conditions is a finding, and no condition is inferred."""

import pytest

FACTS = (
    "made by the issuer or its group", "any and all", "cash or qualified debt only", "fixed price or fixed spread",
    "open to all holders", "no consent solicitation", "no default", "no insolvency or restructuring",
    "no change of control", "no response to another offer", "no offer beside it that ranks other notes higher",
    "no recent material acquisition or sale", "not financed by senior debt", "guaranteed delivery",
    "press release by 10:00 a.m.", "Form 8-K by noon", "withdrawal rights",
)  # fmt: skip
LETTER = "no-action letter of January 23, 2015"


def law(relief, facts=(), convertible="no", but=()):
    lines = ["law:", f"  relief: {relief}", f"  convertible: {convertible}"]
    if facts:
        lines += ["  facts:"]
    for fact in facts:
        lines += [f"    - fact: {fact}", f"      holds: {'no' if fact in but else 'yes'}"]
    return "\n".join(lines) + "\n"


@pytest.fixture
def short(tiny):
    """The tiny deal of Monday, June 13, 2016: five business days, no warrants, and guaranteed delivery."""
    for file in ("term-sheet.yaml", "events/2012-06-11-commencement.yaml", "assumptions/dates.yaml"):
        text = (tiny.folder / file).read_text("utf-8")
        (tiny.folder / file).write_text(text.replace("2013", "2018").replace("2012", "2016"), "utf-8")
    tiny.edit("June 11, 2016", "June 13, 2016", "events/2012-06-11-commencement.yaml")
    tiny.edit("5:00 p.m., Chicago time, on July 20, 2016", "12 midnight, New York City time, on June 17, 2016")
    tiny.edit("  telephone: (218) 555-0177\n", "  telephone: (218) 555-0177\n  internet: https://example.com/offer\n")
    tiny.edit("\noffer:\n", "\noffer:\n  guaranteed_delivery: two\n")
    return tiny.edit("per_denomination: 7.25", "per_denomination: 0")


def test_five_days_are_enough_when_every_condition_holds(short):
    found = short.add(law(LETTER, FACTS)).found()
    conditions = [each for key, each in found.items() if key.startswith("relief:")]
    assert len(conditions) == len(FACTS) + 2  # and the dates, and that the notes are not convertible
    assert {each.result for each in conditions} == {"met"}
    judged = found["14e-1(a):announcement"]
    assert (judged.result, len(judged.days)) == ("met", 5)
    assert f"under the {LETTER} 5 business days are needed: day 5 is June 17, 2016" in judged.says


def test_four_days_are_not_enough(short):
    short.edit("June 17, 2016", "June 16, 2016").add(law(LETTER, FACTS))
    assert short.found()["14e-1(a):announcement"].result == "not met"


def test_a_condition_that_nobody_states_is_for_counsel(short):
    found = short.add(law(LETTER, FACTS[1:])).found()
    assert found["relief:made by the issuer or its group"].result == "counsel must decide"
    assert found["14e-1(a):announcement"].result == "counsel must decide"


def test_a_condition_that_does_not_hold_takes_the_relief_away(short):
    found = short.add(law(LETTER, FACTS, but=("guaranteed delivery",))).found()
    assert found["relief:guaranteed delivery"].result == "not met"
    assert found["14e-1(a):announcement"].result == "not met"
    assert "is not to be had" in found["14e-1(a):announcement"].says


def test_a_release_without_an_address_on_the_internet_takes_the_relief_away(short):
    short.edit("  internet: https://example.com/offer\n", "").add(law(LETTER, FACTS))
    judged = short.found()["relief:press release by 10:00 a.m."]
    assert judged.result == "not met"
    assert "the terms name no Internet address for the release to print: write contact.internet" in judged.says


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ("  guaranteed_delivery: three\n", "the terms give 3 days for guaranteed delivery"),
        ("", "the terms offer no guaranteed delivery"),
    ],
)
def test_the_terms_speak_against_guaranteed_delivery(short, terms, says):
    found = short.edit("  guaranteed_delivery: two\n", terms).add(law(LETTER, FACTS)).found()
    assert found["relief:guaranteed delivery"].result == "not met"
    assert says in found["relief:guaranteed delivery"].says
    assert found["14e-1(a):announcement"].result == "not met"


def test_a_deadline_of_withdrawals_speaks_against_their_rights(short):
    until = "5:00 p.m., New York City time, on June 17, 2016"
    found = short.add(law(LETTER, FACTS)).found({"offer.withdrawal_deadline": until})["relief:withdrawal rights"]
    assert (found.result, f"the terms end withdrawals {until}, before the expiration" in found.says) == (
        "not met",
        True,
    )
    ends = "12 midnight, New York City time, on June 17, 2016"
    assert short.found({"offer.withdrawal_deadline": ends})["relief:withdrawal rights"].result == "met"


def test_relief_is_never_inferred(short):
    found = short.found()
    assert found["relief"].result == "counsel must decide"
    assert found["14e-1(a):announcement"].result == "not met"
    assert short.add(law("none")).found()["relief"].result == "met"


def test_after_a_change_the_letter_asks_for_five_and_three_days(short):
    short.add(law(LETTER, FACTS))
    price = {"participation_fee.amount": "$60"}
    short.event("one", "June 15, 2016", classed="consideration", changes=price)
    # June 15, 16 and 17.
    assert short.found()["14e-1(b):amendment 2016-06-15"].result == "not met"
    short.event("one", "June 15, 2016", classed="other material", changes={"contact.title": "Chief Treasurer"})
    assert short.found()["14e-1(b):amendment 2016-06-15"].result == "met"


def test_the_worked_example_qualifies_under_none(example):
    """It is of 2001, its notes are in default, it offers warrants and no guaranteed delivery, whatever is stated."""
    found = example.add(law(LETTER, FACTS)).found()
    against = {key for key, each in found.items() if key.startswith("relief:") and each.result == "not met"}
    assert against == {
        "relief:dates", "relief:no default", "relief:cash or qualified debt only", "relief:guaranteed delivery",
        "relief:press release by 10:00 a.m.",
    }  # fmt: skip
    assert found["14e-1(a):announcement"].result == "met"  # by the full period


def test_the_staff_letters_count_calendar_days(tiny):
    facts = (
        "made by the issuer or its group", "any and all", "cash only", "investment grade", "expedited dissemination",
        "no response to another offer",
    )  # fmt: skip
    found = tiny.add(law("staff letters of 1986 to 1990", facts)).found()
    assert "the staff letters of 1986 to 1990 are for offers announced" in found["relief:dates"].says
    assert found["relief:dates"].result == "met"  # 2012
    assert found["relief:cash only"].result == "not met"  # it offers notes
    assert found["relief:investment grade"].result == "met"


def test_the_order_of_2026_is_to_be_read(example):
    found = example.add(law("exemptive order of June 30, 2026")).found()
    assert found["relief:dates"].result == "not met"
    assert found["relief:conditions"].result == "counsel must decide"


def test_a_release_after_ten_shows_against_the_letter(short):
    """Eleven in Chicago is noon in the East; nine in Chicago is ten."""
    start = "events/2012-06-11-commencement.yaml"
    short.add(law(LETTER, FACTS)).edit("at: June 13, 2016", "at: 9:00 a.m., Chicago time, on June 13, 2016", start)
    assert short.found()["relief:press release by 10:00 a.m."].result == "met"
    short.edit("9:00 a.m.", "9:01 a.m.", start)
    assert short.found()["relief:press release by 10:00 a.m."].result == "not met"


def test_a_cap_shows_that_an_offer_is_not_for_any_and_all(ferry):
    found = ferry.add(law(LETTER, FACTS)).found()
    assert {key for key, each in found.items() if key.startswith("relief:") and each.result == "not met"} == {
        "relief:any and all", "relief:guaranteed delivery", "relief:withdrawal rights",
        "relief:press release by 10:00 a.m.",
    }  # fmt: skip
    assert not [key for key in found if key.startswith(("exemption", "Trust Indenture", "OID", "AHYDO"))]
