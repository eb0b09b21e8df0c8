"""Figures of a column are padded, unseen, so that they stand under one another by the decimal point."""

import pytest
from lxml import html

from lexdocs.documents.aligning import align, pads


@pytest.mark.parametrize(
    ("column", "lacks"),
    [
        (["$1,250", "$30"], ["", ""]),
        (["$1,250.00", "12", "149,396"], ["", ".00", ".00"]),
        (["(0.01)", "2", "—"], ["", ".01", ""]),
        (["3.00%", "2.5%", "14"], ["", "0", ".00%"]),
        (["12¾%", "14%", "15%"], ["", "¾", "¾"]),
        (["6%", "7.20%", "4½%"], [".20", "", "0"]),
        (["6½%", "7.2%"], ["", ""]),
        (["6½%", "7.2%", "8%"], ["", "", "½"]),
        (["1.25", "—", "pending", "8"], ["", "", None, ".25"]),
    ],
)
def test_what_a_cell_lacks(column, lacks):
    assert pads(column) == lacks


def test_the_cells_of_a_table_are_told_and_the_hand_made_classes_go():
    root = html.fragment_fromstring(
        '<div><table class="ledger percents"><tr><th>a</th><td class="number">$5.00</td><td>x</td></tr>'
        '<tr><th>b</th><td class="number whole">12</td><td>y</td></tr>'
        '<tr><th>c</th><td class="number">(0.50)</td><td>z</td></tr></table></div>'
    )
    align(root)
    cells = root.findall(".//td")
    assert [each.get("data-pad") for each in cells] == [None, None, ".00", None, None, None]
    assert cells[4].get("class") == "number hangs"
    assert [each.get("class") for each in root.iter("table")] == ["ledger"]
    assert cells[2].get("class") == "number"


def aligned(rows):
    root = html.fragment_fromstring(f"<div><table>{rows}</table></div>")
    align(root)
    return root


CALL = '<a class="note-call" href="#note-a">a</a>'


def test_the_call_of_a_footnote_hangs_behind_its_figure():
    row = '<tr><td class="number">{}</td></tr>'
    root = aligned("".join(row.format(each) for each in (f"$45.00{CALL}", "12", f"({CALL}", f"7.5{CALL}{CALL} ", CALL)))
    assert [each.get("data-pad") for each in root.iter("td")] == [None, ".00", None, "0", None]
    held = [[len(each) for each in cell.findall("span") if each.get("class") == "calls"] for cell in root.iter("td")]
    assert held == [[1], [], [1], [2], []]


def test_a_cell_that_is_one_paragraph_is_its_words():
    row = '<tr><td class="number">{}</td></tr>'
    root = aligned(
        "".join(row.format(each) for each in ("<p>$1.25</p>", "\n<p>8</p>\n", "1.00<br>2.00", "<p>1</p><p>2</p>"))
    )
    assert [each.get("data-pad") for each in root.iter("td")] == [None, ".25", None, None]
    assert [len(each.findall("p")) for each in root.iter("td")] == [0, 0, 0, 2]


def test_a_cell_that_reaches_down_and_a_table_within_one_keep_the_columns_apart():
    root = aligned(
        '<tr><th rowspan="2">a</th><td class="number">1.00</td><td class="number">2</td></tr>'
        '<tr><td class="number">3</td><td class="number">4</td></tr>'
        '<tr><th>b</th><td class="number">5</td>'
        '<td><table><tr><td></td><td class="number">7.125</td></tr>'
        '<tr><td></td><td class="number">8</td></tr></table></td></tr>'
    )
    pads_of = [each.get("data-pad") for each in root.iter("td") if each.get("class")]
    assert pads_of == [None, None, ".00", None, ".00", None, ".125"]
