"""A book of figures that follow from nothing: the words are tested without a calculator."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import pytest

from lexdocs.documents.library import Library, Template
from lexdocs.errors import Where
from lexdocs.figures.figure import Figure, Pending, Shape
from lexdocs.notation.units import Unit, Value
from lexdocs.terms.leaf import Leaf

HEADER = "---\ntitle: Notice\naudience: holder\nevents: [commencement]\noffers: [exchange]\nlayout: notice\n---\n"

SHAPES = {
    "company_name": Shape(Unit.TEXT, ()),
    "address": Shape(Unit.TEXT, ()),
    "outstanding": Shape(Unit.MONEY, ()),
    "old_rate": Shape(Unit.RATE, ()),
    "support_percentage": Shape(Unit.PERCENTAGE, ()),
    "supporting_holders": Shape(Unit.COUNT, ()),
    "maximum_warrants": Shape(Unit.COUNT, ()),
    "record_date": Shape(Unit.DATE, ()),
    "consummation_date": Shape(Unit.DATE, ()),
    "accrual_end": Shape(Unit.DATE, ()),
    "has_support": Shape(Unit.FLAG, ()),
    "paid_in_full": Shape(Unit.FLAG, ()),
    "has_legend": Shape(Unit.FLAG, ()),
    "installment_date": Shape(Unit.DATE, ("installment",)),
    "installment_first": Shape(Unit.FLAG, ("installment",)),
    "aggregate_fee": Shape(Unit.MONEY, ("participation",)),
    "aggregate_installment": Shape(Unit.MONEY, ("participation", "installment")),
    "holder_name": Shape(Unit.TEXT, ("holding",)),
    "holder_installment": Shape(Unit.MONEY, ("holding", "installment")),
    "period_start": Shape(Unit.DATE, ("period",)),
}
ROWS = {
    "installment": ("2012-07-02", "2013-01-02"),
    "participation": ("all", "minimum"),
    "holding": ("H-A", "H-B"),
}
VALUES: Mapping[str, Value] = {
    "company_name": "Amberline Corporation",
    "address": "Quay House\nHarbor Road",
    "outstanding": Fraction(8_400_000),
    "old_rate": Fraction("0.09375"),
    "support_percentage": Fraction("0.615"),
    "supporting_holders": 3,
    "maximum_warrants": 21_000,
    "record_date": datetime.date(2012, 5, 4),
    "has_support": True,
    "paid_in_full": False,
    "installment_date[2012-07-02]": datetime.date(2012, 7, 2),
    "installment_date[2013-01-02]": datetime.date(2013, 1, 2),
    "installment_first[2012-07-02]": True,
    "installment_first[2013-01-02]": False,
    "aggregate_fee[all]": Fraction(168_000),
    "aggregate_fee[minimum]": Fraction(160_000),
    "aggregate_installment[all,2012-07-02]": Fraction(84_000),
    "aggregate_installment[all,2013-01-02]": Fraction(84_001),
    "aggregate_installment[minimum,2012-07-02]": Fraction(80_000),
    "aggregate_installment[minimum,2013-01-02]": Fraction(80_001),
    "holder_name[H-A]": "Adler Fund",
    "holder_name[H-B]": "Birch & Sons",
    "holder_installment[H-A,2012-07-02]": Fraction(10),
    "holder_installment[H-A,2013-01-02]": Fraction(11),
    "holder_installment[H-B,2012-07-02]": Fraction(20),
    "holder_installment[H-B,2013-01-02]": Fraction(21),
}
WAITS = ("offer.consummation_date",)


@dataclass(frozen=True)
class FakeBook:
    """The protocol that documents ask for, over a table of values."""

    values: Mapping[str, Value] = field(default_factory=lambda: VALUES)

    def names(self):
        return SHAPES

    def rows(self, axis):
        return ROWS[axis] if axis in ROWS else Pending(axis, (), Unit.TEXT, "", WAITS)

    def lookup(self, name, context):
        key = tuple(context[axis] for axis in SHAPES[name].axes)
        address = f"{name}[{','.join(key)}]" if key else name
        unit = SHAPES[name].unit
        if address not in self.values:
            return Pending(name, key, unit, "", WAITS)
        value = self.values[address]
        return Figure(name, key, unit, value, "", Leaf(name, name, unit, "", Where("term-sheet.yaml"), value))


def make_library(files):
    """A library of templates by name; one without a header gets the usual one if it is named `a.md`."""
    return Library({name: Template(name, text) for name, text in files.items()})


@pytest.fixture
def book():
    return FakeBook()


@pytest.fixture
def book_of():
    """A book in which some values are others."""
    return lambda **values: FakeBook({**VALUES, **values})


@pytest.fixture
def library_of():
    """A library of one document `a.md` with the usual header, and of other files as they are."""
    return lambda body, files=(), header=HEADER: make_library({"a.md": header + body, **dict(files)})
