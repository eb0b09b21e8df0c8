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
    _sorts: dict[tuple[str, str | None], Sorts] = field(default_factory=dict)

    def texts(self, figure: str, style: str | None) -> Sequence[str]:
        """A figure as it is printed on paper, one text for each holding."""
        if (figure, style) not in self._texts:
            self._texts[figure, style] = picked(self.rows.texts(figure, style), self.places)
        return self._texts[figure, style]

    def sorts(self, figure: str, style: str | None) -> Sorts:
        """The texts of a figure in an even style, by their widths."""
        if (figure, style) not in self._sorts:
            self._sorts[figure, style] = Sorts.of(self.texts(figure, style))
        return self._sorts[figure, style]

    def only(self, places: Sequence[int]) -> Picked:
        """Those of them that are at some places of the rows."""
        return self if len(places) == len(self.places) else Picked(self.rows, places)


def picked(column: Sequence[str], places: Sequence[int]) -> Sequence[str]:
    """The texts of a column at some places, which are in order."""
    if len(places) == len(column):
        return column
    return itemgetter(*places)(column) if len(places) > 1 else [column[place] for place in places]
