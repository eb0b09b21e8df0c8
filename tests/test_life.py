"""An exchange offer's whole life, event by event: the documents that each calls for, and what they say.

The deal is the illustration, whose later life is invented; other endings are tried on copies of it and of the small
deal.
"""

import shutil
from pathlib import Path

import pytest

from lexdocs.checks.coverage import coverage
from lexdocs.deal import findings, open_life
from lexdocs.documents.visible import blocks
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

DEALS = Path(__file__).parent / "deals"
LATER, TINY = DEALS / "lexington_later", DEALS / "tiny"

DOCUMENTS = {
    "2001-08-06": ["notices/commencement", "offering-circular/offering-circular", "press-releases/commencement"],
    "2001-09-05": ["notices/extension", "press-releases/extension"],
    "2001-09-19": ["notices/extension", "press-releases/extension"],
    "2001-09-27": ["closing/acceptance-notice", "notices/acceptance", "press-releases/results"],
    "2001-09-28": [
        "closing/authentication-order", "closing/funds-flow", "notices/non-tendering", "notices/payment",
        "press-releases/settlement",
    ],
    "2001-09-28-installment": ["closing/installment-funds-flow", "notices/installment"],
    "2001-12-17": ["closing/installment-funds-flow", "notices/installment"],
}  # fmt: skip
"""What is written for each event beside the statements, the control totals and what other kinds of document follow."""


class Life:
    """A deal as of each of its events, with the words of each."""

    def __init__(self, folder):
        self.deals = {deal.terms.event.name: deal for deal in open_life(folder)}
        self.words = {name: write_words(deal) for name, deal in self.deals.items()}

    def document(self, name):
        return next(each for words in self.words.values() for each in words.documents if each.name == name)

    def says(self, name):
        """The words of a document in one line, with plain spaces."""
        text = " ".join(block.text for block in blocks(self.document(name).body))
        return " ".join(text.split())

    def names(self, event):
        return {each.name for each in self.words[event].documents}

    def problems(self, event):
        return [str(each) for each in self.words[event].problems]


@pytest.fixture(scope="module")
def life():
    return Life(LATER)


@pytest.fixture
def copy(tmp_path):
    """The illustration up to its second extension, to be ended otherwise."""
    folder = Path(shutil.copytree(LATER, tmp_path / "lexington_later"))
    for each in ("2001-09-27-expiration", "2001-09-28-settlement", "2001-09-28-installment", "2001-12-17-installment"):
        (folder / "events" / f"{each}.yaml").unlink()
    leave_out(folder, 1)  # the late one
    return folder


def leave_out(folder, rows):
    """Take the last rows of the tender log away."""
    log = folder / "tenders.csv"
    log.write_text("\n".join(log.read_text("utf-8").splitlines()[:-rows]) + "\n", "utf-8")


def event(folder, name, kind, at, **more):
    lines = [f"kind: {kind}", f"at: {at}", *(f"{key}: {value}" for key, value in more.items() if key != "changes")]
    lines += (
        ["changes:", *(f"  {path}: {value}" for path, value in more["changes"].items())] if "changes" in more else []
    )
    (folder / "events" / f"{name}.yaml").write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize("at", DOCUMENTS)
def test_each_event_has_its_documents(life, at):
    assert life.problems(at) == []
    assert {f"{name}-{at}" for name in DOCUMENTS[at]} <= life.names(at)


def test_every_number_of_every_document_has_its_proof(life):
    for words in life.words.values():
        for document in words.documents:
            found = coverage(document)
            assert found.problems == (), document.name
            assert found.found == found.ticked + found.declared


def test_no_document_prints_what_is_not_there(life):
    for words in life.words.values():
        for document in words.documents:
            text = " ".join(block.text for block in blocks(document.body))
            for word in ("pending", "Pending", "{{", "}}", "nan"):
                assert word not in text.split(), document.name


def test_the_extension_says_what_was_tendered_to_date(life):
    said = life.says("press-releases/extension-2001-09-19")
    assert "was to expire at 12 midnight, New York City time, on September 18, 2001, now expires at" in said
    # 24,477 of 27,412 notes are 89.29%.
    assert "At 8:45 a.m., New York City time, on September 19, 2001, $24,477,000 principal amount" in said
    assert "about 89.29% of the $27,412,000 outstanding" in said
    assert "extended once more its offer" in said
    assert "extended its offer" in life.says("press-releases/extension-2001-09-05")
    assert "$24,477,000" in life.says("notices/extension-2001-09-19")


