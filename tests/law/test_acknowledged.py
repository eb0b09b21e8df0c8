"""A finding that counsel has taken note of still shows, with a name and a reason, and fails no run."""

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.deal import unfounded


def noted(finding, by="A. Counsel", because="the terms say so"):
    return f'acknowledged:\n  - finding: "{finding}"\n    by: {by}\n    because: {because}\n'


def late(example):
    return example.edit("  minimum_tender: 99%", "  minimum_tender: 99%\n  circular_sent: August 8, 2001")


def run(example, *verb):
    return CliRunner().invoke(app, [*verb, str(example.folder)])


def test_a_finding_that_is_not_met_fails_until_it_is_acknowledged(example):
    assert run(late(example), "validate").exit_code == 1
    ran = run(example.add(noted("14e-1(a):sending")), "validate")
    assert ran.exit_code == 0
    line = "14e-1(a):sending: not met, acknowledged by A. Counsel (the terms say so): open 19 business days"
    assert line in ran.stdout


@pytest.mark.parametrize("key", ["Rule 14e-1(a): sending", "14E-1(A):SENDING", "  14e-1(a):sending "])
def test_a_key_is_known_as_people_type_it(example, key):
    assert late(example).add(noted(key)).found()["14e-1(a):sending"].acknowledged.by == "A. Counsel"


def test_one_that_is_met_is_not_shown_as_acknowledged(example):
    found = example.add(noted("14e-1(a):announcement")).found()["14e-1(a):announcement"]
    assert found.acknowledged is None
    assert not unfounded(example.deal())


@pytest.mark.soak
def test_an_acknowledgment_of_nothing_is_a_warning_with_the_nearest_key(example):
    example.add(noted("14e-1(c):installment 2001-12-30"))
    (problem,) = unfounded(example.deal())
    assert problem.severity == "warning"
    assert str(problem) == (
        'term-sheet.yaml: acknowledged[0].finding: there is no finding "14e-1(c):installment 2001-12-30", '
        'and nothing is acknowledged by it; did you mean "14e-1(c):installment 2001-12-31"?'
    )
    ran = run(example, "validate")
    assert "there is no finding" in ran.stderr
    assert ran.exit_code == 0


@pytest.mark.soak
def test_a_finding_acknowledged_twice_is_a_warning_and_the_first_counts(example):
    first = noted("14e-1(a):sending")
    second = first.removeprefix("acknowledged:\n").replace("14e-1", "Rule 14E-1").replace("A. Counsel", "B. Counsel")
    example = late(example).add(first + second)
    assert example.found()["14e-1(a):sending"].acknowledged.by == "A. Counsel"
    (problem,) = unfounded(example.deal())
    assert str(problem) == (
        'term-sheet.yaml: acknowledged[1].finding: "Rule 14E-1(a):sending" is acknowledged already by acknowledged[0],'
        " which counts; delete one of them"
    )
    ran = run(example, "validate")
    assert (ran.exit_code, "acknowledged already" in ran.stderr) == (0, True)


def test_a_finding_for_counsel_can_be_acknowledged_too(example):
    found = example.add(noted("14e-1(c):installment 2001-12-31")).found()
    assert "counsel must decide, acknowledged by A. Counsel" in str(found["14e-1(c):installment 2001-12-31"])
