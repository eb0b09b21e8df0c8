"""A correction held against the released mailing that it corrects: each statement of that has become something.

It stands unchanged, is replaced by a new one, or is withdrawn; and nothing is replaced that was not there. Both
manifests are read line by line and added up in buckets by the hash of each entry, so that no memory grows with them;
only where a bucket does not come out are its entries looked at one by one.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterator
from pathlib import Path

from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.told import (
    CONTROL,
    CORRECTED,
    EARLIER,
    UNCHANGED,
    WITHDRAWN,
    Control,
    Line,
    Stands,
    stands_of,
)

_BUCKETS, _HASH = 1 << 12, 1 << 64


class Ledger:
    """Adds up what the lines of a manifest say of released statements; what is wrong goes to `found`."""

    def __init__(self, folder: Path, control: Control, found: Found) -> None:
        self.path, self.control, self.found = folder / CORRECTED, control, found
        self.sums = array("Q", [0]) * _BUCKETS
        self.counts = {"unchanged": 0, "corrected": 0, "new": 0}
        self.released = 0

    def take(self, number: int, line: Line) -> None:
        """Take a line of the manifest."""
        was = line.released
        if line.replaces is not None and line.replaces.words == line.stands.words and not line.replaces.withdrawn:
            self.found.add("correction", number, "it replaces a statement that says the same")
        if not self.control.corrects:
            if line.replaces is not None or line.made in (UNCHANGED, WITHDRAWN, EARLIER):
                what = "it tells of a released statement, and this mailing corrects none"
                self.found.add("correction", number, what)
            return
        if line.made == UNCHANGED:
            self.counts["unchanged"] += 1
        elif line.replaces is not None:
            self.counts["corrected"] += 1
        elif line.has_statement:
            self.counts["new"] += 1
        if was is not None:
            self._add(line.holder, was, 1)

    def _add(self, holder: str, was: Stands, sign: int) -> None:
        bucket, value = _hash(holder, was)
        self.sums[bucket] = (self.sums[bucket] + sign * value) % _HASH

    def finish(self, lines: Iterator[tuple[int, Line]]) -> None:
        """Hold the sums against what was released; `lines` are those of the manifest once more."""
        if not self.control.corrects:
            return
        for name, count in self.counts.items():
            if self.control.corrects.get(name) != count:
                said = self.control.corrects.get(name)
                self.found.add("count", CONTROL, f"{count:,} statements are {name}, and {said} is said")
        said = self.control.files.get(CORRECTED)
        if said is None or said.sha256 != self.control.corrects.get("manifest_sha256"):
            self.found.add("correction", CORRECTED, "is not the manifest of the mailing that is corrected")
            return
        for _, holder, was in self._before():
            self._add(holder, was, -1)
        wrong = {bucket for bucket, rest in enumerate(self.sums) if rest}
        if wrong:
            self._look(wrong, lines)

    def _before(self) -> Iterator[tuple[int, str, Stands]]:
        """The statements that were released, by the line of their manifest."""
        try:
            with self.path.open("rb") as lines:
                for number, raw in enumerate(lines, 1):
                    told = json.loads(raw)
                    if "number" in told:
                        yield number, told["holder"], stands_of(told)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self.found.add("correction", CORRECTED, "cannot be read")

    def _look(self, wrong: set[int], lines: Iterator[tuple[int, Line]]) -> None:
        """Say of the buckets that do not come out which entries are of one manifest alone."""
        left: dict[tuple[str, Stands], int] = {}
        for number, holder, was in self._before():
            if _hash(holder, was)[0] in wrong:
                left[holder, was] = number
        for number, line in lines:
            if line.released is None or _hash(line.holder, line.released)[0] not in wrong:
                continue
            if left.pop((line.holder, line.released), None) is None:
                what = "the released statement that it tells of, by number and words, was not there"
                self.found.add("correction", number, what)
        for number in left.values():
            self.found.add("correction", f"{CORRECTED}:{number}", "nothing is said of what has become of it")


def _hash(holder: str, was: Stands) -> tuple[int, int]:
    """The bucket of an entry, and the number that it adds to that."""
    said = f"{holder}\0{was.number}\0{was.words}".encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(said, digest_size=10).digest()
    return int.from_bytes(digest[:2], "big") % _BUCKETS, int.from_bytes(digest[2:], "big")
