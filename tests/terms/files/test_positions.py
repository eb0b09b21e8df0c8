"""Listings of fixed positions: lines cut by the layout of the term sheet."""

import pytest
from pydantic import ValidationError

from lexdocs.errors import Problem
from lexdocs.terms.frame import Frame
from lexdocs.terms.register_rows import read_rows
from lexdocs.terms.sheet import HoldersTerms

LAYOUT = {
    "id": "1-5", "flag": "6", "name": "7-14", "address_1": "15-22", "held": "23-34", "tendered": "35-46",
    "withdrawn": "47-58",
}  # fmt: skip


def read(folder, content, **terms):
    (folder / "positions.txt").write_bytes(content)
    problems: list[Problem] = []
    given = HoldersTerms.model_validate({"file": "positions.txt", "layout": LAYOUT, **terms})
    return list(read_rows(folder, given, Frame(), problems)), [str(each) for each in problems]


def line(*cells):
    return "{:<5}X{:<8}{:<8}{:>12}{:>12}{:>12}".format(*cells)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_are_cut_by_characters(tmp_path, end, mark):
    lines = [
        "LISTING 17", line("00123", "José", "Zürich", "0000001000", "$1,000.00", ""), "",
        line("F-8", "Fund", "Row", "9,000", "0", "").rstrip(), "",
    ]  # fmt: skip
    found, problems = read(tmp_path, (mark + end.join(lines)).encode(), skip_lines="one")
    assert problems == []
    assert [(row.id, row.line, row.values[1], row.values[-4]) for row in found] == [
        ("00123", 2, "José", 1000), ("F-8", 4, "Fund", 9000),
    ]  # fmt: skip


def test_a_column_by_another_name(tmp_path):
    layout = {("POS" if name == "held" else name): span for name, span in LAYOUT.items()}
    text = line("F-8", "Fund", "Row", "9,000", "0", "0").encode()
    found, _ = read(tmp_path, text, layout=layout, columns={"held": "POS"})
    assert found[0].values[-4] == 9000


def test_a_wrong_encoding_is_told_line_by_line_with_its_place(tmp_path):
    rows = [
        line("F-7", "José", "Row", "9,000", "0", "0").encode("latin-1"),
        line("F-8", "José", "Row", "9", "0", "0").encode(),
        line("F-9", "Fund", "Row", "lots", "0", "0").encode(),
        line("F-10", "Fünd", "Röw", "9", "0", "0").encode("latin-1"),
    ]
    found, problems = read(tmp_path, b"\n".join(rows))
    assert [row.id for row in found] == ["F-8"]
    assert problems == [
        "positions.txt:1:10 byte 0xe9 is not UTF-8; save the file as UTF-8",
        'positions.txt:3: held: "lots" is not an amount of money; write it like $1,250, $2.345 or $12.5 million',
        "positions.txt:4:8 byte 0xfc is not UTF-8; save the file as UTF-8",
    ]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"layout": {"id": "5-1"}}, '"5-1" is no range of positions'),
        ({"layout": {"id": "0-4"}}, '"0-4" is no range of positions'),
        ({"layout": {"id": "1-5", "name": "5-9"}}, "layout.name: positions 5-9 overlap with id, 1-5"),
        ({"layout": {"id": "1-5"}, "format": "xlsx"}, "a file of the form xlsx has no positions"),
        ({"layout": {}, "format": "positions"}, "positions need a layout"),
        ({"sheet": "Holders"}, "a file of the form positions has no sheets"),
        ({"layout": {}, "format": "parquet", "skip_lines": "1"}, "a Parquet file has no lines above its rows"),
    ],
)
def test_a_layout_that_cannot_be(terms, said):
    with pytest.raises(ValidationError, match=said):
        HoldersTerms.model_validate({"file": "positions.txt", "layout": LAYOUT, **terms})
