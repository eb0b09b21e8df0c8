"""Putting a mailing together: the statements of all shards in order into print streams, with a line for each holder."""

from __future__ import annotations

import hashlib
import io
import json
import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

from lexdocs.mailing.sheets import proof_of, sheets_of
from lexdocs.outputs.files import replacing
from lexdocs.outputs.pdf_objects import Objects
from lexdocs.outputs.print_stream import FIRST, PrintStream, Sheet

MANIFEST = "manifest.jsonl"


@dataclass
class Assembled:
    """What a mailing came to: files with their pages, statements by how they were made, sums of the control figures.

    `rendered` and `failed` say of which holders, and why.
    """

    files: dict[str, int] = field(default_factory=dict)
    stamped: int = 0
    rendered: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    sums: dict[str, Fraction] = field(default_factory=dict)

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return self.stamped + len(self.rendered)


def rows_in(segments: Iterable[Path]) -> Iterator[tuple[Any, ...]]:
    """What was made of each holding, in order."""
    for path in segments:
        yield from marshal.loads(path.read_bytes())["rows"]  # noqa: S302  our own, kept by the same mailing


@dataclass
class Assembly:
    """Where statements are put together, and how: `plates` are kept by their names."""

    out: Path
    plates: Path
    title: str
    proof: bool
    pages_per_file: int | None = None

    def stream(self, segments: Sequence[Path]) -> Assembled:
        """Write the print streams and the manifest."""
        made = Assembled()
        names = sorted({row[1] for row in rows_in(segments)} - {""})
        objects = Objects(FIRST)
        sheets = sheets_of([self.plates / name for name in names], objects, proof=self.proof)
        rows = rows_in(segments)
        with replacing(self.out / MANIFEST, private=True) as manifest:
            waiting: tuple[Any, ...] | None = next(rows, None)
            number = 1
            while waiting is not None:
                name = "statements.pdf" if self.pages_per_file is None else f"statements-{number:04}.pdf"
                with replacing(self.out / name, private=True) as file:
                    stream = PrintStream(file, objects.made)
                    waiting = self._fill(stream, name, waiting, rows, sheets, made, manifest)
                    stream.close(_string(self.title))
                    made.files[name] = stream.pages
                number += 1
        return made

    def _fill(
        self, stream: PrintStream, name: str, row: tuple[Any, ...] | None, rows: Iterator[tuple[Any, ...]],
        sheets: Mapping[tuple[str, int], Sheet], made: Assembled, manifest: BinaryIO,
    ) -> tuple[Any, ...] | None:  # fmt: skip
        """Fill a file; gives the row with which the next one begins, if any."""
        most = self.pages_per_file
        while row is not None:
            label, shape, pages, paper, why, problems, figures = row
            first = stream.pages + 1
            if shape:
                if most is not None and first > 1 and stream.pages + len(pages) > most:
                    return row
                for number, stamp in enumerate(pages):
                    stream.add(sheets[shape, number], stamp)
                made.stamped += 1
                digest, how = hashlib.sha256(b"".join(pages)).hexdigest(), "stamped"
            elif paper:
                digest, how = hashlib.sha256(b"".join(self._foreign(stream, paper))).hexdigest(), "rendered"
                made.rendered.append((label, why))
            else:
                made.failed.append((label, tuple(problems) or (why,)))
                digest, how = "", "not made"
            count = stream.pages + 1 - first
            said = f'"file":"{name}","page":{first},"pages":{count},"sha256":"{digest}",' if count else ""
            line = f'{{"holder":{json.dumps(label)},"made":"{how}",{said}"figures":{{{figures}}}}}\n'
            manifest.write(line.encode("utf-8"))
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


def _string(text: str) -> bytes:
    """A text as a string of PDF."""
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().encode("ascii") + b">"
