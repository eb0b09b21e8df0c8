"""`lexdocs tieout` from the command line: what it shows and writes, its exit codes, and broken inputs."""

import json
import re
import shutil
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
    """A folder with a deal in it and two texts about it, which is where one stands."""
    monkeypatch.chdir(tmp_path)
    a_deal(tmp_path)
    for path in files(tmp_path).iterdir():
        path.rename(tmp_path / path.name)
    return tmp_path


def tieout(*arguments):
    return CliRunner().invoke(app, ["tieout", "quillfeather", *map(str, arguments)])


def test_a_text_that_ties_is_clean_and_says_against_what_it_was_held(here):
    ran = tieout(RELEASE)
    assert ran.exit_code == 0
    lines = ran.stdout.splitlines()
    assert f"{RELEASE}: 43 numbers and names: 43 tied, 0 tied by rounding, 0 contradicted, " in ran.stdout
    assert re.fullmatch("held against term sheet SHA-256 [0-9a-f]{64}", lines[-1])
    # What it leaves out of the house's own release shows and fails nothing.
    assert (
        f"{RELEASE}: warning: does not state maximum_warrants, 18,125, as press-releases/commencement.md does" in lines
    )


def test_findings_come_first_each_with_its_place(here):
    change(here / RELEASE, "$8.40", "$8.04")
    change(here / RELEASE, "July 20, 2012", "July 20. 2012")
    change(here / RELEASE, "The offer is conditioned", "It has 417 barges. The offer is conditioned")
    ran = tieout(RELEASE)
    assert ran.exit_code == 1
    first, second, third, *rest = ran.stdout.splitlines()
    assert first.startswith(f"{RELEASE}:25 paragraph 6: “$8.04” contradicted: ")
    assert "$8.40" in first
    assert second.startswith(f"{RELEASE}:28 paragraph 7: “417” unexplained: ")
    assert re.match(rf"{RELEASE}:10 paragraph 2: “.*July 20\. 2012” irregular: .* \(tied: ", third)
    assert not any("“" in line and "warning" not in line for line in rest)
    assert (
        f"{RELEASE}: 44 numbers and names: 42 tied, 0 tied by rounding, 1 contradicted, 0 ambiguous, 1 unexplained, "
        in (ran.stdout)
    )


def test_all_shows_what_ties_and_the_interval_of_what_is_rounded(here):
    change(here / RELEASE, "is\n           $6,250,000", "is about\n           $6.3 million")
    quiet, full = tieout(RELEASE), tieout(RELEASE, "--all")
    assert (quiet.exit_code, full.exit_code) == (0, 0)
    assert "$6.3 million" not in quiet.stdout
    rounded = next(line for line in full.stdout.splitlines() if "$6.3 million" in line)
    assert "“$6.3 million” tied by rounding: is outstanding, $6,250,000, rounded; the true value lies in [" in rounded
    assert "“$8.40” tied: is exercise_price" in full.stdout
    assert full.stdout.count("” tied") == 43


@pytest.mark.soak
def test_several_files_are_told_apart_and_held_against_one_another(here):
    change(here / CIRCULAR, "5:00 p.m., Chicago time, on July 20, 2012", "12 midnight, Chicago time, on July 20, 2012")
    ran = tieout(RELEASE, CIRCULAR)
    assert ran.exit_code == 1
    text = ran.stdout
    assert f"{RELEASE}: 43 numbers" in text
    assert f"{CIRCULAR}: 7 numbers" in text
    assert "2 files: 50 numbers and names: 49 tied" in text
    two_ways = next(line for line in text.splitlines() if "is said in 2 ways" in line)
    assert "5:00 p.m." in two_ways
    assert "12 midnight" in two_ways
    # Between files comes behind the counts of each.
    assert text.index("is said in 2 ways") > text.index(f"{RELEASE}: 43 numbers")
    # A file that is named twice is one file.
    assert tieout(RELEASE, RELEASE).stdout == tieout(RELEASE).stdout


def test_a_minimum_that_is_printed_above_its_value_fails_and_a_rounded_value_shows(here):
    change(here / RELEASE, "66 2/3%", "67%")
    ran = tieout(RELEASE)
    assert ran.exit_code == 1
    assert f"{RELEASE}:28: paragraph 7: minimum_tender, printed as “67%”, lies above its value 66 2/3%" in ran.stdout
    change(here / RELEASE, "not less than 67%", "67%")
    ran = tieout(RELEASE)
    assert f"{RELEASE}:28: " in ran.stdout


