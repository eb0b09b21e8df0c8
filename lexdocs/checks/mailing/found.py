"""What does not tie in a mailing, gathered: all of it at once, and no holder by name."""

from __future__ import annotations

from collections import Counter

from lexdocs.checks.mailing.told import MANIFEST
from lexdocs.checks.reports.record import Reported, fingerprint
from lexdocs.errors import Severity, Where

_MOST = 100  # findings of a kind that are told one by one: one lost page may move a million others
ANEW = "copy the mailing anew from where it was made, or make it again"


class Found:
    """Findings by kind; those past so many of a kind are counted alone."""

    def __init__(self) -> None:
        self.told: list[Reported] = []
        self.counts: Counter[str] = Counter()

    def __len__(self) -> int:
        return self.counts.total()

    def add(self, kind: str, where: str | int, what: str, remedy: str = ANEW) -> None:
        """Something that does not tie; `where` is a file, or the line of a holder in the manifest."""
        rule = f"mailing/{kind}"
        self.counts[rule] += 1
        if self.counts[rule] <= _MOST:
            place = Where(MANIFEST, where) if isinstance(where, int) else Where(where)
            name = fingerprint(rule, str(place), what)
            self.told.append(Reported(rule, Severity.ERROR, place, what, name, remedy=remedy))

    def results(self) -> tuple[Reported, ...]:
        """All of them, and how many are not told one by one."""
        more = tuple(
            Reported(rule, Severity.ERROR, Where(MANIFEST), f"and {count - _MOST:,} more of this kind",
                     fingerprint(rule, "more"), remedy=ANEW)
            for rule, count in self.counts.items() if count > _MOST
        )  # fmt: skip
        return (*self.told, *more)
