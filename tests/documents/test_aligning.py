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
