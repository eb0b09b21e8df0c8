"""A fault of a laid-out page: its kind, its page, its words and the remedy."""

from __future__ import annotations

from dataclasses import dataclass

from lexdocs.errors import Problem, Severity, Where
from lexdocs.outputs.laid.lines import Line, Sheet

SLACK = 1.0
"""Pixels that nobody sees."""
_SHOWN = 48  # characters of a place


@dataclass(frozen=True)
class PageFault(Problem):
    """A fault of a page as it was laid out; `kind` is one of `KINDS`."""

    kind: str = ""


KINDS = {
    "overflow": "Words run out of the page or out of their cell.",
    "overprint": "Words are printed over words.",
    "heading": "A heading stands last on its page.",
    "widow": "A single line of a paragraph stands alone on a page, or the last page has a line or two.",
    "row": "A row of a table is broken over two pages.",
    "decimals": "Figures of a column do not stand under one another by the decimal point.",
    "font": "Words or a character are set in a font that is not the document's.",
    "running-head": "What stands in a margin is too long, or runs into something else.",
}


def fault(sheet: Sheet, name: str, kind: str, what: str, remedy: str) -> PageFault:
    """A fault of a page of the document `name`."""
    return PageFault(Where(name), f"page {sheet.number}: {what}", remedy, Severity.WARNING, kind)


def said(line: Line) -> str:
    """The words of a line, or as many as show which it is."""
    words = " ".join(line.text.split())
    return f'"{words[:_SHOWN].rstrip()}…"' if len(words) > _SHOWN else f'"{words}"'


def points(pixels: float) -> str:
    """A length as printers say it."""
    return f"{max(round(pixels * 0.75), 1)} pt"
