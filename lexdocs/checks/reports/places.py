"""Where a result stands in the reader's own tree: the file's path from the folder in which the verb was run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lexdocs.checks.reports.record import Report
from lexdocs.errors import Where


@dataclass(frozen=True)
class Places:
    """Finds the file that a place names: `folders` are those in which it may lie, the likeliest first."""

    here: Path
    folders: Sequence[Path]

    def placed(self, where: Where) -> Where:
        """The place with its file as a path from `here`; one that lies elsewhere keeps its whole path."""
        for folder in self.folders:
            for name in (where.file, f"{where.file}.html"):
                if where.file and (folder / name).is_file():
                    return replace(where, file=self._from_here(folder / name))
        return where

    def report(self, report: Report) -> Report:
        """The report with every result, every item and every file that was looked at placed."""
        results = (
            replace(each, where=self.placed(each.where), cause_at=self.placed(each.cause_at) if each.cause_at else None)
            for each in report.results
        )
        items = (replace(each, file=self.placed(Where(each.file)).file) for each in report.items)
        examined = (self.placed(Where(each)).file for each in report.examined)
        return replace(report, results=tuple(results), examined=tuple(examined), items=tuple(items))

    def _from_here(self, path: Path) -> str:
        whole, here = path.resolve(), self.here.resolve()
        return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else whole.as_posix()
