"""Files of fixed positions as records: each line is cut into cells where the layout says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from lexdocs.errors import Problem, Where
from lexdocs.terms.files.csv_file import lines_at
from lexdocs.terms.files.records import Kind, Records, Rows
from lexdocs.terms.listing_terms import ListingTerms, Span
from lexdocs.terms.reader import read_text


@contextmanager
def opened(path: Path, terms: ListingTerms, kind: Kind, problems: list[Problem]) -> Iterator[Records]:
    """The records of a file of fixed positions; the layout is their heading.

    A tab, by which positions cannot be counted, and a line that ends within an amount are added to `problems`. Raises
    `InputError` where the file cannot be read or is not UTF-8.
    """
    titles = {terms.columns.get(name, name) for name in kind.amounts}
    amounts = {name: span for name, span in terms.layout.items() if name in titles}
    try:
        with path.open(encoding="utf-8-sig") as handle:
            skipped = int(terms.skip_lines)
            rows = Rows(
                _cut(islice(handle, skipped, None), terms, amounts, problems),
                heading=list(terms.layout), before=skipped,
            )  # fmt: skip
            yield rows
    except (OSError, UnicodeDecodeError):
        read_text(path, terms.file)  # says what is wrong with it, and where
        raise


def _cut(
    lines: Iterator[str], terms: ListingTerms, amounts: dict[str, Span], problems: list[Problem]
) -> Iterator[list[str]]:
    slices = slices_of(terms)
    last = max(span.last for span in terms.layout.values())
    for number, line in enumerate(lines, 1 + int(terms.skip_lines)):
        text = line.rstrip("\n\x1a")
        if "\t" in text:
            remedy = "put spaces in its place, as many as it stands for"
            problems.append(
                Problem(Where(terms.file, number), "a tab stands in the line, and positions are counted", remedy)
            )
        if len(text) < last and text.strip():
            problems.extend(_torn(text, amounts, Where(terms.file, number)))
        yield [text[each].strip() for each in slices]


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


def slices_of(terms: ListingTerms) -> list[slice]:
    """Where each column of the layout stands in a line, as Python counts."""
    return [slice(span.first - 1, span.last) for span in terms.layout.values()]


def glimpses(path: Path, terms: ListingTerms, _heading: Sequence[str], place: int, parts: int) -> Iterator[str]:
    """Cells of a column here and there in the file, in its order, about so many parts apart."""
    cut = slices_of(terms)[place]
    for line in lines_at(path, parts):
        yield line[cut].strip()
