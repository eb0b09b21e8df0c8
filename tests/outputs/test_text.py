"""The text form: a typewriter's characters, at most 80 columns, numbered pages."""

from __future__ import annotations

import pytest

from lexdocs.outputs.text import LINES, plain, text

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
    assert "Seen twice" in out


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
