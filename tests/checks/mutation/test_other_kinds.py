"""The rules of offers other than the worked example's: none gives other values than when they were last looked at."""

import json

import pytest

from lexdocs.offers import tender_cut
from tests.checks.mutation.rules import NAMES, SAVED, rules

pytestmark = pytest.mark.soak


@pytest.mark.parametrize("name", NAMES)
def test_rules_give_what_they_gave(name):
    saved = json.loads(SAVED.read_text("utf-8"))[name]
    now = rules(name)
    changed = {each for each in {*saved, *now} if saved.get(each) != now.get(each)}
    assert not changed, "look at each; where it is meant, run python -m tests.checks.mutation.rules"


def test_another_least_amount_is_seen(monkeypatch):
    saved = json.loads(SAVED.read_text("utf-8"))["ferry"]
    monkeypatch.setattr(tender_cut, "_NOTHING", -1)
    assert rules("ferry") != saved
