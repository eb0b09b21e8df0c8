"""The text form: a typewriter's characters, at most 80 columns, numbered pages."""

from __future__ import annotations

import re

import pytest

from lexdocs.outputs.text import LINES, text
from lexdocs.outputs.typewriter import not_typed, plain

LEGEND = "Specimen: nothing here is real, and no part of it may be taken for an offer by anyone at any time."


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("9⅜%", "9 3/8%"),
        ("⅜%", "3/8%"),
        ("9 1⁄16%", "9 1/16%"),
        ("9¹³⁄₁₆%", "9 13/16%"),
        ("up ¹³⁄₁₆", "up 13/16"),
        ("“the offer’s end” — ‘soon’", "\"the offer's end\" -- 'soon'"),
        ("March\u00a015, 2012", "March 15, 2012"),
        ("© 2012, Ltd.™: ≥ 5 × 4", "(C) 2012, Ltd.(TM): >= 5 x 4"),
        ("Dvořák", "Dvořák"),
    ],
)
def test_typewriter(printed: str, typed: str) -> None:
    assert plain(printed) == typed


def test_lists_are_numbered_and_headings_stand_in_capitals() -> None:
    out = text("<h1>A 9⅜% note</h1><p>Whether:</p><ol><li>first, <b>bold</b>;</li><li>second.</li></ol>")
    assert out.splitlines() == [
        "           A 9 3/8% NOTE",
        "",
        "           Whether:",
        "",
        "            (1) first, bold;",
        "",
        "            (2) second.",
        "",
        "-1-".center(80).rstrip(),
    ]


def test_bullets_are_bullets_and_lists_within_lists_stand_further_in() -> None:
    out = text(
        "<ul><li>one<ul><li>within</li></ul></li><li>two</li></ul>"
        "<ol><li><p>first</p><p>more of it</p></li><li>second</li></ol>"
    )
    assert [line for line in out.splitlines() if line][:-1] == [
        "              - one",
        "                   - within",
        "              - two",
        "            (1) first",
        "                more of it",
        "            (2) second",
    ]


def test_a_table_that_has_no_form_in_eighty_columns_may_have_more() -> None:
    row = "<tr><td>{}</td><td>{}</td><td class=number>{}</td></tr>"
    rows = row.format("One series", "words of a kind that go on for a while, as they do " * 2, "$6,250,000")
    table = "<table><thead><tr><th scope=col>Series</th><th scope=col>Kind</th><th scope=col class=number>Amount</th>"
    out = text(f"<p>{'words ' * 40}</p>{table}</tr></thead><tbody>{rows}{row.format('Two', '—', '$5')}</tbody></table>")
    wide = [line for line in out.splitlines() if len(line) > 80]
    assert [line.split()[-1] for line in wide] == ["Amount", "-" * 10, "$6,250,000", "$5"]
    assert {len(line) for line in wide} == {max(map(len, wide))}
    assert len(wide[0]) <= 132


def test_what_is_listed_of_the_document_itself_has_no_marks() -> None:
    nav = "<nav class='contents'><ol><li><a href='#a'>Terms</a><ol><li>Fee</li></ol></li></ol></nav>"
    assert [line.strip() for line in text(f"{nav}<ul><li>item</li></ul>").splitlines() if line][:3] == [
        "Terms",
        "Fee",
        "- item",
    ]


def test_what_is_filed_is_ascii() -> None:
    signs = "Dvořák’s Łódź naïve ﬁnance © ™ § → ≥ × ₤ é Straße 9⅜% 9¹³⁄₁₆% — “so”"
    out = text(f"<p>{signs}</p>", legend="Ærø", illustrative=["naïve"], draft="Ő")
    assert out.isascii()
    assert "Dvorak's Lodz naive finance (C) (TM) Sec. -> >= x GBP e Strasse" in " ".join(out.split())
    assert '9 3/8% 9 13/16% -- "so"' in " ".join(out.split())
    assert out.startswith("AEro Draft, subject to completion and change. O\n\nIllustrative: assumes naive.")
    assert not_typed(out, "a.txt") is None


