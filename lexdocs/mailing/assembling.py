"""Putting a mailing together: the statements of all shards in order into print streams, with a line for each holder."""

from __future__ import annotations

import hashlib
import io
import json
import marshal
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

from lexdocs.mailing.each import SingleFiles
from lexdocs.mailing.frames import Frames
from lexdocs.mailing.sheets import Sheets, proof_of
from lexdocs.mailing.telling import UNCHANGED, WITHDRAWN
from lexdocs.outputs.files import replacing
from lexdocs.outputs.pdf_objects import Objects
from lexdocs.outputs.print_stream import FIRST, PrintStream, Sheet

MANIFEST = "manifest.jsonl"


@dataclass
class Assembled:
    """What a mailing came to: files with their pages, statements by how they were made, sums of the control figures.

    `rendered` and `failed` say of which holders, and why. `singles` are how many single files, their pages and bytes.
    In a correction `unchanged` counts holders whose released statement stands and `corrected` those that are replaced;
    `withdrawn` are those without a holder, with their numbers.
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

    def count(self, row: tuple[Any, ...]) -> str:
        """Count a statement; gives how it was made."""
        label, shape, _, paper, why, problems, *_, told = row
        self.corrected += '"replaces"' in told
        if shape:
            self.stamped += 1
            return "stamped"
        if paper:
            self.rendered.append((label, why))
            return "rendered"
        if why == UNCHANGED:
            self.unchanged += 1
            return UNCHANGED
        if why == WITHDRAWN:
            self.withdrawn.append((label, problems[0]))
            return WITHDRAWN
        self.failed.append((label, tuple(problems) or (why,)))
        return "not made"

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return self.stamped + len(self.rendered)


class _Following(Objects):
    """Objects that follow what is in a stream already, each written to it when it is made."""

    def __init__(self, into: PrintStream) -> None:
        super().__init__()
        self.into = into

    def add(self, body: bytes) -> int:
        """The number of an object, which is written if there is no equal one."""
        key = hashlib.sha256(body).digest()
        if key not in self.known:
            self.known[key] = self.into.next
            self.into.foreign([body])
        return self.known[key]


def rows_in(segments: Iterable[Path]) -> Iterator[tuple[Any, ...]]:
    """What was made of each holding, in order."""
    for path in segments:
        yield from marshal.loads(path.read_bytes())["rows"]  # noqa: S302  our own, kept by the same mailing


@dataclass
class Assembly:
    """Where statements are put together, and how: `plates` are kept by their names; `each` writes single files too."""

    out: Path
    plates: Path
    title: str
    proof: bool
    pages_per_file: int | None = None
    each: SingleFiles | None = None

    def singles(self, segments: Iterable[Path]) -> Assembled:
        """Write single files alone, and the manifest; `segments` are taken as they come."""
        made, files = Assembled(), self.each or SingleFiles(self.out, Frames(self.plates, self.proof))
        with replacing(self.out / MANIFEST, private=True) as manifest:
            for row in rows_in(segments):
                manifest.write(_line(row, made.count(row), files.add(row)))
            files.finish()
        made.singles = files.found
        return made

    def stream(self, segments: Iterable[Path]) -> Assembled:
        """Write the print streams and the manifest; for a single stream `segments` are taken as they come."""
        made = Assembled()
        shared: Sheets | None = None
        if self.pages_per_file is not None:
            # Each file begins with the sheets of all of them, so that they are made but once.
            segments = list(segments)
            shared = Sheets(self.plates, Objects(FIRST), proof=self.proof)
            for name in sorted({row[1] for row in rows_in(segments)} - {""}):
                shared.make(name)
        rows = rows_in(segments)
        with replacing(self.out / MANIFEST, private=True) as manifest:
            waiting: tuple[Any, ...] | None = next(rows, None)
            number = 1
            while waiting is not None:
                name = "statements.pdf" if self.pages_per_file is None else f"statements-{number:04}.pdf"
                with replacing(self.out / name, private=True) as file:
                    stream = PrintStream(file, shared.objects.made if shared is not None else ())
                    sheets = shared if shared is not None else Sheets(self.plates, _Following(stream), proof=self.proof)
                    waiting = self._fill(stream, name, waiting, rows, sheets, made, manifest)
                    stream.close(_string(self.title))
                    made.files[name] = stream.pages
                number += 1
            if self.each is not None:
                self.each.finish()
                made.singles = self.each.found
        return made

    def _fill(
        self, stream: PrintStream, name: str, row: tuple[Any, ...] | None, rows: Iterator[tuple[Any, ...]],
        sheets: Mapping[tuple[str, int], Sheet], made: Assembled, manifest: BinaryIO,
    ) -> tuple[Any, ...] | None:  # fmt: skip
        """Fill a file; gives the row with which the next one begins, if any."""
        most = self.pages_per_file
        while row is not None:
            _, shape, pages, paper, *_ = row
            first = stream.pages + 1
            if shape:
                if most is not None and first > 1 and stream.pages + len(pages) > most:
                    return row
                for number, stamp in enumerate(pages):
                    stream.add(sheets[shape, number], stamp)
                drawn = pages
            else:
                drawn = self._foreign(stream, paper) if paper else ()
            digest = hashlib.sha256(b"".join(drawn)).hexdigest()
            count = stream.pages + 1 - first
            said = f'"file":"{name}","page":{first},"pages":{count},"sha256":"{digest}"' if count else ""
            if self.each is not None and (single := self.each.add(row)):
                said += f',"each":{{{single}}}'
            manifest.write(_line(row, made.count(row), said))
            row = next(rows, None)
        return None

    def _foreign(self, stream: PrintStream, paper: bytes) -> list[bytes]:
        """Add the pages of another PDF; gives what is drawn on each."""
        import pikepdf

        drawn: list[bytes] = []
        with pikepdf.open(io.BytesIO(paper)) as pdf:
            objects = Objects(stream.next)
            pages = []
            for page in pdf.pages:
                contents = objects.graft(page.Contents)
                below = objects.stream(proof_of([float(each) for each in page.MediaBox])) if self.proof else None
                refs = [b"%d 0 R" % each for each in (below, contents) if each is not None]
                resources = objects.graft(page.Resources)
                box = objects.written(page.MediaBox)
                pages.append(b"/MediaBox%s/Resources %d 0 R/Contents[%s]" % (box, resources, b" ".join(refs)))
                drawn.append(page.Contents.read_raw_bytes())
            stream.foreign(objects.made)
            for entries in pages:
                stream.page(entries)
        return drawn


def _line(row: tuple[Any, ...], how: str, said: str) -> bytes:
    """What the manifest says of a holder."""
    members = "".join(f"{each}," for each in (row[-1], said) if each)
    return f'{{"holder":{json.dumps(row[0])},"made":"{how}",{members}"figures":{{{row[6]}}}}}\n'.encode()


def _string(text: str) -> bytes:
    """A text as a string of PDF."""
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().encode("ascii") + b">"
