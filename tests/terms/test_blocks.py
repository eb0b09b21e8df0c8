"""What is read without care as it stands is what is read with care."""

import pytest

from lexdocs.errors import Where
from lexdocs.notation.texts import parse_text
from lexdocs.terms.blocks import unusual
from lexdocs.terms.register_addresses import unaddressed

SIGNS = [chr(code) for code in (*range(0x2FFFF), *range(0x30000, 0x110000, 97))]


def test_a_sign_of_any_script_that_needs_no_care_stands_as_it_was_typed():
    careless = set(range(len(SIGNS))) - set(unusual(SIGNS))
    assert len(careless) > 100_000
    for place in careless - {SIGNS.index(" ")}:
        assert parse_text(SIGNS[place]) == SIGNS[place]
    names = "".join(SIGNS[place] for place in careless)
    assert parse_text(f"a{names}b") == f"a{names}b"


@pytest.mark.parametrize("sign", ["\u3164", "\u2800", "\u00ad", "\u200b", "\u202e", "\u00a0", "\ue000", "é", "漢"])
def test_a_sign_that_does_not_show_needs_care(sign):
    shows = not unaddressed({"name": sign}, Where("register.csv", 2))
    assert bool(unusual([sign])) is not shows
