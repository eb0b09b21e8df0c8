"""The job ticket of print streams, held against the lines of the manifest and against the control."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.told import CONTROL, MANIFEST, Control, Place

TICKET = "job.json"
_KIND = "ticket"


@dataclass
class _File:
    """What the lines tell of a print stream: its pages, and its first and its last piece."""

    first: int
    last: int
    pages: int = 0


class Ticket:
    """The pieces of a job as the manifest has them, and its ticket beside them; a mailing may have none."""

    def __init__(self, control: Control, found: Found) -> None:
        self.control, self.found = control, found
        self.wanted = TICKET in control.files
        self.files: dict[str, _File] = {}
        self.long: Counter[int] = Counter()  # pieces by pages, the blank ones among them

    def take(self, number: int, line: Place) -> None:
        """A statement of the streams, by its line of the manifest: its piece follows on the last one."""
        if not self.wanted:
            return
        due = self.long.total() + 1
        self.long[line.pages] += 1
        if line.piece != due:
            self.found.add(_KIND, number, f"is piece {line.piece:,}, and follows piece {due - 1:,}")
        file = self.files.setdefault(line.file, _File(due, due))
        file.last, file.pages = due, file.pages + line.pages

    def hold(self, folder: Path) -> None:
        """See that the ticket says what the lines and the control say."""
        if not self.wanted:
            return
        try:
            told = json.loads((folder / TICKET).read_text("utf-8"))
            kept = json.loads((folder / CONTROL).read_text("utf-8"))["job"]
            for what in self._wrong(told, kept):
                self.found.add(_KIND, TICKET, what)
        except OSError:
            return  # a file that is not there was told of already
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self.found.add(_KIND, TICKET, "is no job ticket that can be read")

    def _wrong(self, told: Mapping[str, Any], kept: Mapping[str, Any]) -> Iterator[str]:
        sides = 2 if told["duplex"] else 1
        pages = sum(long * count for long, count in self.long.items())
        for name, found in (("pieces", self.long.total()), ("pages", pages), ("sheets", pages // sides)):
            if told[name] != found:
                yield f"says {told[name]:,} {name}, and {MANIFEST} has {found:,}"
        if told["released"] is not self.control.released:
            yield f"does not say of its release what {CONTROL} says"
        for name, said in kept.items():
            if told[name] != said:
                yield f"has another {name} than {CONTROL} says"
        yield from self._uncounted(told, sides)
        yield from self._astray(told["files"], sides)

    def _uncounted(self, told: Mapping[str, Any], sides: int) -> Iterator[str]:
        """Counts that do not make up the pieces, the pages or the sheets."""
        by_pages = {int(long): count for long, count in told["pieces_by_pages"].items()}
        sheets: Counter[int] = Counter()
        for long, count in by_pages.items():
            sheets[-(-long // sides)] += count
        if sheets != Counter({long // sides: count for long, count in self.long.items()}):
            yield f"counts other pieces by their pages than {MANIFEST} has"
        blank = sum(-long % sides * count for long, count in by_pages.items())
        if told["blank_pages"] != blank:
            yield f"says {told['blank_pages']:,} blank pages, and its pieces leave {blank:,}"
        if sum(told["pieces_by_country"].values()) != told["pieces"]:
            yield "counts other pieces by country than there are"
        if sum(each["sheets"] for each in told["paper"]) != told["sheets"]:
            yield "counts other sheets of paper than there are"

    def _astray(self, files: list[Mapping[str, Any]], sides: int) -> Iterator[str]:
        """Print streams that are not as the control and the lines have them."""
        if [each["file"] for each in files] != list(self.control.streams):
            yield f"names other print streams than {CONTROL}"
            return
        due = 1
        for each in files:
            name = each["file"]
            # A file without a statement begins with the next piece, and ends before it.
            said, lines = self.control.files[name], self.files.get(name, _File(due, due - 1))
            due = lines.last + 1
            if (each["bytes"], each["sha256"], each["pages"]) != (said.bytes, said.sha256, said.pages):
                yield f"{name}: has not the pages, the length or the SHA-256 that {CONTROL} says"
            if (each["first"], each["last"]) != (lines.first, lines.last):
                yield f"{name}: says pieces {each['first']:,} to {each['last']:,}, and {MANIFEST} has others in it"
            if each["sheets"] * sides != said.pages:
                yield f"{name}: says {each['sheets']:,} sheets, which its {said.pages} pages do not make"
