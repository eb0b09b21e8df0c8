"""The figures of some holdings as the mailing takes them: columns of texts for paper, and what decides a shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from lexdocs.documents.languages.names import is_name
from lexdocs.documents.languages.saying import IN_ENGLISH, Saying
from lexdocs.figures.batch import Batch, Part
from lexdocs.figures.figure import Pending
from lexdocs.figures.lowered import Constant, Exact, Flag, Number, Place
from lexdocs.mailing.cells import cell, number_cells
from lexdocs.mailing.formats import formatter, texts
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.units import Unit

ABSENT = "\uffff"
"""The text of a figure that is pending or not there: nothing can be printed for it. No text has this character."""


@dataclass
class Rows:
    """Some holdings of one batch, which one lowered function worked out, or none.

    `indexes` are their places in the batch; `saying` is how they are said, in which language. `exact` has all figures
    of rows that are no whole numbers, by address.
    """

    units: Mapping[str, Unit]
    indexes: Sequence[int]
    part: Part | None = None
    exact: Sequence[Mapping[str, Any]] = ()
    labels: Sequence[str] = ()
    saying: Saying = IN_ENGLISH
    _texts: dict[tuple[str, str | None], Sequence[str]] = field(default_factory=dict)
    _same: dict[Any, Sequence[str]] = field(default_factory=dict)  # what figures say that are one and the same number
    _known: dict[str, bool] = field(default_factory=dict)

    def unit(self, figure: str) -> Unit:
        """The unit of a figure, by its address without the holding."""
        return self.units[figure.partition("[")[0]]

    def addresses(self, name: str) -> Sequence[str]:
        """The addresses of a figure, without the holding: one, or one for each row of its other axes."""
        known = self.part.lowered.places if self.part is not None else next(iter(self.exact), {})
        found = [each for each in known if each == name or each.startswith(f"{name}[")]
        return found or [name]

    def values(self, figure: str) -> Sequence[Any]:
        """The values of a figure, one for each holding; None where it is pending or not there."""
        if self.part is None:
            return [_value(each.get(figure)) for each in self.exact]
        lowered = self.part.lowered
        if figure not in lowered.places:
            return [None] * len(self.indexes)
        place, column = lowered.places[figure], self.part.columns[figure]
        if isinstance(place, Constant):
            return [_value(place.value)] * len(self.indexes)
        if isinstance(place, Flag):
            return column
        if isinstance(place, Exact):
            return column if all(column) and set(map(type, column)) == {str} else [_value(each) for each in column]
        return [_value(lowered.read(figure, each)) for each in column]

    def cells(self, figure: str) -> Sequence[str]:
        """The values of a figure in plain decimals, one for each holding; nothing where there is none."""
        place, unit = self._place(figure), self.unit(figure)
        if isinstance(place, Constant):
            return [cell(_value(place.value), unit)] * len(self.indexes)
        if not isinstance(place, Number) or not self._is_known(figure):
            return [cell(each, unit) for each in self.values(figure)]
        if (place, unit) not in self._same:
            self._same[place, unit] = number_cells(self._column(figure), place.bottom, unit)
        return self._same[place, unit]

    def decisions(self, figure: str) -> Sequence[Any]:
        """What of a figure can decide words: of a flag its answer, of any other whether it is there."""
        if self.unit(figure) is Unit.FLAG:
            return self.values(figure)
        if isinstance(self._place(figure), Number):
            if self._is_known(figure):
                return [True] * len(self.indexes)
            return [not isinstance(each, Pending) for each in self._column(figure)]
        return [each is not None for each in self.values(figure)]

    def texts(self, figure: str, style: str | None) -> Sequence[str]:
        """A figure as it is printed on paper, one text for each holding; `ABSENT` where there is none."""
        if (figure, style) not in self._texts:
            self._texts[figure, style] = _spaced(self.as_written(figure, style))
        return self._texts[figure, style]

    def as_written(self, figure: str, style: str | None) -> Sequence[str]:
        """The same, where several spaces are still several."""
        place, unit = self._place(figure), self.unit(figure)
        if isinstance(place, Constant):
            value = _value(place.value)
            return [ABSENT if value is None else self._said(figure, style)([value])[0]] * len(self.indexes)
        if isinstance(place, Number) and self._is_known(figure):
            if (place, unit, style) not in self._same:
                made = formatter(unit, style, place.bottom, self.saying.language)
                self._same[place, unit, style] = made(self._column(figure))
            return self._same[place, unit, style]
        found = self.values(figure)
        known = [each for each in found if each is not None]
        if len(known) == len(found):
            return self._said(figure, style)(found)
        written = iter(self._said(figure, style)(known))
        return [ABSENT if each is None else next(written) for each in found]

    def _said(self, figure: str, style: str | None) -> Callable[[Sequence[Any]], list[str]]:
        """Prints values of a figure that are no whole numbers; phrases by the catalogue of another language."""
        unit, name = self.unit(figure), figure.partition("[")[0]
        made = texts(unit, style, self.saying.language)
        if self.saying.language == ENGLISH or is_name(name, unit):
            return made
        return lambda values: made([self.saying.text(name, each) if each else each for each in values])

    def _place(self, figure: str) -> Place | None:
        """How to read a figure of rows that are whole numbers."""
        return None if self.part is None else self.part.lowered.places.get(figure)

    def _column(self, figure: str) -> Sequence[Any]:
        return () if self.part is None else self.part.columns[figure]

    def _is_known(self, figure: str) -> bool:
        """Whether no holding's figure is pending."""
        if figure not in self._known:
            self._known[figure] = Pending not in set(map(type, self._column(figure)))
        return self._known[figure]


def _spaced(column: Sequence[str]) -> Sequence[str]:
    """Texts as a page shows them, where several spaces are one."""
    if "  " not in "\n".join(column):
        return column
    return [_SPACES.sub(" ", text) for text in column]


_SPACES = re.compile(" +")


def _value(given: Any) -> Any:
    return None if given is None or isinstance(given, Pending) else given


def rows_of(batch: Batch, units: Mapping[str, Unit]) -> Iterator[Rows]:
    """The holdings of a batch, in groups that are read alike."""
    labels = batch.rows.labels
    for part in batch.parts:
        yield Rows(units, part.indexes, part, labels=[labels[index] for index in part.indexes])
    if batch.exact:
        indexes = sorted(batch.exact)
        yield Rows(
            units, indexes, exact=[batch.exact[index] for index in indexes], labels=[labels[at] for at in indexes]
        )


def leaves_at(batch: Batch, passing: Sequence[str], index: int, scales: Mapping[str, int | None]) -> dict[str, Any]:
    """The leaves of one holding of a batch by address, as the exact values that they are."""
    if index in batch.rows.exact:
        return dict(zip(passing, batch.rows.exact[index], strict=True))
    found: dict[str, Any] = {}
    for address, column in zip(passing, batch.rows.columns, strict=True):
        scale = scales.get(address)
        found[address] = column[index] if scale is None else Fraction(column[index], scale)
    return found
