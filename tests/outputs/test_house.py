"""A deal's own style: paper, letterhead, logo, fonts and large print, on one deal that is printed once a paper."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from fontTools.ttLib import TTFont

from lexdocs.deal import open_deal
from lexdocs.errors import InputError, Problem
from lexdocs.outputs.house import house_of
from lexdocs.resources import fonts_folder, templates_folder
from lexdocs.writing.forms import LARGE_PRINT
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import preflight_all, write_words
from tests.mailing.fictional_series import DEALS

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><path d="M0 0h9v4z" fill="#115522"/></svg>'
STYLE = """:root {
  --sheet: a4;
  --accent: #115522;
  --font-text: "Plain Test";
  --letterhead: "Marrowstone Ferry Lines, Inc." "Pier 4, Anacortes & Bay";
  --logo: "logo.svg";
  --logo-words: "A ferry";
}
"""


def styled(folder, variables=STYLE, logo=LOGO):
    """The fictional ferry company's deal, with a style of its own."""
    deal = folder / "ferry"
    shutil.copytree(DEALS / "ferry", deal)
    style = deal / "templates" / "style"
    (style / "fonts").mkdir(parents=True)
    (style / "variables.css").write_text(variables)
    (style / "logo.svg").write_text(logo)
    return deal


def font(folder, family):
    """A font of another family: the bundled one under another name."""
    made = TTFont(fonts_folder() / "texgyrepagella-regular.otf")
    for record in made["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = family if record.nameID != 6 else family.replace(" ", "")
    made.save(folder / "plain.otf")


def told(*command, data=None):
    return subprocess.run(command, input=data, check=True, capture_output=True).stdout.decode("utf-8", "replace")


def test_paper_letterhead_and_fonts_are_the_deals(tmp_path):
    folder = styled(tmp_path)
    font(folder / "templates" / "style" / "fonts", "Plain Test")
    deal = open_deal(folder, event="2016-06-06")
    (document,) = write_words(deal, ["press-releases/tender-commencement.md"]).documents
    heard: list[Problem] = []
    made = write_pages(deal, document, ["html", "pdf", LARGE_PRINT], heard)
    page, paper, large = (made[f"{document.name}{suffix}"] for suffix in (".html", ".pdf", "-large-print.pdf"))
    assert heard == []
    assert '<img src="data:image/svg+xml;base64,' in page
    assert 'alt="A ferry"' in page
    assert "Pier 4, Anacortes &amp; Bay" in page
    assert "--accent: #115522;" in page
    (tmp_path / "a.pdf").write_bytes(paper)
    (tmp_path / "b.pdf").write_bytes(large)
    assert "Page size:       595.276 x 841.89 pts (A4)" in told("pdfinfo", tmp_path / "a.pdf")
    assert "Plain-Test" in told("pdffonts", tmp_path / "a.pdf")
    assert "Marrowstone Ferry Lines, Inc." in told("pdftotext", tmp_path / "a.pdf", "-")
    sizes = re.findall(
        r'fontspec id="\d+" size="(\d+)"', told("pdftohtml", "-xml", "-stdout", "-i", tmp_path / "b.pdf")
    )
    assert sizes
    assert min(map(int, sizes)) >= 26  # of its pixels, one and a half to a point: 27, less what it rounds away


@pytest.mark.parametrize(
    ("variables", "logo", "says"),
    [
        (STYLE, LOGO, '--font-text: no font file is of "Plain Test"; put its files into templates/style/fonts; there'),
        (STYLE.replace("logo.svg", "mark.svg"), LOGO, '--logo: there is no file "mark.svg" beside this one'),
        (STYLE, LOGO.replace("<path", "<script/><path"), "logo.svg runs a program (<script>); draw it with outlines"),
        (
            STYLE,
            LOGO.replace("<path", "<text>$5</text><path"),
            "logo.svg holds letters, which would be set in whatever",
        ),
        (STYLE, LOGO.replace("<path", '<use href="https://x.example/#a"/><path'), "logo.svg asks for another file"),
        (STYLE, LOGO.replace('"#115522"', '"url(https://x.example)"'), "logo.svg asks for another file"),
        (STYLE, LOGO.replace("<path", '<path onload="x()"'), "logo.svg runs a program; draw it with outlines alone"),
        (STYLE, "<html/>", "logo.svg is not plain SVG; save it as SVG without a document type"),
        (STYLE, "<svg", "logo.svg is not SVG ("),
    ],
)
def test_what_is_wrong_with_a_deals_style_is_told(variables, logo, says, tmp_path):
    folder = styled(tmp_path, variables, logo)
    with pytest.raises(InputError) as caught:
        house_of(folder, templates_folder())
    assert any(says.removeprefix("--logo: ") in str(each) for each in caught.value.problems), caught.value.problems
    assert {each.where.file for each in caught.value.problems} == {"templates/style/variables.css"}


def test_a_file_that_is_no_font_is_told(tmp_path):
    folder = styled(tmp_path)
    (folder / "templates" / "style" / "fonts" / "plain.otf").write_bytes(b"no font")
    found = [str(each) for each in preflight_all(open_deal(folder))]
    assert (
        "templates/style/fonts/plain.otf: is not a font that can be read; put an OpenType or TrueType file here"
        in found
    )


def test_without_a_style_of_its_own_a_deal_has_the_houses(tmp_path):
    shutil.copytree(DEALS / "ferry", tmp_path / "ferry")
    house = house_of(tmp_path / "ferry", templates_folder())
    assert house.css == (templates_folder() / "style" / "house.css").read_text("utf-8")
    assert (house.letterhead, house.fonts) == ("", ())
