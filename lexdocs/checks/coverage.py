"""Coverage: every number in the visible text of a document has a proof, or is a declared citation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lexdocs.documents.document import Document
from lexdocs.documents.prose import occurrences
from lexdocs.documents.visible import Block, blocks
from lexdocs.errors import Problem, Where
from lexdocs.notation.grammar import Found
from lexdocs.notation.locales.find import find_in


@dataclass(frozen=True)
class Coverage:
    """What a document's visible text holds: figures ticked, numbers declared, and numbers without a proof."""

    found: int
    ticked: int
    declared: int
    problems: tuple[Problem, ...]


def coverage(document: Document) -> Coverage:
    """Read the visible text as a stranger would, and look for a proof of each number in it."""
    problems: list[Problem] = []
    seen: Counter[str] = Counter()
    found = ticked = 0
    printed = {tick.paper for tick in document.ticks} | {tick.plain for tick in document.ticks}
    for block in blocks(document.body):
        declared = _declared(block, document, seen)
        for each in find_in(document.header.language, block.text):
            found += 1
            if _within(each, [(span.start, span.end) for span in block.spans]):
                ticked += 1
            elif not _within(each, declared):
                what = f'{block.place}: "{" ".join(each.text.split())}" has no proof'
                problems.append(Problem(Where(document.name), what, "print a figure, or declare a rule citation"))
    for literal in document.header.literals:
        if literal.text in printed:
            what = f'the declared "{literal.text}" is a figure too'
            problems.append(Problem(literal.where, what, "print the figure"))
    return Coverage(found, ticked, sum(seen.values()), tuple(problems))


def _declared(block: Block, document: Document, seen: Counter[str]) -> list[tuple[int, int]]:
    """Where the declared literals of a document stand in a block."""
    stretches = []
    for literal in document.header.literals:
        for stretch in occurrences(literal.text, block.text):
            stretches.append(stretch)
            seen[literal.text] += 1
    return stretches


def _within(found: Found, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= found.start and found.end <= end for start, end in stretches)
