"""The life of a cash tender and of an exchange of several series: each event has its documents, and keeps them.

Small deals of both kinds are carried on by event files in a copy: an extension, a termination, a settlement of early
tenders. What is printed is read from the words, so that nothing is laid out here.
"""

import shutil
from pathlib import Path

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal, open_life
from lexdocs.errors import Where
from lexdocs.terms.changes import Change
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

DEALS = Path(__file__).parent / "deals"
CORPUS = Path(__file__).parent / "checks" / "tieout" / "deals"
EXTENDED = {
    "ferry": (
        "kind: extension\nat: 8:00 a.m., New York City time, on July 5, 2016\n"
        "changes:\n  offer.expiration: 5:00 p.m., New York City time, on July 15, 2016\n"
        "  offer.settlement_date: July 19, 2016\n"
    ),
    "windrow": (
        "kind: extension\nat: 8:30 a.m., New York City time, on July 30, 2012\n"
        "changes:\n  offer.expiration: 5:00 p.m., New York City time, on August 10, 2012\n"
        "  offer.consummation_date: August 15, 2012\n"
    ),
}
OVER = {"ferry": ("2016-07-05-expiration", "2016-07-06-settlement"), "windrow": ("2012-07-30-", "2012-08-01-")}


def copied(name, folder, *, open_still=False):
    """A copy of a deal; `open_still`: as it was before it expired."""
    to = Path(shutil.copytree(DEALS / name, folder / name))
    if open_still:
        for start in OVER[name]:
            for path in (to / "events").glob(f"{start}*"):
                path.unlink()
    return to


def announce(deal, name, text):
    (deal / "events" / f"{name}.yaml").write_text(text, "utf-8")


def with_minimum(deal):
    """The minimum that a termination for want of it speaks of: more than is tendered."""
    path = deal / "term-sheet.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("\noffer:\n", "\noffer:\n  minimum_tender: 95%\n"), "utf-8")


ROOMS = ("press-releases", "notices", "closing", "offer-to-purchase")


def documents(deal):
    """The documents of the deal's last event by template, but for statements; every number in them is ticked."""
    words = write_words(deal, ROOMS)
    assert words.problems == ()
    for document in words.documents:
        assert coverage(document).problems == (), document.name
    return {document.template.removesuffix(".md"): document for document in words.documents}


def said(document):
    """The words of a document in one line."""
    return " ".join(html.fromstring(document.body).text_content().split())


def cells(document, caption):
    """The rows of the table of a caption, each as its cells."""
    root = html.fromstring(document.body)
    (table,) = [each for each in root.iter("table") if caption in (each.findtext("caption") or each[0].text_content())]
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")]


@pytest.mark.parametrize(
    "folder",
    [DEALS / "ferry", DEALS / "windrow", *(CORPUS / name for name in ("pinnock", "calloway", "thornbury"))],
    ids=lambda folder: folder.name,
)
def test_every_event_has_its_documents(folder):
    for deal in open_life(folder):
        assert documents(deal), deal.terms.event.name


@pytest.mark.parametrize(("name", "kind"), [("ferry", "tender"), ("windrow", "series")])
def test_an_extension_by_one_file_writes_its_documents_and_leaves_the_earlier_ones(name, kind, tmp_path):
    folder = copied(name, tmp_path, open_still=True)
    before = [
        write_pages(deal, each, ["html"]) for deal in open_life(folder) for each in write_words(deal, ROOMS).documents
    ]
    announce(folder, "extension", EXTENDED[name])
    *earlier, last = open_life(folder)
    after = [write_pages(deal, each, ["html"]) for deal in earlier for each in write_words(deal, ROOMS).documents]
    assert after == before
    found = documents(last)
    assert set(found) == {f"press-releases/{kind}-extension", f"notices/{kind}-extension"}
    book = last.book
    for document in found.values():
        words = said(document)
        for moment in ("12 midnight, New York City time", "5:00 p.m., New York City time"):
            assert moment in words
    release = said(found[f"press-releases/{kind}-extension"])
    assert f"${int(book.value('total_valid')):,}" in release
    for series in book.labels("series"):
        assert f"${int(book.value('series_valid', series)):,}" in release


def test_an_extension_without_a_log_says_what_its_file_says_and_no_table(tmp_path):
    folder = copied("ferry", tmp_path, open_still=True)
    (folder / "tenders.csv").unlink()
    head, *rows = (folder / "register.csv").read_text("utf-8").splitlines()
    rows = [f"{head},tendered,early", *(f'{row},"$1,000","$1,000"' for row in rows)]
    (folder / "register.csv").write_text("\n".join(rows) + "\n", "utf-8")
    announce(folder, "extension", EXTENDED["ferry"] + "tendered: $123,000\n")
    release = documents(open_deal(folder))["press-releases/tender-extension"]
    assert "$123,000 of principal, or about 10.25% of the $1,200,000 outstanding" in said(release)
    assert "Tendered to date" not in said(release)


REASONS = [
    ("", None),
    ("reason: minimum not met\n", "because less was tendered than"),
    ("reason: conditions not met\n", "because other conditions of it were not met"),
    ("reason: decision of the company\n", "by a decision of its own"),
]


