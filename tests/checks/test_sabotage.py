"""Sabotage of a copy of the package, its templates and its output: each kind is found, and its cause is named."""

import datetime
import json
import shutil
from pathlib import Path

import pytest

from lexdocs.checks.held import hold
from lexdocs.checks.reports.data import data
from lexdocs.checks.reports.places import Places
from tests.process import forked

ROOT = Path(__file__).parents[2]
DEAL = "lexdocs/deals/lexington_2001"
OUT = "output/lexington_2001"
RELEASE = f"{OUT}/press-releases/commencement-2001-08-06"
TEMPLATE = f"{DEAL}/templates/press-releases/commencement.md"
DAY = datetime.date(2001, 8, 6)


@pytest.fixture
def copy(tmp_path):
    """A deal with a template of its own that is the house's, and the output as it is committed."""
    for name in (DEAL, OUT):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.pdf"))
    (tmp_path / TEMPLATE).parent.mkdir(parents=True)
    shutil.copy(ROOT / "templates/press-releases/commencement.md", tmp_path / TEMPLATE)
    return tmp_path


@pytest.fixture
def checkout(tmp_path):
    """A checkout of its own: the package, the templates, and the output as it is committed."""
    for name in ("lexdocs", "templates", OUT):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.pdf"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert text.count(old) >= 1, old
    path.write_text(text.replace(old, new, 1), "utf-8")


def check(copy):
    """The exit code of a check of the copy, and its results as data."""
    held = hold(copy / DEAL, copy / OUT, DAY)
    report = Places(copy, [copy / OUT, copy / DEAL, copy / DEAL / "templates"]).report(held.report)
    return 4 if held.unwritten else int(report.stands), json.loads(data(report))["results"]


def check_with_its_own_package(checkout):
    """The same of a checkout whose rules may be others, as a process of its own."""
    ran = forked("check", DEAL, "--out", OUT, "--report", "json", cwd=checkout, package=checkout)
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.returncode, json.loads(ran.stdout)["results"]


def places(results, **wanted):
    """The results that have all these values."""
    return [each for each in results if all(each.get(name) == value for name, value in wanted.items())]


def test_the_copy_is_sound(copy):
    assert check(copy) == (0, [])


def test_a_literal_frozen_in_a_template_with_a_tick_around_it(copy):
    frozen = '<data class="figure" value="27412000" data-figure="outstanding">$27,412,000</data>'
    edit(copy / TEMPLATE, "amount of {{ outstanding }}", f"amount of {frozen}")
    code, results = check(copy)
    assert code == 4
    assert any(each["file"] == TEMPLATE and "$27,412,000" in each["message"] for each in results)


def test_two_figures_swapped_in_a_template(copy):
    edit(copy / TEMPLATE, "warrants for {{ maximum_warrants }}", "warrants for {{ shares_outstanding }}")
    edit(copy / TEMPLATE, "compared with {{ shares_outstanding }}", "compared with {{ maximum_warrants }}")
    code, results = check(copy)
    assert code == 1
    for form in ("html", "txt"):
        drifted = places(results, file=f"{RELEASE}.{form}", rule_id="figure-drifted")
        assert {each["figure"] for each in drifted} == {"maximum_warrants", "shares_outstanding"}
        assert all("press-releases/commencement.md" in each["cause"] for each in drifted)


@pytest.mark.soak
def test_a_rule_that_skips_an_input(checkout):
    rule = checkout / "lexdocs/offers/participation.py"
    edit(rule, "min(minimum_tender_notes * denomination, outstanding)", "minimum_tender_notes * denomination + 1")
    code, results = check_with_its_own_package(checkout)
    assert code == 1
    first, *rest = results
    assert first["rule_id"] == "rule-moved"
    assert first["file"] == "lexdocs/offers/participation.py"
    assert "def minimum_tender_principal" in "".join(
        rule.read_text("utf-8").splitlines()[first["line"] : first["line"] + 1]
    )
    # What follows from it is under it, and blames no rule of its own.
    assert {each["cause"] for each in rest} == {first["cause"]}
    assert places(rest, figure="maximum_holdout_principal", printed="$274,000", calculated="$273,999")


@pytest.mark.soak
def test_an_input_left_out_of_a_rule(checkout):
    rule = checkout / "lexdocs/offers/warrants.py"
    edit(rule, "shares_outstanding + aggregate_warrants", "shares_outstanding + aggregate_warrants * 0")
    code, results = check_with_its_own_package(checkout)
    assert code == 1
    assert results[0]["message"].startswith("the rule of shares_after_exercise moved")


def test_a_rounding_turned(checkout):
    edit(
        checkout / "lexdocs/offers/participation.py",
        "@rule(round=Round(Rounding.UP)",
        "@rule(round=Round(Rounding.DOWN)",
    )
    code, results = check_with_its_own_package(checkout)
    assert code == 1
    assert results[0]["rule_id"] == "rule-moved"
    assert results[0]["message"].startswith("the rule of minimum_tender_notes moved, 27,138 → 27,137")
    assert places(results, figure="maximum_holdout_principal", printed="$274,000", calculated="$275,000")


