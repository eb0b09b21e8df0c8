"""Words around a number: near ones speak louder, across a sentence or another number they speak low."""

import pytest

from lexdocs.checks.tieout.context import around, marks
from tests.checks.tieout.texts import known_of, seen_in


def heard(text, number=0, deal="lexington_2001", file="release.txt"):
    """How loud each concept speaks at a number of a text, counted from its beginning."""
    names = known_of(deal).names
    items = [(seen, item) for seen in seen_in(text, file) for item in seen.found]
    seen, item = items[number]
    return around(seen, item, tuple(marks(seen, names)), names)


def test_the_same_concept_is_heard_in_other_words():
    said = [heard(f"The offer {word} on September 4, 2001.")["expire"] for word in ("expires", "closes", "ends")]
    assert min(said) > 0.8


def test_a_word_speaks_lower_from_farther_away_and_a_little_lower_from_behind():
    near, far = heard("It expires on May 4."), heard("It expires, as was agreed by all of them, on May 4.")
    assert near["expire"] > far["expire"] > 0
    assert near["expire"] > heard("On May 4 it expires.")["expire"] > far["expire"]


@pytest.mark.parametrize("between", [". It has rules: ", "; ", " before June 3, and later on "])
def test_a_word_speaks_lower_across_a_sentence_a_clause_or_another_number(between):
    plain = " " + "and so on and on"[: len(between) - 2] + " "
    number = 1 if "June" in between else 0
    assert heard(f"It expires{between}May 4", number)["expire"] < heard(f"It expires{plain}May 4")["expire"]


def test_a_deals_own_names_say_which_side_is_meant():
    old, new = heard("The Old Notes bear 5%."), heard("The New Notes bear 5%.")
    assert ("old" in old, "new" in old) == (True, False)
    assert ("old" in new, "new" in new) == (False, True)


def test_a_rows_name_title_or_year_says_that_it_is_meant():
    for called in ("Junior Notes", "7 1/2% Junior Notes", "notes due 2016"):
        found = heard(f"The {called} have a face amount of $25 each.", -1, "windrow")
        assert "series=junior" in found, called
        assert "series=senior" not in found, called


def test_heads_of_a_table_speak_for_their_column_and_row():
    page = "<table><tr><th>Series</th><th>Coupon</th></tr><tr><td>Junior Notes</td><td>5%</td></tr></table>"
    found = heard(page, -1, "windrow", "notes.html")
    assert found["rate"] == found["series=junior"] == 1.0
