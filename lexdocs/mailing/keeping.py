"""Keeping what was made in a mailing's own folder, for the same run, for one that takes it up, and for the next."""

from __future__ import annotations

from pathlib import Path

from lexdocs.outputs.files import write_private


def keep(path: Path, data: bytes) -> None:
    """Keep a file: whole or not at all, and for nobody else to read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_private(path, [data])
