"""The compiled function as the mailing calls it: lowered to whole numbers where it can be, the same in every figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from lexdocs.figures.compiled import Compiled
from lexdocs.figures.figure import Pending
from lexdocs.figures.formula import Asked
from lexdocs.figures.lowered import Lowered, Uneven
from lexdocs.figures.lowering import lower
from lexdocs.notation.rounding import as_decimal
from lexdocs.notation.units import SCALES, Unit, Value

MOST_TEXTS = 64
"""A text of the rows that says more different things than this is not told apart; its rules are called as they are."""


class Quick:
    """The function of `compiled`, by way of whole numbers; what it gives is equal in every figure.

    A rule that looks something up by a text of the row, such as its series, is lowered for each such text by
    itself; `by` are these texts. `wanted` limits the figures, `leaves` says which arguments the function takes.
    Rows whose amounts are no whole number of their scale go the exact way; `exact_rows` counts them.
    """

    def __init__(
        self, compiled: Compiled, wanted: Iterable[str] | None = None, leaves: Iterable[str] | None = None
    ) -> None:
        self.compiled = compiled
        self.wanted = None if wanted is None else tuple(wanted)
        self.leaves = None if leaves is None else tuple(leaves)
        self.by: tuple[str, ...] = ()
        self.common = self._common()
        self.functions: dict[tuple[Any, ...], Lowered] = {}
        self.exact_rows = 0
        self._decimals = {step.address for step in compiled.steps if step.decimal}
        self._counts = {step.address for step in compiled.steps if step.rule.unit is Unit.COUNT}

    def _common(self) -> Lowered:
        """The function for rows whose texts are not told apart; it finds the texts on which rules turn."""
        while True:
            try:
                return lower(self.compiled, self.wanted, unknown=self.by, leaves=self.leaves)
            except Asked as asked:
                self.by = (*self.by, asked.address)

    def lowered(self, texts: tuple[Any, ...]) -> Lowered:
        """The function for rows that say `texts` in the places of `by`."""
        if not self.by:
            return self.common
        found = self.functions.get(texts)
        if found is None:
            if len(self.functions) == MOST_TEXTS:
                return self.common
            known = dict(zip(self.by, texts, strict=True))
            found = self.functions[texts] = lower(self.compiled, self.wanted, known, self.compiled.leaves, self.leaves)
        return found

    @property
    def direct(self) -> Mapping[str, str]:
        """The figures whose rules are called as they are, each with the reason."""
        used = self.functions.values() or (self.common,)
        return {address: why for each in used for address, why in each.direct.items()}

    def __call__(self, leaves: Mapping[str, Value], label: str = "") -> dict[str, Value]:
        """The figures of the row called `label`, by address, as the compiled function gives them."""
        taken: list[Any] = []
        for address in self.common.leaves:
            value: Any = leaves[address]
            scale = SCALES.get(self.compiled.leaves[address].unit)
            if scale is not None and isinstance(value, Fraction | int):
                whole = value * scale
                if whole.denominator != 1:
                    self.exact_rows += 1
                    return self._all(self.compiled(leaves, label))
                value = whole.numerator
            taken.append(value)
        lowered = self.lowered(tuple([leaves[name] for name in self.by]))
        try:
            figures = lowered.function(label, *taken)
        except Uneven:
            self.exact_rows += 1
            return self._all(self.compiled(leaves, label))
        found: dict[str, Value] = {**leaves, self.compiled.axis: label}
        for address, figure in zip(lowered.wanted, figures, strict=True):
            found[address] = self._value(address, lowered, figure)
        return found

    def _value(self, address: str, lowered: Lowered, figure: Any) -> Any:
        exact = lowered.read(address, figure)
        if address in self._counts and isinstance(exact, Fraction):
            exact = exact.numerator
        return as_decimal(Fraction(exact)) if address in self._decimals and not isinstance(exact, Pending) else exact

    def _all(self, found: dict[str, Value]) -> dict[str, Value]:
        kept = self.wanted
        if kept is None:
            return found
        return {each: value for each, value in found.items() if each in kept or each in self.compiled.leaves}
