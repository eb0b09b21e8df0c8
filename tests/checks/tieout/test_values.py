"""What a number says, in what steps it is told, and how it stands to the value of a figure."""

from fractions import Fraction

import pytest

from lexdocs.checks.tieout.numerals import read, scale_of, step_of
from lexdocs.checks.tieout.values import held
from lexdocs.notation.find import find
from tests.checks.tieout.texts import known_of


def stands(said, address, before="", heads=""):
    """How the first number of a text stands to a figure of the worked example."""
    (item, *_) = find(said)
    return held(item, read(item, before, heads), known_of("lexington_2001").matcher.facts.by_address[address])


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("$27,412,000", "outstanding"),
        ("74.7%", "support_percentage"),
        ("12.75%", "old_rate"),
        ("12¾%", "old_rate"),
        ("1,275 basis points", "old_rate"),
        ("12 midnight, New York City time, on September 4, 2001", "expiration"),
        ("12 midnight, Eastern time, on September 4, 2001", "expiration"),
        ("12 midnight", "expiration"),
        ("September 4, 2001", "expiration"),
        ("September 4", "expiration"),
        ("September 2001", "expiration"),
        ("2004", "new_maturity"),
        ("529529 AA 7", "old_cusip"),
        ("US529529AA78", "old_cusip"),
    ],
)
def test_a_value_is_the_same_in_every_form(said, address):
    assert stands(said, address).fit == "exact"


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("$27,412", "outstanding"),
        ("$27.5 million", "outstanding"),
        ("12.57%", "old_rate"),
        ("5:00 p.m.", "expiration"),
        ("12 midnight, London time, on September 4, 2001", "expiration"),
        ("September 5", "expiration"),
        ("September 2002", "expiration"),
        ("2,004", "new_maturity"),
        ("529529 AC 3", "old_cusip"),
    ],
)
def test_another_value_is_another(said, address):
    assert stands(said, address).fit == "other"


@pytest.mark.parametrize(
    ("said", "before", "address", "fit", "interval"),
    [
        ("$27.41 million", "", "outstanding", "rounded", "[27405000, 27415000)"),
        ("$27.4mm", "", "outstanding", "rounded", "[27350000, 27450000)"),
        ("$27 million", "", "outstanding", "rounded", "[26500000, 27500000)"),
        ("75%", "", "support_percentage", "rounded", "[0.745, 0.755)"),
        ("74%", "", "support_percentage", "cut off", "[0.735, 0.745)"),
        # Noughts at the end of a whole number are digits of it, unless words say that it is rough.
        ("150,000", "about ", "maximum_warrants", "rounded", "[145000, 155000)"),
        ("149,000", "nearly ", "maximum_warrants", "rounded", "[148500, 149500)"),
        ("150,000", "", "maximum_warrants", "other", "None"),
        ("three-quarters", "almost ", "support_percentage", "rounded", "[0.725, 0.775)"),
        ("three-quarters", "", "support_percentage", "other", "None"),
    ],
)
def test_a_rounded_value_holds_the_true_one_within_its_last_place(said, before, address, fit, interval):
    found = stands(said, address, before)
    assert (found.fit, str(found.interval)) == (fit, interval)


@pytest.mark.parametrize(
    ("said", "address", "heads", "fit"),
    [
        ("$27,412", "outstanding", "(Dollars in thousands)", "exact"),
        ("$27.4", "outstanding", "in millions", "rounded"),
        ("(27,412)", "outstanding", "in thousands", "exact"),
        ("$27,412", "outstanding", "(Dollars)", "other"),
        ("74.7", "support_percentage", "Percent of notes", "exact"),
        ("75", "support_percentage", "%", "rounded"),
        ("74.7", "support_percentage", "Holders", "other"),
    ],
)
def test_heads_say_in_what_a_column_is_told(said, address, heads, fit):
    assert stands(said, address, heads=heads).fit == fit


@pytest.mark.parametrize(
    ("said", "loose", "step"),
    [
        ("$27,412,000", False, 1),
        ("$27,412,000", True, 1000),
        ("$27.4 million", False, 100_000),
        ("$1.20", False, Fraction(1, 100)),
        ("99.9%", False, Fraction(1, 1000)),
        ("12 3/4%", False, None),
        ("1,275 basis points", False, None),
        ("one-third", False, None),
        ("one-third", True, Fraction(1, 20)),
    ],
)
def test_the_step_is_that_of_the_last_digit(said, loose, step):
    assert step_of(find(said)[0], loose) == step


@pytest.mark.parametrize(
    "word", ["about", "approximately the", "roughly", "just under", "more than", "in excess of", "close to", "~", "ca."]
)
def test_loose_words_make_a_number_rough(word):
    (item,) = find("150,000")
    assert read(item, f"warrants for {word} ", "").loose
    assert not read(item, f"{word} the town, warrants for ", "").loose


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        ("(Dollars in thousands)", 1000),
        ("(in millions, except per share amounts)", 10**6),
        ("U.S.$ in thousands", 1000),
        ("($000's)", 1000),
        ("Principal amount", 1),
        ("in the thousands of cases", 1),
    ],
)
def test_a_scale_is_that_of_its_words(words, scale):
    assert scale_of(words) == scale
