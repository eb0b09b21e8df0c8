"""A sample of the stamped statements, rendered the long way and held against what was written, page by page.

A plate, its stamps and the figures under them come out of code that has no like. So some statements are made again by
the rules and the printer alone, and held against the pages as they are read back out of the files that will be
printed. Which, follows from the register: the commonest shape, the largest holder, one by the hash of its identifier,
and so on by turns.
"""

from __future__ import annotations

import heapq
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Any, Protocol

from lexdocs.errors import LexdocsError
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.file_names import FOLDER, MANIFEST
from lexdocs.mailing.frames import proofed
from lexdocs.mailing.long_way import LongWay
from lexdocs.mailing.processes import Processes, Warmed
from lexdocs.outputs.seen import Seen, apart, seen
from lexdocs.outputs.taken_out import BrokenStreamError, taken_out

LEAST, EACH, MOST = 3, 100_000, 40
"""How many are compared where it is not said: so many, one more for each so many holders, and at most so many.

One costs what WeasyPrint takes for a statement, as much as hundreds or thousands of stamped ones: so there are few.
"""

_FEW = 8  # shards
_AMOUNT = '"held_principal":"'
_HOLDER, _BEHIND = b'{"holder":', b',"made":'  # before and behind the holder in a line of the manifest
_Place = tuple[str, str, int, int]  # of a statement: its holder, its shape, its shard, and where it stands in that


@dataclass(frozen=True)
class Sample:
    """What came of a sample: how many were asked for, the holders whose statements were compared, and their shapes.

    `shapes` of the `of_shapes` of the mailing are among them. `apart` has the differences: the holder, the file, the
    page of it, and where on the page.
    """

    asked: int | None = 0
    holders: Sequence[str] = ()
    shapes: int = 0
    of_shapes: int = 0
    apart: Sequence[Sequence[Any]] = ()

    def told(self) -> list[str]:
        """What differs, a line for each statement; nothing of what a statement says is among it."""
        return [f"{label}: {file}, page {page:,}: {what}" for label, file, page, what in self.apart]


@dataclass(frozen=True)
class Chosen:
    """The statements of a sample: the holders with the leaves that their figures follow from, and their shapes."""

    asked: int | None = 0
    leaves: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    shapes: int = 0
    of_shapes: int = 0


class Compares(Warmed, Protocol):
    """Has what renders a statement the long way."""

    @property
    def way(self) -> LongWay:
        """One holding the long way."""


