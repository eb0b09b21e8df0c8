"""What lowering gives: a function of whole numbers, and how each figure that it gives is to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any


class Uneven(Exception):  # noqa: N818  not an error: the row is worked out in exact numbers
    """A rule that is called as it is gave an amount in parts of a cent."""


@dataclass(frozen=True)
class Number:
    """A figure of the function that is a whole number over a denominator; `name` is its variable.

    `count`: rules take it as the whole number that it is.
    """

    name: str
    bottom: int
    count: bool = False


@dataclass(frozen=True)
class Flag:
    """A figure of the function that is true or false."""

    name: str


@dataclass(frozen=True)
class Exact:
    """A figure or leaf of the function that is taken and given as it is: a text, a date, an exact number."""

    name: str


@dataclass(frozen=True)
class Constant:
    """A figure that is the same in every row."""

    value: Any


@dataclass(frozen=True)
class Choice:
    """A figure of the function that is one of some texts; the function gives the place of the text among `values`."""

    name: str
    values: tuple[str, ...]


Place = Number | Flag | Exact | Constant | Choice


@dataclass(frozen=True, eq=False)
class Lowered:
    """A function of a row's label and then its `leaves`, in their order, that gives the figures of `wanted` in theirs.

    It raises `Uneven` for a row that has to be worked out in exact numbers.

    `places` says how each figure is to be read: a number is a whole number over the denominator of its place,
    and what is constant is there and not in what the function gives. `direct` are the figures whose rules are
    called as they are, each with the reason; `source` is the function as it was written.
    """

    function: Callable[..., tuple[Any, ...]] = field(repr=False)
    source: str = field(repr=False)
    places: Mapping[str, Place] = field(repr=False)
    leaves: tuple[str, ...]
    wanted: tuple[str, ...]
    direct: Mapping[str, str]

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Where each figure stands in what the function gives."""
        return {address: place for place, address in enumerate(self.wanted)}

    def read(self, address: str, given: Any) -> Any:
        """A figure as the exact number, text or flag that it is, from what the function gave for it."""
        place = self.places[address]
        if isinstance(place, Constant):
            return place.value
        if isinstance(place, Choice):
            return place.values[given]
        return Fraction(given, place.bottom) if isinstance(place, Number) and not place.count else given
