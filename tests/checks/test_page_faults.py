"""`lexdocs check --pages`: faults of pages fail it; those of the deals that come with the project have none."""

from __future__ import annotations

import shutil

import pytest
from typer.testing import CliRunner

from lexdocs.checks.page_faults import page_faults
from lexdocs.cli.main import app
from lexdocs.deal import open_life
from lexdocs.outputs.pdf import house_style
from lexdocs.resources import bundled_deals
from lexdocs.writing.words import write_words
from tests.mailing.fictional_series import DEALS

ALL = {**bundled_deals(), **{path.parent.name: path.parent for path in sorted(DEALS.glob("*/term-sheet.yaml"))}}
PLANTED = "\n.press-release h1 { break-after: page !important }\n"


def test_a_fault_of_a_page_fails_the_check_and_shows_at_the_build(tmp_path):
    """A headline that is left alone on the first page of a release, by a style sheet of the deal's own."""
    deal, out = tmp_path / "tiny", str(tmp_path / "out")
    shutil.copytree(DEALS / "tiny", deal)
    style = deal / "templates" / "style"
    style.mkdir(parents=True)
    (style / "house.css").write_text(house_style() + PLANTED)
    run = CliRunner()
    says = 'page 1: the heading "'
    built = run.invoke(app, ["build", str(deal), "--out", out, "--only", "press-releases/commencement"])
    assert built.exit_code == 0, built.output
    assert says in built.output
    run.invoke(app, ["build", str(deal), "--out", out, "--format", "html", "--format", "text"])
    assert run.invoke(app, ["check", str(deal), "--out", out]).exit_code == 0
    checked = run.invoke(app, ["check", str(deal), "--out", out, "--pages", "--report", "json"])
    assert checked.exit_code == 1
    assert '"page/heading"' in checked.output
    assert says in checked.output.replace('\\"', '"')


@pytest.mark.soak
@pytest.mark.parametrize("sheet", ["letter", "a4"])
@pytest.mark.parametrize("name", sorted(ALL))
def test_the_pages_of_our_deals_have_no_fault(name, sheet, tmp_path):
    folder = tmp_path / name
    shutil.copytree(ALL[name], folder)
    (folder / "templates" / "style").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / "style" / "variables.css").write_text(f":root {{ --sheet: {sheet}; }}\n")
    life = open_life(folder)
    documents = [write_words(deal).documents for deal in life]
    assert [str(each) for each in page_faults(life, documents, large_print=sheet == "letter")] == []
