"""A small deal mutated: its score, what is saved of it, and what is said when it is no longer as it was saved."""

import json
from pathlib import Path

import pytest

from lexdocs.checks.mutation import listing_inputs, running, saved, telling
from lexdocs.checks.mutation.outcome import Fault, Finding, Outcome, Report, Trial, problems, together
from lexdocs.deal import open_deal
from lexdocs.errors import UsageError, Where
from lexdocs.resources import bundled_deals

pytestmark = [pytest.mark.xdist_group("mutated"), pytest.mark.soak]
EXAMPLE = bundled_deals()["lexington_2001"]
TINY = Path(__file__).parents[2] / "deals" / "tiny"
LATER = TINY.parent / "lexington_later"


@pytest.fixture(scope="module")
def report():
    return running.mutate(
        TINY, only=["warrants", "register.held", "participation_fee.installments", "offer.expiration"], jobs=1
    )


def test_each_change_is_explained(report):
    assert report.sound, list(telling.lines(report))
    assert report.percent == 100
    paths = {each.path for each in report.outcomes}
    assert {"warrants.rounding.holder", "participation_fee.installments[1].date", "offer.expiration"} <= paths


def test_a_change_moves_figures_and_pages_alike(report):
    price = next(each for each in report.outcomes if each.path == "warrants.exercise_price")
    assert [trial.text for trial in price.trials] == ["$8.50", "$16.80", "$8.77"]
    for trial in price.trials:
        assert {moved.address.split("[")[0] for moved in trial.figures} == {"exercise_price", "warrant_proceeds"}
        assert {(each.address, each.now) for each in trial.printed} >= {("exercise_price", trial.text)}
        assert "press-releases/commencement" in trial.documents


def test_what_takes_up_a_change_is_named():
    """One note more, and one more that must be tendered: as many may stay away. Some cents, and no note more."""
    report = running.mutate(EXAMPLE, only=["old_notes.outstanding"], jobs=1)
    one, twice, cents = report.outcomes[0].trials
    assert (one.text, twice.text, cents.text) == ("$27,413,000", "$54,824,000", "$27,412,000.37")
    stayed = {each.address: each.reason for each in one.stayed}
    assert stayed["maximum_holdout_principal"].endswith("the changes cancel out")
    assert "maximum_holdout_principal" in {each.address for each in twice.figures}
    (reason,) = (each.reason for each in cents.stayed if each.address == "minimum_tender_notes")
    assert reason == "outstanding_notes: 27,137.880366… rounded up to whole ones"
    assert report.sound


def test_rows_of_the_log_that_are_later_than_the_event_move_nothing_of_it(monkeypatch):
    row = "tenders.csv:9.principal"  # of September 17
    report = running.mutate(LATER, "2001-08-20", only=["tenders.csv:9"], jobs=1)
    assert report.sound, list(telling.lines(report))
    principal = next(each for each in report.outcomes if each.path == row)
    assert principal.trials
    assert all(trial.idle for trial in principal.trials)
    # The same row told to be later where it is not: what moves with it is found.
    monkeypatch.setattr(listing_inputs, "_later", lambda _deal: frozenset({9}))
    found = running.mutate(LATER, "2001-09-19", only=[row], jobs=1)
    assert "total_tendered: moved with tenders.csv:9.principal, which is later than the event" in {
        f"{each.subject}: {each.says}" for _, each in found.findings()
    }


def test_the_expiration_moves_the_history_too(report):
    expiration = next(each for each in report.outcomes if each.path == "offer.expiration")
    moved = {each.address for trial in expiration.trials for each in trial.figures}
    assert "event_expiration_after[2012-06-11]" in moved


def test_what_is_saved_is_held_against_what_is(report, tmp_path):
    made = running.recorded(report, TINY)
    saved.write_saved(tmp_path, report.event, made)
    known = saved.read_saved(tmp_path, report.event)
    assert known == made
    assert running.held(report, TINY, known).sound
    other = json.loads(json.dumps(made))
    other["rules"]["holder_warrants"] = other["rules"]["holder_warrants"].replace("warrant_rounding_holder", "down")
    other["rules"]["warrant_proceeds"] = other["rules"]["warrant_proceeds"][:-1] + "?"
    other["templates"]["notices/commencement"] = "0"
    other["inputs"]["warrants.exercise_price"]["moves"] += " warrant_dilution"
    other["outcomes"]["warrant_proceeds"] = "0"
    said = [str(each) for each in running.held(report, TINY, other).general]
    assert any("holder_warrants: is worked out from" in each for each in said)
    assert any("warrant_proceeds: gives other values" in each for each in said)
    assert any("notices/commencement: its figures" in each for each in said)
    assert any("exercise_price: no longer moves warrant_dilution" in each for each in said)
    assert any("warrant_proceeds: comes to other values" in each for each in said)


def test_a_file_that_is_no_record_is_refused_and_written_anew(tmp_path):
    (tmp_path / saved.FILE).write_text("[]", "utf-8")
    with pytest.raises(Exception, match="is not a record of changes"):
        saved.read_saved(tmp_path, "2012-06-11")
    saved.write_saved(tmp_path, "2012-06-11", {"inputs": {}, "rules": {}, "templates": {}, "outcomes": {}})
    assert saved.read_saved(tmp_path, "2012-06-11") is not None
    assert saved.read_saved(tmp_path, "2012-06-12") is None


def test_every_term_that_is_written_and_every_column_is_an_input():
    deal = open_deal(TINY)
    paths = {each.path for each in running.every(deal)}
    written = {leaf.path for leaf in deal.terms.leaves if leaf.written and not leaf.path.startswith("register.")}
    assert written <= paths
    columns = {path.split("[")[0] for path in paths if path.startswith("register.")}
    assert {"register.id", "register.name", "register.address_1", "register.held", "register.tendered"} <= columns


def test_an_input_that_there_is_not_is_wrong_usage():
    with pytest.raises(UsageError, match="did you mean"):
        running.mutate(TINY, only=["warrants.exercise_prise"])


def outcome(*trials, standing="written", **others):
    return Outcome("old.rate", Where("term-sheet.yaml", 3, 9), "9%", standing, trials, **others)


def test_what_counts_against_the_score():
    idle, alive = Trial("10%"), Trial("10%", documents=("notices/commencement",))
    frozen = Trial("10%", documents=("a",), faults=(Finding(Fault.FROZEN, "a", "paragraph 1", "says 9%"),))
    assert [each.fault for each in outcome(idle).findings] == [Fault.DEAD]
    assert [each.fault for each in outcome().findings] == [Fault.REFUSED]
    assert [each.fault for each in outcome(frozen).findings] == [Fault.FROZEN]
    assert not outcome(idle, elsewhere=True).findings
    assert not outcome(finite=True, refused=(("10%", "no"),)).findings
    assert not outcome(idle, standing="left out").findings
    report = Report("deal", "2012-06-11", "ab", (outcome(alive), outcome(frozen), outcome(idle, standing="left out")))
    assert (report.explained, report.counted, report.percent, report.sound) == (1, 2, 50, False)
    (problem,) = problems([report])
    assert str(problem).startswith("term-sheet.yaml:3:9 old.rate: frozen: a paragraph 1: says 9%; print the figure")


def test_an_input_that_moves_something_at_one_event_is_no_dead_one_at_another():
    dead = Report("deal", "2012-06-11", "ab", (outcome(Trial("10%")),))
    alive = Report("deal", "2012-07-01", "ab", (outcome(Trial("10%", law=True)),))
    assert [each.sound for each in (dead, alive)] == [False, True]
    assert all(each.sound for each in together([dead, alive]))
