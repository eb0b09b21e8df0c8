"""A table set again from its cells: heads that say of what they are, rows, columns and caption."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lexdocs.checks.reading.passage import Part, Passage
from lexdocs.checks.tieout.marked_html import said

_NUMBER = re.compile(r"[(\u2212-]?\s*(?:U\.?S\.?\s*)?[$€£]?\s*\(?[0-9][0-9,. /¼-¾⅐-⅞]*\)?\s*%?\)?|[-–—]")
_LINE = "<br>\n"
_SHORT = 12  # rows of a table that is not divided between two pages

Cell = tuple[Passage, str]
Rows = Mapping[int, Mapping[int, Cell]]


def table(group: Sequence[Cell]) -> str:
    """The cells and the caption of one table, each with its words as HTML, as a table of HTML."""
    captions = [inner for passage, inner in group if passage.place.part is Part.CAPTION]
    rows: dict[int, dict[int, Cell]] = {}
    for passage, inner in group:
        if passage.place.part is Part.CELL:
            cells = rows.setdefault(passage.place.row, {})
            cells[_free(cells, passage.place.column)] = (passage, inner)
    if not rows:
        return "\n".join(f'<p class="caption">{caption}</p>' for caption in captions)
    width = max(max(cells) for cells in rows.values())
    named = next((passage.caption for passage, _ in group if passage.caption), "")
    label = f' aria-label="{said(named)}"' if named and not captions else ""
    head = _heads(rows)
    short = " short" if len(rows) <= _SHORT else ""
    made = [f'<div class="scroll" tabindex="0"><table class="set{short}"{label}>']
    made += [f"<caption>{_LINE.join(captions)}</caption>"] if captions else []
    top = [_head_row(rows, row, width) for row in head] or _spoken_heads(rows, width)
    made += ["<thead>", *top, "</thead>"] if top else []
    body = [_row(rows[row], width) for row in sorted(rows) if row not in head]
    made += ["<tbody>", *body, "</tbody>"] if body else []
    return "\n".join([*made, "</table></div>"])


def _free(cells: Mapping[int, Cell], column: int) -> int:
    """A column, or the next one that no cell has taken."""
    while column in cells:
        column += 1
    return column


def _heads(rows: Rows) -> list[int]:
    """The rows at the top in which something says of what the columns below are."""
    spoken = {head for cells in rows.values() for passage, _ in cells.values() for head in passage.column_heads}
    found: list[int] = []
    for row in sorted(rows):
        texts = [passage.text for passage, _ in rows[row].values() if passage.text]
        heads = {passage.text for passage, _ in rows[row].values() if not passage.row_head} & spoken
        if not texts or not heads or len(found) + 1 == len(rows):
            break
        found.append(row)
    return found


def _head_row(rows: Rows, row: int, width: int) -> str:
    cells = rows[row]
    made, column = [], 1
    while column <= width:
        if column not in cells:
            made.append("<td></td>")
            column += 1
            continue
        passage, inner = cells[column]
        span = 1
        while column + span <= width and column + span not in cells and _under(rows, row, column + span, passage.text):
            span += 1
        wide = f' colspan="{span}"' if span > 1 else ""
        scope = "colgroup" if span > 1 else "col"
        made.append(f'<th scope="{scope}"{wide}{_side(rows, column)}>{inner}</th>')
        column += span
    return f"<tr>{''.join(made)}</tr>"


def _under(rows: Rows, row: int, column: int, head: str) -> bool:
    """Whether a column stands under a head of a row above it."""
    found = [rows[other][column][0] for other in rows if other > row and column in rows[other]]
    return any(head in passage.column_heads for passage in found)


def _spoken_heads(rows: Rows, width: int) -> list[str]:
    """The heads where only the cells below them tell what they are."""
    heads: dict[int, tuple[str, ...]] = {}
    for cells in rows.values():
        for column, (passage, _) in cells.items():
            if passage.column_heads:
                heads.setdefault(column, passage.column_heads)
    if not heads:
        return []
    made = ["<td></td>"] * width
    for column, spoken in heads.items():
        made[column - 1] = f'<th scope="col"{_side(rows, column)}>{_LINE.join(map(said, spoken))}</th>'
    return [f"<tr>{''.join(made)}</tr>"]


def _side(rows: Rows, column: int) -> str:
    """The class of a head over figures, which stand to the right."""
    under = [cells[column][0] for cells in rows.values() if column in cells and cells[column][0].column_heads]
    return ' class="figures"' if under and sum(_is_number(each) for each in under) * 2 > len(under) else ""


def _row(cells: Mapping[int, Cell], width: int) -> str:
    if len(cells) == 1:
        ((_, inner),) = cells.values()
        return f'<tr><td colspan="{width}">{inner}</td></tr>'
    heads = {passage.row_head for passage, _ in cells.values()} - {""}
    made = []
    for column in range(1, width + 1):
        passage, inner = cells.get(column, (None, ""))
        if passage is not None and column == min(cells) and any(head.endswith(passage.text) for head in heads):
            made.append(f'<th scope="row">{inner}</th>')
        else:
            made.append(f'<td class="figures">{inner}</td>' if passage and _is_number(passage) else f"<td>{inner}</td>")
    return f"<tr>{''.join(made)}</tr>"


def _is_number(passage: Passage) -> bool:
    return bool(_NUMBER.fullmatch(passage.text.strip()))