def test_the_json_report_has_every_item_and_is_as_its_schema_says(here):
    change(here / RELEASE, "$8.40", "$8.04")
    change(here / RELEASE, "is\n           $6,250,000", "is about\n           $6.3 million")
    ran = tieout(RELEASE, CIRCULAR, "--report", "json")
    assert ran.exit_code == 1
    report = json.loads(ran.stdout)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(report)
    assert (report["verb"], report["examined"], report["stands"]) == ("tieout", [RELEASE, CIRCULAR], True)
    items = report["items"]
    assert len(items) == report["counts"]["numbers and names"] == 50
    by_text = {each["text"]: each for each in items}
    assert by_text["$8.04"]["outcome"] == "contradicted"
    assert (by_text["$8.04"]["figures"], by_text["$8.04"]["expected"]) == (["exercise_price"], "$8.40")
    assert by_text["$45"] | {"says": ""} == {
        "file": RELEASE, "line": 21, "place": "paragraph 5", "text": "$45", "kind": "money", "outcome": "tied",
        "figures": ["participation_fee"], "expected": "$45", "says": "",
    }  # fmt: skip
    assert by_text["$6.3 million"]["interval"] == "[6250000, 6350000)"
    assert [each["rule_id"] for each in report["results"] if each["level"] == "error"] == ["tieout/contradicted"]
    assert "held against term sheet SHA-256" in ran.stderr


@pytest.mark.parametrize("form", ["junit", "sarif", "github"])
def test_other_forms_name_the_place_and_a_file_keeps_the_screen_its_text(here, form):
    change(here / RELEASE, "$8.40", "$8.04")
    ran = tieout(RELEASE, "--report", form, "--report-file", "out/report")
    assert ran.exit_code == 1
    assert ran.stdout == tieout(RELEASE).stdout
    written = (here / "out" / "report").read_text("utf-8")
    assert (RELEASE in written and "$8.04" in written and "tieout/contradicted" in written) or form == "github"


@pytest.mark.soak
def test_what_is_accepted_shows_and_fails_nothing_until_its_last_day(here):
    change(here / RELEASE, "$8.40", "$8.04")
    accepted = here / "quillfeather" / "accepted.yaml"

    def accept(finding, **more):
        entry = {"finding": finding, "because": "it is a draft", "by": "A. Counsel", "until": "August 31, 2012", **more}
        lines = [f"{'  - ' if not n else '    '}{name}: {value}" for n, (name, value) in enumerate(entry.items())]
        accepted.write_text("accepted:\n" + "\n".join(lines) + "\n", "utf-8")

    (found,) = (
        each for each in json.loads(tieout(RELEASE, "--report", "json").stdout)["results"] if each["level"] == "error"
    )
    for finding, more in ((found["fingerprint"], {}), ("tieout/contradicted", {"figure": "exercise_price"})):
        accept(finding, **more)
        ran = tieout(RELEASE, "--today", "2012-08-31")
        assert ran.exit_code == 0, ran.stdout
        assert "“$8.04” contradicted" in ran.stdout
        assert "(accepted by A. Counsel until 2012-08-31: " in ran.stdout
        assert "1 results are accepted and shown all the same" in ran.stdout
        over = tieout(RELEASE, "--today", "2012-09-01")
        assert over.exit_code == 1
        assert "was accepted until 2012-08-31" in over.stdout
    # What is accepted of another file, or found by another verb, is not missed here.
    for finding, where in (("tieout/contradicted", "draft.html"), ("words-drifted", "a.html")):
        accept(finding, where=where)
        assert "accepts nothing" not in tieout(RELEASE, "--today", "2012-08-01").stdout
    accept("tieout/contradicted", where=RELEASE, figure="outstanding")
    assert "accepts nothing" in tieout(RELEASE, "--today", "2012-08-01").stdout


def test_marked_copies_one_for_each_file(here):
    ran = tieout(RELEASE, CIRCULAR, "--marked", "proofs/marked.html")
    assert ran.exit_code == 0
    assert "marked copy: proofs/marked.html\nmarked copy: proofs/marked-2.html\n" in ran.stderr
    first, second = (here / "proofs" / name for name in ("marked.html", "marked-2.html"))
    assert f"Tie-out of {RELEASE}" in first.read_text("utf-8")
    assert f"Tie-out of {CIRCULAR}" in second.read_text("utf-8")
    # A marked copy is written again, and nothing else is.
    before = first.read_bytes()
    assert tieout(RELEASE, "--marked", "proofs/marked.html").exit_code == 0
    assert first.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--marked", CIRCULAR], f"{CIRCULAR} is a file to tie out"),
        (["--marked", "notes.html"], "notes.html is there and is no marked copy"),
        (["--marked", "marked.txt"], "marked.txt is no name of a page"),
        (["--report-file", RELEASE], f"{RELEASE} is a file to tie out"),
        (["--marked", "m.html", "--report-file", "m.html"], "m.html is the report's file"),
    ],
)
def test_nothing_is_written_over(here, options, said):
    (here / "notes.html").write_text("<p>Notes of mine.</p>", "utf-8")
    before = {path.name: path.read_bytes() for path in here.iterdir() if path.is_file()}
    ran = tieout(RELEASE, CIRCULAR, *options)
    assert isinstance(ran.exception, UsageError)
    assert said in str(ran.exception)
    assert {path.name: path.read_bytes() for path in here.iterdir() if path.is_file()} == before


