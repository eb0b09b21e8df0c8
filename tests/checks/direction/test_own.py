"""The direction lint over our own documents: what it finds when a style, a wording or a value is changed."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from lexdocs.checks.direction.own import direction
from lexdocs.deal import open_deal, open_life
from lexdocs.documents.document import Document
from lexdocs.documents.marks import Tick
from lexdocs.errors import Severity, Where
from lexdocs.figures.figure import Derivation, Figure, Input
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.resources import bundled_deals
from lexdocs.terms.leaf import Leaf
from lexdocs.writing.words import write_words

DEALS = Path(__file__).parents[2] / "deals"
THIRD = Fraction(27_412_345) + Fraction(1, 3)


@cache
def example():
    """The documents of the worked example."""
    return write_words(open_deal(bundled_deals()["lexington_2001"])).documents


def header():
    return example()[0].header


def figure(value, name="outstanding", unit=Unit.MONEY, key=(), inputs=()):
    where = Where("term-sheet.yaml", 1, 1)
    proof = Derivation(lambda: None, inputs) if inputs else Leaf(name, name, unit, "An amount", where, value, key=key)
    return Figure(name, key, unit, value, "An amount", proof)


def document(body, *printed):
    """A document of some words, with a printed figure, in a style, for each `{}`."""
    ticks = [
        Tick(each, style, *[write(each.value, each.unit, style=style)] * 2)
        for each, style in printed
    ]  # fmt: skip
    shown = [f'<data data-figure="{tick.address}">{tick.paper}</data>' for tick in ticks]
    return Document("releases/one", header(), "One", "", body.format(*shown), tuple(ticks))


def found(*args):
    return [(each.severity, each.what) for each in direction([document(*args)])]


def test_the_example_is_clean():
    assert [each for each in direction(example()) if each.severity is not Severity.NOTE] == []


@pytest.mark.parametrize(
    "deal", ["ferry", pytest.param("kittiwake", marks=pytest.mark.soak), "lexington_later", "tiny", "odd"]
)
def test_the_other_deals_are_clean(deal):
    for each in open_life(DEALS / deal):
        assert [p for p in direction(write_words(each).documents) if p.severity is not Severity.NOTE] == []


CEILINGS = [
    "up to", "not more than", "no more than", "at most", "at the most", "not to exceed", "limited to", "not exceeding",
    "a maximum of", "shall not exceed", "no greater than", "up to an aggregate principal amount of", "capped at",
    "less than", "Up to",
]  # fmt: skip


@pytest.mark.parametrize("words", CEILINGS)
def test_a_ceiling_is_not_printed_below_its_value(words):
    low, high = THIRD, Fraction(27_411_999) + Fraction(2, 3)
    ((severity, what),) = found(f"<p>Holders of {words} {{}} may tender.</p>", (figure(low), "whole"))
    assert severity is Severity.ERROR
    assert "“$27,412,345”, lies below its value" in what
    assert "paragraph 1" in what
    assert found(f"<p>Holders of {words} {{}} may tender.</p>", (figure(high), "whole")) == []
    assert found(f"<p>Holders of {words} {{}} may tender.</p>", (figure(Fraction(5)), "whole"))[1:] == []


FLOORS = [
    "at least",
    "not less than",
    "no fewer than",
    "no less than",
    "a minimum of",
    "more than",
    "over",
    "in excess of",
]


@pytest.mark.parametrize("words", FLOORS)
def test_a_floor_is_not_printed_above_its_value(words):
    low, high = THIRD, Fraction(27_411_999) + Fraction(2, 3)
    ((severity, what),) = found(f"<p>It asks for {words} {{}} in all.</p>", (figure(high), "whole"))
    assert severity is Severity.ERROR
    assert "“$27,412,000”, lies above its value" in what
    assert found(f"<p>It asks for {words} {{}} in all.</p>", (figure(low), "whole")) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("{} or more", "high"), ("{} of principal or more", "high"), ("{} or less", "low"), ("{} or fewer", "low"),
        ("the maximum that can be paid is {}", "low"), ("the maximum principal amount of {}", "low"),
        ("a minimum tender of {}", "high"), ("the minimum, of all holders, is {}", None),
        ("if the minimum is tendered the fee is about {}", None),
    ],
)  # fmt: skip
def test_words_before_and_behind(words, wrong):
    values = {"low": THIRD, "high": Fraction(27_411_999) + Fraction(2, 3)}
    for side, value in values.items():
        errors = [
            each for each in found(f"<p>It is {words}</p>", (figure(value), "whole")) if each[0] is Severity.ERROR
        ]
        assert bool(errors) is (side == wrong)


def test_a_bound_of_another_sentence_or_another_figure_is_not_this_ones():
    other = (figure(Fraction(5)), None)
    assert found("<p>It pays up to {}. About {} is held.</p>", other, (figure(THIRD), "whole")) == []
    assert found("<p>It pays up to {} on about {} held.</p>", other, (figure(THIRD), "whole")) == []


def test_a_bound_that_is_called_rough_is_a_warning():
    ((severity, what),) = found("<p>up to approximately {}</p>", (figure(THIRD), "thousands"))
    assert severity is Severity.WARNING
    assert "$27,412,000" in what


def test_a_figure_that_is_called_a_maximum_or_a_minimum_needs_no_words():
    ((severity, what),) = found("<p>about {}</p>", (figure(THIRD, "maximum_payment"), "whole"))
    assert (severity, "“maximum_payment” makes it a maximum" in what) == (Severity.WARNING, True)
    ((severity, _),) = found("<p>It is {}</p>", (figure(THIRD, "maximum_payment"), "whole"))
    assert severity is Severity.ERROR
    assert found("<p>about {}</p>", (figure(THIRD, "minimum_payment"), "whole")) == []
    high = Fraction(27_411_999) + Fraction(2, 3)
    assert found("<p>It is {}</p>", (figure(high, "minimum_payment"), "whole"))[0][0] is Severity.ERROR


@pytest.mark.parametrize(("share", "wrong"), [(Fraction(2, 3), "minimum"), (Fraction(1, 3), "maximum")])
def test_percentages_round_in_their_own_steps(share, wrong):
    for name in ("minimum", "maximum"):
        printed = (figure(share, f"{name}_tender", Unit.PERCENTAGE), "two_places")
        assert bool(found("<p>at any time {}</p>", printed)[0][0] is Severity.ERROR) is (name == wrong)


def test_a_rounded_value_in_prose_is_called_rough():
    ((severity, what),) = found("<p>The old notes come to {}.</p>", (figure(THIRD), "thousands"))
    assert severity is Severity.WARNING
    assert what.endswith("rounded, and nothing says so")
    for words in ("about", "approximately", "roughly", "some", "an estimated", "approximately an aggregate of"):
        assert found(f"<p>The old notes come to {words} {{}}.</p>", (figure(THIRD), "thousands")) == []
    assert found("<p>It is {} (rounded).</p>", (figure(THIRD), "thousands")) == []


def test_a_note_that_amounts_are_rounded_is_enough():
    words = "<p>The old notes come to {}.</p>"
    for note in (
        "Amounts are rounded.",
        "All figures are rounded to the nearest thousand dollars.",
        "Totals may not add.",
    ):
        assert found(f"{words}<p>{note}</p>", (figure(THIRD), "thousands")) == []
    for other in ("The number of warrants is rounded up.", "Amounts due are rounded once, for all holders."):
        assert len(found(f"{words}<p>{other}</p>", (figure(THIRD), "thousands"))) == 1


def test_cents_and_needless_words_are_only_noted():
    assert [each[0] for each in found("<p>It is {}.</p>", (figure(THIRD), "cents"))] == [Severity.NOTE]
    assert [each[0] for each in found("<p>about {}.</p>", (figure(Fraction(5)), None))] == [Severity.NOTE]
    assert found("<p>It is {}.</p>", (figure(Fraction(5)), "cents")) == []


def table(*rows, caption="Amounts", foot=""):
    body = "".join(f'<tr><th scope="row">{head}</th><td>{cell}</td></tr>' for head, cell in rows)
    return f"<table><caption>{caption}</caption><tbody>{body}</tbody>{foot}</table>"


def test_a_table_need_not_call_cents_rough_but_thousands():
    assert found(table(("Old notes", "{}")), (figure(THIRD), "cents")) == []
    assert found(table(("Part", "{}")), (figure(Fraction(1, 3), "part", Unit.PERCENTAGE), "two_places")) == []
    assert [each[0] for each in found(table(("Old notes", "{}")), (figure(THIRD), "thousands"))] == [Severity.WARNING]
    assert found(table(("Old notes", "{}"), caption="Amounts, rounded"), (figure(THIRD), "thousands")) == []
    assert found(table(("Old notes, about", "{}")), (figure(THIRD), "thousands")) == []


def test_a_row_that_is_headed_as_a_maximum():
    assert found(table(("Maximum payment", "{}")), (figure(THIRD), "cents"))[0][0] is Severity.ERROR
    assert found(table(("Minimum payment", "{}")), (figure(THIRD), "cents")) == []


def total(*, parts, whole, style="cents", head="Total", kind="", unit=Unit.MONEY):
    foot = f'<tfoot><tr class="{kind}"><th scope="row">{head}</th><td>{{}}</td></tr></tfoot>'
    rows = [(f"Part {place}", "{}") for place, _ in enumerate(parts)]
    printed = [(figure(Fraction(each), "part", unit, (str(place),)), style) for place, each in enumerate(parts)]
    return found(table(*rows, foot=foot), *printed, (figure(Fraction(whole), "fee", unit), style))


def test_a_table_that_adds_up():
    assert total(parts=(10, 10, 10), whole=30) == []
    assert total(parts=(10, 10, 10), whole=30, head="Paid", kind="total") == []


def test_a_total_that_is_off_by_a_cent():
    ((severity, what),) = total(parts=(10, 10, "9.99"), whole=30)
    assert severity is Severity.ERROR
    assert what.startswith("table 1 row 4: $10.00 + $10.00 + $9.99 come to $0.01 less than the total $30.00")
    assert total(parts=(10, 10, "9.99"), whole=30, head="Paid", kind="subtotal")[0][0] is Severity.ERROR
    assert total(parts=(10, 10, "9.99"), whole=30, head="Paid out") == []


def test_a_total_that_is_off_by_rounding_says_so():
    ((severity, what),) = total(parts=(Fraction(100, 3),) * 3, whole=100)
    assert severity is Severity.WARNING
    assert what.endswith("come to $0.01 less than the total $100.00, by rounding: the exact ones do")


def test_a_total_that_is_another_figure():
    ((severity, what),) = total(parts=(10, 10, 10), whole=3000)
    assert severity is Severity.ERROR
    assert "$2,970.00 less" in what or "$2,970 less" in what


def test_percentages_beside_their_total():
    assert total(parts=("0.25", "0.75"), whole=1, style="two_places", unit=Unit.PERCENTAGE) == []
    ((severity, what),) = total(parts=(Fraction(1, 3),) * 3, whole=1, style="two_places", unit=Unit.PERCENTAGE)
    assert (severity, "0.01% less than the total 100.00%" in what) == (Severity.WARNING, True)
    assert total(parts=("0.25", "0.75"), whole="0.6", style="two_places", unit=Unit.PERCENTAGE) == []


def test_subtotals_and_running_totals_add_up():
    rows = "<table><tbody>{rows}</tbody></table>"
    heads = ("First", "Second", "Subtotal", "Third", "Total")
    made = "".join(f"<tr><th>{head}</th><td>{{}}</td></tr>" for head in heads)
    for last, faults in ((60, 0), (61, 1)):
        values = [(figure(Fraction(each), f"f{at}"), "cents") for at, each in enumerate((10, 20, 30, 30, last))]
        assert len(found(rows.replace("{rows}", made), *values)) == faults


def kindred(share, whole, style):
    """Three parts in a sentence with the fee that they are parts of."""
    fee = figure(Fraction(whole), "participation_fee")
    given = (Input("participation_fee", (fee,)),)
    parts = [figure(Fraction(share), "installment", key=(str(at),), inputs=given) for at in range(3)]
    words = "<p>A fee of about {}, of which about {} now, about {} in May and about {} in June.</p>"
    return found(words, (fee, style), *((each, style) for each in parts))


def test_installments_beside_their_fee():
    assert [each for each in kindred(10, 30, "cents") if each[0] is not Severity.NOTE] == []
    ((severity, what),) = [each for each in kindred(Fraction(100, 3), 100, "cents") if each[0] is not Severity.NOTE]
    assert severity is Severity.WARNING
    assert "$33.33 + $33.33 + $33.33 come to $0.01 less than $100.00, by rounding" in what
    ((severity, what),) = [each for each in kindred("33.33", 100, "cents") if each[0] is not Severity.NOTE]
    assert severity is Severity.ERROR
    assert "by rounding" not in what


@pytest.mark.parametrize(
    "words", ["in all {}", "altogether {}", "a total of {}", "for an aggregate of {}", "totaling {}"]
)
def test_a_sum_in_so_many_words(words):
    values = [(figure(Fraction(each), f"f{each}"), "cents") for each in (10, 20, 30)]
    sentence = f"<p>It pays {{}} now and {{}} in May, {words}.</p>"
    assert found(sentence, *values) == []
    wrong = [*values[:2], (figure(Fraction("30.01"), "f3"), "cents")]
    ((severity, what),) = found(sentence, *wrong)
    assert (severity, "come to $0.01 less than $30.01" in what) == (Severity.ERROR, True)


def test_values_that_are_no_sum_are_left_alone():
    values = [(figure(Fraction(each), f"f{each}"), "cents") for each in (1000, 30, 10, 1030)]
    assert found("<p>For {} it pays {}, in installments of {}; the total consideration is {}.</p>", *values) == []
    assert found("<p>For {} it pays {} and {} later, or more. In all {} is due.</p>", *values) == []


def test_a_style_that_rounds_a_maximum_of_the_example_down_is_found():
    """The example prints its greatest holdout in full; with another value and in thousands it would not."""
    (release,) = [each for each in example() if each.template == "press-releases/commencement.md"]
    ticks = list(release.ticks)
    (at,) = [place for place, tick in enumerate(ticks) if tick.figure.name == "maximum_holdout_principal"]
    moved = dataclasses.replace(ticks[at].figure, value=Fraction(274_400))
    ticks[at] = Tick(moved, "thousands", "$274,000", "$274,000")
    (problem,) = direction([dataclasses.replace(release, ticks=tuple(ticks))])
    assert problem.severity is Severity.ERROR
    assert problem.where == Where(release.name)
    assert "“At most” makes it a maximum" in problem.what
    assert problem.remedy == "print it in full, or rounded up"


def test_a_reckoned_percentage_may_come_out_even():
    """Words that stand in a template cannot know that a part happens to need no more decimals than are printed."""
    known = Input("outstanding", (figure(Fraction(100)),))
    even = figure(Fraction(1, 10), "tendered_percentage", Unit.PERCENTAGE, inputs=(known,))
    assert found("<p>about {} of them</p>", (even, "two_places")) == []
    typed = figure(Fraction(1, 10), "minimum_tender", Unit.PERCENTAGE)
    ((severity, what),) = found("<p>about {} of them</p>", (typed, None))
    assert severity is Severity.NOTE
    assert "is exact and called rough" in what


@pytest.mark.parametrize("words", ["alrededor del ", "aproximadamente ", "cerca de ", "environ ", "rund ", "etwa "])
def test_other_languages_call_a_value_rough_in_their_own_words(words):
    part = figure(Fraction(2, 3), "tendered_percentage", Unit.PERCENTAGE)
    assert found(f"<p>{words}{{}}</p>", (part, "two_places")) == []
    assert len(found("<p>de {}</p>", (part, "two_places"))) == 1
