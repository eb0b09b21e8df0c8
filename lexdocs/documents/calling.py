"""What a header asks of the book before a document is written: the rows that it is for, and the flags that call for it.

Whoever asks them looks here first: a name that is none is told with its line, and never meets the book.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from lexdocs.documents.header import Header
from lexdocs.errors import Problem, Where, did_you_mean
from lexdocs.figures.figure import Shape
from lexdocs.notation.units import Unit

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")  # as the files of the output are held to


def calling_problems(header: Header, shapes: Mapping[str, Shape]) -> Iterator[Problem]:
    """What is wrong with `per` and `when` of a header, by the figures that there are, and with its files' names."""
    yield from _file_name(header)
    axes = {axis for shape in shapes.values() for axis in shape.axes}
    if header.per is not None and header.per not in axes:
        what = f'per: there are no rows of "{header.per}"'
        near = did_you_mean(header.per, axes)
        yield Problem(header.per_at, what, near or f"there are rows of: {', '.join(sorted(axes))}")
    yield from _needs(header, shapes)


def _file_name(header: Header) -> Iterator[Problem]:
    """A template gives its documents its own name, or the one in its header: every system must take it."""
    path = PurePosixPath(header.template.removesuffix(".md"))
    parts = path.parts[:-1] if header.name else path.parts
    bad = next((part for part in parts if not _SAFE.fullmatch(part)), None)
    if bad is not None:
        what = f'"{bad}" cannot be the name of a file that is sent out'
        safe = re.sub(r"[^a-z0-9]+", "-", bad.lower()).strip("-")
        remedy = f'call it "{safe}"' if safe else "use letters, digits and hyphens"
        yield Problem(Where(header.template, 1), what, remedy)


def _needs(header: Header, shapes: Mapping[str, Shape]) -> Iterator[Problem]:
    """The flags by which a document is called for: each must be one, of the deal or of the document's own row."""
    rows = {header.per} if header.per else set()
    flags = [name for name, shape in shapes.items() if shape.unit is Unit.FLAG and rows.issuperset(shape.axes)]
    for need in header.when:
        shape = shapes.get(need.flag)
        if shape is None:
            what = f'when: no figure named "{need.flag}"'
            yield Problem(need.where, what, did_you_mean(need.flag, flags) or did_you_mean(need.flag, shapes))
        elif shape.unit is not Unit.FLAG:
            yield Problem(need.where, f'when: "{need.flag}" is not a flag', did_you_mean(need.flag, flags))
        elif need.flag not in flags:
            axis = next(each for each in shape.axes if each not in rows)
            yield Problem(need.where, f'when: "{need.flag}" has a value for each {axis}', "ask a flag of the deal")
