"""What a term decides decides the words of every document of a cash tender that speaks of it."""

import pytest

from lexdocs.deal import open_deal
from lexdocs.documents.header import read_header
from lexdocs.documents.library import open_library
from lexdocs.resources import templates_folder
from lexdocs.writing.words import write_words
from tests.documents.series_variants import moved, said, with_form, words_of
from tests.offers.tenders import deal, series, sheet

RELEASE, NOTICE, OFFER = (
    "press-releases/tender-commencement",
    "notices/tender-commencement",
    "offer-to-purchase/offer-to-purchase",
)
WITHDRAWAL = "ancillary/tender-notice-of-withdrawal"
COMMENCED, EXPIRED, SETTLED = "2016-06-06", "2016-07-05", "2016-07-06"
ACCEPTED, PAID = "closing/tender-acceptance-notice", ("closing/tender-funds-flow", "notices/tender-payment")


@pytest.mark.parametrize("form", ["book-entry", "certificated", "both"])
def test_the_form_of_the_notes_is_carried_through(form, tmp_path):
    room = ("    amount: $300,000\n", "    amount: $900,000\n")  # so that late tenders are to be paid, too
    folder = moved("ferry", tmp_path, ("\noffer:\n", f"\nform_of_notes: {form}\n\noffer:\n"), room)
    first = said(folder, COMMENCED, RELEASE, NOTICE, OFFER)
    assert {name for name, text in first.items() if "Littoral" in text} == (
        set() if form == "certificated" else {*first}
    )
    by_letter = {name for name, text in first.items() if "with the letter of" in text or "with a letter of" in text}
    assert by_letter == (set() if form == "book-entry" else {*first})
    assert ("Clearing System" in first[OFFER]) == (form != "certificated")
    (withdrawal,) = said(folder, COMMENCED, WITHDRAWAL).values()
    for words in ("Certificate numbers", "Guarantee of signatures", "as on the certificates"):
        assert (words in withdrawal) == (form != "book-entry"), words
    assert ("Participant in the depository" in withdrawal) == (form != "certificated")
    assert "the address that" not in withdrawal
    last = said(folder, SETTLED, *PAID) | said(folder, EXPIRED, ACCEPTED)
    assert {name for name, text in last.items() if "Littoral" in text} == (set() if form == "certificated" else {*last})
    held = {name for name, text in last.items() if "registered holders" in text.lower()}
    assert held == (set() if form == "book-entry" else {*last})


def test_the_address_of_the_agent_is_given_where_it_is_stated(tmp_path):
    (withdrawal,) = said(moved("ferry", tmp_path, *with_form("book-entry")), COMMENCED, WITHDRAWAL).values()
    assert "400 Nowhere Street" in withdrawal


def test_who_pays_follows_the_terms(tmp_path):
    (silent,) = said(moved("ferry", tmp_path / "silent"), COMMENCED, OFFER).values()
    assert "does not undertake to pay transfer taxes" in silent
    assert "does not undertake to pay banks, brokers" in silent
    assert "for soliciting" not in silent
    pays = ("\noffer:\n", "\noffer:\n  pays_transfer_taxes: yes\n  pays_nominees: yes\n")
    law = ("\nsources:\n", "\nlaw:\n  facts:\n    - {fact: no paid solicitation, holds: yes}\n\nsources:\n")
    (stated,) = said(moved("ferry", tmp_path / "said", pays, law), COMMENCED, OFFER).values()
    assert "The Company pays transfer taxes on the sale" in stated
    assert "It pays banks, brokers and other nominees, on request" in stated
    assert "Nobody is paid for soliciting tenders." in stated


