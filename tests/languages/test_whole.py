"""The house's own translations: every notice and statement of holders is there, whole, of the English of today."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.documents.languages.standing import is_translated, standing
from lexdocs.documents.library import open_library
from lexdocs.resources import templates_folder

WHOLE: tuple[str, ...] = ("es",)
"""The languages in which all of them are translated."""
DEALS = ("lexington_later", "ferry", "windrow")
HOUSE = open_library([templates_folder()])
DOCUMENTS = [name for name in HOUSE.documents if is_translated(HOUSE, name)]


@pytest.mark.parametrize("language", WHOLE)
def test_every_notice_and_statement_is_translated_from_the_words_of_today(language: str):
    assert len(DOCUMENTS) > 10
    found = [standing(HOUSE, name, language) for name in DOCUMENTS]
    assert [str(problem) for each in found for problem in (*each.missing, *each.wrong, *each.stale)] == []


@pytest.mark.soak
@pytest.mark.parametrize("language", WHOLE)
@pytest.mark.parametrize("deal", DEALS)
def test_a_deal_is_built_in_the_language_at_every_event(tmp_path: Path, deal: str, language: str):
    """Words without typed numbers, phrases for all that its terms say: only the drafts are told."""
    copy = _spoken(tmp_path, deal, language)
    asked = [part for what in ("notices", "statements") for part in ("--only", what)]
    told = CliRunner().invoke(app, ["build", str(copy), "--out", str(tmp_path / "out"), "--format", "html", *asked])
    assert told.exit_code == 0, told.output
    assert f"templates/languages/{language}.yaml: " not in told.output
    assert list((tmp_path / "out").rglob(f"*.{language}.html"))


def _spoken(folder: Path, deal: str, language: str) -> Path:
    """A copy of a test deal that asks for a language, in which all its holders are written to."""
    copy = Path(shutil.copytree(Path("tests/deals") / deal, folder / deal))
    sheet = copy / "term-sheet.yaml"
    text = sheet.read_text("utf-8").replace("\nkind: ", f"\nlanguages: [en, {language}]\nkind: ", 1)
    sheet.write_text(text.replace("  columns:\n", "  columns:\n    language: language\n"), "utf-8")
    register = copy / "register.csv"
    heading, *rows = register.read_text("utf-8").splitlines()
    lines = [f"{heading},language", *(f"{row},{language}" for row in rows)]
    register.write_text("\n".join(lines) + "\n", "utf-8")
    return copy
