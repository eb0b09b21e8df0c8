"""Copies of the worked example in several languages, with translations that somebody has approved."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.resources import bundled_deals

LANGUAGES = ("es", "fr", "de")
DOCUMENTS = ("notices/commencement.md", "statements/settlement.md")


def copied(folder: Path, languages: str = "[en, es, fr, de]", spoken: tuple[str, ...] = ("", *LANGUAGES)) -> Path:
    """The worked example with some holders, each with a language, under a folder."""
    deal = folder / "deal"
    shutil.copytree(bundled_deals()["lexington_2001"], deal)
    sheet = deal / "term-sheet.yaml"
    text = sheet.read_text("utf-8").replace("kind: exchange\n", f"kind: exchange\nlanguages: {languages}\n")
    text = text.replace("    id: Account\n", "    id: Account\n    language: Language\n")
    few = "\nacknowledged:\n  - {finding: largest holders, by: A. Tester, because: few holders are enough here}\n"
    sheet.write_text(text + few, "utf-8")
    with (deal / "register.csv").open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    amounts = [int(row[7].strip("$").replace(",", "")) for row in rows]
    if len(spoken) < len(rows):  # the last of them has all that the others had
        rows = rows[: len(spoken)]
        rest = f"${sum(amounts) - sum(amounts[: len(spoken) - 1]):,}"
        rows[-1][7:9] = [rest, rest]
    with (deal / "register.csv").open("w", encoding="utf-8", newline="") as file:
        said = ([*row, spoken[at % len(spoken)]] for at, row in enumerate(rows))
        csv.writer(file, lineterminator="\n").writerows([[*heading, "Language"], *said])
    return deal


def approve(deal: Path, documents: tuple[str, ...] = DOCUMENTS, languages: tuple[str, ...] = LANGUAGES) -> None:
    """Approve the phrases and some documents by name, in the deal's own templates."""
    for language in languages:
        for what in ("phrases", *documents):
            given = ["--approve", "Test Reader", "--on", "October 1, 2026", "--deal", str(deal)]
            done = CliRunner().invoke(app, ["translations", language, what, *given])
            assert done.exit_code == 0, done.output
