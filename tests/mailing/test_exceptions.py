"""Bad rows set aside: each with its reason and its cells, counted and totalled, and every row kept or set aside."""

import csv
import datetime
import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.errors import InputError, UsageError
from lexdocs.mailing.allocation import allocate
from lexdocs.mailing.exceptions import set_aside, write_exceptions
from lexdocs.notation.units import Moment
from lexdocs.offers.kinds import KINDS
from lexdocs.terms import spool
from lexdocs.terms.terms import read_terms
from tests.benchmarks.listings import write_listings
from tests.terms.files.workbooks import write_workbook

TINY = Path(__file__).parents[1] / "deals" / "tiny"
LATE = Moment(datetime.date(2012, 8, 24), 24, 0, "Chicago")
HEAD = "id,name,address_1,held\n"
LOG = "time,holder,action,principal,reference\n"


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    monkeypatch.setattr(spool, "_SHARD", 200)


def deal(tmp_path, register, log=None):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    (folder / "register.csv").write_text(register, "utf-8")
    if log is not None:
        (folder / "tenders.csv").write_text(log, "utf-8")
    return folder


def aside(folder, as_of=LATE):
    return set_aside(folder, read_terms(folder, KINDS, as_of=as_of, holdings_too=False))


def told(found):
    return [(row.file, row.line, row.reasons) for row in found.rows]


REGISTER = (
    HEAD + "F-7,Fund,Row,50000\n"  # 2
    "F-8,Fund,Row,lots\n"  # 3
    'F-9,"Two\nlines",Row,-500\n'  # 4 and 5
    ",Nobody,Row,100\n"  # 6
    "F-10,Short\n"  # 7
    "F-11,Twice,Row,100\n"  # 8
    "\n"
    "f-11,Twice,Other,200.50\n"  # 10
    "F-12,Alike,Row,700\n"  # 11
    "F-12,Alike,Row,700\n"  # 12
    "Total,,,50700\n"  # 13
)
TENDERS = (
    LOG + "2012-07-18 09:00,F-7,tender,1000,V1\n"  # 2
    "2012-07-18 09:00,F-8,tender,2000,V2\n"  # 3
    "2012-07-18 09:00,F-77,tender,3000,V3\n"  # 4
    "2012-07-18 09:00,F-7,tender,x,V4\n"  # 5
    "2012-07-18 09:00,F-11,withdrawal,100,V5\n"  # 6
    "2012-07-18 09:01,F-7,withdrawal,9000,V6\n"  # 7
    "2012-07-18 09:02,F-12,tender,700,V7\n"  # 8
    "2012-07-18 09:02,F-12,tender,700,V7\n"  # 9
)


def test_every_bad_row_has_its_reasons(tmp_path):
    found = aside(deal(tmp_path, REGISTER, TENDERS))
    assert told(found) == [
        ("register.csv", 3, ('held: "lots" is not an amount of money',)),
        ("register.csv", 4, ('held: "-500" is less than nothing',)),
        ("register.csv", 6, ("id: is empty",)),
        ("register.csv", 7, ("has 2 cells where the heading has 4",)),
        ("register.csv", 8, ('id: "F-11" stands in line 10 too, and says other things',)),
        ("register.csv", 10, ('id: "f-11" stands in line 8 already',)),
        ("register.csv", 12, ('id: "F-12" stands in line 11 already',)),
        ("register.csv", 13, ('"Total" is a row of totals, not one of its holders',)),
        ("tenders.csv", 3, ('holder: the row of "F-8" in the register is set aside (register.csv:3)',)),
        ("tenders.csv", 4, ('holder: the register has no "F-77"',)),
        ("tenders.csv", 5, ("principal: the cell (1 character) is not an amount of money",)),
        ("tenders.csv", 6, ('holder: the row of "F-11" in the register is set aside (register.csv:8)',)),
        ("tenders.csv", 7, ("F-7 withdraws $9,000 when $1,000 is tendered",)),
        ("tenders.csv", 9, ('reference: "V7" stands in line 8 already',)),
    ]