class Candidates:
    """Who can be in the sample of `asked` statements, as the shards of a mailing are seen, one after another.

    Nothing of what was rendered the long way anyhow is.
    """

    def __init__(self, asked: int | None) -> None:
        self.asked, self.seen = asked, 0
        self.shapes: Counter[str] = Counter()
        self.firsts: dict[str, _Place] = {}
        self.largest: list[tuple[Any, ...]] = []
        self.hashed: list[tuple[int, _Place]] = []

    def see(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """See what was made of the holdings of the next shard."""
        number, self.seen = self.seen, self.seen + 1
        if self.asked == 0 or not rows:
            return
        names = [row[1] for row in rows]
        self.shapes.update(names)

        def place(at: int) -> _Place:
            return rows[at][0], names[at], number, at

        for name in set(names) - self.firsts.keys() - {""}:
            self.firsts[name] = place(names.index(name))
        amounts = heapq.nlargest(MOST, _amounts([row[6] for row in rows]))
        self.largest = heapq.nlargest(MOST, self.largest + [(*said, place(at)) for *said, at in amounts if names[at]])
        # A shard ends with a holder whose hash says so; while there are few shards, there are few such.
        some = range(len(rows)) if number < _FEW else [len(rows) - 1]
        codes = [(zlib.crc32(rows[at][0].encode("utf-8")), place(at)) for at in some if names[at]]
        self.hashed = heapq.nsmallest(MOST, self.hashed + codes)

    def chosen(self, shards: Sequence[Shard], passing: Mapping[str, int | None]) -> Chosen:
        """The sample; the rows of the shards must lie there still.

        `passing` are the addresses of the leaves in the order of their columns, with what whole numbers are parts of.
        """
        del self.shapes[""]
        most = min(LEAST + self.shapes.total() // EACH, MOST) if self.asked is None else self.asked
        common = sorted(self.firsts.values(), key=lambda place: (-self.shapes[place[1]], place))
        turns = zip_longest(common, (each[-1] for each in self.largest), (each[-1] for each in self.hashed))
        some = list(islice(dict.fromkeys(each for each in chain.from_iterable(turns) if each is not None), most))
        shapes = len({name for _, name, *_ in some})
        return Chosen(self.asked, dict(_leaves(some, shards, passing)), shapes, len(self.shapes))


def _amounts(figures: Sequence[str]) -> list[tuple[int, str, int]]:
    """The longest principals among control figures: how long each is as it is written, itself, and whose it is.

    Amounts of as many decimals are as large as they are long, and then as their digits are.
    """
    start = len(_AMOUNT)
    if figures[0].startswith(_AMOUNT):
        ends = [said.find('"', start) for said in figures]
        least = sorted(ends)[-MOST:][0]
        return [(end, figures[at][start:end], at) for at, end in enumerate(ends) if end >= least]
    said = [said.partition(_AMOUNT)[2].partition('"')[0] for said in figures]
    return [(start + len(amount), amount, at) for at, amount in enumerate(said)]


def _leaves(
    some: Sequence[_Place], shards: Sequence[Shard], passing: Mapping[str, int | None]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The leaves of some holdings by address, as the exact values that they are."""
    for label, _, number, index in some:
        rows = shards[number].read()
        if rows.labels[index] != label:
            raise AssertionError("what is kept of a shard is in the order of its rows")
        if index in rows.exact:
            yield label, dict(zip(passing, rows.exact[index], strict=False))
        else:
            yield (
                label,
                {
                    address: column[index] if scale is None else Fraction(column[index], scale)
                    for (address, scale), column in zip(passing.items(), rows.columns, strict=False)
                },
            )


def compared(some: Chosen, processes: Processes[Compares], out: Path, spared: float = 0.0) -> Callable[[], Sample]:
    """Begin to hold a sample of the statements in a folder against the long way; what it gives ends that.

    They say that they are proofs. As many inches as are `spared` at the left of a page may have marks for machines.
    Where there are processes they render meanwhile.
    """
    papers: dict[str, Future[bytes]] = {}
    with suppress(BrokenProcessPool):
        for label, leaves in sorted(some.leaves.items()) if processes.jobs > 1 else ():
            papers[label] = processes.submit(_rendered, label, leaves)
    found = _Found(some, partial(_rendered, processes.worker), out, spared, papers)

    def ended() -> Sample:
        files: dict[str, list[tuple[int, int, str]]] = {}
        for label, places in _places(out, some.leaves):
            for file, page, pages in places:
                files.setdefault(file, []).append((page, pages, label))
        for file, statements in files.items():
            found.hold(file, sorted(statements))
        return Sample(some.asked, tuple(sorted(some.leaves)), some.shapes, some.of_shapes, found.apart)

    return ended


def _rendered(worker: Compares, label: str, leaves: Mapping[str, Any]) -> bytes:
    """The pages of a statement by the long way."""
    return proofed(worker.way.paper(label, leaves).data)


def _places(out: Path, labels: Mapping[str, Any]) -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """Where the statements of some holders stand: the file, the first page of it, and how many pages."""
    wanted = {json.dumps(label).encode("ascii"): label for label in labels}
    with (out / MANIFEST).open("rb") as lines:
        for line in lines:
            label = wanted.pop(line[len(_HOLDER) : line.find(_BEHIND)], None) if wanted else None
            if label is not None:
                said = json.loads(line)
                own = [each for each in (said, said.get("each")) if each and "file" in each]
                yield label, [(each["file"], each["page"], each["pages"]) for each in own]


@dataclass
class _Found:
    """What differs, as it is found."""

    some: Chosen
    render: Callable[[str, Mapping[str, Any]], bytes]
    out: Path
    spared: float
    papers: Mapping[str, Future[bytes]]
    apart: list[list[Any]] = field(default_factory=list)
    made: dict[str, bytes] = field(default_factory=dict)

    def hold(self, file: str, statements: Sequence[tuple[int, int, str]]) -> None:
        """Hold the statements of one file, in its order, against the long way."""
        wanted = [page for first, pages, _ in statements for page in range(first, first + pages)]
        at = wanted[0]
        try:
            with (self.out / file).open("rb") as lying:
                # A single file is a whole PDF of few pages, and no print stream.
                there = seen(lying.read() if file.startswith(FOLDER) else taken_out(lying, wanted))
            for at, pages, label in statements:
                own = list(islice(there, pages))
                found = self._differing(label, own) if len(own) == pages else (0, "is not there")
                if found:
                    self.apart.append([label, file, at + found[0], found[1]])
        except (BrokenStreamError, ValueError):
            self.apart.append([statements[0][2], file, at, "cannot be read"])

    def _rendered(self, label: str) -> bytes:
        """The pages of a statement by the long way, rendered here unless a process has done it."""
        if label not in self.made and label in self.papers:
            with suppress(BrokenProcessPool):
                self.made[label] = self.papers[label].result()
        if label not in self.made:
            self.made[label] = self.render(label, self.some.leaves[label])
        return self.made[label]

    def _differing(self, label: str, pages: Sequence[Seen]) -> tuple[int, str] | None:
        """The first page on which a statement differs from the long way, from nought, and where on it."""
        try:
            paper = self._rendered(label)
        except LexdocsError:
            return 0, "the long way makes no statement"
        count = 0
        for count, page in enumerate(seen(paper), 1):
            if count > len(pages):
                break
            if what := apart(pages[count - 1], page, self.spared):
                return count - 1, what
        # The back of the last sheet may be blank.
        same = count <= len(pages) and not any(page.lines for page in pages[count:])
        return None if same else (min(count, len(pages)) - 1, "another number of pages")
