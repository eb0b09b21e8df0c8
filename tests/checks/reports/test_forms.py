"""Each form of report says all that the record says, in its own standard's words."""

import datetime
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from lexdocs.checks.reports.adapters import of_finding, of_problem
from lexdocs.checks.reports.forms import FORMS
from lexdocs.checks.reports.places import Places
from lexdocs.checks.reports.record import Acceptance, Report, Reported, fingerprint
from lexdocs.checks.reports.rules import KINDS, kind
from lexdocs.errors import Problem, Severity, Where
from lexdocs.law.finding import Acknowledgment, Finding, Result

HERE = Path(__file__).parent
REPORT_SCHEMA = HERE.parents[2] / "lexdocs" / "schema" / "report.schema.json"
CAUSE = "old_notes.rate: 9 3/8% → 9% (term-sheet.yaml:17:9)"
MOVED = fingerprint("moved")
NASTY = "100%, a: b\r\nand “quotes” <tag> & ::error::\x0b"


def results():
    """A term that moved, two places alike under it, a hand, words, a stranger file, and a warning."""
    at = Where("deal/term-sheet.yaml", 17, 9)
    place = Reported(
        "figure-drifted", Severity.ERROR, Where("out/notice.html", 40), "old_rate: printed 9 3/8%, calculated 9%",
        fingerprint("place"), CAUSE, "", "old_rate", "9⅜%", "9%", (MOVED,), at,
    )  # fmt: skip
    accepted = Acceptance("A. Counsel", "the printer has it", datetime.date(2012, 7, 1))
    moved, hand, stranger, idle = (fingerprint(each) for each in ("moved", "hand", "stranger", "idle"))
    return (
        Reported("term-moved", Severity.ERROR, at, "old_notes.rate: 9 3/8% → 9%", moved, CAUSE, causes=(MOVED,)),
        place,
        replace(place, where=Where("out/notice.html", 52)),
        Reported("edited-by-hand", Severity.ERROR, Where("out/a b.txt", 3), NASTY, hand, NASTY, NASTY),
        Reported("file-unknown", Severity.ERROR, Where("out/old.html"), "is no document", stranger, accepted=accepted),
        Reported("accepts-nothing", Severity.WARNING, Where("deal/accepted.yaml", 2, 5), "accepts nothing", idle),
    )


@pytest.fixture
def report():
    return Report(
        "check", "tiny", "a" * 64, results(), ("out/notice.html", "out/release.html"), {"documents": 2}, "0.1.0"
    )


def empty():
    return Report("check", "tiny", "", (), (), {}, "0.1.0")


def test_what_stands_fails_the_run(report):
    assert report.stands
    assert [each.stands for each in report.results] == [True, True, True, True, False, False]
    assert not replace(report, results=report.results[4:]).stands


def test_text_puts_every_place_under_its_cause(report):
    lines = FORMS["text"](replace(report, results=(*report.results[:3], *report.results[4:]))).splitlines()
    assert lines == [
        CAUSE,
        "  out/notice.html:40  old_rate  9⅜% → 9%",
        "  out/notice.html:52  old_rate  9⅜% → 9%",
        "out/old.html: is no document (accepted by A. Counsel until 2012-07-01: the printer has it)",
        "deal/accepted.yaml:2:5 accepts nothing",
    ]
    assert FORMS["text"](empty()) == ""


