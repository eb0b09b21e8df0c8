"""The files of a mailing that its control names: each is there, whole, its owner's alone, and nothing else beside."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.own import CLOSE, OPEN, ill_kept, is_open
from lexdocs.checks.mailing.signed import INTERRUPTED, RELEASE
from lexdocs.checks.mailing.singles import FOLDER
from lexdocs.checks.mailing.told import CONTROL, REPORT, Control

KEPT, RELEASING = ".kept", ".releasing"
"""What is kept of a mailing for the next time, and what an interrupted release leaves for the next one to take away."""


def hold_files(folder: Path, control: Control, found: Found) -> None:
    """Hold the files of a mailing against its control; what is wrong with them goes to `found`."""
    for name, said in control.files.items():
        path = folder / name
        if not path.is_file():
            found.add("file", name, "is missing")
            continue
        size = path.stat().st_size
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if size != said.bytes:
            found.add("file", name, f"has {size:,} bytes, and {CONTROL} says {said.bytes:,}")
        if digest != said.sha256:
            found.add("file", name, f"has another SHA-256 than {CONTROL} says")
        if name == REPORT and (pages := _pages_of(path)) != said.pages:
            found.add("file", name, f"has {pages:,} pages, and {CONTROL} says {said.pages}")
    for name in (*control.files, CONTROL, RELEASE):
        # They tell of holders, and what a link leads to may change.
        if (folder / name).is_file() and (fault := ill_kept(folder / name)):
            found.add("file", name, *fault)
    if is_open(folder):
        found.add("file", "./", OPEN, CLOSE)
    forms = (FOLDER,) if control.singles or control.html else ()
    for path in sorted(folder.iterdir()):
        if path.name not in (*control.files, CONTROL, RELEASE, KEPT, RELEASING, INTERRUPTED, *forms):
            found.add("file", path.name, f"is nothing that {CONTROL} names", "keep it in another folder")


def _pages_of(path: Path) -> int:
    """The pages of a small PDF; none where it is no PDF."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError:
        return 0
