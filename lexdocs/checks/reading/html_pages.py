"""The sheets of a page that was made for paper: what numbers them, and running heads that are no part of the text."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from lexdocs.checks.reading.draft import Draft
from lexdocs.checks.reading.marks import is_end, is_exhibit, lone_number, page_number
from lexdocs.checks.reading.passage import Part

_EDGE = 3  # passages from a page's edge that can be running heads
_LINKS = frozenset({"table of contents", "back to contents", "index"})
_PLAIN = (Part.PARAGRAPH, Part.HEADING)


def paged(drafts: Sequence[Draft | None]) -> list[Draft]:
    """Passages with their pages, furniture told from the rest; None stands where a page ends.

    >>> first = [Draft(Part.PARAGRAPH, "They run"), Draft(Part.PARAGRAPH, "7")]
    >>> found = paged([*first, None, Draft(Part.PARAGRAPH, "on")])
    >>> [(draft.page, draft.part.value) for draft in found]
    [(7, 'paragraph'), (7, 'page furniture'), (8, 'paragraph')]
    """
    sheets = _sheets(drafts)
    numbers = [_number(sheet, at_edge=len(sheets) > 1) for sheet in sheets]
    if len(sheets) < 2 and not any(number for _, number in numbers):
        return [_aside(draft) if _is_aside(draft) else draft for sheet in sheets for draft in sheet]
    repeated = _repeated(sheets, [marks for marks, _ in numbers])
    found: list[Draft] = []
    last = max(next((number - at for at, (_, number) in enumerate(numbers) if number), 1) - 1, 0)
    for at, sheet in enumerate(sheets):
        marks, number = numbers[at]
        last = number or last + 1
        for place, draft in enumerate(sheet):
            aside = place in marks or (at, place) in repeated or _is_aside(draft)
            found.append(dataclasses.replace(_aside(draft) if aside else draft, page=last))
    return found


def _aside(draft: Draft) -> Draft:
    return dataclasses.replace(draft, part=Part.FURNITURE)


def _is_aside(draft: Draft) -> bool:
    return draft.part in _PLAIN and (
        is_end(draft.text)
        or is_exhibit(draft.text)
        or page_number(draft.text) is not None
        or draft.text.lower() in _LINKS
    )


def _sheets(drafts: Sequence[Draft | None]) -> list[list[Draft]]:
    """The passages of each page; a mark that numbers a page beyond doubt ends it where nothing else does."""
    sheets: list[list[Draft]] = [[]]
    broken = any(draft is None for draft in drafts)
    for draft in drafts:
        if draft is None:
            sheets.append([])
        else:
            sheets[-1].append(draft)
            if not broken and draft.part in _PLAIN and page_number(draft.text) is not None:
                sheets.append([])
    return [sheet for sheet in sheets if sheet]


def _number(sheet: Sequence[Draft], *, at_edge: bool) -> tuple[set[int], int]:
    """Which passages of a page number it, and its number; zero where it has none."""
    for place in (len(sheet) - 1, 0, len(sheet) - 2, 1):
        if 0 <= place < len(sheet) and sheet[place].part in _PLAIN:
            text = sheet[place].text
            number = page_number(text)
            if number is None and at_edge and place in (0, len(sheet) - 1) and len(sheet) > 1:
                number = lone_number(text)
            if number is not None:
                return {place}, number
    return set(), 0


def _repeated(sheets: Sequence[Sequence[Draft]], marks: Sequence[set[int]]) -> set[tuple[int, int]]:
    """The passages at the edges of pages that an earlier page has at the same edge."""
    found: set[tuple[int, int]] = set()
    for step in (1, -1):
        edges = []
        for sheet, own in zip(sheets, marks, strict=True):
            inside = [place for place in range(len(sheet)) if place not in own and not _is_aside(sheet[place])]
            places = inside[::step][:_EDGE]
            edges.append([place for place in places if sheet[place].part in (*_PLAIN, Part.FURNITURE)])
        times = Counter(sheet[place].text for sheet, edge in zip(sheets, edges, strict=True) for place in edge[:1])
        seen: set[str] = set()
        for at, (sheet, edge) in enumerate(zip(sheets, edges, strict=True)):
            for place in edge:
                if times[sheet[place].text] < 2 and sheet[place].text not in seen:
                    break
                if sheet[place].text in seen:
                    found.add((at, place))
                seen.add(sheet[place].text)
    return found
