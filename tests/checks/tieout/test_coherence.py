"""Coherence: a column that states one figure throughout calls for it in each of its rows."""

import pytest

from lexdocs.checks.tieout.coherence import expected
from lexdocs.checks.tieout.looking import look_over
from tests.checks.tieout.texts import known_of, seen_in

PAGE = "<table><tr><th>Notes</th><th>{}</th></tr>{}</table>"
ROW = "<tr><td>{}</td><td>{}</td></tr>"


def called_for(rows, head="Amount"):
    """For each number in the second column of a table of Windrow's series, the figure that its column calls for."""
    page = PAGE.format(head, "".join(ROW.format(*row) for row in rows))
    known = known_of("windrow")
    looks = look_over(seen_in(page, "notes.html"), known)
    spots = expected(looks, known)
    cells = [looked for each in looks for looked in each if looked.seen.passage.place.column == 2]
    return [spots.get((looked.seen.index, looked.item.start), "") for looked in cells]


RIGHT = ["series_outstanding[senior]", "series_outstanding[junior]"]


@pytest.mark.parametrize(
    ("senior", "junior"),
    [
        ("$40,000,000", "$25,000,000"),
        ("$25,000,000", "$40,000,000"),  # put for one another: every value is of the figure
    ],
)
def test_a_column_of_one_figure_calls_for_it_in_each_row(senior, junior):
    assert called_for([("Senior Notes", senior), ("Junior Notes", junior)], "Principal outstanding") == RIGHT


@pytest.mark.parametrize(
    "rows",
    [
        [("Senior Notes", "$40,000,000")],  # one cell is no column
        [("Senior Notes", "$1,234"), ("Junior Notes", "$5,678")],  # of no figure
        [("Apples", "$40,000,000"), ("Pears", "$25,000,000")],  # of no rows of the deal
    ],
)
def test_another_column_calls_for_nothing(rows):
    assert set(called_for(rows)) == {""}
