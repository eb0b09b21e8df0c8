"""Amounts that are not known yet: a rule's own function, called with them, says what it does with any row.

An `Amount` is a sum of products of named whole numbers over one denominator that is known, so that adding,
subtracting, multiplying and rounding stay exact and whole. Where the function asks whether an amount is
more than another, its `Path` decides, and notes that it did; whatever an amount cannot answer it refuses.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import Any, NoReturn

from lexdocs.figures.path import ABOVE, BELOW, ONE, SIGNS, ZERO, Path, Terms, Untraceable, comparison, written
from lexdocs.notation.rounding import Ratio, round_to
from lexdocs.notation.units import Rounding


def amount(path: Path, terms: Terms, bottom: int) -> Any:
    """A sum over a denominator, reduced; a `Fraction` where nothing in it is unknown."""
    kept = {product: factor for product, factor in terms.items() if factor}
    common = gcd(bottom, *kept.values())
    kept = {product: factor // common for product, factor in kept.items()}
    if not kept.keys() - {ONE}:
        return Fraction(kept.get(ONE, 0), bottom // common)
    return Amount(path, kept, bottom // common)


class Amount(Ratio):
    """A number of a row that is not known yet."""

    __hash__ = None  # type: ignore[assignment]  # nothing can be looked up by it

    def __init__(self, path: Path, terms: Terms, bottom: int) -> None:
        self.path, self.terms, self.bottom = path, terms, bottom

    @property
    def ratio(self) -> tuple[Any, int]:
        """The sum, and its denominator."""
        return amount(self.path, self.terms, 1), self.bottom

    def __add__(self, other: object) -> Any:
        found = _known(other)
        if found is None:
            return NotImplemented
        terms, bottom = found
        common = lcm(self.bottom, bottom)
        total = {product: factor * (common // self.bottom) for product, factor in self.terms.items()}
        for product, factor in terms.items():
            total[product] = total.get(product, 0) + factor * (common // bottom)
        return amount(self.path, total, common)

    def __mul__(self, other: object) -> Any:
        found = _known(other)
        if found is None:
            return NotImplemented
        total: dict[tuple[str, ...], int] = {}
        for mine, factor in self.terms.items():
            for theirs, times in found[0].items():
                product = tuple(sorted(mine + theirs))
                total[product] = total.get(product, 0) + factor * times
        return amount(self.path, total, self.bottom * found[1])

    def __truediv__(self, other: object) -> Any:
        return self * (1 / _number(other))

    def __floordiv__(self, other: object) -> Any:
        steps = self / other
        if not isinstance(steps, Amount):
            return Fraction(steps // 1)
        if steps.bottom == 1:
            return steps
        sum_ = written(steps.terms)
        name = self.path.named(
            f"({sum_}) // {steps.bottom}" if " " in sum_ or "-" in sum_ else f"{sum_} // {steps.bottom}"
        )
        return Amount(self.path, {(name,): 1}, 1)

    def __mod__(self, other: object) -> Any:
        return self - (self // other) * other

    def __divmod__(self, other: object) -> Any:
        whole = self // other
        return whole, self - whole * other

    def __neg__(self) -> Any:
        return self * -1

    def __pos__(self) -> Any:
        return self

    def __abs__(self) -> Any:
        return -self if self < 0 else self

    def __sub__(self, other: object) -> Any:
        return NotImplemented if _known(other) is None else self + other * -1  # type: ignore[operator]  # it is a number

    def __rsub__(self, other: object) -> Any:
        return -self + other

    __radd__, __rmul__ = __add__, __mul__

    def __floor__(self) -> Any:
        return self // 1

    def __ceil__(self) -> Any:
        return -(-self // 1)

    def __trunc__(self) -> Any:
        return round_to(self, Rounding.DOWN)

    def __lt__(self, other: object) -> Any:
        return self._compared(other, BELOW)

    def __le__(self, other: object) -> Any:
        return self._compared(other, BELOW, ZERO)

    def __gt__(self, other: object) -> Any:
        return self._compared(other, ABOVE)

    def __ge__(self, other: object) -> Any:
        return self._compared(other, ABOVE, ZERO)

    def __eq__(self, other: object) -> Any:
        return self._compared(other, ZERO)

    def __ne__(self, other: object) -> Any:
        return self._compared(other, BELOW, ABOVE)

    def _compared(self, other: object, *signs: int) -> Any:
        if _known(other) is None:
            return NotImplemented
        less = self - other
        if isinstance(less, Amount):
            return Condition(self.path, less.terms, frozenset(signs))
        return (less > 0) - (less < 0) in signs

    def __bool__(self) -> bool:
        return bool(self != 0)

    def __str__(self) -> str:
        raise Untraceable("its digits are asked for")

    def __format__(self, _spec: str) -> str:
        raise Untraceable("its digits are asked for")


class Condition:
    """A question about an amount: whether its sign is among `signs`. Asked for its truth, its path decides."""

    __hash__ = None  # type: ignore[assignment]  # nothing can be looked up by it

    def __init__(self, path: Path, terms: Terms, signs: frozenset[int]) -> None:
        # One way of writing each question: no common factor, and the first factor positive.
        common = gcd(*terms.values()) * (1 if next(iter(sorted(terms.items())))[1] > 0 else -1)
        self.path, self.terms = path, {product: factor // common for product, factor in terms.items()}
        self.signs = signs if common > 0 else frozenset(-sign for sign in signs)

    def __bool__(self) -> bool:
        return self.path.decide(self.terms, self.signs)

    def __str__(self) -> str:
        """The question as an expression."""
        return comparison(self.terms, SIGNS[self.signs])

    def __format__(self, _spec: str) -> str:
        raise Untraceable("its answer is asked for in words")

    def __eq__(self, other: object) -> bool:
        return bool(self) == other

    def __add__(self, other: Any) -> Any:
        return int(bool(self)) + other

    def __mul__(self, other: Any) -> Any:
        return int(bool(self)) * other

    def __and__(self, other: Any) -> Any:
        return bool(self) & other

    def __or__(self, other: Any) -> Any:
        return bool(self) | other

    __radd__, __rmul__, __rand__, __ror__ = __add__, __mul__, __and__, __or__


class Word:
    """A text of a row, or whatever else is no amount: it can be handed on, and nothing else.

    `says` are the texts that the row says of itself and from which it follows: a rule that looks something up by
    it can be traced for each of them by itself.
    """

    def __init__(self, address: str, says: tuple[str, ...] = ()) -> None:
        self.address, self.says = address, says

    def _looked_up(self, *_other: object) -> NoReturn:
        if self.says:
            raise Asked(self.says[0])
        self._asked()

    def _asked(self, *_args: object) -> NoReturn:
        raise Untraceable(f"it depends on what {self.address} says")

    __hash__ = __eq__ = __ne__ = _looked_up
    __str__ = __format__ = __bool__ = __len__ = __iter__ = __getitem__ = __contains__ = _asked
    __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __floordiv__ = __neg__ = __abs__ = _asked
    __add__ = __radd__ = __lt__ = __gt__ = __le__ = __ge__ = _asked


class Asked(Untraceable):
    """A rule asks what a text of the row says: it can be traced only for a text that is known."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(f"it depends on what {address} says")


def _known(other: object) -> tuple[Terms, int] | None:
    """A number as a sum over a denominator; None for what is no number."""
    if isinstance(other, Amount):
        return other.terms, other.bottom
    if isinstance(other, int | Fraction):
        return {ONE: other.numerator}, other.denominator
    return None


def _number(other: object) -> Fraction:
    if not isinstance(other, int | Fraction):
        raise Untraceable("it is divided by what is not known yet")
    return Fraction(other)
