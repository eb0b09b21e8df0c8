"""The HTML page: complete, safe, and the same for the same document."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

import pytest

from lexdocs.outputs.html import for_paper, page


@dataclass(frozen=True)
class Words:
    """A document of a few words."""

    body: str
    title: str = "Notice & more"
    layout: str = "notice"
    running_head: str = ""


TABLE = "<table><caption>Fees</caption><tbody><tr><th scope='row'>Fee</th><td>$40</td></tr></tbody></table>"


class Elements(HTMLParser):
    """Collects what a browser would fetch, and every element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.fetched: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        links = (str(value) for name, value in attrs if name in ("src", "href"))
        self.fetched += [link for link in links if not link.startswith("#")]


def test_page_is_complete_and_asks_for_nothing() -> None:
    html = page(Words("<p>Words</p>"), css="p { color: black }")
    assert html.startswith('<!DOCTYPE html>\n<html lang="en-US">')
    assert "<title>Notice &amp; more</title>" in html
    assert 'name="viewport"' in html
    found = Elements(html)
    assert found.seen[:3] == ["html", "head", "meta"]
    assert found.fetched == []
    assert "script" not in found.seen
    assert "link" not in found.seen


def test_each_block_stands_on_its_own_line() -> None:
    html = page(Words("<p>One</p><ol><li>Two</li><li>Three</li></ol>" + TABLE), css="")
    lines = html.splitlines()
    assert "<li>Two</li>" in lines
    assert "<li>Three</li>" in lines
    assert "<tr><th scope='row'>Fee</th><td>$40</td></tr>" in lines


def test_tables_scroll_inside_a_region_named_by_their_caption() -> None:
    html = page(Words(TABLE + TABLE), css="")
    assert html.count('<div class="scroll" role="region" tabindex="0"') == 2
    assert 'aria-labelledby="table-2"' in html
    assert '<caption id="table-2">' in html


def test_a_table_without_a_caption_is_not_named_by_another() -> None:
    bare = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    html = page(Words(bare + TABLE), css="")
    assert html.count("aria-labelledby") == 1
    assert html.index("aria-labelledby") > html.index("<td>1</td>")


def test_legend_and_assumptions_stand_first_and_are_only_text() -> None:
    html = page(
        Words("<p>Words</p>"), css="", legend="A <b>legend</b>", illustrative=("day count x", "date <data>y</data>")
    )
    assert '<p class="legend">A &lt;b&gt;legend&lt;/b&gt;</p>' in html
    assert "Illustrative: assumes day count x; date <data>y</data>." in html
    assert html.index("legend&lt;") < html.index("<main>")


def test_style_cannot_end_its_element() -> None:
    html = page(Words("<p>Words</p>"), css="/* </style><script>alert()</script> */")
    assert "script" not in Elements(html).seen


def test_same_document_same_bytes() -> None:
    words = Words("<p>Words</p>" + TABLE)
    assert page(words, css="p{}", legend="L") == page(words, css="p{}", legend="L")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("<p>It is now <data>May\u00a028, 2032</data>.</p>", "<p>It is now <data>May\u00a028,\u00a02032</data>.</p>"),
        ("<li>Paid <strong>by it</strong></li>", "<li>Paid <strong>by\u00a0it</strong></li>"),
        ("<p>Whoever tendered <em>beforehand</em>.</p>",) * 2,
        ("<td>So it is</td>",) * 2,
    ],
)
def test_a_short_last_word_of_a_paragraph_does_not_stand_alone(words, meant):
    assert meant in for_paper(f'<style></style><body class="notice"><main>{words}</main></body>', "")
    assert words in for_paper(f'<style></style><body class="statement"><main>{words}</main></body>', "")


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Offer for Its Existing Notes", "Offer for Its Existing\u00a0Notes"),
        ("Offer for <data>Old Notes</data>", "Offer for <data>Old\u00a0Notes</data>"),
        ("Offer for <data>Notes</data>", "Offer for\u00a0<data>Notes</data>"),
        ("Offer", "Offer"),
    ],
)
def test_the_last_word_of_a_title_does_not_stand_alone(title, meant):
    made = for_paper(
        f'<style></style><body class="notice"><h1 id="a">{title}</h1><p>It is paid beforehand.</p></body>', ""
    )
    assert f'<h1 id="a">{meant}</h1><p>It is paid beforehand.</p>' in made


def test_a_rate_in_a_title_is_not_parted_from_its_notes():
    title = "<h1>Quern Extends Exchange Offer for Its 10⅝% Senior Notes</h1>"
    laid = for_paper(f'<style></style><body class="press-release"><main>{title}<p>Its 4% notes.</p></main></body>', "")
    assert "10⅝%\u00a0Senior\u00a0Notes</h1>" in laid
    assert "Its 4% notes." in laid
