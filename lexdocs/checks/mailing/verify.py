"""Verify: a mailing worked out again from its files, without the mailing's code, and everything that does not tie.

1. *Files.* Each file that the control names is there, with its length, its SHA-256 and its pages; where the mailing is
   released, they are those that were released.
2. *Holders.* Each line of the manifest is read; its pages are where it says, have the SHA-256 that it says, and follow
   on those of the line before. No holder stands twice.
   The pieces of a job follow one another in the numbers of its ticket.
3. *Amounts.* What a sample of holders read is what their lines say.
4. *Sums.* The lines add up to what the control says was mailed; that and the deal's own totals leave the residue.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from pathlib import Path

from lexdocs.checks.mailing.drawn import amounts
from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.pages import Pages
from lexdocs.checks.mailing.signed import hold_release
from lexdocs.checks.mailing.streams import Streams
from lexdocs.checks.mailing.ticket import Ticket
from lexdocs.checks.mailing.told import (
    CONTROL,
    MANIFEST,
    NOT_MADE,
    RENDERED,
    REPORT,
    STAMPED,
    Control,
    Line,
    holder_of,
    line_of,
    read_control,
)  # fmt: skip
from lexdocs.checks.mailing.unique import Places
from lexdocs.checks.reports.record import Report

SAMPLE = 25
"""Holders whose statements are read, unless another number is asked for."""
_DIGITS = 200  # sums are exact


@dataclass(frozen=True)
class Verified:
    """What came of it: the report, how many statements were read, and the SHA-256 of the control that was held."""

    report: Report
    read: int
    control_sha256: str

    @property
    def ties(self) -> bool:
        """Whether nothing was found."""
        return not self.report.stands


def verify(folder: Path, sample: int | None = SAMPLE) -> Verified:
    """Hold a mailing against its own files; `sample` holders are read, spread over all, or all of them with None.

    Raises `InputError` where the folder is no mailing.
    """
    work = _Verifying(folder, read_control(folder), sample)
    work.run()
    control = work.control
    counts = {
        "holders": work.lines, "statements": work.made[STAMPED] + work.made[RENDERED],
        "without one": work.made[NOT_MADE], "pages": sum(work.streams.pages.values()),
        "read": work.read, "findings": len(work.found),
    }  # fmt: skip
    digest = control.terms.get("term-sheet.yaml", "")
    report = Report("verify", control.deal, digest, work.found.results(), (*control.files, CONTROL), counts)
    return Verified(report, work.read, control.sha256)


class _Verifying:
    def __init__(self, folder: Path, control: Control, sample: int | None) -> None:
        self.folder, self.control = folder, control
        self.found = Found()
        self.streams = Streams(folder, control, self.found)
        self.ticket = Ticket(control, self.found)
        self.pages = Pages(folder, control, self.found)
        self.places = Places()
        self.sample = None if sample is None else frozenset(spread(control.holders, sample))
        self.lines = self.read = 0
        self.made = dict.fromkeys((STAMPED, RENDERED, NOT_MADE), 0)
        self.names: tuple[str, ...] | None = None
        self.sums: list[Decimal] = []
        self.listed = {RENDERED: iter(control.rendered), NOT_MADE: iter(control.failed)}

    def run(self) -> None:
        """All four steps."""
        self._files()
        hold_release(self.folder, self.control, self.found)
        with localcontext(prec=_DIGITS), self.streams:
            for number, raw in self._manifest():
                self._read(number, raw)
            self.streams.finish()
            self.ticket.hold(self.folder)
            self.pages.finish()
            self._counts()
            self._sums()
        if self.places.doubtful:
            for number, first in self.places.again((number, holder_of(raw)) for number, raw in self._manifest()):
                self.found.add("holder", number, f"its holder has line {first:,} too", "let each holder stand once")

    def _files(self) -> None:
        for name, said in self.control.files.items():
            path = self.folder / name
            if not path.is_file():
                self.found.add("file", name, "is missing")
                continue
            size = path.stat().st_size
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            if size != said.bytes:
                self.found.add("file", name, f"has {size:,} bytes, and {CONTROL} says {said.bytes:,}")
            if digest != said.sha256:
                self.found.add("file", name, f"has another SHA-256 than {CONTROL} says")
            if name == REPORT and (pages := _pages_of(path)) != said.pages:
                self.found.add("file", name, f"has {pages:,} pages, and {CONTROL} says {said.pages}")
        for path in sorted(self.folder.glob("*.pdf")):
            if path.name not in self.control.files:
                self.found.add("file", path.name, f"is no file that {CONTROL} names", "keep it in another folder")

    def _manifest(self) -> Iterator[tuple[int, bytes]]:
        """The lines of the manifest, by number; one that is not there was told of with the files."""
        with contextlib.suppress(OSError), (self.folder / MANIFEST).open("rb") as lines:
            yield from enumerate(lines, 1)

    def _read(self, number: int, raw: bytes) -> None:
        self.lines += 1
        try:
            line = line_of(raw)
        except (ValueError, KeyError, TypeError, RecursionError):
            self.found.add("manifest", number, "is no line of a manifest that can be read")
        else:
            self._line(number, line)

    def _line(self, number: int, line: Line) -> None:
        self.made[line.made] += 1
        self.places.mark(line.holder)
        if line.made in self.listed and next(self.listed[line.made], None) != line.holder:
            self.found.add("holder", number, f"was {line.made}, and {CONTROL} lists another holder in its place")
        self._add(number, line.figures)
        if line.made == NOT_MADE:
            return
        self.ticket.take(number, line)
        read = self.sample is None or number in self.sample
        texts = []
        if line.file:
            texts.append((f"{line.file}, page {line.page:,}", self.streams.hold(number, line, read=read)))
        if line.html is not None:
            texts.append((line.html.file, self.pages.hold(number, line.holder, line.html, read=read)))
        if bool(self.control.streams) != bool(line.file) or bool(self.control.html) != bool(line.html):
            self.found.add("place", number, f"it has not each of the forms that {CONTROL} names")
        for where, text in texts:
            if text is not None:
                self._printed(number, where, line, amounts(text))
        self.read += any(text is not None for _, text in texts)

    def _add(self, number: int, figures: Mapping[str, str]) -> None:
        names = tuple(figures)
        if self.names is None:
            self.names, self.sums = names, [Decimal(0)] * len(names)
        if names != self.names:
            self.found.add("manifest", number, "has other control figures than the first line")
            return
        self.sums = [whole + Decimal(said or 0) for whole, said in zip(self.sums, figures.values(), strict=True)]

    def _printed(self, number: int, where: str, line: Line, written: frozenset[str]) -> None:
        """See that each amount of money of a line is on its statement; one that is nil may be a dash, or left out."""
        for name, said in line.figures.items():
            if "." not in said or not Decimal(said) or not self._is_printed(name):
                continue
            form = f"{abs(Decimal(said)):,}"
            if form not in written and form.removesuffix(".00") not in written:
                self.found.add("printed", number, f"{where}: its {name} is not printed there as its line says it")

    def _is_printed(self, name: str) -> bool:
        return self.control.printed is None or name in self.control.printed

    def _counts(self) -> None:
        control = self.control
        said = {STAMPED: control.stamped, RENDERED: len(control.rendered), NOT_MADE: len(control.failed)}
        if self.lines != control.holders:
            what = f"has {self.lines:,} lines, and {CONTROL} says {control.holders:,} holders"
            self.found.add("count", MANIFEST, what)
        for how, count in said.items():
            if self.made[how] != count:
                what = f"{self.made[how]:,} statements are told to be {how}, and {CONTROL} says {count:,}"
                self.found.add("count", MANIFEST, what)
        if control.holders != sum(said.values()):
            what = f"{control.holders:,} holders are not {sum(said.values()):,} statements and holders without one"
            self.found.add("count", CONTROL, what)

    def _sums(self) -> None:
        sums = dict(zip(self.names or (), self.sums, strict=True))
        for total in self.control.totals:
            if total.figure not in sums:
                self.found.add("sum", CONTROL, f"{total.figure} is summed, and no line of the manifest has it")
                continue
            if sums[total.figure] != Decimal(total.mailed):
                what = f"{total.figure}: the manifest adds up to {sums[total.figure]}, and {total.mailed} is said"
                self.found.add("sum", CONTROL, what)
            if Decimal(total.deal) - Decimal(total.mailed) != Decimal(total.residue):
                what = f"{total.figure}: {total.deal} less {total.mailed} is not {total.residue}"
                self.found.add("sum", CONTROL, what)


def spread(count: int, sample: int) -> Sequence[int]:
    """So many numbers from 1 to `count`, the first and the last among them, as far apart as can be.

    >>> spread(12, 4), spread(2, 25), spread(9, 1)
    ([1, 4, 8, 12], [1, 2], [1])
    """
    if sample >= count:
        return list(range(1, count + 1))
    return [1 + place * (count - 1) // max(sample - 1, 1) for place in range(sample)]


def _pages_of(path: Path) -> int:
    """The pages of a small PDF; none where it is no PDF."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError:
        return 0
