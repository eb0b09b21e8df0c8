"""Verify: a mailing worked out again from its files, without the mailing's code, and everything that does not tie.

1. *Files.* Each file that the control names is there, with its length, its SHA-256 and its pages, and is its
   owner's alone; where the mailing is released, they are those that were released.
2. *Holders.* Each line of the manifest is read; its pages are where it says, have the SHA-256 that it says, and follow
   on those of the line before; its own file is as it says, and no other lies beside. All pages say PROOF, or none does.
   No holder stands twice. The pieces of a job follow one another in the numbers of its ticket.
3. *Figures.* What a sample of holders read is what their lines say, in the print stream and in their own file: each
   figure, a count or none at all too, in the place where it is printed.
4. *Corrections.* Each statement of a released mailing that this one corrects stands, is replaced or is withdrawn.
5. *Sums.* The lines add up to what the control says was mailed; that and the deal's own totals leave the residue.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation, localcontext
from fractions import Fraction
from pathlib import Path

from lexdocs.checks.mailing.beside import Figures
from lexdocs.checks.mailing.drawn import Written
from lexdocs.checks.mailing.files import hold_files
from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.ledger import Ledger
from lexdocs.checks.mailing.pages import Pages
from lexdocs.checks.mailing.signed import hold_release
from lexdocs.checks.mailing.singles import Singles
from lexdocs.checks.mailing.streams import Streams
from lexdocs.checks.mailing.ticket import Ticket
from lexdocs.checks.mailing.told import (
    CONTROL,
    EARLIER,
    MANIFEST,
    NOT_MADE,
    RENDERED,
    STAMPED,
    UNCHANGED,
    WITHDRAWN,
    Control,
    Line,
    line_of,
    named_in,
    read_control,
)  # fmt: skip
from lexdocs.checks.mailing.tongues import reader_of
from lexdocs.checks.mailing.unique import Places
from lexdocs.checks.reports.record import Report

NUMBER = "statement_number"
SAMPLE = 25
"""Holders whose statements are read, unless another number is asked for."""
_DIGITS = 200  # sums are exact


@dataclass(frozen=True)
class Verified:
    """What came of it: the report, how many statements were read, and the SHA-256 of the control that was held.

    `locked` says that there are encrypted files, of which nothing was read for want of a password.
    """

    report: Report
    read: int
    control_sha256: str
    locked: bool = False

    @property
    def ties(self) -> bool:
        """Whether nothing was found."""
        return not self.report.stands


def verify(folder: Path, sample: int | None = SAMPLE, password: str | None = None) -> Verified:
    """Hold a mailing against its own files; `sample` holders are read, spread over all, or all of them with None.

    What is written in encrypted files is read with their `password`; without it they are hashed alone. Raises
    `InputError` where the folder is no mailing.
    """
    work = _Verifying(folder, read_control(folder), sample, password)
    work.run()
    control = work.control
    counts = {
        "holders": work.lines, "statements": work.made[STAMPED] + work.made[RENDERED],
        "without one": work.made[NOT_MADE], "unchanged": work.made[UNCHANGED], "withdrawn": work.made[WITHDRAWN],
        "pages": sum(work.streams.pages.values()) or work.singles.counts["pages"],
        "single files": work.singles.counts["files"], "read": work.read, "findings": len(work.found),
    }  # fmt: skip
    digest = control.terms.get("term-sheet.yaml", "")
    report = Report("verify", control.deal, digest, work.found.results(), (*control.files, CONTROL), counts)
    return Verified(report, work.read, control.sha256, work.singles.locked and password is None)


class _Verifying:
    def __init__(self, folder: Path, control: Control, sample: int | None, password: str | None = None) -> None:
        self.folder, self.control = folder, control
        self.found = Found()
        self.streams = Streams(folder, control, self.found)
        self.singles = Singles(folder, control, self.found, password)
        self.pages = Pages(folder, control, self.found)
        self.ledger, self.ticket = Ledger(folder, control, self.found), Ticket(control, self.found)
        self.places, self.numbers = Places(), Places()
        self.figures = Figures(control.beside)
        statements = control.stamped + len(control.rendered)
        self.sample = None if sample is None else frozenset(spread(statements, sample))
        self.lines = self.read = 0
        self.made = dict.fromkeys((STAMPED, RENDERED, NOT_MADE, UNCHANGED, WITHDRAWN, EARLIER), 0)
        self.names: tuple[str, ...] | None = None
        self.sums: list[Decimal] = []
        self.rest: dict[str, Fraction] = {}  # what no decimals end
        self.listed = {
            RENDERED: iter(control.rendered), NOT_MADE: iter(control.failed),
            WITHDRAWN: iter([holder for holder, _ in control.withdrawn]),
        }  # fmt: skip

    def run(self) -> None:
        """All five steps."""
        hold_files(self.folder, self.control, self.found)
        hold_release(self.folder, self.control, self.found)
        with localcontext(prec=_DIGITS), self.streams:
            for number, raw in self._manifest():
                self._read(number, raw)
            self.streams.finish()
            self.singles.finish()
            self.ledger.finish(self._lines())
            self.ticket.hold(self.folder)
            self.pages.finish()
            self._counts()
            self._sums()
        for places, name in ((self.places, "holder"), (self.numbers, "number")):
            if places.doubtful:
                named = ((number, named_in(raw, name)) for number, raw in self._manifest())
                for number, first in places.again((number, label) for number, label in named if label):
                    remedy = f"let each {name} stand once"
                    self.found.add("holder", number, f"its {name} has line {first:,} too", remedy)

    def _manifest(self) -> Iterator[tuple[int, bytes]]:
        """The lines of the manifest, by number; one that is not there was told of with the files."""
        with contextlib.suppress(OSError), (self.folder / MANIFEST).open("rb") as lines:
            yield from enumerate(lines, 1)

    def _lines(self) -> Iterator[tuple[int, Line]]:
        """The lines that can be read, once more."""
        for number, raw in self._manifest():
            with contextlib.suppress(ValueError, KeyError, TypeError, RecursionError):
                yield number, line_of(raw)

    def _read(self, number: int, raw: bytes) -> None:
        try:
            line = line_of(raw)
        except (ValueError, KeyError, TypeError, RecursionError):
            self.lines += 1
            self.found.add("manifest", number, "is no line of a manifest that can be read")
        else:
            self._line(number, line)

    def _line(self, number: int, line: Line) -> None:
        self.made[line.made] += 1
        self.lines += line.made not in (WITHDRAWN, EARLIER)
        self.places.mark(line.holder)
        if line.stands.number:
            self.numbers.mark(line.stands.number)
        self.ledger.take(number, line)
        if line.made in self.listed and next(self.listed[line.made], None) != line.holder:
            self.found.add("holder", number, f"was {line.made}, and {CONTROL} lists another holder in its place")
        if line.made not in (WITHDRAWN, EARLIER):
            self._add(number, line.figures)
        if not line.has_statement:
            return
        read = self.sample is None or self.made[STAMPED] + self.made[RENDERED] in self.sample
        texts, reader = [], reader_of(line.language)
        if line.stream is not None:
            self.ticket.take(number, line.stream)
            place = f"{line.stream.file}, page {line.stream.page:,}"
            texts.append((place, self.streams.hold(number, line.stream, read=read, reader=reader)))
        if line.single is not None:
            texts.append(
                (line.single.file, self.singles.hold(number, line.holder, line.single, read=read, reader=reader))
            )
        if line.html is not None:
            texts.append((line.html.file, self.pages.hold(number, line.holder, line.html, read=read, reader=reader)))
        forms = self.control.streams, self.control.singles, self.control.html
        if [*map(bool, forms)] != [*map(bool, (line.stream, line.single, line.html))]:
            self.found.add("place", number, f"it has not each of the forms that {CONTROL} names")
        for where, text in texts:
            if text is not None:
                self._printed(number, where, line, text)
        self.read += any(text is not None for _, text in texts)

    def _add(self, number: int, figures: Mapping[str, str]) -> None:
        names = tuple(figures)
        if self.names is None:
            self.names, self.sums = names, [Decimal(0)] * len(names)
        if names != self.names:
            self.found.add("manifest", number, "has other control figures than the first line")
            return
        try:
            self.sums = [whole + Decimal(said or 0) for whole, said in zip(self.sums, figures.values(), strict=True)]
        except InvalidOperation:
            ended = [said if "/" not in said else "" for said in figures.values()]
            self.sums = [whole + Decimal(said or 0) for whole, said in zip(self.sums, ended, strict=True)]
            for name, said in figures.items():
                if "/" in said:
                    self.rest[name] = self.rest.get(name, Fraction(0)) + Fraction(said)

    def _printed(self, number: int, where: str, line: Line, written: Written) -> None:
        """See that the figures of a line are on its statement, and its number and that which it replaces."""
        lines = written.text.split("\n")
        numbers = [("number", line.stands.number if self._is_printed(NUMBER) else "")]
        numbers += [("number that it replaces", line.replaces.number if line.replaces is not None else "")]
        for name, said in numbers:
            if said and not any(said in each for each in lines) and said not in written.text.replace("\n", ""):
                self.found.add("printed", number, f"{where}: the {name} is not printed there as its line says it")
        figures = {name: said for name, said in line.figures.items() if self._is_printed(name)}
        for name in self.figures.wrong(figures, written):
            self.found.add("printed", number, f"{where}: its {name} is not printed there as its line says it")

    def _is_printed(self, name: str) -> bool:
        return (self.control.printed is None and name != NUMBER) or name in (self.control.printed or ())

    def _counts(self) -> None:
        control = self.control
        said = {STAMPED: control.stamped, RENDERED: len(control.rendered), NOT_MADE: len(control.failed)}
        said[UNCHANGED] = control.corrects.get("unchanged", 0)
        if self.lines != control.holders:
            what = f"has {self.lines:,} lines, and {CONTROL} says {control.holders:,} holders"
            self.found.add("count", MANIFEST, what)
        for how, count in said.items():
            if self.made[how] != count:
                what = f"{self.made[how]:,} statements are told to be {how}, and {CONTROL} says {count:,}"
                self.found.add("count", MANIFEST, what)
        if self.made[WITHDRAWN] != len(control.withdrawn):
            what = f"{self.made[WITHDRAWN]:,} statements are withdrawn, and {CONTROL} lists {len(control.withdrawn):,}"
            self.found.add("count", MANIFEST, what)
        if control.holders != sum(said.values()):
            what = f"{control.holders:,} holders are not {sum(said.values()):,} statements and holders without one"
            self.found.add("count", CONTROL, what)

    def _sums(self) -> None:
        whole = dict(zip(self.names or (), self.sums, strict=True))
        sums = {name: Fraction(said) + self.rest.get(name, 0) for name, said in whole.items()}
        for total in self.control.totals:
            if total.figure not in sums:
                self.found.add("sum", CONTROL, f"{total.figure} is summed, and no line of the manifest has it")
                continue
            if sums[total.figure] != Fraction(total.mailed):
                made = sums[total.figure] if total.figure in self.rest else whole[total.figure]
                what = f"{total.figure}: the manifest adds up to {made}, and {total.mailed} is said"
                self.found.add("sum", CONTROL, what)
            if Fraction(total.deal) - Fraction(total.mailed) != Fraction(total.residue):
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
