"""What decides the words in the later life of an exchange: extensions, results, conditions, statements."""

import re
import shutil
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.law import closing
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import assume
from lexdocs.writing.words import write_words
from tests.offers.exchange_words import (
    DEALS,
    REPORT,
    SETTLED,
    said,
    settled,
)


def extended(tmp_path, changes):
    folder = Path(shutil.copytree(DEALS / "tiny", tmp_path / "tiny"))
    lines = "".join(f"  {path}: {value}\n" for path, value in changes.items())
    event = "kind: extension\nat: 8:30 a.m., Chicago time, on July 20, 2012\nsource: an invention for tests\n"
    (folder / "events" / "extension.yaml").write_text(f"{event}tendered: $4,250,000\nchanges:\n{lines}", "utf-8")
    (assumed,) = (folder / "assumptions").iterdir()
    assumed.write_text(re.sub(r"  offer.consummation_date: .*\n", "", assumed.read_text("utf-8")), "utf-8")
    written = write_words(
        open_deal(folder, event="2012-07-20"), ["press-releases/extension", "notices/extension", REPORT]
    )
    assert written.problems == ()
    return [said(each) for each in written.documents]


def test_an_extension_names_every_date_that_it_moves(tmp_path):
    expires = {"offer.expiration": "5:00 p.m., Chicago time, on August 3, 2012"}
    for words_of in extended(tmp_path / "one", expires):
        assert "consummate" not in words_of
        assert "The terms changed are these" not in words_of
    for words_of in extended(tmp_path / "two", {**expires, "offer.consummation_date": "August 7, 2012"}):
        assert re.search("now expect(s to|ed to be) consummate.* on August 7, 2012", words_of)
        assert "The terms changed are these" not in words_of
    for words_of in extended(tmp_path / "three", {**expires, "participation_fee.amount": "$50"})[:2]:
        assert "The terms changed are these" in words_of
        assert "$50" in words_of


def test_who_kept_a_part_of_the_notes_is_denied_nothing_for_the_rest():
    assert "you receive for it neither" in settled(("notices/non-tendering",))["notices/non-tendering"]


def test_the_other_conditions_are_not_forgotten_when_the_minimum_is_met():
    only = ("press-releases/results", "notices/acceptance", "closing/acceptance-notice")
    for name, words_of in settled(only, event="2001-09-27").items():
        assert re.search("other conditions.*(are|then) met or waived", words_of), name
    order = settled(("closing/authentication-order",))["closing/authentication-order"]
    assert "have each been met or waived" in order
    assert "has been consummated" not in order


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        ("met", "The other conditions of the offer have been met."),
        ("waived", "The other conditions of the offer have been waived."),
        ("met or waived", "Each of the other conditions of the offer has been met or waived."),
    ],
)
def test_what_became_of_the_other_conditions_is_told_as_the_event_says_it(tmp_path, conditions, told):
    folder = Path(shutil.copytree(DEALS / "lexington_later", tmp_path / "deal"))
    with (folder / "events" / "2001-09-27-expiration.yaml").open("a", encoding="utf-8") as file:
        file.write(f"conditions: {conditions}\n")
    only = ["press-releases/results", "notices/acceptance", "closing/acceptance-notice", "press-releases/settlement"]
    assert [each.rule for each in closing.check(open_deal(folder, event="2001-09-27").book)] == []
    untold = closing.check(open_deal(DEALS / "lexington_later", event="2001-09-27").book)
    assert [each.rule for each in untold] == ["conditions"]
    for event, number in (("2001-09-27", 3), (SETTLED, 1)):
        written = write_words(open_deal(folder, event=event), only)
        assert written.problems == ()
        found = [said(each) for each in written.documents]
        assert [told in each for each in found] == [True] * number
        assert not any("are met or waived" in each for each in found)


def statements(deal, event):
    return len(write_words(open_deal(deal, event=event), ["statements"]).documents)


def test_no_statement_is_made_of_positions_that_nobody_knows():
    """With a tender log nothing is known before the settlement; the specimen's register shows what is tendered."""
    assert statements(DEALS / "lexington_later", "2001-08-06") == 0
    assert statements(DEALS / "lexington_later", SETTLED) > 1
    assert statements(bundled_deals()["lexington_2001"], "2001-08-06") > 1


