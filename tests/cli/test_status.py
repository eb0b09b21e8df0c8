"""Where the offer stands, moved by moving the moment, the events and what was built."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app

TINY = Path(__file__).parents[1] / "deals" / "tiny"


@pytest.fixture
def deal(tmp_path):
    return Path(shutil.copytree(TINY, tmp_path / "deal"))


def status(deal, *more, code=0):
    ran = CliRunner().invoke(app, ["status", str(deal), "--json", *more], catch_exceptions=False)
    assert ran.exit_code == code, ran.output
    return json.loads(ran.stdout)


def test_deadlines_are_those_ahead_with_the_rule_that_sets_them(deal, tmp_path):
    """Expiration July 20, 2012, a Friday: an extension must be announced by Monday, 9:00 a.m."""
    found = {each["figure"]: each for each in status(deal, "--out", str(tmp_path))["deadlines"]}
    assert found["expiration"]["when"] == "5:00 p.m., Chicago time, on July 20, 2012"
    assert found["extension_deadline"]["when"] == "9:00 a.m., New York City time, on July 23, 2012"
    assert found["extension_deadline"]["set_by"] == "Rule 14e-1(d) under the Securities Exchange Act"
    assert "record_date" not in found
    later = {each["figure"] for each in status(deal, "--as-of", "2012-07-21", "--out", str(tmp_path))["deadlines"]}
    assert "expiration" not in later
    assert "extension_deadline" in later


def test_the_minute_of_the_deadline_is_still_ahead(deal, tmp_path):
    def ahead(moment):
        found = status(deal, "--as-of", moment, "--out", str(tmp_path))["deadlines"]
        return "expiration" in {each["figure"] for each in found}

    assert ahead("2012-07-20T17:00")
    assert not ahead("2012-07-20T17:01")


@pytest.mark.soak
def test_documents_are_due_until_they_are_built(deal, tmp_path):
    out = tmp_path / "out"
    before = {each["document"]: each["state"] for each in status(deal, "--out", str(out))["documents"]}
    assert before["press-releases/commencement"] == "due"
    for each, state in (("html", "built in part"), ("pdf", "built in part"), ("text", "built")):
        ran = CliRunner().invoke(
            app, ["build", str(deal), "--out", str(out), "--only", "press-releases", "--format", each]
        )
        assert ran.exit_code == 0, ran.output
        after = {each["document"]: each for each in status(deal, "--out", str(out))["documents"]}
        assert after["press-releases/commencement"]["state"] == state
    assert after["statements/settlement"]["state"].startswith("due (0 of ")
    (out / "press-releases" / "commencement-2012-06-11.txt").unlink()
    found = {each["document"]: each for each in status(deal, "--out", str(out))["documents"]}
    assert found["press-releases/commencement"]["waits_for"] == [
        "press-releases/commencement-2012-06-11.txt is not there"
    ]


def test_a_finding_that_stands_shows_in_the_exit_code(tmp_path):
    """From August 8, 2001, the offer is open nineteen business days."""
    example = TINY.parents[2] / "lexdocs" / "deals" / "lexington_2001"
    sent = ("--assume", "offer.circular_sent=August 8, 2001", "--out", str(tmp_path))
    found = {each["key"]: each["result"] for each in status(example, *sent, code=1)["findings"]}
    assert found["14e-1(a):sending"] == "not met"


def test_what_figures_wait_for_is_pending_and_what_nothing_needs_is_not(deal, tmp_path):
    pending = status(deal, "--out", str(tmp_path))["pending"]
    assert "holdouts.payment_date" in pending
    assert "offer.consummation_date" not in pending
    # What a circular says of the exemption, and whether a letter must be sent, turn on one term of the law.
    assert [path for path in pending if path.startswith("law.")] == ["law.exemption"]
    named = status(deal, "--out", str(tmp_path), "--assume", "law.exemption=3(a)(9)")["pending"]
    assert not [path for path in named if path.startswith("law.")]


def test_before_the_commencement_it_says_so(deal):
    ran = CliRunner().invoke(app, ["status", str(deal), "--as-of", "2011-01-01"])
    assert "the offer had not commenced" in str(ran.exception)


def test_rows_of_the_log_that_do_not_count_are_listed_until_they_are_waived(tmp_path):
    """The last row of the illustration's log came late; its lateness was waived at ten in the morning."""
    deal = TINY.parent / "lexington_later"
    before = status(deal, "--as-of", "2001-09-27T09:59", "--out", str(tmp_path))
    [row] = before["not_counted"]
    assert row.startswith("tenders.csv:16 tender of $175,000 by BO-1011: ")
    after = status(deal, "--as-of", "2001-09-27T10:00", "--out", str(tmp_path))
    assert after["not_counted"] == []
    assert (before["tenders"]["total_valid"], after["tenders"]["total_valid"]) == ("$27,212,000", "$27,387,000")
    # 99% of $27,412,000 is $27,137,880, which takes 27,138 notes of $1,000.
    early = status(deal, "--as-of", "2001-09-26T16:00", "--out", str(tmp_path))["tenders"]
    assert (early["total_valid"], early["minimum_shortfall_principal"]) == ("$27,112,000", "$26,000")
    assert (early["minimum_shortfall_notes"], early["minimum_is_met"]) == ("26", "no")


def test_why_a_document_is_a_draft_is_told(deal, tmp_path):
    found = {each["document"]: each for each in status(deal, "--out", str(tmp_path))["documents"]}
    circular = found.pop("offering-circular/offering-circular")
    assert "payment_roll is pending" in circular["draft"]
    assert "offer.consummation_date is assumed" in circular["draft"]
    assert "OID: counsel must decide" in circular["draft"]
    assert {name.partition("/")[0] for name, each in found.items() if each["draft"]} == {"ancillary"}