@pytest.mark.parametrize(("rule", "becomes"), [("rejected whole", "returned"), ("accepted whole", "accepted")])
def test_small_returns_are_explained_wherever_proration_is(rule, becomes, tmp_path):
    """A tender of which less than may be held would go back has another end than its factor: papers say why."""
    terms = (
        "  early_deadline: 5:00 p.m., New York City time, on June 17, 2016\n  proration:\n    small_returns: " + rule
    )
    notes = [series("a", 100_000, denomination="$5,000", multiple="$1,000")]
    text = sheet(notes, f"{terms}\n  cap:\n    amount: $53,000\n    bounds: principal\n")
    holdings = [("S-1", "a", 88_000, 88_000, 88_000), ("S-2", "a", 8_000, 8_000, 8_000)]
    deal(tmp_path, text, holdings)
    (tmp_path / "events" / "expiration.yaml").write_text("kind: expiration\nat: July 5, 2016\n", "utf-8")
    (tmp_path / "events" / "settlement.yaml").write_text("kind: settlement\nat: July 6, 2016\n", "utf-8")
    why = f"would go back to a holder, its whole tender is {becomes}"
    assert why in said(tmp_path, EXPIRED, ACCEPTED)[ACCEPTED]
    first = said(tmp_path, COMMENCED, RELEASE, NOTICE, OFFER)
    assert {name for name, text in first.items() if why in text} == {RELEASE, NOTICE}
    assert ("; but nothing, where" in first[OFFER]) == (becomes == "returned")
    assert ("; but all of P, where" in first[OFFER]) == (becomes == "accepted")
    words = write_words(open_deal(tmp_path, event=SETTLED), ["statements/tender-settlement"])
    told = {each.name[-5:]: words_of(each) for each in words.documents}
    assert [f"the whole tender is {becomes}" in text for text in told.values()] == [False, becomes == "returned"]


def test_one_series_has_no_levels_and_no_others(tmp_path):
    deal(tmp_path, sheet([series("a", 100_000)]), [("S-1", "a", 100_000, 100_000)])
    (tmp_path / "events" / "expiration.yaml").write_text("kind: expiration\nat: July 5, 2016\n", "utf-8")
    (tmp_path / "events" / "settlement.yaml").write_text("kind: settlement\nat: July 6, 2016\n", "utf-8")
    results = ("press-releases/tender-results", "notices/tender-acceptance", ACCEPTED)
    settled = ("press-releases/tender-settlement", "notices/tender-not-bought", *PAID)
    texts = said(tmp_path, COMMENCED, RELEASE, NOTICE, OFFER) | said(tmp_path, EXPIRED, *results)
    for name, text in (texts | said(tmp_path, SETTLED, *settled)).items():
        for words in ("Level", "All series", "of all series", "does not depend on", "CUSIP", "all series or"):
            assert words not in text, (name, words)
    assert "any and all of the notes listed below" in texts[RELEASE]


def test_a_supplement_offers_no_securities(tmp_path):
    """Nothing is offered to holders of a cash tender but money."""
    folder = moved("ferry", tmp_path)
    change = "kind: amendment\nat: June 13, 2016\nsource: an invention for tests\nclassed: immaterial\n"
    change += "changes:\n  offer.minimum_tender: 50%\n"
    (folder / "events" / "2016-06-13-amendment.yaml").write_text(change, "utf-8")
    name = "offer-to-purchase/tender-supplement"
    (supplement,) = said(folder, "2016-06-13", name).values()
    assert "has approved or disapproved of this offer" in supplement
    assert "securities, or passed" not in supplement


def test_releases_are_written_as_text():
    """A newswire takes text."""
    library = open_library([templates_folder()])
    releases = [name for name in library.documents if name.startswith("press-releases/")]
    assert {name for name in releases if "text" not in read_header(library.templates[name]).formats} == set()


def test_nothing_is_promised_to_late_tenders_where_none_is_accepted(tmp_path):
    """Of the deal's late tenders none is accepted; with a larger cap some are."""
    names = ("press-releases/tender-results", "notices/tender-acceptance")
    some = moved("ferry", tmp_path / "some", ("amount: $300,000", "amount: $900,000"))
    for folder, told in ((moved("ferry", tmp_path / "none"), False), (some, True)):
        release, notice = said(folder, EXPIRED, *names).values()
        assert ("For those tendered later and accepted" in release) is told
        assert ("those accepted of the others" in notice) is told
