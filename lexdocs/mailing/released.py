"""What it takes to know that a mailing is released, and to finish a release that was interrupted."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from lexdocs.errors import Problem, UsageError, Where
from lexdocs.mailing.file_names import FOLDER

RELEASE = "release.json"
COMMITTED = ".released"
"""The folder of a release that is whole, whose files have not all taken their places yet."""
_PROOFS = "proofs"  # the folder in it to which the proofs of single files go


def is_released(out: Path) -> bool:
    """Whether the mailing in a folder is released."""
    return (out / RELEASE).exists() or (out / COMMITTED).exists()


def finish(out: Path) -> bool:
    """Let the files of a release take their places; gives whether there was anything to do."""
    committed = out / COMMITTED
    if not committed.is_dir():
        return False
    single = committed / FOLDER
    if single.is_dir():
        # While they wait here, what lies in their place are the proofs.
        if (out / FOLDER).exists():
            (out / FOLDER).replace(committed / _PROOFS)
        single.replace(out / FOLDER)
    _take_away(committed / _PROOFS, out / FOLDER)
    # The release itself comes last: where it is, everything is.
    for path in sorted(committed.iterdir(), key=lambda path: path.name == RELEASE):
        path.replace(out / path.name)
    committed.rmdir()
    return True


def _take_away(proofs: Path, released: Path) -> None:
    """Take the proofs of single files away; what lay beside them, and was none, lies beside what is released."""
    for path, _, names in os.walk(proofs):
        folder = Path(path)
        beside = released / folder.relative_to(proofs)
        beside.mkdir(mode=0o700, exist_ok=True)
        for name in names:
            if (beside / name).is_file():
                (folder / name).unlink()
            else:
                (folder / name).replace(beside / name)
    shutil.rmtree(proofs, ignore_errors=True)


def refuse_released(out: Path) -> None:
    """Refuse to mail into the folder of a released mailing."""
    if is_released(out):
        remedy = "name another folder with --out; what was released is never overwritten"
        raise UsageError(Problem(Where(str(out)), "holds a released mailing", remedy))
