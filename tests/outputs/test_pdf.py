"""Paper: tagged, titled, the bundled fonts only, the words of the HTML, and the same bytes each time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

from lexdocs.errors import RenderError, Severity
from lexdocs.outputs.heard import heard_of
from lexdocs.outputs.html import page
from lexdocs.outputs.pdf import Paper, Printer, bundled_fonts, house_style
from lexdocs.outputs.typewriter import plain

LEGEND = "Specimen: invented from end to end."
BODY = (
    "<h1>An offer</h1><h2 id='terms'>Terms</h2><p>Each holder receives <data>$40.25</data> at 9⅜%, “soon”.</p>"
    "<table><caption>Fees</caption><thead><tr><th scope='col'>Item</th><th scope='col' class='number'>Amount</th></tr>"
    "</thead><tbody><tr><th scope='row'>Fee</th><td class='number'>40.25</td></tr></tbody></table>"
    + "<p>Further words on the matter, enough to fill a page and begin the next.</p>"
    * 60
)


@dataclass(frozen=True)
class Words:
    """A document of a few pages."""

    body: str = BODY
    title: str = "An offer in few words"
    layout: str = "notice"
    running_head: str = "Short head"


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer(bundled_fonts())


@pytest.fixture(scope="module")
def printed(printer: Printer) -> Paper:
    return printer.print(page(Words(), css=house_style(), legend=LEGEND), "notice")


def tool(name: str, *arguments: str | Path) -> str:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    return subprocess.run([name, *map(str, arguments)], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def pdf(tmp_path: Path, printed: Paper) -> Path:
    path = tmp_path / "notice.pdf"
    path.write_bytes(printed.data)
    return path


def test_no_warning_is_given_for_the_house_style(printed: Paper) -> None:
    assert printed.warnings == ()


def test_tagged_titled_and_sound(pdf: Path, printed: Paper) -> None:
    facts = tool("pdfinfo", pdf)
    assert re.search(r"Title:\s+An offer in few words", facts)
    assert re.search(r"Tagged:\s+yes", facts)
    assert re.search(r"Page size:\s+612 x 792", facts)
    assert "pdfuaid:part" in tool("pdfinfo", "-meta", pdf)
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", pdf)
    structure = tool("pdfinfo", "-struct", pdf)
    assert all(tag in structure for tag in ("Document", "H1", "H2", "Table", "TH"))
    reader = PdfReader(pdf)
    assert str(reader.root_object["/Lang"]) == "en-US"
    assert "'An offer'" in str(reader.outline)


def test_only_the_bundled_fonts_are_embedded(pdf: Path) -> None:
    rows = tool("pdffonts", pdf).splitlines()[2:]
    assert rows
    assert all(("TeX" in row or "Lexdocs" in row) and " yes yes " in row for row in rows)


def test_legend_and_number_stand_on_every_page(pdf: Path, printed: Paper) -> None:
    sheets = tool("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
    assert len(sheets) == printed.pages > 1
    for number, sheet in enumerate(sheets, 1):
        assert LEGEND in sheet
        assert re.search(rf"\b{number}$", sheet.rstrip())
    assert "Short head" not in sheets[0]
    assert all("Short head" in sheet for sheet in sheets[1:])


def test_words_are_those_of_the_html(pdf: Path) -> None:
    text = tool("pdftotext", pdf, "-")
    for furniture in (LEGEND, "Short head"):
        text = text.replace(furniture, " ")
    text = re.sub(r"^\d+$", " ", text, flags=re.MULTILINE)
    words = re.sub(r"<[^>]+>", " ", BODY)
    assert sorted(_letters(text)) == sorted(_letters(words))


def _letters(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]", "", plain(text))


def test_same_page_same_bytes_whatever_the_surroundings(tmp_path: Path, printed: Paper) -> None:
    html = page(Words(), css=house_style(), legend=LEGEND)
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    code = (
        "import sys, pathlib; from lexdocs.outputs.pdf import Printer, bundled_fonts;"
        "html = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8');"
        "sys.stdout.buffer.write(Printer(bundled_fonts()).print(html).data)"
    )
    for surroundings in ({"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "1234", "LC_ALL": "C"}):
        again = subprocess.run(
            [sys.executable, "-c", code, tmp_path / "page.html"],
            check=True, capture_output=True, env={**os.environ, **surroundings},
        )  # fmt: skip
        assert again.stdout == printed.data


def test_a_second_document_of_the_same_printer_is_not_changed_by_the_first(printer: Printer) -> None:
    html = page(Words(body="<p>Short</p>"), css=house_style())
    assert printer.print(html).data == Printer(bundled_fonts()).print(html).data


@pytest.mark.parametrize(
    "wanted", ["https://example.org/x.png", "file:///etc/hostname", "data:image/png;base64,AAAA", "lexdocs-font:../x"]
)
def test_a_page_that_asks_for_a_file_is_refused(wanted: str, printer: Printer) -> None:
    html = page(Words(body=f'<p><img src="{wanted}" alt="picture"></p>'), css="")
    with pytest.raises(RenderError, match="the page asks for"):
        printer.print(html, "notice")
    with pytest.raises(RenderError, match="the page asks for"):
        printer.print(page(Words(body="<p>x</p>"), css=f'p {{ background: url("{wanted}") }}'), "notice")


def test_what_the_printer_ignores_is_reported(printer: Printer) -> None:
    warnings = printer.print(page(Words(body="<p>x</p>"), css="p { colour: red }\n" + house_style()), "notice").warnings
    assert [str(each) for each in warnings] == ["notice: Ignored `colour: red ` at 2:5, unknown property."]


def test_a_character_that_the_font_lacks_is_reported(printer: Printer) -> None:
    html = page(Words(body="<p>漢字</p>"), css="p { font-family: 'Lexdocs Text' }")
    warnings = printer.print(html, "notice").warnings
    assert any("font" in each.what for each in warnings)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<p>A \U0010fffd b</p>", "U+10FFFD has no glyph in any font here and would print as a box"),
        (
            "<p>\U0010fffd\U0010fffc\U0010fffd</p>",
            "U+10FFFD, U+10FFFC have no glyph in any font here and would print as boxes",
        ),
    ],
)
def test_a_character_that_no_font_has_is_an_error(body: str, says: str, printer: Printer) -> None:
    # For private use: no machine has a glyph for these, whatever fonts it has.
    warnings = printer.print(page(Words(body=body), css=house_style()), "notice").warnings
    remedy = "write the name in other letters, or install a font that has it"
    assert [(str(each), each.severity) for each in warnings] == [(f"notice: {says}; {remedy}", Severity.ERROR)]


def test_what_is_said_of_a_missing_glyph_is_in_our_words() -> None:
    heard = [
        '.notdef glyph rendered for Unicode string unsupported by fonts: "株" (U+682A)',
        "Ignored `x`",
        ".notdef glyph of some other release",
    ]
    found = list(heard_of(heard, "a.pdf"))
    assert [each.severity for each in found] == [Severity.WARNING, Severity.ERROR]
    assert found[1].what.startswith("株, some character have no glyph in any font here")