def test_a_good_row_does_not_go_for_a_bad_one_before_it(tmp_path):
    rows = (
        "2012-07-18 09:00,F-7,tender,999999999,V1\n"  # 2
        "2012-07-18 09:00,F-7,tender,20000,V2\n"  # 3, of the same moment
        "2012-07-18 10:00,F-7,tender,30000,V3\n"  # 4
        "2012-07-18 10:00,F-7,tender,30000,V3\n"  # 5
        "2012-07-18 11:00,F-7,withdrawal,999999999,V4\n"  # 6
    )
    found = aside(deal(tmp_path, HEAD + "F-7,Fund,Row,50000\n", LOG + rows))
    assert told(found) == [
        ("tenders.csv", 2, ("F-7 has $999,999,999 tendered with this row, and holds $50,000",)),
        ("tenders.csv", 5, ('reference: "V3" stands in line 4 already',)),
        ("tenders.csv", 6, ("F-7 withdraws $999,999,999 when $50,000 is tendered",)),
    ]


def test_they_are_counted_and_totalled(tmp_path):
    register, log = aside(deal(tmp_path, REGISTER, TENDERS)).listings
    assert (register.rows, register.kept, len(register.aside), register.unread) == (10, 2, 8, 2)
    assert register.principal("held") == Fraction("600.50")  # -500, 100, 100, 200.50 and 700
    assert register.principal("total") == 50_700
    assert (log.rows, log.kept, len(log.aside), log.unread) == (8, 2, 6, 1)
    assert (log.principal("tender"), log.principal("withdrawal")) == (5700, 9100)


def test_whoever_is_left_with_some_of_their_rows_is_named(tmp_path):
    assert aside(deal(tmp_path, REGISTER, TENDERS)).holders == ("F-7", "F-12")


def test_the_others_are_worked_with_as_if_the_bad_rows_were_not_there(tmp_path):
    folder = deal(tmp_path, REGISTER, TENDERS)
    with pytest.raises(InputError):
        allocate(folder, tmp_path / "out.csv", as_of=LATE)
    found = allocate(folder, tmp_path / "out.csv", as_of=LATE, exceptions=tmp_path / "exceptions.csv")
    good = deal(
        tmp_path / "good", HEAD + "F-7,Fund,Row,50000\nF-12,Alike,Row,700\n",
        LOG + "2012-07-18 09:00,F-7,tender,1000,V1\n2012-07-18 09:02,F-12,tender,700,V7\n",
    )  # fmt: skip
    allocate(good, tmp_path / "good.csv", as_of=LATE)
    assert (tmp_path / "out.csv").read_text("utf-8") == (tmp_path / "good.csv").read_text("utf-8")
    assert found.exceptions is not None
    book = open_deal(folder, as_of=LATE, aside=found.exceptions.aside).book
    assert book.labels("holding") == ("F-7", "F-12")
    assert book.value("total_held") == 50_700
    leaf = next(leaf for leaf in open_deal(folder, as_of=LATE, aside=found.exceptions.aside).terms.leaves
                if leaf.name == "held_principal" and leaf.key == ("F-12",))  # fmt: skip
    assert str(leaf.where) == "register.csv:11"


