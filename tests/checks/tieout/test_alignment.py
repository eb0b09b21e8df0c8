"""Alignment: the order of the numbers of a whole document says which figure stands where."""

from lexdocs.checks.tieout.alignment import ALIKE, aligned, likeness, values_of
from lexdocs.checks.tieout.echo import order
from tests.checks.tieout.texts import seen_in

OWN = "$1 on May 1, 2001; $2 on May 2, 2001; $3 on May 3, 2001; $4 on May 4, 2001."


def our(text=OWN):
    """A document of our own, its numbers in order."""
    (seen,) = seen_in(text)
    return order("own", [(seen, item, f"figure{number}") for number, item in enumerate(seen.found)])


def placed(text, *own):
    """The figure at each number of a text, or nothing."""
    passages = seen_in(text)
    places = aligned(passages, own or [our()])
    return [places.get((seen.index, item.start), "") for seen in passages for item in seen.found]


def test_a_changed_number_stands_where_the_right_one_stood():
    assert placed(OWN.replace("$3", "$9")) == [f"figure{number}" for number in range(8)]


def test_a_number_added_has_no_place_and_moves_no_other():
    assert placed(OWN.replace("$3", "12 and $3")) == ["figure0", "figure1", "figure2", "figure3", ""] + [
        f"figure{number}" for number in range(4, 8)
    ]


def test_a_number_left_out_moves_no_other():
    assert placed(OWN.replace("$3 on", "On")) == [f"figure{number}" for number in (0, 1, 2, 3, 5, 6, 7)]


def test_a_number_left_out_and_one_put_in_beside_it_stand_for_nothing():
    # As many numbers as ours, yet "$3" stands where ours says May 2 and a new number where ours says "$3".
    text = OWN.replace("on May 2, 2001; $3", "then; $3 to 12")
    assert placed(text) == [f"figure{number}" for number in (0, 1, 2)] + ["", ""] + [
        f"figure{number}" for number in (5, 6, 7)
    ]


def test_two_numbers_put_for_one_another_stand_each_where_the_other_did():
    text = OWN.replace("$2 on", "$? on").replace("$3 on", "$2 on").replace("$? on", "$3 on")
    assert placed(text) == [f"figure{number}" for number in range(8)]


def test_other_words_and_lines_are_the_same_order():
    assert placed(OWN.replace("; ", ".\n\nThen pay ")) == [f"figure{number}" for number in range(8)]


def test_a_text_of_other_or_of_few_numbers_is_like_none():
    assert set(placed("$7 on June 1, 2003; $8 on June 2, 2003; $9 on June 3, 2003; 8 and 9.")) == {""}
    assert set(placed("$1 on May 1, 2001; $2.")) == {""}


def test_the_document_most_like_it_is_taken():
    other = order("other", [(seen, item, "other") for seen in seen_in(OWN.replace("$1", "$7")) for item in seen.found])
    assert set(placed(OWN.replace("$3", "$9"), other, our())) == {f"figure{number}" for number in range(8)}


def test_likeness_is_the_part_of_the_numbers_that_both_have():
    values = values_of(seen_in(OWN))
    assert likeness(values, [our()]) == 1.0
    assert likeness(values, [our(OWN.replace("$3", "$9"))]) == 7 / 8 >= ALIKE
    assert likeness(values, [our("$1 on May 1, 2001")]) == 0.0
    assert likeness(values, []) == 0.0
