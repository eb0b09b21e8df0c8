"""What documents say of tenders under guarantees of delivery: as long as notes are to come, and once they came or not.

The deal is a copy of a test deal: its offer expires as July 27 ends, and guaranteed notes may come to August 1, 2012.
"""

import re

import pytest

from lexdocs.deal import findings, open_deal
from lexdocs.documents.visible import blocks
from lexdocs.writing.words import write_words
from tests.ancillary_deals import variant
from tests.documents.series_variants import moved, said
from tests.test_life import Life

ROW = '2012-07-27 23:30,W-8,tender,"1,234,000",,notes,112'
SENTENCE = (
    "Of what was validly tendered, $1,234,000 of principal was tendered by notices of guaranteed delivery and has not"
    " been delivered yet. It must be delivered on or before August 1, 2012, and is accepted only if it is."
)
SAYING = (
    "press-releases/series-results-2012-07-30", "closing/series-acceptance-notice-2012-07-30",
    "notices/series-acceptance-2012-07-30", "current-reports/current-report-2012-07-30",
)  # fmt: skip


def made(folder, delivered, settled=None):
    deal = variant("windrow", folder, form="", address=False, private=False)
    log = deal / "tenders.csv"
    text = log.read_text("utf-8")
    assert ROW in text
    head, *rows = text.splitlines()
    said = [f"{row},yes,{delivered}" if row == ROW else f"{row},," for row in rows]
    log.write_text("\n".join([f"{head},guaranteed,delivered", *said]) + "\n", "utf-8")
    if settled:
        for name in ("term-sheet.yaml", "events/2012-08-01-settlement.yaml"):
            file = deal / name
            file.write_text(file.read_text("utf-8").replace("August 1, 2012", settled), "utf-8")
    return deal


def life(folder, delivered, settled=None):
    return Life(made(folder, delivered, settled))


def total(lived, event, name="total_guaranteed"):
    return lived.deals[event].book.figure(name).value


def test_what_is_to_come_is_told_at_the_expiration(tmp_path):
    lived = life(tmp_path, "2012-08-01 09:00")
    for name in SAYING:
        assert SENTENCE in lived.says(name)
    assert total(lived, "2012-07-30") == 1_234_000
    assert total(lived, "2012-08-01") == 0


def test_a_missed_minimum_accepts_none_of_what_is_to_come(tmp_path):
    deal = made(tmp_path, "")
    sheet = deal / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("  minimum_tender: 50%\n", "  minimum_tender: 90%\n"), "utf-8")
    for name, text in said(deal, "2012-07-30", "press-releases/series-results", "notices/series-acceptance").items():
        assert SENTENCE.replace(", and is accepted only if it is", "") in text, name


@pytest.mark.parametrize(
    ("name", "row", "event", "papers"),
    [
        ("ferry", "T-11", "2016-07-05", ("notices/tender-acceptance", "current-reports/tender-current-report")),
        ("lexington_later", "V-014", "2001-09-27", ("notices/acceptance", "current-reports/current-report")),
    ],
)
def test_the_papers_of_the_other_kinds_of_offer_tell_it_too(tmp_path, name, row, event, papers):
    deal = moved(name, tmp_path, ("\noffer:\n", "\noffer:\n  guaranteed_delivery: 3\n"))
    log = deal / "tenders.csv"
    head, *rows = log.read_text("utf-8").splitlines()
    said_of = [f"{each},{'yes' if f',{row}' in each else ''}," for each in rows]
    assert sum(each.endswith("yes,") for each in said_of) == 1
    log.write_text("\n".join([f"{head},guaranteed,delivered", *said_of]) + "\n", "utf-8")
    for paper, text in said(deal, event, *papers).items():
        assert "was tendered by notices of guaranteed delivery and has not been delivered yet" in text, paper


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "un principal de US$1,234,000 se entregó mediante avisos de entrega garantizada"),
        ("fr", "un principal de 1 234 000 $US l’a été par avis de livraison garantie"),
        ("de", "ein Nennbetrag von US-$ 1.234.000 durch Mitteilungen über garantierte Lieferung angedient"),
    ],
)
def test_holders_read_it_in_their_language(tmp_path, language, words):
    deal = made(tmp_path, "")
    sheet = deal / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("\nkind: ", f"\nlanguages: [en, {language}]\nkind: ", 1), "utf-8")
    notices = write_words(open_deal(deal, event="2012-07-30"), ["notices/series-acceptance"]).documents
    (notice,) = (each for each in notices if each.name.endswith(f".{language}"))
    assert words in re.sub(r"\s+", " ", " ".join(block.text for block in blocks(notice.body)))


def test_nothing_is_told_once_it_is_delivered(tmp_path):
    lived = life(tmp_path, "2012-07-28 10:00")
    for name in SAYING:
        assert "guaranteed delivery" not in lived.says(name)
    assert total(lived, "2012-07-30") == 0


def test_a_settlement_before_the_notes_came_is_a_finding(tmp_path):
    def told(lived):
        return [str(each.says) for each in findings(lived.deals["2012-08-01"]) if each.rule == "guaranteed delivery"]

    (says,) = told(life(tmp_path / "a", ""))
    assert says == (
        "$1,234,000 of principal was tendered under guarantees and has not come in, and is settled"
        " with the rest: write in the log when it was delivered, or settle after August 1, 2012"
    )
    assert told(life(tmp_path / "b", "2012-08-01 09:00")) == []


def test_what_never_came_is_not_settled(tmp_path):
    lived = life(tmp_path, "", settled="August 3, 2012")
    assert total(lived, "2012-07-30", "total_valid") - total(lived, "2012-08-03", "total_valid") == 1_234_000
    assert total(lived, "2012-08-03") == 0
    statement = lived.says("statements/series-settlement-2012-08-03/W-8.junior")
    assert "Not valid, not accepted" in statement
