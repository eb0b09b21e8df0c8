"""One table in plain text: what stands over and under it, and its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lexdocs.checks.reading import grid, text_stacked
from lexdocs.checks.reading.draft import Draft
from lexdocs.checks.reading.healing import Vocabulary, joined
from lexdocs.checks.reading.marks import note_mark
from lexdocs.checks.reading.passage import Part
from lexdocs.checks.reading.text_lines import Kind, Line
from lexdocs.checks.reading.text_rows import SLACK, body_from, cells, is_rule, section


def drafts(lines: Sequence[Line], number: int, caption: str, known: Vocabulary) -> Iterator[Draft]:
    """The passages of a table's lines: its caption if it has one of its own, its cells, and its footnotes."""
    inside, notes = _noted(lines)
    pile = text_stacked.stacked(inside, known)
    if pile:
        own, inside = [line for line in inside[: pile[0]] if line.kind is Kind.BODY], inside[pile[0] :]
    else:
        own, inside = _captioned(inside)
    if own:
        healed = joined(((line.text, line.number) for line in own), known)
        caption = healed.text
        yield Draft(Part.CAPTION, healed.text, healed.lines, own[0].page, table=number)
    if made := pile[1] if pile else _section(inside, known):
        yield from grid.drafts([made], number, caption, SLACK)
    for note in notes:
        healed = joined(((line.text, line.number) for line in note), known)
        mark, text = note_mark(healed.text)
        shift = len(healed.text) - len(text)
        places = tuple((max(at - shift, 0), line) for at, line in healed.lines)
        yield Draft(Part.FOOTNOTE, text, places, note[0].page, mark)


def _section(lines: Sequence[Line], known: Vocabulary) -> grid.Section | None:
    words = [line for line in lines if line.kind in (Kind.BODY, Kind.BLANK, Kind.TAG, Kind.BREAK)]
    return section(words, body_from(words), known) or section(words, 0, known)


def _noted(lines: Sequence[Line]) -> tuple[Sequence[Line], list[list[Line]]]:
    """A table's lines without those of the footnotes that EDGAR's tag sets apart, and these."""
    start = next((at for at, line in enumerate(lines) if line.kind is Kind.TAG and line.text == "<FN>"), None)
    if start is None:
        return lines, []
    notes: list[list[Line]] = []
    fresh = True
    for line in lines[start:]:
        if line.kind is Kind.BODY and not is_rule(line):
            if fresh or note_mark(line.text.strip())[0] or not notes:
                notes.append([])
            notes[-1].append(line)
        fresh = line.kind is not Kind.BODY
    return lines[:start], notes


def _captioned(lines: Sequence[Line]) -> tuple[list[Line], Sequence[Line]]:
    """The lines that only name a table, and the others."""
    start = next((at for at, line in enumerate(lines) if line.kind is Kind.BODY), 0)
    end = start
    while end < len(lines) and lines[end].kind is Kind.BODY and len(cells(lines[end])) == 1:
        end += 1
    own = list(lines[start:end])
    below = next((line for line in lines[end:] if line.kind in (Kind.BODY, Kind.TAG)), None)
    rows = [row for line in lines[end:] if len(row := cells(line)) > 1]
    second = min((row[1].start for row in rows), default=0)
    set_off = end < len(lines) and lines[end].kind is not Kind.BODY
    left = min((line.indent for line in lines if cells(line)), default=0)
    whole = bool(own) and all(line.indent <= left + 2 and second < len(line.text) for line in own)
    if own and below is not None and (set_off or whole):
        return own, lines[end:]
    return [], lines
