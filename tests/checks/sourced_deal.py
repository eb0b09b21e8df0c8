"""A small fictional deal whose terms stand in two files of `tests/checks/sourced/`: a release and a circular."""

from __future__ import annotations

import shutil
from pathlib import Path

from lexdocs.checks.reading.files import read_files
from lexdocs.checks.reviewed import terms_of
from lexdocs.checks.sources import Sourced, Sources, sourced
from lexdocs.deal import open_life

HERE = Path(__file__).parent
TINY = HERE.parent / "deals" / "tiny"
FILES = HERE / "sourced"
RELEASE, CIRCULAR = "press-release-2012-06-11.txt", "circular.html"
INVENTION = "an invention for tests"
_SOURCES = f"""sources:
  invention:
    document: {INVENTION}
    states:
      throughout: [legend, holders, warrants.rounding, holdouts]
  release:
    document: press release of June 11, 2012
    dated: June 11, 2012
    states:
      all of it: [company, contact, old_notes, new_notes, participation_fee, warrants, offer, agents]
  circular:
    document: offering circular
    dated: June 13, 2012
    states:
      cover: [old_notes.cusip, offer.circular_sent]
"""


def a_deal(folder: Path) -> Path:
    """A copy of the smallest deal, with the sources of its terms named."""
    deal = Path(shutil.copytree(TINY, folder / "quillfeather"))
    sheet = deal / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").partition("sources:")[0] + _SOURCES, "utf-8")
    for event in (deal / "events").iterdir():
        said = event.read_text("utf-8").replace(INVENTION, "press release of June 11, 2012, dateline")
        event.write_text(said, "utf-8")
    return deal


def files(folder: Path) -> Path:
    """A copy of the two files."""
    return Path(shutil.copytree(FILES, folder / "sources"))


def change(path: Path, old: str, new: str) -> None:
    """Change what a file says, wherever it says it."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def held(deal: Path, folder: Path) -> Sources:
    """The terms of a deal against the files of a folder."""
    life = open_life(deal)
    return sourced(life, terms_of(life[-1]), read_files(sorted(path for path in folder.iterdir() if path.is_file())))


def term(found: Sources, path: str) -> Sourced:
    """What is said of one term."""
    (one,) = (each for each in found.terms if each.leaf.path == path)
    return one
