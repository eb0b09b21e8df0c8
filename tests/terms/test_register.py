"""Registers as they come: every problem with its file and row, all at once, and no row dropped."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lexdocs.deal import findings, open_deal
from lexdocs.errors import InputError, Problem
from lexdocs.law.finding import Result
from lexdocs.terms.frame import Frame
from lexdocs.terms.register_columns import columns
from lexdocs.terms.register_rows import read_rows
from lexdocs.terms.sheet import HoldersTerms

TINY = Path(__file__).parents[1] / "deals" / "tiny"
HEAD = "id,name,address_1,address_2,account,participant,held,tendered,withdrawn,withholding"


BAD_NAME = (
    "register.csv:4: id: the cell (3 characters) cannot name a holding: its character 2 is a space; "
    "use the letters A to Z, digits, points, hyphens and underscores; a name is not an identifier"
)


def deal(tmp_path, register, mode="w", **options):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    if isinstance(register, bytes):
        (folder / "register.csv").write_bytes(register)
    else:
        (folder / "register.csv").write_text(register, "utf-8")
    return open_deal(folder)


def problems(tmp_path, register):
    with pytest.raises(InputError) as caught:
        deal(tmp_path, register)
    return [str(problem) for problem in caught.value.problems]


def test_every_problem_of_every_row_at_once(tmp_path):
    rows = [
        HEAD,
        "A-1,One,Row,Town,,,1000,500,,",
        "A-1,Again,Row,Town,,,1000,500,,",
        "A 2,Bad name,Row,Town,,,1000,500,,",
        "A-3,Too much,Row,Town,,,1000,2000,,",
        'A-4,Words,Row,Town,,,a lot,"1,00",,',
        "A-5,Empty,Row,Town,,,,0,,",
        "A-6,Short,Row",
        "A-7,Withdrawn,Row,Town,,,1000,100,200,",
    ]
    assert problems(tmp_path, "\n".join(rows) + "\n") == [
        'register.csv:3: id: "A-1" stands in line 2 already; give each holding its own',
        BAD_NAME,
        "register.csv:5: tendered: more is tendered than is held; correct one of the two",
        (
            "register.csv:6: held: the cell (5 characters) is not an amount of money; "
            "write it like $1,250, $2.345 or $12.5 million"
        ),
        'register.csv:6: tendered: "1,00" is not an amount of money; write it like $1,250, $2.345 or $12.5 million',
        "register.csv:7: held: is empty; write 0 where there is none",
        "register.csv:8: has 3 cells where the heading has 10; write the cells that are missing, empty ones too",
        "register.csv:9: withdrawn: more is withdrawn than was tendered; correct one of the two",
    ]


def test_missing_columns_are_named_with_near_headings(tmp_path):
    found = problems(tmp_path, HEAD.replace("tendered", "tenderd") + "\n")
    assert found == [
        'register.csv:1: no column is headed "tendered" (Principal amount tendered); did you mean "tenderd"?'
    ]


def test_a_cell_without_end_is_told_by_its_line(tmp_path):
    rows = [HEAD, "A-1,One,Row,Town,,,1000,500,,", "A-2," + "x" * 200_000 + ",Row,Town,,,1000,500,,"]
    assert problems(tmp_path, "\n".join(rows) + "\n") == [
        (
            "register.csv:3: a cell has more than 131,072 characters; "
            "close the quotation mark with which it begins, or shorten what stands there"
        ),
    ]


def test_an_empty_register(tmp_path):
    assert problems(tmp_path, "") == ["register.csv:1: the register is empty; write its heading and its holders"]


def test_a_byte_order_mark_and_quoted_line_ends_are_read(tmp_path):
    text = f'{HEAD}\r\nA-1,"One, Inc.",Row,Town,,,"$6,250,000.00",1000.50,,\r\n'
    found = deal(tmp_path, b"\xef\xbb\xbf" + text.encode())
    assert found.book.value("holder_name", "A-1") == "One, Inc."
    assert found.book.value("tendered_principal", "A-1") == Fraction("1000.5")


def test_ends_of_lines_within_a_cell_are_those_of_a_text_and_the_row_is_told_by_its_first_line(tmp_path):
    rows = '\r\nA-1,"One,\r\nInc.",Row,"Tower\r\n7",,,1000,500,,\r\nA-2,"Two,\r\nInc.",Row,"Tower\r\n7",,,'
    found = deal(tmp_path, f"{HEAD}{rows}2000,500,,\r\n".encode())
    assert found.book.value("holder_name", "A-2") == "Two,\nInc."
    assert found.book.value("holder_address", "A-1") == "Row\nTower\n7"
    said = [str(each.where) for each in found.terms.leaves if each.key == ("A-2",)]
    assert set(said) == {"register.csv:5"}
    (tmp_path / "again").mkdir()
    assert problems(tmp_path / "again", f"{HEAD}{rows}lots,500,,\r\n".encode()) == [
        'register.csv:5: held: "lots" is not an amount of money; write it like $1,250, $2.345 or $12.5 million'
    ]


def test_a_wrong_encoding(tmp_path):
    found = problems(tmp_path, f"{HEAD}\nA-1,Jos\xe9,Row,Town,,,1,1,,\n".encode("latin-1"))
    assert found == ["register.csv:2:8 byte 0xe9 is not UTF-8; save the file as UTF-8"]


def test_a_register_that_does_not_sum_is_a_finding_and_not_an_error(tmp_path):
    found = deal(tmp_path, f"{HEAD}\nA-1,One,Row,Town,,,1000,500,,\n")
    against = [each for each in findings(found) if each.result is Result.NOT_MET]
    assert [each.rule for each in against] == ["register and outstanding"]
    assert "sums to $1,000, the terms say $6,250,000" in against[0].says


def test_without_a_register_totals_are_pending_and_the_rest_is_there(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    (folder / "register.csv").unlink()
    book = open_deal(folder).book
    assert book.value("maximum_warrants") == 18_125
    with pytest.raises(LookupError, match="waits for holding"):
        book.value("total_held")


CELLS = st.tuples(
    st.sampled_from(["F-7", " F-7", "F 7", "", "f-8", "Ä-7"]),
    st.sampled_from(["Fund Seven", " Fund Seven", "Fünd", "", "a | b", "a\tb", "\ue001"]),
    st.sampled_from(["$9,000", "9000", "", "9000.50", "$1.5 million", "-5", "lots", " 9,000 "]),
    st.sampled_from(["$1,000", "1000", "0", "", "1000.50", "20000"]),
    st.sampled_from(["", "500", "$5,000", "1000"]),
    st.sampled_from(["", "24%", "24", "124%"]),
    st.sampled_from(["", "500", "$1,000"]),
)


@pytest.mark.parametrize("early", [True, False])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(CELLS, max_size=5))
def test_the_short_way_through_a_row_is_the_long_one(tmp_path, rows, early):
    """A sign that is not ASCII in the address sends a row the long way; nothing else of it changes."""
    head = "id,name,held,tendered,withdrawn,withholding,address_1" + (",early" if early else "")
    found = []
    for mark in ("Row", "Röw"):
        lines = (",".join(f'"{cell}"' for cell in (*row[:6], mark, *([row[6]] if early else []))) for row in rows)
        (tmp_path / "register.csv").write_text("\n".join([head, *lines]) + "\n", "utf-8")
        problems: list[Problem] = []
        read = list(read_rows(tmp_path, HoldersTerms(), Frame(early=True), problems))
        found.append(([(row.id, row.line, _plain(row.values)) for row in read], [str(each) for each in problems]))
    assert found[0] == found[1]


def _plain(values):
    """The values of a row without its mark, and with the kind of number that each is."""
    return [(type(value), value) for value in values if value not in ("Row", "Röw")]


def test_early_tenders_are_what_is_valid_where_the_register_does_not_say_them(tmp_path):
    (tmp_path / "register.csv").write_text("id,name,held,tendered,withdrawn,address_1\nF-7,Fund,900,500,200,Row\n")
    frame = Frame(early=True)
    (row,) = read_rows(tmp_path, HoldersTerms(), frame, [])
    assert dict(zip((column.name for column in columns(frame)), row.values, strict=True))["early"] == 300
