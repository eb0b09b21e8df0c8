"""What differs between two pages is told by its place; what is too small to be seen is not."""

import pytest

from lexdocs.outputs.seen import Seen, apart

LINES = ((("a", 72.0, 700.0), ("b", 80.0, 700.0)), (("c", 72.0, 650.0),))
ROW = 300 * 3  # 2 inches wide
WHITE = bytes([255]) * ROW * 100


def page(lines=LINES, dots=WHITE):
    return Seen(lines, dots, ROW)


def black(count, at=0):
    return WHITE[:at] + bytes(3 * count) + WHITE[at + 3 * count :]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (LINES, ""),
        (((("a", 72.01, 700.0), ("b", 80.0, 699.99)), LINES[1]), ""),
        (((("a", 72.0, 700.0), ("b", 80.1, 700.0)), LINES[1]), "line 1, character 2: in another place"),
        ((LINES[0], (("d", 72.0, 650.0),)), "line 2, character 1: another character"),
        ((LINES[0][:1], LINES[1]), "line 1, 1 characters, not 2"),
        (LINES[:1], "1 lines of text, not 2"),
    ],
)
def test_texts(lines, said):
    assert apart(page(lines), page()) == said


@pytest.mark.parametrize(
    ("dots", "spared", "said"),
    [
        (black(6), 0.0, ""),  # 6 of 30,000 are two in ten thousand
        (black(7), 0.0, "0.02% of its dots, from 0.0 inches below its top on"),
        (black(300, 60 * ROW), 0.0, "1.00% of its dots, from 0.4 inches below its top on"),
        (black(151, 60 * ROW), 1.0, ""),
        (black(151, 60 * ROW), 0.5, "0.25% of its dots, from 0.4 inches below its top on"),
        (WHITE[:-ROW], 0.0, "a page of another size"),
    ],
)
def test_pictures(dots, spared, said):
    assert apart(page(dots=dots), page(), spared) == said
