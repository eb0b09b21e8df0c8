"""Which figures of a holding its statement prints: those that an allocation lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lexdocs import resources
from lexdocs.figures.figure import Shape
from lexdocs.notation.units import Unit

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_SHORT = (Unit.FLAG, Unit.ROUNDING)


def printed_figures(folder: Path, kind: str, axis: str, shapes: Mapping[str, Shape]) -> tuple[str, ...]:
    """The figures of a row of `axis` that the statements of a kind of offer print, in the order of the rules.

    A kind without statements prints none, and then all figures are listed. Addresses, which take several lines, and
    answers to questions of the words are left out. Raises `InputError` for templates that cannot be read.
    """
    from lexdocs.documents.header import read_header
    from lexdocs.documents.library import open_library

    library = open_library([folder / "templates", resources.templates_folder()])
    headers = {name: read_header(library.templates[name]) for name in library.documents}
    own = [name for name, header in headers.items() if header.per == axis and kind in header.offers]
    shared = [name for name in library.templates if name not in headers]
    said = {each for name in (*own, *shared) for each in _NAME.findall(library.templates[name].text)}
    listed = [
        name
        for name, shape in shapes.items()
        if axis in shape.axes and shape.unit not in _SHORT and not name.endswith("_address")
    ]
    return tuple(name for name in listed if not own or name in said)
