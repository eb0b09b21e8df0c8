"""The command line: exit codes, where things are said, and no traceback for what a user can cause."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process import forked

ROOT = Path(__file__).parents[2]
FERRY = Path(__file__).parents[1] / "deals" / "ferry"
TINY = ROOT / "tests" / "deals" / "tiny"


def lexdocs(*arguments, cwd=ROOT, **environment):
    """Run the command line as a process of its own."""
    return forked(*arguments, cwd=cwd, environment=environment)


def test_no_verb_shows_the_verbs():
    shown = lexdocs()
    for verb in ("build", "check", "figures", "explain", "validate", "schema", "tieout", "mutate"):
        assert verb in shown.stdout + shown.stderr
    # This one is started, as everybody starts it; the others are forked.
    command = [sys.executable, "-m", "lexdocs.cli.main", "--version"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.startswith("lexdocs ")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nonsense"], 2, "No such command"),
        (["build", "no-such-deal"], 2, "there is no such deal folder"),
        (["build", "lexington_2002"], 2, 'did you mean "lexington_2001"?'),
        (["build", TINY, "--format", "pfd"], 2, 'did you mean "pdf"?'),
        (["build", TINY, "--only", "press-release", "--out", "unused"], 2, "there is no template"),
        (["explain", "maximum_warants", TINY], 2, 'did you mean "maximum_warrants"?'),
        (["figures", TINY, "--assume", "old_notes.rate"], 2, "gives no value"),
        (["figures", TINY, "--assume", "old_notes.rate=soon"], 3, '"soon" is not a rate'),
        (["figures", TINY, "--assume", "old_notes.rat=9%"], 3, 'did you mean "rate"?'),
        (["check", TINY, "--out", "nowhere"], 3, "nothing was built here"),
        (["schema", "--kind", "cash"], 2, "is not a kind of offer"),
    ],
)
def test_wrong_usage_and_wrong_input(tmp_path, arguments, code, said):
    ran = lexdocs(*arguments, cwd=ROOT)
    assert ran.returncode == code, ran.stderr
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


def test_no_deal_anywhere(tmp_path):
    ran = lexdocs("figures", cwd=tmp_path)
    assert ran.returncode == 2
    assert "no deal is named and none stands here" in ran.stderr


def test_the_deal_where_one_stands(tmp_path):
    folder = shutil.copytree(TINY, tmp_path / "deal")
    assert "$6,250,000" in lexdocs("figures", cwd=folder).stdout


def test_validate_reports_every_mistake_with_its_line(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    for old, new in {"9 3/8%": "nine", "$2,500": "2,500", "(218) 555-0177": "555", "66 2/3%": "2/3"}.items():
        text = text.replace(old, new)
    sheet.write_text(text, "utf-8")
    (folder / "register.csv").write_text("id,name\n", "utf-8")
    (folder / "assumptions" / "dates.yaml").write_text("assumed_by: me\nbecause: so\nchanges: {a b: 1}\n", "utf-8")
    ran = lexdocs("validate", folder)
    assert ran.returncode == 3
    for place in ("term-sheet.yaml:17:14", "term-sheet.yaml:22:9", "term-sheet.yaml:24:17", "term-sheet.yaml:61:19"):
        assert place in ran.stderr, ran.stderr
    assert "assumptions/dates.yaml:3:11" in ran.stderr


def test_validate_of_a_sound_deal():
    ran = lexdocs("validate", "lexington_2001")
    assert ran.returncode == 0, ran.stderr
    assert "0 without a source" in ran.stderr
    assert "assumed by the authors of this example: 30/360" in ran.stdout
    assert "14e-1(a):announcement: met: open 21 business days" in ran.stdout


def test_explain_goes_down_to_the_lines_and_up_to_the_pages():
    shown = lexdocs("explain", "maximum_holdout_principal", "lexington_2001").stdout
    assert shown.startswith("$274,000  principal that remains with holders who do not tender")
    assert "= outstanding $27,412,000 − minimum_tender_principal $27,138,000" in shown
    assert "term-sheet.yaml:" in shown
    assert "source: press release of August 6, 2001, paragraph 2" in shown
    assert "rounded up to whole ones" in shown
    assert "press-releases/commencement-2001-08-06 (paragraph" in shown
    assert "offering-circular" in shown.splitlines()[-1]


def test_explain_of_a_pending_figure_says_what_it_waits_for():
    shown = lexdocs("explain", "maximum_holdout_payment", "lexington_2001").stdout
    assert "is pending" in shown
    assert "waits for holdouts.payment_date" in shown


def test_figures_as_data():
    import csv
    import io
    import json

    data = json.loads(lexdocs("figures", "lexington_2001", "--json").stdout)
    assert data["accrued_interest_per_denomination"]["value"] == "6409/24"
    rows = list(csv.reader(io.StringIO(lexdocs("figures", TINY, "--csv").stdout)))
    assert rows[0] == ["figure", "value", "what it is"]
    assert not any(cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row)


def test_data_goes_to_standard_output_and_all_else_to_standard_error(tmp_path):
    ran = lexdocs("build", TINY, "--out", tmp_path / "out", "--format", "html")
    assert ran.returncode == 0, ran.stderr
    assert all((ROOT / line).is_file() or Path(line).is_file() for line in ran.stdout.splitlines())
    assert "11 documents" in ran.stderr


def test_only_some_documents(tmp_path):
    ran = lexdocs("build", TINY, "--out", tmp_path, "--only", "notices/commencement", "--format", "html")
    assert [Path(line).name for line in ran.stdout.splitlines()] == ["commencement-2012-06-11.html", "figures.json"]


def test_a_document_without_the_format_that_is_asked_for_is_named(tmp_path):
    ran = lexdocs("build", FERRY, "--out", tmp_path, "--only", "closing/tender-funds-flow", "--format", "text")
    assert "closing/tender-funds-flow-2016-07-06: has no form in text; its template names html, pdf" in ran.stderr


def test_disagreeing_inputs_are_built_and_exit_1(tmp_path):
    ran = lexdocs("build", TINY, "--out", tmp_path, "--format", "html", "--assume", "old_notes.outstanding=$6,255,000")
    assert ran.returncode == 1
    assert "register and outstanding: not met" in ran.stderr
    assert (tmp_path / "press-releases" / "commencement-2012-06-11.html").is_file()


def test_what_was_assumed_is_saved_and_check_rebuilds_with_it(tmp_path):
    built = lexdocs("build", TINY, "--out", tmp_path, "--format", "html", "--assume", "old_notes.rate=8 1/4%")
    assert built.returncode == 0, built.stderr
    assert lexdocs("check", TINY, "--out", tmp_path).returncode == 0


def test_a_new_deal_asks_for_every_term_and_takes_no_place_of_another(tmp_path):
    made = lexdocs("init", tmp_path / "deal")
    assert made.returncode == 0, made.stderr
    assert {Path(line).name for line in made.stdout.splitlines()} == {
        "term-sheet.yaml", "term-sheet.schema.json", "commencement.yaml", "register.csv", "lexdocs-check.yml",
    }  # fmt: skip
    ran = lexdocs("validate", tmp_path / "deal")
    assert ran.returncode == 3
    assert "old_notes.rate: is empty; write it like" in ran.stderr
    assert "events/commencement.yaml:2:1 at: is empty" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert lexdocs("init", tmp_path / "deal").returncode == 2


def test_a_new_deal_filled_in_with_another_s_terms_is_that_deal(tmp_path):
    """What `init` names is what the reader takes: the terms of the tiny deal fit line by line."""
    lexdocs("init", tmp_path / "deal")
    new, filled = ((folder / "term-sheet.yaml").read_text("utf-8") for folder in (tmp_path / "deal", TINY))
    named = {line.split(":")[0].strip(" #-") for line in new.splitlines()}
    wanted = {line.split(":")[0].strip(" #-") for line in filled.splitlines() if ":" in line and line[0] != "#"}
    assert wanted - named - {"invention", "throughout", "document"} == set()


def test_a_copy_under_another_name_with_another_comment_does_not_drift(tmp_path):
    copy = Path(shutil.copytree(ROOT / "lexdocs" / "deals" / "lexington_2001", tmp_path / "draft"))
    sheet = copy / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8") + "# looked at again\n", "utf-8")
    ran = lexdocs("check", copy, "--out", ROOT / "output" / "lexington_2001")
    assert ran.returncode == 0, ran.stdout
    assert "the inputs were edited since the build, and nothing that is printed moved" in ran.stderr


def test_a_no_without_a_source_is_listed(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("        - holdouts\n", ""), "utf-8")
    shown = lexdocs("validate", folder)
    assert "holdouts.paid_in_full: no source is named" in shown.stdout
    assert "support: no source is named" not in shown.stdout
