"""The second bundled deal: fictional from its first line, complete, its own in every value, clean under the rules."""

import csv
import re
from fractions import Fraction
from pathlib import Path

import pytest

from lexdocs.checks.coverage import coverage
from lexdocs.checks.mutation import running
from lexdocs.deal import findings, legend_of, open_deal, open_life, unfounded
from lexdocs.errors import Severity, Where
from lexdocs.law.finding import Result
from lexdocs.notation.units import Unit
from lexdocs.resources import bundled_deals, templates_folder
from lexdocs.terms.changes import Change
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

FOLDER = bundled_deals()["quillhaven_2032"]
CIRCULAR = "offering-circular/series-offering-circular"
COMMENCEMENT = "2032-04-06"
EVENTS = ["commencement", "early_results", "extension", "amendment", "expiration", "settlement", "installment"]

# Units whose values are a deal's own; day counts, roundings, flags and options are the market's.
OWN = {
    Unit.MONEY, Unit.RATE, Unit.PERCENTAGE, Unit.NUMBER, Unit.FRACTION, Unit.DATE, Unit.MOMENT, Unit.CUSIP,
    Unit.TELEPHONE, Unit.TEXT, Unit.TITLE,
}  # fmt: skip
# Steps of principal and words by which any deal says the same thing.
ALIKE = {"$1,000", "$1", "$0", "beneficial", "down", "half up", "cash", "none"}


def own_values(deal):
    """What a deal's terms, events and register say, as it is written; nothing that is assumed."""
    leaves = [leaf for leaf in deal.terms.leaves if leaf.assumption is None and leaf.written]
    said = {" ".join(leaf.written.split()) for leaf in leaves if leaf.unit in OWN}
    said |= {" ".join(cell.split()) for line in _rows(deal.folder / "register.csv") for cell in line}
    return {each for each in said if len(each) > 1} - ALIKE


def _rows(file):
    with file.open(encoding="utf-8", newline="") as opened:
        yield from list(csv.reader(opened))[1:]


@pytest.fixture(scope="module")
def last():
    return open_deal(FOLDER)


@pytest.fixture(scope="module")
def life():
    return open_life(FOLDER)


