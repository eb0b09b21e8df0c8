"""What we print as text and as a page says the same words, once each is read as somebody else's file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lexdocs.checks.reading.cells import is_value
from lexdocs.checks.reading.html import read_html
from lexdocs.checks.reading.passage import Part, Reading
from lexdocs.checks.reading.text import read_text
from lexdocs.deal import legend_of, open_deal, open_life
from lexdocs.documents.ticks import stated
from lexdocs.figures.figure import Figure
from lexdocs.outputs.text import text
from lexdocs.outputs.typewriter import filed, plain
from lexdocs.resources import bundled_deals
from lexdocs.writing.drafts import assumed_in, draft_reasons, version_of
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

DEALS = Path(__file__).parents[2] / "deals"
FOLDERS = {
    "lexington_2001": bundled_deals()["lexington_2001"],
    **{name: DEALS / name for name in ("ferry", "kittiwake", "windrow", "lexington_later")},
}


_NOTE_MARK = re.compile(r"\[(?:[0-9]+|[a-z]{1,2})\]")  # a footnote's, which is raised in HTML

_RUN_ON = re.compile(r"<p[^>]*>(?:(?!</p>|<br)[^\n])*\n(?=\S)")


def typed(words: str) -> str:
    """Words in the characters of a typewriter, as they are filed."""
    return plain(filed(words))


def said(reading: Reading) -> list[str]:
    """The words of a reading in the characters of a typewriter, page furniture aside."""
    passages = [passage for passage in reading.passages if passage.place.part is not Part.FURNITURE]
    texts = [_NOTE_MARK.sub("", typed(passage.text)) for passage in passages]
    words = [word.rstrip(",") for each in texts for word in each.casefold().split()]
    return [word for word in words if any(map(str.isalnum, word))]


def tabled(reading: Reading) -> list[tuple[str, str, tuple[str, ...]]]:
    """The figures in tables, each with what heads its row and its column, in the characters of a typewriter."""
    return [
        (typed(each.text), typed(each.row_head), tuple(map(typed, each.column_heads)))
        for each in reading.passages
        if each.place.part is Part.CELL and is_value(each.text) and each.row_head
    ]


@pytest.mark.parametrize("name", FOLDERS)
def test_text_and_page_of_a_document_say_the_same(name: str) -> None:
    compared = 0
    for deal in open_life(FOLDERS[name]):
        for document in write_words(deal).documents:
            page = write_pages(deal, document, ["html"])[f"{document.name}.html"]
            figures = [(leaf.says, deal.book.figures[leaf.name, leaf.key]) for leaf in assumed_in(deal, document)]
            assumed = [stated(says, figure) for says, figure in figures if isinstance(figure, Figure)]
            draft = version_of(deal, document) if draft_reasons(deal, document) else ""
            written = text(document.body, legend=legend_of(deal), illustrative=assumed, draft=draft)
            by_page, by_text = read_html(page, document.name), read_text(written, document.name)
            of_page, of_text = said(by_page), said(by_text)
            assert of_text == of_page, document.name
            if "text" in document.header.formats and "blanks" not in document.body:  # forms have no columns in text
                assert tabled(by_text) == tabled(by_page), document.name
            # A template has its paragraphs on lines of their own: a line end within one is one that swallowed the next.
            assert not _RUN_ON.findall(document.body), document.name
            compared += len(of_page)
    assert compared > 2_000


def test_a_release_has_the_same_paragraphs_in_both() -> None:
    deal = open_deal(FOLDERS["lexington_2001"])
    (release,) = [each for each in write_words(deal).documents if each.name.startswith("press-releases/")]
    pages = write_pages(deal, release, ["html", "text"])
    page, release_text = (
        [
            (passage.place.part, typed(passage.text).casefold(), typed(passage.lead))
            for passage in reading.passages
            if passage.place.part is not Part.FURNITURE
        ]
        for reading in (
            read_html(pages[f"{release.name}.html"], "a.html"),
            read_text(str(pages[f"{release.name}.txt"]), "a.txt"),
        )
    )
    assert release_text == page
    assert [part for part, _, _ in page].count(Part.ITEM) == 3
    assert len(page) == 19


def test_heads_that_have_no_room_beside_one_another_are_those_of_their_columns() -> None:
    deal = open_life(bundled_deals()["quillhaven_2032"])[0]
    (release,) = write_words(deal, ["press-releases"]).documents
    pages = write_pages(deal, release, ["html", "text"])
    by_page = read_html(str(pages[f"{release.name}.html"]), "a.html")
    by_text = read_text(str(pages[f"{release.name}.txt"]), "a.txt")
    assert "\n      Step-Up Subordinated Notes\n" in str(pages[f"{release.name}.txt"])
    assert tabled(by_text) == tabled(by_page)
    assert any("Step-Up Subordinated Notes" in heads for _, _, heads in tabled(by_text))
