"""What others take for the mailing: the worked example's statement, two pages of Letter, made for many holders.

All peers print the same words and figures, with the same principals, all distinct, and no holder twice. Compilers,
fonts and layouts are made before the clock starts. What they print is read back with pdftotext and held against the
figures.

    python -m tests.benchmarks.mailing_peers [ROUNDS]
"""

from __future__ import annotations

import gc
import hashlib
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lexdocs.errors import Problem, UsageError, Where
from tests.benchmarks import peer_reportlab, peer_typst, peer_weasyprint
from tests.benchmarks.measuring import interleaved
from tests.benchmarks.statement_page import Holder, Page, statement
from tests.benchmarks.statement_texts import prepared, write_register

PAGES = 2
MOST = 400  # holders of a round

Peer = Callable[[Sequence[Holder]], list[bytes]]
"""Prints the statements of holders, in one PDF for all or in one for each."""


@dataclass(frozen=True)
class _Entry:
    make: Callable[[Page], Peer]
    holders: int  # of a round, so that each peer has about a second


_PEERS: Mapping[str, _Entry] = {
    "WeasyPrint, one call a holder": _Entry(peer_weasyprint.peer, 6),
    "WeasyPrint, tagged": _Entry(partial(peer_weasyprint.peer, tagged=True), 6),
    "Typst, compiler kept": _Entry(peer_typst.peer, 60),
    "Typst, tagged": _Entry(partial(peer_typst.peer, tagged=True), 60),
    "ReportLab, one document": _Entry(peer_reportlab.peer, MOST),
    "ReportLab, fixed words in forms": _Entry(partial(peer_reportlab.peer, forms=True), MOST),
}
NAMES = tuple(_PEERS)


def peer(name: str) -> Peer:
    """The peer of a name, ready to print. Raises `UsageError` where its library is not installed."""
    try:
        return _PEERS[name].make(statement())
    except ImportError as error:
        what = f"{error.name or error} is not installed, and is needed as a peer"
        raise UsageError(Problem(Where(name), what, "pip install 'lexdocs[bench]'")) from None


def missing(data: Sequence[bytes], holders: Sequence[Holder]) -> list[str]:
    """What of the holders' texts stands on none of their own pages, or a wrong number of pages; best nothing."""
    pages = [page for each in data for page in _pages(each)]
    if len(pages) != PAGES * len(holders):
        return [f"{len(pages)} pages for {len(holders)} holders"]
    faults = []
    for number, holder in enumerate(holders):
        said = plain(" ".join(pages[PAGES * number : PAGES * (number + 1)]))
        for key, text in holder.items():
            faults += [f"{number} {key}: {line}" for line in text.splitlines() if plain(line) not in said]
    return faults


def _pages(data: bytes) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def plain(text: str) -> str:
    """The text without white space, since a name may go on in another line, between the words of other cells."""
    return re.sub(r"\s", "", text)


@dataclass
class Timed:
    """A peer, and the holders that it has not printed yet."""

    print_all: Peer
    holders: Sequence[Holder]
    count: int
    at: int = 0
    size: int = 0

    def __call__(self) -> float:
        """Seconds of CPU for a statement, over the next holders: printed, hashed, and listed in a manifest."""
        some = self.holders[self.at : self.at + self.count]
        self.at += self.count
        start = time.process_time()
        data = self.print_all(some)
        hashes = [hashlib.sha256(each).hexdigest() for each in data]
        lines = [
            json.dumps({"sha256": hashes[number % len(data)], "figures": each}) for number, each in enumerate(some)
        ]
        manifest = "\n".join(lines).encode()
        seconds = time.process_time() - start
        self.size = sum(map(len, data)) // self.count
        if len(manifest) < len(some):
            raise AssertionError("a holder is not in the manifest")
        return seconds / self.count


def ready(names: Sequence[str], rounds: int, folder: Path) -> tuple[Callable[[], float], list[Timed]]:
    """What the calculation costs a statement, and the peers, each with holders for so many rounds.

    In `folder` there is a deal with these holders afterwards.
    """
    page, count = statement(), (rounds + 1) * MOST
    write_register(count, folder)
    holders = prepared(folder, page.slots)

    def calculate() -> float:
        start = time.process_time()
        prepared(folder, page.slots)
        return (time.process_time() - start) / count

    timed = []
    for name in names:
        each = Timed(peer(name), holders, _PEERS[name].holders)
        faults = missing(each.print_all(holders[:3]), holders[:3])
        if faults:
            raise AssertionError(f"{name}: does not print {faults}")
        each()  # what is loaded with the first statements
        timed.append(each)
    # The texts of thousands of holders would be searched for circles again and again, at everybody's cost.
    gc.collect()
    gc.freeze()
    return calculate, timed


def measure(names: Sequence[str], rounds: int) -> dict[str, tuple[float, int]]:
    """For each peer the seconds of CPU for a statement, calculation included, and its bytes; and for that alone."""
    with tempfile.TemporaryDirectory() as scratch:
        calculate, timed = ready(names, rounds, Path(scratch) / "deal")
        costs = [statistics.median(each) for each in interleaved(rounds, calculate, *timed)]
    found = {"calculation": (costs[0], 0)}
    for name, each, cost in zip(names, timed, costs[1:], strict=True):
        found[name] = (cost + costs[0], each.size)
    return found


def installed(names: Sequence[str]) -> list[str]:
    """The peers of these that are installed; of the others it is said that they are not."""
    found = []
    for name in names:
        try:
            peer(name)
        except UsageError as error:
            sys.stderr.write(f"{error}\n")
        else:
            found.append(name)
    return found


def main(rounds: int) -> None:
    """Measure the peers that are installed, and print a line for each."""
    for name, (seconds, size) in measure(installed(NAMES), rounds).items():
        line = f"{name:34}{seconds * 1e3:9.3f} ms{1 / seconds:10.1f} statements/s"
        sys.stdout.write(f"{line}{size:9,} bytes\n" if size else f"{line}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
