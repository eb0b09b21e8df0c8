"""What would leave a table of the capitalization without meaning: lines that are missing, doubled or half said."""

from __future__ import annotations

from collections import Counter

from lexdocs.offers.capitalization_terms import NAMED_BY_TERMS, Capitalization, CapitalKind, CapitalLine


def capitalization_faults(stated: Capitalization | None, *, several: bool = False) -> list[str]:
    """A line for each fault: the path of the term, what is wrong, and the remedy.

    `several` says that the offer has several series or new notes, so that a line says whose it is.

    >>> capitalization_faults(None)
    []
    """
    if stated is None:
        return []
    faults = [
        f"capitalization.lines[{index}]{said}"
        for index, line in enumerate(stated.lines)
        for said in _line(line, several=several)
    ]
    count = Counter(line.kind for line in stated.lines)
    for kind in (CapitalKind.OLD, CapitalKind.NEW):
        if not count[kind] or (count[kind] > 1 and not several):
            there = f"there are {count[kind]} lines" if count[kind] else "there is no line"
            faults.append(f"capitalization.lines: {there} of the kind {kind}; write one")
    if count[CapitalKind.CASH] > 1:
        faults.append(f"capitalization.lines: there are {count[CapitalKind.CASH]} lines of cash; write one")
    if stated.expenses is not None and stated.expenses < 0:
        faults.append("capitalization.expenses: must not be less than nothing; correct the amount")
    return faults


def _line(line: CapitalLine, *, several: bool) -> list[str]:
    faults = []
    if line.heading is None and line.kind not in NAMED_BY_TERMS:
        faults.append(".heading: a line of this kind has no title of its own; write what it is called")
    if line.kind is CapitalKind.NEW and line.amount is not None:
        faults.append(".amount: new notes are calculated, and have no amount before the offer; leave it out")
    if line.kind is not CapitalKind.NEW and line.amount is None:
        faults.append(".amount: there is none; write it, or leave the line out")
    if several and line.of is None and line.kind in (*NAMED_BY_TERMS, CapitalKind.INTEREST):
        faults.append(".of: the offer has several; write the label of the one that the line is of")
    return faults
