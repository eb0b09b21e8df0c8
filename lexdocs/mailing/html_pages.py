"""HTML statements: for each holder the page that the long way would give, filled into that of another where it can be.

Two holders of a shape show that its pattern holds: their pages are made the long way too. Where one of them is another
than the pattern gives, all of that shape are made the long way, and are told with the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from lexdocs.documents.marks import unprintable
from lexdocs.errors import LexdocsError
from lexdocs.figures.batch import Batch
from lexdocs.mailing.html_patterns import Filling, Pattern, pattern_of
from lexdocs.mailing.rows import ABSENT, Rows, leaves_at
from lexdocs.mailing.shaping import Key, Shapes
from lexdocs.mailing.stamping import Stamping, Statement
from lexdocs.notation.units import SCALES

_SHOWN = 2  # holders whose pages show that a pattern holds
_APART = "its words differ from holder to holder by more than what is filled into them"


class HtmlPages:
    """Makes the HTML statements of holdings, beside those of `stamping` or alone.

    `passing` are the addresses of their leaves, in the order of their columns, and `decimals` the figures that are
    rounded.
    """

    def __init__(
        self, shapes: Shapes, passing: Sequence[str], decimals: Collection[str], stamping: Stamping | None
    ) -> None:
        self.shapes, self.passing, self.decimals, self.stamping = shapes, passing, decimals, stamping
        self.scales = {each: SCALES.get(shapes.units[each.partition("[")[0]]) for each in passing}
        self.known: dict[Key, Pattern] = {}
        self.shown: dict[Key, int] = {}

    def statements(self, batch: Batch, groups: Iterable[Rows]) -> list[Statement]:
        """The statement of each holding of a batch, in its order."""
        if self.stamping is not None:
            made = self.stamping.statements(batch, groups)
        else:
            made = [Statement(label) for label in batch.rows.labels]
        for rows, places in (own for each in groups for own in self.shapes.tongues.of(each)):
            filling, keys = Filling(rows, self.decimals), self.shapes.keys(rows)
            for place in range(len(keys)) if places is None else places:
                key = keys[place]
                index = rows.indexes[place]
                if self.stamping is None or made[index].shape >= 0 or made[index].paper:
                    made[index] = self._with(made[index], key, filling, place, batch)
        return made

    def _with(self, statement: Statement, key: Key, filling: Filling, place: int, batch: Batch) -> Statement:
        """A statement with its page; without one there is no statement."""
        rows = filling.rows
        leaves = partial(leaves_at, batch, self.passing, rows.indexes[place], self.scales)
        pattern = self.known.get(key)
        try:
            if pattern is None or (self.shown[key] < _SHOWN and not pattern.why):
                page = self.shapes.way.page(statement.label, leaves())
                pattern = self._held(pattern, key, page, filling, place, leaves())
            if not pattern.why:
                texts = tuple([filling.column(gap)[place] for gap in pattern.gaps])
                if _are_printed(texts):
                    return statement._replace(page=pattern, texts=texts)
            why = pattern.why or "it would print what is not there, or what does not print"
            page = self.shapes.way.page(statement.label, leaves())
        except LexdocsError as error:
            return Statement(statement.label, why=statement.why, problems=error.problems)
        return statement._replace(texts=(page,), why=statement.why or why)

    def _held(
        self, pattern: Pattern | None, key: Key, page: str, filling: Filling, place: int, leaves: Mapping[str, Any]
    ) -> Pattern:
        """The pattern of a shape held against the page of one more holder; without it where it does not hold."""
        way, label = self.shapes.way, filling.rows.labels[place]
        found = pattern or pattern_of(way, f"{self.shapes.run} html {key}", page, label, leaves)
        if self.shapes.astray:
            found = Pattern(found.name, why=self.shapes.astray)
        elif found.filled([filling.column(gap)[place] for gap in found.gaps]) != page:
            found = Pattern(found.name, why=_APART)
        self.known[key] = found
        self.shown[key] = self.shown.get(key, 0) + 1
        return found


def _are_printed(texts: Sequence[str]) -> bool:
    joined = "".join(texts)
    return ABSENT not in joined and (joined.isprintable() or not any(map(unprintable, joined)))
