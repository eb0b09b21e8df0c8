"""Pages are read as a person sees them: hidden words left out, inline tags joined, marks apart, fractions whole."""

from __future__ import annotations

import pytest

from lexdocs.checks.reading.html import read_html
from lexdocs.checks.reading.passage import Part, Passage
from lexdocs.errors import InputError


def read(page: str) -> tuple[Passage, ...]:
    return read_html(page, "release.html").passages


def texts(page: str) -> list[str]:
    return [passage.text for passage in read(page)]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>$<b>27</b>,<i>412</i>,000</p>", "$27,412,000"),
        ("<p>12&frac34;% of &nbsp; it&#146;s</p>", "12¾% of it’s"),
        ("<p>12<sup>3</sup>/<sub>4</sub>%</p>", "12 3/4%"),
        ("<p>12<sup>3</sup>&frasl;<sub>4</sub>%</p>", "12 3⁄4%"),
        ("<p>12<sup>3</sup><sub>4</sub>%</p>", "12 3/4%"),
        ("<p>12<sup>3/4</sup>% and 12 <sup>3</sup>/4%</p>", "12 3/4% and 12 3/4%"),
        ("<p>the 4<sup>th</sup> day of H<sub>2</sub>O</p>", "the 4th day of H2O"),
        ("<p>New<br>Notes of<br/>$5</p>", "New Notes of $5"),
        ("<p>consum-<br>mated out-of-<br>court</p>", "consummated out-of-court"),
        ("<p>con&shy;sum&shy;mated by&#8203; it</p>", "consummated by it"),
        ("<p>from <del>$5</del><ins>$6</ins> <s>now</s></p>", "from $6"),
        ("<p>a <!-- $5 --> b<script>'$6'</script></p>", "a b"),
        ("plain <em>words</em>", "plain words"),
        ("<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><p>é</p></html>", "é"),
        ("<p>one <p", "one"),
    ],
)
def test_words_of_a_paragraph(page: str, said: str) -> None:
    assert texts(page) == [said]


@pytest.mark.parametrize("mark", ["1", "(1)", "*", "†", "(a)", "1, 2"])
def test_a_raised_mark_stands_apart_from_its_number(mark: str) -> None:
    raised = f'<span style="vertical-align: super; font-size: 70%">{mark}</span>'
    for made in (f"<sup>{mark}</sup>", f"<sup><a href='#n'>{mark}</a></sup>", raised):
        (passage,) = read(f"<p>The price is $27,412{made}, paid once.</p>")
        assert passage.text == "The price is $27,412, paid once."
        assert passage.notes == (mark,)
        (note,) = read(f"<p>{made} In thousands.</p>")
        assert (note.place.part, note.mark, note.text) == (Part.FOOTNOTE, mark, "In thousands.")


@pytest.mark.parametrize(
    "hidden",
    [
        "hidden", 'aria-hidden="true"', 'style="display:none"', 'style="DISPLAY : NONE !important"', 'class="gone"',
        'style="visibility:hidden"', 'style="font-size:0"', 'style="font-size: 0px"', 'style="opacity:0"', 'id="gone"',
        'class="a b deep"', 'style="color:transparent"', 'style="color:#ffffff"', 'style="text-indent:-9999px"',
        'style="position:absolute;left:-10000px"', 'style="height:0;overflow:hidden"', 'class="both"',
        'style="text-decoration:line-through"',
    ],
)  # fmt: skip
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    sheet = """
        .gone, #gone, div .deep { display: none } .gone::before { display: block }
        @media screen { .both { display: none } } @media print { .both { visibility: hidden } }
        """
    page = f"<style>{sheet}</style><div><p>Of $5 <span {hidden}>and <b>$99</b></span>.</p><p {hidden}>$77</p></div>"
    assert texts(page) == ["Of $5 ."]


@pytest.mark.parametrize(
    "seen",
    [
        'class="screen"', 'class="print"', 'class="wide"', 'class="shown"', 'class="weak" id="strong"',
        'style="visibility:visible"', 'style="color:#000000"',
    ],
)  # fmt: skip
def test_what_somebody_sees_is_read(seen: str) -> None:
    sheet = """
        @media print { .screen { display: none } } @media screen { .print { display: none } }
        @media (max-width: 30em) { .wide { display: none } }
        .shown { display: none } .shown { display: inline }
        #strong { display: inline } .weak { display: none }
        """
    assert texts(f"<style>{sheet}</style><p>Of <span {seen}>$5</span></p>") == ["Of $5"]


