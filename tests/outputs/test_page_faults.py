"""Faults planted on pages, one of each kind, are found where they stand; the same pages without them have none."""

from __future__ import annotations

import pytest

from lexdocs.outputs.laid.told import KINDS, PageFault
from lexdocs.outputs.pdf import Printer, bundled_fonts, house_style

pytestmark = pytest.mark.xdist_group("page-faults")  # one worker loads the fonts
LINES = "".join(f"<p>Line {chr(97 + at % 26)} of what fills the page.</p>" for at in range(24))
MANY = "<p>" + "Many words go on over the end of a line and of a page. " * 60 + "</p>"
RAGGED = '<tr><td class="number">1,250.00</td></tr><tr><td class="number">{}</td></tr>'
LONG_HEAD = "A running head that says so much of the document and the deal that nobody will read it " * 2


@pytest.fixture(scope="module")
def printer():
    return Printer(bundled_fonts())


def found(printer, body, css="", head=""):
    page = f"<html lang=en><head><title>t</title><style>{house_style().partition('/* ==== paper')[0]}</style></head>"
    page += f'<body class="press-release"><header><p class="running-head">{head}</p><p class="legend">Fiction.</p>'
    style = f"{house_style()}\n{css}"
    made = printer.print(f"{page}</header><main>{body}</main></body></html>", "planted.pdf", style)
    return [each for each in made.warnings if isinstance(each, PageFault)]


PLANTED = {
    "overflow": (
        "<table><tr><td>Name</td><td>$1,000,000,000,000,000,000</td></tr></table>",
        "table { table-layout: fixed; width: 2in } td { white-space: nowrap }",
        'page 1: "$1,000,000,000,000,000,000" runs ',
    ),
    "overprint": (
        f"<p>Underneath.</p><p class='up'>{MANY[3:90]}</p>",
        ".up { margin-top: -20pt }",
        'page 1: "Many words go on over the end of a line and of a…" is printed over "Underneath."',
    ),
    "heading": (
        f"{LINES}<h2>Left behind</h2>{MANY}",
        "h2 { break-after: page !important }",
        'page 1: the heading "Left behind" stands last on its page',
    ),
    "widow": (
        f"<div></div>{MANY}",
        "body { orphans: 1 !important } main > div { height: 8.6in }",
        "is a paragraph's only line on its page",
    ),
    "row": (
        f"{LINES}<table><tbody><tr><td>{MANY}</td></tr></tbody></table>",
        "tr { break-inside: auto !important }",
        "is broken over two pages",
    ),
    "decimals": (
        f"<table>{RAGGED.format('12')}</table>",
        "",
        'page 1: "12" does not stand under "1,250.00" by the decimal point',
    ),
    "font": ("<p>A name: Жук.</p>", "", 'page 1: "A name: Жук." has characters that the bundled fonts lack, set in'),
}


@pytest.mark.parametrize("kind", sorted(PLANTED))
def test_a_planted_fault_is_found_where_it_stands(kind, printer):
    body, css, says = PLANTED[kind]
    faults = found(printer, body, css)
    if kind == "font" and not faults:
        pytest.skip("no font of this machine has the characters")
    assert {each.kind for each in faults} == {kind}
    assert any(says in each.what for each in faults), [each.what for each in faults]
    assert all(each.where.file == "planted.pdf" for each in faults)


def test_a_running_head_that_is_too_long_or_in_the_way_is_found(printer):
    faults = found(printer, LINES * 2, head=LONG_HEAD)
    assert {each.kind for each in faults} == {"running-head"}
    assert 'the running head "A running head that says so much of the document…" takes' in faults[0].what
    css = "@page { @top-left { width: 100%; white-space: nowrap } @top-right { content: 'In the way'; width: 0 } }"
    (first, *_) = found(printer, LINES * 2, css, head="Words " * 18)
    assert first.kind == "running-head"
    css = "@page { @bottom-right { content: 'A number of many signs 1234567890'; white-space: pre; width: 10% } }"
    (beside,) = found(printer, LINES, css)
    assert beside.what == 'page 1: "A number of many signs 1234567890" has no room in the margin'


def test_sound_pages_have_none(printer):
    body = f"{LINES}<h2>Kept</h2>{MANY}<table>{RAGGED.format('12.50')}</table>"
    assert found(printer, body, head="A short head") == []


def test_every_kind_is_planted():
    assert {*PLANTED, "running-head"} == {*KINDS}


