"""The forms of a mailing: print streams, a PDF file for each holder, encrypted or not, and what each needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lexdocs.errors import Problem, UsageError, Where
from lexdocs.mailing.each import SingleFiles, take_away
from lexdocs.mailing.frames import Frames
from lexdocs.mailing.locking import Lock, LockedFrames, Sealing, unlock


@dataclass(frozen=True)
class Forms:
    """What is made of each statement; single files are encrypted where there is a lock."""

    stream: bool
    each: bool
    lock: Lock | None = None

    @property
    def sealing(self) -> Sealing | None:
        """What encrypts statements that are kept. Those of print streams lie in the clear anyway."""
        return Sealing(self.lock.key) if self.lock is not None and not self.stream else None

    def said(self) -> str:
        """What stands for the forms in the names of shards: each form has its own.

        What is tied to a structure tree is longer, and is of no use in a print stream.
        """
        asked = ("each", self.each), ("alone", not self.stream), (f"locked {self.locked}", self.locked)
        return "".join(f" {name}" for name, wanted in asked if wanted)

    @property
    def locked(self) -> str:
        """What changes with the password; nothing where there is none."""
        return self.lock.digest if self.lock is not None else ""

    def files(self, out: Path, plates: Path, *, proof: bool) -> SingleFiles | None:
        """What writes single files, if any are asked for."""
        if not self.each:
            return None
        if self.lock is None:
            return SingleFiles(out, Frames(plates, proof))
        return SingleFiles(out, LockedFrames(plates, proof, lock=self.lock, sealing=self.sealing))

    def take_away(self, out: Path, kept: Path) -> None:
        """Take away what an earlier mailing left in other forms."""
        if not self.each:
            take_away(out)
        if self.lock is None:
            unlock(kept)
        else:
            self.lock.forget()


def refuse_forms(*, stream: bool, each: bool, pages_per_file: int | None, password: str | None) -> None:
    """Refuse what is asked for a form that is not asked for."""
    if pages_per_file is not None and not stream:
        what = "parts print streams, and none is asked for"
        raise UsageError(Problem(Where("--pages-per-file"), what, "leave it out, or ask for --stream too"))
    if password is not None and not each:
        what = "encrypts single files, and none are asked for"
        raise UsageError(Problem(Where("--encrypt"), what, "leave it out, or ask for --each too"))
