"""A stamped figure cannot be told from one that WeasyPrint drew, and the tagged structure of the page holds."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from lexdocs.deal import Deal, open_deal, printer
from lexdocs.figures.compiling import compile_per
from lexdocs.resources import bundled_deals
from tests.spikes.stamp_one_slot import FIGURE, Slot, lay_out, leaves_of, stamp, stamped, statements, text_of

PROBE = "BO-1001"
# A shorter amount; one tendered in part, whose statement has more rows; the shortest amount and address.
OTHERS = ("BO-1002", "BO-1009", "BO-1012")
DOTS = 100  # to the inch


@pytest.fixture(scope="module")
def deal() -> Deal:
    return open_deal(bundled_deals()["lexington_2001"])


@pytest.fixture(scope="module")
def pages(deal: Deal) -> dict[str, str]:
    return dict(statements(deal))


@pytest.fixture(scope="module")
def probe(deal: Deal, pages: dict[str, str]) -> tuple[bytes, Slot]:
    return lay_out(deal, pages[PROBE])


def picture(data: bytes, slot: Slot, path: Path) -> bytes:
    """The slot's surroundings, dot by dot, wide enough for the longest amount."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    path.write_bytes(data)
    with pikepdf.open(path) as pdf:
        top = float(pdf.pages[slot.page].mediabox[3]) - slot.baseline - 9
    sides = {"-x": slot.right - 95, "-y": top, "-W": 97, "-H": 12}
    crop = [part for name, points in sides.items() for part in (name, str(int(points * DOTS / 72)))]
    number = str(slot.page + 1)
    command = ["pdftoppm", "-r", str(DOTS), "-f", number, "-l", number, *crop, str(path)]
    return subprocess.run(command, check=True, capture_output=True).stdout


@pytest.mark.parametrize("holder", OTHERS)
def test_a_stamp_looks_like_the_holders_own_statement(deal, pages, probe, holder, tmp_path):
    data, slot = probe
    text = text_of(slot, compile_per("holding", deal.graph, deal.book), leaves_of(deal, holder))
    assert f">{text}</data>" in pages[holder]
    seen = picture(stamped(data, slot, stamp(slot, text)), slot, tmp_path / "stamped.pdf")
    assert seen == picture(printer().print(pages[holder]).data, slot, tmp_path / "own.pdf")
    assert seen != picture(data, slot, tmp_path / "blank.pdf")


def test_the_tick_says_what_the_slot_needs(probe):
    _, slot = probe
    assert (slot.figure, slot.style) == (FIGURE, "cents")
    assert len({width for character, (_, width) in slot.glyphs.items() if character.isdigit()}) == 1


def test_every_marked_content_stands_once_on_the_page_and_the_stamp_is_text(deal, probe):
    data, slot = probe
    with pikepdf.open(io.BytesIO(stamped(data, slot, stamp(slot, "$9,876.50")))) as pdf:
        page = pdf.pages[slot.page]
        static, added = (stream.read_bytes() for stream in page.Contents)
        marks = [int(mark) for mark in re.findall(rb"/MCID (\d+)", static + added)]
        assert sorted(marks) == list(range(len(marks)))
        assert re.findall(rb"/MCID (\d+)", added) == [b"%d" % slot.mark]
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        listed = dict(zip(map(int, list(numbers)[::2]), list(numbers)[1::2], strict=True))
        assert len(listed[int(page.StructParents)]) == len(marks)


def test_a_character_that_the_slot_cannot_show_goes_the_long_way(probe):
    with pytest.raises(KeyError):
        stamp(probe[1], "€5.00")