def test_a_last_page_of_a_line_or_two_is_found(printer):
    body = f"{LINES}<p class='over'>One.<br>Two.</p>"
    (fault,) = found(printer, body, ".over { break-before: page }")
    assert (fault.kind, fault.what) == ("widow", 'page 2: "One." stands with too little on the last page')
    assert found(printer, body.replace("Two.", "Two.<br>Three."), ".over { break-before: page }") == []


@pytest.mark.parametrize("table", ["ledger", "ledger wide"])
def test_the_bracket_of_a_negative_amount_hangs_in_every_table(table, printer):
    negative = '<td class="number hangs"><data value="-488490.28">(488,490.28)</data></td>'
    row = f'<tr><th>Interest</th><td class="number">{{}}</td>{negative}</tr>'
    rows = (
        f'<tr><th>Cash</th><td class="number">1.00</td><td class="number">$1,402,500.00</td></tr>{row.format("2.00")}'
    )
    first = f'<tr><th>Deficit</th>{negative}<td class="number">3.00</td></tr>'
    assert found(printer, f'<table class="{table}">{rows}{first}</table>') == []


NOTE = '<p>Words<a class="note-call" href="#n" id="c">1</a> with a note.</p>'
NOTES = '<section class="notes" aria-label="Notes"><p class="note" id="n">1 {}</p></section>'


def test_a_heading_at_the_foot_is_found_above_a_footnote(printer):
    body = f"{NOTE}{LINES}<h2>Left behind</h2>{MANY}{NOTES.format('A word.')}"
    (fault,) = found(printer, body, "h2 { break-after: page !important }")
    assert fault.what == 'page 1: the heading "Left behind" stands last on its page'
    assert found(printer, body) == []


def test_what_leads_like_a_heading_is_found_at_the_foot(printer):
    left = ".x { break-after: page !important }"
    for lead in (
        "<dl><dt class='x'>A term</dt><dd>What it is.</dd></dl>",
        "<div class='x'><p><b>A bold lead</b></p></div>",
    ):
        body = f"{LINES}{lead}{MANY}"
        (fault,) = found(printer, body, left)
        assert fault.kind == "heading"
        assert found(printer, body) == []
    # A sentence in bold, and the name of who signs, may stand last.
    assert found(printer, f"{LINES}<p><b>Nobody recommends it.</b></p><div class='x'></div>{MANY}", left) == []
    assert found(printer, f"{LINES}<p class='x signature'><b>The Company</b></p>{MANY}", left) == []


def test_a_line_alone_on_the_last_page_is_found_above_its_footnote(printer):
    body = f"{LINES}<div class='over'>{NOTE}</div>{NOTES.format('Words of a note. ' * 20)}"
    (fault,) = found(printer, body, ".over { break-before: page }")
    assert (fault.kind, fault.what) == ("widow", 'page 2: "Words1 with a note." stands alone on the last page')
    assert (
        found(printer, body.replace("</p></div>", f"</p>{MANY[:300]}</p></div>"), ".over { break-before: page }") == []
    )


def test_a_row_that_is_taller_than_a_page_is_to_be_parted(printer):
    row = "<tr><td>{}</td></tr>"
    faults = found(printer, f"<table>{row.format(MANY * 4)}</table>")
    assert {each.kind for each in faults} == {"row"}
    assert {each.remedy for each in faults} == {"part it into several rows"}
    assert "is taller than a page, and broken over two pages" in faults[0].what
    (fault,) = found(printer, f"{LINES}<table>{row.format(MANY)}</table>", "tr { break-inside: auto !important }")
    assert fault.remedy == "keep rows whole (break-inside: avoid)"


def column(*cells, of="ledger", kind=' class="number"'):
    rows = "".join(f"<tr><th>Row</th><td{kind}>{cell}</td></tr>" for cell in cells)
    return f'<table class="{of}"><thead><tr><th>What</th><th>How much</th></tr></thead><tbody>{rows}</tbody></table>'


def test_a_column_that_is_not_set_to_the_right_is_looked_at(printer):
    (fault,) = found(printer, column("$6,250,000", "$45.00", "—", "9⅜%", kind=""))
    assert fault.what == 'page 1: "$45.00" does not stand under "$6,250,000" by the decimal point'
    assert fault.remedy.startswith("set the column to the right: --:")
    # Figures that stand in line, a table of words, a column of words, and lines of words that are a figure alone.
    assert found(printer, column("$45.00", "$12.00", kind="")) == []
    assert found(printer, column("$6,250,000", "$45.00", kind="", of="facts")) == []
    assert found(printer, column("$6,250,000", "by mail", "$45.00", "no", kind="")) == []
    assert found(printer, column("the year<br>2012", "the day<br>4", kind="")) == []


