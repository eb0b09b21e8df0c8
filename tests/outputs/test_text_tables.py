"""Tables in plain text: columns under one another, read in the order of their cells."""

import re

import pytest

from lexdocs.outputs.text import text
from lexdocs.outputs.text_tables import Cell, Row, table_lines


def table(*rows, heads=("Series", "Tendered", "Part"), total=True):
    made = "".join(
        f'<tr{" class=total" if total and row is rows[-1] else ""}><th scope="row">{row[0]}</th>'
        + "".join(f'<td class="number">{each}</td>' for each in row[1:]) + "</tr>"
        for row in rows
    )  # fmt: skip
    head = "".join(f'<th scope="col"{" class=number" if at else ""}>{each}</th>' for at, each in enumerate(heads))
    return f"<table><caption>What was tendered</caption><thead><tr>{head}</tr></thead><tbody>{made}</tbody></table>"


def test_figures_stand_under_one_another_with_rules_around_a_total():
    body = table(
        ("9% Notes", "$25,501,000", "63.75%"), ("Notes due 2016", "$1,567,000", "6.27%"), ("All", "$27,068,000", "—")
    )
    assert text(body).splitlines()[:9] == [
        "What was tendered",
        "",
        "Series             Tendered    Part",
        "--------------  -----------  ------",
        "9% Notes        $25,501,000  63.75%",
        "Notes due 2016   $1,567,000   6.27%",
        "                -----------  ------",
        "All             $27,068,000      --",
        "                ===========  ======",
    ]


def test_the_first_cell_ends_on_the_line_of_its_figures():
    long = "Senior Subordinated Notes of the second series, due on the fifteenth day of the month of March in the year"
    lines = text(table((long, "$1", "2%"), total=False)).splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith("2%"))
    assert lines[at].split()[-2:] == ["$1", "2%"]
    assert max(map(len, lines)) <= 80
    assert " ".join(" ".join(lines[4 : at + 1]).split()) == f"{long} $1 2%"


@pytest.mark.parametrize(
    "rows",
    [
        [Row((Cell("a"), Cell("b"))), Row((Cell("a"),))],
        [Row((Cell("a"),))],
        [Row((Cell("a"), Cell("b" * 70)))],
        [Row((Cell("a" * 30), Cell("b" * 30), Cell("c" * 30)))],
    ],
)
def test_what_has_no_such_form(rows):
    assert table_lines(rows, 60) is None


def test_a_table_that_is_too_wide_has_its_first_cells_on_lines_of_their_own():
    head = Row(
        tuple(Cell(words, True, True) for words in ("Series and option", "Secured notes", "Step-up notes", "Cash"))
    )
    rows = [
        Row((Cell("9% Notes due 2034, first"), Cell("985.00", True), Cell("--", True), Cell("22.50", True))),
        Row((Cell("9% Notes due 2034, second"), Cell("--", True), Cell("1,870.00", True), Cell("--", True))),
    ]
    under = [
        "Series and option",
        "    Secured notes  Step-up notes   Cash",
        "    -------------  -------------  -----",
        "9% Notes due 2034, first",
        "           985.00             --  22.50",
        "9% Notes due 2034, second",
        "               --       1,870.00     --",
    ]
    assert table_lines([head, *rows], 40) == under
    closed = Row(rows[1].cells, ruled=True, closed=True)
    rules = ["    -------------  -------------  -----", "    =============  =============  ====="]
    assert table_lines([head, rows[0], closed], 40) == [*under[:-2], rules[0], *under[-2:], rules[1]]
    # Where the heads have no room beside one another, each has a line, and still ends where its figures do.
    stairs = [
        "Series and option",
        "    Secured notes",
        "              Step-up notes",
        "                              Cash",
        "    -------------  --------  -----",
        "9% Notes due 2034, first",
        "           985.00        --  22.50",
        "9% Notes due 2034, second",
        "               --  1,870.00     --",
    ]
    assert table_lines([head, *rows], 38) == stairs
    assert table_lines([head, *rows], 34) == stairs
    assert table_lines([head, *rows], 33) is None
    words = Cell("Accrued interest", head=True)
    assert table_lines([Row((*head.cells, words)), *(Row((*row.cells, Cell("In notes"))) for row in rows)], 52) == [
        *stairs[:4],
        "                                    Accrued interest",
        f"{stairs[4]}  --------",
        *(line if at % 2 == 0 else f"{line}  In notes" for at, line in enumerate(stairs[5:])),
    ]


def test_a_table_that_has_room_on_a_page_is_not_cut():
    rows = [(f"Notes {number}", "$1", "2%") for number in range(30)]
    body = "<p>Before.</p>" * 15 + table(*rows) + "<p>After.</p>"
    pages = re.split(r" {30,}-[0-9]+-\n", text(body, legend="Fiction."))
    assert [len(re.findall(r"^Notes \d+ ", page, re.MULTILINE)) for page in pages] == [0, 30, 0]
    assert "What was tendered" in pages[1]
    assert "After." in pages[1]
    # A longer one is cut.
    pages = text(table(*rows, *rows)).split("-1-")
    assert sum(page.count("$1") for page in pages) == 60
    assert all("$1" in page for page in pages)


def test_a_page_does_not_end_within_a_row_of_a_longer_one():
    name = "Senior Subordinated Notes of a series with so long a title that it takes two lines, number"
    rows = [(f"{name} {number}", "$1", "2%") for number in range(40)]
    pages = re.split(r" {30,}-[0-9]+-\n", text("<p>Before.</p>" + table(*rows)))
    for page in pages[:-2]:
        assert page.rstrip().endswith("2%")
    assert sum(page.count("Subordinated") for page in pages) == sum(page.count("2%") for page in pages) == 40
    # Its heads have a row below them, and its total one above.
    for lead in range(40, 56):
        pages = re.split(r" {30,}-[0-9]+-\n", text("<p>Before.</p>" * (lead // 2) + table(*rows)))
        assert "Before." not in pages[1] or pages[1].count("2%")
        assert pages[-2].count("2%") > 1


def test_a_table_without_such_a_form_is_written_cell_by_cell():
    body = table(("x" * 50, "$1", "y" * 40), total=False)
    words = text(body).split()
    assert words[:3] == ["What", "was", "tendered"]
    assert words[-4:-1] == ["x" * 50, "$1", "y" * 40]


def test_in_one_that_is_wider_the_second_cell_of_words_has_lines_of_its_own_too():
    heads = ("Series", "Security", "Outstanding", "Spread")
    cells = [("9% Notes due 2016", "A security of a very long title indeed", "$25,000,000", "125")]
    head = Row(tuple(Cell(each, number=at > 1, head=True) for at, each in enumerate(heads)))
    rows = [head, *(Row(tuple(Cell(each, number=at > 1) for at, each in enumerate(row))) for row in cells)]
    assert table_lines(rows, 45) == [
        "Series",
        "  Security",
        "    Outstanding  Spread",
        "    -----------  ------",
        "9% Notes due 2016",
        "  A security of a very long title indeed",
        "    $25,000,000     125",
    ]
    nothing = Row((Cell("8% Notes"), Cell("--"), Cell("$1", number=True), Cell("--", number=True)))
    assert table_lines([*rows, nothing], 45) is None  # a dash on a line of its own would be read as a rule
