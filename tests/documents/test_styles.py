"""A deal's own style sheet: the house's passes as it is, and nothing hides words, fetches, or prints a number."""

import pytest

from lexdocs.documents.styles import style_problems
from lexdocs.outputs.pdf import house_style


def test_the_houses_own_sheet_passes():
    assert style_problems(house_style(), "house.css") == []


@pytest.mark.parametrize(
    "css",
    [
        "",
        "/* a look */ :root { --accent: #552200; }",
        ".running-head { display: none }",
        "@media screen { header .running-head { display: none } }",
        "p::after { content: ' (see page ' counter(page) ')' }",
        "p { font: bold 11pt/1.3 'Frutiger 55', serif; margin: -1em 0 2em 3em; text-indent: -1.5em; opacity: 1 }",
        "li { margin-left: 12%; color: rgb(20 20 20 / 90%); transform: none; overflow-x: auto }",
        "ol { counter-reset: item } li { counter-increment: item 1; display: block }",
        "td::after { content: attr(data-pad); visibility: hidden }",
        "th { background: navy; color: #fff } td { background: #eee }",
        ":root { --paper: #fff; --x: #333 } p { color: var(--x); border-color: #eee } a { color: inherit }",
        "li::before { position: absolute; left: 0 } @media screen { thead { position: sticky; top: 0 } }",
        "p { background: linear-gradient(white, gray); position: relative; top: -0.2em }",
        "h1 { &.strong { font-weight: bold } @media print { font-size: 12pt } }",
    ],
)
def test_looks_may_be_changed(css):
    assert style_problems(css, "house.css") == []