def test_the_closing_papers_tie(life):
    """27,387 notes: a third of $33 each is $301,257; with $4.07 for rests it is $301,261.07."""
    notice = life.says("closing/acceptance-notice-2001-09-27")
    assert "all Old Notes that were validly tendered and not withdrawn: $27,387,000 principal amount" in notice
    order = life.says("closing/authentication-order-2001-09-28")
    for part in (
        "Specimen Trust Company (fictional)",
        "$34,923,556",
        "529529 AC 3",
        "December 31, 2004",
        "$1 and whole",
        "14% per annum from September 28, 2001 to December 31, 2001 and 15% per annum from then on",
    ):
        assert part in order
    flow = life.says("closing/funds-flow-2001-09-28")
    assert flow.count("$301,261.07") == 3
    assert "Received less paid —" in flow
    assert "Outstanding less accounted for —" in flow
    first = life.says("closing/installment-funds-flow-2001-09-28-installment")
    assert "second installment" in first
    assert "is not a business day" in first
    last = life.says("closing/installment-funds-flow-2001-12-17")
    assert "third installment" in last
    assert "business day" not in last
    assert "Still to be paid —" in last
    by_key = {each.key: each.result for each in findings(life.deals["2001-09-28"])}
    assert by_key["funds flow:closing"] == "met"
    by_key = {each.key: each.result for each in findings(life.deals["2001-12-17"])}
    assert by_key["funds flow:installment"] == "met"


def test_an_installment_of_parts_of_a_cent_is_said_to_be_rounded(tmp_path):
    """A third of $34 for each note is $11.33 and a third of a cent."""
    folder = Path(shutil.copytree(LATER, tmp_path / "lexington_later"))
    amendment = folder / "events" / "2001-08-20-amendment.yaml"
    amendment.write_text(amendment.read_text("utf-8").replace("$33", "$34"), "utf-8")
    found = Life(folder)
    assert found.problems("2001-12-17") == []
    assert "about $11.33 for each $1,000" in found.says("notices/installment-2001-12-17")
    assert "are rounded to the cent" in found.says("notices/installment-2001-12-17")
    assert "about $11.33 for each $1,000" in found.says("closing/installment-funds-flow-2001-12-17")


def test_the_settlement_speaks_of_what_was_paid_and_what_is_still_to_be(life):
    said = life.says("press-releases/settlement-2001-09-28")
    assert "comes to $903,771, of which $301,257 was paid at consummation" in said
    assert "$25,000 principal amount of the Old Notes was not tendered" in said
    # The day is that of the payment: interest does not stop to accrue on it.
    assert "Its holders will be paid, on October 15, 2001, the whole principal of those Old Notes" in said
    # 25 notes with 794 days at 12 3/4%: $7,030.21.
    assert "$32,030.21" in life.says("notices/non-tendering-2001-09-28")


def test_the_raised_fee_shows_from_the_amendment_on(life):
    assert "participation fee of $30" in life.says("press-releases/commencement-2001-08-06")
    assert "participation fee of $33" in life.says("notices/acceptance-2001-09-27")
    by_key = {each.key: each for each in findings(life.deals["2001-08-20"])}
    found = by_key["14e-1(b):amendment 2001-08-20"]
    assert (found.result, len(found.days)) == ("met", 11)


def test_the_results_count_a_tender_that_came_late_and_was_let_in(life):
    """$175,000 came after the expiration: not all that counts had been tendered by then."""
    for name in ("press-releases/results-2001-09-27", "notices/acceptance-2001-09-27"):
        said = life.says(name)
        assert "In all, $27,387,000 principal amount" in said
        assert "$27,412,000 outstanding, was validly tendered and not withdrawn" in said
        assert "By then" not in said
    assert "For the Old Notes accepted it will then issue" in life.says("press-releases/results-2001-09-27")


def test_an_amendment_is_told_to_the_holders_to_whom_all_else_is_told(life):
    whom = "To: the registered holders of the 12¾% Senior Subordinated Notes of Lexington Precision Corporation"
    for name in ("notices/amendment-2001-08-20", "notices/extension-2001-09-05", "notices/acceptance-2001-09-27"):
        assert f"{whom} (the “Company”; the notes, the “Old Notes”), CUSIP 529529 AA 7." in life.says(name)