def test_a_rounding_turned_in_the_terms(copy):
    sheet = copy / DEAL / "term-sheet.yaml"
    code_before = check(copy)[0]
    lines = sheet.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if "minimum_tender:" in line)
    lines[at] = lines[at].replace("99%", "98%")
    sheet.write_text("\n".join(lines) + "\n", "utf-8")
    code, results = check(copy)
    assert (code_before, code) == (0, 1)
    first = results[0]
    assert (first["rule_id"], first["file"], first["line"]) == ("term-moved", f"{DEAL}/term-sheet.yaml", at + 1)
    assert first["message"].startswith("offer.minimum_tender: 99% → 98%")


@pytest.mark.parametrize(
    ("file", "old", "new", "figure"),
    [
        (f"{RELEASE}.html", ">$274,000<", ">$247,000<", "maximum_holdout_principal"),
        (f"{RELEASE}.txt", "149,396", "149,369", "maximum_warrants"),
        (f"{RELEASE}.txt", "September 4, 2001", "September 5, 2001", "expiration"),
        (f"{RELEASE}.html", 'data-figure="outstanding"', 'data-figure="old_rate"', "outstanding"),
        (f"{RELEASE}.html", 'value="27412000"', 'value="27412001"', "outstanding"),
        (f"{RELEASE}.html", 'data-style="upper"', 'data-style="words"', "company_city"),
        (f"{RELEASE}.html", ' data-style="upper"', "", "company_city"),
        (f"{RELEASE}.html", '<data class="figure" value="27412000"', '<data value="27412000"', "outstanding"),
    ],
)
def test_a_figure_edited_by_hand(copy, file, old, new, figure):
    edit(copy / file, old, new)
    code, results = check(copy)
    assert code == 1
    assert {each.get("figure") for each in results} == {figure}
    assert {each["file"] for each in results} == {file}
    line = (copy / file).read_text("utf-8").split("\n")[results[0]["line"] - 1]
    assert new.split(" ")[0] in line or not new


def test_a_figure_deleted(copy):
    page = copy / f"{RELEASE}.html"
    text = page.read_text("utf-8")
    start = text.index('<data class="figure" value="27412000"')
    end = text.index("</data>", start) + len("</data>")
    page.write_text(text[:start] + text[end:], "utf-8")
    code, results = check(copy)
    assert code == 1
    assert places(results, figure="outstanding", printed="not printed", calculated="$27,412,000")


def test_a_figure_deleted_in_the_text(copy):
    edit(copy / f"{RELEASE}.txt", "$27,412,000", "")
    code, results = check(copy)
    assert code == 1
    assert places(results, file=f"{RELEASE}.txt", figure="outstanding", calculated="$27,412,000")


def test_a_file_missing_and_a_stranger(copy):
    (copy / f"{OUT}/notices/commencement-2001-08-06.html").unlink()
    (copy / f"{OUT}/notices/draft.html").write_text("<p>draft</p>", "utf-8")
    code, results = check(copy)
    assert code == 1
    assert [(each["rule_id"], Path(each["file"]).name) for each in results] == [
        ("file-missing", "commencement-2001-08-06.html"),
        ("file-unknown", "draft.html"),
    ]


def test_a_term_edited_in_the_record(copy):
    """No file of the deal moved, so it was no term that did."""
    edit(copy / f"{OUT}/figures.json", '"value": "27412000"', '"value": "27412001"')
    edit(copy / f"{OUT}/figures.json", '"shown": "$27,412,000"', '"shown": "$27,412,001"')
    code, results = check(copy)
    assert code == 1
    assert {each["rule_id"] for each in results} == {"edited-by-hand"}
    assert "the deal folder is the one it was built from" in results[0]["cause"]
    assert '"outstanding"' in (copy / results[0]["file"]).read_text("utf-8").split("\n")[results[0]["line"] - 1]


def test_a_calculated_figure_edited_in_the_record(copy):
    """Every page prints it as it is calculated, so it was no rule that moved."""
    path = copy / f"{OUT}/figures.json"
    record = json.loads(path.read_text("utf-8"))
    record["figures"]["maximum_holdout_principal"] |= {"value": "274001", "shown": "$274,001"}
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")
    code, results = check(copy)
    assert code == 1
    (only,) = results
    assert only["rule_id"] == "edited-by-hand"
    assert (only["printed"], only["calculated"]) == ("$274,001", "$274,000")


def test_a_print_style_changed_in_a_template(copy):
    edit(copy / TEMPLATE, "amount of {{ outstanding }}", "amount of {{ outstanding | cents }}")
    code, results = check(copy)
    assert code == 1
    (html,) = places(results, file=f"{RELEASE}.html")
    assert (html["printed"], html["calculated"]) == ("$27,412,000", "$27,412,000.00")
    assert "another style, plain → cents" in html["cause"]
