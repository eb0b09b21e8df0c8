"""The digests of a deal's files, by which it is known whether anything of it has changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lexdocs.terms.sheet import TermSheet

TERM_SHEET = "term-sheet.yaml"


def digests(folder: Path, values: TermSheet, *, listings: bool = True) -> dict[str, str]:
    """The SHA-256 of each file that the terms come from, by its name; without `listings`, of all but these two."""
    listed = [folder / TERM_SHEET]
    listed += [folder / values.holders.file, folder / values.tenders.file] if listings else []
    listed += [path for part in ("events", "assumptions") for path in (folder / part).glob("*.y*ml")]
    found = sorted(path for path in listed if path.is_file())
    return {path.relative_to(folder).as_posix(): _digest(path) for path in found}


def _digest(path: Path) -> str:
    """The SHA-256 of a file, which may be longer than memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
