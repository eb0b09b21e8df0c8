"""Putting a mailing together: the statements of all shards in order into print streams, with a line for each holder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from json.encoder import encode_basestring_ascii
from pathlib import Path
from typing import Any, BinaryIO

from lexdocs.mailing.each import SingleFiles
from lexdocs.mailing.file_names import MANIFEST
from lexdocs.mailing.frames import Frames
from lexdocs.mailing.keeping import read_kept
from lexdocs.mailing.press import Following, Press, pages_of
from lexdocs.mailing.sorting import Placed, in_order
from lexdocs.mailing.telling import EARLIER, UNCHANGED, WITHDRAWN
from lexdocs.mailing.ticket import Filled, Job, Pieces
from lexdocs.outputs.files import replacing
from lexdocs.outputs.pdf_objects import Objects
from lexdocs.outputs.print_stream import FIRST, PrintStream


@dataclass
class Assembled:
    """What a mailing came to: files with their pages, statements by how they were made, sums of the control figures.

    `rendered` and `failed` say of which holders, and why. `singles` are how many single files, their pages and bytes;
    `html` the same of HTML files. `shared` are the SHA-256 of what pages share, by file. In a correction `unchanged`
    counts holders whose released statement stands and `corrected` those that are replaced; `withdrawn` are those
    without a holder, with their numbers.
    `pieces` are what print streams have of them, and `boxes` the sizes of their pages in points.
    """

    files: dict[str, int] = field(default_factory=dict)
    stamped: int = 0
    rendered: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    sums: dict[str, Fraction] = field(default_factory=dict)
    singles: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    corrected: int = 0
    withdrawn: list[tuple[str, str]] = field(default_factory=list)
    pieces: Pieces = field(default_factory=Pieces)
    boxes: Mapping[Any, Sequence[tuple[Decimal, Decimal]]] = field(default_factory=dict)
    html: dict[str, int] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)

    def count(self, row: tuple[Any, ...]) -> str:
        """Count a statement; gives how it was made."""
        label, shape, _, paper, why, problems, *_, page, told = row
        self.corrected += '"replaces"' in told
        if paper or (page and not page[0] and not shape):  # where a PDF is stamped, it is counted by that
            self.rendered.append((label, why))
            return "rendered"
        if shape or page:
            self.stamped += 1
            return "stamped"
        if why == UNCHANGED:
            self.unchanged += 1
            return UNCHANGED
        if why == WITHDRAWN:
            self.withdrawn.append((label, problems[0]))
            return WITHDRAWN
        if why == EARLIER:
            return EARLIER
        self.failed.append((label, tuple(problems) or (why,)))
        return "not made"

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return self.stamped + len(self.rendered)


def rows_in(segments: Iterable[Path]) -> Iterator[tuple[Any, ...]]:
    """What was made of each holding, in order."""
    for path in segments:
        yield from read_kept(path)["rows"]


@dataclass
class Assembly:
    """Where statements are put together, and how: `plates` are kept by their names; `each` writes single files too.

    `job` says how print streams are made up.
    """

    out: Path
    plates: Path
    title: str
    proof: bool
    pages_per_file: int | None = None
    each: SingleFiles | None = None
    job: Job = field(default_factory=lambda: Job("0" * 8))

    def singles(self, segments: Iterable[Path]) -> Assembled:
        """Write single files alone, and the manifest; `segments` are taken as they come."""
        made, files = Assembled(), self.each or SingleFiles(self.out, Frames(self.plates, self.proof))
        with replacing(self.out / MANIFEST, private=True) as manifest:
            for row in rows_in(segments):
                manifest.write(_line(row, made.count(row), files.add(row)))
            files.finish()
        made.singles, made.html = files.found, files.html
        return made

    def stream(self, segments: Iterable[Path]) -> Assembled:
        """Write the print streams and the manifest; for a single stream `segments` are taken as they come."""
        made = Assembled()
        shared: Press | None = None
        if self.pages_per_file is not None:
            # Each file begins with the sheets of all of them, so that they are made but once.
            segments = list(segments)
            shared = Press(self.plates, self.job, Objects(FIRST), proof=self.proof)
            shared.prepare(sorted({row[1] for row in rows_in(segments)} - {""}))
        rows = in_order(segments, self.job.printing.order, self.plates.parent)
        with replacing(self.out / MANIFEST, private=True) as manifest:
            waiting: Placed | None = next(rows, None)
            number = 1
            while waiting is not None:
                name = "statements.pdf" if self.pages_per_file is None else f"statements-{number:04}.pdf"
                with replacing(self.out / name, private=True) as file:
                    stream = PrintStream(file, shared.objects.made if shared is not None else ())
                    press = shared or Press(self.plates, self.job, Following(stream), proof=self.proof)
                    waiting = self._fill(stream, name, waiting, rows, press, made, manifest)
                    made.boxes = press.boxes
                    stream.close(_string(self.title))
                    made.files[name] = stream.pages
                    made.shared[name] = stream.shared.hexdigest()
                number += 1
            if self.each is not None:
                self.each.finish()
                made.singles, made.html = self.each.found, self.each.html
        return made

    def _fill(
        self, stream: PrintStream, name: str, placed: Placed | None, rows: Iterator[Placed], press: Press,
        made: Assembled, manifest: BinaryIO,
    ) -> Placed | None:  # fmt: skip
        """Fill a file; gives the row with which the next one begins, if any."""
        most, pieces, sides = self.pages_per_file, made.pieces, self.job.printing.sides
        before, begun = pieces.count, pieces.sheets
        while placed is not None:
            place, row = placed
            _, shape, pages, paper, *_ = row
            count = len(pages) if shape else pages_of(paper) if paper else 0
            sheets = -(-count // sides)
            if most is not None and stream.pages and stream.pages + sheets * sides > most:
                break
            said = ""
            if count:
                first = stream.pages + 1
                piece = pieces.count + 1
                kind, drawn = press.print(stream, shape, pages, paper, (piece, sheets, pieces.sheets))
                pieces.add(count, sheets, place, kind)
                digest = hashlib.sha256(b"".join(drawn)).hexdigest()
                where = f'"file":"{name}","page":{first},"pages":{sheets * sides}'
                said = f'{where},"piece":{piece},"sha256":"{digest}"'
            if self.each is not None and (single := self.each.add(row, within="each")):
                said = f"{said},{single}" if said else single
            manifest.write(_line(row, made.count(row), said))
            placed = next(rows, None)
        pieces.files[name] = Filled(stream.pages, pieces.sheets - begun, before + 1, pieces.count)
        return placed


def _line(row: tuple[Any, ...], how: str, said: str) -> bytes:
    """What the manifest says of a holder."""
    members = "".join(f"{each}," for each in (row[-1], said) if each)
    return f'{{"holder":{encode_basestring_ascii(row[0])},"made":"{how}",{members}"figures":{{{row[6]}}}}}\n'.encode()


def _string(text: str) -> bytes:
    """A text as a string of PDF."""
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().encode("ascii") + b">"
