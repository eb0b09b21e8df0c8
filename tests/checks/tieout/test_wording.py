"""Words that carry a term: each turned one is told, and it alone; words that are no term's are let be."""

import pytest

from tests.checks.tieout.documents import document_sources
from tests.checks.tieout.texts import RELEASE, item_of, tied

SAID = """\
LEXINGTON PRECISION BEGINS AN OFFER

New York, August 6, 2001 -- Lexington Precision Corporation began an offer today. It is made to registered holders at
the close of business on August 2, 2001. Interest on the New Notes will be paid quarterly. The financial covenants of
the New Notes are more restrictive than those of the Old Notes. The warrants are for shares of
common stock. Questions: Warren Delano, President, (212) 319-4657.
"""


def words(found):
    return {item.text: item for item in found.items if item.kind == "word"}


def test_a_term_said_in_a_word_ties():
    said = words(tied(SAID))
    assert {text: item.figures for text, item in said.items()} == {
        "registered": ("holder_level",),
        "quarterly": ("payment_frequency",),
        "more restrictive": ("new_covenants",),
        "common": ("share_class",),
    }
    assert {item.outcome.value for item in said.values()} == {"tied"}


@pytest.mark.parametrize(
    ("was", "now", "figure"),
    [
        ("quarterly", "monthly", "payment_frequency"),
        ("quarterly", "semi-annually", "payment_frequency"),
        ("more restrictive", "less restrictive", "new_covenants"),
        ("registered", "beneficial", "holder_level"),
        ("President", "Chairman", "contact_title"),
        ("President", "Executive Vice President", "contact_title"),
        ("President", "Chairman and President", None),
        ("common stock", "preferred stock", "share_class"),
        ("common stock", "common shares", None),
    ],
)
def test_another_word_of_the_list_is_contradicted(was, now, figure):
    standing = {item.text: item for item in tied(SAID.replace(was, now)).items if item.stands}
    if figure is None:  # the office of the deal is among the words
        assert standing == {}
        return
    assert {text: (item.outcome.value, item.figures, item.expected) for text, item in standing.items()} == {
        now.removesuffix(" stock"): ("contradicted", (figure,), was)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Interest on the Old Notes was paid semiannually until it stopped.",
        "The Company files a quarterly report and pays its rent monthly.",
        "Interest compounded annually would come to more.",
        "The covenants of the bank are strict. A less restrictive lease was signed.",
        "Through their brokers, the beneficial owners on that day may instruct them.",
    ],
)
def test_words_that_say_no_term_are_let_be(text):
    assert words(tied(f"{RELEASE}\n{text}\n")).keys() == words(tied(RELEASE)).keys()


BOUNDS = [
    ("until December\n31, 2004", "on or after December\n31, 2004", "warrant_expiration"),
    ("at least 99%", "more than 99%", "minimum_tender"),
    ("at 14% a year", "at 14% a month", "step_rate[2001-12-31]"),
]


@pytest.mark.parametrize(("was", "now", "figure"), BOUNDS)
def test_words_that_turn_what_a_right_value_says_are_told(was, now, figure):
    text = RELEASE.replace("is subject to the tender", "is conditioned on the tender")
    assert was in text
    assert [item for item in tied(text).items if item.stands] == []
    told = [item for item in tied(text.replace(was, now)).items if item.stands]
    assert {item.outcome.value for item in told} == {"contradicted"}
    assert figure in [each for item in told for each in item.figures]


TURNED = [("on or before", "on or after"), ("the day before", "the day after"), ("at least", "at most")]


@pytest.mark.parametrize(("was", "now"), TURNED)
def test_one_word_of_a_pair_turned_in_our_own_document_is_told_each_time(was, now):
    page = next(text for name, text in pages() if was in text)
    count = page.count(was)
    assert words_standing(page) == []
    told = words_standing(page.replace(was, now))
    assert [(item.text, item.expected) for item in told] == [(now.split()[-1], was.split()[-1])] * count


@pytest.mark.parametrize(("was", "now"), TURNED)
def test_a_page_that_says_otherwise_altogether_is_not_held_to_our_words(was, now):
    assert item_of(tied(RELEASE), "99%").outcome.value == "tied"
    text = f"Holders may act {now} the day on which the conditions of sale, which are not ours, were met."
    assert words(tied(f"{RELEASE}\n{text}\n")).keys() == words(tied(RELEASE)).keys()


def words_standing(page):
    return [item for item in tied({"page.html": page}).items if item.kind == "word" and item.stands]


def pages():
    for source in document_sources("lexington_2001"):
        if source.suffix == ".html":
            yield source.name, source.text
