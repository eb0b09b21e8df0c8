"""Registers kept as Parquet: typed columns read exactly, or refused where their type has lost something."""

import datetime
import sys
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lexdocs.errors import InputError, Problem
from lexdocs.terms.frame import Frame
from lexdocs.terms.register_rows import read_rows
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.tenders import read_entries

GOOD = {
    "id": ["F-7", "00123"], "name": ["Fund Seven", "José"], "address_1": ["Row", "Row"], "account": [None, "0012"],
    "held": pa.array([Decimal("9000.50"), Decimal(1000)], pa.decimal128(18, 2)), "tendered": [9000, 0],
    "withdrawn": [0.1, None], "more": [[1, 2], [3]],
}  # fmt: skip


def read(folder, **columns):
    """The rows of a register with some of its columns otherwise, and what is wrong with them."""
    pq.write_table(pa.table({**GOOD, **columns}), folder / "register.parquet", row_group_size=1)
    problems: list[Problem] = []
    found = list(read_rows(folder, HoldersTerms(file="register.parquet"), Frame(), problems))
    return found, [str(each) for each in problems]


def test_typed_columns_are_read_exactly(tmp_path):
    found, problems = read(tmp_path)
    assert problems == []
    assert [(row.id, row.line, row.values[1], row.values[6]) for row in found] == [
        ("F-7", 1, "Fund Seven", ""), ("00123", 2, "José", "0012"),
    ]  # fmt: skip
    assert [row.values[-4:-1] for row in found] == [(Fraction("9000.5"), 9000, Fraction(1, 10)), (1000, 0, 0)]


@pytest.mark.parametrize(
    "names",
    [
        pa.array(["Fund", "Fünd"]).dictionary_encode(), pa.array(["Fund", "Fünd"], pa.large_string()),
        pa.array([b"Fund", "Fünd".encode()]),
    ],
    ids=["dictionary", "large", "bytes"],
)  # fmt: skip
def test_texts_however_they_are_kept(tmp_path, names):
    assert [row.values[1] for row in read(tmp_path, name=names)[0]] == ["Fund", "Fünd"]


def test_rows_with_faults_are_numbered_from_one(tmp_path):
    held = pa.array([Decimal("9000.125"), None], pa.decimal128(18, 3))
    assert read(tmp_path, held=held, tendered=["lots", "0"])[1] == [
        'register.parquet:1: held: "9000.125" has more than two decimals; write dollars and cents, like $1,250.50',
        'register.parquet:1: tendered: "lots" is not an amount of money; write it like $1,250, $2.345 or $12.5 million',
        "register.parquet:2: held: is empty; write 0 where there is none",
    ]


@pytest.mark.parametrize(
    ("columns", "messages"),
    [
        (
            {"id": [7, 8], "account": [1.5, 2]},
            [
                (
                    'register.parquet: the column "id" is kept as int64, which loses noughts before a number; '
                    "write it as text"
                ),
                (
                    'register.parquet: the column "account" is kept as double, which loses noughts before a number; '
                    "write it as text"
                ),
            ],
        ),
        (
            {"held": [[1], [2]]},
            ['register.parquet: the column "held" holds list<element: int64>, not a cell a row; write one value a row'],
        ),
    ],
)
def test_columns_that_cannot_be_read_right_are_refused_and_hide_nothing(tmp_path, columns, messages):
    said = "register.parquet:2: tendered: is empty; write 0 where there is none"
    assert read(tmp_path, **columns, tendered=[9000, None])[1] == [*messages, said]


@pytest.mark.parametrize("sort", [pa.binary(), pa.string(), pa.large_string()], ids=str)
def test_bytes_that_are_no_text_are_told_row_by_row(tmp_path, sort):
    kept = pa.array(
        [b"Fund", "José".encode("latin-1")], pa.large_binary() if sort == pa.large_string() else pa.binary()
    )
    names = pa.Array.from_buffers(sort, 2, kept.buffers())  # nobody looks whether they are texts
    found, problems = read(tmp_path, name=names, tendered=["lots", "0"])
    assert [row.id for row in found] == []
    assert problems == [
        'register.parquet:1: tendered: "lots" is not an amount of money; write it like $1,250, $2.345 or $12.5 million',
        "register.parquet:2: byte 0xe9 is not UTF-8; save the file as UTF-8",
    ]


def test_missing_columns_are_of_the_file_and_of_no_row(tmp_path):
    pq.write_table(pa.table({"id": ["F-7"], "nam": ["Fund"]}), tmp_path / "register.parquet")
    with pytest.raises(InputError) as caught:
        list(read_rows(tmp_path, HoldersTerms(file="register.parquet"), Frame(), []))
    assert str(caught.value.problems[0]) == (
        'register.parquet: no column is headed "name" (Name of the holder); did you mean "nam"?'
    )


def test_a_log_of_typed_times(tmp_path):
    times = [datetime.datetime.fromisoformat(f"2012-07-18 14:05:0{second}") for second in (0, 7)]
    table = pa.table({
        "time": pa.array(times, pa.timestamp("ns")), "holder": ["F-7"] * 2, "action": ["tender"] * 2,
        "principal": [1000, 2000],
    })  # fmt: skip
    pq.write_table(table, tmp_path / "log.parquet")
    found = list(read_entries(tmp_path, TendersTerms(file="log.parquet"), Frame(), []))
    assert [(entry.time, entry.principal) for entry in found] == [(times[0], 1000), (times[1], 2000)]


def test_without_its_library_the_remedy_is_told(tmp_path, monkeypatch):
    pq.write_table(pa.table(GOOD), tmp_path / "register.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError) as caught:
        list(read_rows(tmp_path, HoldersTerms(file="register.parquet"), Frame(), []))
    assert [str(each) for each in caught.value.problems] == [
        (
            "register.parquet: is a Parquet file, and the library that reads them is not installed; "
            'install it with `pip install "lexdocs[parquet]"`, or save the file as CSV'
        )
    ]


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + b"x" * 100 + b"PAR1"])
def test_what_is_no_parquet_file(tmp_path, content):
    (tmp_path / "register.parquet").write_bytes(content)
    with pytest.raises(InputError, match=r"register\.parquet: is no Parquet file that can be read"):
        list(read_rows(tmp_path, HoldersTerms(file="register.parquet"), Frame(), []))
