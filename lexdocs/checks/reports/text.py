"""A report for people: what moved, and every place under it; then what has no such cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lexdocs.checks.reports.record import Report, Reported
from lexdocs.errors import Severity

_WIDEST = 60


def text(report: Report) -> str:
    """The results as lines, those of one cause under it; empty where there are none."""
    sections: dict[str, list[Reported]] = {}
    for each in report.results:
        sections.setdefault(each.cause, []).append(each)
    lines: list[str] = []
    for cause, results in sections.items():
        places = [each for each in results if not each.is_cause]
        if cause:
            lines += [" ".join(cause.split()), *(f"  {line}" for line in _table(places))] if places else []
        else:
            lines += [" ".join(str(each).split()) for each in places]
    return "".join(f"{line}\n" for line in lines)


def weighed(each: Reported, joint: str = "") -> str:
    """A result in a line by itself, with how much it weighs where it fails no run, and who accepts it.

    `joint` parts the place from what is said of it; left out, it is as problems have it.
    """
    joint = joint or (" " if each.where.column else ": ")
    weight = "" if each.level is Severity.ERROR else f"{each.level}: "
    line = f"{each.where}{joint}{weight}{each.message}" + (f"; {each.remedy}" if each.remedy else "")
    if each.accepted:
        line += f" (accepted by {each.accepted.by} until {each.accepted.until}: {each.accepted.because})"
    return " ".join(line.split())


def _table(results: Sequence[Reported]) -> Iterator[str]:
    """A line for each place: the file and its line, the figure, and how it is printed and calculated."""
    rows = [(str(each.where), each.figure, _says(each)) for each in results]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    for place, figure, says in rows:
        middle = f"{figure:{second}}  " if second else ""
        yield f"{place:{first}}  {middle}{says}".rstrip()


def _says(each: Reported) -> str:
    says = f"{_cut(each.printed)} → {_cut(each.calculated)}" if each.figure else " ".join(each.message.split())
    return says + (f"  accepted by {each.accepted.by}: {each.accepted.because}" if each.accepted else "")


def _cut(value: str) -> str:
    flat = " ".join(value.split())
    return flat if len(flat) <= _WIDEST else flat[: _WIDEST - 1] + "…"
