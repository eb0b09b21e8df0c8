"""Numbers in their places: one of the deal's own put where another belongs is told, and the right one is not."""

import pytest

from tests.checks.tieout.texts import standing, tied

# Each is right as it stands; then what is put for what, and the figure that is contradicted.
PLACES = {
    "a maturity": (
        "The Old Notes matured on February 1, 2000 and bear interest at 12 3/4%.", "February 1, 2000", "August 2, 2001",
        "old_maturity",
    ),
    "a record date": (
        "The offer is made to holders of record on August 2, 2001.", "August 2, 2001", "February 1, 2000",
        "record_date",
    ),
    "a last day of warrants": (
        "The warrants may be exercised at $2.273 a share until December 31, 2004.", "December 31, 2004",
        "September 4, 2001", "warrant_expiration",
    ),
    "a date beside its time": (
        "The offer expires at 12 midnight, New York City time, on September 4, 2001.", "September 4, 2001",
        "August 6, 2001", "expiration",
    ),
    "a time beside its date": (
        "Expiration: September 4, 2001, at 12 midnight, New York City time.", "12 midnight", "9:00 a.m.", "expiration",
    ),
    "a step of a rate": (
        "The New Notes bear interest at 14% until December 31, 2001 and at 15% from then on.", "14%", "15%",
        "step_rate[2001-12-31]",
    ),
    "the last step of a rate": (
        "The New Notes bear interest at 14% until December 31, 2001, and thereafter at 15%.", "15%", "12 3/4%",
        "step_rate[thereafter]",
    ),
    "a condition": ("At least 99% of the Old Notes must be tendered.", "99%", "74.7%", "minimum_tender"),
    "a price": ("Each warrant may be exercised at $2.273 a share.", "$2.273", "$1,000", "exercise_price"),
    "an amount for which": (
        "Holders receive $30 in cash for each $1,000 of Old Notes.", "$1,000", "$27,412,000", "denomination",
    ),
    "a thousand": ("Holders receive $30 in cash for each $1,000 of Old Notes.", "$1,000", "$1", "denomination"),
    "a count of days": (
        "The offer is open for 21 business days.", "21", "20", "business_days_open_from_announcement",
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_figure_in_its_place_ties_and_another_in_it_does_not(place):
    right, said, wrong, figure = PLACES[place]
    assert standing(tied({"draft.txt": right})) == []
    found = standing(tied({"draft.txt": right.replace(said, wrong, 1)}))
    assert [(outcome, figures) for _, outcome, figures in found][-1:] == [("contradicted", (figure,))], found


LIST = "The three series are bought at $1,040.00, $1,010.50 and $962.25 for each $1,000 of principal."


def test_a_list_states_its_rows_in_their_order():
    assert standing(tied({"draft.txt": LIST}, "ferry")) == []
    wrong = standing(tied({"draft.txt": LIST.replace("$962.25", "$3,000.00")}, "ferry"))
    assert wrong == [("$3,000.00", "contradicted", ("total_consideration[notes-c]",))]


def test_a_price_in_percents_is_that_of_the_amount_before_it():
    right = "Holders of 6% Senior Notes due 2021 receive $1,040.00 (104%) for each $1,000."
    assert standing(tied({"draft.txt": right}, "ferry")) == []
    wrong = standing(tied({"draft.txt": right.replace("104%", "101.05%")}, "ferry"))
    assert wrong == [("101.05%", "contradicted", ("total_consideration[notes-a]",))]


def test_a_share_goes_with_the_amount_before_it():
    right = "Four holders own $20,476,764, or 74.7%, of the Old Notes."
    assert standing(tied({"draft.txt": right})) == []
    wrong = standing(tied({"draft.txt": right.replace("74.7%", "99%")}))
    assert wrong == [("99%", "contradicted", ("support_percentage",))]


SERIES = """\
<table>
<tr><th>Notes</th><th>Outstanding</th><th>Rate</th></tr>
<tr><td>Senior Notes</td><td>$40,000,000</td><td>9%</td></tr>
<tr><td>Junior Notes</td><td>$25,000,000</td><td>7 1/2%</td></tr>
</table>
"""


@pytest.mark.soak
def test_lines_whose_heads_changed_places_are_told_in_all_their_cells():
    assert standing(tied({"notes.html": SERIES}, "windrow")) == []
    turned = SERIES.replace("Senior", "J").replace("Junior", "Senior").replace("J ", "Junior ")
    found = standing(tied({"notes.html": turned}, "windrow"))
    assert [said for said, outcome, _ in found if outcome == "contradicted"] == [
        "$40,000,000", "9%", "$25,000,000", "7 1/2%",
    ]  # fmt: skip


TERMS = "<table><tr><td>Record date</td><td>{}</td></tr><tr><td>Announced</td><td>{}</td></tr></table>"


def test_two_terms_of_a_list_that_changed_places_are_told():
    assert standing(tied({"terms.html": TERMS.format("August 2, 2001", "August 6, 2001")})) == []
    found = standing(tied({"terms.html": TERMS.format("August 6, 2001", "August 2, 2001")}))
    assert [said for said, _, _ in found] == ["August 6, 2001", "August 2, 2001"]


@pytest.mark.parametrize("said", ["Wilmington Bank Company", "Wilmington Trust Compny", "Wilmingtn Trust"])
def test_a_company_is_told_by_its_short_name_too(said):
    text = f"Deliver your Old Notes to {said} by September 4, 2001."
    assert standing(tied({"draft.txt": text.replace(said, "Wilmington Trust")})) == []
    assert [each[1] for each in standing(tied({"draft.txt": text}))] == ["contradicted"]