def test_the_file_has_every_cell_under_its_heading(tmp_path):
    folder = deal(tmp_path, REGISTER.replace("F-8,Fund", "F-8,=1+1") + "F-13,Long,Row,1,2,3\n", TENDERS)
    write_exceptions(aside(folder), tmp_path / "exceptions.csv")
    with (tmp_path / "exceptions.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len(rows) == 15
    first, second, long, last = rows[0], rows[1], rows[8], rows[-1]
    assert {name: first[name] for name in ("file", "row", "reason", "principal", "of")} == {
        "file": "register.csv", "row": "3", "reason": 'held: "lots" is not an amount of money', "principal": "",
        "of": "held",
    }  # fmt: skip
    assert (first["register.csv: id"], first["register.csv: name"]) == ("F-8", "'=1+1")
    assert (second["register.csv: name"], second["principal"]) == ("Two\nlines", "-500.00")
    assert (long["register.csv: beyond 1"], long["register.csv: beyond 2"]) == ("2", "3")
    assert (last["tenders.csv: reference"], last["of"], last["register.csv: id"]) == ("V7", "tender", "")


def test_with_nothing_wrong_the_file_has_a_heading_alone(tmp_path):
    folder = deal(tmp_path, HEAD + "F-7,Fund,Row,50000\n", LOG)
    found = allocate(folder, tmp_path / "out.csv", exceptions=tmp_path / "exceptions.csv").exceptions
    assert found is not None
    assert (found.rows, found.aside, [each.kept for each in found.listings]) == ((), {}, [1, 0])
    assert len((tmp_path / "exceptions.csv").read_text("utf-8").splitlines()) == 1


def test_a_register_that_is_wrong_in_every_row_is_all_set_aside(tmp_path):
    found = aside(deal(tmp_path, HEAD + "F-7,Fund,Row,x\nF-8,Fund,Row,\n", LOG))
    assert [(each.rows, each.kept) for each in found.listings] == [(2, 0), (0, 0)]


@pytest.mark.parametrize(
    ("register", "message"),
    [
        ("id,name,held\nF-7,Fund,x\n", r"register\.csv:1: no column is headed \"address_1\""),
        (HEAD + 'F-7,Fund,Row,x\nF-8,"Fund"s,Row,5\n', r"register\.csv:3: is not CSV"),
        ("id,name,address_1,held,stra\udcdfe\nF-7,Fund,Row,x,\n", r"register\.csv:1:28 byte 0xdf is not UTF-8"),
    ],
)
def test_what_is_wrong_with_the_whole_file_is_refused(tmp_path, register, message):
    folder = deal(tmp_path, HEAD, LOG)
    (folder / "register.csv").write_bytes(register.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError, match=message):
        aside(folder)


def test_rows_that_are_not_utf_8_are_set_aside_one_by_one(tmp_path):
    many = "".join(f"H-{number},Fund,Row,100\n" for number in range(2000))
    register = (
        (HEAD + "F-7,Fund,Row,50000\nF-8,Jos\u00e9,Row,5\n").encode("latin-1")  # 3
        + ('F-9,"Two\nJos\u00e9",Row,6\nF-10,"Two\nJos\u00e9",Row,7\n'.encode() + b"F-11,Fund,Row,x\n")  # 4, 6 and 8
        + many.encode() + 'F-12,"Two\nJos\u00e9",Row,8\n'.encode("latin-1") + b"F-13,Fund,Row,9\n"  # 2009 and 2011
    )  # fmt: skip
    folder = deal(tmp_path, "", LOG + "2012-07-18 09:00,F-8,tender,5,V1\n2012-07-18 09:00,F-13,tender,5,V2\n")
    (folder / "register.csv").write_bytes(register)
    found = aside(folder)
    assert told(found) == [
        ("register.csv", 3, ("byte 0xe9 is not UTF-8",)),
        ("register.csv", 8, ("held: the cell (1 character) is not an amount of money",)),
        ("register.csv", 2009, ("byte 0xe9 is not UTF-8",)),
        ("tenders.csv", 2, ('holder: the row of "F-8" in the register is set aside (register.csv:3)',)),
    ]
    assert [(each.rows, each.kept) for each in found.listings] == [(2007, 2004), (2, 1)]
    write_exceptions(found, tmp_path / "exceptions.csv")
    with (tmp_path / "exceptions.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [row["register.csv: name"] for row in rows] == ["Jos\\xe9", "Fund", "Two\nJos\\xe9", ""]
    assert [row["principal"] for row in rows] == ["5.00", "", "8.00", "5.00"]
    with pytest.raises(InputError) as refused:
        read_terms(folder, KINDS, as_of=LATE)
    assert [str(each.where) for each in refused.value.problems] == [
        "register.csv:3:8",
        "register.csv:8",
        "register.csv:2009",
    ]


def test_a_file_that_breaks_off_behind_such_a_row_is_refused(tmp_path):
    folder = deal(tmp_path, HEAD, LOG)
    (folder / "register.csv").write_bytes((HEAD + 'F-8,Jos\u00e9,Row,5\nF-9,"Fund"s,Row,5\n').encode("latin-1"))
    with pytest.raises(InputError, match=r"register\.csv:3: is not CSV"):
        aside(folder)


def test_a_row_that_is_neither_kept_nor_set_aside_is_told(tmp_path):
    found = aside(deal(tmp_path, REGISTER, TENDERS))
    register, log = found.listings
    with pytest.raises(InputError, match=r"register\.csv: has 11 rows, of which 2 were kept and 8 set aside"):
        replace(found, listings=(replace(register, rows=11), log)).check()


@pytest.mark.parametrize("rows", [40, 700])
def test_of_many_rows_only_the_bad_ones_go(tmp_path, rows):
    folder = deal(tmp_path, HEAD)
    write_listings(rows, folder)
    lines = (folder / "register.csv").read_text("utf-8").splitlines(keepends=True)
    lines[5] = lines[5].replace("$", "?")
    lines[6] = lines[6].rstrip("\n") + ",\n"
    lines += ["H 1,x\n", lines[20]]
    (folder / "register.csv").write_text("".join(lines), "utf-8")
    register, log = aside(folder).listings
    assert {6 + 1, len(lines) - 1, len(lines)} <= {row.line for row in register.aside}
    assert register.rows == rows + 2
    assert register.kept == rows + 2 - len(register.aside)
    assert log.rows == rows == log.kept + len(log.aside)


def test_rows_of_a_workbook_whose_cells_are_kept_wrongly(tmp_path):
    folder = deal(tmp_path, HEAD)
    (folder / "register.csv").unlink()
    write_workbook(folder / "register.xlsx", {
        "Holders": "id | name | address_1 | held | tendered\nF-7 | Fund | Row | 9000 | 0\n"
        "8 | Fund | Row | 1000.5 | 0\n\nF-9 | #N/A | Row | 9 | 0\nTotal | | | 10009.5 | 0",
    })  # fmt: skip
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("\nholders:\n", "\nholders:\n  file: register.xlsx\n"), "utf-8")
    (register,) = aside(folder, None).listings
    assert [(row.line, row.principal, row.side) for row in register.aside] == [
        (3, Fraction("1000.5"), "held"), (5, Fraction(9), "held"), (6, Fraction("10009.5"), "total"),
    ]  # fmt: skip
    assert (register.rows, register.kept) == (4, 1)


def test_files_that_are_not_there_are_told(tmp_path):
    folder = deal(tmp_path, HEAD + "F-7,Fund,Row,5\n")
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8") + "\ntenders:\n  file: log.csv\n", "utf-8")
    (folder / "register.csv").unlink()
    with pytest.raises(InputError) as caught:
        aside(folder)
    assert [str(each).split(";")[0] for each in caught.value.problems] == [
        "register.csv: there is no such file", "log.csv: there is no such file",
    ]  # fmt: skip


def test_the_exceptions_are_not_written_over_what_is_read_or_written(tmp_path):
    folder = deal(tmp_path, REGISTER, TENDERS)
    for name in (folder / "register.csv", tmp_path / "out.csv", tmp_path / "out.totals.csv"):
        with pytest.raises(UsageError):
            allocate(folder, tmp_path / "out.csv", as_of=LATE, exceptions=name)


def test_the_file_is_for_its_owner_alone(tmp_path):
    found = aside(deal(tmp_path, REGISTER, TENDERS))
    write_exceptions(found, tmp_path / "exceptions.csv")
    assert (tmp_path / "exceptions.csv").stat().st_mode & 0o777 == 0o600
