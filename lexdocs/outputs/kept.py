"""What an earlier build left in its folder, and what each file was made of: what would come out the same is left.

`kept.json` stands beside the documents. For each document it says what it was written of, and for each PDF what page it
was printed of; a file counts only while its bytes are those that were written. Deleting the record makes all anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from lexdocs import resources
from lexdocs.documents.reads import Read
from lexdocs.errors import LexdocsError
from lexdocs.outputs.files import digest_of, place, write
from lexdocs.outputs.versions import LIBRARIES

RECORD = "kept.json"
_SHAPE = 1


@dataclass(frozen=True)
class Made:
    """How a document was made: of what besides figures, what it read of the book, and the digests of its files."""

    of: str
    reads: tuple[Read, ...]
    files: Mapping[str, str]


@dataclass
class Kept:
    """The record of a folder. `documents` are by name; `pages` give for each PDF the digest of what was printed."""

    folder: Path
    documents: dict[str, Made] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)

    def stands(self, files: Mapping[str, str]) -> bool:
        """Whether files are there as they were written."""
        return bool(files) and all(_digest(self.folder, name) == digest for name, digest in files.items())

    def printed(self, name: str, page: str) -> bool:
        """Whether the PDF of that name is there, and is what such a page gave."""
        return self.pages.get(name) == page + ":" + _digest(self.folder, name)

    def print_of(self, name: str, page: str, data: bytes) -> None:
        """Note of what page a PDF was printed, and what came of it."""
        self.pages[name] = page + ":" + hashlib.sha256(data).hexdigest()

    def note(self, name: str, of: str, reads: tuple[Read, ...], files: Iterable[str]) -> None:
        """Note how a document was made whose files are now there."""
        self.documents[name] = Made(of, reads, {file: _digest(self.folder, file) for file in files})

    def forget(self, name: str) -> None:
        """Take a document off the record: it is made anew next time, and what was said of it is said again."""
        self.documents.pop(name, None)

    def files(self, name: str, suffixes: tuple[str, ...]) -> list[str]:
        """The files of a document that end so."""
        return [file for file in self.documents[name].files if file.endswith(suffixes)]

    def save(self, documents: Iterable[str]) -> None:
        """Write the record, of the documents that there are now."""
        there = {name: self.documents[name] for name in sorted(documents) if name in self.documents}
        pages = {name: page for name, page in sorted(self.pages.items()) if _digest(self.folder, name)}
        data = {
            "shape": _SHAPE,
            "documents": {
                name: {"of": made.of, "reads": [astuple(each) for each in made.reads], "files": dict(made.files)}
                for name, made in there.items()
            },
            "pages": pages,
        }
        write(self.folder, RECORD, json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n")


def read_kept(folder: Path) -> Kept:
    """The record of a folder; an empty one where there is none, or none that can be read."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        data: dict[str, Any] = json.loads((folder / RECORD).read_text("utf-8"))
        if data["shape"] == _SHAPE:
            documents = {
                name: Made(
                    made["of"],
                    tuple(Read(read, tuple(key), answer) for read, key, answer in made["reads"]),
                    {str(file): str(digest) for file, digest in made["files"].items()},
                )
                for name, made in data["documents"].items()
            }
            return Kept(folder, documents, {str(name): str(page) for name, page in data["pages"].items()})
    return Kept(folder)


def _digest(folder: Path, name: str) -> str:
    """The digest of a file of the folder, or nothing where there is none."""
    with contextlib.suppress(OSError, LexdocsError):
        return digest_of(place(folder, name))
    return ""


@lru_cache(maxsize=1)
def code_stamp() -> str:
    """What changes with the code that writes documents: its files' sizes and times, and the releases of libraries.

    Of the libraries only those of Python: to ask the others, the printer would have to be loaded.
    """
    stats = ((path.as_posix(), path.stat()) for path in resources.code_files())
    said = [f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in stats]
    for name in LIBRARIES:
        with contextlib.suppress(PackageNotFoundError):
            said.append(f"{name} {version(name)}")
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
