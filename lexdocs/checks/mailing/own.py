"""Files of a mailing as they must lie: plain ones, no links to others, and for the eyes of their owner alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_OWNER_ONLY = 0o600
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

LINKED = "is a link, and what it leads to may change"
UNLINK = "put the file itself there"
SEEN = "may be read by others than its owner"
CLOSE = "take that right from all others"
OPEN = "is a folder in which others than its owner may write"


def open_own(path: str | Path) -> int:
    """A file opened to be read. Raises `OSError`, for a link too."""
    return os.open(path, os.O_RDONLY | os.O_NOFOLLOW)


def is_own(file: int) -> bool:
    """Whether an open file is a plain one that its owner alone may read."""
    return _is_own(os.fstat(file))


def ill_kept(path: Path) -> tuple[str, str] | None:
    """What is wrong with how a file lies that is there, and the remedy."""
    if path.is_symlink():
        return LINKED, UNLINK
    return None if _is_own(path.stat()) else (SEEN, CLOSE)


def is_open(folder: Path) -> bool:
    """Whether others than its owner may write in a folder that is there."""
    return bool(folder.stat().st_mode & _OTHERS_WRITE)


def _is_own(kept: os.stat_result) -> bool:
    return stat.S_ISREG(kept.st_mode) and not stat.S_IMODE(kept.st_mode) & ~_OWNER_ONLY
