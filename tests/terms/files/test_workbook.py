"""Registers and logs kept in workbooks: every cell as it was meant, exactly, whatever the program made of it."""

import datetime
import zipfile
from fractions import Fraction

import openpyxl
import pytest

from lexdocs.errors import InputError, Problem
from lexdocs.terms.frame import Frame
from lexdocs.terms.holdings import read_holdings
from lexdocs.terms.register_rows import read_rows
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.tender_terms import TendersTerms
from tests.terms.files.workbooks import write_workbook
from tests.terms.listings import REGISTER, deadlines

HEAD = "id | name | address_1 | address_2 | held | tendered | withdrawn | withholding"
TERMS = {"file": "register.xlsx"}


def rows(folder, text, **terms):
    """The rows of a register by name, and what is wrong with it."""
    write_workbook(folder / "register.xlsx", {"Holders": text})
    return read(folder, **terms)


def read(folder, **terms):
    problems: list[Problem] = []
    frame = Frame()
    found = list(read_rows(folder, HoldersTerms.model_validate({**TERMS, **terms}), frame, problems))
    return found, [str(each) for each in problems]


def test_numbers_dates_and_texts_are_what_was_typed(tmp_path):
    found, problems = rows(
        tmp_path,
        f"{HEAD}\n"
        "F-7 | Fund | Row | ^ | 1234000.0 | 0.1 | | 0.24 {0%}\n"
        "123 {00000} | Fund | Row | | $1,250.50 | '1,250.50 | 1250.5 {#,##0.00} | 0.0625 {0.00%}\n"
        "K-1 | Fund | Row | '55731 | 90071992547409 | 4503599627370.25 | 0 | 1 {0%}\n",
    )
    assert problems == []
    assert [(row.id, row.line) for row in found] == [("F-7", 2), ("00123", 3), ("K-1", 4)]
    assert [row.values[-4:] for row in found] == [
        (1_234_000, Fraction(1, 10), 0, Fraction(24, 100)),
        (Fraction("1250.5"), Fraction("1250.5"), Fraction("1250.5"), Fraction(1, 16)),
        (90_071_992_547_409, Fraction("4503599627370.25"), 0, 1),
    ]
    assert not any(isinstance(value, float) for row in found for value in row.values)


def test_rows_are_numbered_as_the_sheet_numbers_them(tmp_path):
    """Rows above the heading are skipped, empty ones between and behind are no holders."""
    text = f"Register\n\n{HEAD}\n\nF-7 | Fund | Row | | 9000 | 0\n\n\nF-8 | Fund | Row | | 9,0 | 0\n\n\n"
    found, problems = rows(tmp_path, text, skip_lines="2")
    assert [(row.id, row.line) for row in found] == [("F-7", 5)]
    assert [each.split(" ")[0] for each in problems] == ["register.xlsx:8:"]


def test_one_sheet_of_several_is_named(tmp_path):
    write_workbook(tmp_path / "register.xlsx", {"Notes": "about", "Holders": f"{HEAD}\nF-7 | F | Row | | 9 | 0"})
    found, problems = read(tmp_path, sheet="Holders")
    assert ([row.id for row in found], problems) == (["F-7"], [])


def test_results_of_formulas_are_read_where_the_file_has_them(tmp_path):
    write_workbook(tmp_path / "register.xlsx", {"Holders": f"{HEAD}\nF-7 | F | Row | | =4500*2 | 0"})
    assert "is a formula whose result the file does not have" in read(tmp_path)[1][0]
    change(tmp_path / "register.xlsx", "<f>4500*2</f><v></v>", "<f>4500*2</f><v>9000</v>")
    found, problems = read(tmp_path)
    assert ([row.values[-4] for row in found], problems) == ([9000], [])


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(tmp_path):
    write_workbook(tmp_path / "register.xlsx", {"Holders": f"{HEAD}\nF-7 | F | Row | =A9 | 9000 | 0"})
    change(tmp_path / "register.xlsx", '<c r="D2"><f>A9', '<c r="D2" t="str"><f>A9')
    assert ([row.id for row in read(tmp_path)[0]], read(tmp_path)[1]) == (["F-7"], [])


