"""The file of exceptions takes nobody's file away, is there as soon as rows are set aside, and nobody is no mailing."""

import shutil
from pathlib import Path

import pytest

from lexdocs.errors import InputError, LexdocsError, UsageError
from lexdocs.mailing.allocation import allocate
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals
from tests.mailing.fictional import ACKNOWLEDGED, lay_out_deal, varied
from tests.mailing.folders import change

LATER = Path(__file__).parents[1] / "deals" / "lexington_later"
EXAMPLE = bundled_deals()["lexington_2001"]


def example(tmp_path):
    return Path(shutil.copytree(EXAMPLE, tmp_path / "lexington_2001", ignore=shutil.ignore_patterns("output")))


def places(tmp_path):
    """Places where no file of exceptions may be, with what is wrong with each."""
    folder = tmp_path / "lexington_2001"
    (tmp_path / "password.txt").write_text("open sesame\n", "utf-8")
    (tmp_path / "empty").touch()
    (tmp_path / "noted.csv").write_text("\ufefffile,row,reason,remedy,principal,of,mine\n", "utf-8")
    (tmp_path / "link.csv").symlink_to(folder / "register.csv")
    return {
        folder / "register.csv": "is what is read",
        tmp_path / "link.csv": "is what is read",
        folder / "tenders.csv": "is what is read",
        folder / "term-sheet.yaml": "lies in the deal's own folder",
        folder / "exceptions.csv": "lies in the deal's own folder",
        folder / "templates" / "house.md": "lies in the deal's own folder",
        tmp_path / "password.txt": "is there already, and is no file of exceptions",
        tmp_path / "empty": "is there already, and is no file of exceptions",
        tmp_path / "noted.csv": "is there already, and is no file of exceptions",
        tmp_path: "is a folder",
    }


def test_a_mailing_writes_its_exceptions_over_nothing(tmp_path):
    folder, out, released = example(tmp_path), tmp_path / "out", tmp_path / "released"
    found = places(tmp_path)
    found |= {each / "exceptions.csv": "belongs to what is written beside it" for each in (out, released)}
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for path, what in found.items():
        with pytest.raises(UsageError) as refused:
            mail(Asked(folder, out, exceptions=path, corrects=released))
        assert str(refused.value).startswith(f"{path}: {what}; name ")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_so_does_an_allocation(tmp_path):
    folder, out = example(tmp_path), tmp_path / "out.csv"
    found = places(tmp_path)
    found |= dict.fromkeys((out, tmp_path / "out.totals.csv"), "belongs to what is written beside it")
    for path, what in found.items():
        with pytest.raises(UsageError, match=f": {what}; name "):
            allocate(folder, out, exceptions=path)
    assert not out.exists()


def test_an_earlier_file_of_exceptions_is_written_anew_also_where_output_lies(tmp_path):
    folder, path = example(tmp_path), tmp_path / "lexington_2001" / "output" / "exceptions.csv"
    change(folder / "register.csv", "BO-1007,", "BO 1007,")
    allocate(folder, tmp_path / "out.csv", exceptions=path)
    first = path.read_text("utf-8")
    change(folder / "register.csv", "BO 1007,", "BO-1007,")
    allocate(folder, tmp_path / "out.csv", exceptions=path)
    assert first.count("BO 1007") == 1
    assert path.read_text("utf-8") == first.splitlines(keepends=True)[0]


def test_a_mailing_that_is_refused_leaves_its_exceptions_and_says_so(tmp_path):
    folder, path = Path(shutil.copytree(LATER, tmp_path / "later")), tmp_path / "exceptions.csv"
    change(folder / "register.csv", "BO-1001,", "BO 1001,")
    with pytest.raises(LexdocsError) as refused:
        mail(Asked(folder, tmp_path / "out", exceptions=path, stream=False, html=True))
    assert refused.value.exit_code == 1
    *others, last = map(str, refused.value.problems)
    assert any("minimum" in each for each in others)
    assert last == f"{path}: has the 2 rows that were set aside"
    assert path.read_text("utf-8").count("register.csv") > 1


@pytest.mark.parametrize("acknowledged", [True, False])
def test_a_mailing_of_nobody_is_refused(tmp_path, acknowledged):
    folder, out = lay_out_deal(tmp_path / "lexington_2001", list(varied(2))), tmp_path / "out"
    register = folder / "register.csv"
    register.write_text(register.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    if not acknowledged:
        change(folder / "term-sheet.yaml", ACKNOWLEDGED, "\n")
    with pytest.raises(InputError, match=r"^register\.csv: has no holders; write a row for each holder"):
        mail(Asked(folder, out))
    assert [path.name for path in out.iterdir()] == [".kept"]


def test_so_is_one_whose_rows_are_all_set_aside(tmp_path):
    folder, path = lay_out_deal(tmp_path / "lexington_2001", list(varied(2))), tmp_path / "exceptions.csv"
    register = folder / "register.csv"
    register.write_text(register.read_text("utf-8").replace("BO-", "BO "), "utf-8")
    said = rf"^register\.csv: has no holder left: every row.*\n{path}: has the 2 rows that were set aside$"
    for refused in (
        lambda: mail(Asked(folder, tmp_path / "out", exceptions=path)),
        lambda: allocate(folder, tmp_path / "out.csv", exceptions=path),
    ):
        with pytest.raises(InputError, match=said):
            refused()
    assert path.read_text("utf-8").count("BO 00000") == 2
