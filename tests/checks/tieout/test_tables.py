"""Tables of others: rows that are swapped, amounts in thousands, and heads that say which figure is meant."""

import time

import pytest

from tests.checks.tieout.texts import item_of, standing, tied

SERIES = """\
<p>Windrow Canal &amp; Lock Company offers to exchange its notes.</p><p>{scale}</p>
<table>
<tr><th>Existing Notes</th><th>Principal amount outstanding</th><th>Rate</th><th>Maturity</th></tr>
<tr><td>Senior Notes</td><td>{senior}</td><td>{rate}</td><td>{due}</td></tr>
<tr><td>Junior Notes</td><td>{junior}</td><td>{other_rate}</td><td>{other_due}</td></tr>
</table>
"""
RIGHT = {
    "scale": "All of them are listed below.",
    "senior": "$40,000,000",
    "junior": "$25,000,000",
    "rate": "9%",
    "other_rate": "7 1/2%",
    "due": "March 15, 2015",
    "other_due": "November 1, 2016",
}
THOUSANDS = {"scale": "(Dollars in thousands)", "senior": "$40,000", "junior": "$25,000"}


def series(**changed):
    """The table of the series with some of its cells changed."""
    return tied({"notes.html": SERIES.format(**RIGHT | changed)}, "windrow")


def test_each_cell_ties_to_the_figure_of_its_row_and_column():
    found = series()
    assert standing(found) == []
    assert item_of(found, "$25,000,000").figures == ("series_outstanding[junior]",)
    assert item_of(found, "9%").figures == ("series_rate[senior]",)
    assert item_of(found, "November 1, 2016").figures == ("series_maturity[junior]",)


@pytest.mark.parametrize(
    ("one", "other", "figure"),
    [
        ("senior", "junior", "series_outstanding"),
        ("rate", "other_rate", "series_rate"),
        ("due", "other_due", "series_maturity"),
    ],
)
def test_two_rows_put_for_one_another_are_told_though_the_deal_knows_both_values(one, other, figure):
    found = series(**{one: RIGHT[other], other: RIGHT[one]})
    assert standing(found) == [
        (RIGHT[other], "contradicted", (f"{figure}[senior]",)),
        (RIGHT[one], "contradicted", (f"{figure}[junior]",)),
    ]


def test_a_slip_in_a_cell_is_told_of_its_row():
    assert standing(series(junior="$25,500,000")) == [("$25,500,000", "contradicted", ("series_outstanding[junior]",))]


def test_amounts_in_thousands_tie_where_the_table_says_so():
    assert standing(series(**THOUSANDS)) == []
    told = [("$40,000", "series_outstanding[senior]"), ("$25,000", "series_outstanding[junior]")]
    assert standing(series(**THOUSANDS | {"scale": "(Dollars)"})) == [
        (text, "contradicted", (figure,)) for text, figure in told
    ]


def test_an_amount_in_thousands_may_be_wrong_too():
    assert standing(series(**THOUSANDS | {"junior": "$25,500"})) == [
        ("$25,500", "contradicted", ("series_outstanding[junior]",))
    ]


LOT = "<tr><td>Senior Notes, lot {}</td><td>$40,000,000</td><td>9%</td><td>March 15, 2015</td></tr>"
HEADS = "<tr><th>Notes</th><th>Outstanding</th><th>Rate</th><th>Maturity</th></tr>"


def seconds(rows):
    """The CPU that a table of so many rows takes."""
    page = f"<table>{HEADS}{''.join(LOT.format(row) for row in range(rows))}</table>"
    began = time.process_time()
    tied({"lots.html": page}, "windrow")
    return time.process_time() - began


@pytest.mark.soak
def test_a_table_of_four_times_the_rows_takes_no_more_than_some_four_times_as_long():
    seconds(1)
    assert seconds(600) < 8 * seconds(150)
