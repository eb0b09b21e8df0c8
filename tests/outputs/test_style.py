"""The house style sheet: no figure in it, colors that can be read, and the paper's rules kept from browsers."""

from __future__ import annotations

import re

import pytest

from lexdocs.outputs.html import PAPER
from lexdocs.outputs.pdf import house_style

COLORS = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", house_style()))


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", ["ink", "quiet", "accent"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
def test_words_stand_out_from_their_ground(ink: str, ground: str) -> None:
    light, dark = luminance(COLORS[ground]), luminance(COLORS[ink])
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_no_figure_is_typed_into_generated_words() -> None:
    written = re.findall(r"content: ([^;]*);", house_style())
    assert written
    assert not [each for each in written if any(re.search(r"\d", text) for text in re.findall(r'"([^"]*)"', each))]


def test_rules_for_paper_alone_come_last() -> None:
    screen, _, paper = house_style().partition(PAPER)
    assert "@page" not in screen
    assert "@page" in paper
    assert "running(" not in screen


def test_no_rule_fetches_anything() -> None:
    assert "url(" not in house_style()
    assert "@import" not in house_style()


def rules(sheet: str, selector: str) -> str:
    """The declarations of the last rule of a selector in a part of the sheet."""
    return str(re.findall(rf"(?m)^ *{re.escape(selector)} \{{([^}}]*)\}}", sheet)[-1])


def test_a_table_on_a_screen_takes_the_room_there_is_and_shows_that_it_scrolls() -> None:
    screen, mark, phone = house_style().partition(PAPER)[0].partition("@media (max-width: 34rem)")
    assert mark
    box = rules(screen, ".scroll")
    # No narrower than the words, no wider than its columns need, and never past the window: 50 % is half of the words.
    assert "overflow-x: auto" in box
    assert "width: min-content; min-width: 100%; max-width: calc(50vw + 50% - 1.1rem)" in box
    # What covers the shadow goes with the table, and the shadow stays where the edge is.
    assert [len(re.findall(rf"no-repeat {how}", box)) for how in ("local", "scroll")] == [2, 2]
    # On a phone, names beside one another in a table of facts are folded.
    assert "display: grid" in rules(phone, ".facts:has(tr > td + th) tr")
    assert "min-width" not in "".join(re.findall(r"\.reference[^{]*\{[^}]*\}", screen + phone))
    # What a holder asks first, the amounts of a statement, is seen on a phone: the days beside them may be divided.
    assert "white-space: normal" in rules(phone, ".glance td > .date")


def test_a_report_has_a_line_to_sign_on_and_a_narrow_column_of_exhibit_numbers() -> None:
    assert "border-bottom: 1px solid" in rules(house_style(), ".sign-here")
    assert "width: 22%" in rules(house_style(), ".report .exhibits th:first-child")


def test_a_reader_without_our_fonts_has_one_of_the_same_family() -> None:
    families = [
        re.sub(r'"', "", each).strip() for each in re.findall(r"--font-text: ([^;]*);", house_style())[0].split(",")
    ]
    assert families[:3] == ["Lexdocs Fractions", "Lexdocs Text", "TeX Gyre Pagella"]
    # As Windows, macOS and the two packages of Linux call Palatino; then what every machine has.
    assert {"Palatino Linotype", "Palatino", "URW Palladio L", "P052"} < {*families[3:-1]}
    assert families[-1] == "serif"
    (field,) = re.findall(r"(?m)^\.field \{ font-family: ([^;]*);", house_style())
    assert field.split(", ")[1:] == re.findall(r"--font-text: ([^;]*);", house_style())[0].split(", ")[2:]
