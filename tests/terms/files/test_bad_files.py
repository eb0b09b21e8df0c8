"""Broken workbooks and files of fixed positions, and the exact messages that each must give.

A file under `tests/bad/workbooks/` or `tests/bad/positions/` begins with settings, the terms of its section among them
(`section: tenders`, `layout: id=1-5, held=6-20`), then holds the sheets or the lines, and then every message in order.
"""

from pathlib import Path

import pytest

from lexdocs.errors import InputError
from lexdocs.terms.frame import Frame
from lexdocs.terms.holdings import read_holdings
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.tender_terms import TendersTerms
from tests.terms.files.workbooks import write_workbook
from tests.terms.listings import REGISTER, deadlines
from tests.terms.test_bad_listings import parts

BAD = Path(__file__).parents[2] / "bad"
FILES = sorted([*(BAD / "workbooks").glob("*.txt"), *(BAD / "positions").glob("*.txt")])


def pairs(text):
    return dict(pair.split("=") for pair in text.split(", ") if pair)


def read(folder, settings, files):
    """The holdings of a register or a log as a test's file has it; the other one, if there is one, is plain CSV."""
    logged = settings.get("section") == "tenders"
    name = ("tenders" if logged else "register") + (".xlsx" if "messages" in files and "lines" not in files else ".txt")
    terms = {"file": name, **{key: settings[key] for key in ("sheet", "skip_lines", "format") if key in settings}}
    terms |= {key: pairs(settings[key]) for key in ("columns", "layout") if key in settings}
    if "lines" in files:
        (folder / name).write_text(files["lines"], "utf-8")
    else:
        sheets = {key.removeprefix("sheet "): text for key, text in files.items() if key.startswith("sheet ")}
        write_workbook(folder / name, sheets)
    if logged:
        (folder / "register.csv").write_text(REGISTER, "utf-8")
    holders = HoldersTerms() if logged else HoldersTerms.model_validate(terms)
    tenders = TendersTerms.model_validate(terms) if logged else TendersTerms()
    return read_holdings(folder, holders, tenders, Frame(), deadlines(), "Chicago")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_message(path, tmp_path):
    settings, files = parts(path.read_text("utf-8"))
    with pytest.raises(InputError) as caught:
        read(tmp_path, settings, files)
    assert [str(problem) for problem in caught.value.problems] == files["messages"].strip().splitlines()


def test_there_are_bad_workbooks_and_positions():
    assert len(FILES) >= 12
