"""Copies of the deals with several series whose terms are moved, and the words that their documents then have."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from lexdocs.deal import Deal, open_deal
from lexdocs.documents.document import Document
from lexdocs.documents.visible import blocks
from lexdocs.writing.words import write_words

DEALS = Path(__file__).parents[1] / "deals"
COMMENCED = {"windrow": "2012-06-25", "ferry": "2016-06-06"}
FORM = "form_of_notes: {}\n\noffer:\n"
ADDRESS = "  address: |-\n    Reorganization Desk\n    400 Nowhere Street\n    Ely, MN 55731\n"

ONE_SERIES = """\
kind: series_exchange
legend: "Fiction: a test deal; nobody in it exists."
company: {name: Quern Mills Company, short_name: Quern, ticker: QRN, market: Nasdaq, city: Ely, business: grinds grain}
contact: {name: Olive Tarn, title: Treasurer, telephone: (218) 555-0162}
old_term: Old Notes
new_term: New Notes
series:
  - {label: old, name: Notes, rate: 9%, outstanding: "$40,000,000", denomination: "$1,000", maturity: "March 15, 2015",
     interest_paid_to: "March 15, 2012", day_count: 30/360}
new_notes:
  - {label: new, name: Secured Notes, rate: 10%, maturity: "August 1, 2019", increment: "$1,000",
     rounding: down, rest: cash}
options:
  - {label: exchange, name: Exchange Option, default: yes}
considerations:
  - {series: old, option: exchange, notes: new, total: {new_notes: "$1,000"}, accrued_interest: cash}
offer:
  expiration: 12 midnight, New York City time, on July 27, 2012
  consummation_date: August 1, 2012
  holder_level: beneficial
agents:
  exchange_agent: Bullrush Fiduciary Company
  roles: exchange agent
  clearing: Prairie Securities Depository
  program: book-entry tender service
  program_short: BETS
holders:
  level: beneficial
"""


def moved(name: str, into: Path, *edits: tuple[str, str]) -> Path:
    """A copy of a deal, in whose term sheet each text, which stands there once, has another in its place."""
    folder = Path(shutil.copytree(DEALS / name, into / name))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    sheet.write_text(text, "utf-8")
    return folder


def with_form(form: str) -> tuple[tuple[str, str], ...]:
    """The edits that say in which form the notes sought are held, and where papers are sent."""
    return ("offer:\n", FORM.format(form)), ("  clearing: ", ADDRESS + "  clearing: ")


def one_series(into: Path, *edits: tuple[str, str]) -> Path:
    """An exchange of one series with one option, whose events are those of the deal with several."""
    folder = into / "quern"
    folder.mkdir()
    text = ONE_SERIES
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "term-sheet.yaml").write_text(text, "utf-8")
    shutil.copytree(DEALS / "windrow" / "events", folder / "events")
    if "early_deadline:" not in text:
        (folder / "events" / "2012-07-16-early-results.yaml").unlink()
    register = 'id,series,name,address_1,held\nQ-1,old,Nobody,Nowhere,"$40,000,000"\n'
    (folder / "register.csv").write_text(register, "utf-8")
    log = 'time,holder,series,option,action,principal\n2012-07-10 10:00,Q-1,old,exchange,tender,"$30,000,000"\n'
    (folder / "tenders.csv").write_text(log, "utf-8")
    return folder


def said(folder: Path, event: str, *templates: str) -> dict[str, str]:
    """The words of each template's document at an event, in one line with plain spaces, by the template."""
    return {name: words_of(document) for name, document in written(open_deal(folder, event=event), templates).items()}


def written(deal: Deal, templates: Sequence[str]) -> dict[str, Document]:
    """The documents of a deal by their templates; there is one of each."""
    words = write_words(deal, templates)
    assert [str(each) for each in words.problems] == []
    called = {name: re.sub("(?<=/)(?:series|tender)-(?=letter|notice|current)", "", name) for name in templates}
    found = {name: [each for each in words.documents if each.name.startswith(f"{called[name]}-")] for name in templates}
    assert {name: len(each) for name, each in found.items()} == dict.fromkeys(templates, 1)
    return {name: each for name, (each,) in found.items()}


def words_of(document: Document) -> str:
    """The visible words of a document in one line with plain spaces."""
    return " ".join(" ".join(block.text for block in blocks(document.body)).split())
