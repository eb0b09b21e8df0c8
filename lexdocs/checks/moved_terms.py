"""The terms that differ between two records: what was typed otherwise, and what was only renamed or moved by that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lexdocs.checks.causes import ABSENT, EDITED, Cause, CauseKind, Record, shown, stem
from lexdocs.errors import Where

_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True)
class MovedTerms:
    """The terms among the figures that differ; `where` says where a path of the terms stands."""

    before: Record
    after: Record
    moved: Iterable[str]
    where: Callable[[str], Where | None]

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The path of each term that differs, by its figure's address."""
        found = ((each, path_of(self.after, each) or path_of(self.before, each)) for each in self.moved)
        return {address: path for address, path in found if path}

    def causes(self, address: str) -> tuple[Cause, ...]:
        """Why a term differs: it was typed otherwise, or the label of its row was, or it stands elsewhere."""
        path = self.paths[address]
        was, now = self.before.get(address), self.after.get(address)
        if was is None or now is None:
            return self._renamed(address, path) or (self._typed(path, *self._both(address)),)
        if _said(was) != _said(now):
            return (EDITED,) if was.get("shown") == now.get("shown") else (self._typed(path, *self._both(address)),)
        if was.get("path") != now.get("path"):
            return (Cause(CauseKind.PATH, stem(address), str(was.get("path")), path, self.where(path)),)
        if was.get("assumed") != now.get("assumed"):
            says = [f"assumed by {each['assumed']}" if "assumed" in each else "stated" for each in (was, now)]
            return (self._typed(path, says[0], says[1]),)
        return (EDITED,)

    def _both(self, address: str) -> tuple[str, str]:
        return shown(self.before, address), shown(self.after, address)

    def _typed(self, path: str, before: str, after: str) -> Cause:
        return Cause(CauseKind.TERM, path, before, after, self.where(path))

    def _renamed(self, address: str, path: str) -> tuple[Cause, ...]:
        """The causes of a term whose row has another label now: it stands at its path as before, under another address.

        Nothing for a term of a row that is new, or gone.
        """
        one, other = (self._before_at, self._after_at) if address in self.before else (self._after_at, self._before_at)
        sides = (self.before, self.after)
        across = other.get(path)
        if across is None or all(across in side for side in sides) or one.get(path) != address:
            return ()
        labels = [each for each in {**self._before_at, **self._after_at} if _row_of(each) == _row_of(path)]
        typed = [self._at(each) for each in labels if self._differs(each)]
        own = [self._at(path)] if self._differs(path) else typed
        return tuple(own)

    def _at(self, path: str) -> Cause:
        before, after = self._before_at.get(path), self._after_at.get(path)
        was = shown(self.before, before) if before else ABSENT
        return self._typed(path, was, shown(self.after, after) if after else ABSENT)

    def _differs(self, path: str) -> bool:
        before, after = self._before_at.get(path), self._after_at.get(path)
        was = self.before[before] if before else _NOTHING
        return _said(was) != _said(self.after[after] if after else _NOTHING)

    @cached_property
    def _before_at(self) -> Mapping[str, str]:
        return {path: each for each in self.before if (path := path_of(self.before, each))}

    @cached_property
    def _after_at(self) -> Mapping[str, str]:
        return {path: each for each in self.after if (path := path_of(self.after, each))}


def path_of(side: Record, address: str) -> str:
    """The path of a term in a record; empty for what is no term."""
    return str(side.get(address, _NOTHING).get("path", ""))


def says_otherwise(was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> bool:
    """Whether two entries of a figure differ in what a calculation can see."""
    return was is None or now is None or _said(was) != _said(now)


def _said(entry: Mapping[str, Any]) -> tuple[object, ...]:
    return entry.get("value"), entry.get("shown"), entry.get("pending")


def _row_of(path: str) -> str:
    """The row in which a term stands, as part of its path.

    >>> _row_of("fee.installments[2].date"), _row_of("fee.amount")
    ('fee.installments[2]', '')
    """
    return path[: path.rfind("]") + 1]