def test_letters_keep_their_accents_where_nothing_is_filed() -> None:
    assert "el año, «señor» 9 3/8%" in text("<p>el año, «señor» 9⅜%</p>", ascii_only=False)


def test_what_has_no_spelling_is_told() -> None:
    out = text("<p>漢 and 字</p>")
    assert str(not_typed(out, "a.txt")) == (
        "a.txt: the text form, which is filed in ASCII, has no spelling for “字” (U+5B57), “漢” (U+6F22); "
        "write it in other letters"
    )


def test_each_page_has_legend_mark_and_length() -> None:
    body = "".join(f"<p>{'words and more words ' * (5 + n % 40)}</p>" for n in range(60))
    out = text(body, legend=LEGEND)
    sheets = out.split(plain(LEGEND)[:60])[1:]
    assert len(sheets) > 3
    for number, sheet in enumerate(sheets, 1):
        assert f"-{number}-" in sheet
        assert len(sheet.splitlines()) <= LINES + 4
    assert max(map(len, out.splitlines())) <= 80
    assert out.split() == text(body, legend=LEGEND).split()
    words = [word for word in out.split() if word in ("words", "and", "more")]
    assert words.count("words") == 2 * sum(5 + n % 40 for n in range(60))


def test_a_block_longer_than_a_page_is_carried_over() -> None:
    out = text(f"<p>{'word ' * 3000}</p>")
    assert out.split().count("word") == 3000
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("lines", range(50, 62))
def test_the_mark_of_the_end_stands_below_the_last_words(lines: int) -> None:
    body = "<p>word</p>" * (lines // 2) + '<p>Contact: the last words</p><p class="end-mark"># # #</p>'
    last = text(body).split("\n\n", 1)[-1].split("# # #")[0].rstrip("\n ")
    assert last.endswith("Contact: the last words")


def test_assumptions_stand_at_the_top() -> None:
    assert text("<p>Words</p>", illustrative=("a", "b")).startswith("Illustrative: assumes a; b.\n")


def test_hidden_words_and_styles_are_left_out() -> None:
    out = text("<style>p{}</style><p>Seen<br>twice</p>")
    assert "p{}" not in out
    assert out.split()[:2] == ["Seen", "twice"]


def test_a_line_break_ends_a_line_but_for_one_in_a_cell() -> None:
    out = text("<p class='signed-by'>By:<br>Name:<br/>\nTitle:</p><ol><li>One<br>two</li></ol><h1>A<br>name</h1>")
    assert out.splitlines()[:9] == [
        " " * 11 + "By:", " " * 11 + "Name:", " " * 11 + "Title:", "",
        " " * 12 + "(1) One", " " * 16 + "two", "",
        " " * 11 + "A", " " * 11 + "NAME",
    ]  # fmt: skip
    row = "<tr><th scope='row'>Notes<br>due 2012</th><td class='number'>$1</td></tr>"
    assert "Notes due 2012  $1" in text(f"<table>{row}</table>").splitlines()
    assert "Source lines are one" in text("<p>Source\nlines\nare one</p>")


@pytest.mark.parametrize("lead", range(38, 56))
def test_a_heading_and_what_ends_a_document_are_never_torn_from_their_words(lead: int) -> None:
    words = f"<p>{'word ' * 40}</p>"
    before = "<p>before</p>" * (lead // 2) + "<p>one<br>two</p>" * (lead % 2)
    for head in (
        "<h2>Item 9</h2>",
        "<h2>Item 9</h2><h3>Exhibits</h3>",
        "<p>These are:</p><ul><li>x</li></ul><p>Now:</p>",
    ):
        sheets = re.split(r"\n +-\d+-\n", text(before + head + words))
        assert not sheets[0].rstrip().endswith(("Item 9", "Exhibits", ":"))
    signed = "<p class='signature'>Company</p><p class='signed-by'>By:<br>Name:<br>Title:</p>"
    (sheet,) = [each for each in re.split(r"\n +-\d+-\n", text(before + words + signed)) if "By:" in each]
    assert re.search(r"word\n\n +Company\n\n +By:\n +Name:\n +Title:", sheet)
    ends = "<p class='contact'>Contact: a name</p><p class='end-mark'># # #</p>"
    (sheet,) = [each for each in re.split(r"\n +-\d+-\n", text(before + words + ends)) if "Contact" in each]
    assert re.search(r"word\n\n +Contact: a name\n\n +# # #", sheet)


@pytest.mark.parametrize("lead", range(20, 54, 3))
def test_a_page_does_not_end_within_a_row_of_a_form(lead: int) -> None:
    row = '<tr><th>Senior Subordinated Notes of a long title due {0}</th><td><input class="field field-line"></td>'
    row += '<td class="number"><input class="field field-amount"></td></tr>'
    rows = "".join(row.format(year) for year in range(2031, 2051))
    head = "<thead><tr><th>Series</th><th>Number</th><th>Amount</th></tr></thead>"
    body = (
        "<p>before</p>" * (lead // 2) + f'<table class="ledger blanks"><caption>Tendered</caption>{head}{rows}</table>'
    )
    sheets = re.split(r"\n +-\d+-\n", text(body))
    for sheet in sheets[:-1]:
        assert sheet.rstrip().endswith(("_", "before"))
    assert [len(re.findall(r"due \d{4}", each)) for each in sheets] == [each.count("__  __") for each in sheets]


FIGURES = (
    ("9⅜%", "9 3/8%"),
    ("12\u00a0midnight", "12 midnight"),
    ("12 noon", "12 noon"),
    ("5:00 p.m.", "5:00 p.m."),
    ("August\u00a06", "August 6"),
    ("August 6", "August 6"),
    ("$1,000", "$1,000"),
    ("$12.5 million", "$12.5 million"),
    ("(212)\u00a0319-4657", "(212) 319-4657"),
    ("(212) 319-4657", "(212) 319-4657"),
    ("10 1⁄16%", "10 1/16%"),
)


@pytest.mark.parametrize(("printed", "typed"), FIGURES)
@pytest.mark.parametrize("tag", ["p", "li", "h1"])
def test_no_line_ends_within_a_figure(printed: str, typed: str, tag: str) -> None:
    wanted = typed.upper() if tag == "h1" else typed
    for length in range(20, 75):
        out = text(f"<{tag}>{'x' * (length % 60)} {'y' * (length // 2)} {printed} and so on</{tag}>")
        assert any(wanted in line for line in out.splitlines()), out
        assert "\u00a0" not in out
        assert max(map(len, out.splitlines())) <= 80
    top = text("<p>Words</p>", legend="z" * 75 + f" {printed}", illustrative=("z" * 48 + f" {printed}",))
    assert top.count(typed) == 2
    assert "\u00a0" not in top


def test_a_word_longer_than_a_line_is_cut_and_no_other() -> None:
    out = text(f"<p>before {'w' * 160} after</p><p>{'v' * 69} {'u' * 69}</p>", legend="t" * 160)
    assert max(map(len, out.splitlines())) <= 80
    assert "".join(out.split()).count("w" * 160) == 1
    lines = [line.strip() for line in out.splitlines()]
    assert lines[:2] == ["t" * 80] * 2
    assert "v" * 69 in lines
    assert "u" * 69 in lines


def test_words_held_together_beyond_a_line_part_at_their_spaces() -> None:
    out = text(f"<p>{chr(0xA0).join(['held'] * 40)}</p>")
    assert out.split().count("held") == 40
    assert max(map(len, out.splitlines())) <= 80
