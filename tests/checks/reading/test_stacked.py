"""Tables in plain text in which the figures of a row stand below its first cell."""

import pytest

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.reading.text import read_text

PROSE = "The company announced today the prices that it offers for its notes, which are as follows in the table:\n\n"
LONG = "9% Senior Subordinated Debentures of the second series, due March 15, 2034"
TABLE = f"""\
Series
    CUSIP        Outstanding      Price
    -----------  -----------  ---------
6% Senior Notes due 2021
    57087R AA 4     $400,000  $1,040.00
{LONG}
    --              $300,000  $1,010.50
"""


def cells(said):
    return [
        (each.text, each.row_head, each.column_heads)
        for each in read_text(said, "a.txt").passages
        if each.place.part is Part.CELL
    ]


@pytest.mark.parametrize("after", ["", "\nThe offer closes on July 1, 2016, unless the company extends it.\n"])
def test_figures_are_those_of_the_cell_above_them(after):
    assert cells(PROSE + TABLE + after) == [
        ("Series", "", ()), ("CUSIP", "", ()), ("Outstanding", "", ()), ("Price", "", ()),
        ("6% Senior Notes due 2021", "", ("Series",)),
        ("57087R AA 4", "6% Senior Notes due 2021", ("CUSIP",)),
        ("$400,000", "6% Senior Notes due 2021", ("Outstanding",)),
        ("$1,040.00", "6% Senior Notes due 2021", ("Price",)),
        (LONG, "", ("Series",)),
        ("--", LONG, ("CUSIP",)),
        ("$300,000", LONG, ("Outstanding",)),
        ("$1,010.50", LONG, ("Price",)),
    ]  # fmt: skip


def test_heads_like_stairs_stand_over_the_strokes_at_which_they_end_or_begin():
    stairs = (
        "Series and option\n"
        "    Senior Secured Notes\n"
        "      Step-Up Subordinated Notes\n"
        "                                    Cash\n"
        "                                          Accrued interest\n"
        "    --------------------  ------  ------  --------\n"
        f"{LONG}\n"
        "                  985.00      --   22.50  In cash\n"
        "6% Senior Notes due 2021\n"
        "                      --  870.00      --  In notes\n"
    )
    said = cells(PROSE + stairs)
    assert said[5:10] == [
        (LONG, "", ("Series and option",)),
        ("985.00", LONG, ("Senior Secured Notes",)),
        ("--", LONG, ("Step-Up Subordinated Notes",)),
        ("22.50", LONG, ("Cash",)),
        ("In cash", LONG, ("Accrued interest",)),
    ]
    assert ("870.00", "6% Senior Notes due 2021", ("Step-Up Subordinated Notes",)) in said
    # Heads of which one has no place over a stroke are none.
    assert ("985.00", LONG, ("Senior Secured Notes",)) not in cells(PROSE + stairs.replace("      Step", "    Step"))


def test_a_table_right_below_another_has_heads_of_its_own():
    first = "Holder      Tendered  Accepted\n----------  --------  --------\nMarch Bank  $100,000   $50,000\n"
    said = cells(f"{PROSE}{first}\nPrices of the notes\n\n{TABLE}")
    assert ("$50,000", "March Bank", ("Accepted",)) in said
    assert said[6:] == cells(PROSE + TABLE)


def test_labels_of_groups_are_not_the_cells_of_rows():
    said = cells(
        f"{PROSE}"
        "    Segment       2000     1999\n"
        "    -------  ---------  -------\n"
        "Rubber\n"
        "    Seals     $300,000  $20,000\n"
        "    Hoses     $400,000  $30,000\n"
    )
    assert ("$400,000", "Rubber: Hoses", ("2000",)) in said


def test_a_row_whose_head_breaks_off_goes_on_below():
    said = cells(
        f"{PROSE}"
        "Security                      Number\n"
        "--------------------------  --------\n"
        "Shares of common stock       115,351\n"
        "Warrants to buy it through\n"
        "August 1, 2017                67,072\n"
    )
    assert ("67,072", "Warrants to buy it through August 1, 2017", ("Number",)) in said
