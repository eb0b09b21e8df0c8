"""Numbers that are set aside, each with its reason, and the figures beside them that are not."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lexdocs.notation.asides import asides
from lexdocs.notation.find import find
from lexdocs.notation.references import FIRST_LETTERS, FIRST_SIGNS, GROUPS, REFERENCES
from tests.notation.set_aside import left

RULE, STATUTE, SECTION = "citation of a rule", "citation of a statute", "number of a section"
FORM, FILE, PAGE = "number of a form", "number of a file", "number of a page"
NOTE, ADDRESS, EXHIBIT = "number of a note", "address", "number of an exhibit"
CASE, RATING, MENU = "citation of a case", "credit rating", "key of a telephone menu"

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
    ("Exhibit 99.1", EXHIBIT),
    ("EXHIBIT (a)(1)", EXHIBIT),
    ("Exhibits 4.1 and 4.2", EXHIBIT),
    ("EX-99.1", EXHIBIT),
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
    ("508 A.2d 873 (Del. Ch. 1986)", CASE),
    ("12 F.3d 45, 47 (2d Cir. 1993)", CASE),
    ("123 S. Ct. 456", CASE),
    ("230 F. Supp. 2d 12", CASE),
    ("550 U.S. 544, 570 (2007)", CASE),
    ("508 A.2d at 879", CASE),
    ("1994 WL 48993", CASE),
    ("(Del. Ch. 1986)", CASE),
    ("[2012] EWHC 2090 (Ch)", CASE),
    ("Rev. Rul. 99-44", RULE),
    ("Commission File No. 0-99999", FILE),
    ("Commission File Number) 1-1234", FILE),
    ("FILE: 4471-002", FILE),
    ("0-99999", FILE),
    ("4471-002", FILE),
    ("333-12345", FILE),
    ("00-1234567", FILE),
    ("0000000000-01-000041", FILE),
    ("Story 0725-0031", FILE),
    ("Run 0311-23", FILE),
    ("no. 2204417", FILE),
    ("NOTICE NO ........... 16-0620/04", "number of a notice"),
    ("I.R.S. Employer Identification No. 00-1234567", "number of an account"),
    ("Company No. 2204417", "number of a company"),
    ("Ref. XC-0047713", "number of a reference"),
    ("our ref 12/345", "number of a reference"),
    ("Vol. 6, No. 34", "number of an issue"),
    ("PAGE 1/1", PAGE),
    ("Sheet 1 of 1", PAGE),
    ("Id. at 12-15", PAGE),
    ("84 pages", "count of pages"),
    ("3 min read", "time of reading"),
    ("Reading time: 3 minutes", "time of reading"),
    ("2 hours ago", "age of a page"),
    ("aged 47", "age of a person"),
    ("1990s", "decade"),
    ("ext. 5106", "telephone extension"),
    ("extension 2207", "telephone extension"),
    ("x4417", "telephone extension"),
    ("Exhibit(s) 99.1", EXHIBIT),
    ("Terminal 4", ADDRESS),
    ("Pier 7", ADDRESS),
    ("Suite 210", ADDRESS),
    ("P.O. Box 8861", ADDRESS),
    ("Ba1", RATING),
    ("B2 / B", RATING),
    ("Caa1", RATING),
    ("A-1/P-1", RATING),
    ("T+128", "spread"),
    ("L + 450 bps", "spread"),
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


def test_every_way_of_citing_is_reached():
    """No pattern is hidden by the look at its first letters: each is the reason of some example."""
    assert {reference.why for reference in REFERENCES} <= {why for _, why in CITED} | {NOTE, MENU, "scale of a table"}
    assert FIRST_LETTERS.startswith("(?:")


WORDS = (
    "act law rule sec art box page slide folio ibid supra exhibit annex note form file case cik control run sic story "
    "release docket document accession job project ticket transmission identification tax taxpayer invoice account aba "
    "participant routing order reference certificate company registered charity amendment notice announcement opinion "
    "interpretation bulletin client acct dossier ein slug id tape batch our your ref take number vol ext extension "
    "option press twenty-four seven copyright aged sheet clause condition step line item question"
).split()
BEHIND = [
    " 5", " 12", " no. 12-345", ": 4471-002", " 0311-23", " 4471-0020", ". 4471-2", "at 12", " 1 of 2", " 2204417",
    " (a)", " ref 12/345", " of 1933", " hours a day", " days a week", " 4, no. 2", "x 4417", " 5 to our",
]  # fmt: skip


@pytest.mark.parametrize("word", sorted({*WORDS, *(said.split()[0].lower() for said, _ in CITED)}))
def test_the_look_at_first_letters_hides_no_way_of_citing(word: str):
    for behind in BEHIND:
        text = word + behind
        for reference in REFERENCES:
            if re.match(reference.pattern, text):
                assert re.match(FIRST_LETTERS if reference.first else FIRST_SIGNS, text), text
                assert not reference.first or text[0] in reference.first, text
                assert bool(reference.first) == text[0].isalpha(), text
    assert set("".join(reference.first for reference in REFERENCES)) <= set("".join(GROUPS))


@given(st.text())
def test_they_stand_in_order_within_any_text(text: str):
    found = asides(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)


@pytest.mark.parametrize(
    "run",
    [
        "Section 1, " * 10_000,
        "a-" * 50_000,
        "1-" * 50_000,
        "(1) a " * 20_000,
        "A " * 50_000,
        "5 A B C D " * 10_000,
        "0123-" * 20_000,
        "12 F. " * 20_000,
        "call 2 option 3, " * 8_000,
        "at 12-15, " * 10_000,
        "B1 / " * 20_000,
    ],
)
def test_a_long_run_takes_no_long_time(run: str):
    # Linear in its length: a quadratic scan would take minutes here.
    asides(run)
