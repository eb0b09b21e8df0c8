"""The lowered function is the compiled one in every figure, whatever the row; and the compiled one is the rules."""

import copy
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.deal import open_deal
from lexdocs.errors import Where
from lexdocs.figures.book import compute
from lexdocs.figures.compiling import compile_per
from lexdocs.figures.graph import assemble
from lexdocs.figures.quick import MOST_TEXTS, Quick
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Count, Flag, Money, Number, Percentage, Rounding, Text, Unit
from lexdocs.resources import bundled_deals
from lexdocs.terms.leaf import Leaf
from tests.figures.test_graph import module

CENTS = st.integers(-(10**7), 10**9).map(lambda cents: Fraction(cents, 100))
AMOUNTS = st.one_of(
    CENTS,
    st.sampled_from([Fraction(0), Fraction(-1, 100), Fraction(10**18), Fraction(1, 3), Fraction(12345, 1000)]),
    st.integers(0, 10**6).map(lambda thousands: Fraction(thousands * 1000)),
    st.fractions(min_value=-1000, max_value=10**9, max_denominator=999),
)
PARTS = st.one_of(
    st.sampled_from([Fraction(0), Fraction("0.305"), Fraction("0.24"), Fraction(1), Fraction(1, 7)]),
    st.integers(0, 10**6).map(lambda parts: Fraction(parts, 10**6)),
)


def leaf(name, unit=Unit.MONEY, axes=("holding",), value=None, key=()):
    return Leaf(name, f"terms.{name}", unit, f"The {name}", Where("t.yaml", 1, 1), value, None, axes, key)


@rule(per="holding")
def best_third(held: Money, sold: Money) -> Money:
    """A third of the better of two."""
    return max(held, sold) / 3


@rule(per="holding")
def within(held: Money, sold: Money, most: Money) -> Money:
    """No more than the most, no less than nothing."""
    return min(max(held - sold, Fraction(0)), most)


@rule(per="holding")
def odd_lot(held: Money, sold: Money, agrees: Flag) -> Flag:
    """Whether all of a small holding is sold."""
    return (held == sold and held < 99_000) or (agrees and not sold)


@rule(per="holding")
def accepted(odd_lot: Flag, sold: Money, factor: Number) -> Money:
    """What is accepted of it."""
    return sold if odd_lot else sold * factor // 1000 * Fraction(1000)


@rule(per="holding")
def rest_of_thousand(sold: Money) -> Money:
    """What is above whole thousands."""
    return sold % 1000


@rule(per="holding", round=Round(Rounding.UP))
def up(held: Money, factor: Number) -> Count:
    """Rounded up."""
    return held * factor  # type: ignore[return-value]  # a count once it is rounded


@rule(per="holding", round=Round(Rounding.DOWN, to=Fraction(1, 4)))
def down(held: Money, factor: Number) -> Money:
    """Rounded down to quarters."""
    return held * factor


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT))
def half_up(held: Money, rate: Percentage) -> Money:
    """Rounded half up."""
    return held * rate / 8


@rule(per="holding", round=Round(Rounding.HALF_EVEN, to=Fraction(5, 2)))
def half_even(held: Money, sold: Money) -> Money:
    """Rounded half even."""
    return held / 4 + abs(sold) / 8


@rule(per="holding", round=Round("way", to="quantum"))
def as_told(held: Money, rate: Percentage) -> Money:
    """Rounded as the terms say, to thirds."""
    return held * rate


@rule(per="holding")
def taken(held: Money, up: Count) -> Money:
    """Rounded inside the rule."""
    return round_to(held, Rounding.HALF_EVEN, Fraction(1000)) + up


@rule(per="holding")
def share(sold: Money, held: Money) -> Number:
    """A quotient of two amounts of the row, which has no denominator that is known."""
    return sold / held if held else Fraction(0)


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT))
def of_share(share: Number, most: Money) -> Money:
    """What follows from one that cannot be traced."""
    return share * most


@rule(per="holding")
def price(series_of: Text, rate_of: Each[Number], held: Money) -> Money:
    """Looked up by a text of the row."""
    return held * rate_of[series_of]


@rule(per=("holding", "option"))
def part_doubled(part: Money, option: Text) -> Money:
    """Twice the part of an option, three times for cash."""
    return part * (3 if option == "cash" else 2)


@rule(per="holding")
def parts(part_doubled: Each[Money]) -> Money:
    """All parts."""
    return sum(part_doubled.values(), Fraction(0))


@rule(per="holding")
def said(name: Text, holding: Text, up: Count) -> Text:
    """Words."""
    return f"{holding}: {name}, {up}"


@rule(per="holding")
def titled(name: Text, holding: Text) -> Text:
    """Texts of the row put together, and nothing else."""
    return f"~{holding}: {name}"


@rule(per="holding")
def cut_short(name: Text, holding: Text) -> Text:
    """Texts put together and looked at afterwards."""
    return f"{holding}: {name}"[:5]


@rule(per="holding")
def size(sold: Money) -> Text:
    """One text or another."""
    return "large" if sold > 1000 else "small"


RULES = (
    best_third, within, odd_lot, accepted, rest_of_thousand, up, down, half_up, half_even, as_told, taken, share,
    of_share, price, part_doubled, parts, said, titled, cut_short, size,
)  # fmt: skip
NAMES = tuple(each.__name__ for each in RULES)


