"""What contradicts an earlier event, or changes what was offered once the offer is over: refused, with its message."""

import pytest

from lexdocs.deal import open_deal
from tests.terms.test_sequence_life import deal_of, refused

CHI, NYC = "Chicago time", "New York City time"
OPEN = f"5:00 p.m., {CHI}, on July 20, 2012"
RESULTS = f"kind: expiration\nat: 8:00 a.m., {CHI}, on July 23, 2012\nconditions: met\n"
SETTLED = (
    f"kind: settlement\nat: 10:00 a.m., {CHI}, on July 25, 2012\nchanges:\n  offer.consummation_date: July 25, 2012\n"
)
LATER = f"changes:\n  offer.expiration: 5:00 p.m., {CHI}, on August 3, 2012\n"


def told(tmp_path, name="tiny", **files):
    return refused(deal_of(name, tmp_path, files))


def test_an_amendment_that_changes_nothing(tmp_path):
    said = "events/a.yaml:2:5 the amendment changes no term; write what it changes under changes, or delete this event"
    text = "kind: amendment\nat: July 2, 2012\nclassed: consideration\n"
    assert told(tmp_path / "none", a=text) == [said]
    assert told(tmp_path / "same", a=f"{text}changes:\n  participation_fee.amount: $45\n") == [said]
    open_deal(deal_of("tiny", tmp_path / "other", {"a": f"{text}changes:\n  participation_fee.amount: $46\n"}))
    # What dealers are paid stands in no term sheet.
    open_deal(deal_of("tiny", tmp_path / "fee", {"a": text.replace("consideration", "soliciting fee")}))


def test_an_amendment_of_an_offer_that_has_expired(tmp_path):
    text = "kind: amendment\nat: July 23, 2012\nclassed: consideration\nchanges:\n  participation_fee.amount: $46\n"
    assert told(tmp_path / "over", a=text) == [
        (
            f"events/a.yaml:2:5 the offer expired at {OPEN}, and can no longer be amended;"
            " correct the date of the event, or write the extension that came before it"
        )
    ]
    at = f"8:00 a.m., {CHI}, on July 23, 2012\ntendered: $4,250,000"
    again = f"  offer.expiration: 5:00 p.m., {CHI}, on August 6, 2012\n"
    open_deal(deal_of("tiny", tmp_path / "open", {"a": text.replace("July 23, 2012", at) + again}))


@pytest.mark.parametrize(
    ("path", "value"),
    [("participation_fee.amount", "$46"), ("offer.minimum_tender", "50%"), ("warrants.exercise_price", "$1")],
)
def test_results_and_a_settlement_do_not_change_what_was_offered(tmp_path, path, value):
    said = "write an amendment, dated before the offer expires, with this change"
    results = f"{RESULTS}changes:\n  {path}: {value}\n"
    place = f"events/r.yaml:5:{len(path) + 5} {path}"
    assert told(tmp_path / "r", r=results) == [f"{place}: an expiration does not change what was offered; {said}"]
    place = f"events/s.yaml:5:{len(path) + 5} {path}"
    found = told(tmp_path / "s", r=RESULTS, s=f"{SETTLED}  {path}: {value}\n")
    assert found == [f"{place}: a settlement does not change what was offered; {said}"]


def test_what_results_and_a_settlement_may_fix(tmp_path):
    dates = "changes:\n  offer.consummation_date: July 26, 2012\n"
    numbers = "  new_notes.cusip: 99999Q AA 5\n"
    open_deal(deal_of("tiny", tmp_path, {"r": RESULTS + dates, "s": SETTLED + numbers}))


def test_results_that_bind(tmp_path):
    said = "by the results of July 23, 2012 the conditions are met, and tenders are accepted: the offer cannot be"
    remedy = "after that; delete the one that is not true, or conditions: in events/r.yaml"
    more = f"kind: extension\nat: 8:30 a.m., {CHI}, on July 23, 2012\ntendered: $4,250,000\n{LATER}"
    assert told(tmp_path / "e", r=RESULTS, e=more) == [f"events/e.yaml:2:5 {said} extended {remedy}"]
    ended = "kind: termination\nat: July 24, 2012\nreason: conditions not met\n"
    assert told(tmp_path / "t", r=RESULTS, t=ended) == [f"events/t.yaml:2:5 {said} terminated {remedy}"]
    for name, event in (("e", more), ("t", ended)):
        unsaid = RESULTS.replace("conditions: met\n", "")
        open_deal(deal_of("tiny", tmp_path / f"unsaid-{name}", {"r": unsaid, name: event}))


