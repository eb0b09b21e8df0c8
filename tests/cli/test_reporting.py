"""Reports from the command line: where they go, and that they never change the exit code."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.errors import InputError, UsageError
from lexdocs.resources import bundled_deals

pytestmark = pytest.mark.soak


@pytest.fixture
def deal(tmp_path, monkeypatch):
    """A copy of the worked example with its output, and a term changed since."""
    monkeypatch.chdir(tmp_path)
    folder = shutil.copytree(bundled_deals()["lexington_2001"], tmp_path / "deals" / "lexington_2001")
    output = Path(__file__).parents[2] / "output" / "lexington_2001"
    shutil.copytree(output, tmp_path / "output" / "lexington_2001", ignore=shutil.ignore_patterns("*.pdf"))
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("amount: $30", "amount: $31"), "utf-8")
    return folder


def check(*options):
    return CliRunner().invoke(app, ["check", "deals/lexington_2001", *options])


def test_a_report_goes_to_standard_output_and_the_rest_to_standard_error(deal):
    ran = check("--report", "json")
    assert ran.exit_code == 1
    report = json.loads(ran.stdout)
    assert report["tool"]["version"]
    assert "figures and" in ran.stderr
    first = report["results"][0]
    assert (first["rule_id"], first["file"]) == ("term-moved", "deals/lexington_2001/term-sheet.yaml")
    line = (deal / "term-sheet.yaml").read_text("utf-8").split("\n")[first["line"] - 1]
    assert line[first["column"] - 1 :] == "$31"
    # An installment of a third no longer makes the fee in cents: the words below each table of them say so.
    assert not [each for each in report["results"] if each["rule_id"] == "direction"]
    # Every place is a line of a file that is there.
    for each in report["results"]:
        lines = (deal.parents[1] / each["file"]).read_text("utf-8").split("\n")
        assert 1 <= each["line"] <= len(lines)


def test_a_report_to_a_file_leaves_the_screen_its_text(deal):
    ran = check("--report", "sarif", "--report-file", "reports/check.sarif")
    assert ran.exit_code == 1
    assert ran.stdout.startswith("participation_fee.amount: $30 → $31 (term-sheet.yaml:")
    assert json.loads((deal.parents[1] / "reports" / "check.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_github_annotates_the_term_first(deal):
    lines = check("--report", "github").stdout.splitlines()
    assert lines[0].startswith("::error file=deals/lexington_2001/term-sheet.yaml,line=")
    assert "::participation_fee.amount: $30 → $31, and " in lines[0]
    assert any(line.startswith("::error file=output/lexington_2001/press-releases/") for line in lines[1:])


@pytest.mark.soak
@pytest.mark.parametrize("form", ["json", "junit", "sarif", "github"])
def test_the_same_run_gives_the_same_report(deal, form):
    assert check("--report", form).stdout == check("--report", form).stdout


@pytest.mark.parametrize(
    ("options", "what"),
    [(["--report", "jsn"], 'did you mean "json"?'), (["--today", "soon"], '"soon" is not a date')],
)
def test_wrong_usage(deal, options, what):
    ran = check(*options)
    assert isinstance(ran.exception, UsageError)
    assert what in str(ran.exception)
    assert ran.stdout == ""


def test_a_day_in_words_is_one(deal):
    assert check("--today", "August 6, 2001").exit_code == 1


def test_an_input_that_cannot_be_read_is_reported_and_raised(deal):
    sheet = deal / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("rate: 12 3/4%", "rate: twelve"), "utf-8")
    ran = check("--report", "github")
    assert isinstance(ran.exception, InputError)
    (line,) = ran.stdout.splitlines()
    assert line.startswith("::error file=deals/lexington_2001/term-sheet.yaml,line=28,col=9,")
    assert '"twelve" is not a rate' in line


def test_a_deal_without_a_build_is_reported_in_its_own_place(deal):
    shutil.rmtree(deal.parents[1] / "output")
    ran = check("--report", "json")
    assert isinstance(ran.exception, InputError)
    (result,) = json.loads(ran.stdout)["results"]
    assert (result["rule_id"], result["file"]) == ("input", "output/lexington_2001/figures.json")
