"""Plain text is healed into paragraphs, headings, items and notes; what only belongs to its pages is set apart."""

from __future__ import annotations

import textwrap

import pytest

from lexdocs.checks.reading.healing import keeps, vocabulary
from lexdocs.checks.reading.passage import Part, Passage
from lexdocs.checks.reading.text import read_text

PROSE = (
    "Wexford Tool Corp. (fictional) said that it has begun an offer for its 9 3/8% Senior Notes due 2014, of which "
    "$12,500,000 are outstanding, and that holders of 55% of them have agreed to tender all that they have."
)


def read(text: str) -> tuple[Passage, ...]:
    return read_text(textwrap.dedent(text), "release.txt").passages


def told(text: str) -> list[tuple[Part, str]]:
    return [(passage.place.part, passage.text) for passage in read(text)]


def paragraphs(text: str) -> list[str]:
    return [passage.text for passage in read(text) if passage.place.part is Part.PARAGRAPH]


@pytest.mark.parametrize(
    ("cut", "healed"),
    [
        ("the offer is consum-\nmated", "the offer is consummated"),
        ("Notes of 12-\n3/4% interest", "Notes of 12-3/4% interest"),
        ("the Increasing-\nRate Notes", "the Increasing-Rate Notes"),
        ("all twenty-\none holders", "all twenty-one holders"),
        ("a deal out-of-\ncourt", "a deal out-of-court"),
        ("one-\nthird of it", "one-third of it"),
        ("call (212) 319-\n4657", "call (212) 319-4657"),
        ("SUBORDI-\nNATED NOTES", "SUBORDINATED NOTES"),
        ("a non-\ntendering holder", "a non-tendering holder"),
        ("notes past-\ndue. What is past-due", "notes past-due. What is past-due"),
        ("a pre-\npayment or a prepayment", "a prepayment or a prepayment"),
        ("a pre-\npayment or a pre-payment", "a pre-payment or a pre-payment"),
        ("Wexford (WXFD -\nOTC)", "Wexford (WXFD - OTC)"),
        ("the offer--\nif any", "the offer--if any"),
        ("tender and/\nor consent", "tender and/or consent"),
        ("the price of $\n1,012.50", "the price of $1,012.50"),
        ("soft\u00ad\nened and soft\u00adened", "softened and softened"),
        ("from 2001\u2013\n2004", "from 2001\u20132004"),
    ],
)
def test_words_at_line_ends_are_healed(cut: str, healed: str) -> None:
    assert paragraphs(f"{PROSE[:70]}\n{cut} here") == [f"{PROSE[:70].rstrip()} {healed} here"]


def test_the_words_of_a_file_decide_over_the_rules() -> None:
    assert not keeps("twenty", "one", vocabulary("twentyone of them"))
    assert keeps("con", "summated", vocabulary("con-summated"))


def test_lines_of_a_paragraph_keep_their_numbers() -> None:
    (passage,) = read("First words of it, and then\nmore of $5 and\nthe last.")
    assert [passage.line(passage.text.index(word)) for word in ("First", "more", "$5", "last")] == [1, 2, 2, 3]


@pytest.mark.parametrize("width", [60, 72, 79])
@pytest.mark.parametrize("joint", ["\n\n", "\n    ", "\n\n    "])
def test_paragraphs_are_told_by_empty_lines_or_by_indent(width: int, joint: str) -> None:
    said = [PROSE, PROSE.replace("55%", "60%"), "A short one.", PROSE.replace("55%", "65%")]
    text = "    " + joint.join(textwrap.fill(each, width) for each in said)
    assert paragraphs(text) == said


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n"])
def test_double_spaced_lines_are_one_paragraph(gap: str) -> None:
    first, second = (textwrap.wrap(each, 70) for each in (PROSE, PROSE.replace("55%", "60%")))
    first[0], second[0] = f"     {first[0]}", f"     {second[0]}"
    assert paragraphs(gap.join([*first, *second])) == [PROSE, PROSE.replace("55%", "60%")]


