"""Faults planted on pages, one of each kind, are found where they stand; the same pages without them have none."""

from __future__ import annotations

import pytest

from lexdocs.outputs.laid.faults import KINDS, PageFault
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
        f"{LINES}<table><tbody><tr><td>{MANY}{MANY}</td></tr></tbody></table>",
        "tr { break-inside: auto !important }",
        "is broken over two pages",
    ),
    "decimals": (
        f"<table>{RAGGED.format('12')}</table>",
        "",
        'page 1: "12" does not stand under "1,250.00" by the decimal point',
    ),
    "font": ("<p>A name: Жук.</p>", "", 'page 1: "A name: Жук." has a character that the bundled fonts lack, set in'),
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