@pytest.mark.parametrize("before", ["waived", "met or waived"])
def test_conditions_that_were_waived_are_not_met_afterwards(before, tmp_path):
    results = RESULTS.replace("conditions: met", f"conditions: {before}")
    assert told(tmp_path / "met", r=results, s=SETTLED.replace("changes:", "conditions: met\nchanges:")) == [
        (
            f"events/s.yaml:2:5 conditions: met, and the expiration of July 23, 2012 says that they are {before};"
            f" write conditions: {before}, or correct the one that is not true"
        )
    ]
    for said in ("waived", "met or waived"):
        again = SETTLED.replace("changes:", f"conditions: {said}\nchanges:")
        open_deal(deal_of("tiny", tmp_path / f"again-{said}", {"r": results, "s": again}))
    open_deal(deal_of("tiny", tmp_path / "unsaid", {"r": results, "s": SETTLED}))


def test_a_settlement_before_the_expiration(tmp_path):
    at = f"10:00 a.m., {CHI}, on July 20, 2012"
    assert told(tmp_path, s=SETTLED.replace(f"10:00 a.m., {CHI}, on July 25, 2012", at)) == [
        (
            f"events/s.yaml:2:5 the offer does not expire before {OPEN}, and nothing is settled before that;"
            " correct the date of the event, or change offer.expiration"
        )
    ]


def test_a_second_settlement(tmp_path):
    again = SETTLED.replace("10:00 a.m.", "4:00 p.m.")
    assert told(tmp_path / "two", r=RESULTS, s=SETTLED, t=again) == [
        "events/t.yaml:2:5 the offer was settled already, by the event of July 25, 2012; keep one settlement"
    ]
    early = f"kind: settlement\nat: 10:00 a.m., {NYC}, on June 21, 2016\n"
    open_deal(deal_of("ferry", tmp_path / "early", {"early": early}, whole=True))
    assert told_of_ferry(tmp_path / "twice", early) == [
        "events/late.yaml:2:5 the offer was settled already, by the event of June 21, 2016; keep one settlement"
    ]


def told_of_ferry(folder, early):
    return refused(deal_of("ferry", folder, {"early": early, "late": early.replace("10:00", "11:00")}, whole=True))


def test_early_results_twice_and_without_an_early_deadline(tmp_path):
    text = f"kind: early_results\nat: 9:00 a.m., {NYC}, on June 20, 2016\n"
    assert refused(deal_of("ferry", tmp_path, {"x": text}, whole=True)) == [
        "events/x.yaml:2:5 the early results were announced already, by the event of June 20, 2016; keep one of them"
    ]
    assert told(tmp_path, x=f"kind: early_results\nat: 9:00 a.m., {CHI}, on June 20, 2012\n") == [
        (
            "events/x.yaml:2:5 the terms have no early deadline by which anything was tendered;"
            " write offer.early_deadline in the term sheet, or delete this event"
        )
    ]


def test_an_installment_twice_and_one_passed_over(tmp_path):
    again = {"x": f"kind: installment\nat: 9:00 a.m., {NYC}, on December 20, 2001\n"}
    assert refused(deal_of("lexington_later", tmp_path / "twice", again, whole=True)) == [
        (
            "events/x.yaml:2:5 the installment of December 31, 2001 has the event of December 17, 2001 already;"
            " keep one of them, or correct its date"
        )
    ]
    passed = deal_of("lexington_later", tmp_path / "over", {}, whole=True)
    (passed / "events" / "2001-09-28-installment.yaml").unlink()
    assert refused(passed) == [
        (
            "events/2001-12-17-installment.yaml:3:5 the installment of September 30, 2001 comes before that of"
            " December 31, 2001, and no event tells of it;"
            " write one of kind installment, or correct the date of this one"
        )
    ]


@pytest.mark.parametrize("name", ["early_deadline", "withdrawal_deadline"])
def test_a_deadline_set_back_into_the_past(tmp_path, name):
    text = f"kind: amendment\nat: 9:00 a.m., {NYC}, on June 21, 2016\nclassed: other material\nchanges:\n"
    path, before = f"offer.{name}", f"5:00 p.m., {NYC}, on June 15, 2016"
    place = f"events/x.yaml:5:{len(path) + 5} {path}"
    assert told(tmp_path, "ferry", x=f"{text}  {path}: {before}\n") == [
        (
            f"{place}: {before} has passed when the amendment is announced, 9:00 a.m., {NYC}, on June 21, 2016;"
            " write a later time, or correct the date of the event"
        )
    ]


def test_a_file_whose_name_does_not_end_as_it_must(tmp_path):
    folder = deal_of("tiny", tmp_path, {})
    (folder / "events" / "extension.yaml.txt").write_text("kind: extension\n", "utf-8")
    (folder / "events" / ".hidden").write_text("", "utf-8")
    assert refused(folder) == [
        (
            "events/extension.yaml.txt: is not read: the name of a file in events/ ends in .yaml;"
            " rename it so, or take it away"
        )
    ]
