"""Which single files in a mailing's folder are the mailing's own: only those are ever taken away or written over.

Before files get their names, digests of these are put at the end of a list in `.kept`; when all have theirs, the list
is written anew. So a run that was killed has left no file that is not on it. Without the list, as where `.kept` was
deleted, it is the manifest that names them.
"""

from __future__ import annotations

import os
import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from lexdocs.errors import InputError, Problem, Where
from lexdocs.mailing.file_names import FOLDER, KEPT, MANIFEST
from lexdocs.outputs.files import write_private

_LIST = "single-files"
_FOLDERS = re.compile(r"[0-9a-f]{2}")
_NAMED = re.compile(rb'"file":"%s/([0-9a-f]{2})/([^"/]+)"' % FOLDER.encode("ascii"))
_UNFINISHED = re.compile(r"\.[A-Za-z0-9._-]+\.(?:pdf|html)\.part")
_ENTRY = 9  # bytes: the folder, and eight for the name

Names = dict[str, "array[int]"]
"""Digests of names by the folder in which they stand, such as 4c."""


class OwnFiles:
    """The single files of the mailing in a folder, by what is known of earlier ones and what is given a name now."""

    def __init__(self, out: Path) -> None:
        self.out, self.list = out, out / KEPT / _LIST
        self.before: Names | None = None  # sorted, where anything lies there
        self.begun = False
        self.given: Names = {}

    def begin(self) -> None:
        """Find what there was before; where there was nothing, no file can be in the way."""
        if self.begun:
            return
        self.begun = True
        if any(True for folder in folders(self.out) for _ in folder.iterdir()):
            known = known_of(self.out)
            self.before = {folder: array("Q", sorted(own)) for folder, own in known.items()}
            self._write(known)

    def claim(self, paths: Iterable[str]) -> None:
        """Note files that are about to get their names, by their places such as `each/4c/BO-7.pdf`.

        Raises `InputError` where what stands there is no file of a mailing.
        """
        self.begin()
        noted, wrong, before = bytearray(), [], self.before
        for path in paths:
            _, folder, name = path.split("/")
            digest = short(name)
            if before is not None and not _has(before.get(folder), digest) and os.path.lexists(f"{self.out}/{path}"):
                wrong.append(path)
            self.given.setdefault(folder, array("Q")).append(digest)
            noted += bytes.fromhex(folder) + digest.to_bytes(8, "big")
        if wrong:
            remedy = "move it to another place, or name another folder with --out"
            raise InputError([Problem(Where(path), "lies there, and no mailing made it", remedy) for path in wrong])
        self.list.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.list.open("ab") as file:
            # What a run that was killed wrote in part is no entry.
            file.truncate(file.tell() - file.tell() % _ENTRY)
            file.write(noted)

    def leave(self) -> None:
        """Take away what earlier mailings left and was given no name now; then the list has what was."""
        self._forget(self.given)
        self._write(self.given)

    def take_away(self) -> None:
        """Take away all single files of earlier mailings, and the folders in which nothing else is."""
        if not (self.out / FOLDER).is_dir():
            return
        self._forget({})
        for folder in [*folders(self.out), self.out / FOLDER]:
            if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
                folder.rmdir()
        self.list.unlink(missing_ok=True)

    def _forget(self, kept: Mapping[str, Collection[int]]) -> None:
        known = known_of(self.out)
        for folder in folders(self.out):
            there = list(folder.iterdir())
            gone = set(known.get(folder.name, ())) - set(kept.get(folder.name, ()))
            for path in there:
                if short(path.name) in gone or _UNFINISHED.fullmatch(path.name):
                    path.unlink()

    def _write(self, names: Mapping[str, Iterable[int]]) -> None:
        self.list.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(self.list, (_packed(folder, names[folder]) for folder in sorted(names)))


def _has(names: array[int] | None, name: int) -> bool:
    """Whether a name is one of some that are sorted."""
    if names is None:
        return False
    at = bisect_left(names, name)
    return at < len(names) and names[at] == name


def known_of(out: Path) -> Names:
    """The single files of the mailings in a folder, as far as is known."""
    found: Names = {}
    try:
        data = (out / KEPT / _LIST).read_bytes()
    except OSError:
        for folder, name in _named(out):
            found.setdefault(folder, array("Q")).append(short(name))
        return found
    for at in range(0, len(data) - len(data) % _ENTRY, _ENTRY):
        own = int.from_bytes(data[at + 1 : at + _ENTRY], "big")
        found.setdefault(f"{data[at]:02x}", array("Q")).append(own)
    return found


def _named(out: Path) -> Iterator[tuple[str, str]]:
    """The single files that a manifest names: their folders and names."""
    try:
        with (out / MANIFEST).open("rb") as lines:
            for line in lines:
                for folder, name in _NAMED.findall(line):
                    yield folder.decode("ascii"), name.decode("utf-8", "replace")
    except OSError:
        return


def _packed(folder: str, names: Iterable[int]) -> bytes:
    first = bytes.fromhex(folder)
    return b"".join(first + name.to_bytes(8, "big") for name in names)


def folders(out: Path) -> Iterator[Path]:
    """The folders of single files; nothing else that lies there is ours."""
    if (out / FOLDER).is_dir() and not (out / FOLDER).is_symlink():
        yield from sorted(path for path in (out / FOLDER).iterdir() if _FOLDERS.fullmatch(path.name) and path.is_dir())


def short(name: str) -> int:
    """What stands for the name of a file."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogateescape"), digest_size=8).digest(), "big")
