"""What the rules of the other kinds of offer give when their inputs are varied, saved beside the tests.

The worked example is one kind; the rules of the others are held by small deals of theirs, whose records are here.

    python -m tests.checks.mutation.rules
"""

import json
from pathlib import Path

from lexdocs.checks.mutation.inputs import words_of_terms
from lexdocs.checks.mutation.liveness import Liveness
from lexdocs.checks.mutation.saved import rules_of
from lexdocs.deal import open_deal

DEALS = Path(__file__).parents[2] / "deals"
NAMES = ("ferry", "kittiwake", "windrow")
SAVED = Path(__file__).with_name("rules.json")


def rules(name):
    """Each figure of a deal with the inputs of its rule, its rounding, and a digest of what it gives."""
    deal = open_deal(DEALS / name)
    return rules_of(deal.graph, Liveness(deal.graph, deal.book, words_of_terms(deal)))


if __name__ == "__main__":
    SAVED.write_text(json.dumps({name: rules(name) for name in NAMES}, indent=1, ensure_ascii=False) + "\n", "utf-8")
