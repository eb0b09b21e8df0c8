"""The corpus is sound: its labels name figures, and its texts say of them what the labels say."""

import re

import pytest

from lexdocs.deal import findings, open_life
from lexdocs.figures.figure import Pending
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Kind
from tests.checks.tieout.corpus import FRESH, HELD, HERE, LAST, NEW, TUNE, Sort, load, paths, shown
from tests.checks.tieout.corpus_values import agrees, is_rounding_of

DOCUMENTS = [load(path) for path in paths()]
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: f"{document.name}.{document.deal}")

# What the notation does not read yet, as British documents write it.
UNREAD = {
    "30 June": "a day of the year with its day first",
    "31 December": "a day of the year with its day first",
    "25 February": "a day of the year with its day first",
    "11 March": "a day of the year with its day first",
    "5.00 p.m.": "a time with a point",
}


def figures(document, label):
    """The figures that a label names, each with its value."""
    found = [figure for figure in document.book if figure.address in label.addresses]
    assert len(found) == len(label.addresses), f"{label}: no such figure"
    pending = [figure.address for figure in found if isinstance(figure, Pending)]
    assert not pending, f"{label}: {pending} is pending"
    return found


def named(text):
    """A name as it is compared: capitals, typographic signs and line ends make no difference."""
    return " ".join(re.sub("[‘’]", "'", text).replace(",", "").casefold().split())


def is_part_of(text, name):
    """Whether a text is the name or begins it, word by word."""
    said, whole = named(text).split(), named(str(name)).split()
    return 0 < len(said) <= len(whole) and all(map(is_same_word, said, whole))


def is_same_word(said, word):
    """Whether a word is said as it is, cut short (Corp.) or of one thing instead of several."""
    return said == word or said + "s" == word or (said.endswith(".") and word.startswith(said[:-1]))


@each_document
def test_every_label_names_figures_of_the_deal(document):
    assert document.labels
    for label in document.labels:
        figures(document, label)


@each_document
def test_what_is_tied_says_the_figure(document):
    for label in document.labels:
        if label.is_name or label.sort not in (Sort.TIED, Sort.IRREGULAR) or label.text in UNREAD:
            continue
        said = find(label.text)
        assert len(said) == 1, f"{label}: reads as {[found.text for found in said]}"
        assert any(agrees(said[0], figure, document.scale) for figure in figures(document, label)), (
            f"{label}: says {said[0].value}"
        )


@each_document
def test_what_is_rounded_says_the_figure_within_its_last_place(document):
    for label in document.labels:
        if label.sort is not Sort.ROUNDED:
            continue
        (found,) = find(label.text)
        for figure in figures(document, label):
            assert not agrees(found, figure, document.scale), f"{label}: is exact"
            assert is_rounding_of(found, figure, document.scale), f"{label}: {figure.value} lies outside"


@each_document
def test_a_planted_error_says_something_else(document):
    for label in document.labels:
        if label.is_name or label.sort is not Sort.CONTRADICTED:
            continue
        said = find(label.text)
        assert said, f"{label}: no number is read here"
        for figure in figures(document, label):
            right = [
                agrees(each, figure, document.scale) or is_rounding_of(each, figure, document.scale) for each in said
            ]
            assert not all(right), str(label)


@each_document
def test_names_are_those_of_the_deal_and_misspelt_ones_are_not(document):
    for label in document.labels:
        if not label.is_name:
            continue
        right = [is_part_of(label.text, figure.value) for figure in figures(document, label)]
        assert any(right) == (label.sort is not Sort.CONTRADICTED), str(label)


@each_document
def test_every_number_is_labelled(document):
    text, labels = shown(document)
    for label in labels:
        assert " ".join(text[label.start : label.end].split()) == label.text or document.suffix == "html", label
    bare = [
        found
        for found in find(text)
        if not any(label.start < found.end and found.start < label.end for label in labels)
        # "the first of them" numbers nothing
        and not (found.kind is Kind.ORDINAL and found.text.isalpha())
    ]
    assert [(found.text, text[max(0, found.start - 40) : found.end + 20]) for found in bare] == []


@each_document
def test_no_number_reaches_over_a_label(document):
    text, labels = shown(document)
    for found in find(text):
        touched = [label for label in labels if label.start < found.end and found.start < label.end]
        for label in touched:
            within = label.start <= found.start and found.end <= label.end
            over = found.start <= label.start and label.end <= found.end
            assert within or over, f"{label}: is read as {found.text!r}"


def test_every_document_is_in_one_of_the_sets():
    names = {document.name for document in DOCUMENTS}
    assert len(names) == len(DOCUMENTS)
    assert names == TUNE | HELD | FRESH | LAST | NEW
    assert len(names) == len(TUNE) + len(HELD) + len(FRESH) + len(LAST) + len(NEW)


def test_the_halves_are_even():
    assert abs(len(TUNE) - len(HELD)) <= 1
    for what in (lambda d: d.suffix, lambda d: d.is_planted, lambda d: d.kind):
        for value in {what(d) for d in DOCUMENTS if d.name in TUNE | HELD}:
            parts = [sum(what(d) == value for d in DOCUMENTS if d.name in half) for half in (TUNE, HELD)]
            assert abs(parts[0] - parts[1]) <= 1, (value, parts)


@pytest.mark.parametrize("deal", sorted(path.name for path in (HERE / "deals").iterdir()))
def test_the_deals_of_the_corpus_are_sound(deal):
    life = open_life(HERE / "deals" / deal)
    assert [finding for finding in findings(life[-1], life) if finding.stands] == []
