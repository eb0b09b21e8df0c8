"""Names of day counts: every spelling of one leads to it, and a name of several is refused."""

import pytest

from lexdocs.conventions.day_count import DAY_COUNTS
from lexdocs.notation.day_counts import NAMES, parse_day_count
from lexdocs.notation.error import NotationError
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Kind

SPELLED = [
    ("30/360 BOND", "30/360"),
    ("30/360 ISDA", "30/360"),
    ("30/360 Bond Basis", "30/360"),
    ("30/360 (Bond Basis)", "30/360"),
    ("30/360 US-EOM", "30/360 US-EOM"),
    ("30/360 us eom", "30/360 US-EOM"),
    ("30/360 PSA", "30/360 PSA"),
    ("30e/360", "30E/360"),
    ("30E/360 (ISDA)", "30E/360 ISDA"),
    ("ACT/360", "Act/360"),
    ("Actual/360", "Act/360"),
    ("ACT/365F", "Act/365F"),
    ("Actual/365 (Fixed)", "Act/365F"),
    ("ACT/365.25", "Act/365.25"),
    ("ACT/ACT ICMA", "Act/Act ICMA"),
    ("Actual/Actual (ISMA)", "Act/Act ICMA"),
    ("actual/actual isda", "Act/Act ISDA"),
]


def test_each_name_is_calculated():
    assert list(NAMES) == list(DAY_COUNTS)


@pytest.mark.parametrize(("said", "name"), SPELLED)
def test_a_spelling_leads_to_its_name_and_is_found(said, name):
    assert parse_day_count(said) == name
    (found,) = find(f"counted on {said}, as agreed")
    assert (found.text, found.kind, found.value) == (said, Kind.DAY_COUNT, name)


@pytest.mark.parametrize("name", [*NAMES, *(other for others in NAMES.values() for other in others)])
def test_every_listed_spelling_parses_in_any_case(name):
    assert parse_day_count(name.lower()) == parse_day_count(name.upper()) == parse_day_count(name)


@pytest.mark.parametrize("name", ["30/360 US", "Act/365"])
def test_a_name_of_several_is_found_and_is_none_of_them(name):
    (found,) = find(f"on the basis of {name}.")
    assert found.value == name
    assert found.value not in NAMES
    with pytest.raises(NotationError, match="a name of several"):
        parse_day_count(name)


@pytest.mark.parametrize("name", ["Act/365L", "Actual/365 (Leap)", "NL/365", "Act/364", "Bus/252", "30E+/360"])
def test_a_day_count_that_is_not_calculated_here_is_refused_as_such(name):
    with pytest.raises(NotationError) as caught:
        parse_day_count(name)
    assert caught.value.what == f'"{name}" is a day count that is not calculated here'
    assert caught.value.example.startswith("write 30/360, 30/360 US-EOM, 30/360 PSA, ")


def test_the_sia_had_two_rules_for_the_end_of_february():
    with pytest.raises(NotationError) as caught:
        parse_day_count("30/360 SIA")
    assert caught.value.what == '"30/360 SIA" is a name of several day counts'
    assert caught.value.example == "write 30/360 US-EOM or 30/360"
