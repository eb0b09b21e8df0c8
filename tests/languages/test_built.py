"""Deals built in the languages of the house at every event: no typed number, no missing phrase, only drafts to tell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from tests.languages.test_house import WHOLE

DEALS = ("lexington_later", "ferry", "windrow")


@pytest.mark.soak
@pytest.mark.parametrize("language", WHOLE)
@pytest.mark.parametrize("deal", DEALS)
def test_a_deal_is_built_in_the_language_at_every_event(tmp_path: Path, deal: str, language: str):
    copy = spoken(tmp_path, deal, language)
    asked = [part for what in ("notices", "statements") for part in ("--only", what)]
    told = CliRunner().invoke(app, ["build", str(copy), "--out", str(tmp_path / "out"), "--format", "html", *asked])
    assert told.exit_code == 0, told.output
    assert f"templates/languages/{language}.yaml: " not in told.output
    assert list((tmp_path / "out" / "statements").rglob(f"*.{language}.html"))


def spoken(folder: Path, deal: str, language: str) -> Path:
    """A copy of a deal that asks for a language, in which all its holders are written to."""
    copy = Path(shutil.copytree(Path("tests/deals") / deal, folder / deal))
    sheet = copy / "term-sheet.yaml"
    text = sheet.read_text("utf-8").replace("\nkind: ", f"\nlanguages: [en, {language}]\nkind: ", 1)
    sheet.write_text(text.replace("  columns:\n", "  columns:\n    language: language\n"), "utf-8")
    register = copy / "register.csv"
    heading, *rows = register.read_text("utf-8").splitlines()
    lines = [f"{heading},language", *(f"{row},{language}" for row in rows)]
    register.write_text("\n".join(lines) + "\n", "utf-8")
    return copy
