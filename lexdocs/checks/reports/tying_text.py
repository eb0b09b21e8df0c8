"""A tie-out for people: file by file what must be looked at, then how many ended in which way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lexdocs.checks.reports.record import Report, Reported
from lexdocs.checks.reports.text import weighed
from lexdocs.checks.reports.tying import said
from lexdocs.checks.tieout.item import Item, Outcome

_ITEMS = frozenset(f"tieout/{each}" for each in ("contradicted", "unexplained", "ambiguous", "irregular"))


def tying_text(report: Report, files: Sequence[str], *, every: bool = False) -> str:
    """The report as lines, those of a file together; `every` shows what ties and is set aside too."""
    lines: list[str] = []
    told: set[int] = set()
    for file in files:
        items = [item for item in report.items if item.file == file]
        own = [each for each in report.results if each.where.file == file and not _between(each, files)]
        told |= {id(each) for each in own}
        lines += [*(_line(each) for each in own), *_sound(items, every), f"{file}: {counted(items)}", ""]
    rest = [_line(each) for each in report.results if id(each) not in told]
    lines += [*rest, ""] if rest else []
    return "".join(f"{line}\n" for line in (*lines, *closing(report, files)))


def _between(each: Reported, files: Sequence[str]) -> bool:
    """Whether a result is about several of the files."""
    return each.rule_id == "tieout/said-two-ways" and sum(f"({file}, " in each.message for file in files) > 1


def _sound(items: Sequence[Item], every: bool) -> Iterator[str]:
    for item in items:
        if every and not item.stands:
            yield f"{_where(item)} {said(item)}"


def _where(item: Item) -> str:
    return f"{item.file}:{item.line}" if item.line else item.file


def _line(each: Reported) -> str:
    """A result in a line: an item's place follows its file at once."""
    return weighed(each, " " if each.rule_id in _ITEMS else "")


def counted(items: Sequence[Item]) -> str:
    """How many items ended in each way."""
    found = Counter(item.outcome for item in items)
    irregular = sum(bool(item.irregular) for item in items)
    ways = ", ".join(f"{found[outcome]:,} {outcome.value}" for outcome in Outcome)
    return f"{len(items):,} numbers and names: {ways}; {irregular:,} written irregularly"


def closing(report: Report, files: Sequence[str]) -> Iterator[str]:
    """What came of it in all, and what the files were held against."""
    if len(files) > 1:
        yield f"{len(files)} files: {counted(report.items)}"
    found = Counter(each.rule_id for each in report.results)
    yield (
        f"{found['tieout/said-two-ways']} said two ways, {found['tieout/omitted']} not stated, "
        f"{found['direction']} of rounding and sums"
    )
    accepted = sum(each.accepted is not None for each in report.results)
    if accepted:
        yield f"{accepted} results are accepted and shown all the same"
    yield f"held against term sheet SHA-256 {report.terms_sha256}"
