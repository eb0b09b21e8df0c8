"""Broken term sheets and the exact message that each must give.

A file under `tests/bad/terms/` edits the tiny deal's term sheet (what stands, what is put in its place)
and then lists every message that a reader must see, in order.
"""

import re
import shutil
import tempfile
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.errors import InputError

TESTS = Path(__file__).parents[1]
BAD = sorted((TESTS / "bad" / "terms").glob("*.txt"))
EDIT = re.compile(r"<<<<\n(.*?)\n====\n(.*?)\n?>>>>\n", re.DOTALL)


def run(edits):
    """The messages that the tiny deal gives after some edits of its term sheet."""
    with tempfile.TemporaryDirectory() as folder:
        deal = Path(shutil.copytree(TESTS / "deals" / "tiny", Path(folder) / "deal"))
        sheet = deal / "term-sheet.yaml"
        text = sheet.read_text("utf-8")
        for old, new in edits:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        sheet.write_text(text, "utf-8")
        with pytest.raises(InputError) as caught:
            open_deal(deal)
        return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_message(path):
    text = path.read_text("utf-8")
    edits = EDIT.findall(text)
    expected = EDIT.sub("", text).rstrip("\n").split("\n")
    assert edits
    assert run(edits) == expected


def test_there_are_bad_term_sheets():
    assert len(BAD) >= 25


def test_all_problems_are_reported_at_once():
    """Fourteen mistakes in one sheet, each with its line and its remedy."""
    single = [path for path in BAD if len(EDIT.sub("", path.read_text("utf-8")).strip().split("\n")) == 1]
    chosen = [path for path in single if path.stem in {
        "rate", "thousands", "missing", "no-such-day", "telephone", "unknown-key", "figure-in-text", "not-whole",
        "empty-term", "moment", "choice",
    }]  # fmt: skip
    edits = [edit for path in chosen for edit in EDIT.findall(path.read_text("utf-8"))]
    found = run(edits)
    assert len(found) == len(chosen) == 11
    for problem in found:
        assert re.match(r"term-sheet\.yaml:\d+:\d+ ", problem), problem
        assert "; " in problem or problem.endswith(")"), problem


def files(tmp_path, content):
    deal = Path(shutil.copytree(TESTS / "deals" / "tiny", tmp_path / "deal"))
    sheet = deal / "term-sheet.yaml"
    if content is None:
        sheet.unlink()
    else:
        sheet.write_bytes(content)
    with pytest.raises(InputError) as caught:
        open_deal(deal)
    return [str(problem).replace(str(deal), "DEAL") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "term-sheet.yaml: there is no such file; it belongs in DEAL"),
        (b"", "term-sheet.yaml:1: the file is empty; `lexdocs init` writes one to start from"),
        (
            b"# soon\n",
            "term-sheet.yaml:1: the file holds no terms, only comments; `lexdocs init` writes one to start from",
        ),
        ("kind: exchange\n".encode("utf-16"), "term-sheet.yaml:1: the file is in UTF-16; save it as UTF-8"),
        (b"kind: exchange\nlegend: caf\xe9\n", "term-sheet.yaml:2:12 byte 0xe9 is not UTF-8; save the file as UTF-8"),
        (b"- one\n", "term-sheet.yaml:1:1 the file must hold names and values; write each term like `name: value`"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read(tmp_path, content, message):
    assert files(tmp_path, content) == [message]


def test_a_name_that_stands_twice_does_not_hide_the_other_mistakes(tmp_path):
    found = run([("  ticker: QBLX", "  ticker: QBLX\n  ticker: QBLY"), ("9 3/8%", "nine"), ("  market: Nasdaq\n", "")])
    assert [problem.split(" ", 1)[1].split(":")[0] for problem in found] == [
        "company.market", "company.ticker", "old_notes.rate",
    ]  # fmt: skip


def test_the_register_is_read_though_the_term_sheet_is_broken(tmp_path):
    deal = Path(shutil.copytree(TESTS / "deals" / "tiny", tmp_path / "deal"))
    for name, old, new in (("term-sheet.yaml", "9 3/8%", "nine"), ("register.csv", '"3,500,000"', "foo")):
        (deal / name).write_text((deal / name).read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(InputError) as caught:
        open_deal(deal)
    assert {problem.where.file for problem in caught.value.problems} == {"term-sheet.yaml", "register.csv"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"kind: exchange\nlegend: a\x00b\n", "term-sheet.yaml:2:10 the character U+0000 does not print; delete it"),
        (b"kind: " + b"[" * 600 + b"]" * 600 + b"\n", "is nested too deeply to be read"),
        (b"a:\n" + b"".join(b" " * (n + 1) + b"a:\n" for n in range(900)), "is nested too deeply to be read"),
    ],
)
def test_files_made_to_be_slow_or_odd(tmp_path, content, said):
    assert any(said in problem for problem in files(tmp_path, content))


def test_a_second_commencement_and_an_assumption_that_is_overtaken(tmp_path):
    deal = Path(shutil.copytree(TESTS / "deals" / "tiny", tmp_path / "deal"))
    again = deal / "events" / "2012-07-01-commencement.yaml"
    again.write_text("kind: commencement\nat: July 1, 2012\n", "utf-8")
    with pytest.raises(InputError, match=r"events/2012-07-01-commencement\.yaml:2:5 the deal commenced already"):
        open_deal(deal)