def test_words_within_hidden_ones_come_back_only_where_they_can() -> None:
    assert texts('<p style="visibility:hidden">a <b style="visibility:visible">$5</b></p>') == ["$5"]
    assert texts('<p style="font-size:0">a <b style="font-size:12pt">$5</b></p>') == ["$5"]
    assert texts('<p style="display:none">a <b style="display:inline">$5</b></p>') == []
    assert texts('<div style="background:#123456"><p style="color:white">$5</p></div>') == ["$5"]


def test_what_a_block_is() -> None:
    page = """
        <title>A &amp; B</title><header><p class="running-head">Head</p></header>
        <h2><span class="number-of-heading">2.1</span> Terms</h2>
        <p style="text-align:center"><b>Conditions of the Offer</b></p>
        <p>The offer depends on these:</p>
        <ol><li>that <i>55%</i> are tendered;</li><li><p>that no law forbids it.</p></li></ol>
        <p>(3) that the lenders agree.</p>
        <address>Wexford<br>318 Madeup Street<br>Hartford</address>
        <aside class="footnote"><sup>1</sup> Rounded.</aside><p>FOR IMMEDIATE RELEASE</p><p># # #</p>
        first<br><br>second
        """
    reading = read_html(page, "a.html")
    assert reading.title == "A & B"
    assert [(passage.place.part, passage.text) for passage in reading.passages] == [
        (Part.FURNITURE, "Head"),
        (Part.HEADING, "2.1 Terms"),
        (Part.HEADING, "Conditions of the Offer"),
        (Part.PARAGRAPH, "The offer depends on these:"),
        (Part.ITEM, "that 55% are tendered;"),
        (Part.ITEM, "that no law forbids it."),
        (Part.ITEM, "that the lenders agree."),
        (Part.PARAGRAPH, "Wexford, 318 Madeup Street, Hartford"),
        (Part.FOOTNOTE, "Rounded."),
        (Part.HEADING, "FOR IMMEDIATE RELEASE"),
        (Part.FURNITURE, "# # #"),
        (Part.PARAGRAPH, "first"),
        (Part.PARAGRAPH, "second"),
    ]
    items = [passage for passage in reading.passages if passage.place.part is Part.ITEM]
    assert {(item.lead, item.heading) for item in items} == {("The offer depends on these:", "Conditions of the Offer")}
    assert items[2].mark == "(3)"


def test_each_word_knows_its_line() -> None:
    first, second = read("<html>\n<p\nclass='a'>One\ntwo <b>three\nfour</b></p>\n\n<p>five</p>")
    assert [first.line(first.text.index(word)) for word in ("One", "two", "three", "four")] == [3, 4, 4, 5]
    assert second.line() == 7


def test_pages_are_numbered_and_running_heads_are_furniture() -> None:
    ends = '<p align="center">{}</p><hr style="page-break-after:always"><p>Table of Contents</p><p>Wexford</p>'
    page = (
        f"<p>Wexford</p><p>The company may go on with the</p>{ends.format(4)}<p>offer.</p>{ends.format(5)}<p>Last.</p>"
    )
    passages = read(page)
    assert [(p.place.page, p.text) for p in passages if p.place.part is not Part.FURNITURE] == [
        (4, "Wexford"),
        (4, "The company may go on with the offer."),
        (6, "Last."),
    ]


def test_lines_in_typed_text_are_healed() -> None:
    page = (
        "<h1>A</h1>\n<pre>\nThe offer was consum-\nmated at 9 3/8%.\n\nFee ....... $   30\nCost ......     12\n</pre>"
    )
    passages = read(page)
    assert [passage.text for passage in passages] == [
        "A",
        "The offer was consummated at 9 3/8%.",
        "Fee",
        "$30",
        "Cost",
        "12",
    ]
    assert [passage.line() for passage in passages] == [1, 3, 6, 6, 7, 7]


@pytest.mark.parametrize("deep", [100, 1_000, 1_900])
def test_elements_nest_as_deep_as_they_like(deep: int) -> None:
    assert texts(f"{'<div>' * deep}<p>$5</p>{'</div>' * deep}") == ["$5"]
    assert texts(f"{'<table><tr><td>' * (deep // 4)}$5") == ["$5"]


def test_what_is_nested_too_deep_is_refused_rather_than_cut() -> None:
    with pytest.raises(InputError, match=r"a\.html:1: holds elements within elements, more than 2,000 deep"):
        read_html("<div>" * 5_000 + "$5", "a.html")
