"""Files of fixed positions as records: each line is cut into cells where the layout says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from lexdocs.errors import Problem, Where
from lexdocs.terms.files.csv_file import lines_at
from lexdocs.terms.files.escaped import ESCAPE, column_of, is_escaped, not_text, shown
from lexdocs.terms.files.records import Kind, Records, Rows
from lexdocs.terms.listing_terms import ListingTerms, Span
from lexdocs.terms.reader import read_text


@contextmanager
def opened(
    path: Path, terms: ListingTerms, kind: Kind, problems: list[Problem], *, raw: bool = False
) -> Iterator[Records]:
    """The records of a file of fixed positions; the layout is their heading.

    A tab, by which positions cannot be counted, a line that ends within an amount, and a word or number that goes on
    beyond its column are added to `problems`; so is a line that is not UTF-8, which is left blank, or `raw` has its
    bytes written out. Raises `InputError` where the file cannot be read.
    """
    titles = {terms.columns.get(name, name) for name in kind.amounts}
    amounts = {name: span for name, span in terms.layout.items() if name in titles}
    try:
        with path.open(encoding="utf-8-sig", errors=ESCAPE) as handle:
            skipped = int(terms.skip_lines)
            rows = Rows(
                _cut(islice(handle, skipped, None), terms, amounts, Edges.of(terms, kind), problems, raw=raw),
                heading=list(terms.layout), before=skipped,
            )  # fmt: skip
            yield rows
    except OSError:
        read_text(path, terms.file)  # says what is wrong with it
        raise


def _cut(
    lines: Iterator[str], terms: ListingTerms, amounts: dict[str, Span], edges: Edges, problems: list[Problem], *,
    raw: bool,
) -> Iterator[list[str]]:  # fmt: skip
    cells, last = _cells(slices_of(terms)), max(span.last for span in terms.layout.values())
    width = len(terms.layout)
    pick, blank, beyond = edges.pick, edges.pick(" " * last), ("", " ")
    for number, line in enumerate(lines, 1 + int(terms.skip_lines)):
        text = line.rstrip("\n\x1a")
        if is_escaped(text):
            problems.append(not_text(text, Where(terms.file, number, column_of(text))))
            yield [shown(cell.strip()) for cell in cells(text)] if raw else [""] * width
            continue
        if "\t" in text:
            remedy = "put spaces in its place, as many as it stands for"
            problems.append(
                Problem(Where(terms.file, number), "a tab stands in the line, and positions are counted", remedy)
            )
        if len(text) < last:
            if text.strip():
                problems.extend(_torn(text, amounts, Where(terms.file, number)))
                problems.extend(edges.cut(text, Where(terms.file, number)))
        elif text[last : last + 1] not in beyond or pick(text) != blank:
            problems.extend(edges.cut(text, Where(terms.file, number)))
        yield list(map(str.strip, cells(text)))


def _cells(slices: Sequence[slice]) -> Callable[[str], Sequence[str]]:
    """What cuts a line into its cells; `itemgetter` gives no sequence where there is one alone."""
    return itemgetter(*slices) if len(slices) > 1 else lambda text: (text[slices[0]],)


def _torn(text: str, amounts: dict[str, Span], where: Where) -> list[Problem]:
    """Amounts within which a line ends: what is left of one would be read as a smaller one."""
    return [
        Problem(
            where, f"{name}: the line ends at position {len(text)}, within the amount ({span})",
            "fill it up with spaces if nothing is missing, or have the file sent again",
        )
        for name, span in amounts.items()
        if span.first <= len(text) < span.last
    ]  # fmt: skip


class Edges:
    """The positions that no column has and that lie beside one that is read: a word that stands in both is cut in two.

    So a line or a layout is told that is shifted by a character, before a digit is lost. What a file has beside a
    column on purpose is given a column of its own in the layout, which nobody asks for. Where two columns adjoin,
    nothing can be told; a bar between them belongs to no word.
    """

    def __init__(self, outside: Sequence[tuple[int, int, str, Span]], last: int) -> None:
        self.outside = outside
        places = [out - 1 for out, _, _, _ in outside if out <= last]
        self.pick: Callable[[str], Any] = itemgetter(*places) if places else lambda _: None
        """What stands at the positions outside of a line, but for the one behind the last column."""

    @classmethod
    def of(cls, terms: ListingTerms, kind: Kind) -> Edges:
        """The edges of a layout: each the position outside and the one inside, counted from one, and their column."""
        titles = {terms.columns.get(name, name) for name in kind.names()}
        spans = terms.layout.values()
        outside = [
            (out, inside, name, span)
            for name, span in terms.layout.items()
            if name in titles
            for out, inside in ((span.first - 1, span.first), (span.last + 1, span.last))
            if out and not any(each.first <= out <= each.last for each in spans)
        ]
        return cls(outside, max(span.last for span in spans))

    def cut(self, text: str, where: Where) -> list[Problem]:
        """What is cut in two by the edge of a column."""
        return [
            Problem(where, f"{name}: what stands at position {inside} ({span}) goes on at {out}, in no column", _CUT)
            for out, inside, name, span in self.outside
            if max(out, inside) <= len(text) and not _PARTS.intersection((text[out - 1], text[inside - 1]))
        ]


_PARTS = frozenset(" \t\N{NO-BREAK SPACE}|")  # what parts words
_CUT = "correct the layout or the line; where something else stands there, name its positions too, like unused: 6"


def slices_of(terms: ListingTerms) -> list[slice]:
    """Where each column of the layout stands in a line, as Python counts."""
    return [slice(span.first - 1, span.last) for span in terms.layout.values()]


def glimpses(path: Path, terms: ListingTerms, _heading: Sequence[str], place: int, parts: int) -> Iterator[str]:
    """Cells of a column here and there in the file, in its order, about so many parts apart."""
    cut = slices_of(terms)[place]
    for line in lines_at(path, parts):
        yield line[cut].strip()
