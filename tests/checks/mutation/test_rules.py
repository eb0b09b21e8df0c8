"""Rules under trial: an input that never counts is seen, and what takes up a change is named."""

import datetime
from fractions import Fraction
from types import ModuleType

from lexdocs.checks.mutation.ancestry import Bits, below, resting, rows_of
from lexdocs.checks.mutation.liveness import SELF, Liveness
from lexdocs.checks.mutation.moves import Base, skipped
from lexdocs.checks.mutation.saved import rules_of
from lexdocs.deal import Deal
from lexdocs.errors import Where
from lexdocs.figures.book import compute
from lexdocs.figures.graph import assemble
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Date, Flag, Money, Rounding, Unit
from lexdocs.terms.leaf import Leaf


def made(*functions):
    """A book of some rules over a few leaves, and its graph."""
    module = ModuleType(functions[0].__module__)
    vars(module).update({each.__name__: each for each in functions})
    leaves = [
        Leaf("held", "held[a]", Unit.MONEY, "Held.", Where("x"), Fraction(700), axes=("row",), key=("a",)),
        Leaf("held", "held[b]", Unit.MONEY, "Held.", Where("x"), Fraction(300), axes=("row",), key=("b",)),
        Leaf("applies", "applies", Unit.FLAG, "Whether.", Where("x"), False),
        Leaf("paid", "paid", Unit.MONEY, "Paid.", Where("x"), Fraction(5)),
        Leaf("due", "due", Unit.DATE, "Due.", Where("x"), datetime.date(2012, 6, 8)),
    ]  # fmt: skip
    shapes = [*{leaf.name: leaf for leaf in leaves}.values()]
    graph = assemble([module], shapes, ["row"])
    return graph, compute(graph, leaves, {"row": ("a", "b")})


@rule()
def owed(held: Each[Money], paid: Money) -> Money:
    """Owed."""
    return sum(held.values(), Fraction(0)) - paid


@rule(round=Round(Rounding.HALF_UP, to=CENT))
def charged(paid: Money, applies: Flag) -> Money:
    """Charged."""
    return paid / 3 if applies else Fraction(0)


@rule()
def forgotten(owed: Money, due: Date) -> Money:
    """Forgotten."""
    return owed


@rule()
def hollow(owed: Money, paid: Money) -> Money:
    """Hollow."""
    return owed + 0 * paid


def moves(functions, name, parameter):
    graph, book = made(*functions)
    plan = next(plan for plan in graph.plans if plan.rule.name == name)
    return Liveness(graph, book).moves(plan, parameter)


def test_an_input_moves_a_rule_by_itself_by_another_or_never():
    assert moves([owed], "owed", "held") == SELF
    assert moves([charged], "charged", "paid") == "applies"
    assert moves([owed, hollow], "hollow", "paid") == ""
    assert moves([owed, forgotten], "forgotten", "due") == ""


def test_an_input_that_is_never_read_is_reported():
    graph, book = made(owed, forgotten)
    deal = Deal.__new__(Deal)
    object.__setattr__(deal, "graph", graph)
    object.__setattr__(deal, "book", book)
    object.__setattr__(deal, "terms", type("Terms", (), {"leaves": ()}))
    found = list(skipped(Base(deal, below(graph), Liveness(graph, book))))
    assert [(each.subject, each.says) for each in found] == [("forgotten", "due is an input and is never read")]


def test_what_a_rule_takes_and_how_it_rounds_is_saved_with_what_it_gives():
    graph, book = made(owed, charged, hollow)
    saved = rules_of(graph, Liveness(graph, book))
    assert saved["charged"].startswith("paid, applies; half up to 1/100 · ")
    assert saved["hollow"].startswith("owed, paid? · ")

    @rule(round=Round(Rounding.HALF_UP, to=CENT))
    def turned(paid: Money, applies: Flag) -> Money:
        """Charged."""
        return paid / 3 if not applies else Fraction(0)

    turned.__name__ = "charged"
    other = rules_of(*_with(turned))
    assert other["charged"].split(" · ")[0] == saved["charged"].split(" · ")[0]
    assert other["charged"] != saved["charged"]


def _with(function):
    graph, book = made(function)
    return graph, Liveness(graph, book)


def test_a_figure_rests_on_the_terms_under_its_proof():
    graph, book = made(owed, charged)
    bits = Bits()
    rests = resting(book, bits)
    assert rests["owed", ()] == bits.of(["held[a]", "held[b]", "paid"])
    assert rests["charged", ()] == bits.of(["paid", "applies"])
    assert below(graph).of([rows_of("row")]) == {rows_of("row"), "held", "owed"}
