"""Claiming a mailing's folder: one run at a time, and none of what a killed run left half done.

The claim is a lock that the system keeps for a process, not a file that stands for one: it goes with its process,
however that ends.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lexdocs.errors import InputError, MailingError, Problem, Where
from lexdocs.mailing.file_names import WHOLE

LOCK = "lock"
SCRATCH = "scratch-"
"""What the name of a folder begins with in which a run has its rows while it works."""

_UNFINISHED = re.compile(r"\.(.+)\.[0-9a-f]{8}\.part")

_held: set[int] = set()
_LOOK = 1.0  # seconds between a worker's looks for the process that it works for


@contextmanager
def claimed(out: Path, kept: Path) -> Iterator[None]:
    """Have a mailing's folder for oneself; what a killed run left half done in it is taken away.

    Raises `MailingError` while another run has it, or where the disk is full; `InputError` where it cannot be written.
    """
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.mkdir(mode=0o700, exist_ok=True)
        lock = os.open(kept / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        raise InputError(Problem(Where(str(out)), what, "name a folder that you may write to")) from None
    _held.add(lock)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            what = "another mailing is under way in this folder"
            raise MailingError(Problem(Where(str(out)), what, "wait until it ends, or name another folder")) from None
        _clear(out, kept)
        try:
            yield
        except OSError as error:
            what = f"could not be gone on with ({error.strerror or error})"
            remedy = "see whether the disk is full, and run it again: what is done is kept"
            raise MailingError(Problem(Where(str(out)), what, remedy)) from None
    finally:
        _held.discard(lock)
        os.close(lock)


def _clear(out: Path, kept: Path) -> None:
    """Take away what a run that was killed left: files under a temporary name, and its rows."""
    for path in out.glob(".*.part"):
        if (named := _UNFINISHED.fullmatch(path.name)) and WHOLE.fullmatch(named[1]):
            path.unlink(missing_ok=True)
    for folder in (each for each in kept.iterdir() if each.is_dir()):
        for path in folder.glob(".*.part"):
            path.unlink(missing_ok=True)
    for path in kept.glob(f"{SCRATCH}*"):
        shutil.rmtree(path, ignore_errors=True)


def leave_to(parent: int) -> None:
    """In a process that was forked to work for another: leave the claim to that one, and end when it is gone."""
    for lock in _held:
        os.close(lock)
    _held.clear()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