def test_a_figure_with_words_in_its_cell_is_looked_at(printer):
    (fault,) = found(printer, column("$8.40", "$45.00 each"))
    assert fault.what == 'page 1: "$45.00 each" does not stand under "$8.40" by the decimal point'
    assert fault.remedy.startswith("print the figure alone in its cell")
    assert len(found(printer, column("$8.40", "<strong>$45.00</strong> or less"))) == 1
    assert found(printer, column("$8.40", "about $45.00", "none", "1 to 12 days", "Rule 14e-1")) == []
    assert found(printer, column("$8.40", "about $45.00").replace("<html lang=en>", "<html lang=de>")) == []


def test_the_paragraph_of_a_cell_and_the_call_of_a_footnote_hide_no_figure(printer):
    assert [each.kind for each in found(printer, column("<p>$6,250,000</p>", "<p>$8.40</p>"))] == ["decimals"]
    call = '<a class="note-call">a</a>'
    assert [each.kind for each in found(printer, column("$8.40", f"$45.00{call}"))] == ["decimals"]
    hanging = column("$8.40", f"$45.00<span class='calls'>{call}{call}</span>")
    assert found(printer, hanging) == []
    bracket = '<td class="number hangs">(45.00)<span class="calls">{}</span></td>'
    assert (
        found(printer, column("8.40").replace("</tbody>", f"<tr><th>Row</th>{bracket.format(call)}</tr></tbody>")) == []
    )


@pytest.mark.parametrize(
    "css", [".x { line-height: 0.4 }", ".x { height: 0.2in }", ".x { float: right; width: 4in; margin-top: -30pt }"]
)
def test_words_over_words_are_found_however_they_come_there(css, printer):
    words = MANY[3:260]
    body = f"<p>{words}</p><p class='x'>{words}</p><p>{words}</p>"
    faults = found(printer, body, css)
    assert {each.kind for each in faults} == {"overprint"}
    assert len(faults) <= 2
    assert found(printer, body) == []


def test_letters_that_stand_close_are_no_fault(printer):
    """Capitals with accents, notes above the line, and what hangs below it, in lines as close as the house's."""
    words = "ÅÉÑ gjpqy, (AQ)<sup>1</sup> <a class='note-call'>2</a> " * 20
    assert found(printer, f"<h1>{words[:40]}</h1><p class='x'>{words}</p>", ".x { line-height: 1.08 }") == []


@pytest.mark.parametrize(("width", "told"), [("2in", []), ("2.1in", ["7 pt"]), ("2.25in", ["18 pt"])])
def test_a_table_whose_rules_alone_run_out_of_the_page_is_found(width, told, printer):
    """Its words stay within the page: what runs out is the cell about them."""
    table = "<table><tr><td>Name</td><td>12</td></tr></table>"
    css = f"table {{ width: {width} }} td {{ padding-right: 0.5in }} @page {{ size: 4in 4in; margin: 1in }}"
    faults = found(printer, table, css)
    assert [each.what for each in faults] == [f'page 1: the table of "Name" runs {far} out of the page' for far in told]


def test_of_many_lines_that_run_out_the_farthest_is_told(printer):
    rows = "".join(f"<tr><td>Name</td><td>{'Words' * at}</td></tr>" for at in range(3, 6))
    css = "table { table-layout: fixed; width: 2in } td { white-space: nowrap }"
    (fault,) = found(printer, f"<table>{rows}</table>", css)
    assert f'"{"Words" * 5}" runs' in fault.what
    narrow = "<ul class='x'><li>holders of existing debentures</li></ul>"
    (fault,) = found(printer, narrow, ".x { margin-left: 6.1in } .x li { hyphens: none }")
    assert '"debentures" runs' in fault.what


def test_a_font_of_another_is_told_by_its_name_and_not_for_its_letters(printer):
    body = "<p class='x'>Only plain words.</p><p class='x'>More.</p>"
    faults = found(printer, body, ".x { font-family: 'DejaVu Sans', serif }")
    if not faults:
        pytest.skip("this machine has no such font")
    (fault,) = faults
    assert fault.what == 'page 1: "Only plain words." is set in DejaVu Sans, which is no font of the document'


def test_each_character_that_the_fonts_lack_is_named_once(printer):
    faults = found(printer, "<p>A name: Жук.</p><p>Кукуш.</p><p>кук.</p><p>Plain.</p>")
    if not faults:
        pytest.skip("no font of this machine has the characters")
    one, two = faults
    assert one.what.endswith(": Ж у к")
    assert (two.what.partition(" has ")[0], two.what[-5:]) == ('page 1: "Кукуш."', ": К ш")