def test_what_is_paid_is_told_to_those_whose_notes_were_accepted():
    """Those who tendered hold none of the old notes any more; those who still hold them are paid nothing."""
    for event, name in ((SETTLED, "payment"), ("2001-12-17", "installment")):
        told = settled((f"notices/{name}",), event=event)[f"notices/{name}"]
        assert "To: the registered holders whose 12" in told
        assert "were accepted in the exchange offer" in told
    assert "To: the registered holders of the 12" in settled(("notices/non-tendering",))["notices/non-tendering"]


def test_after_an_amendment_the_circular_prevails_as_supplemented(tmp_path):
    """The worked example's later life is amended before it is extended; the tiny deal is only extended."""
    assert "as supplemented, states them" in settled(("notices/extension",), event="2001-09-05")["notices/extension"]
    expires = {"offer.expiration": "5:00 p.m., Chicago time, on August 3, 2012"}
    assert "The offering circular states them" in extended(tmp_path, expires)[1]


LATE = "2001-09-27 09:15,BO-1011,tender,"


def statement_after(folder, row, holder="BO-1011"):
    """The statement of a holder of a copy of the later life, with another last row of its log."""
    shutil.copytree(DEALS / "lexington_later", folder)
    log = folder / "tenders.csv"
    listed = [line for line in log.read_text("utf-8").splitlines() if not line.startswith(LATE)]
    log.write_text("\n".join([*listed, row]) + "\n", "utf-8")
    minimum = assume("offer.minimum_tender=98%")  # which each of the rows leaves reached
    written = write_words(open_deal(folder, [minimum], event=SETTLED), ["statements/settlement"])
    (found,) = (said(each) for each in written.documents if each.name.endswith(f"/{holder}"))
    return found


@pytest.mark.parametrize(
    ("row", "status", "besides"),
    [
        (f'{LATE}"$175,000",V-1,received after the expiration,,,', "Received late, not accepted", "Received too late"),
        ('2001-09-20 09:15,BO-1011,tender,"$175,000",V-015,not signed,,,', "Not valid, not accepted", "With a defect"),
        ('2001-09-26 23:30,BO-1012,withdrawal,"$100,000",V-016,,,,', "Withdrawn", ""),
        ('2001-09-26 23:31,BO-1012,tender,"$1,000",V-016,,,,', "Not tendered", ""),
    ],
)  # fmt: skip
def test_a_tender_that_does_not_count_is_not_said_to_be_none(tmp_path, row, status, besides):
    holder = "BO-1012" if status == "Withdrawn" else "BO-1011"
    told = statement_after(tmp_path / "deal", row, holder)
    assert re.search(rf"Status ?{status}", told)
    assert ("Tendered besides" in told) is bool(besides)
    assert not besides or re.search(rf"{besides} ?\$175,000\.00", told)


@pytest.mark.parametrize("told", ["waived", "met", ""])
def test_what_the_settlement_tells_of_conditions_stands_in_its_papers(told, tmp_path):
    folder = Path(shutil.copytree(DEALS / "lexington_later", tmp_path / "later"))
    (written,) = folder.glob("events/*-settlement.yaml")
    line = f"conditions: {told}\n" if told else ""
    written.write_text(written.read_text("utf-8").replace("changes:\n", f"{line}changes:\n"), "utf-8")
    papers = ["press-releases/settlement", "notices/payment", REPORT]
    for document in write_words(open_deal(folder, event=SETTLED), papers).documents:
        assert (f"The other conditions of the offer have been {told}." in said(document)) == bool(told), document.name


def test_a_minimum_that_is_waived_with_the_settlement_is_told_by_its_notice(tmp_path):
    folder = Path(shutil.copytree(DEALS / "lexington_later", tmp_path / "later"))
    (written,) = folder.glob("events/*-settlement.yaml")
    written.write_text(written.read_text("utf-8").replace("changes:\n", "minimum: waived\nchanges:\n"), "utf-8")
    deal = open_deal(folder, [assume("offer.minimum_tender=99.99%")], event=SETTLED)
    (notice,) = write_words(deal, ["notices/payment"]).documents
    assert re.search(
        r"The condition that at least 99.99% of the .* be tendered is not met, and is waived\.", said(notice)
    )