@pytest.mark.parametrize(
    ("mark", "after"),
    [
        ("- 1 -", "- 2 -"), ("-1-", "-2-"), ("[Page 1]", "[Page 2]"), ("Page 1 of 2", "Page 2 of 2"),
        ("1\n\f", "2\n\f"), ("1\n<PAGE>", "2\n<PAGE>"), ("\f", ""), ("Page 1     Wexford", "Page 2     Wexford"),
    ],
)  # fmt: skip
def test_a_paragraph_goes_on_over_a_page(mark: str, after: str) -> None:
    lines = textwrap.wrap(PROSE, 60)
    text = "\n".join([*lines[:2], "", mark.rjust(40), "", *lines[2:], "", "Next.", "", after.rjust(40)])
    passages = read(text)
    assert [passage.text for passage in passages if passage.place.part is Part.PARAGRAPH] == [PROSE, "Next."]
    assert [passage.place.page for passage in passages if passage.text in (PROSE, "Next.")] == [1, 2]
    assert passages[0].line(len(PROSE) - 1) > 4


def test_marks_at_the_head_number_the_page_below_them() -> None:
    text = f"{PROSE}\n\n-more-\n\n-2-\n\nSecond page here.\n\n-3-\n\nThird page here.\n"
    assert [(passage.place.page, passage.text) for passage in read(text) if passage.text.endswith("here.")] == [
        (2, "Second page here."),
        (3, "Third page here."),
    ]


def test_a_legend_on_each_page_is_said_once() -> None:
    legend = "Specimen: nothing here is real\nand nobody in it exists."
    pages = [f"{legend}\n\n{PROSE.replace('55', str(50 + n))}\n\n- {n} -" for n in range(1, 5)]
    passages = read("\n\n".join(pages))
    assert paragraphs("\n\n".join(pages)).count(legend.replace("\n", " ")) == 1
    assert sum(passage.text.startswith("Specimen") for passage in passages) == 4
    assert [passage.place.page for passage in passages if "agreed" in passage.text] == [1, 2, 3, 4]


def test_numbers_that_number_no_page_stay() -> None:
    assert [passage.text for passage in read("The score:\n\n12\n\nThat was it.")] == [
        "The score:",
        "12",
        "That was it.",
    ]


def test_what_a_line_is() -> None:
    text = f"""\
        EXHIBIT 99.1

                          WEXFORD BEGINS OFFER FOR
                             9 3/8% SENIOR NOTES

        Terms of the Offer

        2.1 Conditions

        {textwrap.fill(PROSE, 70).replace(chr(10), chr(10) + " " * 8)}

        The offer depends on these:

        (1) that at least 55% of the Notes are tendered before the day on
            which the offer ends;
        (2) that no law forbids it; and
          o  that the lenders agree.

        Wexford Tool Corp.
        318 Madeup Street
        Hartford, CT 06103

        # # #
        """
    parts = told(text)
    assert [part for part, _ in parts] == [
        Part.FURNITURE, Part.HEADING, Part.HEADING, Part.HEADING, Part.PARAGRAPH, Part.PARAGRAPH,
        Part.ITEM, Part.ITEM, Part.ITEM, Part.PARAGRAPH, Part.FURNITURE,
    ]  # fmt: skip
    assert parts[1][1] == "WEXFORD BEGINS OFFER FOR 9 3/8% SENIOR NOTES"
    assert parts[9][1] == "Wexford Tool Corp., 318 Madeup Street, Hartford, CT 06103"
    items = [passage for passage in read(text) if passage.place.part is Part.ITEM]
    assert [item.mark for item in items] == ["(1)", "(2)", "o"]
    assert items[0].text.endswith("before the day on which the offer ends;")
    assert {(item.lead, item.heading) for item in items} == {("The offer depends on these:", "2.1 Conditions")}


def test_a_number_in_brackets_within_a_paragraph_begins_no_item() -> None:
    text = (
        f"{PROSE} It depends on its ability to (1) reach agreement with the lenders, (2) reach agreement with holders."
    )
    for width in range(50, 80):
        assert paragraphs(textwrap.fill(text, width)) == [text]


