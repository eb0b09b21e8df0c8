"""What is accepted shows, fails nothing, and is accepted for a time alone."""

import datetime
import json
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.checks.accepted import read_accepted
from lexdocs.cli.main import app
from lexdocs.errors import InputError

pytestmark = pytest.mark.soak

ROOT = Path(__file__).parents[2]
DEAL = ROOT / "lexdocs" / "deals" / "lexington_2001"
OUT = ROOT / "output" / "lexington_2001"
RELEASE = "press-releases/commencement-2001-08-06"
DAY = "2001-08-10"


@pytest.fixture
def deal(tmp_path, monkeypatch):
    """A copy of the worked example, in whose output one figure and one word were edited by hand."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(DEAL, tmp_path / "lexington_2001")
    shutil.copytree(OUT, tmp_path / "output" / "lexington_2001", ignore=shutil.ignore_patterns("*.pdf"))
    for old, new in ((">$274,000<", ">$247,000<"), ("opened today", "opened yesterday")):
        path = tmp_path / "output" / "lexington_2001" / f"{RELEASE}.html"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    return tmp_path / "lexington_2001"


def check(*options):
    ran = CliRunner().invoke(app, ["check", "lexington_2001", "--report", "json", "--today", DAY, *options])
    return ran.exit_code, json.loads(ran.stdout)["results"], ran.stderr


def accept(deal, *entries, until="August 31, 2001"):
    lines = ["accepted:"]
    for entry in entries:
        first, *rest = [f"{name}: {value}" for name, value in entry.items()]
        lines += [f"  - {first}", *(f"    {each}" for each in rest)]
        lines += ["    because: the printer has it", "    by: A. Counsel", f"    until: {until}"]
    (deal / "accepted.yaml").write_text("\n".join(lines) + "\n", "utf-8")


@cache
def fingerprints():
    """Of the two results of the copy as it is made, which are the same for each test."""
    return [each["fingerprint"] for each in check()[1]]


def both(deal, **terms):
    accept(deal, *({"finding": each} for each in fingerprints()), **terms)


def test_what_is_accepted_shows_and_fails_nothing(deal):
    code, results, _said = check()
    assert (code, [each["rule_id"] for each in results]) == (1, ["edited-by-hand", "words-drifted"])
    both(deal)
    code, results, said = check()
    assert code == 0
    assert [each["accepted"]["by"] for each in results] == ["A. Counsel"] * 2
    assert "2 results are accepted and shown all the same" in said
    shown = CliRunner().invoke(app, ["check", "lexington_2001", "--today", DAY])
    assert "$247,000 → $274,000  accepted by A. Counsel: the printer has it" in shown.stdout


def test_one_of_two_accepted_fails_all_the_same(deal):
    _code, results, _said = check()
    accept(deal, {"finding": results[0]["fingerprint"]})
    code, results, _said = check()
    assert (code, ["accepted" in each for each in results]) == (1, [True, False])


def test_a_kind_of_result_with_its_figure_or_its_file(deal):
    accept(
        deal,
        {"finding": "edited-by-hand", "figure": "maximum_holdout_principal"},
        {"finding": "words-drifted", "where": f"{RELEASE}.html"},
    )
    assert check()[0] == 0
    accept(
        deal, {"finding": "edited-by-hand", "figure": "outstanding"}, {"finding": "words-drifted", "where": "a.html"}
    )
    code, results, _said = check()
    assert code == 1
    assert [each["rule_id"] for each in results[2:]] == ["accepts-nothing"] * 2


def test_another_edit_of_the_same_figure_is_not_accepted(deal):
    both(deal)
    page = Path("output/lexington_2001") / f"{RELEASE}.html"
    page.write_text(page.read_text("utf-8").replace(">$247,000<", ">$742,000<"), "utf-8")
    code, results, _said = check()
    assert code == 1
    assert "accepted" not in results[0]


def test_lines_may_move_under_what_is_accepted(deal):
    both(deal)
    page = Path("output/lexington_2001") / f"{RELEASE}.html"
    page.write_text(page.read_text("utf-8").replace("<main>", "\n\n<main>"), "utf-8")
    code, results, _said = check()
    assert (code, ["accepted" in each for each in results]) == (0, [True, True])


def test_a_term_that_moved_is_accepted_with_all_its_places(deal):
    for path, old, new in (
        (deal / "term-sheet.yaml", "exercise_price: $2.273", "exercise_price: $2.373"),
        (Path("output/lexington_2001") / f"{RELEASE}.html", ">$247,000<", ">$274,000<"),
        (Path("output/lexington_2001") / f"{RELEASE}.html", "opened yesterday", "opened today"),
    ):
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
    code, results, _said = check()
    assert code == 1
    assert results[0]["rule_id"] == "term-moved"
    accept(deal, {"finding": results[0]["fingerprint"]})
    code, after, _said = check()
    assert code == 0
    assert all("accepted" in each for each in after)
    assert len(after) == len(results) > 3


def test_a_stamp_that_was_edited_by_hand_is_told_as_words(deal):
    circular = Path("output/lexington_2001/offering-circular/offering-circular-2001-08-06.html")
    text = circular.read_text("utf-8")
    stamp = re.findall(r"terms ([0-9a-f]{12})", text)[0]
    circular.write_text(text.replace(stamp, "0123456789ab"), "utf-8")
    code, results, _said = check()
    assert code == 1
    told = [each for each in results if each["file"].endswith("offering-circular-2001-08-06.html")]
    assert [each["rule_id"] for each in told] == ["words-drifted"]
    assert f"printed “terms 0123456789ab”, written “terms {stamp}”" in told[0]["message"]


@pytest.mark.parametrize(
    ("until", "today", "code"),
    [("August 10, 2001", "2001-08-10", 0), ("August 10, 2001", "2001-08-11", 1), ("August 10, 2001", "2030-01-01", 1)],
)
def test_an_acceptance_holds_through_its_last_day(deal, until, today, code):
    both(deal, until=until)
    found, results, _said = check("--today", today)
    assert found == code
    over = [each for each in results if each["rule_id"] == "acceptance-expired"]
    assert len(over) == 2 * code
    for each in over:
        assert each["file"] == "lexington_2001/accepted.yaml"
        assert "was accepted until 2001-08-10" in each["message"]
        assert each["line"] > 1


def test_an_acceptance_that_is_over_is_a_result_even_where_nothing_is_left_to_accept(deal):
    both(deal, until="August 10, 2001")
    shutil.rmtree("output/lexington_2001")
    shutil.copytree(OUT, "output/lexington_2001", ignore=shutil.ignore_patterns("*.pdf"))
    code, results, _said = check("--today", "2001-08-11")
    assert (code, {each["rule_id"] for each in results}) == (1, {"acceptance-expired"})
    code, results, _said = check("--today", "2001-08-10")
    assert (code, {each["rule_id"] for each in results}) == (0, {"accepts-nothing"})
    assert {each["level"] for each in results} == {"warning"}


def test_an_acceptance_ends_by_the_deals_own_last_event_too(deal):
    """The example's last event is of August 6, 2001: what was accepted until the day before is over on any day."""
    both(deal, until="August 5, 2001")
    code, results, _said = check("--today", "2001-08-01")
    assert code == 1
    assert [each["rule_id"] for each in results[2:]] == ["acceptance-expired"] * 2


