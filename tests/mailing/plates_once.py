"""A plate is laid out once in a run of tests, whichever mailing asks for it first: the same page gives the same plate.

A test of how plates are laid out, kept or shared does without.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import pytest

from lexdocs.mailing import shaping
from lexdocs.mailing.plates import Plate, plate_of
from lexdocs.mailing.probes import Place
from lexdocs.outputs.pdf import Printer

_LAID_OUT: dict[Hashable, Plate] = {}


def _plate_of(
    printer: Printer, page: str, style: str, places: Sequence[Place], repertoire: Mapping[str, Sequence[str]],
    name: str, base: Plate | None = None,
) -> Plate:  # fmt: skip
    """As `plate_of`, which is asked once for all that it goes by."""
    letters = tuple((key, tuple(each)) for key, each in repertoire.items())
    asked = page, style, tuple(places), letters, name, base
    if asked not in _LAID_OUT:
        _LAID_OUT[asked] = plate_of(printer, page, style, places, repertoire, name, base)
    return _LAID_OUT[asked]


@contextmanager
def laid_out_once() -> Iterator[None]:
    """Mailings made meanwhile have their plates from those that were laid out before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shaping, "plate_of", _plate_of)
        yield
