"""Very many small files, each whole or not there: they are put on the disk together, and then get their names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lexdocs.errors import InputError, Problem, Where
from lexdocs.outputs.files import unwritable

_TOGETHER = 1 << 12  # files that are put on the disk at a time: to wait for each by itself takes a hundred times longer
_OWNER_ONLY, _FOLDER = 0o600, 0o700
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
_UNFINISHED = ".part"


class ManyFiles:
    """Writes files in folders below one, for their owner alone; what was under way when a run ended is written over.

    `named` is told the places of files before they get their names.
    """

    def __init__(self, folder: Path, named: Callable[[Iterable[str]], None] | None = None) -> None:
        self.folder, self.named = folder, named
        self.base = f"{folder}/"
        self.folders: set[str] = set()
        self.waiting: list[tuple[str, str]] = []

    def add(self, folder: str, name: str, parts: Sequence[bytes]) -> None:
        """Write a file of some parts; it has its name when `finish` is done at the latest.

        Raises `InputError` where it cannot be written.
        """
        if folder not in self.folders:
            self._make(folder)
        temporary = f"{self.base}{folder}/.{name}{_UNFINISHED}"
        try:
            file = os.open(temporary, _NEW, _OWNER_ONLY)
            try:
                if os.writev(file, parts) != sum(map(len, parts)):
                    # A full disk takes less, and says why when it is asked again.
                    os.lseek(file, 0, os.SEEK_SET)
                    with os.fdopen(os.dup(file), "wb") as again:
                        again.writelines(parts)
            finally:
                os.close(file)
        except OSError as error:
            raise InputError(unwritable(Path(temporary), error)) from None
        self.waiting.append((temporary, f"{self.base}{folder}/{name}"))
        if len(self.waiting) == _TOGETHER:
            self.finish()

    def finish(self) -> None:
        """Give all files their names."""
        if not self.waiting:
            return
        if self.named is not None:
            self.named(path.removeprefix(self.base) for _, path in self.waiting)
        os.sync()
        for temporary, path in self.waiting:
            try:
                os.replace(temporary, path)  # noqa: PTH105  a path is made in as long as a file is renamed
            except OSError as error:
                raise InputError(unwritable(Path(path), error)) from None
        self.waiting = []

    def _make(self, folder: str) -> None:
        """Make a folder, with those above it up to the one below which all files are."""
        path = self.folder
        self.folder.mkdir(parents=True, exist_ok=True)
        for part in folder.split("/"):
            path /= part
            try:
                if path.is_symlink():
                    raise InputError(Problem(Where(str(path)), "this place is a link", "remove the link"))
                path.mkdir(mode=_FOLDER, exist_ok=True)
            except OSError as error:
                raise InputError(unwritable(path / "x", error)) from None
        self.folders.add(folder)
