"""The forms of a mailing: print streams, a PDF file for each holder, encrypted or not, or an HTML file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lexdocs.errors import Problem, UsageError, Where
from lexdocs.figures.streaming import Pass
from lexdocs.mailing.each import SingleFiles
from lexdocs.mailing.frames import Frames
from lexdocs.mailing.html_files import HtmlFiles
from lexdocs.mailing.html_pages import HtmlPages
from lexdocs.mailing.locking import Lock, LockedFrames, Sealing, unlock
from lexdocs.mailing.own_files import OwnFiles
from lexdocs.mailing.shaping import Shapes
from lexdocs.mailing.stamping import Stamping


@dataclass(frozen=True)
class Forms:
    """What is made of each statement; single files are encrypted where there is a lock."""

    stream: bool
    each: bool
    html: bool = False
    lock: Lock | None = None

    @property
    def sealing(self) -> Sealing | None:
        """What encrypts statements that are kept. Those of print streams lie in the clear anyway."""
        return Sealing(self.lock.key) if self.lock is not None and not self.stream else None

    def said(self) -> str:
        """What stands for the forms in the names of shards: each form has its own.

        What is tied to a structure tree is longer, and is of no use in a print stream.
        """
        lock = f"locked {self.locked}", bool(self.lock)
        asked = ("each", self.each), ("alone", not self.stream), ("html", self.html), lock
        return "".join(f" {name}" for name, wanted in asked if wanted)

    @property
    def locked(self) -> str:
        """What changes with the password; nothing where there is none."""
        return self.lock.digest if self.lock is not None else ""

    def stamping(self, shapes: Shapes, passing: Sequence[str], last: Pass) -> Stamping | HtmlPages:
        """What makes the statements, of what the last pass over the rows gives."""
        stamping = Stamping(shapes, passing)
        if not self.html:
            return stamping
        decimals = {step.address for step in last.compiled.steps if step.decimal}
        return HtmlPages(shapes, passing, decimals, stamping if self.stream or self.each else None)

    def files(
        self, out: Path, plates: Path, *, proof: bool, written: bool = True, listed: bool = True
    ) -> SingleFiles | None:
        """What writes single files, if any are asked for; see `SingleFiles`."""
        frames: Frames | None = None
        if self.lock is not None:
            frames = LockedFrames(plates, proof, lock=self.lock, sealing=self.sealing)
        elif self.each:
            frames = Frames(plates, proof)
        pages = HtmlFiles(plates, proof) if self.html else None
        if not (self.each or self.html):
            return None
        return SingleFiles(out, frames, pages, written=written, listed=listed)

    def take_away(self, out: Path, kept: Path) -> None:
        """Take away what an earlier mailing left in other forms."""
        if not (self.each or self.html):
            OwnFiles(out).take_away()
        if self.lock is None:
            unlock(kept)
        else:
            self.lock.forget()


def refuse_forms(*, each: bool, html: bool, locked: bool) -> None:
    """Refuse what is asked for a form that is not asked for."""
    if locked and not each:
        what = "encrypts single files, and none are asked for"
        raise UsageError(Problem(Where("--encrypt"), what, "leave it out, or ask for --each too"))
    if locked and html:
        what = "encrypts PDF files, and HTML files would say the same in the clear"
        raise UsageError(Problem(Where("--encrypt"), what, "mail the HTML files into another folder"))
