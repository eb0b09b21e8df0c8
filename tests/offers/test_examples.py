"""Every rule says in a sentence what its figure is, and shows it on numbers that can be checked in the head."""

import doctest
import inspect
import re

import pytest

from lexdocs.figures.rule import rules_of
from lexdocs.offers.kinds import RULES

# A rule that two kinds share is asked once.
SAYS = {rule.function: rule.says for modules in RULES.values() for rule in rules_of(modules)}


def test_every_kind_of_offer_has_rules():
    assert RULES
    assert all(list(rules_of(modules)) for modules in RULES.values())


@pytest.mark.parametrize("function", SAYS, ids=lambda function: function.__name__)
def test_a_rule_has_a_worked_example(function):
    """The last line of the example calls the rule itself and shows what it gives; pytest runs it as a doctest."""
    examples = doctest.DocTestParser().get_examples(inspect.getdoc(function) or "")
    assert examples, f"{function.__name__} has no doctest"
    assert f"{function.__name__}(" in examples[-1].source
    assert examples[-1].want.strip()


@pytest.mark.parametrize("function", SAYS, ids=lambda function: function.__name__)
def test_a_rule_says_in_one_sentence_what_its_figure_is(function):
    says = SAYS[function]
    assert re.fullmatch(r"[A-Z][^>]*[^.!?\s]\.", says), says
    assert not re.search(r"[.!?]\s", says), f"{function.__name__} takes more than one sentence: {says}"
