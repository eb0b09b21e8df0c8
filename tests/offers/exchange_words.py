"""The words of an exchange's documents, with terms of a test deal moved: what the tests of its words share."""

import re
from functools import cache
from pathlib import Path

from lxml import html

from lexdocs.deal import open_deal
from lexdocs.terms.changes import assume
from lexdocs.writing.words import write_words

DEALS = Path(__file__).parents[1] / "deals"
CIRCULAR, RELEASE, NOTICE = "offering-circular/offering-circular", "press-releases/commencement", "notices/commencement"
BROKERS, CLIENTS, REPORT = (
    "ancillary/letter-to-brokers",
    "ancillary/letter-to-clients",
    "current-reports/current-report",
)
BEGUN = (CIRCULAR, RELEASE, NOTICE, BROKERS, CLIENTS, REPORT)
SETTLED = "2001-09-28"


def plain(text):
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def said(document):
    return plain(html.fragment_fromstring(document.body, create_parent="div").text_content())


@cache
def words(name, only, *changes, event=None):
    """The words of a test deal's documents by template, with terms moved."""
    deal = open_deal(DEALS / name, [assume(each) for each in changes], event=event)
    written = write_words(deal, only)
    assert written.problems == ()
    return {re.sub(r"-\d{4}-.*", "", each.name): said(each) for each in written.documents if "." not in each.name}


def begun(*changes, only=BEGUN):
    return words("tiny", only, *changes)


def settled(only, *changes, event=SETTLED):
    return words("lexington_later", only, *changes, event=event)
