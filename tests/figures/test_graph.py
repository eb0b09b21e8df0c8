"""A graph is checked before a number is calculated."""

from types import ModuleType

import pytest

from lexdocs.errors import Where
from lexdocs.figures.book import compute
from lexdocs.figures.figure import Figure, Pending, leaves
from lexdocs.figures.graph import GraphError, assemble
from lexdocs.figures.rule import Each, Round, rows, rule
from lexdocs.notation.units import Count, Money, Number, Rate, Rounding, Text, Unit
from lexdocs.terms.leaf import Leaf


def module(*functions):
    made = ModuleType("made")
    for function in functions:
        function.__module__ = "made"
        setattr(made, function.__name__, function)
    return made


def leaf(name, unit=Unit.MONEY, value=None, axes=(), key=()):
    return Leaf(name, f"terms.{name}", unit, f"The {name}", Where("t.yaml", 1, 1), value, None, axes, key)


def test_an_unknown_input_names_the_nearest():
    @rule()
    def fee(principle: Money) -> Money:
        """The fee."""
        return principle

    with pytest.raises(GraphError, match='rule "fee" needs "principle", which nothing gives; did you mean "principal"'):
        assemble([module(fee)], [leaf("principal")], [])


def test_a_wrong_unit_is_refused():
    @rule()
    def fee(principal: Rate) -> Money:
        """The fee."""
        return principal

    with pytest.raises(GraphError, match='takes "principal" as rate, but it is money'):
        assemble([module(fee)], [leaf("principal")], [])


def test_two_authors_are_refused():
    @rule()
    def principal(fee: Money) -> Money:
        """The principal."""
        return fee

    with pytest.raises(GraphError, match='"principal" has two authors'):
        assemble([module(principal)], [leaf("principal"), leaf("fee")], [])


def test_a_circle_is_named():
    @rule()
    def one(other: Money) -> Money:
        """One."""
        return other

    @rule()
    def other(one: Money) -> Money:
        """Other."""
        return one

    with pytest.raises(GraphError, match="one → other → one"):
        assemble([module(one, other)], [], [])


def test_a_row_cannot_be_taken_without_saying_which():
    @rule()
    def fee(held: Money) -> Money:
        """The fee."""
        return held

    with pytest.raises(GraphError, match='takes "held" without its holding'):
        assemble([module(fee)], [leaf("held", axes=("holding",))], ["holding"])


@rule(per="holding", round=Round(Rounding.UP))
def shares(held: Money, ratio: Number) -> Count:
    """Shares of a holding."""
    return held * ratio  # type: ignore[return-value]  # a count once it is rounded


@rule()
def all_shares(shares: Each[Count]) -> Count:
    """Shares of all holdings."""
    return sum(shares.values())


def held(**principal):
    return [leaf("held", value=value, axes=("holding",), key=(name,)) for name, value in principal.items()]


DECLARED = [leaf("held", axes=("holding",)), leaf("ratio", Unit.NUMBER)]


def test_rows_and_aggregates_and_their_proofs():
    graph = assemble([module(shares, all_shares)], DECLARED, ["holding"])
    ratio = leaf("ratio", Unit.NUMBER, value=1)
    book = compute(graph, [*held(a=3, b=4), ratio], {"holding": ("a", "b")})
    assert (book.value("shares", "a"), book.value("all_shares")) == (3, 7)
    found = book.figure("all_shares")
    assert isinstance(found, Figure)
    assert {each.path for each in leaves(found)} == {"terms.held", "terms.ratio"}


def test_what_is_not_fixed_is_absent_and_says_what_it_waits_for():
    graph = assemble([module(shares, all_shares)], DECLARED, ["holding"])
    book = compute(graph, [*held(a=3), leaf("ratio", Unit.NUMBER)], {"holding": ("a",)})
    found = book.figure("all_shares")
    assert isinstance(found, Pending)
    assert found.waits_for == ("terms.ratio",)
    with pytest.raises(LookupError, match=r"all_shares is pending: it waits for terms\.ratio"):
        book.value("all_shares")


def test_an_axis_that_nobody_filled_is_pending_and_not_empty():
    graph = assemble([module(shares, all_shares)], DECLARED, ["holding"])
    book = compute(graph, [leaf("ratio", Unit.NUMBER, value=1)], {})
    assert isinstance(book.figure("all_shares"), Pending)
    assert isinstance(book.rows("holding"), Pending)


def test_a_rule_can_live_with_a_pending_input():
    @rule()
    def best(firm: Money, wished: Money | Pending) -> Money:
        """The better of two."""
        return firm if isinstance(wished, Pending) else max(firm, wished)

    graph = assemble([module(best)], [leaf("firm"), leaf("wished")], [])
    assert compute(graph, [leaf("firm", value=5), leaf("wished")], {}).value("best") == 5
    assert compute(graph, [leaf("firm", value=5), leaf("wished", value=9)], {}).value("best") == 9


def test_rows_that_follow_from_figures():
    @rows("year")
    def years(first: Count, last: Count) -> list[str]:
        """Years."""
        return [str(year) for year in range(first, last + 1)]

    @rule(per="year")
    def age(year: Text, first: Count) -> Count:
        """Age in a year."""
        return int(year) - first

    declared = [leaf("first", Unit.COUNT), leaf("last", Unit.COUNT)]
    graph = assemble([module(years, age)], declared, [])
    book = compute(graph, [leaf("first", Unit.COUNT, 2010), leaf("last", Unit.COUNT, 2012)], {})
    assert book.rows("year") == ("2010", "2011", "2012")
    assert book.value("age", "2012") == 2
    waiting = compute(graph, [leaf("first", Unit.COUNT, 2010), leaf("last", Unit.COUNT)], {})
    assert isinstance(waiting.figure("age", ("2012",)), Pending)


def test_a_binary_float_is_refused():
    @rule()
    def half(whole: Count) -> Number:
        """Half."""
        return whole / 2  # type: ignore[return-value]  # what the guard is for

    graph = assemble([module(half)], [leaf("whole", Unit.COUNT)], [])
    with pytest.raises(TypeError, match="rule half gave a binary float"):
        compute(graph, [leaf("whole", Unit.COUNT, 3)], {})
