"""`lexdocs validate` from the command line: terms against a folder of sources, rounding, and its report."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.errors import InputError, UsageError
from tests.checks.sourced_deal import CIRCULAR, RELEASE, a_deal, change, files

pytestmark = pytest.mark.soak

SCHEMA = Path(__file__).parents[2] / "lexdocs" / "schema" / "report.schema.json"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a deal and its sources in it, which is where one stands."""
    monkeypatch.chdir(tmp_path)
    a_deal(tmp_path)
    files(tmp_path)
    return tmp_path


def validate(*arguments):
    return CliRunner().invoke(app, ["validate", "quillfeather", *map(str, arguments)])


def test_each_term_is_told_with_the_place_that_states_it(here):
    ran = validate("--sources", "sources")
    assert ran.exit_code == 0
    lines = ran.stdout.splitlines()
    assert f"term-sheet.yaml:41:11 participation_fee.amount: confirmed at sources/{RELEASE}:21 (paragraph 5)" in lines
    assert f"term-sheet.yaml:27:10 old_notes.cusip: confirmed at sources/{CIRCULAR}:9 (paragraph 3)" in lines
    assert "assumptions/dates.yaml:4:24 old_notes.day_count: no source (assumed by the tests)" in lines
    assert "term-sheet.yaml:4:9 legend: no source here: an invention for tests is not among the files" in lines
    terms, standing, strays = ran.stderr.splitlines()
    assert strays == "0 files are no source of the deal"
    counted = [int(each.split()[0]) for each in standing.removeprefix("their sources: ").split(", ")]
    assert sum(counted) == int(terms.split()[0])
    assert counted[1] == 0


def test_a_term_that_its_source_contradicts_fails(here):
    change(here / "sources" / RELEASE, "fee of $45", "fee of $54")
    ran = validate("--sources", "sources")
    assert ran.exit_code == 1
    said = f"term-sheet.yaml:41:11 participation_fee.amount: contradicted at sources/{RELEASE}:21 (paragraph 5): “$54”"
    assert said in ran.stdout.splitlines()
    assert ", 1 contradicted, " in ran.stderr
    # Without the files nobody knows.
    assert validate().exit_code == 0


def test_a_term_that_is_mistyped_fails_too(here):
    change(here / "quillfeather" / "term-sheet.yaml", "exercise_price: $8.40", "exercise_price: $4.80")
    ran = validate("--sources", "sources")
    assert ran.exit_code == 1
    assert f"warrants.exercise_price: contradicted at sources/{RELEASE}:25 (paragraph 6): “$8.40”" in ran.stdout


@pytest.mark.soak
def test_what_is_left_out_shows_and_fails_nothing(here):
    change(here / "sources" / RELEASE, " at $8.40", "")
    ran = validate("--sources", "sources")
    assert ran.exit_code == 0
    said = f"warrants.exercise_price: not found in sources/{RELEASE} (not stated in these words; read all of it)"
    assert said in ran.stdout


def test_strangers_and_what_cannot_be_read_are_named_and_the_rest_is_read(here):
    (here / "sources" / "notes").mkdir()
    (here / "sources" / "notes" / "minutes.txt").write_text("The board met.\n", "utf-8")
    (here / "sources" / "release.pdf").write_bytes(b"%PDF-1.7")
    (here / "sources" / ".hidden").write_text("nothing", "utf-8")
    ran = validate("--sources", "sources")
    assert ran.exit_code == 0
    assert "sources/notes/minutes.txt: is no source that the deal names" in ran.stdout.splitlines()
    assert "sources/release.pdf: is a PDF, which is not read yet; save it as text or HTML" in ran.stderr
    assert "1 files are no source of the deal" in ran.stderr
    assert ".hidden" not in ran.output


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("nowhere", "--sources: there is no folder nowhere; name a folder that holds the sources"),
        (f"sources/{RELEASE}", f"--sources: sources/{RELEASE} is a file; name a folder"),
        ("empty", "--sources: there is no file in empty; name a folder"),
    ],
)
def test_a_folder_that_there_is_not(here, folder, said):
    (here / "empty").mkdir()
    ran = validate("--sources", folder)
    assert isinstance(ran.exception, UsageError)
    assert str(ran.exception).startswith(said)
    assert ran.stdout == ""


def test_the_report_names_each_term_that_is_not_confirmed(here):
    change(here / "sources" / RELEASE, "fee of $45", "fee of $54")
    ran = validate("--sources", "sources", "--report", "json")
    assert ran.exit_code == 1
    report = json.loads(ran.stdout)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(report)
    (failed,) = (each for each in report["results"] if each["level"] == "error")
    assert (failed["rule_id"], failed["file"]) == ("source/contradicted", "quillfeather/term-sheet.yaml")
    assert (failed["line"], failed["calculated"]) == (41, "$45")
    counts = report["counts"]
    assert counts["terms"] == sum(counts[each] for each in ("confirmed", "contradicted", "not found", "no source"))
    assert counts["contradicted"] == 1


@pytest.mark.soak
def test_what_counsel_accepts_fails_no_more(here):
    change(here / "sources" / RELEASE, "fee of $45", "fee of $54")
    results = json.loads(validate("--sources", "sources", "--report", "json").stdout)["results"]
    (name,) = (each["fingerprint"] for each in results if each["level"] == "error")
    entry = f"accepted:\n  - finding: {name}\n    because: a slip of the release\n    by: A. Counsel\n"
    (here / "quillfeather" / "accepted.yaml").write_text(f"{entry}    until: August 31, 2012\n", "utf-8")
    ran = validate("--sources", "sources", "--today", "2012-08-31")
    assert ran.exit_code == 0
    assert "(accepted by A. Counsel until 2012-08-31: a slip of the release)" in ran.stdout
    assert validate("--sources", "sources", "--today", "2012-09-01").exit_code == 1


def test_rounding_in_the_documents_shows_and_a_maximum_below_its_value_fails(here):
    template = here / "quillfeather" / "templates" / "press-releases" / "commencement.md"
    template.parent.mkdir(parents=True)
    house = Path(__file__).parents[2] / "templates" / "press-releases" / "commencement.md"
    said = house.read_text("utf-8").rstrip() + "\n\n\nIt is not less than {{ minimum_tender | one_place }}.\n"
    said += "\nInterest comes to {{ accrued_interest_per_denomination | cents }}.\n"
    template.write_text(said, "utf-8")
    ran = validate()
    assert ran.exit_code == 1
    notes = [line for line in ran.stdout.splitlines() if " note: " in line]
    assert any(
        "accrued_interest_per_denomination, printed as “$162.11”, is ≈ $162.109375 rounded" in line for line in notes
    )
    (line,) = (line for line in ran.stdout.splitlines() if "lies above its value 66 2/3%" in line)
    assert line.startswith("press-releases/commencement-2012-06-11: paragraph ")


def test_inputs_that_cannot_be_read_are_a_report_too(here):
    change(here / "quillfeather" / "term-sheet.yaml", "rate: 9 3/8%", "rate: nine")
    ran = validate("--report", "json")
    assert isinstance(ran.exception, InputError)
    (result,) = json.loads(ran.stdout)["results"]
    assert (result["rule_id"], result["file"]) == ("input", "quillfeather/term-sheet.yaml")


def test_schema_of_reports():
    ran = CliRunner().invoke(app, ["schema", "--report"])
    assert ran.exit_code == 0
    assert json.loads(ran.stdout) == json.loads(SCHEMA.read_text("utf-8"))
