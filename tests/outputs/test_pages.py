"""The pages of the worked example: the words on paper are those of the HTML, and no page goes without legend."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lexdocs.deal import Deal, legend_of, open_deal
from lexdocs.outputs.typewriter import plain
from lexdocs.resources import find_deal
from lexdocs.writing.forms import FORMATS
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

pytestmark = pytest.mark.xdist_group("pages")  # one worker prints them
TEMPLATES = (
    "press-releases/commencement.md",
    pytest.param("offering-circular/offering-circular.md", marks=pytest.mark.soak),
    "notices/commencement.md",
    "statements/control.md",
    "statements/settlement.md",
)


@cache
def example() -> Deal:
    return open_deal(find_deal("lexington_2001", Path()))


@cache
def pages(template: str) -> tuple[dict[str, str | bytes], ...]:
    """The pages of a template's documents by format; of the statements, one of each shape is enough."""
    words = write_words(example(), [template])
    assert words.problems == ()
    shapes = {document.body.count("<tr>"): document for document in words.documents}
    written = (write_pages(example(), document, FORMATS) for document in shapes.values())
    return tuple({Path(name).suffix: data for name, data in each.items()} for each in written)


class Visible(HTMLParser):
    """The letters of a page's main element, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(page.partition("<main>")[2].partition("</main>")[0])

    def handle_data(self, data: str) -> None:
        self.text += data


def letters(text: str) -> str:
    return re.sub(r"[\s\u00ad]", "", plain(text))


def on_paper(pdf: Path) -> str:
    """The words of a PDF in the order of its tags; what stands in the margins is no part of them.

    Nor is a link within a link: the page to which a reference or an entry of the contents leads.
    """
    if shutil.which("pdfinfo") is None:
        pytest.skip("pdfinfo is not installed")
    shown = subprocess.run(["pdfinfo", "-struct-text", pdf], check=True, capture_output=True, text=True).stdout
    words: list[str] = []
    links: list[int] = []  # how deep the links lie around the line
    for line in shown.splitlines():
        depth = len(line) - len(line.lstrip())
        links = [each for each in links if each < depth]
        if line.strip().startswith("Link"):
            links.append(depth)
        elif (said := re.fullmatch(r'\s*"(.*)"', line)) and len(links) < 2:
            words.append(said[1])
    return "\n".join(words)


@pytest.mark.parametrize("template", TEMPLATES)
def test_words_on_paper_are_those_of_the_html(template: str, tmp_path: Path) -> None:
    for each in pages(template):
        html, pdf = each[".html"], each[".pdf"]
        assert isinstance(html, str)
        assert isinstance(pdf, bytes)
        (tmp_path / "page.pdf").write_bytes(pdf)
        paper = on_paper(tmp_path / "page.pdf")
        # What the style writes: the number of an item, or its dot; a figure in brackets may stand where no list does.
        paper = re.sub(r"\n(?:\(\d\)|•) *(?=\n)" if "<ol" in html else r"\n• *(?=\n)", "", paper)
        paper = paper.partition("Illustrative: assumes")[2].partition(".\n")[2] or paper
        without = without_repeated_heads(without_notes(letters(paper).replace("-", ""), html), html)
        assert without == letters(Visible(NOTES.sub("", html)).text).replace("-", "")


NOTES = re.compile(r'<section class="notes".*?</section>', re.DOTALL)


def without_repeated_heads(paper: str, html: str) -> str:
    """The words of the pages without the heads of tables that stand again where a table goes on."""
    words = letters(Visible(html).text).replace("-", "")
    for head in re.findall(r"<thead>.*?</thead>", html, re.DOTALL):
        said = letters(Visible(f"<main>{head}</main>").text).replace("-", "")
        first, found, rest = paper.partition(said)
        if words.count(said) == 1:
            paper = first + found + rest.replace(said, "")
    return paper


def without_notes(paper: str, html: str) -> str:
    """The words of the pages without those of the footnotes, each of which stands once at the foot of one, in order."""
    at = 0
    for note in re.findall(r'<p class="note".*?</p>', "".join(NOTES.findall(html)), re.DOTALL):
        words = letters(Visible(f"<main>{note}</main>").text).replace("-", "")
        at = paper.index(words, at)
        paper = paper[:at] + paper[at + len(words) :]
    return paper


@pytest.mark.parametrize("template", TEMPLATES)
def test_legend_stands_on_every_page(template: str, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    legend = letters(legend_of(example()))
    assert legend
    for data in (data for each in pages(template) for data in each.values()):
        if isinstance(data, str):
            sheets = re.split(r"\n +-\d+-\n", data)[:-1] or [data]
        else:
            (tmp_path / "page.pdf").write_bytes(data)
            run = ["pdftotext", str(tmp_path / "page.pdf"), "-"]
            sheets = subprocess.run(run, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
        assert sheets
        assert all(legend in letters(sheet) for sheet in sheets)


def test_text_form_is_at_most_eighty_columns_of_ascii() -> None:
    (release,) = pages("press-releases/commencement.md")
    text = release[".txt"]
    assert isinstance(text, str)
    assert max(map(len, text.splitlines())) <= 80
    assert text.isascii()
