"""What the term sheet says of a listing: its file, the form of the file, and what its columns are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar, Self

from pydantic import PlainValidator, WithJsonSchema, model_validator

from lexdocs.notation.error import NotationError, quoted
from lexdocs.terms.fields import CountTerm, Section, part

_EXAMPLE = "write the first and the last position, counted from one, like 41-55"
_SPAN = re.compile(r"([0-9]{1,5})(?: ?[-\u2013] ?([0-9]{1,5}))?").fullmatch


class ListingFormat(StrEnum):
    """The form of a listing's file."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    POSITIONS = "positions"


BY_SUFFIX = {
    "xlsx": ListingFormat.XLSX, "xlsm": ListingFormat.XLSX, "parquet": ListingFormat.PARQUET,
    "pq": ListingFormat.PARQUET,
}  # fmt: skip


@dataclass(frozen=True)
class Span:
    """Where a column stands in a line: its first and its last character, counted from one."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"


def parse_span(text: object) -> Span:
    """The positions of a column. Raises `NotationError`.

    >>> parse_span("41-55"), parse_span("7")
    (Span(first=41, last=55), Span(first=7, last=7))
    """
    if isinstance(text, Span):
        return text
    match = _SPAN(text.strip()) if isinstance(text, str) else None
    if match is None:
        raise NotationError(f"{quoted(str(text))} is no range of positions", _EXAMPLE)
    span = Span(int(match[1]), int(match[2] or match[1]))
    if not 1 <= span.first <= span.last:
        raise NotationError(f"{quoted(str(text))} is no range of positions", _EXAMPLE)
    return span


SpanTerm = Annotated[Span, PlainValidator(parse_span), WithJsonSchema({"type": "string", "examples": ["41-55"]})]


class ListingTerms(Section):
    """Where a listing is, in what form, and the headings or positions of its columns."""

    section: ClassVar[str]

    file: str
    columns: dict[str, str] = part("our name of a column: its heading in the file", default={})
    format: ListingFormat | None = part(
        "the form of the file: csv, xlsx, parquet or positions; left out, its suffix or its layout tells", default=None
    )
    sheet: str | None = part("the sheet of a workbook that has several", default=None)
    layout: dict[str, SpanTerm] = part(
        "of a file of fixed positions: our name of a column, and its first and last position in the line", default={}
    )
    skip_lines: CountTerm = part(
        "lines or rows above the heading, or above the first row of fixed positions", default=0
    )

    @property
    def form(self) -> ListingFormat:
        """The form of the file: the one that is named, or else what a layout or the suffix tells."""
        if self.format is not None:
            return self.format
        if self.layout:
            return ListingFormat.POSITIONS
        return BY_SUFFIX.get(self.file.rpartition(".")[2].lower(), ListingFormat.CSV)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        """Refuse what the form of the file does not have: all of it at once."""
        name, form = self.section, self.form
        found = []
        if self.layout and form is not ListingFormat.POSITIONS:
            found.append(f"{name}.layout: a file of the form {form} has no positions; leave it out, or the format")
        if form is ListingFormat.POSITIONS and not self.layout:
            found.append(f"{name}.format: positions need a layout; write {name}.layout, a line for each column")
        if self.sheet is not None and form is not ListingFormat.XLSX:
            found.append(f"{name}.sheet: a file of the form {form} has no sheets; leave it out")
        if self.skip_lines and form is ListingFormat.PARQUET:
            found.append(f"{name}.skip_lines: a Parquet file has no lines above its rows; leave it out")
        spans = sorted(self.layout.items(), key=lambda each: each[1].first)
        found += [
            f"{name}.layout.{second}: positions {of} overlap with {first}, {before}; correct one of the two"
            for (first, before), (second, of) in pairwise(spans)
            if of.first <= before.last
        ]
        if found:
            raise ValueError("\n".join(found))
        return self
