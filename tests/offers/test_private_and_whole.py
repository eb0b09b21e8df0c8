"""An issuer whose shares are not traded, and a minimum of all: the words leave out what there is not."""

import re
import shutil
from pathlib import Path

from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal
from lexdocs.resources import bundled_deals
from lexdocs.writing.words import write_words

WINDROW = Path(__file__).parents[1] / "deals" / "windrow"


def words(folder, *only):
    """The words of some documents of a deal's commencement, by template; every figure in them is ticked."""
    first = min(path.name[:10] for path in (folder / "events").glob("*.yaml"))
    written = write_words(open_deal(folder, event=first), only)
    assert written.problems == ()
    for each in written.documents:
        assert coverage(each).problems == (), each.name
    return {
        each.template: " ".join(html.fromstring(each.body).text_content().split())
        for each in written.documents if each.language.startswith("en")
    }  # fmt: skip


def test_a_series_exchange_without_shares_or_warrants_needs_no_symbol(tmp_path):
    folder = Path(shutil.copytree(WINDROW, tmp_path / "deal"))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    text = re.sub(r"(?m)^(?:shares|warrants):\n(?:  .*\n)+\n", "", text)
    text = re.sub(r"(?m)^ +(?:shares|warrants|ticker|market): .*\n", "", text)
    text = re.sub(r"(?m)^ +premium:\n(?! {6})", "", text)
    text = re.sub(r"(?m)^ +- (?:shares|warrants)\n", "", text)
    sheet.write_text(text, "utf-8")
    said = words(folder, "press-releases", "offering-circular/series-offering-circular.md")
    release = said["press-releases/series-commencement.md"]
    assert re.search(r"Windrow Canal & Lock Company (?!\()\w+ today", release)
    assert "whose shares trade" not in said["offering-circular/series-offering-circular.md"]


def test_a_minimum_of_all_is_said_as_all(tmp_path):
    folder = Path(shutil.copytree(bundled_deals()["lexington_2001"], tmp_path / "deal"))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    assert "minimum_tender: 99%" in text
    sheet.write_text(text.replace("minimum_tender: 99%", "minimum_tender: 100%"), "utf-8")
    said = words(folder, "press-releases/commencement.md", "notices/commencement.md", "offering-circular")
    for name, shown in said.items():
        assert not re.search(r"at least 100%|[Aa]t most \$0", shown), name
    assert "that all of the Old Notes be validly tendered" in said["press-releases/commencement.md"]
    assert "there can be no such holders" in said["press-releases/commencement.md"]