def test_without_a_day_the_real_one_holds(deal):
    both(deal, until="January 1, 2024")
    ran = CliRunner().invoke(app, ["check", "lexington_2001"])
    assert ran.exit_code == 1
    assert "was accepted until 2024-01-01" in ran.stdout
    tomorrow = datetime.datetime.now(tz=datetime.UTC).date() + datetime.timedelta(days=2)
    both(deal, until=f"{tomorrow:%B} {tomorrow.day}, {tomorrow.year}")
    assert CliRunner().invoke(app, ["check", "lexington_2001"]).exit_code == 0


WHOLE = {"finding": "words-drifted", "where": "a.html", "because": "so", "by": "me", "until": "March 1, 2012"}


@pytest.mark.parametrize(
    ("changes", "place", "what"),
    [
        ({"because": None}, "2:5", "because: is missing"),
        ({"by": None}, "2:5", "by: is missing"),
        ({"until": None}, "2:5", "until: is missing"),
        ({"until": "soon"}, "6:12", '"soon" is not a date'),
        ({"where": None}, "2:14", "would accept all of it"),
        ({"finding": "word-drifted"}, "2:14", 'did you mean "words-drifted"?'),
        ({"finding": "not-written"}, "2:14", "cannot be accepted"),
        ({"finding": "0123"}, "2:14", "is neither a fingerprint nor a kind of result"),
        ({"figur": "rate"}, "7:5", 'did you mean "figure"?'),
    ],
)
def test_a_faulty_acceptance_is_told_with_its_place(deal, changes, place, what):
    entry = [f"{name}: {value}" for name, value in {**WHOLE, **changes}.items() if value is not None]
    (deal / "accepted.yaml").write_text("accepted:\n  - " + "\n    ".join(entry) + "\n", "utf-8")
    with pytest.raises(InputError) as told:
        read_accepted(deal)
    assert any(f"accepted.yaml:{place} " in str(each) and what in str(each) for each in told.value.problems), told.value
    ran = CliRunner().invoke(app, ["check", "lexington_2001", "--today", DAY])
    assert isinstance(ran.exception, InputError)


def test_no_file_accepts_nothing(deal):
    assert read_accepted(deal) == ()
