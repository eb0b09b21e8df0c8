"""Files held against one another, against the event that they were written for, and for what they leave out."""

import pytest

from tests.checks.tieout.texts import RELEASE, edited, item_of, standing, tied

AGENT = "Holders may call the information agent, Fenwick Shore & Partners, toll free at (800) 555-0141 on any day.\n"
EXTENSION = """\
NEW YORK, {on}, 2001 -- Lexington Precision Corporation has extended its offer to exchange its 12 3/4% Senior
Subordinated Notes. The offer, which had been scheduled to expire at 12 midnight, New York City time, on {was}, 2001,
will now expire at 12 midnight, New York City time, on {now}, 2001. To date {tendered} of the Old Notes has been
tendered.
"""
FIRST = EXTENSION.format(on="September 5", was="September 4", now="September 18", tendered="$15,680,000")
SECOND = EXTENSION.format(on="September 19", was="September 18", now="September 26", tendered="$24,477,000")


def test_a_fact_said_in_two_ways_in_two_files_is_told_once():
    found = tied({"release.txt": RELEASE, "letter.txt": edited("12 midnight", "5:00 p.m.")})
    (discord,) = found.discords
    assert [(item.file, item.text.split(",")[0]) for item in discord.items] == [
        ("release.txt", "12 midnight"),
        ("letter.txt", "5:00 p.m."),
    ]
    assert discord.says.startswith("expiration is said in 2 ways: ")
    assert [item.file for item in found.items if item.stands] == ["letter.txt"]


def test_files_that_agree_have_no_discord():
    assert tied({"release.txt": RELEASE, "letter.txt": RELEASE}).discords == ()


def test_a_fact_that_the_deal_does_not_know_is_said_in_two_ways():
    found = tied({"release.txt": AGENT, "letter.txt": AGENT.replace("0141", "0114")})
    (discord,) = found.discords
    assert [item.text for item in discord.items] == ["(800) 555-0141", "(800) 555-0114"]
    assert {item.outcome.value for item in discord.items} == {"unexplained"}
    assert "a fact that the deal does not know" in discord.says


@pytest.mark.parametrize(
    "other",
    [
        AGENT,  # the same number
        "The mill at Fenwick burned down in its first winter; its owner could be rung at (800) 555-0114.\n",
    ],
)
def test_unknown_facts_agree_where_they_are_the_same_or_about_other_things(other):
    assert tied({"release.txt": AGENT, "letter.txt": other}).discords == ()


@pytest.mark.parametrize(
    ("text", "tendered", "expiration"),
    [(FIRST, "$15,680,000", "September 18"), (SECOND, "$24,477,000", "September 26")],
)
def test_a_file_is_held_against_the_event_that_it_was_written_for(text, tendered, expiration):
    found = tied(text, "lexington_later")
    assert standing(found) == []
    assert item_of(found, tendered).figures == ("total_valid",)
    ends = item_of(found, f"12 midnight, New York City time, on {expiration}, 2001")
    assert ends.figures == ("expiration",)


def test_what_a_later_event_made_true_is_not_true_of_an_earlier_one():
    ahead = FIRST.replace("$15,680,000", "$24,477,000")
    assert standing(tied(ahead, "lexington_later")) == [("$24,477,000", "unexplained", ())]


def test_each_of_several_files_is_held_against_its_own_event():
    assert standing(tied({"first.txt": FIRST, "second.txt": SECOND}, "lexington_later")) == []


def lacking(found):
    return {each.figure for each in found.omitted}


def test_what_is_left_out_is_listed_with_the_document_of_the_house_that_states_it():
    whole = tied(RELEASE)
    assert "maximum_holdout_principal" in lacking(whole)
    assert {each.template for each in whole.omitted} == {"press-releases/commencement.md"}
    without = tied(edited("The offer is subject to the tender of at least 99% of the Old Notes. ", ""))
    assert lacking(without) - lacking(whole) == {"minimum_tender"}
    (told,) = [each for each in without.omitted if each.figure == "minimum_tender"]
    assert told.shown == "99%"


def test_what_is_wrongly_stated_is_not_left_out():
    assert lacking(tied(edited("at least 99%", "at least 98%"))) == lacking(tied(RELEASE))


def test_a_text_like_no_document_of_the_house_leaves_nothing_out_unless_one_is_named():
    assert lacking(tied(AGENT)) == set()
    assert "minimum_tender" in lacking(tied(AGENT, template="press-releases/commencement.md"))
