"""A rule that says it is a total is one, and the graph refuses a declaration that does not fit."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.errors import Where
from lexdocs.figures.graph import GraphError, assemble
from lexdocs.figures.rule import Each, Round, Total, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Rounding, Text, Unit
from lexdocs.offers.kinds import KINDS, graph_of
from lexdocs.terms.leaf import Leaf
from tests.figures.test_graph import module

VALUES = {
    Unit.COUNT: st.integers(0, 10**9),
    Unit.FLAG: st.booleans(),
    Unit.TEXT: st.sampled_from(["A", "B", "C D"]),
}
AMOUNTS = st.fractions(min_value=-(10**9), max_value=10**12, max_denominator=3600)
TOTALS = [
    pytest.param(kind, each, id=f"{kind}-{each.name}") for kind in KINDS for each in graph_of(kind).order if each.total
]


@pytest.mark.parametrize(("kind", "total"), TOTALS)
@settings(max_examples=12, deadline=None)
@given(data=st.data(), labels=st.lists(st.sampled_from("abcdefgh"), unique=True))
def test_what_the_function_adds_up_is_what_its_declaration_says(kind, total, data, labels):
    """The book runs the function, a stream of rows the declaration: any rows give the same by both."""
    shapes = graph_of(kind).shapes
    rows = {
        parameter.name: {label: data.draw(VALUES.get(shapes[parameter.name].unit, AMOUNTS)) for label in labels}
        for parameter in total.parameters
        if parameter.each
    }
    own = dict.fromkeys(total.per, "B")
    given_ = {parameter.name: own[parameter.name] for parameter in total.parameters if not parameter.each}
    summed = rows[total.total.of or next(name for name in rows)]
    groups = rows[total.total.by] if total.total.by else None
    assert total.function(**rows, **given_) == total.total.added(summed, groups, "B")


def leaf(name, unit=Unit.MONEY, axes=("holding",)):
    return Leaf(name, f"terms.{name}", unit, f"The {name}", Where("t.yaml", 1, 1), None, None, axes)


LEAVES = [
    leaf("held"),
    leaf("tenders", Unit.FLAG),
    leaf("series_of", Unit.TEXT),
    leaf("name", Unit.TEXT, ("series",)),
    leaf("part", axes=("holding", "option")),
    leaf("rate", Unit.NUMBER, ()),
]


def check(function):
    assemble([module(function)], LEAVES, ["holding", "series", "option"])


def test_totals_that_fit():
    @rule(total=Total("held"))
    def total_held(held: Each[Money]) -> Money:
        """All."""
        return sum(held.values(), Fraction(0))

    @rule(per="series", total=Total("held", by="series_of"))
    def held_of_series(held: Each[Money], series_of: Each[Text], series: Text) -> Money:
        """All of a series."""
        return sum((held[row] for row in held if series_of[row] == series), Fraction(0))

    @rule(per="series", total=Total(count=True, by="series_of"))
    def holdings_of_series(series_of: Each[Text], series: Text) -> Count:
        """Holdings of a series."""
        return sum(1 for of in series_of.values() if of == series)

    @rule(per="option", total=Total("part"))
    def total_part(part: Each[Money]) -> Money:
        """All of an option."""
        return sum(part.values(), Fraction(0))

    @rule(total=Total("tenders", count=True))
    def tendering(tenders: Each[Flag]) -> Count:
        """Holdings that tender."""
        return sum(tenders.values())

    for function in (total_held, held_of_series, holdings_of_series, total_part, tendering):
        check(function)


def refused(function, why):
    with pytest.raises(GraphError) as caught:
        check(function)
    assert str(caught.value) == f'rule "{function.__name__}" is declared a total, but {why}'


def test_totals_that_do_not_fit():
    @rule(total=Total("hold"))
    def unknown(held: Each[Money]) -> Money:
        """All."""
        return sum(held.values(), Fraction(0))

    @rule(total=Total("held"))
    def more(held: Each[Money], rate: Number) -> Money:
        """All."""
        return sum(held.values(), Fraction(0)) * rate

    @rule(total=Total("held"), round=Round(Rounding.DOWN))
    def rounds(held: Each[Money]) -> Money:
        """All."""
        return sum(held.values(), Fraction(0))

    @rule(total=Total("held", count=True))
    def counts(held: Each[Money]) -> Money:
        """All."""
        return Fraction(len(held))

    @rule(per="series", total=Total("held"))
    def whose(held: Each[Money]) -> Money:
        """All."""
        return sum(held.values(), Fraction(0))

    @rule(per="series", total=Total("held", by="name"))
    def other(held: Each[Money], name: Each[Text]) -> Money:
        """All."""
        return sum((held[row] for row in name), Fraction(0))

    @rule(total=Total())
    def nothing(held: Each[Money]) -> Money:
        """All."""
        return sum(held.values(), Fraction(0))

    refused(unknown, 'does not take "hold"')
    refused(more, "takes something that is not each row of a figure")
    refused(rounds, "gives money where a total gives money, as it is")
    refused(counts, "gives money where a total gives count, as it is")
    refused(whose, "per series it has no rows to choose by")
    refused(other, '"name" is not a text of each holding')
    refused(nothing, "does not say of what")
