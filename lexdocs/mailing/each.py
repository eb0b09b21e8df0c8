"""The single files of a mailing on the disk: written, counted, and taken away where they are no holder's any more."""

from __future__ import annotations

import json
import re
import shutil
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from itertools import zip_longest
from pathlib import Path
from typing import Any

from lexdocs.mailing.file_names import FOLDER, file_of
from lexdocs.mailing.frames import Frames
from lexdocs.mailing.singles import single_of
from lexdocs.outputs.many_files import ManyFiles

_SINGLE = re.compile(rb'("file":"%s/[^"]*"[^{}]*?"sha256":")[0-9a-f]{64}' % FOLDER.encode("ascii"))
_OURS = re.compile(r"[0-9a-f]{2}")


class SingleFiles:
    """Writes the single files of a mailing into its folder. `found` is how many there are, their pages and bytes.

    Where they are not `written`, they are made and counted, and nothing lies anywhere.
    """

    def __init__(self, out: Path, frames: Frames, *, written: bool = True) -> None:
        self.out, self.frames = out, frames
        self.files = ManyFiles(out) if written else None
        self.found = {"files": 0, "pages": 0, "bytes": 0}
        self.written: dict[str, array[int]] = {}  # by folder, eight bytes for a name

    def add(self, row: tuple[Any, ...]) -> str:
        """Write the file of a holder; gives what the manifest says of it, nothing where there is no statement."""
        single = single_of(row, self.frames)
        if single is None:
            return ""
        path = file_of(row[0])
        folder, _, name = path.rpartition("/")
        if self.files is not None:
            self.files.add(folder, name, single.parts)
        self.written.setdefault(folder, array("Q")).append(_short(name))
        self.found["files"] += 1
        self.found["pages"] += single.pages
        self.found["bytes"] += single.size
        return f'"file":{json.dumps(path)},"page":1,"pages":{single.pages},"sha256":"{single.digest}"'

    def finish(self) -> None:
        """Give all files their names, and take away those of an earlier mailing that were not written again."""
        if self.files is None:
            return
        self.files.finish()
        for folder in _folders(self.out):
            kept = set(self.written.get(f"{FOLDER}/{folder.name}", ()))
            for path in folder.iterdir():
                if _short(path.name) not in kept:
                    path.unlink()


def same_but_singles(one: Path, other: Path) -> bool:
    """Whether two manifests are alike but for the SHA-256 of single files."""
    with one.open("rb") as first, other.open("rb") as second:
        lines = zip_longest(first, second, fillvalue=b"")
        return all(_SINGLE.sub(rb"\1", line) == _SINGLE.sub(rb"\1", like) for line, like in lines)


def counted(out: Path) -> dict[str, int]:
    """How many single files lie in the folder of a mailing, and their bytes."""
    sizes = [path.stat().st_size for folder in _folders(out) for path in folder.iterdir()]
    return {"files": len(sizes), "bytes": sum(sizes)}


def take_away(out: Path) -> None:
    """Take the single files of an earlier mailing away."""
    for folder in _folders(out):
        shutil.rmtree(folder)


def _folders(out: Path) -> Iterator[Path]:
    """The folders of single files; nothing else that lies there is ours."""
    if (out / FOLDER).is_dir() and not (out / FOLDER).is_symlink():
        yield from sorted(path for path in (out / FOLDER).iterdir() if _OURS.fullmatch(path.name) and path.is_dir())


def _short(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8"), digest_size=8).digest(), "big")