def test_json_is_as_its_schema_says_and_leaves_nothing_out(report):
    schema = json.loads(REPORT_SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for each in (report, empty()):
        validator.validate(json.loads(FORMS["json"](each)))
    data = json.loads(FORMS["json"](report))
    first, place, *_ = data["results"]
    assert (place["file"], place["line"], place["printed"], place["calculated"]) == ("out/notice.html", 40, "9⅜%", "9%")
    assert place["causes"] == [first["fingerprint"]] == first["causes"]
    assert data["results"][4]["accepted"]["until"] == "2012-07-01"
    assert data["results"][3]["message"] == NASTY
    assert data["stands"] is True
    del data["results"][0]["message"]
    assert not validator.is_valid(data)


def test_sarif_is_as_the_standard_says(report):
    schema = json.loads((HERE / "sarif-part.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for each in (report, empty()):
        validator.validate(json.loads(FORMS["sarif"](each)))
    (run,) = json.loads(FORMS["sarif"](report))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for found, each in zip(run["results"], report.results, strict=True):
        assert rules[found["ruleIndex"]]["id"] == found["ruleId"] == each.rule_id
        assert rules[found["ruleIndex"]]["help"]["text"] == kind(each.rule_id).help
        place = found["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] == max(each.where.line, 1)
    assert run["results"][1]["relatedLocations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "deal/term-sheet.yaml", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 17, "startColumn": 9},
    }
    assert run["results"][3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "out/a%20b.txt"
    assert [each["suppressions"][0]["justification"] for each in run["results"] if "suppressions" in each] == [
        "accepted by A. Counsel until 2012-07-01: the printer has it"
    ]
    # Two places alike are two results.
    names = Counter(each["partialFingerprints"]["lexdocs/v1"] for each in run["results"])
    assert set(names.values()) == {1}


def test_junit_is_as_its_schema_says(report):
    schema = etree.XMLSchema(etree.parse(HERE / "junit.xsd"))
    for each in (report, empty()):
        schema.assertValid(etree.fromstring(FORMS["junit"](each).encode("utf-8")))
    (suite,) = etree.fromstring(FORMS["junit"](report).encode("utf-8"))
    cases = suite.findall("testcase")
    assert int(suite.attrib["tests"]) == len(cases) == 7
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) == 4
    assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped")) == 2
    # What was examined and is sound passes.
    assert [each.get("name") for each in cases if not len(each)] == ["out/release.html"]
    assert str(cases[1].findtext("failure")).splitlines()[1] == CAUSE


def test_github_annotates_lines_and_escapes_what_it_must(report):
    lines = FORMS["github"](report).rstrip("\n").split("\n")
    assert len(lines) == len(report.results)
    assert lines[0].startswith("::error file=deal/term-sheet.yaml,line=17,col=9,title=A term moved%2C and ")
    assert lines[0].endswith("::old_notes.rate: 9 3/8%25 → 9%25")
    assert lines[1].startswith("::error file=out/notice.html,line=40,title=")
    assert lines[1].endswith(f"%0A{CAUSE.replace('%', '%25')}")
    assert "::100%25, a: b%0D%0Aand “quotes”" in lines[3]
    assert lines[4].startswith("::notice file=out/old.html,title=")
    assert lines[5].startswith("::warning file=deal/accepted.yaml,line=2,col=5,")
    assert FORMS["github"](empty()) == ""


def test_a_fingerprint_does_not_move_with_its_line():
    one = of_problem(Problem(Where("a.md", 14, 2), "no such figure", "correct it"), "not-written")
    two = of_problem(Problem(Where("a.md", 15), "no such figure", "write another"), "not-written")
    other = of_problem(Problem(Where("b.md", 14, 2), "no such figure", "correct it"), "not-written")
    assert one.fingerprint == two.fingerprint != other.fingerprint


def test_a_finding_of_the_law_is_a_result_unless_it_is_met():
    finding = Finding("14e-1(a)", Result.NOT_MET, "open 12 business days", "Rule 14e-1(a)", Where("term-sheet.yaml", 3))
    found = of_finding(finding)
    assert found is not None
    assert (found.rule_id, found.level, found.stands) == ("law/14e-1(a)", Severity.ERROR, True)
    assert found.message == "14e-1(a): not met: open 12 business days [Rule 14e-1(a)]"
    noted = of_finding(replace(finding, acknowledged=Acknowledgment("A. Counsel", "sent again")))
    assert noted is not None
    assert (noted.level, noted.stands) == (Severity.NOTE, False)
    assert "acknowledged by A. Counsel (sent again)" in noted.message
    assert of_finding(replace(finding, result=Result.MET)) is None


def test_every_kind_of_result_says_what_it_is_and_what_to_do():
    for each in KINDS.values():
        assert each.says.endswith(".")
        assert each.help.endswith(".")


def test_places_are_named_from_where_the_verb_runs(tmp_path, report):
    deal, elsewhere = tmp_path / "repo" / "deal", tmp_path / "elsewhere"
    for path in (deal / "term-sheet.yaml", elsewhere / "notices" / "a.html"):
        path.parent.mkdir(parents=True)
        path.write_text("x", "utf-8")
    places = Places(tmp_path / "repo", [deal, elsewhere])
    assert places.placed(Where("term-sheet.yaml", 3, 4)) == Where("deal/term-sheet.yaml", 3, 4)
    # A document is named without its form; one that lies elsewhere keeps its whole path.
    assert places.placed(Where("notices/a", 1)).file == (elsewhere / "notices" / "a.html").as_posix()
    assert places.placed(Where("--assume")) == Where("--assume")
    whole = Reported("input", Severity.ERROR, places.placed(Where("notices/a", 1)), "x", fingerprint("x"))
    (run,) = json.loads(FORMS["sarif"](replace(report, results=(whole,))))["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")