def change(path, old, new):
    """Write a workbook again with its sheet's text changed."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sheet = files["xl/worksheets/sheet1.xml"].decode()
    changed = sheet.replace("<v />", "<v></v>").replace("<v/>", "<v></v>").replace(old, new)
    assert changed != sheet
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**files, "xl/worksheets/sheet1.xml": changed.encode()}.items():
            archive.writestr(name, data)


def test_a_size_that_is_written_wrongly_loses_no_row(tmp_path):
    write_workbook(tmp_path / "register.xlsx", {"Holders": f"{HEAD}\nF-7 | F | Row | | 9 | 0\nF-8 | F | Row | | 9 | 0"})
    change(tmp_path / "register.xlsx", 'ref="A1:H3"', 'ref="A1:B2"')
    assert [row.id for row in read(tmp_path)[0]] == ["F-7", "F-8"]


def test_a_cell_of_several_lines_moves_no_row(tmp_path):
    book = openpyxl.Workbook()
    for row in (HEAD.split(" | "), ["F-7", "Fund", "7 Row\nTown", None, 9, 0], ["F-8", "Fund", "Row", None, "x", 0]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "register.xlsx")
    assert [each.split(" ")[0] for each in read(tmp_path)[1]] == ["register.xlsx:3:"] * len(read(tmp_path)[1])


def test_a_log_of_typed_times(tmp_path):
    (tmp_path / "register.csv").write_text(REGISTER, "utf-8")
    write_workbook(
        tmp_path / "log.xlsx",
        {"Log": "time | holder | action | principal\n2012-07-18 14:05:30 {m/d/yyyy h:mm} | F-7 | tender | 1000.5"},
    )
    tenders = TendersTerms(file="log.xlsx")
    found = read_holdings(tmp_path, HoldersTerms(), tenders, Frame(), deadlines(), "Chicago")
    assert found.log is not None
    (entry,) = found.log.tallies["F-7"].tenders
    assert entry.time == datetime.datetime.fromisoformat("2012-07-18 14:05:30")
    assert entry.principal == Fraction("1000.5")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id,name\n", "register.xlsx: is read as a workbook, and is no such file by its first bytes; "),
        (b"", "register.xlsx: is read as a workbook, and is empty; "),
        (b"\xd0\xcf\x11\xe0more", "register.xlsx: is a workbook of an old form, or one with a password; "),
        (b"PK\x03\x04 and no more", "register.xlsx: is no workbook that can be read; "),
        (b"PAR1", "register.xlsx: is read as a workbook, and is a Parquet file; "),
    ],
)
def test_what_is_no_workbook(tmp_path, content, message):
    (tmp_path / "register.xlsx").write_bytes(content)
    with pytest.raises(InputError) as caught:
        read(tmp_path)
    assert [str(each).startswith(message) for each in caught.value.problems] == [True], caught.value


def test_a_workbook_that_breaks_off_is_refused(tmp_path):
    write_workbook(tmp_path / "register.xlsx", {"Holders": f"{HEAD}\nF-7 | F | Row | | 9 | 0\nF-8 | F | Row | | 9 | 0"})
    change(tmp_path / "register.xlsx", "</row></sheetData>", "</row>")
    with pytest.raises(InputError, match="the workbook cannot be read from here on"):
        read(tmp_path)


def test_a_workbook_read_as_csv_says_so(tmp_path):
    write_workbook(tmp_path / "x.xlsx", {"Holders": HEAD})
    (tmp_path / "x.xlsx").rename(tmp_path / "register.csv")
    with pytest.raises(InputError, match="is a workbook, and is read as CSV; write `format: xlsx` under holders"):
        read(tmp_path, file="register.csv")
    assert read(tmp_path, file="register.csv", format="xlsx") == ([], [])
