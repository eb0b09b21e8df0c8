"""Collecting garbage seldom, while very many rows are held that are none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG, _MIDDLE, _OLD = 100_000, 20, 1_000  # objects, and collections of the generation below, before one is collected


@contextmanager
def seldom() -> Iterator[None]:
    """What there is already is not looked through any more, and what comes is only when there is much of it."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