def compiled_rules(way=Rounding.UP, factor=Fraction(2, 7)):
    deal = [
        leaf("most", axes=(), value=Fraction(250_000)),
        leaf("factor", Unit.NUMBER, (), factor),
        leaf("way", Unit.ROUNDING, (), way),
        leaf("quantum", axes=(), value=Fraction(1, 3)),
        leaf("rate_of", Unit.NUMBER, ("series",), Fraction(3, 4), ("A",)),
        leaf("rate_of", Unit.NUMBER, ("series",), Fraction(5, 7), ("B",)),
    ]
    rows = [leaf("held"), leaf("sold"), leaf("rate", Unit.PERCENTAGE), leaf("agrees", Unit.FLAG)]
    rows += [leaf("series_of", Unit.TEXT), leaf("name", Unit.TEXT), leaf("part", axes=("holding", "option"))]
    graph = assemble([module(*[copy.copy(each) for each in RULES])], [*deal, *rows], ["holding", "series", "option"])
    book = compute(graph, deal, {"series": ("A", "B"), "option": ("cash", "notes")})
    return compile_per("holding", graph, book)


ROW = st.fixed_dictionaries(
    {
        "held": AMOUNTS, "sold": AMOUNTS, "rate": PARTS, "agrees": st.booleans(), "series_of": st.sampled_from("AB"),
        "name": st.text(), "part[cash]": AMOUNTS, "part[notes]": AMOUNTS,
    }
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(row=ROW, way=st.sampled_from(Rounding))
def test_any_rule_gives_the_same_both_ways(row, way):
    compiled = COMPILED[way]
    quick = QUICK[way]
    expected = compiled(row, "H-1")
    found = quick(row, "H-1")
    assert found == expected
    decimals = [name for name, value in expected.items() if isinstance(value, Decimal)]
    assert decimals == [name for name, value in found.items() if isinstance(value, Decimal)]


COMPILED = {way: compiled_rules(way) for way in Rounding}
QUICK = {way: Quick(compiled) for way, compiled in COMPILED.items()}


ROW_OF_ONE: dict[str, Any] = {
    "held": Fraction(1), "sold": Fraction(1), "rate": Fraction(1), "agrees": True, "series_of": "A", "name": "",
    "part[cash]": Fraction(0), "part[notes]": Fraction(0),
}  # fmt: skip


def test_what_is_traced_and_what_is_called_as_it_is():
    quick = Quick(compiled_rules())
    quick(ROW_OF_ONE)
    assert quick.by == ("series_of",)
    assert quick.direct.keys() == {"share", "of_share", "said", "cut_short"}
    assert "titled = '~' + label + ': ' + name" in quick.common.source
    assert quick.direct["of_share"] == "it depends on what share says"
    source = quick.lowered(("A",)).source
    assert "price = held * 3\n" in source  # over 400: three quarters, in cents


def test_a_text_that_says_too_many_things_is_not_told_apart():
    quick = Quick(compiled_rules())
    row = ROW_OF_ONE
    for number in range(MOST_TEXTS + 5):
        with pytest.raises(KeyError):
            quick({**row, "series_of": f"unknown {number}"}, "H-1")
    assert len(quick.functions) == MOST_TEXTS
    assert quick({**row, "series_of": "B"})["price"] == Fraction(5, 7)


def test_a_row_that_is_no_whole_cents_goes_the_exact_way():
    quick = Quick(compiled_rules(), ["price"])
    row: dict[str, Any] = {
        "held": Fraction(1, 3),
        "sold": Fraction(0),
        "rate": Fraction(0),
        "agrees": True,
        "series_of": "A",
    }
    row |= {"name": "", "part[cash]": Fraction(0), "part[notes]": Fraction(0)}
    assert quick(row)["price"] == Fraction(1, 4)
    assert quick.exact_rows == 1
    assert "half_up" not in quick(row)


def test_only_what_is_wanted_is_worked_out():
    quick = Quick(compiled_rules(), ["parts"])
    assert "part_doubled_cash" in quick.common.source
    assert "held *" not in quick.common.source
    assert quick.by == ()


DEALS = [bundled_deals()["lexington_2001"], *sorted(Path(__file__).parents[1].glob("deals/*/"))]


@pytest.mark.parametrize("folder", DEALS, ids=lambda folder: folder.name)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_figure_of_every_kind_of_deal(folder, data):
    compiled, quick, texts = of_deal(folder)
    row = {}
    for address, shape in compiled.leaves.items():
        if shape.unit is Unit.MONEY:
            row[address] = data.draw(AMOUNTS, address)
        elif shape.unit in (Unit.PERCENTAGE, Unit.RATE, Unit.NUMBER):
            row[address] = data.draw(PARTS, address)
        elif shape.unit is Unit.COUNT:
            row[address] = data.draw(st.integers(0, 10**6), address)
        elif shape.unit is Unit.FLAG:
            row[address] = data.draw(st.booleans(), address)
        else:
            row[address] = data.draw(st.sampled_from(texts[address]), address)
    assert quick(row, "H-1") == compiled(row, "H-1")


KEPT: dict[Path, Any] = {}


def of_deal(folder):
    if folder not in KEPT:
        deal = open_deal(folder)
        compiled = compile_per("holding", deal.graph, deal.book)
        texts = {
            address: sorted(
                {str(each.value) for each in deal.terms.leaves if each.name == address and each.key} or {""}
            )
            for address in compiled.leaves
        }
        KEPT[folder] = compiled, Quick(compiled), texts
    return KEPT[folder]
