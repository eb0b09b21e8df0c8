"""An amendment: its list of changes follows from the terms before and after it, in every kind of offer."""

import datetime
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.terms.changes import assume
from lexdocs.terms.event_terms import EventKind
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import preflight_all, write_words

DEALS = Path(__file__).parent / "deals"
AT = {"lexington_later": "2001-08-20", "ferry": "2016-06-10", "windrow": "2012-07-02"}


def amended(tmp_path, name, changes, at=""):
    """A copy of a deal with an amendment in its first days."""
    folder = Path(shutil.copytree(DEALS / name, tmp_path / "deal", dirs_exist_ok=True))
    day = datetime.date.fromisoformat(at or AT[name])
    lines = "".join(f"  {path}: {value}\n" for path, value in changes.items())
    text = f"kind: amendment\nat: {write(day, Unit.DATE)}\nclassed: consideration\nsource: invented\nchanges:\n{lines}"
    (folder / "events" / f"{day}-amendment.yaml").write_text(text, "utf-8")
    return folder


def words_of(folder, *changes):
    """The deal as of its last amendment, and the documents of it by template."""
    event = max(path.name[:10] for path in (folder / "events").glob("*amendment*"))
    deal = open_deal(folder, [assume(each) for each in changes], event=event)
    written = write_words(deal)
    assert written.problems == ()
    assert preflight_all(deal) == ()
    for each in written.documents:
        assert coverage(each).problems == (), each.name
    return deal, {each.template.rpartition("/")[2].removesuffix(".md"): each for each in written.documents}


def items(document):
    return [
        " ".join(item.text_content().split())
        for item in html.fromstring(document.body).xpath("//ol[@class='changes']/li | //p[@class='change']")
    ]


CHANGES = {
    "lexington_later": (
        {"participation_fee.amount": "$33", "offer.minimum_tender": "95%"},
        ["Participation fee for each $1,000 principal amount of Old Notes tendered. This was $30, and is now $33.",
         "Minimum part of the Old Notes to be tendered. This was 99%, and is now 95%."],
        {"amendment", "supplement", "current-report"},
    ),
    "ferry": (
        {"offer.minimum_tender": "40%"},
        None,
        {"tender-amendment", "tender-supplement", "tender-current-report"},
    ),
    "windrow": (
        {"offer.minimum_tender": "40%"},
        None,
        {"series-amendment", "series-supplement", "series-current-report"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_every_kind_of_offer_has_its_documents_of_an_amendment(tmp_path, name):
    changes, expected, templates = CHANGES[name]
    deal, documents = words_of(amended(tmp_path, name, changes))
    assert set(documents) >= templates
    told = [each for each in documents.values() if items(each)]
    assert len(told) >= 3
    for each in told:
        found = items(each)
        assert len(found) == len(changes)
        assert expected is None or found == expected
    rows = deal.book.axes["amended_term"]
    assert {deal.book.figure("amended_term_after", (row,)).unit for row in rows} <= {Unit.MONEY, Unit.PERCENTAGE}


def test_each_value_keeps_its_unit_and_is_ticked(tmp_path):
    deal, documents = words_of(amended(tmp_path, "lexington_later", {"participation_fee.amount": "$33"}))
    before, after = (deal.book.figure(f"amended_term_{side}", ("participation_fee",)) for side in ("before", "after"))
    assert (before.unit, before.value, after.value) == (Unit.MONEY, Fraction(30), Fraction(33))
    addresses = {tick.address for tick in documents["supplement"].ticks}
    assert addresses >= {"amended_term_before[participation_fee]", "amended_term_after[participation_fee]"}


def test_the_list_says_what_the_terms_say_and_moves_with_them(tmp_path):
    """What was comes from the term sheet, what is from the event, or from whatever holds now."""
    folder = amended(tmp_path, "lexington_later", {"participation_fee.amount": "$33"})
    _, documents = words_of(folder)
    assert "This was $30, and is now $33." in items(documents["supplement"])[0]
    _, documents = words_of(folder, "participation_fee.amount=$36")
    assert "This was $30, and is now $36." in items(documents["supplement"])[0]
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("amount: $30", "amount: $27"), "utf-8")
    _, documents = words_of(folder)
    assert "This was $27, and is now $33." in items(documents["supplement"])[0]


def test_what_an_event_repeats_is_no_change(tmp_path):
    _, documents = words_of(
        amended(tmp_path, "lexington_later", {"participation_fee.amount": "$30.00", "offer.minimum_tender": "98%"})
    )
    assert [each.partition(".")[0] for each in items(documents["supplement"])] in (
        ["Minimum part of the Old Notes to be tendered"],
        [
            "Participation fee for each $1,000 principal amount of Old Notes tendered",
            "Minimum part of the Old Notes to be tendered",
        ],
    )


def test_a_term_that_was_not_stated_and_one_that_holds_or_not(tmp_path):
    changes = {"warrants.cusip": "529529 AA 7", "holdouts.paid_in_full": "no"}
    _, documents = words_of(amended(tmp_path, "lexington_later", changes))
    new, flag = items(documents["supplement"])
    assert new == "CUSIP number of the warrants. This was not stated before, and is now 529529 AA 7."
    assert flag == (
        "Payment of principal and accrued interest to holders who do not tender. This applied, and no longer applies."
    )


def test_the_second_supplement_has_its_number_and_only_its_changes(tmp_path):
    amended(tmp_path, "lexington_later", {"participation_fee.amount": "$33"})
    folder = amended(tmp_path, "lexington_later", {"participation_fee.amount": "$35"}, at="2001-08-22")
    deal, documents = words_of(folder)
    assert deal.book.value("number_of_amendments") == 2
    assert items(documents["supplement"])[0].endswith("This was $33, and is now $35.")
    assert documents["supplement"].title.startswith("Supplement No. 2")


def test_the_expiration_is_told_as_put_off_or_as_before(tmp_path):
    later = "12 midnight, New York City time, on September 11, 2001"
    deal, documents = words_of(amended(tmp_path / "a", "lexington_later", {"participation_fee.amount": "$33"}))
    assert not deal.book.value("expiration_is_moved")
    assert "expires, as before, at" in html.fromstring(documents["amendment"].body).text_content()
    folder = amended(tmp_path / "b", "lexington_later", {"offer.expiration": later, "participation_fee.amount": "$33"})
    deal, documents = words_of(folder)
    assert deal.book.value("expiration_is_moved")
    # August 20 (a Monday) to September 11, without Labor Day.
    assert deal.book.value("business_days_open_from_latest") == 16


@pytest.mark.parametrize("name", ["lexington_later", "ferry", "windrow"])
def test_a_current_report_for_every_event_in_the_characters_and_columns_of_edgar(name):
    events = open_deal(DEALS / name).terms.events
    assert len(events) == len(list((DEALS / name / "events").glob("*.yaml")))
    seen = set()
    for event in events:
        deal = open_deal(DEALS / name, event=event.name)
        (report,) = write_words(deal, ["current-reports"]).documents
        text = str(write_pages(deal, report, ["text"])[f"{report.name}.txt"])
        assert text.isascii()
        assert max(map(len, text.splitlines())) <= 80
        item = "Item 5." if deal.book.value("latest_announced").year < 2004 else "Item 8.01."
        assert item in text
        # An installment is announced by a notice to holders, not by a release that could be an exhibit.
        assert ("Exhibit 99.1" in text) == (event.kind is not EventKind.INSTALLMENT)
        seen.add(text)
    assert len(seen) == len(events)