def test_a_supplement_describes_the_change_or_the_changes(life, tmp_path):
    said = "A supplement to the offering circular, numbered 1, describes the change"
    assert f"{said} and is being sent" in life.says("press-releases/amendment-2001-08-20")
    folder = Path(shutil.copytree(LATER, tmp_path / "lexington_later"))
    amendment = folder / "events" / "2001-08-20-amendment.yaml"
    amendment.write_text(amendment.read_text("utf-8") + "  offer.minimum_tender: 98%\n", "utf-8")
    assert f"{said}s and is being sent" in Life(folder).says("press-releases/amendment-2001-08-20")


def test_one_more_extension_writes_its_release_and_its_notice_and_touches_nothing_else(copy):
    def pages():
        found: dict[str, object] = {}
        for deal in open_life(copy):
            for document in write_words(deal).documents:
                found |= write_pages(deal, document, ["html", "text"])
        return found

    before = pages()
    expiration = "12 midnight, New York City time, on October 5, 2001"
    at = "8:30 a.m., New York City time, on September 27, 2001"
    event(
        copy, "2001-09-27-extension", "extension", at, tendered="$27,212,000", changes={"offer.expiration": expiration}
    )
    after = pages()
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {
        "current-reports/current-report-2001-09-27.html",
        "current-reports/current-report-2001-09-27.txt",
        "notices/extension-2001-09-27.html",
        "press-releases/extension-2001-09-27.html",
        "press-releases/extension-2001-09-27.txt",
    }
    assert "October 5, 2001" in str(after["press-releases/extension-2001-09-27.txt"])


def test_an_announcement_without_an_hour_says_its_day(copy):
    expiration = "12 midnight, New York City time, on October 5, 2001"
    event(
        copy, "z", "extension", "September 26, 2001", tendered="$27,212,000", changes={"offer.expiration": expiration}
    )
    assert "By September 26, 2001, $27,212,000" in Life(copy).says("press-releases/extension-2001-09-26")


REASONS = {
    "minimum not met": "It was a condition of the exchange offer that at least 99%",
    "conditions not met": "not all of them have been met",
    "decision of the company": "has decided not to go on with the exchange offer",
}


@pytest.mark.parametrize("reason", REASONS)
def test_a_termination_says_why_and_returns_everything(copy, reason):
    leave_out(copy, 2)  # what came on September 25 and 26
    event(copy, "z", "termination", "9:00 a.m., New York City time, on September 25, 2001", reason=reason)
    ended = Life(copy)
    assert ended.problems("2001-09-25") == []
    written = {"press-releases/termination-2001-09-25", "notices/termination-2001-09-25"}
    assert written <= ended.names("2001-09-25")
    for name in written:
        said = ended.says(name)
        assert REASONS[reason] in said
        assert "accepted none of the Old Notes" in said
        # $24,477,000, and since then $1,200,000, $315,000 and $640,000.
        assert "All Old Notes that were tendered, $26,632,000 principal amount, will be returned" in said
        assert sum(text in said for text in REASONS.values()) == 1
    book = ended.deals["2001-09-25"].book
    assert book.value("total_accepted") == 0
    assert book.value("total_returned") == book.value("total_valid") == 26_632_000
    assert not [each for each in findings(ended.deals["2001-09-25"]) if each.rule == "termination"]


def test_a_termination_before_anybody_tendered_returns_nothing(copy):
    for path in (copy / "events").glob("2001-09-*"):
        path.unlink()
    event(copy, "z", "termination", "August 10, 2001", reason="decision of the company")
    (copy / "events" / "2001-08-20-amendment.yaml").unlink()
    leave_out(copy, 14)
    said = Life(copy).says("press-releases/termination-2001-08-10")
    assert "returned" not in said
    assert "No New Notes and no warrants will be issued" in said


def test_a_termination_without_a_reason_has_no_release(copy):
    leave_out(copy, 1)
    event(copy, "z", "termination", "September 25, 2001")
    ended = Life(copy)
    problems = ended.problems("2001-09-25")
    assert {each.partition(":")[0] for each in problems} == {"notices/termination.md", "press-releases/termination.md"}
    assert all("events[2001-09-25].event_reason" in each for each in problems)
    by_key = {each.key: each for each in findings(ended.deals["2001-09-25"])}
    assert by_key["termination:2001-09-25"].result == "not met"


