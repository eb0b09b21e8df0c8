"""Documents that a flag calls for: written, not called for, or not decided yet."""

from dataclasses import replace

import pytest

from lexdocs.documents.document import compose
from lexdocs.documents.header import read_header
from lexdocs.documents.occasions import is_named, occasions, withheld
from lexdocs.errors import RenderError, Severity
from lexdocs.figures.figure import Pending

HEADER = (
    "---\ntitle: Letter\naudience: public\nevents: [commencement]\noffers: [exchange]\nlayout: letter\n"
    "name: the-letter\n"
    "when:\n  - {flag: has_support, otherwise: nobody supports the offer}\n---\n"
)


@pytest.fixture
def library(library_of):
    return library_of("Words.\n", header=HEADER)


@pytest.fixture
def header(library):
    return read_header(library.templates["a.md"])


def test_a_flag_that_holds_calls_for_the_document_which_rests_on_it(library, header, book):
    assert withheld(book, header) == ()
    assert list(occasions(book, header, "2012-06-11")) == [({}, "the-letter-2012-06-11")]
    document = compose(library, "a.md", book, {}, "a")
    assert [figure.address for figure in document.asked] == ["has_support"]


def test_a_flag_that_does_not_hold_is_told_with_its_reason_and_its_term(header, book_of):
    book = book_of(has_support=False)
    (told,) = withheld(book, header)
    assert str(told) == "a.md:9: is not called for: nobody supports the offer; has_support stands at term-sheet.yaml"
    assert told.severity is Severity.NOTE
    assert list(occasions(book, header, "2012-06-11")) == []


def test_a_pending_flag_is_told_with_what_it_waits_for(library, header, book):
    unsaid = replace(book, values={name: value for name, value in book.values.items() if name != "has_support"})
    assert isinstance(unsaid.lookup("has_support", {}), Pending)
    (told,) = withheld(unsaid, header)
    what = "has_support is pending: whether this is called for is not known; fix or assume offer.consummation_date"
    assert str(told) == f"a.md:9: {what}"
    assert told.severity is Severity.WARNING
    assert list(occasions(unsaid, header, "2012-06-11")) == []
    with pytest.raises(RenderError, match="has_support is pending"):
        compose(library, "a.md", unsaid, {}, "a")


def test_every_need_must_be_met(library_of, book):
    more = HEADER.replace("the offer}\n", "the offer}\n  - {flag: paid_in_full, otherwise: they are not paid}\n")
    header = read_header(library_of("Words.\n", header=more).templates["a.md"])
    assert [each.what for each in withheld(book, header)] == ["is not called for: they are not paid"]


def test_a_document_is_named_by_its_file_and_by_its_header(library):
    assert [is_named(library, "a.md", name) for name in ("a", "a.md", "the-letter", "letter")] == [
        True, True, True, False,
    ]  # fmt: skip
