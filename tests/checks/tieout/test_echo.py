"""Echoes: a number between the words of one of our own documents is held for the figure that stands there."""

import pytest

from lexdocs.checks.tieout.echo import echoes, ticked
from tests.checks.tieout.texts import seen_in

OWN = """\
<p>The fund pays interest of <data data-figure="rate">4%</data> on each note that it sold to the public in 1999.</p>
<p>Ask the trustee, <data data-figure="trustee">Harrow &amp; Pike</data>, for a copy of the deed.</p>
<table><tr><th>Notes</th><th>Rate</th></tr>
<tr><td>Blue Notes</td><td><data data-figure="rate[blue]">5%</data></td></tr>
<tr><td>Red Notes</td><td><data data-figure="rate[red]">6%</data></td></tr></table>
"""


@pytest.fixture(scope="module")
def known():
    _, numbers, names = ticked(OWN, "own")
    return echoes([numbers], names)


def heard(known, text, file="release.txt"):
    """For each number of a text, the figure that is heard loudest and how loud."""
    found = [known.at(seen, item) for seen in seen_in(text, file) for item in seen.found]
    return [max(each.items(), key=lambda pair: pair[1], default=("", 0.0)) for each in found]


def test_the_ticks_of_a_page_are_read_and_its_words_are_those_of_a_stranger():
    _, numbers, names = ticked(OWN, "own")
    assert [(item.text, address) for _, item, address in numbers] == [
        ("4%", "rate"), ("1999", ""), ("5%", "rate[blue]"), ("6%", "rate[red]"),
    ]  # fmt: skip
    assert ("Harrow & Pike", "trustee") in [(seen.passage.text[a:b], address) for seen, a, b, address in names]


def test_more_of_the_same_words_is_heard_louder(known):
    ((whole, loud),) = heard(known, "The fund pays interest of 9% on each note that it sold to the public.")
    ((part, low),) = heard(known, "The fund pays interest of 9%, a sum of which nobody has heard.")
    assert whole == part == "rate"
    assert loud > 2 * low > 0


def test_other_words_are_no_echo(known):
    assert heard(known, "Nobody sold 9% of anything at all in that summer.") == [("", 0.0)]


def test_a_cell_is_known_by_its_row_and_column(known):
    page = "<table><tr><th>Notes</th><th>Rate</th></tr>{}</table>"
    row = "<tr><td>{} Notes</td><td>9%</td></tr>"
    ((red, loud),) = heard(known, page.format(row.format("Red")), "a.html")
    assert red == "rate[red]"
    assert loud > 10
    assert heard(known, page.format(row.format("Green")), "a.html") == [("", 0.0)]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Ask the trustee, Hollow & Spike, for a copy of the deed.", "trustee"),
        ("Do not ask any of them, Hollow & Spike, or you will be told.", ""),
    ],
)
def test_a_name_between_our_own_words_is_known(known, words, address):
    (seen,) = seen_in(words)
    start = words.index("Hollow")
    assert known.name_at(seen, start, start + len("Hollow & Spike")) == address
