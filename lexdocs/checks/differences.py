"""Differences between two books: each figure that is another one, with what moved it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lexdocs.checks.causes import (
    ABSENT,
    EDITED,
    RECORD_EDITED,
    Ancestry,
    Cause,
    CauseKind,
    Record,
    row,
    shown,
    stem,
)
from lexdocs.checks.moved_terms import MovedTerms, says_otherwise


@dataclass(frozen=True)
class Moved:
    """A figure that differs between two books: how it was and is shown, and what moved it."""

    address: str
    before: str
    after: str
    causes: tuple[Cause, ...]

    @property
    def appeared(self) -> bool:
        """Whether it stands in the later book alone."""
        return self.before == ABSENT

    @property
    def vanished(self) -> bool:
        """Whether it stands in the earlier book alone."""
        return self.after == ABSENT


def differences(
    before: Record, after: Record, ancestry: Ancestry | None = None, *, same_terms: bool = False
) -> tuple[Moved, ...]:
    """The figures whose entries differ between two records, those of `after` first and in its order.

    With the `ancestry` in the book of `after`, a figure's causes are those of the inputs of it that moved, down to
    the terms; where none of its inputs moved, its rule did. From two records alone, a figure that is no term may
    follow from any term that moved, and all of them are named. `same_terms` says that both were made from the same
    deal folder: a term that differs was then edited in the record.

    >>> was = {"rate": {"shown": "9%", "path": "notes.rate"}, "interest": {"shown": "$90"}}
    >>> now = {"rate": {"shown": "8%", "path": "notes.rate"}, "interest": {"shown": "$80"}}
    >>> [(each.address, str(each.causes[0])) for each in differences(was, now)]
    [('rate', 'notes.rate: 9% → 8%'), ('interest', 'notes.rate: 9% → 8%')]
    """
    moved = [
        each
        for each in (*after, *(gone for gone in before if gone not in after))
        if before.get(each) != after.get(each)
    ]
    if not moved:
        return ()
    search = _Search(before, after, ancestry, same_terms, moved)
    return tuple(Moved(each, shown(before, each), shown(after, each), search.causes(each)) for each in moved)


class _Search:
    """The causes found so far, and what they are looked for in."""

    def __init__(
        self, before: Record, after: Record, ancestry: Ancestry | None, same_terms: bool, moved: Iterable[str]
    ) -> None:
        self.before, self.after, self.ancestry, self.same_terms = before, after, ancestry, same_terms
        self.typed = MovedTerms(before, after, moved, ancestry.where if ancestry else lambda _path: None)
        # What only stands elsewhere, or is assumed by another, moves nothing that follows from it.
        self.moved = {each: None for each in moved if says_otherwise(before.get(each), after.get(each))}
        self.terms = {each: path for each, path in self.typed.paths.items() if each in self.moved}
        self.found: dict[str, tuple[Cause, ...]] = {}

    def causes(self, address: str) -> tuple[Cause, ...]:
        if address not in self.found:
            self.found[address] = ()  # while it is looked for: rows of one figure may stand above one another
            own = self._own(address)
            above = () if own else dict.fromkeys(cause for each in self._above(address) for cause in self.causes(each))
            self.found[address] = own or tuple(above) or (self._rule(address),)
        return self.found[address]

    def _own(self, address: str) -> tuple[Cause, ...]:
        """The causes in a term itself, or in the hand that edited its entry; nothing for what is calculated."""
        if address in self.typed.paths:
            return (RECORD_EDITED,) if self.same_terms else self.typed.causes(address)
        return (EDITED,) if _only_the_entry(self.before.get(address), self.after.get(address)) else ()

    def _above(self, address: str) -> Iterable[str]:
        if self.ancestry is None:
            return self.terms
        above = self.ancestry.above(address, self.moved, self.terms)
        was, now = self.before.get(address), self.after.get(address)
        if not above and was and "pending" in was:
            still = now.get("pending", ()) if now else ()
            above = tuple(each for each, path in self.terms.items() if path in was["pending"] and path not in still)
        if not above and (was is None or now is None):
            above = self.ancestry.deciding(address, self.moved, self.terms)
        return above

    def _rule(self, address: str) -> Cause:
        where = self.ancestry.rule(address) if self.ancestry else None
        # The rows of one rule are one cause.
        said = ("", "") if row(address) else (shown(self.before, address), shown(self.after, address))
        return Cause(CauseKind.RULE, stem(address), *said, where)


def _only_the_entry(was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> bool:
    """Whether two entries of a figure say the same to a reader, and exactly: then no calculation made them differ."""
    if was is None or now is None or was.get("pending") != now.get("pending"):
        return False
    return was.get("shown") == now.get("shown") and not str(was.get("shown")).startswith("≈")
