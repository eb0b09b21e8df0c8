"""Tables in plain text are read cell by cell, each with what heads its row and its columns."""

from __future__ import annotations

import textwrap

import pytest

from lexdocs.checks.reading.passage import Part, Passage
from lexdocs.checks.reading.text import read_text

PRICES = """\
    The following table shows the price for each $1,000 principal amount:

                                             Principal         Total       Early
                                 CUSIP        Amount      Consideration   Tender
    Title of Notes               Number     Outstanding        (1)        Premium
    ---------------------      ---------    ------------  -------------   -------
    9 3/8% Senior Notes        12345A AA1   $ 27,412,000   $  1,012.50    $ 30.00
      due 2014
    7 1/4% Senior              12345A AB9    100,000,000        985.25      30.00
      Subordinated Notes
      due 2016
                                            ------------
    Total                                   $127,412,000
                                            ============

    (1) Without accrued interest.

    Nothing else is offered.
    """
SUBMITTED = """\
    <TABLE>
    <CAPTION>
                                        Year ended December 31,
                                       -----------------------
                                         2001           2000
                                       --------       --------
    <S>                                <C>            <C>
    Interest expense..............     $  1,200       $  1,100
    Less:
      Amounts repaid (a)..........         (234 )         (200)
      Rate........................       12 3/4 %          9.5%
    <FN>
    (a) In cash &amp; notes.
    </FN>
    </TABLE>
    """


def cells(text: str) -> dict[str, Passage]:
    reading = read_text(textwrap.dedent(text), "a.txt")
    return {passage.text: passage for passage in reading.passages if passage.place.part is Part.CELL}


def heads(cell: Passage) -> tuple[str, tuple[str, ...]]:
    return cell.row_head, cell.column_heads


def test_heads_over_several_lines_and_rows_over_several_lines() -> None:
    found = cells(PRICES)
    first, second = "9 3/8% Senior Notes due 2014", "7 1/4% Senior Subordinated Notes due 2016"
    assert heads(found["$27,412,000"]) == (first, ("Principal Amount Outstanding",))
    assert heads(found["12345A AB9"]) == (second, ("CUSIP Number",))
    assert heads(found["985.25"]) == (second, ("Total Consideration",))
    assert found["Total Consideration"].notes == ("(1)",)
    assert heads(found["$127,412,000"]) == ("Total", ("Principal Amount Outstanding",))
    assert found[first].column_heads == ("Title of Notes",)
    assert {cell.caption for cell in found.values()} == {
        "The following table shows the price for each $1,000 principal amount:"
    }
    assert str(found["985.25"].place) == "table 1, row 5, column 4"
    assert found["985.25"].line() == 9
    (note,) = [p for p in read_text(textwrap.dedent(PRICES), "").passages if p.place.part is Part.FOOTNOTE]
    assert (note.mark, note.text) == ("(1)", "Without accrued interest.")


def test_a_table_of_a_submission() -> None:
    found = cells(SUBMITTED)
    year = "Year ended December 31,"
    assert heads(found["$1,200"]) == ("Interest expense", (year, "2001"))
    assert heads(found["$1,100"]) == ("Interest expense", (year, "2000"))
    assert heads(found["(234)"]) == ("Less: Amounts repaid (a)", (year, "2001"))
    assert heads(found["12 3/4%"]) == ("Less: Rate", (year, "2001"))
    (note,) = [p for p in read_text(textwrap.dedent(SUBMITTED), "").passages if p.place.part is Part.FOOTNOTE]
    assert (note.mark, note.text) == ("(a)", "In cash & notes.")


def test_dotted_lines_lead_to_a_value() -> None:
    text = """\
        Use of funds ................................... $ 50,000,000
        Fees and expenses, including the soliciting
          dealer's fee . . . . . . . . . . . . . . . . .    1,234,500
        Total .......................................... $ 51,234,500
        """
    assert heads(cells(text)["1,234,500"])[0] == "Fees and expenses, including the soliciting dealer's fee"
    assert cells("Fee .......... $30")["$30"].row_head == "Fee"


