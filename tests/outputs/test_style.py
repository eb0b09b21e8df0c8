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