def test_headers_and_tags_of_a_submission_are_furniture() -> None:
    head = "<SEC-HEADER>\nACCESSION NUMBER: 1\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<PAGE>\n"
    text = f"{head}{PROSE}\n</TEXT>\n"
    assert [words for part, words in told(text) if part is not Part.FURNITURE] == [PROSE]
    assert "AT&T Corp. says so" in paragraphs("<TEXT>\n<B>AT&amp;T</B> Corp. says so\n</TEXT>")


def test_footnotes_stand_under_a_rule() -> None:
    under = "----------\n(1) In thousands.\n(2) Rounded to the\n    nearest cent."
    text = f"{PROSE}\n\n{under}\n\n- 1 -\n\n{PROSE}\n\n- 2 -\n"
    notes = [passage for passage in read(text) if passage.place.part is Part.FOOTNOTE]
    assert [(note.mark, note.text) for note in notes] == [
        ("(1)", "In thousands."),
        ("(2)", "Rounded to the nearest cent."),
    ]


def test_raised_marks_stand_apart_from_their_number() -> None:
    (passage,) = read("The price is $1,012.50\u00b9 at 12\u00b9\u00b3\u2044\u2081\u2086% and 4\u00be%.")
    assert passage.text == "The price is $1,012.50 at 12\u00b9\u00b3\u2044\u2081\u2086% and 4\u00be%."
    assert passage.notes == ("1",)


def test_a_page_may_end_between_the_parts_that_a_paragraph_counts() -> None:
    text = (
        "The offer depends on its ability to (1) agree with the lenders,\n\n- 1 -\n\n(2) agree with holders.\n\n- 2 -\n"
    )
    assert paragraphs(text) == [
        "The offer depends on its ability to (1) agree with the lenders, (2) agree with holders."
    ]


@pytest.mark.parametrize("mark", ["{}", "[{}]", "                    {}"])
@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("ends", ["\f", "<PAGE>\n"])
def test_a_number_by_itself_before_a_break_numbers_its_page(mark: str, gap: str, ends: str) -> None:
    head = "<DOCUMENT>\n<TEXT>\n" if ends == "<PAGE>\n" else ""
    pages = ["The offer began.\nIt ends.\n", "Holders who\ntender are paid\n", "All others\nare not.\n"]
    text = head + "".join(f"{words}{gap}{mark.format(number)}\n{ends}" for number, words in enumerate(pages, 2))
    kept = [
        (passage.place.page, passage.text) for passage in read_text(text, "a.txt").passages if not furniture(passage)
    ]
    assert " ".join(words for _, words in kept).replace(", ", " ").split() == "".join(pages).split()
    assert all(mark.format(number).strip() in furnished(text) for number in (2, 3, 4))


@pytest.mark.parametrize("text", ["It ends.\n\n2\n", "It ends.\n\n[1]\n", "<DOCUMENT>\n<TEXT>\nIt ends.\n2\n</TEXT>\n"])
def test_a_number_by_itself_at_the_end_is_that_of_a_page(text: str) -> None:
    assert [passage.text for passage in read_text(text, "a.txt").passages if not furniture(passage)] == ["It ends."]


@pytest.mark.parametrize("text", ["Holders of\n12\n\fshares may.\n", "It ends at\n2\n", "2\n", "1\n\n2\n\n4\n"])
def test_a_number_into_which_words_run_on_is_kept(text: str) -> None:
    assert furnished(text) == []


def furniture(passage: Passage) -> bool:
    return passage.place.part is Part.FURNITURE


def furnished(text: str) -> list[str]:
    return [passage.text for passage in read_text(text, "a.txt").passages if furniture(passage)]


@pytest.mark.parametrize(("apart", "is_head"), [(1, True), (2, True), (7, False)])
def test_what_two_pages_far_apart_end_with_is_no_foot_of_theirs(apart: int, is_head: bool) -> None:
    foot = "(3) pays its creditors."
    words = [f"Page {'abcdefghijk'[number]} says this.\n" for number in range(10)]
    words = [f"{each}\n{foot}\n" if number in (1, 1 + apart) else each for number, each in enumerate(words)]
    text = "".join(f"{each}\n - {number} -\n\n" for number, each in enumerate(words, 1))
    assert (foot in furnished(text)) is is_head
