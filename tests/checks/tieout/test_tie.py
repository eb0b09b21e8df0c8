"""A release about the worked example: what is right ties, and each thing said otherwise is told, it alone."""

import pytest

from tests.checks.tieout.texts import RELEASE, edited, item_of, standing, tied

DISCLAIMER = """\
Sales of the year before were $127.2 million. The offer relies on Section 3(a)(9) of the Securities Act of 1933.

Questions:"""


@pytest.fixture(scope="module")
def release():
    return tied(RELEASE)


def test_a_right_release_ties_throughout(release):
    assert {item.outcome.value for item in release.items} == {"tied"}
    assert standing(release) == []
    assert release.discords == ()
    assert not release.stands
    assert release.counts()["tied"] == len(release.items) > 40


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("August 6, 2001", "announced"),
        ("12 midnight, New York City time, on September 4, 2001", "expiration"),
        ("$27,412,000", "outstanding"),
        ("14%", "step_rate[2001-12-31]"),
        ("15%", "step_rate[thereafter]"),
        ("three", "number_of_installments"),
        ("149,396", "aggregate_warrants[all]"),
        ("four", "supporting_holders"),
        ("(212) 319-4657", "contact_telephone"),
        ("Wilmington Trust Company", "exchange_agent"),
        ("12 3/4% Senior Subordinated Notes", "old_notes_title"),
        ("President", "contact_title"),
    ],
)
def test_what_ties_names_its_figure(release, text, figure):
    assert item_of(release, text).figures == (figure,)


# What is said otherwise, how it is told, and of which figure.
WRONG = [
    ("bear interest at 14%", "bear interest at 14.5%", "14.5%", "step_rate[2001-12-31]", "which is 14%"),
    ("12 3/4% Senior", "14% Senior", "14%", "old_rate", "which is 12 3/4%; it is step_rate[2001-12-31]"),
    ("$27,412,000", "$27,412", "$27,412", "outstanding", "which is $27,412,000"),
    ("$27,412,000", "$27,142,000", "$27,142,000", "outstanding", "which is $27,412,000"),
    ("$2.273", "$2.723", "$2.723", "exercise_price", "which is $2.273"),
    ("5.45 shares", "5.54 shares", "5.54", "warrants_per_denomination", "which is 5.45"),
    ("149,396", "149,395", "149,395", "aggregate_warrants[all]", "which is 149,396"),
    ("at least 99%", "at least 98%", "98%", "minimum_tender", "which is 99%"),
    ("fee of $30", "fee of $35", "$35", "participation_fee", "which is $30"),
    ("The four largest", "The five largest", "five", "supporting_holders", "which is 4"),
    ("record on August 2", "record on August 3", "August 3, 2001", "record_date", "which is August 2, 2001"),
    (
        "12 midnight",
        "5:00 p.m.",
        "5:00 p.m., New York City time, on September 4, 2001",
        "expiration",
        "which is 12 midnight, New York City time, on September 4, 2001",
    ),
]


@pytest.mark.parametrize(("old", "new", "text", "figure", "says"), WRONG, ids=[each[1] for each in WRONG])
def test_what_is_said_otherwise_is_told_and_nothing_else(old, new, text, figure, says):
    found = tied(edited(old, new))
    assert standing(found) == [(text, "contradicted", (figure,))]
    assert [says in item.says for item in found.items if item.stands] == [True]


@pytest.mark.parametrize(
    ("old", "new", "text", "figure", "says"),
    [
        (
            "12 3/4% Senior Subordinated",
            "Senior 12 3/4% Subordinated",
            "Senior 12 3/4% Subordinated Notes",
            "old_notes_title",
            "in another order",
        ),
        (
            "Wilmington",
            "Wilmingtn",
            "Wilmingtn Trust Company",
            "exchange_agent",
            "stands where “Wilmington Trust Company” belongs",
        ),
    ],
)
def test_a_name_said_otherwise_is_told(old, new, text, figure, says):
    found = tied(edited(old, new))
    assert standing(found) == [(text, "contradicted", (figure,))]
    assert says in item_of(found, text).says


@pytest.mark.parametrize(
    ("old", "new", "text", "fault"),
    [
        ("YORK, August 6, 2001", "YORK, Tuesday, August 6, 2001", "Tuesday, August 6, 2001", "is a Monday"),
        ("to December 31, 2001", "to December 31. 2001", "December 31. 2001", "a period stands for the comma"),
    ],
)
def test_what_is_right_and_written_wrong_ties_and_stands(old, new, text, fault):
    found = tied(edited(old, new))
    item = item_of(found, text)
    assert standing(found) == [(text, "tied", item.figures)]
    assert fault in item.irregular
    assert item.figures


@pytest.mark.parametrize(
    ("said", "text", "interval"),
    [
        ("about $27.4 million", "$27.4 million", "[27350000, 27450000)"),
        ("$27.4 million", "$27.4 million", "[27350000, 27450000)"),
        ("some $27 million", "$27 million", "[26500000, 27500000)"),
    ],
)
def test_a_rounded_value_says_where_the_true_one_lies(said, text, interval):
    found = tied(edited("$27,412,000", said))
    item = item_of(found, text)
    assert (item.outcome.value, item.figures, item.interval) == ("tied by rounding", ("outstanding",), interval)
    assert standing(found) == []


def test_a_value_rounded_to_another_is_told():
    assert standing(tied(edited("$27,412,000", "about $27.5 million"))) == [
        ("$27.5 million", "contradicted", ("outstanding",))
    ]


def test_a_percentage_is_rounded_and_not_cut_off():
    words = "NEW YORK, September 27, 2001 -- Holders of {} of the outstanding Old Notes have validly tendered them."
    cut, rounded = (tied(words.format(said), "lexington_later") for said in ("99.90%", "99.91%"))
    assert standing(cut) == [("99.90%", "contradicted", ("percentage_tendered",))]
    assert "cut off rather than rounded" in item_of(cut, "99.90%").says
    assert standing(rounded) == []
    assert item_of(rounded, "99.91%").interval == "[0.99905, 0.99915)"


def test_what_the_deal_does_not_know_is_unexplained_and_a_citation_is_set_aside():
    found = tied(edited("Questions:", DISCLAIMER))
    assert standing(found) == [("$127.2 million", "unexplained", ())]
    assert item_of(found, "3(a)(9)").outcome.value == "set aside"
    assert item_of(found, "3(a)(9)").says == "number of a section"


@pytest.mark.parametrize(
    ("assumption", "told"),
    [
        ("old_notes.rate=11%", [("12 3/4%", "old_rate")]),
        ("warrants.exercise_price=$2.50", [("$2.273", "exercise_price")]),
        ("offer.minimum_tender=95%", [("99%", "minimum_tender")]),
        ("offer.record_date=August 3, 2001", [("August 2, 2001", "record_date")]),
        # What is worked out of a term moves with it.
        (
            "old_notes.outstanding=$27,000,000",
            [("$27,412,000", "outstanding"), ("149,396", "aggregate_warrants[all]")],
        ),
    ],
)
def test_another_term_contradicts_the_same_text_where_it_is_stated_and_nowhere_else(assumption, told):
    found = tied(RELEASE, "lexington_2001", assumption)
    assert standing(found) == [(text, "contradicted", (figure,)) for text, figure in told]