@pytest.mark.parametrize(("reason", "phrase"), REASONS)
@pytest.mark.parametrize(
    ("name", "kind", "at"),
    [("ferry", "tender", "June 30, 2016"), ("windrow", "series", "11:45 p.m., New York City time, on July 27, 2012")],
)
def test_a_termination_says_why_where_its_file_does(name, kind, at, reason, phrase, tmp_path):
    folder = copied(name, tmp_path, open_still=True)
    if name == "ferry":
        with_minimum(folder)
    announce(folder, "termination", f"kind: termination\nat: {at}\n{reason}")
    found = documents(open_deal(folder))
    assert set(found) == {f"press-releases/{kind}-termination", f"notices/{kind}-termination"}
    for document in found.values():
        assert ("ended the offer" in said(document)) == bool(phrase)
        assert phrase is None or phrase in said(document)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("ferry", "June 30, 2016", "July 5, 2016"),
        ("windrow", "11:45 p.m., New York City time, on July 27, 2012", "July 30, 2012"),
    ],
)
def test_a_termination_after_the_expiration_says_that_the_offer_expired(name, before, after, tmp_path):
    folder = copied(name, tmp_path, open_still=True)
    for at, expires in ((before, "was to expire at 12 midnight"), (after, "expired at 12 midnight")):
        announce(folder, "termination", f"kind: termination\nat: {at}\nreason: conditions not met\n")
        for document in documents(open_deal(folder)).values():
            assert expires in said(document)
            assert ("was to expire" in said(document)) == (at == before)


def test_a_termination_leaves_early_tenders_bought_that_were_paid_for(tmp_path):
    folder = copied("ferry", tmp_path, open_still=True)
    announce(folder, "termination", "kind: termination\nat: June 30, 2016\n")
    later = said(documents(open_deal(folder))["press-releases/tender-termination"])
    assert "paid for on June 21, 2016, are not affected: $295,500 of principal" in later
    not_yet = [Change("offer.early_settlement_date", "July 1, 2016", Where("test"))]
    unpaid = said(documents(open_deal(folder, not_yet))["press-releases/tender-termination"])
    assert "No Notes are accepted in the offer" in unpaid
    assert "are not affected" not in unpaid


def test_what_is_paid_for_each_series_makes_the_totals():
    book = open_deal(DEALS / "ferry").book
    for name, total in [
        ("series_early_cash", "early_closing_funds"), ("series_late_cash", "late_closing_funds"),
        ("series_cash", "total_cash_gross"), ("series_early_consideration", "total_early_consideration"),
        ("series_late_interest", "total_late_interest"),
    ]:  # fmt: skip
        assert sum(book.value(name, series) for series in book.labels("series")) == book.value(total)
    assert book.value("early_closing_difference") == book.value("late_closing_difference") == 0
    assert book.value("notes_difference") == 0
    windrow = open_deal(DEALS / "windrow").book
    for name, total in [("series_cash", "total_cash_gross"), ("series_cash_interest", "total_cash_interest")]:
        assert sum(windrow.value(name, series) for series in windrow.labels("series")) == windrow.value(total)
    assert windrow.value("closing_funds") == windrow.value("total_cash_gross")
    assert windrow.value("closing_difference") == windrow.value("old_notes_difference") == 0


def test_the_funds_flow_shows_what_its_statements_sum_to():
    flow = documents(open_deal(DEALS / "ferry"))["closing/tender-funds-flow"]
    rows = cells(flow, "tendered by the early deadline, paid on")
    assert rows[1] == ["6% Senior Notes due 2021", "$162,000", "$168,480.00", "$2,592.00", "$171,072.00"]
    assert rows[2][1:] == ["40,000", "40,420.00", "768.00", "41,188.00"]
    assert rows[-1] == ["All series", "$295,500", "$298,870.38", "$4,505.38", "$303,375.76"]
    assert cells(flow, "Received and paid on")[-1][-1] == "—"
    assert "Nothing that was tendered after the early deadline was accepted." in said(flow)


def test_a_settlement_of_early_tenders_speaks_of_them_alone(tmp_path):
    folder = copied("ferry", tmp_path, open_still=True)
    announce(folder, "early-settlement", "kind: settlement\nat: June 21, 2016\n")
    found = documents(open_deal(folder))
    release = said(found["press-releases/tender-settlement"])
    assert "Marrowstone Pays for Notes Tendered Early" in release
    assert "remains open until 12 midnight" in release
    assert "completed" not in said(found["notices/tender-payment"])
    assert "You may still tender" in said(found["notices/tender-not-bought"])


def test_early_tenders_are_accepted_early_only_where_later_ones_cannot_cut_them():
    early = open_deal(DEALS / "ferry", event="2016-06-20")
    assert "The Company accepts for purchase" in said(documents(early)["closing/tender-acceptance-notice"])
    alike = [Change("offer.proration.early_before_late", "no", Where("test"))]
    other = open_deal(DEALS / "ferry", alike, event="2016-06-20")
    assert "The Company accepts nothing by this notice" in said(documents(other)["closing/tender-acceptance-notice"])