def test_a_termination_for_a_minimum_that_was_met_is_a_finding(copy):
    event(copy, "z", "termination", "September 26, 2001", reason="minimum not met")
    by_key = {each.key: each for each in findings(open_life(copy)[-1])}
    found = by_key["termination:2001-09-26"]
    assert found.result == "not met"
    assert "$27,212,000 is validly tendered" in found.says


def test_an_expiration_below_the_minimum_accepts_nothing(copy):
    leave_out(copy, 3)  # $640,000 of 1009, $480,000 of 1006 and $100,000 of 1012
    event(copy, "z", "expiration", "September 27, 2001")
    ended = Life(copy)
    assert ended.problems("2001-09-27") == []
    # 27,138 notes are needed, and 25,992 are there: 27,387 less 175, 640, 480 and 100.
    for name in ("closing/acceptance-notice-2001-09-27", "notices/acceptance-2001-09-27"):
        said = ended.says(name)
        assert "$1,146,000" in said
        assert "accepts for exchange" not in said
        assert "has accepted for exchange" not in said


def test_at_a_settlement_without_a_trustee_the_order_alone_is_refused(tmp_path):
    folder = Path(shutil.copytree(LATER, tmp_path / "lexington_later"))
    path = folder / "assumptions" / "illustration.yaml"
    path.write_text(
        path.read_text("utf-8").replace("  agents.trustee: Specimen Trust Company (fictional)\n", ""), "utf-8"
    )
    settled = folder / "events" / "2001-09-28-settlement.yaml"
    settled.write_text(settled.read_text("utf-8").replace("  holdouts.payment_date: October 15, 2001\n", ""), "utf-8")
    found = Life(folder)
    assert len(found.problems("2001-09-28")) == 1
    assert "agents.trustee" in found.problems("2001-09-28")[0]
    assert "the date of that payment has not been set" in found.says("press-releases/settlement-2001-09-28")
    assert "has not been set" in found.says("notices/non-tendering-2001-09-28")
    assert "Not set Not set" in found.says("closing/funds-flow-2001-09-28")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Another deal to its end: a register without a log, a holder with tax withheld, no payment to holdouts."""
    folder = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("life") / "tiny"))
    later = "5:00 p.m., Chicago time, on July 23, 2012"
    event(folder, "b", "extension", "July 20, 2012", tendered="$4,000,000", changes={"offer.expiration": later})
    event(folder, "c", "expiration", "July 24, 2012")
    trustee = {"agents.trustee": "Nonesuch Trust (fictional)"}
    event(folder, "d", "settlement", "July 24, 2012", changes={"offer.consummation_date": "July 24, 2012", **trustee})
    event(folder, "e", "installment", "July 24, 2012")
    return Life(folder)


def test_another_deal_lives_to_its_end_too(small):
    assert list(small.deals) == [
        "2012-06-11",
        "2012-07-20",
        "2012-07-24",
        "2012-07-24-settlement",
        "2012-07-24-installment",
    ]
    for words in small.words.values():
        assert words.problems == ()
        for document in words.documents:
            assert coverage(document).problems == (), document.name


def test_without_a_log_an_extension_says_what_its_file_says(small):
    """The register says $4,250,000, of no day; of $6,250,000 the $4,000,000 announced are 64%, less than two thirds."""
    said = small.says("press-releases/extension-2012-07-20")
    assert "By July 20, 2012, $4,000,000 principal amount" in said
    assert "about 64.00% of the $6,250,000 outstanding" in said
    assert "is not met yet" in said


def test_tax_is_withheld_from_an_installment_too(small):
    """Three quarters of $45 for each $5,000: $28,687.50 on $4,250,000, and 24% of the $5,062.50 of F-8 in tax."""
    said = small.says("closing/installment-funds-flow-2012-07-24-installment")
    book = small.deals["2012-07-24-installment"].book
    assert book.value("due_total") * book.value("denomination") == 4_250_000 * 45 * 3 / 4
    assert book.value("due_withheld") * book.value("denomination") * 4 == 750_000 * 45 * 3 * 24 / 100
    assert book.value("due_net") + book.value("due_withheld") == book.value("due_total")
    assert "Received less paid —" in said
    kept = small.says("notices/non-tendering-2012-07-24-settlement")
    assert "The exchange offer provides for no other payment to you." in kept
