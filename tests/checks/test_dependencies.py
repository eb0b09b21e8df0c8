"""The dependency table: which figures and which documents each term moves, and no other.

`dependencies.md` is the table, written for people. For each of its rows the term is edited in a copy of
the worked example; exactly the figures and documents listed must move, `lexdocs check` against the old
output must exit 1 and name them, and the values that the row gives were worked out by hand.
"""

import re
import shutil
from functools import lru_cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.checks.drift import drift
from lexdocs.checks.saved import read_saved, ticks
from lexdocs.cli.main import app
from lexdocs.deal import open_deal
from lexdocs.figures.record import record
from lexdocs.resources import bundled_deals
from lexdocs.writing.files import write_files
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

EXAMPLE = bundled_deals()["lexington_2001"]
TABLE = Path(__file__).with_name("dependencies.md")
CELL = re.compile(r"`([^`]+)`")


def rows():
    """The rows of the table: path, old line, new line, figures, values by hand, documents."""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("| `"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            figures, documents = cells[2:]
            (path,), (old, new) = (CELL.findall(cell) for cell in cells[:2])
            values = dict(each.split(" = ", 1) for each in CELL.findall(figures) if " = " in each)
            names = {each.split(" = ")[0].split("[")[0] for each in CELL.findall(figures)}
            yield pytest.param(old, new, names, values, set(CELL.findall(documents)), id=path)


@lru_cache(maxsize=1)
def before(out):
    """The example as it stands, built to text formats once, and its pages."""
    deal = open_deal(EXAMPLE)
    words = write_words(deal)
    assert not words.problems
    write_files([deal], [words], out, ("html", "text"))
    return deal, pages(deal)


def pages(deal):
    found: dict[str, str] = {}
    for document in write_words(deal).documents:
        found |= {name: str(page) for name, page in write_pages(deal, document, ("html", "text")).items()}
    return found


def kind(name):
    """A document without its event and its holder."""
    return re.sub(r"-\d{4}-\d\d-\d\d.*", "", name)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("built") / "lexington_2001"
    return out, *before(out)


def test_the_table_covers_every_term_that_it_must():
    covered = {parameter.id for parameter in rows()}
    assert covered >= {
        "old_notes.outstanding", "old_notes.denomination", "old_notes.rate", "old_notes.interest_paid_to",
        "old_notes.day_count", "offer.consummation_date", "new_notes.steps[0].rate", "new_notes.steps[1].rate",
        "participation_fee.amount", "participation_fee.installments[1].date", "participation_fee.installments[2].date",
        "warrants.per_denomination", "warrants.exercise_price", "warrants.shares_outstanding", "offer.minimum_tender",
        "offer.expiration", "offer.record_date", "company.name", "agents.exchange_agent", "contact.name",
        "contact.telephone",
    }  # fmt: skip


@pytest.mark.soak  # CI changes every input with `lexdocs mutate`; this table was worked out by hand
@pytest.mark.parametrize(("old", "new", "names", "values", "documents"), list(rows()))
def test_a_term_moves_what_follows_from_it_and_nothing_else(built, tmp_path, old, new, names, values, documents):
    out, deal, was = built
    copy = Path(shutil.copytree(EXAMPLE, tmp_path / "lexington_2001"))
    edited = [path for path in copy.rglob("*.yaml") if old in path.read_text("utf-8")]
    assert len(edited) == 1
    text = edited[0].read_text("utf-8")
    assert text.count(old) == 1
    edited[0].write_text(text.replace(old, new), "utf-8")

    moved = open_deal(copy)
    first, second = record(deal.book), record(moved.book)
    changed = {each for each in {*first, *second} if _value(first.get(each)) != _value(second.get(each))}
    assert {each.split("[")[0] for each in changed} == names
    for name, value in values.items():
        assert second[name]["shown"] == value, name

    now = pages(moved)
    printed = {name for name, page in now.items() if name.endswith(".html") and ticks(page) != ticks(was[name])}
    assert {kind(name) for name in printed} == documents
    # What did not move did not move by a byte, but for the legend of what is assumed.
    assert {kind(name) for name, page in now.items() if page != was[name]} == documents

    found = drift(moved.book, now, read_saved(out))
    assert {each.name.split("[")[0] for each in found.figures} >= names
    result = CliRunner().invoke(app, ["check", str(copy), "--out", str(out)])
    assert result.exit_code == 1
    for name in names:
        assert name in result.output


def _value(entry):
    return entry and (entry.get("value"), entry.get("shown"), entry.get("pending"))
