"""Tables of pages: spans, heads, signs in cells of their own, and tables that only lay out what is in them."""

from __future__ import annotations

import pytest

from lexdocs.checks.reading.html import read_html
from lexdocs.checks.reading.passage import Part, Passage


def read(page: str) -> tuple[Passage, ...]:
    return read_html(page, "a.html").passages


def cells(page: str) -> dict[str, Passage]:
    return {passage.text: passage for passage in read(page) if passage.place.part is Part.CELL}


def heads(cell: Passage) -> tuple[str, tuple[str, ...]]:
    return cell.row_head, cell.column_heads


MARKED_UP = """
    <table><caption>Prices for each <b>$1,000</b></caption>
    <thead><tr><th rowspan="2">Series</th><th colspan="2">Consideration</th><th rowspan="2">Rate</th></tr>
    <tr><th>Early</th><th>Late</th></tr></thead>
    <tbody><tr><th scope="row" rowspan="2">Senior Notes</th><td>$1,012.50</td><td>$982.50</td><td>9%</td></tr>
    <tr><td>$1,013.50</td><td>$983.50</td><td>8%</td></tr>
    <tr><th scope="row">Bonds</th><td colspan="2">not offered</td><td>7%</td></tr></tbody></table>
    """
# As the forms of EDGAR have it: layout by empty cells, signs in cells of their own, no mark of a head.
BARE = """
    <p>The following table shows the amounts:</p>
    <table>
    <tr><td></td><td>&nbsp;</td><td colspan="6" align="center"><b>Year ended December 31,</b></td></tr>
    <tr><td><b>Item</b></td><td></td><td colspan="2"><b>2001</b></td>
    <td></td><td></td><td colspan="2"><b>2000</b></td></tr>
    <tr><td>Fee <sup>(a)</sup></td><td></td><td>$</td><td>27,412</td>
    <td></td><td></td><td>$</td><td>(1,234</td><td>)</td></tr>
    <tr><td>Rate</td><td></td><td></td><td>9.5</td><td>%</td><td></td><td></td><td>12 3/4</td><td>%</td></tr>
    </table>
    <table><tr><td valign="top">(a)</td><td>In thousands.</td></tr></table>
    """


def test_heads_of_spans_stand_over_each_of_their_columns() -> None:
    found = cells(MARKED_UP)
    assert heads(found["$1,012.50"]) == ("Senior Notes", ("Consideration", "Early"))
    assert heads(found["$983.50"]) == ("Senior Notes", ("Consideration", "Late"))
    assert heads(found["8%"]) == ("Senior Notes", ("Rate",))
    assert heads(found["7%"]) == ("Bonds", ("Rate",))
    assert found["not offered"].row_head == "Bonds"
    assert {cell.caption for cell in found.values()} == {"Prices for each $1,000"}
    assert str(found["$983.50"].place) == "table 1, row 4, column 3"
    (caption,) = [passage for passage in read(MARKED_UP) if passage.place.part is Part.CAPTION]
    assert (caption.text, caption.place.number) == ("Prices for each $1,000", 1)


def test_signs_in_cells_of_their_own_stand_with_their_number() -> None:
    found = cells(BARE)
    year = "Year ended December 31,"
    assert heads(found["$27,412"]) == ("Fee", (year, "2001"))
    assert heads(found["$(1,234)"]) == ("Fee", (year, "2000"))
    assert heads(found["12 3/4%"]) == ("Rate", (year, "2000"))
    assert found["9.5%"].place.column == 2
    assert found["Fee"].notes == ("(a)",)
    assert found["Rate"].caption == "The following table shows the amounts:"
    (note,) = [passage for passage in read(BARE) if passage.place.part is Part.FOOTNOTE]
    assert (note.mark, note.text) == ("(a)", "In thousands.")


def test_labels_and_values_that_alternate() -> None:
    first = "<tr><th scope=row>Rate<td>9%<th scope=row>Days<td>754"
    marked = f"<table>{first}<tr><th scope=row>From<td>May 1<th scope=row>To<td>x</table>"
    for page in (marked, marked.replace("th scope=row", "td")):
        found = cells(page)
        assert heads(found["754"]) == ("Days", ())
        assert heads(found["9%"]) == ("Rate", ())
        assert heads(found["May 1"]) == ("From", ())


@pytest.mark.parametrize("mark", ["(1)", "1.", "•", "(a)", "o"])
def test_a_table_may_only_lay_out_a_list(mark: str) -> None:
    second = {"(1)": "(2)", "1.": "2.", "(a)": "(b)"}.get(mark, mark)
    page = f"""<p>It depends on these:</p><table><tr><td>&nbsp;</td><td>{mark}</td><td>that 55% are tendered;</td></tr>
        <tr><td></td><td>{second}</td><td>that no law forbids it.</td></tr></table>"""
    first, *items = read(page)
    assert [(item.place.part, item.mark, item.text, item.lead) for item in items] == [
        (Part.ITEM, mark, "that 55% are tendered;", first.text),
        (Part.ITEM, second, "that no law forbids it.", first.text),
    ]


def test_a_table_may_lay_out_a_whole_page() -> None:
    page = f"<table><tr><td><h1>Offer</h1><p>One.</p><p>Two.</p>{MARKED_UP}</td></tr></table>"
    assert [passage.text for passage in read(page)][:3] == ["Offer", "One.", "Two."]
    assert heads(cells(page)["8%"]) == ("Senior Notes", ("Rate",))


def test_a_label_stands_over_the_rows_below_it_but_not_over_their_total() -> None:
    page = """<table><tr><td>Old Notes:</td><td></td></tr><tr><td>Tendered</td><td>$5</td></tr>
        <tr><td>Total</td><td>$7</td></tr></table>"""
    assert heads(cells(page)["$5"])[0] == "Old Notes: Tendered"
    assert heads(cells(page)["$7"])[0] == "Total"


@pytest.mark.parametrize("span", ["0", "-3", "x", "", "99999999999999999999", "１"])
def test_spans_that_make_no_sense(span: str) -> None:
    page = f"<table><tr><th>A<th>B<tr><td rowspan='{span}'>x<td>$5<tr><td>y<td colspan='{span}'>$6</table>"
    assert {"x", "y", "$5", "$6"} <= set(cells(page)) | {passage.text for passage in read(page)}
