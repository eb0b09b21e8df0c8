"""Differences between two books: each figure that is another one, with what moved it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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

_NOTHING: Mapping[str, Any] = {}


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
    search = _Search(before, after, ancestry, same_terms, dict.fromkeys(moved))
    return tuple(Moved(each, shown(before, each), shown(after, each), search.causes(each)) for each in moved)


@dataclass
class _Search:
    """The causes found so far, and the figures whose causes are being looked for."""

    before: Record
    after: Record
    ancestry: Ancestry | None
    same_terms: bool
    moved: Mapping[str, None]
    found: dict[str, tuple[Cause, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        paths = ((each, self._path(each)) for each in self.moved)
        self.terms = {each: path for each, path in paths if path}

    def causes(self, address: str) -> tuple[Cause, ...]:
        if address not in self.found:
            self.found[address] = ()  # while it is looked for: rows of one figure may stand above one another
            own = self._own(address)
            above = () if own else dict.fromkeys(cause for each in self._above(address) for cause in self.causes(each))
            self.found[address] = (own,) if own else tuple(above) or (self._rule(address),)
        return self.found[address]

    def _path(self, address: str) -> str:
        was, now = self.before.get(address, _NOTHING), self.after.get(address, _NOTHING)
        return str(now.get("path", was.get("path", "")))

    def _own(self, address: str) -> Cause | None:
        """The cause in a term itself, or in the hand that edited its entry; None for what is calculated."""
        was, now = self.before.get(address), self.after.get(address)
        path = self.terms.get(address)
        if path is None:
            return EDITED if _only_the_entry(was, now) else None
        where = self.ancestry.where(path) if self.ancestry else None
        if self.same_terms:
            return RECORD_EDITED
        if was and now and (was.get("value"), was.get("shown")) == (now.get("value"), now.get("shown")):
            if was.get("path") != now.get("path"):
                return Cause(CauseKind.PATH, stem(address), str(was.get("path")), path, where)
            if was.get("assumed") != now.get("assumed"):
                says = [f"assumed by {each['assumed']}" if "assumed" in each else "stated" for each in (was, now)]
                return Cause(CauseKind.TERM, path, says[0], says[1], where)
        if shown(self.before, address) == shown(self.after, address) and was and now:
            return EDITED
        return Cause(CauseKind.TERM, path, shown(self.before, address), shown(self.after, address), where)

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