def test_the_kind_of_a_file_is_named_with_or_without_its_folder(here):
    for kind in ("notices/commencement", "notices/commencement.md"):
        assert "as notices/commencement.md does" in tieout(RELEASE, "--as", kind).stdout
    assert "as offering-circular/offering-circular.md does" in tieout(RELEASE, "--as", "offering-circular").stdout


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            "press-releases/comencement",
            'there is no template "press-releases/comencement"; did you mean "press-releases/co',
        ),
        ("commencement", "did you mean notices/commencement or press-releases/commencement?"),
        ("zzz", 'there is no template "zzz"; name one of templates/'),
        ("press-releases/results", "is held against the event 2012-06-11, which has no press-releases/results"),
    ],
)
def test_a_kind_that_there_is_not(here, kind, said):
    ran = tieout(RELEASE, "--as", kind)
    assert isinstance(ran.exception, UsageError)
    assert said in str(ran.exception)


def test_a_what_if_and_a_moment_change_what_it_is_held_against(here):
    ran = tieout(RELEASE, "--assume", "warrants.exercise_price=$8.50")
    assert ran.exit_code == 1
    assert "“$8.40” contradicted: " in ran.stdout
    ran = tieout(RELEASE, "--as-of", "2012-06-10")
    assert isinstance(ran.exception, UsageError)


def test_the_deal_may_be_the_one_where_one_stands(here, monkeypatch):
    monkeypatch.chdir(here / "quillfeather")
    assert CliRunner().invoke(app, ["tieout", f"../{RELEASE}"]).exit_code == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Nothing is counted here, and nobody is named.\n", "no number and no name stands in it"),
        (b"<html><body></body></html>", "no number and no name stands in it"),
    ],
)
def test_a_file_that_says_nothing_is_remarked_on(here, data, said):
    (here / "draft.txt").write_bytes(data)
    ran = tieout("draft.txt")
    assert ran.exit_code == 0
    assert f"draft.txt: warning: {said}; " in ran.stdout
    assert "draft.txt: 0 numbers and names: 0 tied" in ran.stdout


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty; name a file with words in it"),
        (b"rate 9%\0\0", "holds NUL bytes, so it is no text (byte 8)"),
        (b"%PDF-1.7\n%", "is a PDF, which is not read yet; save it as text or HTML"),
        (b"PK\x03\x04 word", "is a zipped file, as Word documents are, which is not read yet"),
        (b"\xff\xfe\x00", "is not the UTF-16-LE that it says it is"),
    ],
)
def test_a_file_that_cannot_be_read(here, data, said):
    (here / "draft.txt").write_bytes(data)
    ran = tieout(RELEASE, "draft.txt")
    assert isinstance(ran.exception, InputError)
    assert said in str(ran.exception)
    assert ran.stdout == ""
    ran = tieout("draft.txt", "--report", "github")
    assert ran.stdout.startswith("::error file=draft.txt")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["quillfeather"], "no file is named; name a text or a page"),
        (["quillfeather", "quillfeather"], "quillfeather: is a folder"),
        (["quillfeather", "nowhere.txt"], "nowhere.txt: is not there"),
        (["quilfeather", RELEASE], "quilfeather: there is no such deal folder"),
        (["lexington_2002", RELEASE], 'did you mean "lexington_2001"?'),
        ([RELEASE], "no deal is named and none stands here"),
        (["quillfeather", RELEASE, "--today", "soon"], '"soon" is not a date'),
        (["quillfeather", RELEASE, "--report", "jason"], 'did you mean "json"?'),
    ],
)
def test_wrong_usage(here, arguments, said):
    ran = CliRunner().invoke(app, ["tieout", *arguments])
    assert isinstance(ran.exception, UsageError)
    assert said in str(ran.exception)


def test_a_line_without_end_is_cut_where_it_is_shown(here):
    (here / "draft.txt").write_text(f"It was {'9' * 50_000} of them.\n", "utf-8")
    ran = tieout("draft.txt")
    assert ran.exit_code == 1
    assert max(map(len, ran.stdout.splitlines())) < 400


def test_a_file_may_be_anywhere_and_reports_name_it_from_here(here, tmp_path_factory):
    far = Path(shutil.copy(here / RELEASE, tmp_path_factory.mktemp("far") / "release.txt"))
    change(far, "$8.40", "$8.04")
    (result,) = (
        each for each in json.loads(tieout(far, "--report", "json").stdout)["results"] if each["level"] == "error"
    )
    assert result["file"] == far.as_posix()
    near = Path(shutil.copy(far, here / "release.txt"))
    (result_here,) = (
        each for each in json.loads(tieout(near, "--report", "json").stdout)["results"] if each["level"] == "error"
    )
    assert result_here["file"] == "release.txt"
    # A result keeps its name wherever the file lies, and whatever is written above it.
    assert result_here["fingerprint"] == result["fingerprint"]
