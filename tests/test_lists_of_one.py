"""A list of a single item is no list: one condition is said in its sentence, and more are counted."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal
from lexdocs.resources import bundled_deals
from lexdocs.writing.words import write_words

DEALS = Path(__file__).parent / "deals"
EXAMPLE = bundled_deals()["lexington_2001"]
ONE = "complete a financing on terms satisfactory to it"
TWO = f"    - name: other\n      text: sell its oldest ferry\n    - name: financing\n      text: {ONE}\n"


def commenced(tmp_path, deal, conditions):
    """The documents of a deal's commencement that list its conditions, by template, with their words."""
    folder = Path(shutil.copytree(deal, tmp_path / "deal"))
    sheet = folder / "term-sheet.yaml"
    text, count = re.subn(
        r"(?m)^  conditions:\n(?:    .*\n)+", f"  conditions:\n{conditions}", sheet.read_text("utf-8")
    )
    if not count:
        text = text.replace("\noffer:\n", f"\noffer:\n  conditions:\n{conditions}")
    sheet.write_text(text, "utf-8")
    opened = open_deal(folder, event=min(path.name[:10] for path in (folder / "events").glob("*commencement*")))
    listed = "offer-to-purchase" if deal.name == "ferry" else "offering-circular"
    written = write_words(opened, ["press-releases", listed])
    found = [each for each in written.documents if ONE in each.body]
    for each in found:
        assert coverage(each).problems == (), each.name
    return {each.template.partition("/")[0]: html.fromstring(each.body) for each in found}


@pytest.mark.parametrize(
    "deal",
    [
        DEALS / "ferry",
        pytest.param(EXAMPLE, marks=pytest.mark.soak),
        pytest.param(DEALS / "windrow", marks=pytest.mark.soak),
    ],
)
def test_conditions(tmp_path, deal):
    one = commenced(tmp_path / "one", deal, f"    - name: financing\n      text: {ONE}\n")
    two = commenced(tmp_path / "two", deal, TWO)
    assert one.keys() == two.keys() != set()
    for each in one.values():
        assert not each.xpath(f"//li[contains(., '{ONE}')]")
        assert all(re.search(rf"(?:able to|, to|must) {ONE}(?:\.|$)", said) for said in sentences(each))
    for each in two.values():
        items = each.xpath(f"//li[contains(., '{ONE}')]")
        assert items
        assert all(len(item.getparent()) == 2 for item in items)
        assert not each.xpath("//li[not(normalize-space())]")


def sentences(page):
    return [
        " ".join(each.text_content().split()) for each in page.xpath(f"//*[self::p or self::td][contains(., '{ONE}')]")
    ]
