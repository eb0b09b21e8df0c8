"""`lexdocs mutate`: its exit codes, what it says and what it saves."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app

TINY = Path(__file__).parents[1] / "deals" / "tiny"
ROOT = Path(__file__).parents[2]


def mutate(*arguments):
    return CliRunner().invoke(app, ["mutate", *map(str, arguments)])


def test_an_input_is_told_with_all_that_it_moves(tmp_path):
    ran = mutate(TINY, "--only", "warrants.exercise_price", "--jobs", "1", "--out", tmp_path)
    assert ran.exit_code == 0, ran.output
    assert "warrants.exercise_price: $8.40 → $8.50: " in ran.stdout
    assert "notices/commencement paragraph" in ran.stdout
    assert "exercise_price “$8.40” → “$8.50”" in ran.stdout
    assert "nothing is saved for 2012-06-11" in ran.stderr
    assert "100%: 1 of 1 inputs move what they must" in ran.stderr


def test_all_of_it_as_data(tmp_path):
    ran = mutate(TINY, "--only", "old_notes.rate", "--jobs", "1", "--out", tmp_path, "--json")
    assert ran.exit_code == 0, ran.output
    (report,) = json.loads(ran.stdout)
    assert report["percent"] == 100
    first = report["outcomes"][0]["changes"][0]
    assert {"address": "old_rate", "was": "9 3/8%", "now": "9 1/2%"} in first["figures"]
    assert any(each["document"] == "notices/commencement" for each in first["printed"])


def test_what_is_not_as_it_was_saved_is_a_finding(tmp_path):
    saved: dict[str, dict[str, str]] = {"inputs": {}, "rules": {}, "templates": {}, "outcomes": {}}
    (tmp_path / "dependencies.json").write_text(json.dumps({"2012-06-11": saved}), "utf-8")
    ran = mutate(TINY, "--only", "legend", "--jobs", "1", "--out", tmp_path)
    assert ran.exit_code == 1
    assert "not as it was saved: legend: is an input that was not there" in ran.stdout


@pytest.mark.parametrize("arguments", [["--save", "--only", "legend"], ["--only", "no.such"]])
def test_wrong_usage(tmp_path, arguments):
    ran = mutate(TINY, "--out", tmp_path, *arguments)
    assert ran.exception is not None
    assert not list(tmp_path.iterdir())


def test_the_example_is_saved():
    saved = json.loads((ROOT / "output" / "lexington_2001" / "dependencies.json").read_text("utf-8"))["2001-08-06"]
    assert "aggregate_warrants" in saved["inputs"]["warrants.per_denomination"]["moves"].split()
    assert saved["rules"]["maximum_holdout_principal"].startswith("outstanding, minimum_tender_principal")
