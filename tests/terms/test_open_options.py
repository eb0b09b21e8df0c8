"""A tender in an option that its series may not choose is refused with its row, not accepted for nothing."""

import shutil
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.errors import InputError

WINDROW = Path(__file__).parents[1] / "deals" / "windrow"
JUNIOR_MIX = "  - series: junior\n    option: mix\n"


def closed(folder):
    """The deal, whose junior notes may not choose the Mixed Option; W-7 tenders some in it."""
    to = Path(shutil.copytree(WINDROW, folder / "windrow"))
    sheet = to / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    start = text.index(JUNIOR_MIX)
    text = text[:start] + text[text.index("  - series: junior\n    option: cash\n") :]
    named = "    name: Mixed Option\n"
    sheet.write_text(text.replace(named, f"{named}    series: [senior]\n"), "utf-8")
    return to


def test_a_tender_in_an_option_that_is_closed_to_its_series(tmp_path):
    with pytest.raises(InputError) as caught:
        open_deal(closed(tmp_path))
    said = "tenders.csv:9: option: junior may not choose mix; write notes or cash"
    assert [str(each) for each in caught.value.problems] == [said]
