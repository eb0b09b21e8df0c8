"""The single files of a mailing, held against its manifest: each is there as it was made, and none besides."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from lexdocs.checks.mailing.drawn import Written
from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.frames import Frames
from lexdocs.checks.mailing.looking import Locked, read_apart, read_in
from lexdocs.checks.mailing.named import Named
from lexdocs.checks.mailing.own import CLOSE, OPEN, SEEN, is_open, is_own, open_own
from lexdocs.checks.mailing.proofs import said_of
from lexdocs.checks.mailing.syntax import DAMAGED, damage
from lexdocs.checks.mailing.told import CONTROL, Control, Place
from lexdocs.checks.mailing.tongues import Reader, as_it_stands

FOLDER = "each"
_OURS = re.compile(r"[0-9a-f]{2}")
_CODE = re.compile(rb"_([0-9a-f]{2})")
_HTML = ".html"  # files of another form
_CUT = "_-"  # stands in the name of a file whose identifier is too long for one


class Singles:
    """Holds one single file after another; what is wrong with them goes to `found`."""

    def __init__(self, folder: Path, control: Control, found: Found, password: str | None = None) -> None:
        self.folder, self.control, self.found = folder, control, found
        self.frames = Frames()
        self.named = Named()
        self.counts = {"files": 0, "pages": 0, "bytes": 0}
        self.linked: dict[str, bool] = {}
        self.locked, self.password = "encrypted" in control.singles, password

    def hold(
        self, number: int, holder: str, said: Place, *, read: bool, reader: Reader = as_it_stands
    ) -> Written | None:
        """Hold the file of a holder against a line of the manifest; gives what is written there, if it is wanted."""
        folder, _, name = said.file.rpartition("/")
        if not _is_of(holder, folder, name):
            self.found.add("single", number, "its file is not named for the identifier of its holder")
        self.named.add(folder, name)
        data = self._bytes(number, said)
        if data is None:
            return None
        self.counts["files"] += 1
        self.counts["bytes"] += len(data)
        frame = None if self.locked else self.frames.of(data)
        digest = frame.digest(data[len(frame.data) :]) if frame is not None else hashlib.sha256(data).hexdigest()
        if digest != said.sha256:
            self.found.add("single", number, f"{said.file}: has another SHA-256 than the line says")
        if self.locked and (self.password is None or not read):
            self.counts["pages"] += said.pages  # its length and its SHA-256 are as they were made
            return None
        password = self.password or "" if self.locked else ""
        try:
            if frame is not None:
                looked = read_in(frame, data, read=read, reader=reader)
            else:
                looked = read_apart(data, password, read=read, reader=reader)
        except Locked as error:
            self.counts["pages"] += said.pages
            remedy = "give the password with which the mailing was made"
            self.found.add("password", number, f"{said.file}: {damage(error)}", remedy)
            return None
        except DAMAGED as error:
            self.found.add("single", number, f"{said.file}: cannot be read: {damage(error)}")
            return None
        self.counts["pages"] += looked.pages
        if looked.pages != said.pages:
            what = f"{said.file}: has {looked.pages:,} pages, and the line says {said.pages:,}"
            self.found.add("single", number, what)
        if self.control.released in looked.marked:
            self.found.add("proof", number, f"{said.file}: {said_of(released=self.control.released)}")
        return looked.written if read else None

    def _bytes(self, number: int, said: Place) -> bytes | None:
        """What a file holds, if it is one and may be read."""
        folder = said.file.rpartition("/")[0]
        if folder not in self.linked:
            self.linked[folder] = any((self.folder / each).is_symlink() for each in (FOLDER, folder))
        if self.linked[folder]:
            self.found.add("single", number, f"{said.file}: its folder is a link", "put the folder itself there")
            return None
        try:
            file = open_own(f"{self.folder}/{said.file}")
        except FileNotFoundError:
            self.found.add("single", number, f"{said.file}: is missing")
            return None
        except OSError as error:
            self.found.add("single", number, f"{said.file}: cannot be opened ({error.strerror})")
            return None
        with os.fdopen(file, "rb", buffering=0) as opened:
            if not is_own(file):
                self.found.add("single", number, f"{said.file}: {SEEN}", CLOSE)
            return opened.readall()

    def finish(self) -> None:
        """See that no other files lie there, that no file is named twice, and that the control counts them so."""
        for folder in self.named.twice():
            self.found.add("single", folder, "a file in it is named by two lines", "let each holder have its own")
        for folder in self._folders():
            there = (each.name for each in os.scandir(self.folder / folder))
            others = self.named.others(folder, (name for name in there if not name.endswith(_HTML)))
            if others:
                what = f"holds {others:,} that no line of the manifest names"
                self.found.add("single", folder, what, "keep them in another folder")
        for name, count in self.counts.items():
            said = self.control.singles.get(name, 0)
            if count != said:
                self.found.add("count", f"{FOLDER}/", f"{count:,} {name} of single files, and {CONTROL} says {said:,}")

    def _folders(self) -> Iterator[str]:
        """The folders of single files that are there; whatever else lies among them is told of."""
        with contextlib.suppress(FileNotFoundError):
            if is_open(self.folder / FOLDER):
                self.found.add("single", f"{FOLDER}/", OPEN, CLOSE)
            for each in sorted(os.scandir(self.folder / FOLDER), key=lambda each: each.name):
                if each.is_dir(follow_symlinks=False) and _OURS.fullmatch(each.name):
                    if is_open(Path(each.path)):
                        self.found.add("single", f"{FOLDER}/{each.name}/", OPEN, CLOSE)
                    yield f"{FOLDER}/{each.name}"
                else:
                    what = "is no folder of single files"
                    self.found.add("single", f"{FOLDER}/", f"something in it {what}", "keep it in another folder")


def _is_of(holder: str, folder: str, name: str) -> bool:
    """Whether a file is named for a holder, in the folder that goes with that.

    >>> _is_of("é/..", "each/29", "_c3_a9_2f...pdf"), _is_of("BO-7", "each/ae", "BO-8.pdf")
    (True, False)
    """
    data = holder.encode("utf-8", "surrogatepass")
    if folder.rpartition("/")[2] != hashlib.sha256(data).hexdigest()[:2]:
        return False
    stem = name.rpartition(".")[0]
    if _CUT in stem:
        return stem.endswith(hashlib.sha256(data).hexdigest())
    return _CODE.sub(lambda found: bytes.fromhex(found[1].decode()), stem.encode("ascii")) == data
