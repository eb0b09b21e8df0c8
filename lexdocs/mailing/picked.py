"""Some holdings of a group whose statements are made together, with their texts; each column is picked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from lexdocs.mailing.rows import Rows
from lexdocs.mailing.widths import Sorts

EVEN = ("cents", "accounting")  # styles whose texts are as wide as others of as many signs and of like ends


@dataclass
class Picked:
    """Holdings of `rows`, by their places there in ascending order."""

    rows: Rows
    places: Sequence[int]
    _texts: dict[tuple[str, str | None], Sequence[str]] = field(default_factory=dict)
    # Figures that are one and the same number have one column of texts, which its `id` tells: the rows keep it.
    _columns: dict[int, Sequence[str]] = field(default_factory=dict)
    _sorts: dict[int, Sorts] = field(default_factory=dict)

    def texts(self, figure: str, style: str | None) -> Sequence[str]:
        """A figure as it is printed on paper, one text for each holding; what is one number is one column."""
        if (figure, style) not in self._texts:
            column = self.rows.texts(figure, style)
            if id(column) not in self._columns:
                self._columns[id(column)] = picked(column, self.places)
            self._texts[figure, style] = self._columns[id(column)]
        return self._texts[figure, style]

    def sorts(self, figure: str, style: str | None) -> Sorts:
        """The texts of a figure in an even style, by their widths."""
        said = self.texts(figure, style)
        if id(said) not in self._sorts:
            self._sorts[id(said)] = Sorts.of(said)
        return self._sorts[id(said)]

    def only(self, places: Sequence[int]) -> Picked:
        """Those of them that are at some places of the rows."""
        return self if len(places) == len(self.places) else Picked(self.rows, places)


def picked(column: Sequence[str], places: Sequence[int]) -> Sequence[str]:
    """The texts of a column at some places, which are in order."""
    if len(places) == len(column):
        return column
    return itemgetter(*places)(column) if len(places) > 1 else [column[place] for place in places]
