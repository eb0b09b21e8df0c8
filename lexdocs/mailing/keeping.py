"""Keeping what was made in a mailing's own folder, for the same run, for one that takes it up, and for the next."""

from __future__ import annotations

import marshal
from functools import lru_cache
from pathlib import Path
from typing import Any

from lexdocs.outputs.files import write_private


def keep(path: Path, data: bytes) -> None:
    """Keep a file: whole or not at all, and for nobody else to read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_private(path, [data])


def read_kept(path: Path) -> Any:
    """What was kept of a shard. The last one is remembered: its sums are taken, and at once its statements."""
    seen = path.stat()
    return _kept(path, (seen.st_mtime_ns, seen.st_size, seen.st_ino))


@lru_cache(maxsize=1)
def _kept(path: Path, _seen: tuple[int, int, int]) -> Any:
    return marshal.loads(path.read_bytes())  # noqa: S302  our own, kept by the same mailing
