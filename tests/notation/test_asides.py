"""Numbers that are set aside, each with its reason, and the figures beside them that are not."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lexdocs.notation.asides import asides
from lexdocs.notation.find import find
from lexdocs.notation.references import FIRST_LETTERS, REFERENCES

RULE, STATUTE, SECTION = "citation of a rule", "citation of a statute", "number of a section"
FORM, FILE, PAGE = "number of a form", "number of a file", "number of a page"
NOTE, ADDRESS = "number of a note", "address"

CITED = [
    ("Rule 14e-1(a)", RULE),
    ("Rule 144A", RULE),
    ("Rules 14e-1 and 14e-2", RULE),
    ("RULE 13e-4", RULE),
    ("Regulation 14E", RULE),
    ("10b-5", RULE),
    ("17 CFR 240.14e-1", RULE),
    ("17 C.F.R. § 240.14e-1(b)", RULE),
    ("15 U.S.C. 77aaa", RULE),
    ("Act of 1933", STATUTE),
    ("Act (the “Act”) of 1995", STATUTE),
    ("1934 Act", STATUTE),
    ("Code of 1986", STATUTE),
    ("Public Law 104-67", STATUTE),
    ("SFAS No. 133", "citation of a standard"),
    ("EITF 96-19", "citation of a standard"),
    ("Section 4.2", SECTION),
    ("SECTION 3(a)(9)", SECTION),
    ("Section 3(a)(9) or 4(2)", SECTION),
    ("Sections 304 and 306", SECTION),
    ("Section 1145", SECTION),
    ("subsection 5(b)", SECTION),
    ("§ 4.2", SECTION),
    ("§§ 304 and 306", SECTION),
    ("Article 5", SECTION),
    ("clauses (1) and (2)", SECTION),
    ("paragraph 2", "number of a paragraph"),
    ("Chapter 11", "number of a chapter"),
    ("Title 11", "number of a title"),
    ("footnote 3", "number of a footnote"),
    ("endnotes 3 and 4", "number of an endnote"),
    ("clause 2(b)", "number of a clause"),
    ("Volume 2", "number of a volume"),
    ("Figure 2", "number of a figure"),
    ("Question 14", "number of a question"),
    ("Line 3", "number of a line"),
    ("Step 2", "number of a step"),
    ("Part 2", "number of a part"),
    ("Schedule 2", "number of a schedule"),
    ("Table 3", "number of a table"),
    ("Instructions 2 and 7", "number of an instruction"),
    ("Box 3", "number of a box"),
    ("Item 4", "number of an item"),
    ("Items 5 and 6", "number of an item"),
    ("page 31", PAGE),
    ("pages 12–14", PAGE),
    ("pp. 12-14", PAGE),
    ("pages F-2 to F-12", PAGE),
    ("Page 3 of 12", PAGE),
    ("Exhibit 99.1", "number of an exhibit"),
    ("EXHIBIT (a)(1)", "number of an exhibit"),
    ("Exhibits 4.1 and 4.2", "number of an exhibit"),
    ("EX-99.1", "number of an exhibit"),
    ("Appendix 2", "number of an annex"),
    ("Annex A-2", "number of an annex"),
    ("Form 8-K", FORM),
    ("Form T-3", FORM),
    ("Form S-4/A", FORM),
    ("Form W-8BEN", FORM),
    ("Form 1040", FORM),
    ("10-KSB", FORM),
    ("Schedule 13E-4", FORM),
    ("S-3", "number of a form or a page"),
    ("F-12", "number of a form or a page"),
    ("File No. 333-12345", FILE),
    ("Commission File Number: 1-3252", FILE),
    ("File Nos. 333-1 and 333-22", FILE),
    ("Registration Statement No. 333-12345", FILE),
    ("Account No. 12345-67", "number of an account"),
    ("Amendment No. 1", "number of an amendment"),
    ("Statement No. 133", "number of a pronouncement"),
    ("555-0123", "telephone number"),
    ("24 hours a day", "hours of a service"),
    ("seven days a week", "hours of a service"),
    ("Copyright 1999-2001", "year of a copyright"),
    ("© 2001", "year of a copyright"),
    ("NY 10022", ADDRESS),
    ("New York 10022-1234", ADDRESS),
    ("Delaware 19890", ADDRESS),
    ("800 Third Avenue", ADDRESS),
    ("800 THIRD AVENUE", ADDRESS),
    ("One Liberty Plaza", ADDRESS),
    ("Two Example Center", ADDRESS),
    ("40 Wall Street", ADDRESS),
    ("11 W. 42nd St", ADDRESS),
    ("111 Broadway", ADDRESS),
    ("1166 Avenue of the Americas", ADDRESS),
    ("23rd Floor", ADDRESS),
    ("fifteenth floor", ADDRESS),
    ("Fifth Avenue", ADDRESS),
    ("P.O. Box 1234", ADDRESS),
    ("Suite 400", ADDRESS),
    ("Route 9", ADDRESS),
    ("EC2V 5DE", ADDRESS),
    ("https://www.example.com/2001/a-5.htm", ADDRESS),
    ("offer2001@example.com", ADDRESS),
    ("www.example2.com", ADDRESS),
]


@pytest.mark.parametrize(("said", "why"), CITED)
def test_what_is_set_aside_and_why(said: str, why: str):
    text = f"(see {said}, of the offer)"
    assert [(text[each.start : each.end], each.why) for each in asides(text)] == [(said, why)]


# Figures of a deal, each as one thing that is found.
FIGURES = [
    "$27,412,000", "5.45 shares", "4,300", "12 3/4%", "99%", "12.75 percent", "75 basis points", "September 4, 2001",
    "12 midnight, New York City time, on September 4, 2001", "5 business days", "twenty (20) days", "2.5 million",
    "30 days", "5 holders", "(212) 555-0123", "2004", "one-third", "(1,234)", "$2.273", "149,396 warrants", "March 31",
    "CUSIP No. 123456782", "9 3/8% Senior Notes due 2004",
]  # fmt: skip


def left(text: str, *, begins_item: bool = False) -> list[str]:
    """The finds that no aside touches."""
    stretches = asides(text, begins_item=begins_item)
    return [
        found.text
        for found in find(text)
        if not any(each.start < found.end and found.start < each.end for each in stretches)
    ]


@given(
    figure=st.sampled_from(FIGURES),
    cited=st.sampled_from([said for said, _ in CITED]),
    first=st.booleans(),
    joined=st.sampled_from([", ", "; ", " and ", " or ", " for ", " is ", ". The ", " (", ": ", " - ", "; and "]),
)
def test_figures_beside_them_are_untouched(figure: str, cited: str, first: bool, joined: str):
    # "March 31, 1934 Act" can be read as a date too.
    assume(figure != "March 31" or first or joined != ", ")
    parts = [cited, figure] if first else [figure, cited]
    text = f"The company {joined.join(parts)}."
    assert left(text) == [found.text for found in find(figure)]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("before", ["", "The ", "In ", "about ", "Notes, ", "each "])
@pytest.mark.parametrize("begins_item", [False, True])
def test_figures_alone_are_untouched(figure: str, before: str, begins_item: bool):
    assert left(before + figure, begins_item=begins_item) == [found.text for found in find(figure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Section 5.45 and 5.45 shares", ["5.45"]),
        ("Section 5.45%", ["5.45%"]),
        ("Sections 304 and 306 and 27,412 notes", ["27,412"]),
        ("Section 4 shares, Rule 5 business days, Article 2 million", ["4", "5", "2 million"]),
        ("page 31%", ["31%"]),
        ("sections 27,412; pages 1,000; Item 1,000", ["27,412", "1,000", "1,000"]),
        ("a figure of 12, the figure 12, in part 27, the bottom line 5", ["12", "12", "27", "5"]),
        ("Notes due 2004", ["2004"]),
        ("12 Notes and 5 notes; notes 27", ["12", "5", "27"]),
        ("the Notes 12 3/4%", ["12 3/4%"]),
        ("see Notes 12 3/4%", ["12 3/4%"]),
        ("In 2001 Wall Street firms", ["2001"]),
        ("27 New Notes. The Plaza Bank", ["27"]),
        ("New York 10,000 shares; Ohio 27 holders", ["10,000", "27"]),
        ("OREGON 12345 NOTES", ["12345"]),
        ("27,412 Main Street shares", ["27,412"]),
        ("Form 10-K for the fiscal year ended December 31, 2000", ["December 31, 2000"]),
        ("Trust Indenture Act of 1939, as amended in 1990", ["1990"]),
        ("acts of 27 holders; the Act, 1,933 notes", ["27", "1,933"]),
        ("Exhibit 4.1 and 5.45 shares", ["5.45"]),
        ("Class F-1 and Series S-1", ["F-1", "S-1"]),
        ("telephone No. 212-555-0123", ["212-555-0123"]),
        ("200-1000 notes", ["200", "1000"]),
        ("priority level 2 and tier 1", ["2", "1"]),
        ("24 hours", ["24"]),
        ("seven days", ["seven"]),
        ("a holder of $(1)", ["$(1)"]),
    ],
)
def test_what_is_no_aside(text: str, expected: list[str]):
    assert left(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Note 7 to the financial statements", NOTE),
        ("in Note 7", NOTE),
        ("see Note 7", NOTE),
        ("(Note 7)", NOTE),
        ("Notes 3 and 7 to the consolidated financial statements", NOTE),
        ("See Notes 3, 5 and 7", NOTE),
        ("-1-", PAGE),
        ("   - 12 -", PAGE),
        ("— 2 —", PAGE),
        ("-- 30 --", PAGE),
        ("A-2", PAGE),
        ("3 of 12", PAGE),
    ],
)
def test_notes_of_statements_and_marks_of_pages(text: str, why: str):
    assert left(text) == []
    assert {each.why for each in asides(text)} == {why}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. The offer for 27,412 notes", ["27,412"]),
        ("1. agree with holders", []),
        ("12) Agree with holders", []),
        ("(2) agree with 5 creditors", ["5"]),
        ("4.1 Conditions", []),
        ("4.1.2. Conditions", []),
        ("5.45 shares for each note", ["5.45"]),
        ("5.45 Shares", ["5.45"]),
        ("5.45 of them", ["5.45"]),
        ("5.45 Warrants", ["5.45"]),
        ("(5)", ["5"]),
        ("(5) (6)", ["5", "6"]),
        ("1.5", ["1.5"]),
        ("1. 2,500", ["1", "2,500"]),
        ("ability to (1) agree with banks, (2) agree with four (4) creditors, and (3) pay $5", ["four", "4", "$5"]),
        ("(1) the tender of 95%, and (2) 5 consents", ["95%", "2", "5"]),
        ("one (1) share and two (2) warrants", ["1", "two", "2"]),
        ("ability to (1) agree", ["1"]),
        ("(1) pay, (2) pay and (5) pay", ["5"]),
    ],
)
def test_marks_of_items(text: str, expected: list[str]):
    assert left(text) == expected


@given(count=st.integers(2, 20), lead=st.sampled_from(["", "It is able to ", "Fees: "]))
def test_items_that_count_up_are_all_set_aside(count: int, lead: str):
    text = lead + ", ".join(f"({number}) pay ${number},000" for number in range(1, count + 1))
    assert left(text) == [f"${number},000" for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4,300(1)", ["4,300"]),
        ("Consideration(1)(2)", []),
        ("$30(12) and 99%(2)", ["$30", "99%"]),
        ("Common stock(1)", []),
        ("Common stock (1)", []),
        ("Net loss (5)", ["5"]),
        ("four(4)", ["four", "4"]),
        ("shares¹ and notes.²", []),
        ("9⁵⁄₁₆%", ["9⁵⁄₁₆%"]),
        ("4,300(123)", ["4,300", "123"]),
    ],
)
def test_marks_of_footnotes(text: str, expected: list[str]):
    assert left(text) == expected


def test_the_mark_of_a_list_is_told_by_the_list():
    assert left("4.1. conditions") == ["4.1"]
    assert left("4.1. conditions", begins_item=True) == []
    assert left("5.45 of them", begins_item=True) == ["5.45"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("($ in thousands, except per share)", []),
        ("in thousands", []),
        ("(in millions of U.S. dollars)", []),
        ("in thousands of cases", ["thousands"]),
        ("tens of thousands", ["thousands"]),
    ],
)
def test_scales_of_tables(text: str, expected: list[str]):
    assert left(text) == expected


def test_every_way_of_citing_is_reached():
    """No pattern is hidden by the look at its first letters: each is the reason of some example."""
    assert {reference.why for reference in REFERENCES} <= {why for _, why in CITED} | {NOTE, "scale of a table"}
    assert FIRST_LETTERS.startswith("(?:")


@given(st.text())
def test_they_stand_in_order_within_any_text(text: str):
    found = asides(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)


@pytest.mark.parametrize(
    "run",
    ["Section 1, " * 10_000, "a-" * 50_000, "1-" * 50_000, "(1) a " * 20_000, "A " * 50_000, "5 A B C D " * 10_000],
)
def test_a_long_run_takes_no_long_time(run: str):
    # Linear in its length: a quadratic scan would take minutes here.
    asides(run)
