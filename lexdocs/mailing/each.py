"""The files of single holders on the disk: written, counted, and taken away where they are no holder's any more."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import zip_longest
from pathlib import Path
from typing import Any

from lexdocs.mailing.file_names import FOLDER, file_of
from lexdocs.mailing.frames import Frames
from lexdocs.mailing.html_files import HtmlFiles
from lexdocs.mailing.own_files import OwnFiles, folders, known_of, short
from lexdocs.mailing.singles import single_of
from lexdocs.outputs.many_files import ManyFiles

HTML = ".html"
_SINGLE = re.compile(rb'("file":"%s/[^"]*"[^{}]*?"sha256":")[0-9a-f]{64}' % FOLDER.encode("ascii"))


class SingleFiles:
    """Writes PDF files, HTML files or both into the folder of a mailing.

    `found` is how many PDF files there are, their pages and bytes; `html` how many HTML files, and their bytes,
    and how many of them were made the long way, if any.
    Where they are not `written`, they are made and counted, and nothing lies anywhere; where they are not `listed`, the
    folder is new, and nothing else can lie in it.
    """

    def __init__(
        self, out: Path, frames: Frames | None, pages: HtmlFiles | None = None, *, written: bool = True,
        listed: bool = True,
    ) -> None:  # fmt: skip
        self.out, self.frames, self.pages = out, frames, pages
        self.own = OwnFiles(out) if written and listed else None
        self.files = ManyFiles(out, self.own.claim if self.own is not None else None) if written else None
        self.found = {"files": 0, "pages": 0, "bytes": 0} if frames is not None else {}
        self.html = {"files": 0, "bytes": 0} if pages is not None else {}
        if frames is not None and frames.encrypted:
            self.found["encrypted"] = 0

    def add(self, row: tuple[Any, ...], within: str = "") -> str:
        """Write the files of a holder; gives what the manifest says of them, nothing where there is no statement.

        What it says of a PDF stands `within` a member of that name.
        """
        said = []
        if self.frames is not None and (single := self._single(row, self.frames)):
            said.append(f'"{within}":{{{single}}}' if within else single)
        if self.pages is not None and (page := self._page(row, self.pages)):
            said.append(f'"html":{{{page}}}')
        return ",".join(said)

    def _single(self, row: tuple[Any, ...], frames: Frames) -> str:
        single = single_of(row, frames)
        if single is None:
            return ""
        path = file_of(row[0])
        self._write(path, single.parts)
        self.found["files"] += 1
        self.found["pages"] += single.pages
        self.found["bytes"] += single.size
        if frames.encrypted:
            self.found["encrypted"] += 1
        return f'"file":{json.dumps(path)},"page":1,"pages":{single.pages},"sha256":"{single.digest}"'

    def _page(self, row: tuple[Any, ...], pages: HtmlFiles) -> str:
        data = pages.of(row)
        if not data:
            return ""
        path = file_of(row[0], HTML)
        self._write(path, (data,))
        self.html["files"] += 1
        if not row[9][0]:
            self.html["rendered"] = self.html.get("rendered", 0) + 1
        self.html["bytes"] += len(data)
        return f'"file":{json.dumps(path)},"sha256":"{hashlib.sha256(data).hexdigest()}"'

    def _write(self, path: str, parts: tuple[bytes, ...]) -> None:
        folder, _, name = path.rpartition("/")
        if self.files is not None:
            self.files.add(folder, name, parts)

    def finish(self) -> None:
        """Give all files their names, and take away those of an earlier mailing that were not written again."""
        if self.files is not None:
            self.files.finish()
        if self.own is not None:
            self.own.leave()


def counted(out: Path) -> tuple[dict[str, int], dict[str, int]]:
    """How many files of single holders lie in the folder of a mailing, and their bytes: of PDF, and of HTML."""
    found = {"files": 0, "bytes": 0}, {"files": 0, "bytes": 0}
    known = known_of(out)
    for folder in folders(out):
        own = frozenset(known.get(folder.name, ()))
        for path in (each for each in folder.iterdir() if short(each.name) in own):
            of = found[path.suffix == HTML]
            of["files"] += 1
            of["bytes"] += path.stat().st_size
    return found


def same_but_singles(one: Path, other: Path) -> bool:
    """Whether two manifests are alike but for the SHA-256 of single files."""
    with one.open("rb") as first, other.open("rb") as second:
        lines = zip_longest(first, second, fillvalue=b"")
        return all(_SINGLE.sub(rb"\1", line) == _SINGLE.sub(rb"\1", like) for line, like in lines)