@pytest.mark.parametrize(
    ("css", "says"),
    [
        ("p {}\n@import 'x.css';", "2:1 @import fetches another style sheet"),
        ("@import url(x.css);", "1:1 @import fetches another style sheet"),
        ("p {\n  background: url(x.png) }", "2:15 a style sheet may not fetch a file"),
        ("p { background: URL('x.png') }", "1:17 a style sheet may not fetch a file"),
        ("p { background: u\\72l(x.png) }", "1:17 a style sheet may not fetch a file"),
        ("p { --x: image-set('x.png' 1x) }", "1:10 a style sheet may not fetch a file"),
        ("@font-face { src: url(x.otf) }", "1:19 a style sheet may not fetch a file"),
        ("p::after { content: 'at 14%' }", '1:12 the number "14%" is typed into content'),
        ("p::after { content: 'at 1' '4%' }", '1:12 the number "14%" is typed into content'),
        ("p::after { content: 'fifteen percent' }", '1:12 the number "fifteen percent" is typed into content'),
        ("p { string-set: section '$1,250' }", '1:5 the number "$1,250" is typed into string-set'),
        (":root { --x: '$1,250' }", '1:9 the number "$1,250" is typed into --x'),
        ("@page { @top-left { content: 'May 4, 2012' } }", '1:21 the number "May 4, 2012" is typed into content'),
        ("p { counter-reset: fee 8 }", "1:5 counter-reset: counts otherwise than by ones"),
        ("p { content: 'gone' }", "1:5 content: would stand in the place of words"),
        ("p::after { content: '/* ==== paper */' }", "1:21 a comment stands inside a string"),
        (".legend { display: none }", "1:11 display: none hides words"),
        (".legend { DISPLAY: NONE !important }", "1:11 display: none hides words"),
        (".legend { d\\69splay: none }", "1:11 display: none hides words"),
        (".running-head, .legend { display: none }", "1:26 display: none hides words"),
        (":not(.running-head) { display: none }", "1:23 display: none hides words"),
        (".running-head { + p { display: none } }", "1:23 display: none hides words"),
        ("@media print {\n p { visibility: hidden }\n}", "2:6 visibility: hidden hides words"),
        ("li::marker { visibility: hidden }", "1:14 visibility: hidden hides words"),
        ("td::after, p::footnote-call { visibility: hidden }", "1:31 visibility: hidden hides words"),
        ("p { display: var(--x) }", "1:5 display: var() perhaps hides words"),
        ("p { opacity: 0 }", "1:5 opacity: 0 hides words"),
        ("p { opacity: 2% }", "1:5 opacity: 2% hides words"),
        ("p { font-size: 0 }", "1:5 font-size: 0 is too small to read; leave it out"),
        ("p { font-size: .1px }", "1:5 font-size: .1px is too small to read"),
        ("p { font: bold 0/1 serif }", "1:5 font: 0 is too small to read"),
        ("p { font: bold 1px serif }", "1:5 font: 1px is too small to read"),
        ("p { color: transparent }", "1:5 color: transparent hides words"),
        ("p { color: #0000 }", "1:5 color: see-through hides words"),
        ("p { color: #fefefe }", "1:5 color: #fefefe leaves words a contrast of 1.0 to 1; words need 4.5 to 1"),
        ("p { color: rgb(0 0 0 / 51%) }", "1:5 color: rgb(0 0 0 / 51%) leaves words a contrast of 4.1 to 1"),
        (":root { --x: white } p { color: var(--x) }", "1:26 color: var(--x) leaves words a contrast of 1.0 to 1"),
        ("p { color: var(--nowhere) }", "1:5 color: var(--nowhere) is no color that can be held against its ground"),
        ("p { color: Canvas }", "1:5 color: Canvas is no color that can be held against its ground; write it like"),
        ("th { background: #222 }", "1:6 background: #222 leaves words a contrast of 1.3 to 1"),
        (":root { --paper: #222 } p { color: navy }", "1:29 color: navy leaves words a contrast of 1.0 to 1"),
        (
            "p { position: absolute }",
            "1:5 position: absolute takes words off their places; leave it out: only what ::bef",
        ),
        ("p, li::before { position: fixed }", "1:17 position: fixed takes words off their places"),
        ("p { position: relative; top: 2in }", "1:25 top: 2in may push words off the page"),
        ("p { clip-path: inset(100%) }", "1:5 clip-path: may hide words"),
        ("p { position: absolute; left: -9999px }", "1:25 left: -9999px may push words off the page; leave it out"),
        ("p { margin-left: 400em }", "1:5 margin-left: 400em may push words off the page"),
        ("p { text-indent: -100% }", "1:5 text-indent: -100% may push words off the page"),
        ("p { transform: scale(0) }", "1:5 transform: may turn, shrink or move words off their places"),
        ("p { transform: rotate(3deg) }", "1:5 transform: may turn, shrink or move words off their places; leave it o"),
        ("@page { margin: 9in }", "1:9 margin: 9in may push words off the page; leave it out"),
        ("p { height: 0; overflow: hidden }", "1:16 overflow: hidden hides words"),
        ("@keyframes x { to { opacity: 0 } }", "1:21 opacity: 0 hides words"),
        ("p { unicode-bidi: bidi-override }", "1:5 unicode-bidi: may set words in another order"),
        (
            "p { position: running(away) }",
            "1:5 running(away) takes words off the page, and no margin holds element(away)",
        ),
        ("p { color red }", "1:14 this is not CSS"),
        ("a { } p { color: red", "1:7 this rule is open at the end of the style sheet; close it with }"),
        ("a { }\n@media print { p { color: red }", "2:1 this rule is open at the end of the style sheet; close it"),
        ("/* and so on", "1:1 this comment is open at the end of the style sheet"),
        ("a { }\n/* and so on", "2:1 this comment is open at the end of the style sheet; close it with */"),
        ("p", "1:1 this is not CSS"),
        ("p { a: 'open\n }", "1:8 this is not CSS"),
        ("p { } }", "1:7 this is not CSS"),
    ],
)
def test_what_a_sheet_may_not_do(css, says):
    found = [str(each) for each in style_problems(css, "house.css")]
    assert [each for each in found if each.startswith(f"house.css:{says}")], found


def test_a_picture_in_an_address_is_one_problem():
    address = "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'></svg>"
    for css in (f'p {{ background: url("{address}") }}', "p { background: url(data:image/png;base64,iVBORw0KGgo=) }"):
        found = [str(each) for each in style_problems(css, "house.css")]
        assert found == ["house.css:1:17 a style sheet may not hold a picture or a file; leave it out"]


def test_the_legend_stands_on_every_page():
    extra = "\n@page :first { @bottom-left { content: none } }"
    lines = house_style().count("\n") + 2
    says = "@bottom-left holds the legend, and here something else; leave it out: the legend stands on every page"
    found = [str(each) for each in style_problems(house_style() + extra, "house.css")]
    assert found == [f"house.css:{lines}:31 {says}"]
    without = house_style().replace("content: element(legend)", "content: none")
    found = [each.what for each in style_problems(without, "house.css")]
    assert found == ["running(legend) takes words off the page, and no margin holds element(legend)"]


def test_all_problems_come_together_and_depth_is_no_traceback():
    found = style_problems("p { opacity: 0 }\na { display: none }\n@import 'x';", "house.css")
    assert [each.where.line for each in found] == [1, 2, 3]
    assert [each.what for each in style_problems("a{" * 5000, "house.css")]
    assert [each.what for each in style_problems("a { b: " + "(" * 5000, "house.css")]