def circular(*changes, event=COMMENCEMENT, folder=FOLDER):
    """The words of the circular with some terms changed, in one line."""
    made = [Change(path, text, Where("test")) for path, text in changes]
    words = write_words(open_deal(folder, made, event=event), [CIRCULAR])
    assert words.problems == ()
    [document] = words.documents
    assert coverage(document).problems == ()
    assert "{:" not in document.body
    apart = re.sub(r"</(?:p|h\d|td|th|li|caption)>", " ", document.body)
    return " ".join(re.sub("<[^>]+>", "", apart).replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def as_it_is():
    return circular()


def test_it_says_that_it_is_fictional(last):
    first = (FOLDER / "term-sheet.yaml").read_text("utf-8").split("\n")[2]
    assert first.startswith("# This deal, its company, its notes and its holders are fictional")
    assert "are fictional" in legend_of(last)
    assert all("(fictional)" in row[1] and "(fictional)" in row[8] for row in _rows(FOLDER / "register.csv"))


def test_every_page_bears_the_legend(life):
    [release] = write_words(life[0], ["press-releases/series-commencement"]).documents
    for page in write_pages(life[0], release, ["html", "text"]).values():
        assert legend_of(life[0]) in " ".join(str(page).split())


def test_it_shares_no_value_with_the_first_deal(last):
    first = open_deal(bundled_deals()["lexington_2001"])
    ours, theirs = own_values(last), own_values(first)
    assert len(ours) > 250
    assert len(theirs) > 100
    assert ours & theirs == set()


def test_no_figure_of_it_stands_in_the_house_s_templates(last):
    written = {leaf.written for leaf in last.terms.leaves if leaf.written and leaf.unit in OWN - {Unit.TEXT}} - ALIKE
    for path in templates_folder().rglob("*.md"):
        text = path.read_text("utf-8")
        assert not {value for value in written if len(value) > 2 and value in text}, path.name
        assert "Quillhaven" not in text


def test_its_life_is_whole(life):
    assert [str(deal.terms.event.kind) for deal in life[: len(EVENTS)]] == EVENTS
    assert not any(leaf.assumption for deal in life for leaf in deal.terms.leaves)


def test_the_rules_are_met_or_acknowledged(last, life):
    found = findings(last, life)
    assert [each.key for each in found if each.result is not Result.MET and each.acknowledged is None] == []
    assert unfounded(last, life) == ()
    assert any(each.acknowledged for each in found)


def test_the_log_has_all_that_a_log_can_have(last):
    book = last.book
    assert book.value("total_withdrawn") == 7_650_000
    assert 0 < book.value("option_factor", "cash") < 1
    assert book.value("option_cap", "cash") - book.value("total_option_cash", "cash") < 5_000
    assert book.value("accepted_late_principal", "senior-2034", "exchange") > 0
    # Late and waived counts, late and not waived does not.
    assert book.value("valid_principal", "QH-038.debentures-2036") == 5_400_000
    assert book.value("valid_principal", "QH-021.senior-2034") == 0


def test_the_minimum_comes_in_between_the_first_expiration_and_the_last(life):
    assert [deal.book.value("minimum_is_met") for deal in life[:6]] == [False, False, False, False, True, True]


def test_the_circular_has_every_section(as_it_is):
    for section in (
        "Important notices", "Forward-looking statements", "Questions and answers", "Summary of the terms",
        "Recent developments", "Risk factors",
        "Use of proceeds", "Capitalization", "Interest before and after the exchange", "Business",
        "The exchange offer", "Options, caps and proration", "Accrued interest", "Conditions", "How to tender",
        "Withdrawal", "Acceptance and settlement", "Holders who do not tender", "Agents, fees and expenses",
        "Description of the Exchange Notes", "The warrants", "Comparison of old and new notes",
        "Certain tax considerations", "Transfer restrictions",
    ):  # fmt: skip
        assert as_it_is.count(section) >= 2, section  # a heading, and an entry of the contents


def test_each_chapter_is_a_file_of_its_own():
    for path in (templates_folder() / "offering-circular").glob("series-*.md"):
        if path.read_text("utf-8").startswith("---"):
            continue  # a document of its own, not a section
        assert len(re.findall(r"(?m)^## ", path.read_text("utf-8"))) <= 1, path.name


def test_the_deal_s_own_words_take_the_place_of_the_house_s_empty_ones(as_it_is):
    assert "Dredging. The harbor authority has begun to deepen the channel to Port Quill." in as_it_is
    assert "Risks of the Company’s business" in as_it_is
    other = circular(event="2012-06-25", folder=Path(__file__).parent / "deals" / "windrow")
    assert "Recent developments" not in other
    assert "Business" not in other


def test_sections_follow_the_terms(as_it_is):
    registered = circular(("law.exemption", "registered"))
    assert "Transfer restrictions" not in registered
    assert "Rule 144A" not in registered
    assert "Eligible Holder" not in registered
    assert "Eligible Holder" in as_it_is


def test_the_example_of_proration_moves_with_the_cap(as_it_is):
    """All outstanding in cash take 318,450 x 842.50 + 146,275 x 637.50; a cap above that can never bind."""
    due = 318_450 * Fraction("842.5") + 146_275 * Fraction("637.5")
    assert due == Fraction("361544437.5")
    assert "they would come to $361,544,437.50 of cash, and about 13.41% of each tender" in as_it_is
    assert "$200,000 $26,000 $174,000 $21,905.00" in as_it_is  # 200,000 x 13.41% cut to $1,000
    wide = circular(("options[1].cap.amount", "$400,000,000"))
    assert "of each tender would be accepted there" not in wide
    assert "accepts no more Existing Notes than come to $400,000,000" in wide


def test_the_minimum_moves_what_is_issued_at_least(as_it_is):
    """Four-fifths of $318,450,000 is $254,760,000, and $985 of new notes for each $1,000 of it."""
    assert "254,760,000" in as_it_is
    assert "250,938,600" in as_it_is
    less = circular(("offer.minimum_tender", "70%"))
    assert "222,915,000" in less
    # The series has a minimum of its own, which counts where the whole asks for less.
    least = circular(("offer.minimum_tender", "50%"))
    assert "197,439,000" in least


@pytest.mark.soak
def test_every_document_of_every_event_is_covered(life):
    for deal in life:
        words = write_words(deal)
        assert all(each.severity is Severity.WARNING for each in words.problems)
        for document in words.documents:
            assert coverage(document).problems == (), document.name


@pytest.mark.soak
@pytest.mark.parametrize("event", [COMMENCEMENT, "2032-05-28"])
def test_every_input_moves_what_depends_on_it(event):
    report = running.mutate(FOLDER, event)
    assert report.sound
    assert report.percent == 100
