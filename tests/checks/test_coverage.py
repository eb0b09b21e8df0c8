"""Every number of the visible text has a proof; a number without one is found, in digits or words."""

import dataclasses

import pytest

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal
from lexdocs.documents.header import Literal
from lexdocs.errors import Where
from lexdocs.resources import bundled_deals
from lexdocs.writing.words import write_words


@pytest.fixture(scope="module")
def documents():
    words = write_words(open_deal(bundled_deals()["lexington_2001"]))
    assert words.problems == ()
    return words.documents


def test_the_example_is_covered_whole(documents):
    covered = [coverage(document) for document in documents]
    assert [problem for each in covered for problem in each.problems] == []
    assert sum(each.ticked for each in covered) > 900
    # Declared are a tax form's name, and in a current report those of its form, its act and its exhibit; nothing else.
    forms = {document.template: {literal.text for literal in document.header.literals} for document in documents}
    assert forms.pop("current-reports/current-report.md") == {"Form 8-K", "Act of 1934", "Exhibit 99.1"}
    assert {text for texts in forms.values() for text in texts} == {"Form 1099"}
    pairs = zip(documents, covered, strict=True)
    assert sum(each.declared for document, each in pairs if document.layout != "report") == 12


@pytest.mark.parametrize(
    "typed", ["27", "$5", "9%", "two holders", "a third of it", "one-half", "March 3, 2012", "twenty-one", "½", "21st"]
)
def test_a_number_without_a_proof_is_found(documents, typed):
    document = dataclasses.replace(documents[0], body=documents[0].body + f"<p>Also {typed} here</p>")
    (problem,) = coverage(document).problems
    assert "has no proof" in problem.what


def test_a_number_grown_onto_a_figure_is_found(documents):
    document = next(each for each in documents if ">$27,412,000</data>" in each.body)
    grown = document.body.replace(">$27,412,000</data>", ">$27,412,000</data>.50", 1)
    assert len(coverage(dataclasses.replace(document, body=grown)).problems) == 1


def test_a_declared_citation_is_set_aside_and_counted(documents):
    literal = Literal("Rule 99z-1", 1, "citation", Where("x.md", 2))
    header = dataclasses.replace(documents[0].header, literals=(literal,))
    document = dataclasses.replace(documents[0], header=header, body=documents[0].body + "<p>Under Rule 99z-1.</p>")
    assert coverage(document).problems == ()
    assert coverage(document).declared == 1
