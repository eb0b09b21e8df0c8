"""Statements of a cash tender say what became of tenders of which nothing is bought: late, faulty, withdrawn, open."""

import pytest

from lexdocs.deal import open_deal
from lexdocs.resources import templates_folder
from lexdocs.writing.words import write_words
from tests.documents.series_variants import moved, words_of

STATEMENT = "statements/tender-settlement"
LATE = '2016-07-02 09:00,M-05,notes-b,tender,"$50,000",T-90,received after the expiration'
DEFECTIVE = LATE.replace("2016-07-02 09:00", "2016-06-20 09:00").replace("received after the expiration", "not signed")
WITHDRAWN = '2016-06-15 09:30,M-02,notes-a,withdrawal,"$60,000",T-91,'
TERMS = {
    "en": ("Received late, not accepted", "Not valid, not accepted", "Withdrawn"),
    "es": ("Recibido tarde, no aceptado", "No válido, no aceptado", "Retirado"),
    "fr": ("Reçu tard, non accepté", "Non valable, non accepté", "Retiré"),
    "de": ("Verspätet eingegangen, nicht angenommen", "Nicht wirksam, nicht angenommen", "Widerrufen"),
}


def ferry(folder, *rows):
    """A copy of the deal, with rows added to its log, which has a column for defects then."""
    into = moved("ferry", folder)
    log = into / "tenders.csv"
    heading, *listed = log.read_text("utf-8").splitlines()
    log.write_text("\n".join([heading + ",defect", *(f"{row}," for row in listed), *rows]) + "\n", "utf-8")
    return into


def statement(folder, holding, event="2016-07-06"):
    words = write_words(open_deal(folder, event=event), [STATEMENT])
    assert words.problems == ()
    (found,) = (words_of(each) for each in words.documents if each.name.endswith(f"/{holding}"))
    return found


def test_a_tender_that_does_not_count_is_not_said_to_be_none(tmp_path):
    late = statement(ferry(tmp_path / "late", LATE), "M-05.notes-b")
    assert "Status Received late, not accepted" in late
    assert "Received too late $50,000.00 What becomes of it Not counted, not accepted" in late
    defective = statement(ferry(tmp_path / "defective", DEFECTIVE), "M-05.notes-b")
    assert "Status Not valid, not accepted" in defective
    assert "With a defect $50,000.00" in defective
    assert "Status Not tendered" in statement(moved("ferry", tmp_path), "M-05.notes-b")


def test_a_tender_that_was_withdrawn_is_called_so(tmp_path):
    assert "Status Withdrawn" in statement(ferry(tmp_path, WITHDRAWN), "M-02.notes-a")


@pytest.mark.parametrize("language", ["es", "fr", "de"])
def test_the_translations_have_words_for_each(language):
    text = (templates_folder() / f"statements/tender-settlement.{language}.md").read_text("utf-8")
    for words in TERMS[language]:
        assert words in text


def test_at_an_early_settlement_nothing_is_decided_on_late_tenders(tmp_path):
    folder = ferry(tmp_path)
    event = "kind: settlement\nat: June 22, 2016\nsource: an invention for tests\n"
    (folder / "events" / "2016-06-22-settlement.yaml").write_text(event, "utf-8")
    text = statement(folder, "M-04.notes-a", "2016-06-22")
    assert "Status Tendered late, not decided yet" in text
    assert "Position as of June 22, 2016" in text
    assert "Less: not accepted, and returned —" in text
    assert "not decided yet 30,000.00" in text
    assert "returned to the" not in text
    assert "Status Not accepted" in statement(folder, "M-04.notes-a")
