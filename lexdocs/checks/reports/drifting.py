"""Results from drift: what moved first, each followed by every place where that shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lexdocs.checks.causes import Cause, CauseKind
from lexdocs.checks.drifted import Drift, Drifted, Fault, Reworded
from lexdocs.checks.reports.record import Reported, fingerprint
from lexdocs.errors import Severity, Where

_MOVED = {CauseKind.TERM: "term-moved", CauseKind.PATH: "term-moved", CauseKind.RULE: "rule-moved"}
_FAULTS = {
    Fault.WORDS: "words-drifted", Fault.MARKUP: "markup-drifted", Fault.MISSING: "file-missing",
    Fault.STRANGER: "file-unknown", Fault.RECORD: "record-drifted",
}  # fmt: skip


def of_drift(drift: Drift) -> Iterator[Reported]:
    """The results of a drift check, section by section: a term or rule that moved, then the places under it."""
    told: set[str] = set()
    sections = drift.by_cause()
    places = Counter(cause for causes, found in sections.items() for cause in causes for _ in found)
    for causes, found in sections.items():
        said = "; ".join(str(cause) for cause in causes)
        heads = [head for cause in causes if (head := _of_cause(cause, said, places[cause]))]
        names = tuple(head.fingerprint for head in heads)
        yield from (head for head in heads if head.fingerprint not in told)
        told |= set(names)
        at = causes[0].where if causes else None
        for each in found:
            if isinstance(each, Drifted):
                yield _of_figure(each, said, names, at)
            else:
                yield _of_words(each, said, names, at)


def _of_cause(cause: Cause, said: str, places: int) -> Reported | None:
    """The result that stands for what moved; a hand and a template's words have their places alone."""
    rule_id = _MOVED.get(cause.kind)
    if rule_id is None:
        return None
    name = fingerprint(rule_id, cause.name, cause.before, cause.after)
    where = cause.where or Where("term-sheet.yaml")
    message = f"{cause.says}, and {places} place{'' if places == 1 else 's'} with it"
    return Reported(rule_id, Severity.ERROR, where, message, name, cause=said, causes=(name,), cause_at=cause.where)


def _of_figure(each: Drifted, said: str, names: tuple[str, ...], at: Where | None) -> Reported:
    by_hand = any(cause.kind is CauseKind.HAND for cause in each.causes)
    rule_id = "edited-by-hand" if by_hand else "figure-drifted"
    name = fingerprint(rule_id, each.document, each.name, each.printed, each.calculated)
    message = f"{each.name}: printed {each.printed}, calculated {each.calculated}"
    return Reported(
        rule_id, Severity.ERROR, Where(each.document, each.line), message, name, said, "", each.name, each.printed,
        each.calculated, names, at,
    )  # fmt: skip


def _of_words(each: Reworded, said: str, names: tuple[str, ...], at: Where | None) -> Reported:
    rule_id = _FAULTS[each.fault]
    name = fingerprint(rule_id, each.document, "" if each.line else each.place, each.says)
    message = each.says if each.line or each.place in ("file", "page") else f"{each.place} {each.says}"
    where = Where(each.document, each.line)
    return Reported(rule_id, Severity.ERROR, where, message, name, cause=said, causes=names, cause_at=at)