def test_a_summary_in_two_columns_keeps_its_answers_whole() -> None:
    text = """\
        Issuer            Wexford Tool Corp. (fictional)

        Notes             9 3/8% Senior Notes due 2014, of which
                          $12,500,000 are outstanding.

        Expiration Date   5:00 p.m., New York City time, on
                          June 5, 2012, unless extended.
        """
    found = cells(text)
    assert found["9 3/8% Senior Notes due 2014, of which $12,500,000 are outstanding."].row_head == "Notes"
    assert found["5:00 p.m., New York City time, on June 5, 2012, unless extended."].row_head == "Expiration Date"


@pytest.mark.parametrize("mark", ["\n\n- 1 -\n\n", "\n\n                 1\n<PAGE>\n\n", "\n\f"])
def test_a_table_goes_on_over_a_page(mark: str) -> None:
    rows = [f"Series {letter}          {n},000,000     {n}%" for n, letter in enumerate("ABCDEF", 1)]
    text = (
        "Notes          Principal     Rate\n"
        + "\n".join(rows[:3])
        + mark
        + "\n".join(rows[3:])
        + "\n\nThe end.\n\n- 2 -"
    )
    found = cells(text)
    assert heads(found["5,000,000"]) == ("Series E", ("Principal",))
    assert {cell.place.number for cell in found.values()} == {1}
    assert found["6%"].place.page == found["1%"].place.page + 1


@pytest.mark.parametrize("gap", ["\t", "  |  ", "      "])
def test_rows_of_a_spreadsheet(gap: str) -> None:
    rows = [("Series", "Outstanding", "Rate"), ("Senior Notes", "$12,500,000", "9 3/8%"), ("Bonds", "$1,000", "8%")]
    widths = [0, 0, 0] if gap == "\t" else [12, 11, 6]
    text = "\n".join(gap.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    found = cells(text)
    assert heads(found["$12,500,000"]) == ("Senior Notes", ("Outstanding",))
    assert heads(found["8%"]) == ("Bonds", ("Rate",))


def test_prose_set_to_both_margins_is_no_table() -> None:
    text = """\
        Wexford  Tool  Corp.  (fictional)  has  begun an offer  for its  9 3/8%  Senior
        Notes  due 2014,  of which  $12,500,000  are  outstanding  on the  date of this
        release,  and it  expects  to end  the  offer on  June 5,  2012,  unless  it is
        extended by the company before that date.
        """
    (passage,) = read_text(textwrap.dedent(text), "").passages
    assert passage.place.part is Part.PARAGRAPH
    assert "of which $12,500,000 are outstanding on" in passage.text


def test_a_row_moved_by_one_has_other_heads() -> None:
    rows = {"A": "$1,000,000", "B": "$2,000,000", "C": "$3,000,000"}
    text = "\n".join(["Series           Principal", *(f"Series {name}      {value}" for name, value in rows.items())])
    assert cells(text)["$2,000,000"].row_head == "Series B"
    moved = text.replace("$2,000,000", "x").replace("$3,000,000", "$2,000,000").replace("x", "$3,000,000")
    assert cells(moved)["$2,000,000"].row_head == "Series C"


def test_marks_of_footnotes_stand_apart_from_values() -> None:
    rows = "Senior Notes (2)    $5,000(1)     9%\nBonds               $7,000      8%\n"
    found = cells(f"Series            Principal      Rate\n{rows}")
    assert (found["$5,000"].notes, found["Senior Notes"].notes) == (("(1)",), ("(2)",))
    (passage,) = read_text("They paid $1,012.50(1) and 9%(a) under Section 4(2) and Rule 14e-1(a).", "a.txt").passages
    assert passage.text == "They paid $1,012.50 and 9% under Section 4(2) and Rule 14e-1(a)."
    assert passage.notes == ("(1)", "(a)")
